"""Reading the journal: the file of truth, one checked entry a line, from any byte offset on.

Reading takes no lock and never writes. A last line that is not whole (a writer is in the middle of it, or was killed
there) is told apart from a damaged line in the middle: the one is waited for, the other left out and reported.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from claimtrack.errors import StoreDamagedError, StoreError, StoreVersionError
from claimtrack.store.entry import GENESIS, SCHEMA, BrokenEntryError, Entry, looks_like_ours, read_line, stated_sum

_TAIL = 256
_HEAD = 64


class Position(NamedTuple):
    """A place between two lines: what has been read so far. `sum` is empty after a line that could not be read."""

    offset: int = 0
    line: int = 0
    seq: int = 0
    sum: str = GENESIS


class Line(NamedTuple):
    """One line as read: its entry (None where it is damaged or torn), what is wrong with it, and where it stands."""

    entry: Entry | None
    problem: str | None
    torn: bool
    number: int
    offset: int
    length: int
    after: Position


class Stamp(NamedTuple):
    """Size and modification time of the file, by which a change is noticed without reading it."""

    size: int
    mtime: int


class Journal:
    """The journal file at `path`, as a reader sees it."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self.path = path

    def stamp(self) -> Stamp | None:
        """The file's size and time, None where there is no file.

        Raises:
            StoreError: the file cannot be reached.
        """
        try:
            found = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be read ({error.strerror})") from None
        return Stamp(found.st_size, found.st_mtime_ns)

    def check(self) -> None:
        """Refuse a file of something else before anything is made beside it: its first line tells.

        Raises:
            StoreError: the file is no journal, or cannot be read.
        """
        if self.stamp() is None:
            return
        with self.open() as file:
            beginning = file.read(_HEAD).lstrip(b"\r\n")
        if not looks_like_ours(beginning):
            raise self._foreign()

    def open(self) -> BinaryIO:
        """Open the file for reading.

        Raises:
            StoreError: the file cannot be opened.
        """
        try:
            return open(self.path, "rb")
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be read ({error.strerror})") from None

    def continues(self, position: Position) -> bool:
        """Whether the file still holds, before this position, the entry that was last read there."""
        if position.offset == 0:
            return True
        if not position.sum:
            return False
        with self.open() as file:
            file.seek(max(0, position.offset - _TAIL))
            return stated_sum(file.read(min(_TAIL, position.offset))) == position.sum

    def lines(self, start: Position) -> Iterator[Line]:
        """Each line after `start`, checked; a torn last line comes last.

        Raises:
            StoreVersionError: an entry was written by a newer claimtrack.
            StoreError: the file cannot be read, or is no journal at all.
        """
        with self.open() as file:
            file.seek(start.offset)
            position, raw = start, file.readline()
            while raw:
                # What comes after a line without its end is the rest of it, appended meanwhile: left for the next time.
                following = file.readline() if raw.endswith(b"\n") else b""
                line = self._line(raw, position, last=not following)
                if line is not None:
                    yield line
                    position = line.after
                else:
                    position = position._replace(offset=position.offset + len(raw), line=position.line + 1)
                raw = following

    def entry_at(self, offset: int, length: int) -> Entry:
        """Read one entry again, by its place in the file.

        Raises:
            StoreDamagedError: the entry is no longer what it was.
        """
        with self.open() as file:
            file.seek(offset)
            raw = file.read(length)
        try:
            return read_line(raw)
        except BrokenEntryError as error:
            raise StoreDamagedError(f"{self.path}: at byte {offset}: {error}, expected the entry read before") from None

    def _foreign(self) -> StoreError:
        return StoreError(f"{self.path}:1: not an entry of a claimtrack journal, expected one")

    def _line(self, raw: bytes, position: Position, *, last: bool) -> Line | None:
        """Judge one line; None for an empty one."""
        if not raw.strip(b"\r\n"):
            return None
        offset, number = position.offset, position.line + 1
        end = offset + len(raw)
        try:
            entry = read_line(raw)
        except BrokenEntryError as error:
            if offset == 0 and not looks_like_ours(raw):
                raise self._foreign() from None
            after = position if last else Position(end, number, position.seq, "")
            return Line(None, str(error), last, number, offset, len(raw), after)
        if entry.schema > SCHEMA:
            raise StoreVersionError(
                f"{self.path}:{number}: written by a newer claimtrack (schema {entry.schema}, this one reads up to "
                f"{SCHEMA}): upgrade claimtrack to use this store"
            )
        ended = number if raw.endswith(b"\n") else position.line  # its end is then read later, as an empty line
        after = Position(end, ended, max(position.seq, entry.seq), entry.sum)
        return Line(entry, _chain_problem(entry, position), False, number, offset, len(raw), after)


def _chain_problem(entry: Entry, position: Position) -> str | None:
    """Why an entry, whole in itself, does not follow the one before it; None where it does."""
    if entry.seq <= position.seq:
        return f"entry {entry.seq} stands after entry {position.seq}, expected entry {position.seq + 1}"
    if position.sum and entry.prev != position.sum:
        return f"entry {entry.seq} does not follow entry {position.seq}: lines between them are missing or changed"
    if position.sum and entry.seq != position.seq + 1:
        return f"entry {entry.seq} stands where entry {position.seq + 1} was expected"
    return None
