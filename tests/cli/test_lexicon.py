"""Words of the user's own, as they are used: named in the call, or in the project's file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from claimtrack.cli.words import project_file
from tests.cli.conftest import Call, start
from tests.lexicon.own.files import WORDS

MARCH = "KELD, 3 March 2025 – At least 1,200 trucks have entered Keld since 19 January, KRC said."
APRIL = "KELD, 3 April 2025 – At least 2,100 lorries have entered Keld since 19 January, KRC said."


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A file of words, and two articles."""
    (tmp_path / "march.txt").write_text(MARCH, encoding="utf-8")
    (tmp_path / "april.txt").write_text(APRIL, encoding="utf-8")
    file = tmp_path / "words.toml"
    file.write_text(WORDS, encoding="utf-8")
    return file


@pytest.fixture
def project(words: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder inside one with a project's file, which is the working directory."""
    (tmp_path / "claimtrack.toml").write_text('lexicon = ["words.toml"]\n[metrics.injuries]\nnouns = ["gash"]\n')
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def metrics(out: str) -> list[str]:
    return [json.loads(line)["metric"] for line in out.splitlines()]


def test_a_call_names_its_words(call: Call, words: Path) -> None:
    assert metrics(call("extract", "march.txt").out) == []
    called = call("extract", "march.txt", "--lexicon", words)
    assert (called.code, called.err, metrics(called.out)) == (0, "", ["aid_trucks"])
    assert "aid_trucks ≥ 1,200" in call("explain", "march.txt", "--lexicon", words).out


def test_several_files_are_read_together(call: Call, words: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.toml"
    more.write_text("[metrics.aid_trucks]\nintransitive = ['trundle in']\nexamples = ['Three trucks trundled in.']\n")
    assert call("metrics", "--lexicon", words, "--lexicon", more).code == 0
    assert call("metrics", "--lexicon", more).code == 1


def test_the_words_can_come_from_the_environment(words: Path) -> None:
    env = {"CLAIMTRACK_LEXICON": os.pathsep.join([str(words), str(words)])}
    called = start("extract", "march.txt", env=env)
    assert (called.returncode, metrics(called.stdout.decode())) == (0, ["aid_trucks"])


def test_a_project_s_words_are_in_use_below_its_file(call: Call, project: Path) -> None:
    called = call("metrics")
    assert "aid_trucks" in called.out and "claimtrack.toml" in called.out.splitlines()[-2]
    assert metrics(call("extract", "../march.txt").out) == ["aid_trucks"]
    assert project_file() == project.parent / "claimtrack.toml"


def test_a_project_s_file_above_the_home_is_not_looked_for(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(project))
    assert metrics(call("extract", "../march.txt").out) == []


def test_figures_are_stored_asked_and_dated_anew_with_the_project_s_words(call: Call, project: Path) -> None:
    assert call("ingest", "../march.txt", "../april.txt").code == 0
    assert "≥ 2,100" in call("compare", "--metric", "AID_trucks").out
    assert "+ 900" in call("diff", "2025-03-04", "2025-04-04", "--metric", "aid_trucks").out
    assert "aid_trucks" in call("date", "march", "2025-03-02").out
    assert call("list", "--metric", "schools_closed").out.startswith("no claims")


def test_stored_figures_are_read_without_the_words(call: Call, words: Path) -> None:
    assert call("ingest", "march.txt", "april.txt", "--lexicon", words).code == 0
    assert metrics(call("list", "-f", "jsonl").out) == ["aid_trucks", "aid_trucks"]
    assert call("list", "--metric", "aid_trucks", "--place", "nowhere").code == 0
    assert "≥ 2,100" in call("compare", "--metric", "aid_trucks").out
    assert "+ 900" in call("diff", "2025-03-04", "2025-04-04", "--metric", "aid_trucks").out
    assert call("compare", "--metric", "aid_truck").err == (
        "claimtrack: no metric is called 'aid_truck', did you mean aid_trucks? see claimtrack metrics\n"
    )
    called = call("metrics")
    assert called.code == 0 and called.err == (
        "claimtrack: the store also holds figures of aid_trucks, of words that are not in use: see --lexicon\n"
    )
    assert call("metrics", "--lexicon", words).err == ""


def test_metrics_go_on_beside_a_store_that_cannot_be_read(call: Call, tmp_path: Path) -> None:
    called = call("metrics", "--store", tmp_path)
    assert called.code == 0 and called.err.startswith("claimtrack: warning: ") and "deaths" in called.out


def test_a_metric_says_which_file_it_is_from(call: Call, words: Path) -> None:
    found = {one["name"]: one for one in json.loads(call("metrics", "--lexicon", words, "-f", "json").out)}
    assert found["deaths"]["origin"] is None and found["aid_trucks"]["origin"] == "words.toml"
    assert (
        found["aid_trucks"]["counts"] == ["trucks"] and found["schools_closed"]["title"] == "schools that do not teach"
    )


def test_the_bounds_in_use_are_listed_in_every_form(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text("[vague]\nDozens = [20, 60]\nmillions = [1000000]\n'a handful' = [3, 9]\n")
    called = call("metrics", "--vague", "--lexicon", file, "-f", "json")
    found = {one.pop("word"): one for one in json.loads(called.out)}
    assert found["dozens"] == {"low": 20, "high": 60, "origin": "words.toml"}
    assert found["millions"] == {"low": 1_000_000, "high": None, "origin": "words.toml"}
    assert found["a handful"] == {"low": 3, "high": 9, "origin": "words.toml"}
    assert found["hundreds"] == {"low": 200, "high": 999, "origin": None}
    table = [line.split() for line in call("metrics", "--vague", "--lexicon", file).out.splitlines()]
    assert ["dozens", "20", "60", "words.toml"] in table and ["hundreds", "200", "999", "claimtrack"] in table
    assert ["millions", "1,000,000", "open", "words.toml"] in table
    assert "dozens,24,99," in call("metrics", "--vague", "-f", "csv").out.splitlines()
    assert "| dozens | 24 | 99 | claimtrack |" in call("metrics", "--vague", "-f", "md").out.splitlines()


def test_a_project_s_bounds_reach_the_claims(call: Call, tmp_path: Path) -> None:
    (tmp_path / "claimtrack.toml").write_text("[vague]\ndozens = [20, 60]\n")
    (tmp_path / "blast.txt").write_text("KELD, 3 March 2025 – Dozens of people were killed in Keld, police said.")
    (claim,) = [json.loads(line) for line in call("extract", "blast.txt").out.splitlines()]
    assert (claim["value"]["low"], claim["value"]["high"]) == (20, 60)


@pytest.mark.parametrize(
    "command", [("extract",), ("ingest",), ("explain", "march.txt"), ("metrics",), ("compare", "-m", "carts")]
)
def test_all_that_is_wrong_is_said_a_line_each_and_nothing_is_done(
    call: Call, words: Path, command: tuple[str, ...], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[units]\ncarts = ['cart/']\n\n[places.X]\ncountry = \"xx\\u001b[31m\"\n")
    called = call(*command, "--lexicon", wrong)
    assert (called.code, called.out) == (1, "")
    assert [line.split(", expected")[0] for line in called.err.splitlines()] == [
        "claimtrack: wrong.toml:2: 'cart/' cannot be read",
        "claimtrack: wrong.toml:5: no country has the code 'xx\\x1b[31m'",
    ]
    assert not (tmp_path / "data").exists()


def test_a_wrong_project_file_does_not_stand_in_the_way_of_what_needs_no_words(call: Call, store: Path) -> None:
    Path("claimtrack.toml").write_text("nothing = 1")
    assert call("list").code == call("compare", "--metric", "deaths").code == 0
    assert call("extract", "-").err.startswith("claimtrack: claimtrack.toml:1: 'nothing' is no key of the file")


def test_completion_offers_metrics_of_one_s_own(words: Path) -> None:
    def offered(line: str) -> list[str]:
        env = {"_CLAIMTRACK_COMPLETE": "complete_bash", "COMP_WORDS": line, "_TYPER_COMPLETE_ARGS": line}
        return start(env={**env, "COMP_CWORD": str(line.count(" "))}).stdout.decode().split()

    assert offered("claimtrack list --metric aid") == []
    assert offered("claimtrack list --lexicon words.toml --metric aid") == ["aid_trucks"]
    Path("claimtrack.toml").write_text(WORDS, encoding="utf-8")
    assert offered("claimtrack list --metric aid") == ["aid_trucks"]
