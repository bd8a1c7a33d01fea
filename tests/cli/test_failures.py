"""Every failure is one line on standard error that says what to type instead, with its exit code; never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.cli import app
from tests.cli.conftest import Call

BAD_CALLS = [
    (("lst",), 2, "there is no command 'lst', did you mean list? see claimtrack --help"),
    (("plot",), 2, "there is no command 'plot': see claimtrack --help"),
    (("diff", "2024-02-03"), 2, "missing argument 'AFTER'; see claimtrack diff --help"),
    (("compare",), 2, None),
    (
        ("compare", "--metric", "deths"),
        2,
        "no metric is called 'deths', did you mean deaths? see claimtrack metrics",
    ),
    (
        ("diff", "09/10/24", "2024-12-28"),
        2,
        "'09/10/24' can be read as 2024-09-10 or as 2024-10-09: type the one you mean",
    ),
    (("list", "--since", "yesterday"), 2, None),
    (("diff", "2024-02-03", "2023-12-01"), 2, None),
    (("list", "--sort", "colour"), 2, None),
    (("list", "--limit", "0"), 2, "--limit: 0 is too few, must be 1 or more"),
    (("list", "--limit", "1.5"), 2, "--limit: '1.5' is not a whole number, expected one such as 100"),
    (("list", "--min", "ten"), 2, "--min: 'ten' is not a whole number, expected one such as 100"),
    (("list", "--max", ""), 2, "--max: '' is not a whole number, expected one such as 100"),
    (("explain", "nosuch"), 1, None),
    (("extract", "nosuch", "--format", "table"), 1, None),
    (("list", "--status", "true"), 2, None),
    (("list", "--metric", "deth"), 2, None),
    (("show", "ffff"), 1, "no claim has an id that begins with 'ffff': `claimtrack list` lists them"),
    (("date", "nothing", "2024-12-28"), 1, None),
    (("list", "-o", "claims.xlsx"), 2, None),
    (("list", "-o", "claims.csv", "--format", "json"), 2, None),
    (("list", "-o", "nowhere/claims.csv"), 2, "-o nowhere/claims.csv: there is no folder nowhere, make it first"),
    (("list", "-o", "data", "--format", "csv"), 2, "-o data: is a folder, expected a file to write"),
    (("list", "--store", "data"), 1, None),
    (("list", "--store", "no.jsonl"), 1, "no store at no.jsonl: run `claimtrack ingest` first"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), BAD_CALLS)
def test_failures(call: Call, store: Path, arguments: tuple[str, ...], code: int, message: str | None) -> None:
    called = call(*arguments)
    assert called.code == code
    assert called.out == ""
    assert called.err.startswith("claimtrack: ")
    assert called.err.count("\n") == 1
    if message is not None:
        assert called.err == f"claimtrack: {message}\n"


def test_output_endings_are_named_where_one_is_unknown(call: Call, store: Path) -> None:
    assert call("list", "-o", "claims.xlsx").err == (
        "claimtrack: -o claims.xlsx: no format goes with the ending '.xlsx': "
        "use one of .txt, .json, .jsonl, .ndjson, .csv, .md, .markdown, or say --format\n"
    )
    assert call("list", "-o", "claims.csv", "--format", "json").err == (
        "claimtrack: -o claims.csv: the ending says csv, --format says json: leave one of them out\n"
    )


def test_a_bug_is_one_line_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(application: object) -> object:
        raise KeyError("a\nb\x1b[31m")

    monkeypatch.setattr(app, "get_command", broken)
    called = call("list")
    assert called.code == 1
    assert called.err == ("claimtrack: internal error: KeyError: 'a\\nb\\x1b[31m' (CLAIMTRACK_DEBUG=1 shows where)\n")


def test_control_signs_in_a_name_reach_no_terminal(call: Call, store: Path) -> None:
    assert "\x1b" not in call("show", "\x1b[31m").err
    assert "\x1b" not in call("\x1b[31m").err


@pytest.mark.parametrize("name", ["claims.csv", "claims.json", "claims.jsonl", "claims.md", "claims.txt"])
def test_a_file_gets_what_standard_output_would(call: Call, store: Path, name: str, tmp_path: Path) -> None:
    form = {"txt": "table"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    assert call("list", "-o", name) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8") == call("list", "--format", form).out
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_file_is_replaced_whole_or_left_alone(
    call: Call, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("precious\n")
    file.chmod(0o640)

    def failing(*arguments: object) -> object:
        yield "half a line"
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("claimtrack.render.output.written", failing)
        called = call("list", "-o", file)
    assert called == (1, "", f"claimtrack: -o {file}: cannot be written: No space left on device\n")
    assert file.read_text() == "precious\n"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert call("list", "-o", file).code == 0
    assert file.read_text().startswith("id,document,")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["", *app.COMMANDS])
def test_help_says_what_for_and_shows_an_example(call: Call, name: str) -> None:
    called = call(*([name] if name else []), "--help")
    assert called.code == 0
    assert called.err == ""
    usage, _, about, _, example, *lines = called.out.splitlines() if name else ["", "", "", "", "", ""]
    if name:
        assert usage.startswith(f"Usage: claimtrack {name}")
        assert about.startswith("  ") and about.endswith(".")
        assert example.strip() in ("Example:", "Examples:") or example.strip().startswith("Example (")
        assert lines[0].startswith(f"    claimtrack {name}")


@pytest.mark.parametrize("name", app.COMMANDS)
def test_help_names_arguments_in_plain_words(call: Call, name: str) -> None:
    text = call(name, "--help").out
    assert not [sign for sign in ("{", "<str>", "<list", "(seeds/)", "[required]  ", "......") if sign in text]


def test_the_id_in_the_help_of_show_is_on_the_seeds(call: Call) -> None:
    (example,) = [line.split()[-1] for line in call("show", "--help").out.splitlines() if "  claimtrack show " in line]
    seeds = Path(app.__file__).parents[2] / "seeds"
    ids = [json.loads(line)["id"] for line in call("extract", seeds, "--format", "jsonl").out.splitlines()]
    assert [found for found in ids if found.startswith(example)] != []


def test_a_file_that_is_no_store_keeps_its_folder_as_it_was(call: Call, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Notes\n", encoding="utf-8")
    called = call("list", "--store", "README.md")
    assert called == (1, "", "claimtrack: README.md:1: not an entry of a claimtrack journal, expected one\n")
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_no_argument_prints_the_help(call: Call) -> None:
    called = call()
    assert called.code == 0
    assert all(f"\n  {name}" in called.out for name in app.COMMANDS)
    assert "\n    claimtrack ingest\n    claimtrack list\n" in called.out
