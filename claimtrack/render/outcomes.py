"""What became of the documents of an ingest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from claimtrack.render.tables import Column, counted, left_out, table
from claimtrack.render.terminal import Screen


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One document of an ingest: what became of it, and how many claims it has, how many of them new or undated."""

    document: str
    result: str
    claims: int
    new: int
    undated: int
    published: str | None
    source: str


COLUMNS = (
    Column("document", 1, least=24, style="cyan"),
    Column("result", 2),
    Column("claims", 3, right=True),
    Column("new", 5, right=True),
    Column("undated", 6, right=True),
    Column("published", 4),
    Column("from", 7, least=16),
)
CSV = ("document", "result", "claims", "new", "undated", "published", "source")
HEADINGS = tuple(column.name for column in COLUMNS)


def outcomes(screen: Screen, done: Sequence[Outcome]) -> None:
    """Print what became of each document."""
    if not done:
        screen.note("no documents")
        return
    layout = table(screen, COLUMNS, [row(outcome) for outcome in done])
    screen.closing(counted(len(done), "document"), left_out(layout), "claimtrack documents")


def row(outcome: Outcome) -> dict[str, str | None]:
    """A document's cells, by column."""
    return {
        "document": outcome.document,
        "result": outcome.result,
        "claims": f"{outcome.claims:,}",
        "new": f"{outcome.new:,}",
        "undated": f"{outcome.undated:,}",
        "published": outcome.published,
        "from": outcome.source,
    }


def summary(done: Sequence[Outcome], failed: int, dry_run: bool) -> str:
    """All that happened, in one line."""
    results = Counter(outcome.result for outcome in done)
    counts = ", ".join(f"{results[name]:,} {name}" for name in ("new", "changed", "unchanged"))
    claims = counted(sum(outcome.new for outcome in done), "claim")
    ending = "; dry run, nothing stored" if dry_run else ""
    return f"{counted(len(done) + failed, 'document')}: {counts}, {failed:,} failed; {claims} new{ending}"
