"""What stands beside an answer: what it is about, what its figures date from, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimtrack.model import Claim
from claimtrack.render import figures
from claimtrack.render.ids import Shorten
from claimtrack.render.tables import Cell, Column, Row, table
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.analysis.figures import Figure, LeftOut
    from claimtrack.analysis.order import Undated
    from claimtrack.analysis.series import Series

_KINDS = {"as_of": "as of", "period": "period to", "published": "published"}
MOST = 8

_LEFT = (
    Column("figure", 1, right=True),
    Column("metric", 2, least=12),
    Column("place", 5, least=8),
    Column("says", 6, least=12),
    Column("why", 3, least=24, wrap=True),
    Column("id", 4, style="cyan"),
)


def about(series: Series) -> str:
    """What a series counts, in one line: `deaths · Gaza · cumulative since 2023-10-07`."""
    basis = series.basis.value if series.basis.value != "unknown" else "kind of count not said"
    since = f" since {series.since}" if series.since else ""
    unit = series.unit if series.unit != "people" else None
    return " · ".join(part for part in (series.metric, unit, series.population, series.place, basis + since) if part)


def says(figure: Figure) -> str:
    """Who gives a figure; an outlet or document that speaks in its own voice is marked as such."""
    return figure.source if figure.source_kind == "attribution" else f"{figure.source} (own voice)"


def dated(figure: Figure) -> Cell:
    """The date that a figure counts for, with its kind: `as of 2024-12-28`; dimmed where it was inferred."""
    if figure.date is None or figure.date_kind is None:
        return Cell(f"as of {figures.UNKNOWN}", dim=True)
    return Cell(f"{_KINDS[figure.date_kind.value]} {figure.date}", dim=figures.inferred(figure.date_basis))


def undated(screen: Screen, found: Sequence[Undated], short: Shorten) -> None:
    """Print the figures without a date, each with the days that its order among the others allows."""
    rows = [_row(one.figure.claim, one.words, says(one.figure), short, len(one.figure.claims)) for one in found[:MOST]]
    section(screen, "no date", _LEFT, rows, len(found))


def left_out(screen: Screen, found: Sequence[LeftOut], short: Shorten, title: str = "not compared") -> None:
    """Print the claims that an answer does not use, each with the reason."""
    rows = [_row(one.claim, one.reason, figures.source(one.claim), short) for one in found[:MOST]]
    section(screen, title, _LEFT, rows, len(found))


def _row(claim: Claim, why: str, source: str, short: Shorten, times: int = 1) -> Row:
    """One line of a section."""
    return {
        "figure": figures.figure(claim.value),
        "metric": figures.metric(claim),
        "place": claim.place,
        "says": source,
        "why": f"{why} ({times} times)" if times > 1 else why,
        "id": short(claim.id),
    }


def section(screen: Screen, title: str, columns: Sequence[Column], rows: Sequence[Row], total: int) -> None:
    """Print the first rows under a title, and how many more there are; nothing where there are none."""
    if not rows:
        return
    screen.gap()
    screen.print(screen.text(title, "bold"))
    table(screen, columns, rows, indent=2)
    if total > len(rows):
        screen.note(f"  and {total - len(rows):,} more: --format json")


def items(kind: str, found: Iterable[object]) -> list[dict[str, object]]:
    """Parts of an answer as records that say what kind of part they are."""
    from claimtrack.render.records import record

    return [{"kind": kind, **record(one)} for one in found]
