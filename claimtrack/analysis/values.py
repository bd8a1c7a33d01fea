"""What bounds allow to be said: differences, containment, order, and the words for a change.

A bound that is missing is open, never filled in. `more than 41,000` is read as 41,000 or more: the weaker of
its two readings, and no figure that nobody printed.
"""

from __future__ import annotations

import msgspec

from claimtrack.model import Qualifier, Value

# `About 1,200` is taken to hold what lies within half of its last printed digit, or within a twentieth of it.
_ABOUT_SHARE = 20


class Interval(msgspec.Struct, frozen=True):
    """All numbers from `low` to `high`, both included; None is an open end."""

    low: int | None
    high: int | None

    def contains(self, other: Interval) -> bool:
        """Whether all of the other lies inside this one."""
        return (self.low is None or (other.low is not None and self.low <= other.low)) and (
            self.high is None or (other.high is not None and other.high <= self.high)
        )

    def overlaps(self, other: Interval) -> bool:
        """Whether one number at least lies in both."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: Interval) -> bool:
        """Whether all of this one lies below all of the other."""
        return self.high is not None and other.low is not None and self.high < other.low


def bounds(value: Value) -> Interval:
    """The bounds as the claim gives them."""
    return Interval(value.low, value.high)


def tolerant_bounds(value: Value) -> Interval:
    """The bounds, widened where the source says `about`: they decide on agreement and are never shown."""
    if value.qualifier is not Qualifier.ABOUT or value.low is None or value.high is None:
        return bounds(value)
    slack = max(_step(value.high) // 2, value.high // _ABOUT_SHARE, 1)
    return Interval(max(0, value.low - slack), value.high + slack)


def known_bounds(value: Value) -> Interval:
    """The bounds, an open upper end closed where the printed number tells how far the count had come.

    `Over 41,000` was printed of a count between 41,000 and 42,000: had it been more, another number would have
    been printed. That is a habit of writers and no certainty, so what rests on it must say so.
    """
    if value.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN) and value.low is not None and value.high is None:
        return Interval(value.low, value.low + _step(value.low) - 1)
    return tolerant_bounds(value)


def printed(value: Value) -> int | None:
    """The one number that was printed; None for a range or a vague word."""
    if value.qualifier in (Qualifier.RANGE, Qualifier.VAGUE):
        return None
    return value.low if value.low is not None else value.high


def difference(before: Value, after: Value) -> Interval:
    """By how much the count can have changed: every difference that the two bounds allow."""
    low = None if after.low is None or before.high is None else after.low - before.high
    high = None if after.high is None or before.low is None else after.high - before.low
    return Interval(low, high)


def printed_difference(before: Value, after: Value) -> int | None:
    """The difference of the two printed numbers; None where one of them is not one number."""
    first, second = printed(before), printed(after)
    return None if first is None or second is None else second - first


def describe_change(before: Value, after: Value) -> str:
    """In words, what the bounds tell of the change, and why where they tell nothing."""
    change = difference(before, after)
    if change == Interval(None, None):
        return _why_open(before, after)
    about = Qualifier.ABOUT in (before.qualifier, after.qualifier)
    return _closed(change.low, change.high, about) if None not in (change.low, change.high) else _half_open(change)


def in_words(number: int) -> str:
    """A number with thousands separators."""
    return f"{number:,}"


def _why_open(before: Value, after: Value) -> str:
    """Why nothing is known of a change."""
    if before.high is None and after.high is None and before.low is not None and after.low is not None:
        return "both are lower bounds: the change itself is open"
    if before.low is None and after.low is None and before.high is not None and after.high is not None:
        return "both are upper bounds: the change itself is open"
    return "a figure has no bounds: the change itself is open"


def _closed(low: int | None, high: int | None, about: bool) -> str:
    """The words for a change with both ends known."""
    assert low is not None and high is not None
    if low == high:
        approximately = "about " if about else ""
        if low == 0:
            return f"{approximately}unchanged"
        return f"{'rose' if low > 0 else 'fell'} by {approximately}{in_words(abs(low))}"
    if low > 0:
        return f"rose by {in_words(low)} to {in_words(high)}"
    if high < 0:
        return f"fell by {in_words(-high)} to {in_words(-low)}"
    if low == 0:
        return f"rose by at most {in_words(high)}, or not at all"
    if high == 0:
        return f"fell by at most {in_words(-low)}, or not at all"
    return f"between a fall of {in_words(-low)} and a rise of {in_words(high)}"


def _half_open(change: Interval) -> str:
    """The words for a change with one end known."""
    if change.low is not None:
        if change.low > 0:
            return f"rose by at least {in_words(change.low)}"
        return "did not fall" if change.low == 0 else f"rose, or fell by at most {in_words(-change.low)}"
    assert change.high is not None
    if change.high < 0:
        return f"fell by at least {in_words(-change.high)}"
    return "did not rise" if change.high == 0 else f"fell, or rose by at most {in_words(change.high)}"


def _step(number: int) -> int:
    """The place of a number's last digit that is not 0: 1,000 for 41,000, 1 for 45,484."""
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step
