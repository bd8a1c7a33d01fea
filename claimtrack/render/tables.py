"""Tables that fit their screen: the least important columns go first, long texts are cut, figures never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.render.figures import UNKNOWN
from claimtrack.render.terminal import Screen

_GAP = 2


@dataclass(frozen=True)
class Column:
    """One column: `rank` 1 is the last to be dropped; a column with a `least` width may be cut down to it.

    An `extra` column only uses room that is left over: nothing is said where it is missing.
    """

    name: str
    rank: int
    least: int | None = None
    right: bool = False
    extra: bool = False
    style: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell's text and how it looks; dimmed where its content was inferred or is unknown."""

    text: str
    dim: bool = False


Row = Mapping[str, Cell | str | None]


@dataclass(frozen=True)
class Layout:
    """Which columns a table shows, how wide each is, and the names of those left out."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    dropped: tuple[str, ...]


def fit(columns: Sequence[Column], needs: Mapping[str, int], room: int) -> Layout:
    """Choose the columns that fit a room, given the width that each would like to have."""
    least = {c.name: needs[c.name] if c.least is None else min(c.least, needs[c.name]) for c in columns}
    kept = sorted(columns, key=lambda c: c.rank)
    while len(kept) > 1 and _total(least[c.name] for c in kept) > room:
        kept.pop()
    spare = max(0, room - _total(least[c.name] for c in kept))
    widths = {}
    for column in kept:
        given = min(spare, needs[column.name] - least[column.name])
        widths[column.name] = least[column.name] + given
        spare -= given
    shown = tuple(c for c in columns if c.name in widths)
    dropped = tuple(c.name for c in columns if c.name not in widths and not c.extra)
    return Layout(shown, tuple(widths[c.name] for c in shown), dropped)


def _total(widths: Iterable[int]) -> int:
    """The width of columns side by side, gaps included."""
    return sum(width + _GAP for width in widths) - _GAP


def table(screen: Screen, columns: Sequence[Column], rows: Sequence[Row], *, indent: int = 0) -> Layout:
    """Print rows under their columns and give the layout that was chosen.

    A column in which no row has anything is dropped without a word, unless it is the most important one.
    """
    from rich.padding import Padding
    from rich.table import Table

    cells = [{column.name: _cell(row.get(column.name)) for column in columns} for row in rows]
    columns = [c for c in columns if c.rank == 1 or not rows or any(row[c.name].text != UNKNOWN for row in cells)]
    layout = fit(columns, _needs(screen, columns, cells), screen.width - indent)
    grid = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=True, header_style="bold")
    for column, width in zip(layout.columns, layout.widths, strict=True):
        grid.add_column(
            screen.text(column.name),
            justify="right" if column.right else "left",
            min_width=width,
            max_width=width,
            no_wrap=True,
            overflow="crop",
        )
    for row in cells:
        grid.add_row(
            *(
                screen.text(screen.cut(row[column.name].text, width), _style(column, row[column.name]))
                for column, width in zip(layout.columns, layout.widths, strict=True)
            )
        )
    screen.console.print(Padding(grid, (0, 0, 0, indent)) if indent else grid)
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


def _style(column: Column, cell: Cell) -> str:
    """The style of a cell within its column."""
    return "dim" if cell.dim else column.style


def left_out(layout: Layout) -> str:
    """The words for columns that had no room, for a table's closing line."""
    return f"no room for {', '.join(layout.dropped)}" if layout.dropped else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 claim`, `2,310 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
