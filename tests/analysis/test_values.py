"""What bounds allow to be said of a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.values import (
    Interval,
    describe_change,
    difference,
    known_bounds,
    printed_difference,
    tolerant_bounds,
)
from claimtrack.model import Qualifier, Value
from tests.analysis.claims import value

Q = Qualifier


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (value(100), value(184), "rose by 84"),
        (value(184), value(100), "fell by 84"),
        (value(100), value(100), "unchanged"),
        (value(100, Q.ABOUT), value(184), "rose by about 84"),
        (value(45_400), value(45_484, Q.AT_LEAST), "rose by at least 84"),
        (value(100), value(100, Q.AT_LEAST), "did not fall"),
        (value(100), value(90, Q.AT_LEAST), "rose, or fell by at most 10"),
        (value(100), value(120, Q.UP_TO), "fell, or rose by at most 20"),
        (value(100), value(100, Q.NEARLY), "did not rise"),
        (value(100, Q.MORE_THAN), value(90), "fell by at least 10"),
        (value(100, Q.AT_LEAST), value(150, Q.AT_LEAST), "both are lower bounds: the change itself is open"),
        (value(100, Q.UP_TO), value(150, Q.NEARLY), "both are upper bounds: the change itself is open"),
        (value(30, Q.RANGE, 40), value(50, Q.RANGE, 55), "rose by 10 to 25"),
        (value(50, Q.RANGE, 55), value(30, Q.RANGE, 40), "fell by 10 to 25"),
        (value(30, Q.RANGE, 40), value(35, Q.RANGE, 45), "between a fall of 5 and a rise of 15"),
        (value(30, Q.RANGE, 40), value(40, Q.RANGE, 45), "rose by at most 15, or not at all"),
        (value(40, Q.RANGE, 45), value(30, Q.RANGE, 40), "fell by at most 15, or not at all"),
    ],
)
def test_words_for_a_change(before: Value, after: Value, words: str) -> None:
    assert describe_change(before, after) == words


def test_printed_numbers_differ_where_both_are_one_number() -> None:
    assert printed_difference(value(41_000, Q.MORE_THAN), value(45_484, Q.AT_LEAST)) == 4_484
    assert printed_difference(value(41_000), value(24, Q.VAGUE, 99)) is None


def test_about_is_read_with_tolerance() -> None:
    assert tolerant_bounds(value(1_200, Q.ABOUT)) == Interval(1_140, 1_260)
    assert tolerant_bounds(value(1_200)) == Interval(1_200, 1_200)


def test_the_printed_number_tells_how_far_a_count_had_come() -> None:
    assert known_bounds(value(41_000, Q.MORE_THAN)) == Interval(41_000, 41_999)
    assert known_bounds(value(45_484, Q.AT_LEAST)) == Interval(45_484, 45_484)
    assert known_bounds(value(50, Q.UP_TO)) == Interval(None, 50)


numbers = st.integers(min_value=0, max_value=3_000_000)
values = st.builds(
    lambda number, width, qualifier: value(number, qualifier, number + width),
    numbers,
    st.integers(min_value=0, max_value=100_000),
    st.sampled_from(Qualifier),
)


@given(values, values, st.data())
def test_every_change_that_the_bounds_allow_lies_in_the_difference(
    before: Value, after: Value, data: st.DataObject
) -> None:
    first, second = (
        data.draw(st.integers(one.low or 0, 4_000_000 if one.high is None else one.high)) for one in (before, after)
    )
    change = difference(before, after)
    assert change.low is None or change.low <= second - first
    assert change.high is None or second - first <= change.high
    assert describe_change(before, after)


@given(values, values)
def test_bounds_lie_below_one_another_or_overlap(one: Value, other: Value) -> None:
    ours, theirs = tolerant_bounds(one), tolerant_bounds(other)
    assert ours.overlaps(theirs) is theirs.overlaps(ours)
    assert ours.overlaps(theirs) is not (ours.is_below(theirs) or theirs.is_below(ours))
    if ours.contains(theirs):
        assert ours.overlaps(theirs)
