"""Where an undated figure stands among dated ones: a running total only rises, so its order gives bounds in time."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from claimtrack import dates
from claimtrack.analysis.figures import DateKind, Figure, date_of, dated_day, figure_of, tracks
from claimtrack.analysis.names import Names
from claimtrack.analysis.series import family, match
from claimtrack.analysis.sources import source_caveat, source_of
from claimtrack.analysis.values import bounds, in_words, known_bounds, printed, tolerant_bounds
from claimtrack.model import Basis, Claim, Value


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A bound in time: the undated figure was counted after (or before) `date`, the day of `other`.

    `certain` tells whether the bounds alone say so; else it rests on the printed numbers as well.
    """

    date: str
    other: Claim
    certain: bool
    reason: str
    caveats: tuple[str, ...]


class Undated(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with no date of any kind, and the days between which its order in a rising series puts it.

    `words` say what follows, or why nothing does.
    """

    figure: Figure
    after: Order | None
    before: Order | None
    words: str


def place_undated(
    undated: Iterable[Claim], dated: Iterable[Claim], names: Names, by: str = "attribution"
) -> tuple[Undated, ...]:
    """The undated claims as figures, each with the days between which the dated ones put it."""
    rising: dict[object, list[Claim]] = {}
    for claim in dated:
        if claim.basis is Basis.CUMULATIVE:
            rising.setdefault(family(claim, names), []).append(claim)
    for others in rising.values():
        others.sort(key=lambda claim: (dated_day(claim), claim.id))
    placed = [
        _placed(figure, rising.get(family(figure.claim, names), []), names)
        for track in tracks(undated, names, by)
        for figure in _figures(track, by)
    ]
    return tuple(sorted(placed, key=lambda one: (one.figure.claim.metric, one.figure.source, one.figure.claim.id)))


def _figures(track: list[Claim], by: str) -> list[Figure]:
    """One figure for all the undated claims of a series with the same bounds."""
    same: dict[object, list[Claim]] = {}
    for claim in track:
        interval = bounds(claim.value)
        same.setdefault((interval.low, interval.high), []).append(claim)
    return [figure_of(claims, by) for claims in same.values()]


def _placed(figure: Figure, others: list[Claim], names: Names) -> Undated:
    """One undated figure with its bounds in time; `others` are dated, in the order of their days."""
    if figure.claim.basis is not Basis.CUMULATIVE:
        words = "its order tells no date: only a running total always rises"
        return Undated(figure=figure, after=None, before=None, words=words)
    after = _first(figure.claim, reversed(others), names, is_after=True)
    before = _first(figure.claim, others, names, is_after=False)
    if after and before and dated_day(after.other) >= dated_day(before.other):
        words = f"its order contradicts itself: {after.reason}, but {before.reason}"
        return Undated(figure=figure, after=None, before=None, words=words)
    found = [
        f"{word} {order.date}, since {order.reason}" for word, order in (("after", after), ("before", before)) if order
    ]
    words = "; ".join(found) or "no dated figure that it could be compared with gives a bound"
    return Undated(figure=figure, after=after, before=before, words=words)


def _first(claim: Claim, others: Iterable[Claim], names: Names, *, is_after: bool) -> Order | None:
    """The first of the dated claims that the undated one must come after (or before)."""
    for other in others:
        lower, higher = (other, claim) if is_after else (claim, other)
        certain = tolerant_bounds(lower.value).is_below(tolerant_bounds(higher.value))
        if not certain and not known_bounds(lower.value).is_below(known_bounds(higher.value)):
            continue
        day = _bound(other, is_after=is_after)
        found = match(claim, other, names)
        if day is None or not found.allowed:
            continue
        reason = f"{_number(claim.value)} {'>' if is_after else '<'} {_number(other.value)} ({source_of(other)[0]})"
        return Order(
            date=day,
            other=other,
            certain=certain,
            reason=reason if certain else f"{reason} by the printed numbers",
            caveats=(*source_caveat(claim, other, names), *found.caveats),
        )
    return None


def _bound(other: Claim, *, is_after: bool) -> str | None:
    """The day that a dated claim gives as a bound; None if it was only published that day.

    What was published on a day may have been counted long before: that bounds what came before it, not after.
    """
    dated = date_of(other)
    assert dated is not None
    if not is_after:
        return dates.day(dated_day(other))
    return None if dated[1] is DateKind.PUBLISHED else dates.day(dates.first_day(dated[0]))


def _number(value: Value) -> str:
    """The printed number, or the words where there is not one number."""
    number = printed(value)
    return value.text if number is None else in_words(number)
