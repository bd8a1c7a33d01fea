"""Who says what on one date: a row a source, what the rows span, and what could not be set beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from claimtrack.render import figures, grounds
from claimtrack.render.ids import Shorten
from claimtrack.render.tables import Column, counted, facts, left_out, table
from claimtrack.render.tables import Row as Cells
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.analysis.agreement import Spread
    from claimtrack.analysis.compare import Comparison, Row

COLUMNS = (
    Column("figure", 1, right=True, style="bold"),
    Column("says", 2, least=14),
    Column("date", 3),
    Column("age", 4, right=True),
    Column("agreement", 5, least=18, wrap=True),
    Column("in", 7, least=14),
    Column("id", 6, style="cyan"),
)
CSV = (
    "kind", "figure_claim_metric", "figure_claim_value_text", "figure_claim_value_low", "figure_claim_value_high",
    "figure_claim_value_qualifier", "figure_claim_population", "figure_claim_place", "figure_source",
    "figure_source_kind", "figure_date", "figure_date_kind", "figure_date_basis", "age", "agreement", "repeats",
    "figure_outlets", "figure_documents", "figure_claim_id", "caveats", "claim_metric", "claim_value_text",
    "claim_value_low", "claim_value_high", "claim_place", "claim_id", "reason", "words", "by",
)  # fmt: skip
HEADINGS = ("figure", "says", "date", "age", "agreement", "in", "id", "why")
_LABEL = 10


def comparison(screen: Screen, found: Comparison, short: Shorten = str) -> None:
    """Print a comparison: its rows, their range and its reason, then what stands apart; ids as `short` cuts them."""
    dropped = ""
    if found.series is None:
        screen.print(screen.text("nothing to compare: ", "bold"), _why_nothing(found))
    else:
        dropped = _rows(screen, found, short)
    grounds.undated(screen, found.undated, short)
    grounds.left_out(screen, found.left_out, short)
    screen.closing(
        f"{counted(len(found.rows), 'row')} of {counted(found.origins, 'origin')}" if found.rows else "",
        f"{len(found.undated)} undated" if found.undated else "",
        f"{len(found.left_out)} not compared" if found.left_out else "",
        f"{len(found.superseded)} replaced by later figures" if found.superseded else "",
        dropped,
        "claimtrack compare --help",
    )


def _why_nothing(found: Comparison) -> str:
    """Why there is no row."""
    about = f"{found.metric}{f' in {found.place}' if found.place else ''}"
    until = f" up to {found.date}" if found.date else ""
    if found.undated or found.left_out:
        return f"no dated figure of {about}{until}"
    return f"no claims of {about}{until}"


def _rows(screen: Screen, found: Comparison, short: Shorten) -> str:
    """Print the rows and what they span; the words for columns that had no room."""
    assert found.series is not None
    screen.print(screen.text(f"{grounds.about(found.series)} · on {found.day}", "bold"))
    screen.gap()
    layout = table(screen, COLUMNS, [_row(row, short) for row in found.rows], indent=2)
    lines = [(name, _spread(spread)) for name, spread in _spreads(found)]
    for row in found.rows:
        lines += [("but", f"{row.figure.source}: {caveat}") for caveat in row.caveats]
    if lines:
        screen.gap()
        facts(screen, lines, indent=2, label=_LABEL)
    return left_out(layout)


def _row(row: Row, short: Shorten = str) -> Cells:
    """A source's cells, by column."""
    return {
        "figure": figures.stated(row.figure.claim),
        "says": grounds.says(row.figure),
        "date": grounds.dated(row.figure),
        "age": f"{row.age:,} {'day' if row.age == 1 else 'days'}",
        "agreement": _agreement(row),
        "in": ", ".join(row.figure.outlets),
        "id": short(row.figure.claim.id),
    }


def _agreement(row: Row) -> str:
    """How a row stands to the others, in the words of the one that decides it."""
    if row.repeats:
        return f"relays what {row.repeats} has"
    words = [one.words for one in row.against if one.stand is row.agreement]
    return words[0] if words else "no other source"


def _spreads(found: Comparison) -> Iterator[tuple[str, Spread]]:
    """The range of all rows, and that of the current ones where it is another."""
    if found.range is not None and len(found.rows) > 1:
        yield "range", found.range
    if found.current is not None and found.current.figures != len(found.rows):
        yield "current", found.current


def _spread(spread: Spread) -> str:
    """A range with its reason; never an average."""
    if spread.low is None and spread.high is None:
        return f"open at both ends, {spread.reason}"
    return f"{figures.bounds(spread.low, spread.high)}, {spread.reason}"


def records(found: Comparison) -> list[dict[str, object]]:
    """All parts of a comparison as records, each with its kind."""
    return [
        *grounds.items("row", found.rows),
        *grounds.items("undated", found.undated),
        *grounds.items("left_out", found.left_out),
        *grounds.items("superseded", found.superseded),
    ]


def rows(found: Comparison) -> Iterator[Mapping[str, str | None]]:
    """All parts of a comparison as the rows of a Markdown table."""
    for row in found.rows:
        cells = {name: cell if isinstance(cell, str | None) else cell.text for name, cell in _row(row).items()}
        yield {**cells, "why": "; ".join(row.caveats)}
    for undated in found.undated:
        claim = undated.figure.claim
        said = {"figure": figures.figure(claim.value), "says": grounds.says(undated.figure), "id": claim.id}
        yield {**said, "agreement": "no date", "why": undated.words}
    for left in found.left_out:
        said = {"figure": figures.figure(left.claim.value), "says": figures.source(left.claim), "id": left.claim.id}
        yield {**said, "agreement": "not compared", "why": left.reason}
