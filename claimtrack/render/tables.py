"""Tables that fit their screen: the least important columns go first, long texts are cut, figures never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from claimtrack.render.figures import UNKNOWN
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from rich.text import Text

_GAP = 2


class Column(msgspec.Struct, frozen=True):
    """One column: `rank` 1 is the last to be dropped; a column with a `least` width may be cut down to it.

    An `extra` column only takes room that no other has a use for, and nothing is said where it is missing. The texts
    of a `wrap` column go on in the next line instead of being cut.
    """

    name: str
    rank: int
    least: int | None = None
    right: bool = False
    extra: bool = False
    wrap: bool = False
    style: str = ""


class Cell(msgspec.Struct, frozen=True):
    """A cell's text and how it looks; dimmed where its content was inferred or is unknown."""

    text: str
    dim: bool = False


Row = Mapping[str, Cell | str | None]


class Layout(msgspec.Struct, frozen=True):
    """Which columns a table shows, how wide each is, and the names of those left out."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    dropped: tuple[str, ...]


def fit(columns: Sequence[Column], needs: Mapping[str, int], room: int) -> Layout:
    """Choose the columns that fit a room, given the width that each would like to have."""
    least = {c.name: needs[c.name] if c.least is None else min(c.least, needs[c.name]) for c in columns}
    kept = sorted((c for c in columns if not c.extra), key=lambda c: c.rank)
    while len(kept) > 1 and _total(least[c.name] for c in kept) > room:
        kept.pop()
    spare = max(0, room - _total(least[c.name] for c in kept))
    widths = {}
    for column in kept:
        if column.name not in widths:
            widths.update(_grown([c for c in kept if c.wrap] if column.wrap else [column], least, needs, spare))
            spare = max(0, room - _total(widths.get(c.name, least[c.name]) for c in kept))
    dropped = tuple(c.name for c in columns if c.name not in widths and not c.extra)
    for column in sorted((c for c in columns if c.extra and not dropped), key=lambda c: c.rank):
        if needs[column.name] + _GAP > spare:
            break
        widths[column.name] = needs[column.name]
        spare -= needs[column.name] + _GAP
    shown = tuple(c for c in columns if c.name in widths)
    return Layout(shown, tuple(widths[c.name] for c in shown), dropped)


def _grown(columns: Sequence[Column], least: Mapping[str, int], needs: Mapping[str, int], spare: int) -> dict[str, int]:
    """The widths of columns that share what is spare, each by what it lacks: so that they wrap to few lines alike."""
    lacking = sum(needs[c.name] - least[c.name] for c in columns)
    shared = min(spare, lacking)
    return {c.name: least[c.name] + (needs[c.name] - least[c.name]) * shared // max(lacking, 1) for c in columns}


def _total(widths: Iterable[int]) -> int:
    """The width of columns side by side, gaps included."""
    return sum(width + _GAP for width in widths) - _GAP


def table(
    screen: Screen,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    indent: int = 0,
    heading: bool = True,
    first: int = 0,
) -> Layout:
    """Print rows under their columns and give the layout that was chosen.

    An extra column in which no row has anything is left away. `first` is the width that the first column has at least,
    where it must line up with something below.
    """
    from rich.table import Table

    cells = [{column.name: _cell(row.get(column.name)) for column in columns} for row in rows]
    columns = [c for c in columns if not c.extra or any(row[c.name].text != UNKNOWN for row in cells)]
    needs = _needs(screen, columns, cells)
    needs[columns[0].name] = max(needs[columns[0].name], first)
    layout = fit(columns, needs, screen.width - indent)
    grid = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=heading, header_style="bold")
    for column, width in zip(layout.columns, layout.widths, strict=True):
        grid.add_column(
            screen.text(screen.cut(column.name, width)),
            justify="right" if column.right else "left",
            min_width=width,
            max_width=width,
            no_wrap=not column.wrap,
            overflow="fold" if column.wrap else "crop",
        )
    for row in cells:
        grid.add_row(
            *(
                screen.text(_shown(screen, column, row[column.name], width), _style(column, row[column.name]))
                for column, width in zip(layout.columns, layout.widths, strict=True)
            )
        )
    screen.show(grid, indent)
    return layout


def _cell(content: Cell | str | None) -> Cell:
    """A cell from what a row holds: nothing is shown as unknown, never as empty."""
    if isinstance(content, Cell):
        return content
    return Cell(content) if content else Cell(UNKNOWN, dim=True)


def _needs(screen: Screen, columns: Sequence[Column], cells: Sequence[Mapping[str, Cell]]) -> dict[str, int]:
    """The width that each column's longest cell takes."""
    from rich.cells import cell_len

    return {
        c.name: max(cell_len(c.name), *(cell_len(screen.letters(row[c.name].text)) for row in cells), 1)
        for c in columns
    }


def _shown(screen: Screen, column: Column, cell: Cell, width: int) -> str:
    """A cell's text in its column's width."""
    return cell.text if column.wrap else screen.cut(cell.text, width)


def _style(column: Column, cell: Cell) -> str:
    """The style of a cell within its column."""
    return "dim" if cell.dim else column.style


def left_out(layout: Layout) -> str:
    """The words for columns that had no room, for a table's closing line."""
    return f"columns left out: {', '.join(layout.dropped)}" if layout.dropped else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 claim`, `2,310 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def facts(screen: Screen, rows: Sequence[tuple[str, Text | str]], *, indent: int = 0, label: int = 12) -> None:
    """Print labels with what they stand for, each text wrapped under itself."""
    from rich.table import Table

    if not rows:
        return
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(min_width=min(label, screen.width // 3))
    grid.add_column(overflow="fold")
    for name, content in rows:
        grid.add_row(screen.text(name, "dim"), screen.text(content) if isinstance(content, str) else content)
    screen.show(grid, indent)
