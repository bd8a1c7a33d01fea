"""An answer in every form it can take, and the choice of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.render.terminal import Screen


class Format(StrEnum):
    """The forms that every answer has: one for people, four for programs and documents."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


_ENDINGS = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".md": Format.MD,
    ".markdown": Format.MD,
}


Cells = Mapping[str, str | None]


class Answer(msgspec.Struct, frozen=True):
    """What a command has to say: `table` prints it for people, `values` are its records for programs.

    Only one of the forms is made, so that all may draw on one stream. `columns` are those of the CSV; `headings` and
    `rows` make the Markdown table. Where `whole` is given, JSON is that one thing instead of an array of values.
    """

    table: Callable[[Screen], None]
    values: Iterable[object]
    columns: Sequence[str]
    headings: Sequence[str]
    rows: Callable[[], Iterable[Cells]]
    whole: object | None = None


def chosen(given: Format | None, output: Path | None, default: Format = Format.TABLE) -> Format:
    """The format that was asked for: by name, else by the ending of the file to write, else the default.

    Raises:
        UsageError: the ending is unknown, or says something else than the name.
    """
    if output is None:
        return given or default
    ending = _ENDINGS.get(output.suffix.lower())
    if given is None and ending is None:
        raise UsageError(
            f"-o {output}: no format goes with the ending {output.suffix or '(none)'!r}: "
            f"use one of {', '.join(_ENDINGS)}, or say --format"
        )
    if given and ending and given != ending:
        raise UsageError(f"-o {output}: the ending says {ending}, --format says {given}: leave one of them out")
    return given or ending or default


def written(answer: Answer, form: Format) -> Iterator[str]:
    """The answer in a form for programs, piece by piece."""
    from claimtrack.render import records

    if form is Format.JSON:
        if answer.whole is not None:
            yield records.json_document(answer.whole)
        else:
            yield from records.json_array(answer.values)
    elif form is Format.JSONL:
        for value in answer.values:
            yield records.json_line(value)
    elif form is Format.CSV:
        yield from records.csv_lines((records.record(value) for value in answer.values), answer.columns)
    else:
        yield from records.markdown_lines(answer.rows(), answer.headings)
