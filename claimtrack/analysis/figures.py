"""Figures: claims with the day they count for, and the latest of a series with all who relay it.

A claim counts for its as-of; where that is not known, for the end of its period; else for the day it was
published. A date of a month or a year counts as its last day, or as the day of publication if that is earlier.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from claimtrack import dates
from claimtrack.analysis.epochs import islands
from claimtrack.analysis.names import Names
from claimtrack.analysis.series import SeriesKey, family, match, series_key
from claimtrack.analysis.sources import source_of
from claimtrack.analysis.values import Interval, bounds
from claimtrack.model import Basis, Claim, DateBasis, Qualifier, Segment


class DateKind(StrEnum):
    """Which of a claim's dates a figure counts for."""

    AS_OF = "as_of"
    PERIOD = "period"
    PUBLISHED = "published"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of one source for one day.

    `claim` is the one to quote; `claims` are all that say the same (same source, same bounds, same day), `claim`
    first: witnesses, not further figures. `outlets` and `documents` say where they stand. `source_kind` is
    `attribution`, `outlet` (in its own voice) or `document` (not even an outlet is known).
    """

    claim: Claim
    source: str
    source_kind: str
    date: str | None
    date_kind: DateKind | None
    date_basis: DateBasis | None
    claims: tuple[Claim, ...]
    outlets: tuple[str, ...]
    documents: tuple[str, ...]


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that the answer does not use, and why."""

    claim: Claim
    reason: str


class Superseded(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that a later one of the same series replaces; `by` is the id of that claim."""

    claim: Claim
    by: str


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What a series says on a day: its latest figure, the claims it replaces, and other figures of the same day."""

    figure: Figure
    superseded: tuple[Superseded, ...]
    rivals: tuple[Claim, ...]


def date_of(claim: Claim) -> tuple[str, DateKind, DateBasis | None] | None:
    """The date that a claim counts for, which of its dates that is, and how it is known; None if it has none."""
    if claim.as_of.date is not None:
        return claim.as_of.date, DateKind.AS_OF, claim.as_of.basis
    if claim.period.end is not None:
        return claim.period.end, DateKind.PERIOD, claim.period.end_basis
    if claim.basis is Basis.INCIDENT and claim.period.start is not None:
        return claim.period.start, DateKind.PERIOD, claim.period.start_basis
    if claim.published is not None:
        return claim.published, DateKind.PUBLISHED, DateBasis.PUBLISHED
    return None


def day_of(claim: Claim) -> date | None:
    """The day that a claim counts for; the latest that its date allows."""
    dated = date_of(claim)
    if dated is None:
        return None
    last = dates.last_day(dated[0])
    if claim.published is not None and claim.published != dated[0]:
        printed = dates.last_day(claim.published)
        if dates.first_day(dated[0]) <= printed < last:
            return printed
    return last


def dated_day(claim: Claim) -> date:
    """The day of a claim that is known to have one."""
    day = day_of(claim)
    assert day is not None
    return day


def figure_of(claims: Iterable[Claim], by: str = "attribution") -> Figure:
    """One figure out of claims that say the same."""
    ranked = sorted(claims, key=_rank, reverse=True)
    claim = ranked[0]
    source, kind = source_of(claim, by)
    dated = date_of(claim)
    return Figure(
        claim=claim,
        source=source,
        source_kind=kind,
        date=dated[0] if dated else None,
        date_kind=dated[1] if dated else None,
        date_basis=dated[2] if dated else None,
        claims=tuple(ranked),
        outlets=tuple(sorted({one.outlet for one in ranked if one.outlet is not None})),
        documents=tuple(sorted({one.document for one in ranked})),
    )


def settle(claims: Iterable[Claim], by: str = "attribution") -> Settled:
    """The latest figure of dated claims of one series."""
    claims = sorted(claims, key=_rank, reverse=True)
    best = claims[0]
    today = [claim for claim in claims if day_of(claim) == day_of(best)]
    same = [claim for claim in today if bounds(claim.value) == bounds(best.value)]
    return Settled(
        figure=figure_of(same, by),
        superseded=tuple(Superseded(claim=claim, by=best.id) for claim in claims if day_of(claim) != day_of(best)),
        rivals=tuple(claim for claim in today if claim not in same),
    )


def rivals(settled: Iterable[Settled]) -> list[LeftOut]:
    """The figures that sources give beside the ones that were taken, for the same day."""
    return [
        LeftOut(claim=claim, reason=f"a further figure for the same day beside {one.figure.claim.value.text}")
        for one in settled
        for claim in one.rivals
    ]


def tracks(claims: Iterable[Claim], names: Names, by: str = "attribution") -> list[list[Claim]]:
    """The claims parted into series, each of one source.

    Keys of one source that all match each other (`Palestinians` here, nobody named there) are one series; where
    two of them exclude each other, each key stays a series of its own.
    """
    by_key: dict[SeriesKey, list[Claim]] = {}
    for claim in claims:
        by_key.setdefault(series_key(claim, names, by), []).append(claim)
    by_source: dict[tuple[object, ...], list[list[Claim]]] = {}
    for key, members in by_key.items():
        by_source.setdefault((key.source, *family(members[0], names)), []).append(members)
    parts = (part for groups in by_source.values() for part in islands(groups, lambda group: group[0]))
    return [track for part in parts for track in _joined(part, names)]


def _joined(groups: list[list[Claim]], names: Names) -> list[list[Claim]]:
    """Groups of claims joined where they are connected and all of the connected match each other."""
    heads = [min(group, key=lambda claim: claim.id) for group in groups]
    linked = {
        (i, j): match(ours, theirs, names).allowed
        for i, ours in enumerate(heads)
        for j, theirs in enumerate(heads)
        if i < j
    }
    joined: list[list[Claim]] = []
    for part in _components(len(groups), linked):
        if all(linked[i, j] for i in part for j in part if i < j):
            joined.append([claim for i in part for claim in groups[i]])
        else:
            joined.extend(groups[i] for i in part)
    return joined


def _components(size: int, linked: dict[tuple[int, int], bool]) -> list[list[int]]:
    """The connected parts of a graph over 0..size-1."""
    parts: list[list[int]] = []
    for node in range(size):
        touching = [part for part in parts if any(linked[other, node] for other in part)]
        parts = [part for part in parts if part not in touching]
        parts.append(sorted([node, *(other for part in touching for other in part)]))
    return parts


def _rank(claim: Claim) -> tuple[object, ...]:
    """The order in which one claim of a series is preferred to another: later, better dated, more precise."""
    interval = bounds(claim.value)
    kinds = list(DateKind)
    ends = (interval.low is not None) + (interval.high is not None)
    dated = date_of(claim)
    return (
        day_of(claim) or date.min,
        -kinds.index(dated[1]) if dated else -len(kinds),
        claim.value.qualifier is not Qualifier.VAGUE,
        ends,
        -_width(interval),
        (interval.low or 0) if ends == 1 else 0,
        claim.published or "",
        interval.low or 0,
        claim.segment is Segment.BODY,
        claim.confidence,
        claim.id,
    )


def _width(interval: Interval) -> int:
    return 0 if interval.low is None or interval.high is None else interval.high - interval.low
