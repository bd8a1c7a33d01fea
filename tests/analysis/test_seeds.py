"""The story that the program was asked for: two articles on Gaza, one of them without a date."""

from __future__ import annotations

from functools import partial

from claimtrack.analysis import Interval, Side, Stand, compare, diff
from claimtrack.model import Basis, Claim, DateBasis, Qualifier, Status
from tests.analysis.claims import claim, value

EARLIER = [
    claim(
        value(41_000, Qualifier.MORE_THAN),
        says="Masoud Pezeshkian",
        population="innocent people",
        start="2023-10-25",
        start_basis=DateBasis.RELATIVE,
        end="2024-09-25",
        as_of="2024-09-25",
        published="2024-09-26",
        document="earlier",
    )
]


def later(day: str | None) -> list[Claim]:
    """The claims of the article that gives no date; the user may have said one."""
    article = partial(claim, document="later", published=day, as_of=day, as_of_basis=DateBasis.GIVEN)
    counted = partial(article, start="2023-10-07", population="Palestinians")
    return [
        counted(value(45_484, Qualifier.AT_LEAST)),
        counted(value(108_090), metric="injuries"),
        article(value(11_000, Qualifier.AT_LEAST), metric="missing", basis=Basis.STOCK, status=Status.PRESUMED),
        article(value(2_000_000, Qualifier.NEARLY), metric="displaced", says=None, basis=Basis.STOCK),
        article(value(2_000, Qualifier.VAGUE, 9_999), says="human rights organizations", population="children"),
        claim(
            value(1_200),
            says="Israel",
            place="Israel",
            basis=Basis.INCIDENT,
            start="2023-10-07",
            end="2023-10-07",
            population="soldiers and civilians",
            published=day,
            document="later",
        ),
    ]


def test_deaths_between_the_two_dates() -> None:
    answer = diff(EARLIER + later("2024-12-28"), "2024-09-26", "2024-12-28", metric="deaths")

    (change,) = answer.changes
    assert (change.before.claim.value.text, change.before.source, change.before.date) == (
        "over 41,000",
        "Masoud Pezeshkian",
        "2024-09-25",
    )
    assert (change.after.claim.value.text, change.after.date) == ("at least 45,484", "2024-12-28")
    assert (change.printed, change.days, round(change.printed_rate or 0)) == (4_484, 94, 48)
    assert change.change == Interval(None, None)
    assert change.known == "both are lower bounds: the change itself is open"
    assert change.words == "the printed numbers differ by 4,484, 48 a day; " + change.known
    assert not change.same_source
    assert change.caveats == (
        "no source gives a figure on both sides: Masoud Pezeshkian before, Gaza Ministry of Health after",
        "population said differently: “innocent people” / “Palestinians”",
        "starts said differently: since 2023-10-25 (computed from the text), since 2023-10-07",
    )
    assert (change.series.place, change.series.since, change.series.population) == ("Gaza", "2023-10-07", None)


def test_what_is_not_compared_has_its_reason() -> None:
    answer = diff(EARLIER + later("2024-12-28"), "2024-09-26", "2024-12-28", metric="deaths")

    (left,) = answer.not_compared
    assert left.claim.value.low == 1_200
    assert left.reason.startswith("one event (2023-10-07)")
    (children,) = answer.one_sided
    assert (children.side, children.figure.claim.population) == (Side.AFTER, "children")
    assert "another population: innocent people, not children" in children.reason


def test_all_metrics_at_once_are_kept_apart() -> None:
    answer = diff(EARLIER + later("2024-12-28"), "2024-09-26", "2024-12-28")

    assert [change.series.metric for change in answer.changes] == ["deaths"]
    assert sorted(one.series.metric for one in answer.one_sided) == ["deaths", "displaced", "injuries", "missing"]


def test_undated_claims_stand_apart_with_the_bound_that_their_order_gives() -> None:
    answer = diff(EARLIER + later(None), "2024-09-26", "2024-12-28", metric="deaths")

    assert answer.changes == ()
    toll = next(one for one in answer.undated if one.figure.claim.value.low == 45_484)
    assert toll.after is not None and toll.before is None
    assert (toll.after.date, toll.after.certain) == ("2024-09-25", False)
    assert toll.words == "after 2024-09-25, since 45,484 > 41,000 (Masoud Pezeshkian) by the printed numbers"
    assert "sources differ: Gaza Ministry of Health / Masoud Pezeshkian" in toll.after.caveats
    children = next(one for one in answer.undated if one.figure.claim.population == "children")
    assert children.after is None
    assert [one.claim.value.low for one in answer.not_compared] == [1_200]


def test_compare_sets_the_two_sources_side_by_side() -> None:
    answer = compare(EARLIER + later("2024-12-28"), "deaths", place="the Gaza Strip", date="2024-12-28")

    ministry, president = answer.rows
    assert (ministry.figure.source, ministry.age, ministry.agreement) == ("Gaza Ministry of Health", 0, Stand.NEWER)
    assert (president.figure.source, president.age, president.agreement) == ("Masoud Pezeshkian", 94, Stand.OLDER)
    assert answer.range is not None and (answer.range.low, answer.range.high) == (41_000, None)
    assert answer.current is not None and (answer.current.low, answer.current.high) == (45_484, None)
    assert answer.current.reason == "of 1 figure of 1 source; 1 older figure is not in it"
    assert [left.reason for left in answer.left_out] == ["another population: children, not Palestinians"]


def test_compare_without_a_place_says_why_the_event_in_israel_is_left_out() -> None:
    answer = compare(EARLIER + later("2024-12-28"), "deaths")

    (israel,) = [left for left in answer.left_out if left.claim.place == "Israel"]
    assert "one event against a running total" in israel.reason
    assert "another place: Israel, not Gaza" in israel.reason
