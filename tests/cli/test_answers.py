"""The commands that ask the store: their answers, in every form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

from claimtrack.model import Claim, claim_json
from tests import golden
from tests.cli.conftest import Call, autumn_claims, winter_claims

GOLDEN = Path(__file__).parent / "golden"
DIFF = ("diff", "2023-12-01", "2024-02-03")
ASKING = {
    "list": ("list",),
    "show": ("show", winter_claims()[0].id[:6]),
    "compare": ("compare", "--metric", "deaths"),
    "diff": DIFF,
    "documents": ("documents",),
    "metrics": ("metrics",),
}


@pytest.mark.parametrize("width", ["80", "140"])
@pytest.mark.parametrize("name", ["list", "compare", "diff"])
def test_tables(call: Call, store: Path, name: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    called = call(*ASKING[name])
    assert (called.code, called.err) == (0, "")
    golden.check(GOLDEN / f"{name}-{width}.txt", called.out)


@pytest.mark.parametrize("name", list(ASKING))
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_form_of_every_answer_is_there_and_hides_no_command(
    call: Call, store: Path, name: str, form: str
) -> None:
    called = call(*ASKING[name], "--format", form)
    assert (called.code, called.err) == (0, "")
    assert called.out.endswith("\n")
    assert "\x1b" not in called.out
    if form == "json":
        json.loads(called.out)
    elif form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in called.out.splitlines())
    elif form == "csv":
        heading, *rows = csv.reader(io.StringIO(called.out))
        assert rows and all(len(row) == len(heading) for row in rows)
        assert any(any(row) for row in rows)
    elif form == "md":
        lines = called.out.splitlines()
        bars = {line.replace("\\|", "").count("|") for line in lines}
        assert len(lines) > 2 and len(bars) == 1


def test_list_as_json_lines_is_the_contract(call: Call, store: Path) -> None:
    lines = call("list", "--format", "jsonl").out.splitlines()
    stored = {claim.id: claim for claim in (*winter_claims(), *autumn_claims())}
    found = [msgspec.json.decode(line, type=Claim) for line in lines]
    assert {claim.id: claim for claim in found} == stored
    harmless = [line for line in lines if "\\u001b" not in line]
    assert set(harmless) <= {claim_json(claim).decode() for claim in stored.values()}


def test_json_is_the_same_claims_as_json_lines(call: Call, store: Path) -> None:
    lines = [json.loads(line) for line in call("list", "--format", "jsonl").out.splitlines()]
    assert json.loads(call("list", "--format", "json").out) == lines


def test_csv_has_the_claims_and_their_guards(call: Call, store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(call("list", "--format", "csv", "--metric", "missing").out)))
    assert [(row["value_low"], row["status"], row["attribution_name"]) for row in rows] == [
        ("1200", "presumed", r"Ministry [of Health]\x1b[31m")
    ]


@pytest.mark.parametrize(
    ("filters", "figures"),
    [
        (("--metric", "DEATHS"), ["over 4,000", "At least 4,321"]),
        (("--place", "velm"), ["over 4,000", "At least 4,321", "1,200"]),
        (("--attributed-to", "dann"), ["over 4,000"]),
        (("--outlet", "gazette"), ["over 4,000"]),
        (("--basis", "stock"), ["1,200"]),
        (("--status", "presumed"), ["1,200"]),
        (("--since", "1 January 2024"), ["At least 4,321", "1,200"]),
        (("--until", "2023"), ["over 4,000"]),
        (("--document", "aut"), ["over 4,000"]),
        (("--search", "FEARED dead"), ["1,200"]),
        (("--max", "2000"), ["1,200"]),
        (("--sort", "-value"), ["At least 4,321", "over 4,000", "1,200"]),
        (("--sort", "-value", "--limit", "1"), ["At least 4,321"]),
        (("--population", "soldiers"), []),
    ],
)
def test_list_filters(call: Call, store: Path, filters: tuple[str, ...], figures: list[str]) -> None:
    called = call("list", *filters, "--format", "json")
    assert called.code == 0
    assert [claim["value"]["text"] for claim in json.loads(called.out)] == figures


def test_a_limit_says_how_many_there_are(call: Call, store: Path) -> None:
    assert call("list", "--limit", "2").out.splitlines()[-1] == ("2 of 3 claims · --limit 3 shows all")


@pytest.mark.parametrize("width", ["80", "140"])
@pytest.mark.parametrize("name", ["list", "compare", "diff"])
def test_the_ids_in_a_table_can_be_shown(
    call: Call, store: Path, name: str, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    ids = {claim.id[:4] for claim in (*winter_claims(), *autumn_claims())}
    words = {word for word in call(*ASKING[name]).out.split() if word in ids}
    assert len(words) == 2 + (name != "compare")
    assert all(call("show", word).code == 0 for word in words)


def test_no_claims_is_said_and_is_no_failure(call: Call, store: Path) -> None:
    called = call("list", "--place", "Nowhere")
    assert called == (0, "no claims · the store holds 3 · claimtrack list --help\n", "")


def test_show_marks_the_number_and_prints_article_text_as_it_is(call: Call, store: Path) -> None:
    called = call("show", winter_claims()[1].id)
    words = " ".join(called.out.split())
    assert r"Ministry [of Health] said \x1b[31m»1,200«\x1b[0m people" in words
    assert "rules passive-verb" in words
    assert "added, 1,200 as of 2024-02-03" in words


def test_the_store_is_found_by_option_variable_and_default(
    call: Call, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere.jsonl"
    assert call("list", "--limit", "1").code == 0
    monkeypatch.setenv("CLAIMTRACK_STORE", str(elsewhere))
    assert call("list").err == f"claimtrack: no store at {elsewhere}: run `claimtrack ingest` first\n"
    assert call("list", "--store", store).code == 0
