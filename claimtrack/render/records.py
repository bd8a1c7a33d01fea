"""Answers for programs: JSON, JSON Lines, CSV and Markdown of anything that can be put into plain records."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from claimtrack.render import figures, safe

Record = Mapping[str, Any]


def record(value: object) -> Any:
    """A value of any answer as plain dicts, lists, strings and numbers, in the order of its fields."""
    return msgspec.to_builtins(value)


def json_line(value: object) -> str:
    """A value as one line of JSON, with its end."""
    return safe.json_text(msgspec.json.encode(value).decode()) + "\n"


def json_array(values: Iterable[object]) -> Iterator[str]:
    """Values as one JSON array, one value a line."""
    opened = False
    for value in values:
        yield (",\n " if opened else "[\n ") + json_line(value).rstrip("\n")
        opened = True
    yield "\n]\n" if opened else "[]\n"


def json_document(value: object) -> str:
    """One value as indented JSON."""
    return safe.json_text(msgspec.json.format(msgspec.json.encode(value), indent=1).decode()) + "\n"


def csv_lines(records: Iterable[Record], columns: Sequence[str]) -> Iterator[str]:
    """Records as CSV: a heading, then one line a record, each text guarded against spreadsheets."""
    yield _csv_line(columns)
    for entry in records:
        flat = flatten(entry)
        yield _csv_line([_csv_cell(flat.get(column)) for column in columns])


def _csv_line(cells: Sequence[object]) -> str:
    """One line of CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


def _csv_cell(value: object) -> object:
    """A cell: texts guarded, lists joined with semicolons, true and false as JSON has them, null as nothing."""
    if isinstance(value, list | tuple):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return safe.csv_cell(value) if isinstance(value, str) else value


def markdown_lines(rows: Iterable[Mapping[str, str | None]], columns: Sequence[str]) -> Iterator[str]:
    """Rows as a Markdown table; unknown is `—`."""
    yield f"| {' | '.join(columns)} |\n"
    yield f"| {' | '.join('---' for _ in columns)} |\n"
    for row in rows:
        yield f"| {' | '.join(safe.markdown_cell(row.get(column) or figures.UNKNOWN) for column in columns)} |\n"


def flatten(entry: Record, prefix: str = "") -> dict[str, Any]:
    """A record without depth: `{"span": {"start": 1}}` becomes `{"span_start": 1}`; lists stay."""
    flat: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, Mapping):
            flat.update(flatten(value, f"{prefix}{key}_"))
        else:
            flat[prefix + key] = value
    return flat
