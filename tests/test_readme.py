"""What the README shows is what the program prints; `UPDATE_GOLDEN=1` writes it anew.

A block of `console` holds `$ command` lines, each with its output below; the blocks are one session, in one folder.
A block of `toml` is a file of that folder, which its first line names. A block of `python` is followed by one of
`text`: what it prints at the end of that session.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import picture
from tests.newcomer import ROOT, checkout, environment, printed

README = ROOT / "README.md"
COLUMNS = 108
_FENCE = re.compile(r"^```(console|python|text|toml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_HERE = "/home/you/claimtrack"


def test_what_is_shown_is_what_is_printed() -> None:
    shown = README.read_text(encoding="utf-8")
    true = "".join(_retold(shown))
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(true, encoding="utf-8")
        shown = true
    assert [_settled(block) for block in _blocks(true)] == [_settled(block) for block in _blocks(shown)]


def test_the_picture_shows_what_is_printed() -> None:
    pytest.importorskip("pty")
    drawn = picture.draw(picture.run())
    if os.environ.get("UPDATE_GOLDEN"):
        picture.PICTURE.write_text(drawn, encoding="utf-8")
    assert picture.words(drawn) == picture.words(picture.PICTURE.read_text(encoding="utf-8"))


def test_the_first_command_leaves_its_store_in_data_and_nothing_else() -> None:
    steps = _marked("install-and-run").split(" && ")
    assert steps[0] == "python -m pip install ."
    with checkout() as folder, environment(COLUMNS) as variables:
        shown = printed(" && ".join(steps[1:]), folder, variables)
        assert sorted(path.name for path in folder.iterdir()) == ["data", "seeds"]
        assert (folder / "data/claims.jsonl").is_file()
    assert "> 41,000" in shown and "≥ 45,484" in shown and "+ 4,484" in shown


def test_the_second_command_runs_the_tests() -> None:
    assert _marked("test") == "python -m pip install '.[dev]' && python -m pytest"


def test_the_metrics_are_those_that_can_be_tracked(tmp_path: Path) -> None:
    with environment(COLUMNS) as variables:
        known = json.loads(printed("claimtrack metrics --format json", tmp_path, variables))
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", _section("What can be tracked"), re.MULTILINE)
    assert rows == [(metric["name"], metric["definition"]) for metric in known]


def test_the_fields_of_a_claim_are_all_told() -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", _section("The JSON contract"), re.MULTILINE)
    told = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    (example,) = re.findall(r"^\{\n.*?^\}$", _section("The JSON contract"), re.MULTILINE | re.DOTALL)
    assert sorted(told) == sorted(json.loads(example))


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def _retold(shown: str) -> Iterator[str]:
    """The README with all shown output as it is now."""
    at, program = 0, ""
    with checkout() as folder, environment(COLUMNS) as variables:
        for fence in _FENCE.finditer(shown):
            yield shown[at : fence.start(2)]
            kind, body = fence.groups()
            if kind == "console":
                body = "\n".join(_session(body, folder, variables))
            elif kind == "python":
                program = body
            elif kind == "toml":
                name = re.match(r"# (\w+\.toml)", body)
                assert name, "the name of the file, as its first line"
                (folder / name[1]).write_text(body, encoding="utf-8")
            else:
                body = printed(f"python -c {shlex.quote(program)}", folder, variables)
            yield body
            at = fence.end(2)
    yield shown[at:]


def _session(body: str, folder: Path, variables: dict[str, str]) -> Iterator[str]:
    """A console block with its commands' output as it is now; commands are set apart by an empty line."""
    for command in re.findall(r"^\$ (.+)$", body, re.MULTILINE):
        output = printed(command, folder, variables).replace(str(folder), _HERE)
        yield "".join(f"{line.rstrip()}\n" for line in [f"$ {command}", *output.splitlines()])


def _settled(block: str) -> str:
    """A block without what differs from run to run: times, and the breaks that the length of a path decides."""
    block = _TIME.sub("(time)", block)
    return " ".join(block.split()) if _HERE in block else block


def _blocks(text: str) -> list[str]:
    """What stands in the blocks that are checked."""
    return [fence[2] for fence in _FENCE.finditer(text)]


def _marked(name: str) -> str:
    """The one line of the block that follows a mark for .ci/run."""
    found = re.findall(rf"^<!-- ci: {name} -->\n```\w*\n(.*)\n```$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(found) == 1, f"one block of one line under the mark {name}"
    return str(found[0])


def _section(title: str) -> str:
    """A section of the README, without its title."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found, f"a section called {title}"
    return found[1]
