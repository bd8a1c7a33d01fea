"""A document's entries, read again from the journal, for the history of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import AmbiguousIdError
from claimtrack.store.entry import DocumentPayload, read_payload
from claimtrack.store.history import HistoryEntry, Revision, trace
from claimtrack.store.journal import Journal
from claimtrack.store.lookup import matching, resolve

if TYPE_CHECKING:
    from sqlite3 import Connection


def history_of(connection: Connection, journal: Journal, prefix: str) -> list[HistoryEntry]:
    """The history of the claim, standing or superseded, that the prefix names.

    Raises:
        NotFoundError: there never was such a claim.
        AmbiguousIdError: several begin so.
    """
    former, standing = matching(connection, "former_claims", prefix), matching(connection, "claims", prefix)
    if former and standing and prefix not in (*former, *standing):
        raise AmbiguousIdError(f"{prefix!r} is the beginning of several claim ids: {', '.join(standing + former)}")
    table = "former_claims" if prefix in former or (former and not standing) else "claims"
    found = resolve(connection, table, prefix, thing="claim", list_command="list")
    (document,) = connection.execute(f"SELECT document FROM {table} WHERE id = ?", (found,)).fetchone()
    return trace(found, list(_revisions(connection, journal, document)))


def _revisions(connection: Connection, journal: Journal, document: str) -> list[Revision]:
    rows = connection.execute("SELECT offset, length FROM entries WHERE document = ? ORDER BY seq", (document,))
    found = []
    for offset, length in rows:
        entry = journal.entry_at(offset, length)
        payload = read_payload(entry)
        if payload is None:
            continue
        published = payload.document.published if isinstance(payload, DocumentPayload) else payload.published
        found.append(Revision(entry.seq, entry.time, entry.kind, published, payload.extractor, payload.claims))
    return found
