"""The store: documents and their claims in a journal that is only appended to, read through its index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from claimtrack.dates import partial
from claimtrack.errors import NotFoundError, StoreError
from claimtrack.model import Claim, Document
from claimtrack.store.criteria import Criteria, Query, count_query, queries
from claimtrack.store.documents import LISTING, DocumentRow, document_row, read_document
from claimtrack.store.index import Index, index_path
from claimtrack.store.journal import Journal
from claimtrack.store.lookup import matching, resolve, shortest

if TYPE_CHECKING:
    from sqlite3 import Connection

    from claimtrack.store.history import HistoryEntry
    from claimtrack.store.identity import PutResult
    from claimtrack.store.write import Writer

_Result = TypeVar("_Result")
_claims = msgspec.json.Decoder(Claim)


class Store:
    """A journal of documents and claims, and its index; a context manager.

    `notices` holds, one line each, what a user should know of the state of the files: a torn last entry, damaged lines
    that were left out. Each is given to `on_notice` once, as it is found.
    """

    def __init__(self, path: Path, *, wait: float, on_notice: Callable[[str], None] | None) -> None:
        """Use `Store.open`."""
        self.path = path
        self.notices: list[str] = []
        self._wait, self._on_notice = wait, on_notice
        self._journal = Journal(path)
        self._index = Index(self._journal, index_path(path))
        self._writing: Writer | None = None

    @classmethod
    def open(cls, path: str | Path, *, wait: float = 10.0, on_notice: Callable[[str], None] | None = None) -> Store:
        """The store whose journal is at `path`; nothing is made before the first document is put.

        Args:
            path: the journal, such as `data/claims.jsonl`.
            wait: for how many seconds to wait for another writer.
            on_notice: is given each notice as it is found.

        Raises:
            StoreError: the path is a folder.
        """
        path = Path(path)
        if path.is_dir():
            raise StoreError(f"{path} is a folder, expected the journal's file, such as {path / 'claims.jsonl'}")
        return cls(path, wait=wait, on_notice=on_notice)

    def __enter__(self) -> Store:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Bring the index up to date with what was written, so that the next reader need not; let go of the files."""
        if self._writing is not None:
            self._writing.close()
            if self._writing.wrote:
                with suppress(StoreError):
                    self._index.reader().close()
            self._writing = None
        self._index.close()

    def exists(self) -> bool:
        """Whether anything was ever written to it."""
        return self._journal.stamp() is not None

    def identify(self, document: Document) -> Document:
        """The document under its id in the store, with the date and outlet a person gave the same text before.

        A document at a known address keeps its id, and so does one that was only moved. Another document of the same
        id gets the first digits of its hash behind it. Identify before extracting: ids and dates are part of claims.
        """
        return self._write(lambda writer: writer.identify(document))

    def status(self, document: Document) -> PutResult:
        """What `put` would do with it, without writing."""
        return self._write(lambda writer: writer.status(document))

    def put(self, document: Document, claims: Iterable[Claim]) -> PutResult:
        """Store a document with all its claims, which take the place of those of its earlier version.

        When it returns, the entry is on the disk. A document that says nothing new is not written again, whatever the
        claims: a newer extractor alone changes no stored figure.

        Raises:
            StoreLockedError: another process is writing.
            StoreDamagedError: a line of the journal is damaged; nothing is written after it.
            StoreError: it cannot be written.
        """
        claims = tuple(claims)
        return self._write(lambda writer: writer.put(document, claims))

    def redate(
        self, document_id: str, published: str, claims: Iterable[Claim], *, sha256: str | None = None
    ) -> PutResult:
        """Give a document its publication date, said by the user, with its claims resolved anew against it.

        Args:
            document_id: the whole id.
            published: an ISO date of any precision.
            claims: all claims of the document's present text.
            sha256: the hash of the text they were extracted from, to refuse them if it was changed meanwhile.

        Raises:
            NotFoundError: there is no such document.
            DateError: the date is no ISO date.
            StoreError: as with `put`, or the text was changed meanwhile.
        """
        day, claims = partial(published).iso, tuple(claims)
        return self._write(lambda writer: writer.redate(document_id, day, claims, sha256))

    def documents(self) -> Iterator[DocumentRow]:
        """All documents as they stand, by publication date, the undated last."""
        return (document_row(row) for row in self._rows(self._reader(), [Query(LISTING, [])]))

    def document(self, prefix: str) -> Document:
        """The present version of a document, with its text.

        Raises:
            NotFoundError: no id begins so.
            AmbiguousIdError: several do.
        """
        with self._reading() as connection:
            return read_document(connection, self._journal, prefix)

    def claims(self, criteria: Criteria | None = None) -> Iterator[Claim]:
        """The claims that stand, filtered and sorted; they stream, so that any number of them takes little memory."""
        criteria = criteria or Criteria()
        return (_claims.decode(row[0]) for row in self._rows(self._reader(), queries(criteria), criteria.limit))

    def count(self, criteria: Criteria | None = None) -> int:
        """How many claims stand that meet the criteria, whatever their limit."""
        query = count_query(criteria or Criteria())
        with self._reading() as connection:
            return int(connection.execute(query.sql, query.values).fetchone()[0])

    def metrics(self) -> list[str]:
        """The metrics of the claims that stand, in alphabetical order."""
        with self._reading() as connection:
            return [row[0] for row in connection.execute("SELECT DISTINCT metric FROM claims ORDER BY metric")]

    def claim(self, prefix: str) -> Claim:
        """The claim that stands under this id, or this unique beginning of one.

        Raises:
            NotFoundError: none does; the text says so where it did once, and `history` still tells of it.
            AmbiguousIdError: several do.
        """
        with self._reading() as connection:
            former = matching(connection, "former_claims", prefix)
            if former and not matching(connection, "claims", prefix):
                raise NotFoundError(f"claim {former[0]} no longer stands: its document was read again since")
            found = resolve(connection, "claims", prefix, thing="claim", list_command="list")
            row = connection.execute("SELECT json FROM claims WHERE id = ?", (found,)).fetchone()
        return _claims.decode(row[0])

    def short_id(self, claim_id: str) -> str:
        """The shortest beginning of a claim's id, four characters at least, by which `claim` finds it."""
        with self._reading() as connection:
            return shortest(connection, "claims", claim_id)

    def history(self, claim_id: str) -> list[HistoryEntry]:
        """What became of a claim, oldest first; also of one that was superseded. A unique beginning of an id will do.

        Raises:
            NotFoundError: there never was such a claim.
            AmbiguousIdError: several begin so.
        """
        from claimtrack.store.revisions import history_of

        with self._reading() as connection:
            return history_of(connection, self._journal, claim_id)

    def _write(self, action: Callable[[Writer], _Result]) -> _Result:
        """Let the writer act, once more where the index turned out to be broken; it is read before all writing."""
        import sqlite3

        from claimtrack.store.write import Writer

        if self._writing is None:
            self._writing = Writer(self._journal, self._index, self._wait, self._notice)
        with suppress(sqlite3.DatabaseError):
            return action(self._writing)
        self._writing.close()
        self._index.discard()
        with self._broken_index_reported():
            return action(self._writing)

    def _reader(self) -> Connection:
        """A connection to the index, up to date; what is amiss with the journal is noticed on the way."""
        if not self.exists():
            raise StoreError(f"no store at {self.path}: run `claimtrack ingest` first")
        connection = self._index.reader()
        if self._index.state.torn:
            from claimtrack.store.append import torn_notice

            self._notice(torn_notice(self._journal, self._index.state.stamp))
        for line, problem in connection.execute("SELECT line, problem FROM problems ORDER BY line"):
            self._notice(f"{self.path}:{line}: {problem}")
        return connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with closing(self._reader()) as connection, self._broken_index_reported():
            yield connection

    def _rows(self, connection: Connection, wanted: list[Query], limit: int | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows of several statements, one after the other, all as of one moment."""
        with closing(connection), self._broken_index_reported():
            connection.execute("BEGIN")
            for query in wanted:
                ending = "" if limit is None else f" LIMIT {limit}"
                for row in connection.execute(query.sql + ending, query.values):
                    yield row
                    limit = None if limit is None else limit - 1

    @contextmanager
    def _broken_index_reported(self) -> Iterator[None]:
        import sqlite3

        try:
            yield
        except sqlite3.DatabaseError as error:
            self._index.discard()
            raise StoreError(
                f"{index_path(self.path)}: the index cannot be read ({error}); it is made anew when you run the "
                "command again, and the journal is not touched by this"
            ) from None

    def _notice(self, notice: str | None) -> None:
        if notice is not None and notice not in self.notices:
            self.notices.append(notice)
            if self._on_notice is not None:
                self._on_notice(notice)
