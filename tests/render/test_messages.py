"""What is said on standard error: one line in a pipe, whole words and whole commands on a terminal."""

from __future__ import annotations

import io

import pytest

from claimtrack.render.messages import message

WORDS = "000_074bd0d527d90a66 states no publication date, so its relative days stay unresolved (6 of 6 undated)"
COMMANDS = (
    "claimtrack ingest --published YYYY-MM-DD seeds/000_074bd0d527d90a66.txt",
    "claimtrack date 000_074bd0d527d90a66 YYYY-MM-DD",
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_pipe_gets_one_line() -> None:
    assert message(WORDS, COMMANDS, io.StringIO()) == f"claimtrack: {WORDS}: {COMMANDS[0]}, or {COMMANDS[1]}"


def test_a_terminal_gets_whole_words_and_a_command_a_line() -> None:
    lines = message(WORDS, COMMANDS, Terminal()).splitlines()
    assert lines[-2:] == [f"  {command}" for command in COMMANDS]
    assert " ".join(line.strip() for line in lines[:-2]) == f"claimtrack: {WORDS}:"
    assert all(len(line) <= 80 for line in lines)


def test_a_command_is_never_broken_even_where_it_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert message(WORDS, COMMANDS, Terminal()).splitlines()[-2:] == [f"  {command}" for command in COMMANDS]


@pytest.mark.parametrize("command", ["`claimtrack ingest`", "claimtrack list --help"])
@pytest.mark.parametrize("room", range(20, 60))
def test_commands_within_the_words_stay_whole(command: str, room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(room))
    words = f"no store at elsewhere.jsonl: run {command} before anything else"
    lines = message(words, (), Terminal()).splitlines()
    assert sum(command in line for line in lines) == 1
    assert " ".join(line.strip() for line in lines) == f"claimtrack: {words}"


def test_what_fits_stays_on_one_line() -> None:
    assert message("done", ("claimtrack list",), Terminal()) == "claimtrack: done: claimtrack list"


def test_no_name_reaches_a_terminal_as_a_command() -> None:
    said = message("\x1b[2J" + WORDS, ("claimtrack date \x9b31m",), Terminal())
    assert not set(said) & set("\x1b\x9b\x00")
