"""Level 0: a document's text as sentences, so that each number has the one it stands in.

Lines of a hard-wrapped text run on; a blank line, a list item or a line without a full stop in a list of short
lines ends a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from claimtrack.lexicon.readings import Lexicon

LONGEST = 1500

# All marks that can end a sentence stand in one set in front: so the search runs over all other letters at once. A run
# of marks is looked at once, from its first mark on: else a long run would cost its square.
_END = re.compile(
    r"""[.!?…)\n;|](?:
        (?<=[.!?…])(?<![.!?…]{2})[.!?…]*+["”’')\]]*(?=\s|$)
      | (?<=[.!?])["”’']?(?=[A-Z“][a-z])
      | (?<=[a-z]\))(?=[A-Z][a-z])
      | (?<=\n)(?:\s*\n|(?=\s*(?:[•*▪–-]\s|\d+[.)]\s)))
      | (?<=[;|])(?=\s*\n)
    )""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"([^\s(\[“\"]+)$")
_NEXT = re.compile(r"\s*[\"“‘'(\[]*(\S)")
_FIRST_WORD = re.compile(r"\s*[\"“]?(\w+)")
_WRAPPED = 40


class Words(NamedTuple):
    """Abbreviations whose full stop ends no sentence, those that may, and the words that sentences begin with."""

    abbreviations: frozenset[str]
    closing: frozenset[str]
    starters: frozenset[str]


class Sentence(NamedTuple):
    """A stretch of the text; `paragraph` is the number of its block."""

    start: int
    end: int
    paragraph: int


class Block(NamedTuple):
    """A stretch of the text that no sentence crosses: a paragraph, a line of a list; `paragraph` is its number."""

    start: int
    end: int
    paragraph: int


def sentences(text: str, block: Block, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a block, in order, without the white space around them."""
    sets = lexicon.sets
    words = Words(sets["sentences.abbreviations"], sets["sentences.closing"], sets["sentences.starters"])
    return [
        Sentence(left, right, block.paragraph)
        for first, last in _split(text, block.start, block.end, words)
        for left, right in _pieces(text, first, last)
    ]


_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"[^\n]+")


def blocks(text: str, start: int = 0) -> list[Block]:
    """Paragraphs: runs of lines between blank lines, or single lines where the text is not hard-wrapped."""
    found: list[tuple[int, int]] = []
    position = start
    bounds = [match.span() for match in _BLANK.finditer(text, start)] + [(len(text), len(text))]
    for stop, after in bounds:
        found += _lines(text, position, stop)
        position = after
    return [Block(left, right, paragraph) for paragraph, (left, right) in enumerate(found)]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A paragraph's lines joined where they were wrapped: the next line goes on with the sentence."""
    lines = [
        match.span() for match in _LINE.finditer(text, start, end) if not text[match.start() : match.end()].isspace()
    ]
    if len(lines) < 2:
        return lines
    joined = [lines[0]]
    for (above, above_end), (first, last) in pairwise(lines):
        if _runs_on(text[above:above_end].rstrip(), text[first:last].lstrip()):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _runs_on(before: str, after: str) -> bool:
    """Whether a line goes on from the one before it: that one is long enough to be wrapped and ends no sentence.

    Rows of a table never do.
    """
    if not after or after[0] in "•*▪-–|":
        return False
    if any(mark in before and mark in after for mark in ("\t", "|")):
        return False
    if after[0].islower() or before[-1:] in ",-–":
        return True
    return _WRAPPED <= len(before) <= 100 and before[-1:] not in '.!?:”"|'


def _split(text: str, start: int, end: int, words: Words) -> list[tuple[int, int]]:
    """The sentences of one block."""
    parts = []
    position = start
    for match in _END.finditer(text, start, end):
        if match.end() <= position or not _ends(text, position, match, end, words):
            continue
        parts.append((position, match.end()))
        position = match.end()
    parts.append((position, end))
    return [trimmed for part in parts if (trimmed := _trim(text, *part))]


def _ends(text: str, start: int, match: re.Match[str], end: int, words: Words) -> bool:
    """Whether a full stop ends the sentence, rather than an abbreviation or an initial."""
    mark = match[0]
    if not mark.startswith("."):
        return True
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return True
    if following[1].islower():
        return False
    word = _WORD_BEFORE.search(text, max(start, match.start() - 24), match.start())
    if word is None:
        return True
    before = word[1].lower()
    if before in words.abbreviations:
        return (
            before in words.closing
            and following[1].isupper()
            and len(mark) == 1
            and _starts(text, match.end(), end, words)
        )
    return not (len(before) == 1 and before.isalpha() and word[1].isupper())


def _starts(text: str, start: int, end: int, words: Words) -> bool:
    """Whether what follows an abbreviation is a word that sentences begin with."""
    following = _FIRST_WORD.match(text, start, end)
    return following is not None and following[1] in words.starters


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without white space around it, or None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, cut at spaces where it is too long to be one: every later step is bounded by this length."""
    pieces = []
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in (" ", "\n"))
        cut = cut if cut > start else start + LONGEST
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces
