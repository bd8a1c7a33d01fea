"""The index: an SQLite file beside the journal, derived from it, brought up to date before each answer.

It may be deleted at any time. Readers use connections that cannot write; the file is only ever written under its own
lock, by one process at a time. Where it cannot be written (a read-only folder, a full disk), an index of our own is
made in a temporary folder instead, so that reading goes on.
"""

from __future__ import annotations

import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import StoreError
from claimtrack.store.fold import fold
from claimtrack.store.journal import Journal, Position, Stamp
from claimtrack.store.schema import INDICES, TABLES, shape

if TYPE_CHECKING:
    from sqlite3 import Connection

_BATCH = 2000
_ANALYSED = 500
_LOCK_WAIT = 60.0
_BUSY_WAIT = 5.0
_NOWHERE = Stamp(0, 0)
_UNFINISHED = Stamp(-1, -1)
_SETTLE = 0.005


class State(NamedTuple):
    """How far an index has come, and the stamp of the journal it saw; `torn` is the length of a torn last line."""

    position: Position = Position()
    stamp: Stamp = _NOWHERE
    torn: int = 0


class Index:
    """The index of one journal; `state` is that of the connection last given out."""

    def __init__(self, journal: Journal, path: Path) -> None:
        """Name the files; nothing is opened yet."""
        self._journal = journal
        self._path = path
        self._private: Path | None = None
        self.state = State()

    def reader(self) -> Connection:
        """A new connection, to be closed by the caller, to an index that is up to date with the journal."""
        import sqlite3

        connection = self._open(self._journal.stamp() or _NOWHERE)
        if connection is None:
            try:
                self._update()
                connection = self._open(None)
            except (sqlite3.Error, OSError) as error:
                raise StoreError(f"{self._path}: the index cannot be made ({error})") from None
        if connection is None:
            raise StoreError(f"{self._path}: the index was taken away while it was made: run the command again")
        return connection

    def discard(self) -> None:
        """Remove the index where reading has found it broken; the next reader makes it anew."""
        from filelock import FileLock, Timeout

        with suppress(OSError, Timeout), FileLock(self._lock_name(), timeout=_BUSY_WAIT):
            self._unlink()

    def close(self) -> None:
        """Remove an index of our own, if there was need of one."""
        if self._private is not None:
            import shutil

            shutil.rmtree(self._private, ignore_errors=True)

    def _open(self, stamp: Stamp | None) -> Connection | None:
        """A connection to the index as it is; None where there is none, or none that has seen this stamp."""
        import sqlite3

        connection = None
        with suppress(sqlite3.Error):
            connection = self._connect()
            state = _load(connection)
            if state is not None and stamp in (None, state.stamp):
                self.state = state
                return connection
        if connection is not None:
            connection.close()
        return None

    def _connect(self) -> Connection:
        import sqlite3

        name = str(self._path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        connection = sqlite3.connect(f"file:{name}?mode=ro", uri=True, isolation_level=None, timeout=_BUSY_WAIT)
        connection.create_function("fold", 1, fold, deterministic=True)
        return connection

    def _update(self) -> None:
        import sqlite3

        from filelock import Timeout

        self._journal.check()
        try:
            self._update_file()
        except (sqlite3.Error, OSError, Timeout):
            if self._private is not None:
                raise
            self._use_own()
            self._update_file()

    def _use_own(self) -> None:
        import tempfile

        self._private = Path(tempfile.mkdtemp(prefix="claimtrack-"))
        self._path = self._private / self._path.name

    def _update_file(self) -> None:
        import sqlite3

        from filelock import FileLock

        with FileLock(self._lock_name(), timeout=_LOCK_WAIT):
            try:
                self._write()
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # no database, or a broken one: the journal has all that was in it
                self._unlink()
                self._write()

    def _unlink(self) -> None:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{self._path}{ending}").unlink(missing_ok=True)

    def _lock_name(self) -> str:
        return str(self._path.with_suffix(".lock"))

    def _write(self) -> None:
        import sqlite3

        with closing(sqlite3.connect(self._path, isolation_level=None, timeout=_BUSY_WAIT)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -65536")
            try:
                _bring_up_to_date(connection, self._journal)
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def index_path(journal: Path) -> Path:
    """Where the index of a journal stands: `claims.index.sqlite` beside `claims.jsonl`."""
    return journal.with_name(f"{journal.stem}.index.sqlite")


def _bring_up_to_date(connection: Connection, journal: Journal) -> None:
    """Apply what the journal has grown by since the last time, or all of it; committed in batches of whole entries."""
    from claimtrack.store.apply import Applier

    stamp = journal.stamp() or _NOWHERE
    connection.execute("BEGIN IMMEDIATE")
    state = _load(connection)
    if state is None or not _continues(state, stamp, journal):
        _begin_anew(connection)
        state = State()
    position, torn, applier = state.position, 0, Applier(connection)
    done = 0
    for line in journal.lines(position) if stamp.size else ():
        if line.after.offset > stamp.size:
            break  # appended since the stamp was taken: left, or the stamp would not be that of this state
        if line.torn:
            torn = line.length
            break
        applier.apply(line)
        position, done = line.after, done + 1
        if done % _BATCH == 0:
            _save(connection, State(position, _UNFINISHED))
            connection.execute("COMMIT")
            connection.execute("BEGIN IMMEDIATE")
    _run(connection, INDICES)
    _save(connection, State(position, stamp, torn))
    if done >= _ANALYSED:
        connection.execute("PRAGMA analysis_limit = 1000")
        connection.execute("ANALYZE")
    connection.execute("COMMIT")


def _continues(state: State, stamp: Stamp, journal: Journal) -> bool:
    """Whether an index in this state was made from what now stands in the journal, up to its position."""
    if stamp.size < state.position.offset:
        return False
    if stamp.size == state.position.offset and state.stamp not in (stamp, _UNFINISHED):
        # Same size, other time: changed in place, unless an append is just under way (its time is set before its size).
        time.sleep(_SETTLE)
        if journal.stamp() == stamp:
            return False
    return journal.continues(state.position)


def _load(connection: Connection) -> State | None:
    """The state of an index; None where it has none, or was made for another version of the tables or the model."""
    import sqlite3

    with suppress(sqlite3.OperationalError):
        row = connection.execute("SELECT shape, offset, line, seq, sum, size, mtime, torn FROM journal").fetchone()
        if row is not None and row[0] == shape():
            return State(Position(*row[1:5]), Stamp(row[5], row[6]), row[7])
    return None


def _save(connection: Connection, state: State) -> None:
    connection.execute("DELETE FROM journal")
    row = (shape(), *state.position, *state.stamp, state.torn)
    connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _begin_anew(connection: Connection) -> None:
    """Drop every table and make ours; inside a transaction, so that readers keep the old ones until it is done."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for (name,) in names.fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    _run(connection, TABLES)


def _run(connection: Connection, script: str) -> None:
    """Execute each statement of a script, inside the transaction (`executescript` would commit it)."""
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)
