"""Level 5: what carries over from sentence to sentence: the source, the place and the date of what is told.

A claim takes each of them from its own sentence where that names one, else from what the text has said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.dates import PartialDate
from claimtrack.extract import sources, times
from claimtrack.extract.places import PlaceMention
from claimtrack.extract.sources import Source
from claimtrack.extract.times import Role, When
from claimtrack.model import AsOf, Basis, DateBasis, Period


class Scene(NamedTuple):
    """What a sentence names: its sources, places and dates, and the post it belongs to."""

    start: int
    end: int
    paragraph: int
    sources: tuple[Source, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[When, ...]
    quoted: bool = False


class Context(NamedTuple):
    """What the text has said so far: the last source, the event's place and date."""

    source: Source | None = None
    place: PlaceMention | None = None
    event: When | None = None


def source_of(scene: Scene, position: int, context: Context, following: Scene | None) -> Source | None:
    """The source of the figure at `position`."""
    chosen = sources.choose(scene.sources, position)
    if chosen is not None and chosen.pronoun:
        return context.source._replace(kind=chosen.kind, via=chosen.via) if context.source is not None else None
    if chosen is not None:
        return chosen
    if scene.quoted:
        if following is not None and following.paragraph == scene.paragraph and following.sources and not following.sources[0].pronoun:
            return following.sources[0]
        return context.source
    return None


def place_of(scene: Scene, position: int, left: int, right: int, source: Source | None, context: Context) -> PlaceMention | None:
    """The finest place named for the figure at `position`; `left` and `right` are the figures beside it."""
    usable = [p for p in scene.places if p.led and not (source and source.start <= p.start < source.end) and not _in_source(scene, p)]
    after = [p for p in usable if position < p.start < right]
    before = [p for p in usable if left <= p.start < position]
    for group in (after, before, [p for p in usable if p.start < position], usable):
        if group:
            return min(group, key=lambda p: (p.rank, abs(p.start - position)))
    return context.place


def _in_source(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place stands inside the name of a source."""
    return any(s.start <= place.start < s.end for s in scene.sources)


def period_of(scene: Scene, position: int, left: int, right: int, basis: Basis, published: PartialDate | None, published_basis: DateBasis | None, context: Context) -> tuple[Period, AsOf, Basis]:
    """The period, as-of date and basis of the figure at `position`."""
    when = _nearest(scene.dates, position, left, right)
    as_of = AsOf(date=published.iso, basis=published_basis) if published else AsOf()
    if when is None:
        when = context.event
        if when is None:
            return Period(end=as_of.date if basis == Basis.STOCK else None, end_basis=as_of.basis if basis == Basis.STOCK else None), as_of, basis
    return _period(when, basis, as_of)


def _nearest(dates: Sequence[When], position: int, left: int, right: int) -> When | None:
    """The date expression that the figure takes: in its own clause first, behind it before in front of it."""
    usable = [d for d in dates if d.kind != "anaphoric"]
    groups = (
        [d for d in usable if position < d.span.start < right],
        [d for d in usable if left <= d.span.start < position],
        [d for d in usable if d.span.start < position],
        usable,
    )
    for group in groups:
        if group:
            return min(group, key=lambda d: abs(d.span.start - position))
    return None


def _period(when: When, basis: Basis, as_of: AsOf) -> tuple[Period, AsOf, Basis]:
    """The period that a date expression gives a figure of this basis."""
    start = when.start.iso if when.start else None
    end = when.end.iso if when.end else None
    if when.role == Role.SINCE:
        kind = Basis.CUMULATIVE if basis in (Basis.INCIDENT, Basis.UNKNOWN, Basis.CUMULATIVE) else basis
        return Period(start=start, end=as_of.date, start_basis=when.basis if start else None, end_basis=as_of.basis, words=when.words), as_of, kind
    if when.role == Role.UNTIL:
        stated = AsOf(date=end, basis=when.basis) if end else as_of
        kind = Basis.CUMULATIVE if basis == Basis.INCIDENT else basis
        return Period(end=stated.date, end_basis=stated.basis, words=when.words), stated, kind
    if when.role == Role.WINDOW:
        kind = Basis.PERIOD if basis in (Basis.INCIDENT, Basis.UNKNOWN) else basis
        return Period(start=start, end=end, start_basis=when.basis if start else None, end_basis=when.basis if end else None, words=when.words), as_of, kind
    if basis == Basis.STOCK:
        return Period(end=end or as_of.date, end_basis=when.basis if end else as_of.basis, words=when.words), as_of, basis
    return Period(start=start, end=end, start_basis=when.basis if start else None, end_basis=when.basis if end else None, words=when.words), as_of, basis


def update(context: Context, scene: Scene, *, tells: bool) -> Context:
    """The context behind a sentence; `tells` says that the sentence made a claim."""
    named = [s for s in scene.sources if not s.pronoun]
    source = named[-1] if named else context.source
    place, event = context.place, context.event
    led = [p for p in scene.places if p.led and not _in_source(scene, p)]
    if led and (place is None or tells):
        place = min(led, key=lambda p: p.rank)
    points = [d for d in scene.dates if d.kind in ("weekday", "day", "full", "relative") and d.role == Role.POINT]
    if points and (event is None or tells):
        event = points[0]
    return Context(source, place, event)


__all__ = ["Context", "Scene", "period_of", "place_of", "source_of", "times", "update"]
