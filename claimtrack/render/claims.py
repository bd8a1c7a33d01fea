"""Claims as a table: one row a claim, the figure with its qualifier, each date with its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimtrack.model import Claim
from claimtrack.render import figures
from claimtrack.render.answers import Answer
from claimtrack.render.ids import Shorten, among
from claimtrack.render.tables import Cell, Column, Row, counted, left_out
from claimtrack.render.tables import table as print_table
from claimtrack.render.terminal import Screen

COLUMNS = (
    Column("as of", 3),
    Column("metric", 2, least=16),
    Column("figure", 1, right=True, style="bold"),
    Column("population", 7, least=8),
    Column("place", 5, least=8),
    Column("says", 6, least=12),
    Column("in", 8, least=12),
    Column("id", 4, style="cyan"),
    Column("period", 9, extra=True),
    Column("basis", 10, extra=True),
)

CSV = (
    "id", "document", "metric", "value_text", "value_low", "value_high", "value_qualifier", "unit", "population",
    "basis", "status", "attribution_mention", "attribution_name", "attribution_via", "attribution_kind", "place",
    "country", "period_start", "period_end", "period_start_basis", "period_end_basis", "period_words", "as_of_date",
    "as_of_basis", "part_of", "segment", "sentence", "span_start", "span_end", "outlet", "published", "rules",
    "confidence",
)  # fmt: skip
HEADINGS = ("as of", "metric", "figure", "population", "place", "says", "in", "id", "sentence")


def claims(
    screen: Screen, found: Sequence[Claim], *, total: int | None = None, short: Shorten | None = None, more: str = ""
) -> None:
    """Print claims as a table with its closing line: how many, what was left out, and the command that shows more.

    `total` is how many there are where not all are printed; `short` cuts an id to what tells it from all others,
    where that is more than the claims printed.
    """
    if not found:
        screen.note("no claims", more)
        return
    short = short or among([claim.id for claim in found])
    layout = print_table(screen, COLUMNS, [row(claim, short) for claim in found])
    screen.closing(shown_of(len(found), total), left_out(layout), more)


def shown_of(shown: int, total: int | None) -> str:
    """How many claims are printed, and of how many: `7 claims`, `2 of 7 claims`."""
    return counted(shown, "claim") if total in (None, shown) else f"{shown:,} of {counted(total or 0, 'claim')}"


def row(claim: Claim, short: Shorten) -> Row:
    """A claim's cells, by column."""
    return {
        "as of": date_cell(claim),
        "metric": figures.metric(claim),
        "figure": figures.figure(claim.value),
        "population": claim.population,
        "place": claim.place,
        "says": figures.source(claim),
        "in": claim.outlet,
        "id": short(claim.id),
        "period": period_cell(claim),
        "basis": claim.basis.value,
    }


def date_cell(claim: Claim) -> Cell:
    """The day the figure is stated for, dimmed where it was inferred or is unknown."""
    unsure = claim.as_of.date is None or figures.inferred(claim.as_of.basis)
    return Cell(figures.as_of(claim.as_of), dim=unsure)


def period_cell(claim: Claim) -> Cell:
    """The days in which it happened, dimmed where one of them was inferred."""
    period = claim.period
    unsure = figures.inferred(period.start_basis) or figures.inferred(period.end_basis)
    text = figures.period(period)
    return Cell(text, dim=unsure or text == figures.UNKNOWN)


def plain_row(claim: Claim) -> dict[str, str | None]:
    """A claim as the cells of a Markdown table, its sentence with it."""
    return {
        "as of": claim.as_of.date,
        "metric": figures.metric(claim),
        "figure": figures.figure(claim.value),
        "population": claim.population,
        "place": claim.place,
        "says": figures.source(claim),
        "in": claim.outlet,
        "id": claim.id,
        "sentence": claim.sentence,
    }


def answer(found: Iterable[Claim], table: Callable[[Screen], None]) -> Answer:
    """Claims in every form; `found` may be a stream."""
    return Answer(
        table=table, values=found, columns=CSV, headings=HEADINGS, rows=lambda: (plain_row(claim) for claim in found)
    )
