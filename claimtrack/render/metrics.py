"""What can be tracked: a row a metric."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.render.tables import Column, counted, left_out, table
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Metric

COLUMNS = (
    Column("metric", 1, style="bold"),
    Column("what is counted", 2, least=30, wrap=True),
    Column("some of its words", 3, least=20),
)
CSV = ("name", "title", "definition", "counts", "basis", "words", "examples", "origin")
HEADINGS = ("metric", "what is counted", "basis", "words")


def metrics(screen: Screen, found: Sequence[Metric], files: Sequence[str] = ()) -> None:
    """Print metrics as a table; `files` are those of the user's own words that are in use."""
    layout = table(screen, COLUMNS, [row(metric) for metric in found])
    own = f"own words: {', '.join(files)}" if files else ""
    screen.closing(counted(len(found), "metric"), left_out(layout), own, "all words: claimtrack metrics --format json")


def row(metric: Metric) -> dict[str, str | None]:
    """A metric's cells, by column."""
    return {
        "metric": metric.name,
        "what is counted": metric.definition,
        "some of its words": ", ".join(dict.fromkeys(map(base_form, metric.words))),
        "basis": metric.basis,
        "words": ", ".join(metric.words),
    }


def base_form(entry: str) -> str:
    """A word of the lexicon without its other forms: `slay` of `slay/slew/slain`, `trap` of `trap(p)`."""
    first, *others = re.sub(r"\(\w\)", "", entry).split("/")
    words_after = "".join(others[-1].partition(" ")[1:]) if len(others) > 1 else ""  # a noun's plural has none
    return (first + words_after).replace(" ~ ", " … ")


def record(metric: Metric) -> dict[str, object]:
    """A metric as a plain record."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in metric._asdict().items()}
