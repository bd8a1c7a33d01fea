"""Each number of a text, with the rule that took it or the filter that refused it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from claimtrack.render import figures
from claimtrack.render.tables import Cell, Column, Row, counted, left_out, table
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.extract import Verdict

COLUMNS = (
    Column("number", 1, least=10, style="bold"),
    Column("verdict", 2),
    Column("why", 3, least=16, wrap=True),
    Column("sentence", 4, least=18),
    Column("at", 5, right=True, extra=True),
)
CSV = (
    "document", "text", "taken", "rule", "reason", "claim_id", "claim_metric", "segment", "span_start", "span_end",
    "sentence",
)  # fmt: skip
HEADINGS = ("number", "verdict", "why", "sentence", "at")


def verdicts(screen: Screen, found: Sequence[Verdict], more: str = "") -> None:
    """Print verdicts as a table."""
    if not found:
        screen.note("no number in the text", more)
        return
    layout = table(screen, COLUMNS, [row(verdict) for verdict in found])
    taken = sum(verdict.taken for verdict in found)
    screen.closing(
        f"{counted(len(found), 'number')}: {taken} taken, {len(found) - taken} refused", left_out(layout), more
    )


def row(verdict: Verdict) -> Row:
    """A verdict's cells, by column."""
    if verdict.taken and verdict.claim is not None:
        what: Cell | str = f"{figures.metric(verdict.claim)} {figures.figure(verdict.claim.value)}"
    else:
        what = Cell("refused", dim=True)
    return {
        "number": verdict.text,
        "verdict": what,
        "why": verdict.rule if verdict.taken else verdict.reason,
        "sentence": around(verdict),
        "at": f"{verdict.segment.value} {verdict.span.start}",
    }


def around(verdict: Verdict, before: int = 12) -> str:
    """The sentence from shortly before the number, so that the number is still in it when its end is cut."""
    at = verdict.sentence.find(verdict.text)
    if at <= before:
        return verdict.sentence
    return "…" + verdict.sentence[at - before :].partition(" ")[2]


def plain_row(verdict: Verdict) -> dict[str, str | None]:
    """A verdict as the cells of a Markdown table."""
    cells = row(verdict)
    texts = {name: cell.text if isinstance(cell, Cell) else cell for name, cell in cells.items()}
    return {**texts, "sentence": verdict.sentence}


def record(document: str, verdict: Verdict) -> dict[str, object]:
    """A verdict as a plain record, with the document it is about."""
    plain: dict[str, object] = msgspec.to_builtins(verdict)
    return {"document": document, **plain}
