"""Who says what on one date."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest

from claimtrack.analysis import Comparison, Match, Stand, compare, match
from claimtrack.errors import DateError, UsageError
from claimtrack.model import Basis, Claim, Qualifier, Status, Value
from tests.analysis.claims import claim, value


def toll(figure: int | Value, says: str | None, as_of: str = "2024-05-10", **how: str) -> Claim:
    """A running total in Gaza."""
    return claim(figure, says=says, as_of=as_of, start="2024-05-01", document=f"{says}{how}", **how)  # type: ignore[arg-type]  # only words


def stands(answer: Comparison) -> dict[str, Stand]:
    return {row.figure.source: row.agreement for row in answer.rows}


def test_relays_of_one_origin_are_one_row_with_several_outlets() -> None:
    answer = compare([toll(97, "Ministry", outlet=name) for name in ("Reuters", "AFP", "AP")], "deaths")
    (row,) = answer.rows
    assert row.figure.outlets == ("AFP", "AP", "Reuters")
    assert (row.agreement, row.against, answer.origins) == (Stand.ALONE, (), 1)


def test_by_outlet_the_relays_are_rows_that_count_once() -> None:
    claims = [toll(97, "Ministry", outlet=name) for name in ("Reuters", "AFP")] + [toll(97, "UN", outlet="AP")]
    answer = compare(claims, "deaths", by="outlet")
    assert [(row.figure.source, row.repeats) for row in answer.rows] == [
        ("AFP", None),
        ("AP", None),
        ("Reuters", "AFP"),
    ]
    assert stands(answer) == {"AFP": Stand.AGREES, "AP": Stand.AGREES, "Reuters": Stand.RELAYS}
    assert answer.origins == 2


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (value(97), value(97), (Stand.AGREES, Stand.AGREES)),
        (value(97), value(90, Qualifier.AT_LEAST), (Stand.INSIDE, Stand.HOLDS)),
        (value(90, Qualifier.RANGE, 100), value(95, Qualifier.RANGE, 110), (Stand.OVERLAPS, Stand.OVERLAPS)),
        (value(97), value(120), (Stand.CONFLICTS, Stand.CONFLICTS)),
        (value(97), value(100, Qualifier.ABOUT), (Stand.INSIDE, Stand.HOLDS)),
        (value(97), value(98, Qualifier.AT_LEAST), (Stand.CONFLICTS, Stand.CONFLICTS)),
    ],
)
def test_how_two_figures_of_one_day_stand(ours: Value, theirs: Value, expected: tuple[Stand, Stand]) -> None:
    found = stands(compare([toll(ours, "A"), toll(theirs, "B")], "deaths"))
    assert (found["A"], found["B"]) == expected


def test_an_earlier_total_is_only_older() -> None:
    answer = compare([toll(97, "A", "2024-05-08"), toll(120, "B", "2024-05-10")], "deaths")
    assert stands(answer) == {"B": Stand.NEWER, "A": Stand.OLDER}
    assert answer.rows[1].against[0].words == "2 days older than B"


def test_a_total_above_a_later_one_conflicts() -> None:
    answer = compare([toll(150, "A", "2024-05-08"), toll(120, "B", "2024-05-10")], "deaths")
    assert stands(answer) == {"B": Stand.CONFLICTS, "A": Stand.CONFLICTS}
    assert answer.rows[0].against[0].words == "a running total cannot fall: 150 (A), later 120 (B)"


def test_a_state_on_a_day_may_fall() -> None:
    claims = [
        claim(figure, says=says, metric="missing", basis=Basis.STOCK, as_of=day)
        for figure, says, day in ((150, "A", "2024-05-08"), (120, "B", "2024-05-10"))
    ]
    assert stands(compare(claims, "missing")) == {"B": Stand.NEWER, "A": Stand.OLDER}


def test_later_reports_of_one_event_are_held_against_the_earlier() -> None:
    event = {"basis": Basis.INCIDENT, "start": "2024-05-01", "end": "2024-05-01"}
    claims = [
        claim(12, says="police", as_of="2024-05-01", document="a", **event),  # type: ignore[arg-type]  # as in claim
        claim(14, says="medics", as_of="2024-05-02", document="b", **event),  # type: ignore[arg-type]  # as in claim
    ]
    answer = compare(claims, "deaths")
    assert stands(answer) == {"medics": Stand.NEWER, "police": Stand.OLDER}
    assert answer.rows[1].caveats == ("taken for one event: same place, same time",)


def test_one_source_that_contradicts_itself_has_two_rows() -> None:
    answer = compare([toll(45_484, "A"), toll(45_448, "A", outlet="AFP")], "deaths")
    assert [row.agreement for row in answer.rows] == [Stand.CONFLICTS, Stand.CONFLICTS]
    assert answer.range is not None
    assert answer.range.reason == "from the lowest to the highest bound of 2 figures of 1 source"


def test_a_rounder_figure_of_the_same_source_is_left_out() -> None:
    answer = compare([toll(45_484, "A"), toll(value(45_000, Qualifier.MORE_THAN), "A", outlet="AFP")], "deaths")
    assert [row.figure.claim.value.text for row in answer.rows] == ["45,484"]
    assert [left.reason for left in answer.left_out] == ["a further figure for the same day beside 45,484"]


def test_the_range_spans_the_rows_and_leaves_open_ends_open() -> None:
    answer = compare([toll(97, "A"), toll(value(90, Qualifier.AT_LEAST), "B"), toll(80, "C", "2024-05-05")], "deaths")
    assert answer.range is not None and answer.current is not None
    assert (answer.range.low, answer.range.high, answer.range.figures) == (80, None, 3)
    assert answer.range.reason.endswith("stated for days 5 apart: part of its width is time")
    assert (answer.current.low, answer.current.high, answer.current.figures) == (90, None, 2)


def test_what_is_later_than_the_date_is_left_out() -> None:
    answer = compare([toll(97, "A", "2024-05-08"), toll(120, "A", "2024-05-10")], "deaths", date="2024-05-09")
    assert [(row.figure.claim.value.low, row.age) for row in answer.rows] == [(97, 1)]
    assert [left.reason for left in answer.left_out] == ["stated for 2024-05-10, after 2024-05-09"]


def test_earlier_figures_of_a_row_are_superseded() -> None:
    answer = compare([toll(97, "A", "2024-05-08"), toll(120, "A", "2024-05-10")], "deaths")
    assert [(one.claim.value.low, one.by) for one in answer.superseded] == [(97, answer.rows[0].figure.claim.id)]


def test_shares_denials_and_projections_are_no_rows() -> None:
    claims = [
        toll(97, "A"),
        claim(12, says="B", as_of="2024-05-10", part_of="97"),
        claim(500, says="C", as_of="2024-05-10", status=Status.PROJECTED),
        claim(50, says="D", as_of="2024-05-10", status=Status.DENIED),
    ]
    answer = compare(claims, "deaths")
    assert [row.figure.source for row in answer.rows] == ["A"]
    assert sorted(left.reason for left in answer.left_out) == [
        "a projection, not a count",
        "a share of another figure",
        "denied by its source",
    ]


def test_the_whole_of_a_share_is_named() -> None:
    whole = toll(value(90, Qualifier.AT_LEAST), "A")
    answer = compare([whole, claim(12, says="B", as_of="2024-05-10", part_of=whole.id)], "deaths")
    assert [left.reason for left in answer.left_out] == ["a share of another figure (part of at least 90)"]


def test_undated_claims_stand_apart() -> None:
    answer = compare([toll(97, "A"), claim(120, says="B", start="2024-05-01")], "deaths")
    (one,) = answer.undated
    assert one.words == "after 2024-05-10, since 120 > 97 (A)"


def test_a_place_that_holds_the_asked_one_is_left_out_with_the_reason() -> None:
    answer = compare(
        [toll(97, "A"), toll(40, "B", place="Gaza City"), toll(9, "C", place="Israel")], "deaths", place="gaza"
    )
    assert [row.figure.source for row in answer.rows] == ["A"]
    assert [left.reason for left in answer.left_out] == ["another place: Gaza City, not gaza"]


def test_two_peoples_are_not_rows_of_one_comparison() -> None:
    claims = [toll(97, "A"), toll(90, "B", population="Palestinians"), toll(7, "C", population="Thais")]
    answer = compare(claims, "deaths")
    assert len(answer.rows) == 2
    (left,) = answer.left_out
    assert left.reason.startswith("another population: ")


def test_without_a_place_the_rows_are_about_what_most_sources_speak_of() -> None:
    answer = compare([toll(97, "A"), toll(40, "B", place="Rafah"), toll(44, "C", place="Rafah")], "deaths")
    assert answer.series is not None and answer.series.place == "Rafah"
    assert [left.reason for left in answer.left_out] == ["another place: Gaza, not Rafah"]


def test_aliases_make_one_source_of_two_names() -> None:
    claims = [toll(97, "Gaza Ministry of Health"), toll(97, "Hamas-run Health Ministry")]
    assert len(compare(claims, "deaths").rows) == 2
    aliases = {"hamas-run health ministry": "Gaza’s Ministry of Health"}
    assert len(compare(claims, "deaths", aliases=aliases).rows) == 1


def test_nothing_to_compare() -> None:
    answer = compare([toll(97, "A")], "injuries")
    assert answer.rows == ()
    assert (answer.range, answer.series, answer.day) == (None, None, None)


def test_wrong_calls() -> None:
    with pytest.raises(UsageError, match="attribution or outlet"):
        compare([], "deaths", by="place")
    with pytest.raises(DateError):
        compare([], "deaths", date="soon")


@pytest.mark.parametrize("by", ["attribution", "outlet"])
def test_the_work_grows_with_the_claims_and_not_with_their_square(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def matched(days: int) -> int:
        calls = 0

        def counting(*arguments: Any) -> Match:
            nonlocal calls
            calls += 1
            return match(*arguments)

        with monkeypatch.context() as patched:
            for module in ("compare", "figures", "grouping"):
                patched.setattr(import_module(f"claimtrack.analysis.{module}"), "match", counting)
            compare([event(number, says) for number in range(days) for says in "ABC"], "deaths", by=by)
        return calls

    assert 0 < matched(200) < 3 * matched(100)


def event(number: int, says: str) -> Claim:
    """One of many events at one place, each on a day of its own and told by several sources."""
    day = (date(2024, 1, 1) + timedelta(days=number)).isoformat()
    return claim(5 + number, says=says, outlet=says, basis=Basis.INCIDENT, start=day, end=day, document=f"{says}{day}")
