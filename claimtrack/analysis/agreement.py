"""How one figure stands to another that it may be set beside, and what all of them span.

Two figures of one event, or of one day, are held against each other by their bounds. Two figures of different days
are not: the earlier is only older, unless a running total would have had to fall. `About` is read with tolerance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from claimtrack.analysis.epochs import WINDOWED
from claimtrack.analysis.figures import Figure, dated_day
from claimtrack.analysis.values import bounds, tolerant_bounds
from claimtrack.model import Basis


class Stand(StrEnum):
    """How a figure stands to another; for a row as a whole, the first in this order that it is to any other."""

    CONFLICTS = "conflicts"
    RELAYS = "relays"
    AGREES = "agrees"
    INSIDE = "inside"
    HOLDS = "holds"
    OVERLAPS = "overlaps"
    OLDER = "older"
    NEWER = "newer"
    ALONE = "alone"


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """How a figure stands to that of another source, in words too."""

    source: str
    stand: Stand
    words: str


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """From the lowest to the highest bound of some figures; an end that one of them leaves open is open."""

    low: int | None
    high: int | None
    figures: int
    reason: str


def stand(figure: Figure, other: Figure) -> Against:
    """How a figure stands to another one that matches it."""
    found, words = _stand(figure, other)
    return Against(source=other.source, stand=found, words=words)


def overall(against: Iterable[Against]) -> Stand:
    """What a row as a whole is: in conflict with one, it conflicts; else as near as it comes to any."""
    order = list(Stand)
    return min((one.stand for one in against), key=order.index, default=Stand.ALONE)


def spread(figures: Sequence[Figure], reason: str) -> Spread | None:
    """What the figures span; None for none."""
    if not figures:
        return None
    lows = [figure.claim.value.low for figure in figures]
    highs = [figure.claim.value.high for figure in figures]
    return Spread(
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
        figures=len(figures),
        reason=reason,
    )


def _stand(figure: Figure, other: Figure) -> tuple[Stand, str]:
    days = (dated_day(figure.claim) - dated_day(other.claim)).days
    if bounds(figure.claim.value) == bounds(other.claim.value):
        return Stand.AGREES, f"the same figure as {other.source}"
    if days == 0 or figure.claim.basis in WINDOWED:
        return _by_bounds(figure, other, days)
    return _by_days(figure, other, days)


def _by_bounds(figure: Figure, other: Figure, days: int) -> tuple[Stand, str]:
    """Two figures of the same event or the same day."""
    ours, theirs = tolerant_bounds(figure.claim.value), tolerant_bounds(other.claim.value)
    if theirs.contains(ours):
        return Stand.INSIDE, f"inside the bounds of {other.source}"
    if ours.contains(theirs):
        return Stand.HOLDS, f"its bounds hold the figure of {other.source}"
    if ours.overlaps(theirs):
        return Stand.OVERLAPS, f"its bounds overlap with those of {other.source}"
    if days:
        return _older_or_newer(other, days)
    return Stand.CONFLICTS, f"{'below' if ours.is_below(theirs) else 'above'} {other.source} for the same day"


def _by_days(figure: Figure, other: Figure, days: int) -> tuple[Stand, str]:
    """Two figures of different days."""
    early, late = (other, figure) if days > 0 else (figure, other)
    falls = tolerant_bounds(late.claim.value).is_below(tolerant_bounds(early.claim.value))
    if figure.claim.basis is Basis.CUMULATIVE and falls:
        words = f"a running total cannot fall: {early.claim.value.text} ({early.source}), later {late.claim.value.text}"
        return Stand.CONFLICTS, f"{words} ({late.source})"
    return _older_or_newer(other, days)


def _older_or_newer(other: Figure, days: int) -> tuple[Stand, str]:
    unit = "day" if abs(days) == 1 else "days"
    found, word = (Stand.NEWER, "newer") if days > 0 else (Stand.OLDER, "older")
    return found, f"{abs(days)} {unit} {word} than {other.source}"
