"""What has been read: a row a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.render import figures
from claimtrack.render.addresses import near
from claimtrack.render.tables import Cell, Column, Row, counted, left_out, table
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.store import DocumentRow

COLUMNS = (
    Column("id", 1, least=24, style="cyan"),
    Column("published", 2),
    Column("claims", 3, right=True),
    Column("outlet", 4, least=12),
    Column("title", 5, least=16),
    Column("versions", 6, right=True),
    Column("read", 7),
    Column("from", 8, least=20, extra=True),
)
CSV = ("id", "title", "outlet", "published", "published_basis", "address", "ingested", "versions", "claims")
HEADINGS = tuple(column.name for column in COLUMNS)


def documents(screen: Screen, found: Sequence[DocumentRow]) -> None:
    """Print documents as a table, a title only where one is known; a date that the text does not say is dimmed."""
    if not found:
        screen.note("no documents", "claimtrack ingest reads seeds/")
        return
    titled = any(document.title for document in found)
    columns = [column for column in COLUMNS if titled or column.name != "title"]
    layout = table(screen, columns, [row(document) for document in found])
    undated = sum(document.published is None for document in found)
    screen.closing(
        counted(len(found), "document"),
        f"{undated} undated: claimtrack date ID YYYY-MM-DD" if undated else "",
        left_out(layout),
        "claimtrack list --document ID",
    )


def row(document: DocumentRow) -> Row:
    """A document's cells, by column."""
    return {
        "id": document.id,
        "published": published(document),
        "claims": f"{document.claims:,}",
        "outlet": document.outlet,
        "title": document.title,
        "versions": f"{document.versions:,}",
        "read": document.ingested[:10],
        "from": near(document.address),
    }


def published(document: DocumentRow) -> Cell:
    """The day of publication, dimmed where it is not the text's own."""
    if document.published is None:
        return Cell(figures.UNKNOWN, dim=True)
    return Cell(document.published, dim=figures.inferred(document.published_basis))


def plain_row(document: DocumentRow) -> dict[str, str | None]:
    """A document as the cells of a Markdown table."""
    return {name: cell.text if isinstance(cell, Cell) else cell for name, cell in row(document).items()}
