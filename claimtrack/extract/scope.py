"""Level 5: what carries over from sentence to sentence: the source, the place and the date of what is told.

A claim takes each of them from its own sentence where that names one, else from what the text has said before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from claimtrack.extract import sources
from claimtrack.extract.dating import Dating, Stretch
from claimtrack.extract.places import COUNTRY, PlaceMention
from claimtrack.extract.reading import Line, Scene
from claimtrack.extract.sources import Source

_OPENING, _TELLING, _SOURCE_REACH = 12, 4, 12


# CITY, Country, Nov. 13 (AGENCY) -- at the head of a page.
_DATELINE = re.compile(
    r"\s*(?:\([^)\n]{2,30}\)\s*)?[A-ZÀ-Ý][\w .’'-]{1,30}(?:,[^\n—–]{1,50}?)?(?:\([^)\n]{2,30}\))?\s*(?:—|--|–|\s-\s)"
)


class Story:
    """The sentences of a page, asked for what a figure in one of them takes from the others."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling
        self.dating = Dating(lines, telling)

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


def _in_source(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place stands inside the name of a source."""
    return any(s.start <= place.start < s.end for s in scene.sources)


def _holds(wide: PlaceMention, fine: PlaceMention) -> bool:
    """Whether one place is the country, or a region of the country, that another lies in."""
    if wide.rank <= fine.rank or not wide.named:
        return False
    return fine.country is None or (wide.country is not None and wide.country == fine.country)
