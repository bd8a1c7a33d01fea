"""What a writer needs to know before it writes: the end of the journal, and each document as it last stood.

It is the index plus the entries since, so that a writer appending many documents brings the index up to date once in
a while and not for each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from claimtrack.model import DateBasis
from claimtrack.store.entry import BrokenEntryError, DocumentPayload, read_payload
from claimtrack.store.identity import Known, know
from claimtrack.store.index import Index
from claimtrack.store.journal import Journal, Line, Position, Stamp

if TYPE_CHECKING:
    from sqlite3 import Connection

_RECENT = 2000
_COLUMNS = "id, address, sha256, fingerprint, outlet, published, published_basis"


class Latest:
    """The state of the store as of the last `refresh`."""

    def __init__(self, journal: Journal, index: Index) -> None:
        """Know nothing yet."""
        self._journal, self._index = journal, index
        self._connection: Connection | None = None
        self._stamp: Stamp | None = None
        self._recent: dict[str, Known] = {}
        self._addresses: dict[str, str] = {}
        self.position = Position()
        self.torn: Line | None = None
        self.damage: tuple[int, str] | None = None

    def refresh(self) -> None:
        """Take in what has been appended since, by whomever."""
        stamp = self._journal.stamp()
        if stamp is not None and stamp == self._stamp and self._connection is not None:
            return
        if stamp is None:
            self.close()
        elif self._connection is None or len(self._recent) >= _RECENT or not self._follows(stamp):
            self._reload()
        if stamp is not None:
            self._read_on()
        self._stamp = stamp

    def by_id(self, document_id: str) -> Known | None:
        """The document of that id."""
        return self._recent.get(document_id) or self._row("id", document_id)

    def by_address(self, address: str) -> Known | None:
        """The document that was last read from that address."""
        if address in self._addresses:
            return self._recent[self._addresses[address]]
        known = self._row("address", address)
        moved = known is not None and self._recent.get(known.id, known).address != address
        return None if moved or known is None else self._recent.get(known.id, known)

    def close(self) -> None:
        """Forget everything."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._stamp, self.torn, self.damage = None, None, None, None
        self._recent, self._addresses, self.position = {}, {}, Position()

    def _follows(self, stamp: Stamp) -> bool:
        return stamp.size >= self.position.offset and self._journal.continues(self.position)

    def _reload(self) -> None:
        self.close()
        self._connection = self._index.reader()
        self.position = self._index.state.position
        row = self._connection.execute("SELECT line, problem FROM problems WHERE damage ORDER BY line").fetchone()
        self.damage = row and (row[0], row[1])

    def _read_on(self) -> None:
        self.torn = None
        for line in self._journal.lines(self.position):
            if line.torn:
                self.torn = line
                break
            self.position = line.after
            if line.problem is not None:
                self.damage = self.damage or (line.number, line.problem)
            if line.entry is None:
                continue
            try:
                payload = read_payload(line.entry)
            except BrokenEntryError as error:
                self.damage = self.damage or (line.number, str(error))
                continue
            if isinstance(payload, DocumentPayload):
                self._remember(know(payload.document))
            elif payload is not None and (known := self.by_id(payload.document)) is not None:
                given = DateBasis.GIVEN
                self._remember(msgspec.structs.replace(known, published=payload.published, published_basis=given))

    def _remember(self, known: Known) -> None:
        before = self._recent.get(known.id)
        if before is not None and self._addresses.get(before.address) == known.id:
            del self._addresses[before.address]
        self._recent[known.id] = known
        self._addresses[known.address] = known.id

    def _row(self, column: str, value: str) -> Known | None:
        if self._connection is None:
            return None
        query = f"SELECT {_COLUMNS} FROM documents WHERE {column} = ? ORDER BY last_entry DESC LIMIT 1"
        row = self._connection.execute(query, (value,)).fetchone()
        return None if row is None else Known(**dict(zip(Known.__struct_fields__, row, strict=True)))
