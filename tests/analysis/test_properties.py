"""What holds of any claims: nothing vanishes, nothing depends on the order of the input, a day equals itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.analysis import Comparison, Diff, compare, diff, match
from claimtrack.analysis.names import Names
from claimtrack.model import Basis, Claim, DateBasis, Qualifier, Status
from tests.analysis.claims import claim, value

values = st.builds(
    lambda number, qualifier: value(number, qualifier, number * 2),
    st.sampled_from([0, 10, 100, 120, 41_000, 45_484]),
    st.sampled_from(Qualifier),
)
days = st.sampled_from(["2024-04-20", "2024-05-01", "2024-05-02", "2024-05-10", "2024-05", "2024"])
maybe_days = st.none() | days
one_claim = st.builds(
    claim,
    values,
    says=st.sampled_from([None, "A", "the A", "B", "C"]),
    metric=st.sampled_from(["deaths", "deaths", "missing"]),
    as_of=maybe_days,
    place=st.sampled_from([None, "Gaza", "the Gaza Strip", "Gaza City", "Israel"]),
    population=st.sampled_from([None, "people", "innocent people", "Palestinians", "Thais", "children"]),
    basis=st.sampled_from([Basis.CUMULATIVE] * 4 + list(Basis)),
    status=st.sampled_from([Status.ASSERTED] * 4 + list(Status)),
    start=st.sampled_from([None, "2023-10-07", "2023-10-25", "2023-10", "2024-03-01"]),
    start_basis=st.sampled_from([DateBasis.EXPLICIT, DateBasis.RELATIVE]),
    end=maybe_days,
    published=maybe_days,
    outlet=st.sampled_from([None, "X", "Y"]),
    document=st.sampled_from(["d1", "d2", "d3"]),
    part_of=st.sampled_from([None, None, None, "45,484"]),
    at=st.integers(0, 10_000),
)
# Claims so alike that they meet in series, pairs and rows.
close_claim = st.builds(
    claim,
    st.sampled_from([value(100), value(120), value(100, Qualifier.AT_LEAST)]),
    says=st.sampled_from(["A", "B"]),
    as_of=st.sampled_from([None, "2024-05-01", "2024-05-10"]),
    population=st.sampled_from([None, "Palestinians", "Thais"]),
    start=st.sampled_from([None, "2023-10-07"]),
    outlet=st.sampled_from(["X", "Y"]),
    at=st.integers(0, 10_000),
)
some_claims = st.lists(close_claim, max_size=10, unique_by=lambda one: one.id) | st.lists(
    one_claim, max_size=12, unique_by=lambda one: one.id
)
shuffled = some_claims.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims)))
BEFORE, AFTER = "2024-05-01", "2024-05-10"


def ids(claims: Iterable[Claim]) -> Counter[str]:
    return Counter(one.id for one in claims)


def all_of_diff(answer: Diff) -> Counter[str]:
    """Every claim that a diff lists, as often as it lists it."""
    figures = [figure for change in answer.changes for figure in (change.before, change.after)]
    figures += [one.figure for one in answer.one_sided] + [one.figure for one in answer.undated]
    rest = [one.claim for one in answer.superseded] + [one.claim for one in answer.not_compared]
    return ids(one for figure in figures for one in figure.claims) + ids(rest)


def all_of_comparison(answer: Comparison) -> Counter[str]:
    """Every claim that a comparison lists, as often as it lists it."""
    figures = [row.figure for row in answer.rows] + [one.figure for one in answer.undated]
    rest = [one.claim for one in answer.superseded] + [one.claim for one in answer.left_out]
    return ids(one for figure in figures for one in figure.claims) + ids(rest)


@given(some_claims, st.sampled_from([None, "deaths"]))
def test_no_claim_vanishes_from_a_diff_and_none_stands_twice(claims: list[Claim], metric: str | None) -> None:
    wanted = [one for one in claims if metric in (None, one.metric)]
    assert all_of_diff(diff(claims, BEFORE, AFTER, metric=metric)) == ids(wanted)


@given(some_claims, st.sampled_from([None, AFTER]), st.sampled_from(["attribution", "outlet"]))
def test_no_claim_vanishes_from_a_comparison(claims: list[Claim], date: str | None, by: str) -> None:
    wanted = [one for one in claims if one.metric == "deaths"]
    assert all_of_comparison(compare(claims, "deaths", date=date, by=by)) == ids(wanted)


@given(some_claims)
def test_with_a_place_all_that_is_said_of_it_is_listed(claims: list[Claim]) -> None:
    wanted = [one for one in claims if "Gaza" in (one.place or "")]
    assert all_of_diff(diff(claims, BEFORE, AFTER, place="Gaza")) == ids(wanted)


@given(shuffled)
def test_the_order_of_the_claims_changes_nothing(orders: tuple[list[Claim], list[Claim]]) -> None:
    one, other = orders
    assert diff(one, BEFORE, AFTER) == diff(other, BEFORE, AFTER)
    for by in ("attribution", "outlet"):
        assert compare(one, "deaths", by=by) == compare(other, "deaths", by=by)


@given(some_claims, days)
def test_a_day_shows_no_change_against_itself(claims: list[Claim], day: str) -> None:
    assert diff(claims, day, day).changes == ()


@given(some_claims)
@settings(max_examples=200)
def test_only_comparable_figures_are_paired_and_none_twice(claims: list[Claim]) -> None:
    names = Names()
    for change in diff(claims, BEFORE, AFTER).changes:
        assert match(change.after.claim, change.before.claim, names).allowed
        assert change.before.claim.basis in (Basis.CUMULATIVE, Basis.STOCK)
        assert change.days > 0
        assert change.same_source or change.caveats


@given(some_claims)
def test_rows_match_each_other_and_every_reason_is_said(claims: list[Claim]) -> None:
    answer = compare(claims, "deaths")
    names = Names()
    rows = [row.figure.claim for row in answer.rows]
    assert all(match(one, other, names).allowed for one in rows for other in rows)
    assert all(left.reason for left in answer.left_out)
    if answer.range is not None:
        lows = [one.value.low for one in rows]
        assert answer.range.low == (None if None in lows else min(low for low in lows if low is not None))


@given(one_claim, one_claim)
def test_whether_two_claims_match_does_not_depend_on_their_order(one: Claim, other: Claim) -> None:
    names = Names()
    forth, back = match(one, other, names), match(other, one, names)
    assert forth.allowed is back.allowed
    assert len(forth.caveats) == len(back.caveats)
