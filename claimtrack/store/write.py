"""Putting documents and dates into the journal: recognise, compare, and append under the lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import msgspec

from claimtrack.errors import NotFoundError, StoreDamagedError, StoreError
from claimtrack.model import Claim, Document
from claimtrack.store.append import append, locked, set_aside
from claimtrack.store.entry import DATE, DOCUMENT, DatePayload, DocumentPayload
from claimtrack.store.identity import PutResult, compare, recognise, rehome, settle
from claimtrack.store.index import Index
from claimtrack.store.journal import Journal
from claimtrack.store.latest import Latest


class Writer:
    """The writing side of a store; `wrote` tells whether it has appended anything."""

    def __init__(self, journal: Journal, index: Index, wait: float, notice: Callable[[str], None]) -> None:
        """Nothing is read or locked yet."""
        self._journal, self._wait, self._notice = journal, wait, notice
        self._latest = Latest(journal, index)
        self.wrote = False

    def close(self) -> None:
        """Let go of the index."""
        self._latest.close()

    def identify(self, document: Document) -> Document:
        """The document as the store would keep it."""
        _check_text(document)
        self._latest.refresh()
        return settle(document, recognise(document, self._latest), self._latest)

    def status(self, document: Document) -> PutResult:
        """What `put` would do."""
        _check_text(document)
        self._latest.refresh()
        known = recognise(document, self._latest)
        return compare(settle(document, known, self._latest), known)

    def put(self, document: Document, claims: Iterable[Claim]) -> PutResult:
        """Append the document with its claims, unless it says nothing new."""
        _check_text(document)
        with self._turn():
            known = recognise(document, self._latest)
            settled = settle(document, known, self._latest)
            result = compare(settled, known)
            if result is not PutResult.UNCHANGED:
                rehomed = self._rehome(claims, document.id, settled)
                self._append(DOCUMENT, DocumentPayload(document=settled, claims=rehomed, extractor=_version()))
            return result

    def redate(self, document_id: str, published: str, claims: Iterable[Claim], sha256: str | None) -> PutResult:
        """Append a date that the user gave, unless it is the one the document has."""
        with self._turn():
            known = self._latest.by_id(document_id)
            if known is None:
                raise NotFoundError(f"no document has the id {document_id!r}: `claimtrack documents` lists them")
            if sha256 not in (None, known.sha256):
                raise StoreError(f"document {document_id} was read again with another text meanwhile: run again")
            if known.published == published:
                return PutResult.UNCHANGED
            dated = tuple(msgspec.structs.replace(claim, published=published) for claim in claims)
            self._check(dated, document_id)
            payload = DatePayload(document=document_id, published=published, claims=dated, extractor=_version())
            self._append(DATE, payload)
            return PutResult.CHANGED

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Hold the lock over reading and writing, with the end of the journal known to be whole."""
        path = self._journal.path
        self._journal.check()
        with locked(path, self._wait):
            self._latest.refresh()
            if self._latest.damage is not None:
                line, problem = self._latest.damage
                raise StoreDamagedError(
                    f"{path}:{line}: {problem}; nothing is written to a damaged journal, expected the line as it was: "
                    "put it back from a copy"
                )
            yield

    def _append(self, kind: str, payload: msgspec.Struct) -> None:
        path, torn, position = self._journal.path, self._latest.torn, self._latest.position
        if torn is not None:
            self._notice(set_aside(path, torn.offset, position.seq + 1))
        append(path, position, kind=kind, payload=payload)
        self.wrote = True

    def _rehome(self, claims: Iterable[Claim], document_id: str, settled: Document) -> tuple[Claim, ...]:
        claims = tuple(claims)
        self._check(claims, document_id)
        return rehome(claims, settled)

    def _check(self, claims: tuple[Claim, ...], document_id: str) -> None:
        """Refuse claims of another document, and two of one id: the one would hide the other."""
        for claim in claims:
            if claim.document != document_id:
                raise StoreError(f"claim {claim.id} is of document {claim.document!r}, expected {document_id!r}")
        if len({claim.id for claim in claims}) < len(claims):
            raise StoreError(f"document {document_id}: two of its claims have the same id, expected each its own")


def _check_text(document: Document) -> None:
    """Refuse text that no file can hold, before any of it is written or looked up."""
    try:
        msgspec.json.encode(document)
    except UnicodeEncodeError as error:
        raise StoreError(f"document {ascii(document.id)[1:-1]}: {error.reason}, expected valid Unicode") from None


@cache
def _version() -> str | None:
    """The version of claimtrack that is running, if it is installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("claimtrack")
    except PackageNotFoundError:
        return None
