"""Level 5: who answers for a figure: the source of its clause, that of its quotation, or one carried over.

A source carries over the sentences that go on with what it said, until the article speaks in its own voice again.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract import sources
from claimtrack.extract.reading import Line
from claimtrack.extract.sources import Source

_REACH = 12


class Voices:
    """The sentences of a page, asked for who speaks in one of them."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling

    def at(self, i: int, position: int) -> Source | None:
        """The source of a figure at `position` in sentence `i`; None where the article speaks in its own voice."""
        scene = self._lines[i].scene
        chosen = sources.choose(scene.sources, position)
        if chosen is not None and not chosen.pronoun:
            return chosen
        if chosen is not None:
            named = [s for s in scene.sources if not s.pronoun and s.start < chosen.start]
            if named:
                return named[-1]._replace(kind=chosen.kind)
        goes_on = scene.continues or i - 1 in self._telling
        earlier = self._earlier(i) if chosen is not None or scene.quoted or goes_on else None
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

    def _earlier(self, i: int) -> tuple[int, Source] | None:
        """The last source named before sentence `i`, and in which sentence."""
        for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
            named = [s for s in self._lines[k].scene.sources if not s.pronoun]
            if named:
                return k, named[-1]
        return None
