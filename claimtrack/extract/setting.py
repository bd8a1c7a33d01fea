"""Level 5, where: the place of a figure, named in its sentence, its paragraph, or where the page's event is set."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from claimtrack.extract.dating import Stretch
from claimtrack.extract.places import COUNTRY, PlaceMention, can_name
from claimtrack.extract.reading import Line, Scene
from claimtrack.extract.source import Source
from claimtrack.lexicon.classes import WordClass as W

_OPENING = 12
# Sentences of a paragraph that a place carries over: more than paragraphs have, fewer than a text without them.
_PARAGRAPH_REACH = 30
_LONGEST_HEADING = 50


# CITY, Country, Nov. 13 (AGENCY) -- at the head of a page.
_DATELINE = re.compile(
    r"\s*(?:\([^)\n]{2,30}\)\s*)?[A-ZÀ-Ý][\w .’'-]{1,30}(?:,[^\n—–]{1,50}?)?(?:\([^)\n]{2,30}\))?\s*(?:—|--|–|\s-\s)"
)


_CITY = re.compile(r"\s*(?P<name>[A-ZÀ-Ý]{2}[A-ZÀ-Ý .’'-]*[A-ZÀ-Ý])\s*[,(—–-]")


class Setting:
    """The places of a page, asked for that of a figure."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling

    def place_of(self, i: int, at: Stretch, source: Source | None, *, total: bool) -> PlaceMention | None:
        """The finest place named for a figure: in its clause, its sentence, its paragraph, or the event's own.

        A `total` over a time is the country's, where its own sentence names no place.
        """
        own = self._own(i, at)
        line_text = self._lines[i].page.text[self._lines[i].scene.start : self._lines[i].scene.end].lower()
        sets = self._lines[i].page.lexicon.sets
        nationwide = total or any(words in line_text for words in sets["places.nationwide"])
        if own is not None:
            return own
        if any(words in line_text for words in sets["places.everywhere"]):
            return None
        if source is not None:
            speakers = [
                p for p in self._lines[i].scene.places if (p.named or p.led) and source.start <= p.start < source.end
            ]
            if speakers:
                return min(speakers, key=lambda p: p.cost)
        carried = self._paragraph_place(i) or self._heading(i) or self.main_place
        if nationwide and carried is not None and self.country is not None and _holds(self.country, carried):
            return self.country
        return carried

    def _own(self, i: int, at: Stretch) -> PlaceMention | None:
        """The finest place that sentence `i` names for a figure."""
        usable = self._usable(i)
        led = [p for p in usable if p.led]
        left, right = self._clause(i, at.position)
        inside = [p for p in led if left <= p.start < right]
        groups = (
            [p for p in inside if at.left <= p.start and self._beside(i, p, at)],
            [p for p in inside if at.position < p.start < at.right],
            [p for p in inside if at.left <= p.start < at.position],
            inside,
            [p for p in led if p.start < at.position],
            led,
            [p for p in usable if not p.led and p.named],
        )
        for group in groups:
            if group:
                return min(group, key=lambda p: (p.cost, abs(p.start - at.position)))
        return None

    def _clause(self, i: int, position: int) -> tuple[int, int]:
        """Where the part of sentence `i` between two semicolons begins and ends in which a figure stands."""
        line = self._lines[i]
        marks = [token.start for token in line.tokens if token.reading.cls == W.SEMICOLON]
        k = bisect_left(marks, position)
        return marks[k - 1] if k else line.sentence.start, marks[k] if k < len(marks) else line.sentence.end

    def _usable(self, i: int) -> list[PlaceMention]:
        """The places of sentence `i` that are no part of the dateline or of a source's name."""
        scene = self._lines[i].scene
        return [p for p in scene.places if p.start >= self._dateline and not _in_source(scene, p)]

    def _beside(self, i: int, place: PlaceMention, at: Stretch) -> bool:
        """Whether no more than a qualifier stands between a place and a figure (`in Lagos about 12 were killed`)."""
        if place.end >= at.position:
            return False
        between = [t for t in self._lines[i].tokens if place.end <= t.start < at.position]
        return all(token.reading.cls == W.BEFORE for token in between)

    def _paragraph_place(self, i: int) -> PlaceMention | None:
        """The place that the paragraph has named before sentence `i`."""
        paragraph = self._lines[i].sentence.paragraph
        for k in range(i - 1, max(-1, i - 1 - _PARAGRAPH_REACH), -1):
            if self._lines[k].sentence.paragraph != paragraph:
                break
            scene = self._lines[k].scene
            led = [p for p in scene.places if p.led and p.rank <= COUNTRY and not _in_source(scene, p)]
            if led and scene.event:
                return min(led, key=lambda p: p.rank)
        return None

    def _heading(self, i: int) -> PlaceMention | None:
        """The place of the last heading before sentence `i` that is nothing but a place (`VIET NAM:`)."""
        k = bisect_left(self._headings, i) - 1
        return self._lines[self._headings[k]].scene.places[0] if k >= 0 else None

    @cached_property
    def _headings(self) -> list[int]:
        """The lines that are nothing but the name of a place."""
        found = []
        for i, line in enumerate(self._lines):
            if line.sentence.end - line.sentence.start > _LONGEST_HEADING:
                continue
            places = line.scene.places
            if len(places) == 1 and len(line.page.text[line.sentence.start : line.sentence.end].strip(" :*#-•\n")) <= (
                places[0].end - places[0].start + 1
            ):
                found.append(i)
        return found

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
        """Where the event of the page is set: the finest place of the first sentence that tells of one somewhere."""
        for i in range(min(_OPENING, len(self._lines))):
            if not self._lines[i].scene.event:
                continue
            named = [p for p in self._usable(i) if (p.led or p.named) and p.rank <= COUNTRY]
            if named:
                return min(named, key=lambda p: (not p.led, p.rank))
        if not self._lines:
            return None
        known = next((p for p in self._lines[0].scene.places if p.start < self._dateline), None)
        return known or self._city_of_dateline()

    def _city_of_dateline(self) -> PlaceMention | None:
        """The city that a dateline begins with, where the gazetteer does not know it."""
        page = self._lines[0].page
        city = _CITY.match(page.text, page.start, self._dateline)
        if city is None:
            return None
        return PlaceMention(city["name"], city.start("name"), city.end("name"), None, None, 0, False, named=False)

    @cached_property
    def country(self) -> PlaceMention | None:
        """The country that the page's event lies in, where the page names it."""
        main = self.main_place
        if main is None or main.country is None:
            return None
        for line in self._lines:
            if not can_name(line.text, main.country, line.page.lexicon):
                continue
            for p in line.scene.places:
                if p.rank == COUNTRY and p.country == main.country:
                    return p
        return None


def _in_source(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place stands inside the name of a source."""
    return any(s.start <= place.start < s.end for s in scene.sources)


def _holds(wide: PlaceMention, fine: PlaceMention) -> bool:
    """Whether one place is the country, or a region of the country, that another lies in."""
    if wide.rank <= fine.rank or not wide.named:
        return False
    return fine.country is None or (wide.country is not None and wide.country == fine.country)
