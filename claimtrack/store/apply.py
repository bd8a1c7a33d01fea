"""Taking journal entries into the index, one after the other; the same for a new entry and for a whole rebuild."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import Claim, DateBasis
from claimtrack.store.entry import BrokenEntryError, DatePayload, DocumentPayload, Entry, read_payload
from claimtrack.store.fold import fold
from claimtrack.store.identity import fingerprint
from claimtrack.store.journal import Line
from claimtrack.store.schema import INSERT_CLAIM, claim_row

if TYPE_CHECKING:
    from sqlite3 import Connection

_UPSERT_DOCUMENT = """
INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  title = excluded.title, outlet = excluded.outlet, byline = excluded.byline, agencies = excluded.agencies,
  published = excluded.published, published_basis = excluded.published_basis, modified = excluded.modified,
  url = excluded.url, language = excluded.language, address = excluded.address, sha256 = excluded.sha256,
  fingerprint = excluded.fingerprint, ingested = excluded.ingested, versions = versions + 1, claims = excluded.claims,
  text_entry = excluded.text_entry, last_entry = excluded.last_entry
"""


class Applier:
    """Applies lines to one open index, inside the transaction of its caller."""

    def __init__(self, connection: Connection) -> None:
        """Begin with no name known, so each is offered to the table once."""
        self._connection = connection
        self._names: set[tuple[str, str, str]] = set()

    def apply(self, line: Line) -> None:
        """Take in one line; what is wrong with it goes into `problems`."""
        if line.problem is not None:
            self._problem(line, line.problem, damage=True)
        entry = line.entry
        if entry is None or (line.problem is not None and self._has(entry.seq)):
            return
        try:
            payload = read_payload(entry)
        except BrokenEntryError as error:
            self._problem(line, str(error), damage=True)
            return
        document = None
        if isinstance(payload, DocumentPayload):
            document = payload.document.id
        elif isinstance(payload, DatePayload):
            document = payload.document
        self._connection.execute(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
            (entry.seq, entry.kind, entry.time, document, line.offset, line.length),
        )
        if payload is None:
            kind = f"the entry is of a kind that this claimtrack does not know ({entry.kind!r})"
            self._problem(line, f"{kind} and has no effect here: a newer claimtrack wrote it", damage=False)
        elif isinstance(payload, DocumentPayload):
            self._document(entry, payload)
        elif not self._date(entry, payload):
            self._problem(line, f"the entry dates document {payload.document!r}, which no entry before it holds", True)

    def _problem(self, line: Line, problem: str, damage: bool) -> None:
        self._connection.execute("INSERT INTO problems VALUES (?, ?, ?)", (line.number, problem, int(damage)))

    def _has(self, seq: int) -> bool:
        return self._connection.execute("SELECT 1 FROM entries WHERE seq = ?", (seq,)).fetchone() is not None

    def _last_entry(self, document: str) -> int | None:
        row = self._connection.execute("SELECT last_entry FROM documents WHERE id = ?", (document,)).fetchone()
        return None if row is None else int(row[0])

    def _document(self, entry: Entry, payload: DocumentPayload) -> None:
        document = payload.document
        last = self._last_entry(document.id)
        if last is not None and last > entry.seq:
            return  # only where lines were swapped: the later entry stands, this one is history
        row = (
            document.id,
            document.title,
            document.outlet,
            document.byline,
            "; ".join(document.agencies) or None,
            document.published,
            document.published_basis.value if document.published_basis else None,
            document.modified,
            document.url,
            document.language,
            document.address,
            document.sha256,
            fingerprint(document),
            entry.time,
            entry.time,
            len(payload.claims),
            entry.seq,
            entry.seq,
        )
        self._connection.execute(_UPSERT_DOCUMENT, row)
        self._replace_claims(document.id, payload.claims, entry.seq, known=last is not None)

    def _date(self, entry: Entry, payload: DatePayload) -> bool:
        last = self._last_entry(payload.document)
        if last is None:
            return False
        if last < entry.seq:
            self._connection.execute(
                "UPDATE documents SET published = ?, published_basis = ?, claims = ?, last_entry = ? WHERE id = ?",
                (payload.published, DateBasis.GIVEN.value, len(payload.claims), entry.seq, payload.document),
            )
            self._replace_claims(payload.document, payload.claims, entry.seq, known=True)
        return True

    def _replace_claims(self, document: str, claims: tuple[Claim, ...], seq: int, *, known: bool) -> None:
        if known:
            self._connection.execute(
                "INSERT OR REPLACE INTO former_claims SELECT id, document, ? FROM claims WHERE document = ?",
                (seq, document),
            )
            self._connection.execute("DELETE FROM claims WHERE document = ?", (document,))
        rows = [claim_row(claim, position) for position, claim in enumerate(claims)]
        self._connection.executemany(INSERT_CLAIM, rows)
        if known:
            self._connection.executemany("DELETE FROM former_claims WHERE id = ?", [(claim.id,) for claim in claims])
        for claim in claims:
            self._name(claim)

    def _name(self, claim: Claim) -> None:
        """Remember the names that filters match, a source also by the words that the text uses for it."""
        said = claim.attribution
        found = {
            ("place", claim.place, claim.place),
            ("outlet", claim.outlet, claim.outlet),
            ("population", claim.population, claim.population),
            ("attribution", said.name if said else None, said.name if said else None),
            ("attribution", said.mention if said else None, said.name if said else None),
        }
        for kind, words, name in found:
            if words and name and (kind, words, name) not in self._names:
                self._names.add((kind, words, name))
                self._connection.execute("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", (kind, fold(words), name))
