"""Tables of a report: a row that names what its columns count, and rows of figures under it.

District | Dead | Injured
Taro     | 12   | 40
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimtrack.extract.reading import Line
from claimtrack.extract.rules import Binding
from claimtrack.lexicon.readings import TRIGGER_CLASSES

TABLE = "table"
_RANK = 1
_SEPARATOR = re.compile(r"\t+|\s*\|\s*|\s{3,}")
_LONGEST_LABEL = 5


def fill_tables(lines: Sequence[Line]) -> set[int]:
    """Bind the figures of tables to what their columns count. Returns the rows that have some."""
    filled: set[int] = set()
    columns: dict[int, str] = {}
    width = 0
    for at, line in enumerate(lines):
        cells = list(_cells(line))
        if len(cells) < 2:
            columns = {}
        elif not any(map(str.isdigit, _text(line))):
            columns, width = _columns(line, cells), len(cells)
        elif columns and len(cells) == width and (bound := _row(line, cells, columns)):
            line.rebind({**line.bindings, **bound})
            filled.add(at)
    return filled


def _text(line: Line) -> str:
    """The text of a sentence."""
    return line.page.text[line.sentence.start : line.sentence.end]


def _cells(line: Line) -> Iterator[tuple[int, int]]:
    """Where the cells of a row begin and end; a bar at its edges opens no cell."""
    text, start = _text(line), line.sentence.start
    position = 0
    for match in _SEPARATOR.finditer(text):
        if match.start() > position or position:
            yield start + position, start + match.start()
        position = match.end()
    if position < len(text):
        yield start + position, start + len(text)


def _columns(line: Line, cells: Sequence[tuple[int, int]]) -> dict[int, str]:
    """The metric that each column's label names; none where a label is too long for one."""
    columns = {}
    starts = [token.start for token in line.tokens]
    for n, (start, end) in enumerate(cells):
        words = line.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
        if len(words) > _LONGEST_LABEL:
            return {}
        named = [r.metric for token in words for r in token.others if r.metric and r.cls in TRIGGER_CLASSES]
        if named:
            columns[n] = named[0]
    return columns


def _row(line: Line, cells: Sequence[tuple[int, int]], columns: dict[int, str]) -> dict[int, Binding]:
    """The bindings of the cells that hold a figure and nothing else."""
    bound = {}
    for n, metric in columns.items():
        start, end = cells[n]
        for i, unit in enumerate(line.units):
            if unit.quantity is not None and unit.name == "bare" and (unit.start, unit.end) == (start, end):
                bound[i] = Binding(i, None, metric, TABLE, _RANK)
    return bound
