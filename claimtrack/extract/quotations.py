"""Which stretches of a page stand in quotation marks, over the borders of sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.extract.sentences import Sentence

_MARK = re.compile(r"[“”]+|\"+|``|''")
_BEFORE_OPENING = frozenset(" \t\n([—–-:/\xa0")


class Quotation(NamedTuple):
    """A quotation: its stretch between the marks; `closed` is False where its paragraph ends before it does."""

    start: int
    end: int
    closed: bool


class Quotations:
    """The quotations of a page, in order."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Find them; a mark counts as opening where it stands before a word, and a paragraph ends what is open."""
        self._found: list[Quotation] = []
        opened: int | None = None
        paragraph, end = -1, 0
        for sentence in sentences:
            if sentence.paragraph != paragraph and opened is not None:
                self._found.append(Quotation(opened, end, False))
                opened = None
            paragraph, end = sentence.paragraph, sentence.end
            for mark in _MARK.finditer(text, sentence.start, sentence.end):
                if opened is None and _opens(text, mark):
                    opened = mark.end()
                elif opened is not None and not (mark[0][0] in '"“`' and _surely_opens(text, mark)):
                    self._found.append(Quotation(opened, mark.start(), True))
                    opened = None
        if opened is not None:
            self._found.append(Quotation(opened, end, False))
        self._starts = [quotation.start for quotation in self._found]

    def at(self, position: int) -> Quotation | None:
        """The quotation that a place in the text stands in."""
        k = bisect_right(self._starts, position) - 1
        return self._found[k] if k >= 0 and position < self._found[k].end else None

    def before(self, quotation: Quotation) -> Quotation | None:
        """The quotation before one."""
        k = bisect_right(self._starts, quotation.start) - 2
        return self._found[k] if k >= 0 else None


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation: it is no closing one, and something follows it at once."""
    if mark[0][0] == "”":
        return False
    after = text[mark.end() : mark.end() + 1]
    return mark[0][0] in "“`" or bool(after.strip())


def _surely_opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands behind a space and before a word, as only an opening one does."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (not before or before in _BEFORE_OPENING) and after.isalnum()
