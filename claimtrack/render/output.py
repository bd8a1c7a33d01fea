"""Where answers go: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from claimtrack.render.answers import Answer, Format, chosen, written


def show(answer: Answer, form: Format | None, output: Path | None, default: Format = Format.TABLE) -> None:
    """Write an answer to a file, or to standard output where there is none."""
    form = chosen(form, output, default)
    if output is not None:
        from claimtrack.render.files import replacing

        with replacing(output) as stream:
            _write(stream, _file_table(answer) if form is Format.TABLE else written(answer, form))
    elif form is Format.TABLE:
        from claimtrack.render.terminal import screen

        answer.table(screen(sys.stdout))
    else:
        # Programs read UTF-8, whatever the letters of the terminal are.
        sys.stdout.flush()
        _write(sys.stdout.buffer, written(answer, form))
        sys.stdout.buffer.flush()


def _write(stream: BinaryIO, pieces: Iterable[str]) -> None:
    """Write text as UTF-8; half a surrogate pair, which UTF-8 has no place for, becomes a question mark."""
    for piece in pieces:
        stream.write(piece.encode("utf-8", "replace"))


def _file_table(answer: Answer) -> Iterator[str]:
    """The table as a text without colours."""
    import io

    from rich.console import Console

    from claimtrack.render.terminal import Screen

    buffer = io.StringIO()
    console = Console(file=buffer, color_system=None, force_terminal=False, markup=False, emoji=False, highlight=False)
    answer.table(Screen(console, "utf-8"))
    yield buffer.getvalue()
