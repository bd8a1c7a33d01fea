"""Level 5: what carries over from sentence to sentence: the source, the place and the date of what is told.

A claim takes each of them from its own sentence where that names one, else from what the text has said before.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.dating import Dating
from claimtrack.extract.reading import Line
from claimtrack.extract.setting import Setting
from claimtrack.extract.voices import Voices


class Story:
    """The sentences of a page, asked for what a figure in one of them takes from the others."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self.voices = Voices(lines, telling)
        self.dating = Dating(lines, telling)
        self.setting = Setting(lines, telling)
