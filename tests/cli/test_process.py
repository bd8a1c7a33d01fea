"""The program as a process: its exit codes, its streams, its letters and colours."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.cli.version import version
from tests.cli.conftest import command, environment, start


def on_terminal(*arguments: str, env: dict[str, str] | None = None) -> str:
    """What a call prints on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*arguments), env=environment({"TERM": "xterm-256color", **(env or {})}), stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not piece:
                break
            printed += piece
    os.close(ours)
    assert process.returncode == 0
    return printed.decode()


def test_a_pipe_gets_no_colours_and_a_terminal_does(store: Path) -> None:
    assert b"\x1b" not in start("list").stdout
    assert "\x1b[1m" in on_terminal("list")


def test_no_color_and_force_color(store: Path) -> None:
    assert "\x1b" not in on_terminal("list", env={"NO_COLOR": "1"})
    assert b"\x1b[1m" in start("list", env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b" not in start("list", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def test_columns(store: Path) -> None:
    wide = start("list", env={"COLUMNS": "140"}).stdout.decode()
    narrow = start("list", env={"COLUMNS": "60"}).stdout.decode()
    assert 80 < max(map(len, wide.splitlines())) <= 140
    assert max(map(len, narrow.splitlines())) <= 60


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_an_ascii_terminal_gets_an_answer(store: Path, form: str) -> None:
    called = start("list", "--format", form, env={"PYTHONIOENCODING": "ascii"})
    assert (called.returncode, called.stderr) == (0, b"")
    if form == "table":
        assert b">= 4,321" in called.stdout
        assert called.stdout.isascii()


@pytest.mark.parametrize("name", ["show", "diff", "compare", "metrics", "documents", "--help"])
def test_no_letter_breaks_an_ascii_terminal(store: Path, name: str) -> None:
    more = {"show": ["a"], "diff": ["2023-12-01", "2024-02-03"], "compare": ["-m", "deaths"]}.get(name, [])
    called = start(name, *more, env={"PYTHONIOENCODING": "ascii"})
    assert called.returncode == 0
    assert called.stdout.isascii()
    assert called.stderr == b""


def test_a_reader_that_goes_away_is_no_failure_to_speak_of(store: Path) -> None:
    with subprocess.Popen(
        command("list", "--format", "jsonl"),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_an_interrupt_ends_with_130_and_no_word() -> None:
    with subprocess.Popen(
        command("extract", "-"),
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None and process.stderr is not None
        process.stdin.write(b"x" * 70000)  # more than a pipe holds: once it is taken, the program is reading
        process.stdin.flush()
        for _ in range(12):  # a signal that falls into an import's own clean-up is swallowed by Python
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
                break
        assert process.returncode == 130
        assert process.stderr.read() == b""


def test_the_version() -> None:
    called = start("--version")
    assert (called.returncode, called.stderr) == (0, b"")
    assert called.stdout.decode() == f"claimtrack {version()}\n"


def test_completion_offers_commands_metrics_and_ids(store: Path) -> None:
    def offered(words: str) -> list[str]:
        env = {
            "_CLAIMTRACK_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
            "_TYPER_COMPLETE_ARGS": words,
        }
        return start(env=env).stdout.decode().split()

    assert offered("claimtrack ex") == ["extract", "explain"]
    assert offered("claimtrack list --metric dea") == ["deaths"]
    assert offered("claimtrack list --document wi") == ["winter"]
    assert len(offered("claimtrack show ")) == 3


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a call loads."""
    call = f"from claimtrack.cli.app import run; run({list(arguments)!r})"
    probe = [sys.executable, "-c", f"import sys; {call}; print(*sys.modules, file=sys.stderr)"]
    return set(subprocess.run(probe, env=environment(), capture_output=True, check=True).stderr.decode().split())


def test_a_start_loads_nothing_heavy(store: Path) -> None:
    heavy = {"pydantic", "dateutil", "filelock", "tomllib"}
    heavy |= {"claimtrack.extract.pipeline", "claimtrack.lexicon", "claimtrack.readers"}
    assert loaded_by("list") & heavy == set()
    assert loaded_by("--version") & (heavy | {"rich.console", "sqlite3", "msgspec", "claimtrack.model"}) == set()
