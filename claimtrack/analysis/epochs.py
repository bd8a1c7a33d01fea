"""The time that a figure covers: when two running totals begin at the same start, when two reports mean one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from claimtrack import dates
from claimtrack.model import Basis, Claim, DateBasis

# A start computed from a duration (`in just eleven months`) is off by as much as people round durations.
_DURATION_SHARE = 10
_LEAST_SLACK_DAYS = 3
_UNKNOWN_SLACK_DAYS = 31
WINDOWED = frozenset({Basis.INCIDENT, Basis.PERIOD, Basis.FLOW})
T = TypeVar("T")


def epoch(claim: Claim) -> str | None:
    """What sets apart two counts of the same thing: the start of a running total, the dates of an event."""
    if claim.basis is Basis.CUMULATIVE:
        return start_of(claim)
    if claim.basis in WINDOWED:
        return window_words(claim) if window(claim) else None
    return None


def window(claim: Claim) -> tuple[date, date] | None:
    """First and last day of the period; an event with one date is on that day."""
    start, end = claim.period.start, claim.period.end
    if claim.basis is Basis.INCIDENT:
        start, end = start or end, end or start
    return None if start is None or end is None else (dates.first_day(start), dates.last_day(end))


def window_words(claim: Claim) -> str:
    """The period in words, one date where it is one."""
    start, end = claim.period.start or claim.period.end, claim.period.end or claim.period.start
    return f"{start}" if start == end else f"{start} to {end}"


def same_start(claim: Claim, reference: Claim) -> bool:
    """Whether two known starts can be one: their days overlap, or lie as near as a duration is rounded."""
    ours, theirs = claim.period.start, reference.period.start
    assert ours is not None and theirs is not None
    gap = max(dates.first_day(ours) - dates.last_day(theirs), dates.first_day(theirs) - dates.last_day(ours))
    return gap.days <= max(slack_days(claim), slack_days(reference))


def islands(items: Iterable[T], claim_of: Callable[[T], Claim]) -> list[list[T]]:
    """Things with claims of one basis, parted where nothing can match across: events that share no day.

    A store holds many events and each source tells few of them: only those of one island need to be set side by side.
    """
    known = [(window(claim) if (claim := claim_of(item)).basis in WINDOWED else None, item) for item in items]
    parts = [[item for span, item in known if span is None]]
    last = date.min
    for (first, end), item in sorted(((span, item) for span, item in known if span), key=lambda one: one[0]):
        if first > last:
            parts.append([])
        parts[-1].append(item)
        last = max(last, end)
    return [part for part in parts if part]


def start_of(claim: Claim) -> str | None:
    """The start of a count; a day that is only that of its publication says nothing of it."""
    return None if claim.period.start_basis is DateBasis.PUBLISHED else claim.period.start


def is_certain_start(claim: Claim) -> bool:
    """Whether the start of a count is a date that somebody wrote or gave, not one that was computed."""
    return claim.period.start_basis in (DateBasis.EXPLICIT, DateBasis.GIVEN)


def start_words(claim: Claim) -> str:
    """The start of a count in words, with how it is known where the text does not write it out."""
    computed = "" if is_certain_start(claim) else " (computed from the text)"
    return f"since {claim.period.start}{computed}"


def best_start(claims: Iterable[Claim]) -> str | None:
    """The start that is written out rather than computed, then the more precise one."""
    known = ((one, start_of(one)) for one in claims)
    starts = [(is_certain_start(one), len(start), start) for one, start in known if start is not None]
    return max(starts)[2] if starts else None


def slack_days(claim: Claim) -> int:
    """By how many days the start of a count may be off."""
    if claim.period.start is None or is_certain_start(claim):
        return 0
    end = claim.period.end or claim.as_of.date or claim.published
    if end is None:
        return _UNKNOWN_SLACK_DAYS
    length = (dates.last_day(end) - dates.first_day(claim.period.start)).days
    return max(_LEAST_SLACK_DAYS, length // _DURATION_SHARE)
