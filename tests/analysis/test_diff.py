"""What changed between two dates."""

from __future__ import annotations

import pytest

from claimtrack.analysis import Interval, Side, diff
from claimtrack.errors import UsageError
from claimtrack.model import Basis, Claim, Qualifier, Status, Value
from tests.analysis.claims import claim, value


def toll(figure: int | Value, says: str | None, as_of: str, **how: str) -> Claim:
    """A running total in Gaza."""
    return claim(figure, says=says, as_of=as_of, start="2024-05-01", document=f"{says}{as_of}", **how)  # type: ignore[arg-type]  # only words


def test_the_latest_figures_of_each_date_are_subtracted() -> None:
    claims = [toll(number, "A", f"2024-05-{day:02}") for day, number in ((2, 50), (5, 80), (12, 150), (18, 200))]
    answer = diff(claims, "2024-05-10", "2024-05-20")
    (change,) = answer.changes
    assert (change.before.date, change.after.date, change.days) == ("2024-05-05", "2024-05-18", 13)
    assert (change.change, change.printed) == (Interval(120, 120), 120)
    assert change.low_rate == change.high_rate == change.printed_rate == pytest.approx(120 / 13)
    assert change.words == "the printed numbers differ by 120, 9 a day; rose by 120"
    assert change.same_source and change.caveats == ()
    assert sorted(one.claim.value.low or 0 for one in answer.superseded) == [50, 150]


def test_a_slow_change_has_a_rate_below_one() -> None:
    (change,) = diff([toll(5, "A", "2024-05-01"), toll(7, "A", "2024-05-11")], "2024-05-05", "2024-05-20").changes
    assert change.words == "the printed numbers differ by 2, 0.2 a day; rose by 2"


def test_a_fall_is_said_as_one() -> None:
    (change,) = diff([toll(9, "A", "2024-05-01"), toll(7, "A", "2024-05-03")], "2024-05-01", "2024-05-20").changes
    assert (change.printed, change.known) == (-2, "fell by 2")


def test_one_source_is_preferred_to_a_later_figure_of_another() -> None:
    claims = [
        toll(50, "A", "2024-05-02"),
        toll(90, "A", "2024-05-12"),
        toll(60, "B", "2024-05-10"),
        toll(95, "C", "2024-05-20"),
    ]
    answer = diff(claims, "2024-05-10", "2024-05-20")
    assert [(change.before.source, change.after.source) for change in answer.changes] == [("A", "A")]
    assert [(one.side, one.figure.source) for one in answer.one_sided] == [(Side.BEFORE, "B"), (Side.AFTER, "C")]
    assert answer.one_sided[0].reason == "B gives no newer figure by 2024-05-20"


def test_across_sources_one_pair_is_made_and_marked() -> None:
    claims = [toll(50, "A", "2024-05-02"), toll(60, "B", "2024-05-10"), toll(95, "C", "2024-05-20")]
    answer = diff(claims, "2024-05-10", "2024-05-20")
    (change,) = answer.changes
    assert (change.before.source, change.after.source, change.same_source) == ("B", "C", False)
    assert change.caveats == ("no source gives a figure on both sides: B before, C after",)
    assert [one.figure.source for one in answer.one_sided] == ["A"]


def test_relays_are_witnesses_of_a_side() -> None:
    claims = [toll(50, "A", "2024-05-02")]
    claims += [claim(95, says="A", as_of="2024-05-20", start="2024-05-01", outlet=name, document=name) for name in "YX"]
    (change,) = diff(claims, "2024-05-10", "2024-05-20").changes
    assert change.after.outlets == ("X", "Y")


def test_one_source_that_says_its_start_once_is_one_series_with_a_caveat() -> None:
    (change,) = diff(
        [toll(50, "A", "2024-05-02"), claim(95, says="A", as_of="2024-05-20")], "2024-05-10", "2024-05-20"
    ).changes
    assert change.same_source
    assert change.caveats == ("only one text says when its count begins: 2024-05-01",)
    assert change.series.since == "2024-05-01"


def test_a_restarted_count_is_not_subtracted() -> None:
    restarted = claim(12, says="A", as_of="2024-05-20", start="2024-05-15")
    answer = diff([toll(50, "A", "2024-05-02"), restarted], "2024-05-10", "2024-05-20")
    assert answer.changes == ()
    old, new = answer.one_sided
    assert {old.side, new.side} == {Side.BEFORE, Side.AFTER}
    assert any("counts restarted: since 2024-05-15 against since 2024-05-01" in one.reason for one in (old, new))


def test_states_on_a_day_are_subtracted_and_may_fall() -> None:
    claims = [
        claim(number, metric="missing", basis=Basis.STOCK, as_of=day, document=day)
        for number, day in ((300, "2024-05-02"), (value(200, Qualifier.UP_TO), "2024-05-12"))
    ]
    (change,) = diff(claims, "2024-05-10", "2024-05-20").changes
    assert (change.change, change.known) == (Interval(None, -100), "fell by at least 100")


def test_what_does_not_subtract_is_listed_with_its_reason() -> None:
    claims = [
        claim(12, basis=Basis.INCIDENT, as_of="2024-05-02"),
        claim(70, basis=Basis.PERIOD, start="2024-05-01", end="2024-05-07"),
        claim(5, basis=Basis.UNKNOWN, published="2024-05-02"),
        claim(9, as_of="2024-05-02", status=Status.PROJECTED),
        claim(8, as_of="2024-05-02", part_of="97"),
        claim(99, as_of="2024-06-02"),
    ]
    answer = diff(claims, "2024-05-10", "2024-05-20")
    why = {left.claim.value.low: left.reason for left in answer.not_compared}
    rule = "only running totals and states on a day can be subtracted"
    assert why == {
        12: f"one event: {rule}",
        70: f"the count of a period (2024-05-01 to 2024-05-07): {rule}",
        5: f"a count of a kind that is not said: {rule}",
        9: "a projection, not a count",
        8: "a share of another figure",
        99: "stated for 2024-06-02, after 2024-05-20",
    }


def test_a_further_figure_of_the_same_source_and_day_is_listed() -> None:
    rounded = toll(value(50, Qualifier.AT_LEAST), "A", "2024-05-02")
    answer = diff([toll(55, "A", "2024-05-02"), rounded], "2024-05-10", "2024-05-20")
    assert [left.reason for left in answer.not_compared] == ["a further figure for the same day beside 55"]


def test_a_figure_is_paired_once() -> None:
    claims = [
        toll(50, "A", "2024-05-02"),
        toll(70, "A", "2024-05-12", population="Palestinians"),
        toll(8, "A", "2024-05-12", population="Thais"),
    ]
    answer = diff(claims, "2024-05-10", "2024-05-20")
    assert (len(answer.changes), len(answer.one_sided)) == (1, 1)


def test_a_total_is_never_compared_with_its_part_nor_added_to_it() -> None:
    claims = [
        toll(100, "A", "2024-05-02"),
        claim(40, says="A", as_of="2024-05-02", start="2024-05-01", population="children", part_of="100"),
        toll(150, "A", "2024-05-12"),
        claim(55, says="A", as_of="2024-05-12", start="2024-05-01", population="children", part_of="150"),
    ]
    answer = diff(claims, "2024-05-10", "2024-05-20")
    assert sorted((change.series.population or "", change.printed) for change in answer.changes) == [
        ("", 50),
        ("children", 15),
    ]


def test_the_same_day_twice_shows_no_change() -> None:
    answer = diff([toll(50, "A", "2024-05-02"), toll(95, "C", "2024-05-20")], "2024-05-20", "2024-05-20")
    assert answer.changes == ()
    assert [one.side for one in answer.one_sided] == [Side.BEFORE, Side.BEFORE]


def test_only_the_asked_place() -> None:
    claims = [toll(1, "A", "2024-05-02", place=place) for place in ("Gaza", "Gaza City", "Israel")]
    answer = diff(claims, "2024-05-10", "2024-05-20", place="Gaza Strip")
    assert [one.figure.claim.place for one in answer.one_sided] == ["Gaza"]
    assert [left.reason for left in answer.not_compared] == ["another place: Gaza City, not Gaza Strip"]


def test_dates_in_the_wrong_order() -> None:
    with pytest.raises(UsageError) as failure:
        diff([], "2024-12-28", "2024-09-26")
    assert (
        str(failure.value) == "2024-12-28 is later than 2024-09-26: give the earlier date first, 2024-09-26 2024-12-28"
    )


def test_a_month_means_its_last_day() -> None:
    claims = [toll(50, "A", "2024-05-31"), toll(70, "A", "2024-06-30")]
    assert len(diff(claims, "2024-05", "2024-06").changes) == 1
