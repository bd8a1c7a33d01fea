"""Level 5: what carries over from sentence to sentence: the source, the place and the date of what is told.

A claim takes each of them from its own sentence where that names one, else from what the text has said before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from claimtrack.extract import sources
from claimtrack.extract.places import COUNTRY, PlaceMention
from claimtrack.extract.reading import Line, Scene
from claimtrack.extract.sources import Source
from claimtrack.extract.times import Role, When
from claimtrack.model import AsOf, Basis, DateBasis, Period

_OPENING, _TELLING, _SOURCE_REACH = 12, 4, 12
_CROSSING, _COARSE = 45, 80
_SHORTLY = 4


# CITY, Country, Nov. 13 (AGENCY) -- at the head of a page.
_DATELINE = re.compile(
    r"\s*(?:\([^)\n]{2,30}\)\s*)?[A-ZÀ-Ý][\w .’'-]{1,30}(?:,[^\n—–]{1,50}?)?(?:\([^)\n]{2,30}\))?\s*(?:—|--|–|\s-\s)"
)


class Stretch(NamedTuple):
    """Where a figure stands, between the end of the figure before it and the start of the one behind it."""

    left: int
    position: int
    right: int


class Story:
    """The sentences of a page, asked for what a figure in one of them takes from the others."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling

    def source_of(self, i: int, at: Stretch) -> Source | None:
        """The source of a figure in sentence `i`: of its own clause, of the quotation it stands in, or carried over."""
        scene = self._lines[i].scene
        chosen = sources.choose(scene.sources, at.position)
        if chosen is not None and not chosen.pronoun:
            return chosen
        if chosen is not None:
            named = [s for s in scene.sources if not s.pronoun and s.start < chosen.start]
            if named:
                return named[-1]._replace(kind=chosen.kind)
        goes_on = scene.continues or i - 1 in self._telling
        earlier = self._earlier_source(i) if chosen is not None or scene.quoted or goes_on else None
        if chosen is not None:
            if earlier is not None:
                return earlier[1]._replace(kind=chosen.kind, via=chosen.via)
            return chosen if " " in chosen.mention else None
        if scene.quoted:
            following = self._lines[i + 1].scene if i + 1 < len(self._lines) else None
            if following is not None and following.paragraph == scene.paragraph:
                speaker = next(iter(following.sources), None)
                if speaker is not None and not speaker.pronoun:
                    return speaker
            return earlier[1] if earlier is not None else None
        if goes_on and earlier is not None and earlier[0] == i - 1 and (scene.continues or earlier[1].leading):
            return earlier[1] if self._lines[i - 1].scene.paragraph == scene.paragraph else None
        return None

    def _earlier_source(self, i: int) -> tuple[int, Source] | None:
        """The last source named before sentence `i`, and in which sentence."""
        for k in range(i - 1, max(-1, i - 1 - _SOURCE_REACH), -1):
            named = [s for s in self._lines[k].scene.sources if not s.pronoun]
            if named:
                return k, named[-1]
        return None

    def place_of(self, i: int, at: Stretch, source: Source | None, *, total: bool = False) -> PlaceMention | None:
        """The finest place named for a figure: in its clause, its sentence, its paragraph, or the event's own.

        A `total` over a time is the country's, where its own sentence names no place.
        """
        scene = self._lines[i].scene
        usable = [p for p in scene.places if p.led and p.start >= self._dateline and not _in_source(scene, p)]
        near = [p for p in usable if at.left <= p.start and self._beside(i, p, at)]
        groups = (
            near,
            [p for p in usable if at.position < p.start < at.right],
            [p for p in usable if at.left <= p.start < at.position],
            [p for p in usable if p.start < at.position],
            usable,
            [
                p
                for p in scene.places
                if not p.led and p.named and p.start >= self._dateline and not _in_source(scene, p)
            ],
        )
        line_text = self._lines[i].page.text[scene.start : scene.end].lower()
        for group in groups:
            if group:
                return min(group, key=lambda p: (p.cost, abs(p.start - at.position)))
        sets = self._lines[i].page.lexicon.sets
        if any(words in line_text for words in sets["places.everywhere"]):
            return None
        if source is not None:
            speakers = [p for p in scene.places if (p.named or p.led) and source.start <= p.start < source.end]
            if speakers:
                return min(speakers, key=lambda p: p.cost)
        carried = self._paragraph_place(i) or self.main_place
        total = total or any(words in line_text for words in sets["places.nationwide"])
        if total and carried is not None and self.country is not None and _holds(self.country, carried):
            return self.country
        return carried

    def _beside(self, i: int, place: PlaceMention, at: Stretch) -> bool:
        """Whether nothing stands between a place and the figure behind it (`in Lagos 12 were killed`)."""
        return place.end < at.position and not self._lines[i].page.text[place.end : at.position].strip()

    def _paragraph_place(self, i: int) -> PlaceMention | None:
        """The place that the paragraph has named before sentence `i`."""
        paragraph = self._lines[i].sentence.paragraph
        for k in range(i - 1, -1, -1):
            if self._lines[k].sentence.paragraph != paragraph:
                break
            scene = self._lines[k].scene
            led = [p for p in scene.places if p.led and not _in_source(scene, p)]
            if led and scene.event:
                return min(led, key=lambda p: p.rank)
        return None

    @cached_property
    def _dateline(self) -> int:
        """Where the page's dateline ends, which says where its reporter was; its start where it has none."""
        if not self._lines:
            return 0
        page = self._lines[0].page
        match = _DATELINE.match(page.text, page.start)
        return match.end() if match else page.start

    @cached_property
    def main_place(self) -> PlaceMention | None:
        """Where the event of the page is set: the finest place of the first sentences that tell of it."""
        main: PlaceMention | None = None
        told = 0
        for line in self._lines[:_OPENING]:
            scene = line.scene
            named = [
                p for p in scene.places if (p.led or p.named) and not _in_source(scene, p) and p.start >= self._dateline
            ]
            if not scene.event or not named:
                continue
            finest = min(named, key=lambda p: (not p.led, p.rank))
            if main is None or (finest.named and _holds(main, finest)):
                main = finest
            told += 1
            if told == _TELLING:
                break
        if main is None and self._lines:
            return next((p for p in self._lines[0].scene.places if p.start < self._dateline), None)
        return main

    @cached_property
    def country(self) -> PlaceMention | None:
        """The country that the page's event lies in, where the page names it."""
        main = self.main_place
        if main is None or main.country is None:
            return None
        for line in self._lines:
            for p in line.scene.places:
                if p.rank == COUNTRY and p.country == main.country:
                    return p
        return None

    def when_of(self, i: int, at: Stretch, basis: Basis) -> When | None:
        """The date expression that a figure takes: the nearest of its sentence, else the event told of.

        A date across another figure counts as further away, and so does a bare year beside a day.
        """
        usable = [d for d in self._lines[i].dates if d.kind not in ("anaphor", "statement")]
        if usable:
            days = any(_has_day(d) for d in usable)
            return min(usable, key=lambda d: _distance(d, at, days=days))
        if basis != Basis.INCIDENT:
            return None
        return self._paragraph_event(i) or self.main_event

    def _paragraph_event(self, i: int) -> When | None:
        """The day of the event that the paragraph has told of before sentence `i`."""
        paragraph = self._lines[i].sentence.paragraph
        for k in range(i - 1, -1, -1):
            if self._lines[k].sentence.paragraph != paragraph:
                break
            if k in self._telling:
                points = [d for d in self._lines[k].dates if _is_event(d)]
                if points:
                    return points[0]
        return None

    @cached_property
    def main_event(self) -> When | None:
        """The day of the event that the page tells of: the first that it names with an event.

        Where that is the day of publication, on which much is said and done after an event, a day shortly before it
        that the page names as well is the likelier one.
        """
        points = [d for line in self._lines[:_OPENING] if line.scene.event for d in line.dates if _is_event(d)]
        if not points:
            points = [d for line in self._lines[:_TELLING] for d in line.dates if _is_event(d)]
        first = points[0] if points else None
        published = self._lines[0].page.published if self._lines else None
        if first is None or published is None or first.start != published:
            return first
        for when in points:
            if when.start is not None and 0 < (published.first - when.start.first).days <= _SHORTLY:
                return when
        return first

    def as_of(self, i: int) -> AsOf:
        """The day that the figures of sentence `i` are stated for."""
        scene = self._lines[i].scene
        said = next((d for d in scene.dates if d.kind == "statement" and d.end is not None and _has_day(d)), None)
        if said is not None and said.end is not None:
            return AsOf(date=said.end.iso, basis=said.basis)
        for at, when in reversed(self._stated):
            if at < i and when.end is not None:
                return AsOf(date=when.end.iso, basis=when.basis)
        return AsOf(date=scene.published.iso, basis=scene.published_basis) if scene.published else AsOf()

    @cached_property
    def _stated(self) -> list[tuple[int, When]]:
        """The days that the page says its figures are stated for (`as of 24 November`), and in which sentence."""
        stated = []
        for i, line in enumerate(self._lines):
            text = line.page.text[line.sentence.start : line.sentence.end].lower()
            if any(words in text for words in line.page.lexicon.sets["dates.stated"]):
                stated += [(i, d) for d in line.dates if d.role != Role.SINCE and _has_day(d) and d.end is not None]
        return stated


def _in_source(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place stands inside the name of a source."""
    return any(s.start <= place.start < s.end for s in scene.sources)


def _holds(wide: PlaceMention, fine: PlaceMention) -> bool:
    """Whether one place is the country, or a region of the country, that another lies in."""
    if wide.rank <= fine.rank or not wide.named:
        return False
    return fine.country is None or (wide.country is not None and wide.country == fine.country)


def _has_day(when: When) -> bool:
    """Whether an expression means a day, resolved or not."""
    known = when.start or when.end
    return when.kind in ("weekday", "full", "day", "day_word") or (known is not None and known.day is not None)


def _is_event(when: When) -> bool:
    """Whether a date expression can be the day of an event that other sentences go on with."""
    return when.role == Role.POINT and when.kind in ("weekday", "day", "full", "day_word") and _has_day(when)


def _distance(when: When, at: Stretch, *, days: bool) -> int:
    """How far a date expression is from a figure, in characters and penalties."""
    position = when.span.start
    crossing = position > at.right or position < at.left
    coarse = days and not _has_day(when)
    return abs(position - at.position) + _CROSSING * crossing + _COARSE * coarse


def period_of(when: When | None, basis: Basis, as_of: AsOf) -> tuple[Period, AsOf]:
    """The period that a date expression gives a figure of this basis, and the day it is stated for."""
    if when is None:
        known = DateBasis.PUBLISHED if as_of.date and basis == Basis.INCIDENT else as_of.basis
        return Period(end=as_of.date, end_basis=known), as_of
    start, end = when.start.iso if when.start else None, when.end.iso if when.end else None
    started = when.basis if start else None
    if when.role == Role.SINCE:
        return Period(start=start, end=as_of.date, start_basis=started, end_basis=as_of.basis, words=when.words), as_of
    if when.role == Role.UNTIL:
        stated = AsOf(date=end, basis=when.basis) if end else as_of
        return Period(end=stated.date, end_basis=stated.basis, words=when.words), stated
    if basis == Basis.STOCK:
        return Period(end=end or as_of.date, end_basis=when.basis if end else as_of.basis, words=when.words), as_of
    return Period(
        start=start, end=end, start_basis=started, end_basis=when.basis if end else None, words=when.words
    ), as_of
