"""Level 5: what carries over from sentence to sentence: the source, the place and the date of what is told.

A claim takes each of them from its own sentence where that names one, else from what the text has said before.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract import sources
from claimtrack.extract.dating import Dating, Stretch
from claimtrack.extract.reading import Line
from claimtrack.extract.setting import Setting
from claimtrack.extract.sources import Source

_OPENING, _TELLING, _SOURCE_REACH = 12, 4, 12


class Story:
    """The sentences of a page, asked for what a figure in one of them takes from the others."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling
        self.dating = Dating(lines, telling)
        self.setting = Setting(lines, telling)

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
