"""Level 5: what carries over from sentence to sentence: the source, the place and the date of what is told.

A claim takes each of them from its own sentence where that names one, else from what the text has said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.dates import PartialDate
from claimtrack.extract import sources
from claimtrack.extract.places import PlaceMention
from claimtrack.extract.sources import Source
from claimtrack.extract.times import Role, When
from claimtrack.model import AsOf, Basis, DateBasis, Period


class Scene(NamedTuple):
    """What a sentence names: its sources, places and dates; whether it stands inside a quotation.

    `published` is the day that its relative dates count from: the document's, or that of a post it is quoted from.
    `event` says that it tells of something that happens to people, with or without a number; `continues` that it
    opens with the figure told before (`The toll …`).
    """

    start: int
    end: int
    paragraph: int
    sources: tuple[Source, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[When, ...]
    quoted: bool
    published: PartialDate | None
    published_basis: DateBasis | None
    event: bool
    continues: bool


class Context(NamedTuple):
    """What the text has said so far: the last source and where, the event's place and date.

    `event` is the day told of in this paragraph; a new paragraph goes back to the `main` event of the page.
    """

    source: Source | None = None
    source_paragraph: int = -1
    source_sentence: int = -1
    place: PlaceMention | None = None
    local: PlaceMention | None = None
    event: When | None = None
    main: When | None = None
    as_of: When | None = None
    sentence: int = 0
    paragraph: int = -1


class Stretch(NamedTuple):
    """Where a figure stands, between the end of the figure before it and the start of the one behind it."""

    left: int
    position: int
    right: int


def source_of(scene: Scene, at: Stretch, context: Context, following: Scene | None) -> Source | None:
    """The source of a figure."""
    chosen = sources.choose(scene.sources, at.position)
    if chosen is not None and chosen.pronoun:
        if context.source is not None:
            return context.source._replace(kind=chosen.kind, via=chosen.via)
        return chosen if " " in chosen.mention else None
    if chosen is not None:
        return chosen
    if scene.quoted:
        if (
            following is not None
            and following.paragraph == scene.paragraph
            and following.sources
            and not following.sources[0].pronoun
        ):
            return following.sources[0]
        return context.source
    if (
        scene.continues
        and context.source is not None
        and context.source_paragraph == scene.paragraph
        and context.source_sentence == context.sentence - 1
    ):
        return context.source
    return None


def place_of(scene: Scene, at: Stretch, source: Source | None, context: Context) -> PlaceMention | None:
    """The finest place named for a figure: in its clause, its sentence, or where the page's event is set.

    A country or region that holds the event's own place (`floods in Iran`, in a story from one Iranian town) does
    not hide it.
    """
    usable = [p for p in scene.places if p.led and not _in_source(scene, p)]
    after = [p for p in usable if at.position < p.start < at.right]
    before = [p for p in usable if at.left <= p.start < at.position]
    speakers = [p for p in scene.places if p.led and source is not None and source.start < p.start < source.end]
    main = context.local if context.local is not None and context.paragraph == scene.paragraph else context.place
    loose = [p for p in scene.places if not p.led and p.named and not _in_source(scene, p)]
    for group in (after, before, [p for p in usable if p.start < at.position], usable, loose):
        if group:
            chosen = min(group, key=lambda p: (p.rank, abs(p.start - at.position)))
            return chosen
    if main is None and speakers:
        return min(speakers, key=lambda p: p.rank)
    return main


def _holds(wide: PlaceMention, fine: PlaceMention) -> bool:
    """Whether one place is the country, or a region of the country, that another lies in."""
    return wide.rank > fine.rank and wide.named and wide.country is not None and wide.country == fine.country


def main_place(scenes: Sequence[Scene]) -> PlaceMention | None:
    """Where the event of a page is set: the finest place of the first sentences that tell of it."""
    main: PlaceMention | None = None
    told = 0
    for scene in scenes:
        named = [p for p in scene.places if (p.led or p.named) and not _in_source(scene, p)]
        if not scene.event or not named:
            continue
        finest = min(named, key=lambda p: (not p.led, p.rank))
        if main is None or (finest.named and _holds(main, finest)):
            main = finest
        told += 1
        if told == _TELLING:
            break
    return main


_TELLING = 4


def _in_source(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place stands inside the name of a source."""
    return any(s.start <= place.start < s.end for s in scene.sources)


_CROSSING, _COARSE = 45, 80


def when_of(scene: Scene, at: Stretch, basis: Basis, context: Context) -> When | None:
    """The date expression that a figure takes: the nearest of its sentence, else the event told of.

    A date across another figure counts as further away, and so does a bare year beside a day.
    """
    usable = [d for d in scene.dates if d.kind not in ("anaphor", "statement")]
    if usable:
        days = any(_has_day(d) for d in usable)
        return min(usable, key=lambda d: _distance(d, at, days=days))
    if basis != Basis.INCIDENT:
        return None
    return context.event if context.paragraph == scene.paragraph and context.event is not None else context.main


def _has_day(when: When) -> bool:
    """Whether an expression means a day, resolved or not."""
    return when.kind in ("weekday", "full", "day_word") or (when.start is not None and when.start.day is not None)


def _distance(when: When, at: Stretch, *, days: bool) -> int:
    """How far a date expression is from a figure, in characters and penalties."""
    position = when.span.start
    crossing = position > at.right or position < at.left
    return abs(position - at.position) + _CROSSING * crossing + _COARSE * (days and not _has_day(when))


def period_of(when: When | None, basis: Basis, scene: Scene, context: Context) -> tuple[Period, AsOf]:
    """The period that a date expression gives a figure of this basis, and the day it is stated for."""
    as_of = AsOf(date=scene.published.iso, basis=scene.published_basis) if scene.published else AsOf()
    if context.as_of is not None and context.as_of.end is not None:
        as_of = AsOf(date=context.as_of.end.iso, basis=context.as_of.basis)
    said = next((d for d in scene.dates if d.kind == "statement" and d.end is not None and _has_day(d)), None)
    if said is not None and said.end is not None:
        as_of = AsOf(date=said.end.iso, basis=said.basis)
    if when is None:
        return Period(
            end=as_of.date, end_basis=DateBasis.PUBLISHED if as_of.date and basis == Basis.INCIDENT else as_of.basis
        ), as_of
    start, end = when.start.iso if when.start else None, when.end.iso if when.end else None
    if when.role == Role.SINCE:
        return Period(
            start=start,
            end=as_of.date,
            start_basis=when.basis if start else None,
            end_basis=as_of.basis,
            words=when.words,
        ), as_of
    if when.role == Role.UNTIL:
        stated_for = AsOf(date=end, basis=when.basis) if end else as_of
        return Period(end=stated_for.date, end_basis=stated_for.basis, words=when.words), stated_for
    if basis == Basis.STOCK:
        return Period(end=end or as_of.date, end_basis=when.basis if end else as_of.basis, words=when.words), as_of
    return Period(
        start=start,
        end=end,
        start_basis=when.basis if start else None,
        end_basis=when.basis if end else None,
        words=when.words,
    ), as_of


def update(context: Context, scene: Scene, *, tells: bool) -> Context:
    """The context behind a sentence; `tells` says that the sentence made a claim."""
    named = [s for s in scene.sources if not s.pronoun]
    source, paragraph, sentence = context.source, context.source_paragraph, context.source_sentence
    if scene.sources:
        source = named[-1] if named else source
        paragraph, sentence = scene.paragraph, context.sentence
    place, local = context.place, context.local if context.paragraph == scene.paragraph else None
    led = [p for p in scene.places if p.led and not _in_source(scene, p)]
    if led and scene.event:
        local = min(led, key=lambda p: p.rank)
    event = context.event if context.paragraph == scene.paragraph else None
    points = [d for d in scene.dates if is_event(d)]
    if points and tells:
        event = points[0]
    stated = next((d for d in scene.dates if d.role == Role.UNTIL and _has_day(d) and d.end is not None), None)
    return Context(
        source,
        paragraph,
        sentence,
        place,
        local,
        event,
        context.main,
        stated or context.as_of,
        context.sentence + 1,
        scene.paragraph,
    )


def is_event(when: When) -> bool:
    """Whether a date expression can be the day of an event that later sentences go on with."""
    return when.role == Role.POINT and when.kind in ("weekday", "day", "full", "day_word") and _has_day(when)
