"""The documents of the index: as rows of a listing, and one with its text from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from claimtrack.model import DateBasis, Document
from claimtrack.store.entry import DocumentPayload, read_payload
from claimtrack.store.journal import Journal
from claimtrack.store.lookup import resolve

if TYPE_CHECKING:
    from sqlite3 import Connection


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document in a listing; `ingested` is when its present version was read, `claims` how many stand."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    published_basis: DateBasis | None
    address: str
    ingested: str
    versions: int
    claims: int


LISTING: Final = (
    f"SELECT {', '.join(DocumentRow.__struct_fields__)} FROM documents ORDER BY published IS NULL, published, id"
)


def document_row(row: tuple[Any, ...]) -> DocumentRow:
    """A row of `LISTING` as a value."""
    return msgspec.convert(dict(zip(DocumentRow.__struct_fields__, row, strict=True)), DocumentRow)


def read_document(connection: Connection, journal: Journal, prefix: str) -> Document:
    """The present version of the document that the prefix names, with its text and the date it has now.

    Raises:
        NotFoundError: no id begins so.
        AmbiguousIdError: several do.
    """
    found = resolve(connection, "documents", prefix, thing="document", list_command="documents")
    published, basis, offset, length = connection.execute(
        "SELECT published, published_basis, offset, length FROM documents JOIN entries ON entries.seq = text_entry "
        "WHERE id = ?",
        (found,),
    ).fetchone()
    payload = read_payload(journal.entry_at(offset, length))
    assert isinstance(payload, DocumentPayload)
    known_by = DateBasis(basis) if basis else None
    return msgspec.structs.replace(payload.document, published=published, published_basis=known_by)
