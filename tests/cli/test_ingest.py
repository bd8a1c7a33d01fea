"""Reading articles into the store, and straight through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

FLOOD = "At least 97 people were killed and 12 wounded when the Osta river flooded Miran on Saturday, police said.\n"
DATED = "Published: 2024-03-02\n\nPolice in Miran said on Friday that 14 people were arrested after the protest.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with an article that has a date and one that has none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    (folder / "protest.txt").write_text(DATED, encoding="utf-8")
    return folder


def summary(err: str) -> str:
    """The last line on standard error."""
    return err.splitlines()[-1]


def test_ingest_says_what_is_new_then_unchanged_then_changed(call: Call, articles: Path) -> None:
    first = call("ingest", articles)
    assert (first.code, first.out) == (0, "")
    assert summary(first.err) == "claimtrack: 2 documents: 2 new, 0 changed, 0 unchanged, 0 failed; 3 claims new"
    again = call("ingest", articles)
    assert again == (0, "", "claimtrack: 2 documents: 0 new, 0 changed, 2 unchanged, 0 failed; 0 claims new\n")
    (articles / "protest.txt").write_text(DATED.replace("14", "15"), encoding="utf-8")
    changed = call("ingest", articles)
    assert summary(changed.err).endswith(": 0 new, 1 changed, 1 unchanged, 0 failed; 1 claim new")
    assert [claim["value"]["low"] for claim in json.loads(call("list", "-m", "detained", "-f", "json").out)] == [15]


def test_ingest_says_in_one_line_what_to_do_about_a_missing_date(call: Call, articles: Path) -> None:
    assert call("ingest", articles).err.splitlines()[:-1] == [
        "claimtrack: flood states no publication date, so its relative days stay unresolved (2 of 2 claims undated): "
        "claimtrack ingest --published YYYY-MM-DD articles/flood.txt, or claimtrack date flood YYYY-MM-DD"
    ]


@pytest.mark.parametrize(
    "way", [("ingest", "--published", "2024-03-05", "articles/flood.txt"), ("date", "flo", "5 March 2024")]
)
def test_a_date_that_is_given_resolves_the_days(call: Call, articles: Path, way: tuple[str, ...]) -> None:
    call("ingest", articles)
    before = json.loads(call("list", "--document", "flood", "-f", "json").out)
    assert {claim["period"]["end"] for claim in before} == {None}
    assert call(*way).code == 0
    after = json.loads(call("list", "--document", "flood", "-f", "json").out)
    assert {(claim["period"]["end"], claim["published"]) for claim in after} == {("2024-03-02", "2024-03-05")}
    assert [claim["id"] for claim in after] == [claim["id"] for claim in before]
    rows = {row["id"]: row for row in json.loads(call("documents", "-f", "json").out)}
    assert rows["flood"]["published_basis"] == "given"
    assert "2024-03-05" in call("show", after[0]["id"]).out


def test_a_date_that_is_known_already_changes_nothing_and_says_so(call: Call, articles: Path, tmp_path: Path) -> None:
    call("ingest", articles)
    assert call("date", "flood", "2024-03-05").err == (
        "claimtrack: flood: published 2024-03-05 (before: unknown), 2 claims dated anew\n"
    )
    journal = (tmp_path / "data" / "claims.jsonl").read_bytes()
    again = call("date", "flood", "2024-03-05", "--format", "json")
    assert again.err == "claimtrack: flood: already published 2024-03-05: nothing changed\n"
    assert json.loads(again.out) == json.loads(call("list", "--document", "flood", "--format", "json").out)
    assert call("date", "protest", "2024-03-02").err.endswith(": nothing changed\n")
    assert (tmp_path / "data" / "claims.jsonl").read_bytes() == journal


def test_show_tells_what_was_read_again_from_what_was_replaced(call: Call, articles: Path) -> None:
    def history(figure: str) -> str:
        (found,) = json.loads(call("list", "--search", figure, "--metric", "deaths", "-f", "json").out)
        return " ".join(call("show", found["id"]).out.partition("history")[2].split())

    call("ingest", articles)
    call("ingest", "--published", "2024-03-05", articles / "flood.txt")
    assert "read again, ≥ 97 as of" in history("97") and "published 2024-03-05" in history("97")
    assert "superseded" not in history("97") and "another figure" not in history("97")
    (articles / "flood.txt").write_text(FLOOD.replace("97", "99"), encoding="utf-8")
    call("ingest", articles)
    assert "read again, another figure stands in its place, ≥ 99 as of" in history("99")


def test_show_names_the_article_as_it_is_seen_from_here(call: Call, articles: Path, tmp_path: Path) -> None:
    call("ingest", articles)
    found = json.loads(call("list", "--document", "flood", "-f", "json").out)[0]
    shown = call("show", found["id"]).out
    assert shown.splitlines()[-1].endswith("claimtrack explain articles/flood.txt")
    assert str(tmp_path) not in shown


def test_documents_leave_away_titles_where_there_are_none(call: Call, articles: Path) -> None:
    call("ingest", articles)
    first, *_, last = call("documents").out.splitlines()
    assert "title" not in first
    assert last.endswith("claimtrack list --document ID")
    row = {"id": "titled", "title": "Flood in Miran", "text": FLOOD}
    (articles / "titled.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    call("ingest", articles)
    assert "title" in call("documents").out.splitlines()[0]


def test_undated_figures_are_listed_last(call: Call, articles: Path) -> None:
    (articles / "old.txt").write_text("On 3 May 2020 a landslide killed 12 people in Miran.\n", encoding="utf-8")
    call("ingest", articles)
    found = json.loads(call("list", "-f", "json").out)
    assert [claim["document"] for claim in found] == ["protest", "old", "flood", "flood"]
    assert [claim["as_of"]["date"] is None for claim in found] == [False, True, True, True]


def test_a_date_that_the_text_states_is_not_overridden_by_published(call: Call, articles: Path) -> None:
    called = call("ingest", "--published", "2024-12-28", articles / "protest.txt")
    assert called.err.splitlines()[0] == (
        "claimtrack: protest states 2024-03-02 itself, --published 2024-12-28 is not used; to override it: "
        "claimtrack date protest 2024-12-28"
    )
    assert json.loads(call("documents", "-f", "json").out)[0]["published"] == "2024-03-02"


def test_a_dry_run_stores_nothing(call: Call, articles: Path, tmp_path: Path) -> None:
    called = call("ingest", "--dry-run", articles)
    assert summary(called.err).endswith(
        "2 new, 0 changed, 0 unchanged, 0 failed; 3 claims new; dry run, nothing stored"
    )
    assert not list(tmp_path.rglob("claims*"))


def test_one_bad_file_is_reported_and_the_rest_go_on(call: Call, articles: Path) -> None:
    (articles / "rows.jsonl").write_text('{"id": "a", "text": "Police arrested 12 people."}\n{"id": 7\n')
    called = call("ingest", "articles", "missing.txt")
    assert called.code == 1
    assert summary(called.err) == "claimtrack: 5 documents: 3 new, 0 changed, 0 unchanged, 2 failed; 4 claims new"
    problems = [line for line in called.err.splitlines() if "expected" in line]
    assert [problem.split(": ")[1] for problem in problems] == ["articles/rows.jsonl:2", "missing.txt"]


def test_the_outlet_that_is_given_is_kept(call: Call, articles: Path) -> None:
    call("ingest", "--outlet", "Miran Post", articles)
    assert len(json.loads(call("list", "--outlet", "miran post", "-f", "json").out)) == 3


def test_what_became_of_each_document_can_be_had_as_records(call: Call, articles: Path) -> None:
    rows = json.loads(call("ingest", articles, "--format", "json").out)
    assert [(row["document"], row["result"], row["claims"], row["undated"]) for row in rows] == [
        ("flood", "new", 2, 2),
        ("protest", "new", 1, 0),
    ]


def test_extract_streams_json_lines_into_a_pipe_and_stores_nothing(call: Call, articles: Path, tmp_path: Path) -> None:
    called = call("extract", articles)
    assert (called.code, called.err) == (0, "")
    found = [json.loads(line) for line in called.out.splitlines()]
    assert [(claim["document"], claim["metric"], claim["value"]["low"]) for claim in found] == [
        ("flood", "deaths", 97),
        ("flood", "injuries", 12),
        ("protest", "detained", 14),
    ]
    assert called.out == call("extract", articles, "--format", "jsonl").out
    assert not list(tmp_path.rglob("claims*"))


def test_explain_names_a_rule_or_a_reason_for_each_number(call: Call, articles: Path) -> None:
    (articles / "flood.txt").write_text(FLOOD + "\nThe river rose 3 metres.\n", encoding="utf-8")
    rows = json.loads(call("explain", articles / "flood.txt", "--format", "json").out)
    assert [(row["text"], row["taken"]) for row in rows] == [("97", True), ("12", True), ("3", False)]
    assert all(row["rule"] if row["taken"] else row["reason"] for row in rows)
    table = call("explain", articles / "flood.txt").out
    assert table.splitlines()[-1].startswith("3 numbers: 2 taken, 1 refused")


def test_hostile_articles_reach_no_terminal_as_commands(call: Call, tmp_path: Path) -> None:
    hostile = "Ministry [of Health] said \x1b[2J\x9b31m at least 31 people\u202e were killed in [bold]Miran[/bold].\n"
    (tmp_path / "hostile.txt").write_text(hostile, encoding="utf-8")
    for arguments in (
        ("extract", "hostile.txt", "--format", "table"),
        ("explain", "hostile.txt"),
        ("ingest", "hostile.txt", "--format", "table"),
        *(("list", "--format", form) for form in ("table", "json", "csv", "md")),
    ):
        called = call(*arguments)
        assert called.code == 0
        assert not set(called.out + called.err) & set("\x1b\x9b\u202e")
