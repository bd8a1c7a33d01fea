"""From what a user names (files, folders, `-`) to documents, in order, with each problem beside its input."""

from __future__ import annotations

import io
import os
import stat
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import InputError
from claimtrack.model import Document
from claimtrack.readers.ids import Ids
from claimtrack.readers.plain import read_plain
from claimtrack.readers.reading import Reading, ReadProblem, ReadWarning, refusal
from claimtrack.readers.rows import is_row, read_rows

PLAIN = (".txt", ".md")
ROWS = (".jsonl",)
STDIN = "standard input"
_INPUTS = "a .txt, .md or .jsonl file, a folder of them, or - for standard input"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(
    paths: Iterable[str | Path] | str | Path,
    *,
    on_problem: Callable[[ReadProblem], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document]:
    """Read documents from files, folders and standard input (`-`), one after the other.

    Folders are read with all below them, in the order of their names; hidden files and files of other kinds are left
    out there. A file that is named twice is read once.

    Args:
        paths: what to read, one path or several.
        on_problem: takes each problem, and reading goes on after it.
        stdin: what `-` stands for, if not the standard input of the process.

    Raises:
        ClaimtrackError: something cannot be read and `on_problem` is None (warnings are then Python warnings).
    """
    for reading in readings([paths] if isinstance(paths, (str, Path)) else paths, stdin):
        if isinstance(reading, Document):
            yield reading
        elif on_problem is not None:
            on_problem(reading)
        elif reading.fatal:
            raise reading.error
        else:
            warnings.warn(str(reading.error), ReadWarning, stacklevel=2)


def readings(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Reading]:
    """Read documents and problems, in order, as values."""
    ids, seen = Ids(), set[str]()
    for path in paths:
        if str(path) == "-":
            yield from _stdin(stdin or sys.stdin.buffer, ids)
        else:
            yield from _named(Path(path), seen, ids)


def _named(path: Path, seen: set[str], ids: Ids) -> Iterator[Reading]:
    """A file or folder as named by the user."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if is_folder:
        yield from _folder(path, seen, ids)
    elif path.suffix.lower() not in PLAIN + ROWS:
        kind = f"files of the kind {path.suffix}" if path.suffix else "files without an ending"
        yield refusal(_printed(path), None, f"{kind} cannot be read", _INPUTS)
    else:
        yield from _once(path, seen, ids)


def _folder(path: Path, seen: set[str], ids: Ids) -> Iterator[Reading]:
    """All readable files of a folder and the folders in it."""
    empty = True
    for entry in _walk(path):
        empty = False
        if isinstance(entry, ReadProblem):
            yield entry
        else:
            yield from _once(entry, seen, ids)
    if empty:
        yield refusal(_printed(path), None, "the folder holds nothing to read", ".txt, .md or .jsonl files in it")


def _walk(folder: Path) -> Iterator[Path | ReadProblem]:
    """The files of a folder that have a known ending, sorted, each folder entered once, whatever links lead to it."""
    entered, waiting = set[str](), [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path == folder or os.path.isdir(path):
                if os.path.realpath(path) not in entered:
                    entered.add(os.path.realpath(path))
                    names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
                    waiting += [path / name for name in names]
            elif path.suffix.lower() in PLAIN + ROWS and not _waits(path):
                yield path
        except OSError as error:
            yield _unreadable(path, error)


def _waits(path: Path) -> bool:
    """Whether reading would wait for ever: a pipe, a socket or a device among the files of a folder."""
    return not stat.S_ISREG(path.stat().st_mode)


def _once(path: Path, seen: set[str], ids: Ids) -> Iterator[Reading]:
    """The documents of a file, unless the run has read that very file."""
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    try:
        if path.suffix.lower() in ROWS:
            with path.open("rb") as file:
                yield from read_rows(_lines(file), _printed(path), ids)
        else:
            address = _printed(path.absolute(), posix=True)
            yield from read_plain(path.read_bytes(), _printed(path), _stem(path), address, ids)
    except (OSError, MemoryError) as error:
        yield _unreadable(path, error)


def _stdin(stream: BinaryIO, ids: Ids) -> Iterator[Reading]:
    """Standard input: JSON Lines if its first line that is not blank is a JSON object, else one article."""
    before: list[bytes] = []
    try:
        first = b""
        for line in stream:
            before.append(line)
            if line.strip():
                first = line
                break
        mark = before[0][:2] if before else b""
        if mark in _WIDE_MARKS:
            yield from _wide_stdin(b"".join(before) + stream.read(), ids)
        elif is_row(first.removeprefix(b"\xef\xbb\xbf")):
            yield from read_rows(chain(before, stream), STDIN, ids)
        else:
            yield from read_plain(b"".join(before) + stream.read(), STDIN, None, None, ids)
    except OSError as error:
        yield refusal(STDIN, None, _why(error), "an article, or JSON Lines")


def _wide_stdin(data: bytes, ids: Ids) -> Iterator[Reading]:
    """Standard input in UTF-16, as some shells pipe it."""
    lines = list(_lines(io.BytesIO(data)))
    if any(is_row(line) for line in lines[:1]):
        yield from read_rows(lines, STDIN, ids)
    else:
        yield from read_plain(data, STDIN, None, None, ids)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file as UTF-8, whatever Unicode encoding its first bytes mark."""
    mark = file.read(2)
    file.seek(0)
    if mark not in _WIDE_MARKS:
        yield from file
        return
    with io.TextIOWrapper(file, encoding="utf-16", errors="replace", newline="\n") as text:
        for line in text:
            yield line.encode("utf-8", errors="replace")


def _stem(path: Path) -> str:
    return _utf8(path.stem)


def _printed(path: Path, *, posix: bool = False) -> str:
    """A path as text; bytes of it that are no UTF-8 are shown as �."""
    return _utf8(path.as_posix() if posix else str(path))


def _utf8(name: str) -> str:
    return os.fsencode(name).decode("utf-8", errors="replace") if not name.isascii() else name


def _unreadable(path: Path, error: Exception) -> ReadProblem:
    return ReadProblem(InputError(_printed(path), None, _why(error), _INPUTS))


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read by this user"
    if isinstance(error, MemoryError):
        return "it is too large for this machine's memory"
    words = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"it cannot be read ({words[:1].lower()}{words[1:]})"
