"""What vague words stand for: a row a word, with its bounds and the file of those that a user has set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from claimtrack.render import figures
from claimtrack.render.answers import Answer
from claimtrack.render.tables import Column, counted, left_out, table
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Lexicon

COLUMNS = (
    Column("word", 1, style="bold"),
    Column("low", 2, right=True),
    Column("high", 3, right=True),
    Column("set by", 4, least=12),
)


class Bounds(msgspec.Struct, frozen=True):
    """A vague word with its bounds, `high` None where open; `origin` is the user's file, None for the package's own."""

    word: str
    low: int
    high: int | None
    origin: str | None


def bounds(words: Lexicon) -> list[Bounds]:
    """The vague words of a lexicon, the smallest first."""
    origins = dict(words.vague_origins)
    found = [Bounds(word, low, high, origins.get(word)) for word, (low, high) in words.vague.items()]
    return sorted(found, key=lambda one: (one.low, one.word))


def answer(words: Lexicon) -> Answer:
    """The vague words of a lexicon in every form."""
    found = bounds(words)
    return Answer(
        table=lambda screen: _print(screen, found),
        values=found,
        columns=Bounds.__struct_fields__,
        headings=[column.name for column in COLUMNS],
        rows=lambda: map(row, found),
    )


def _print(screen: Screen, found: Sequence[Bounds]) -> None:
    """Print the words as a table."""
    layout = table(screen, COLUMNS, [row(one) for one in found])
    screen.closing(counted(len(found), "vague word"), left_out(layout), "others: [vague] in a file for --lexicon")


def row(one: Bounds) -> dict[str, str | None]:
    """A word's cells, by column."""
    return {
        "word": one.word,
        "low": figures.number(one.low),
        "high": "open" if one.high is None else figures.number(one.high),
        "set by": one.origin or "claimtrack",
    }
