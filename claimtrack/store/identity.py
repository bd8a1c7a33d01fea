"""Which document of the store a document just read is, and whether it says anything new.

A document is known by its address; one that was moved, by its id and its bytes. What a person has said of a text (its
date, its outlet) holds as long as the text is the same, so reading it again without saying so again undoes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from itertools import count
from typing import Protocol

import msgspec

from claimtrack.model import Claim, DateBasis, Document, claim_id


class PutResult(StrEnum):
    """What putting a document into the store does, or would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the store holds of a document, as far as recognising it goes."""

    id: str
    address: str
    sha256: str
    fingerprint: str
    outlet: str | None
    published: str | None
    published_basis: str | None


class Shelf(Protocol):
    """Where known documents are looked up."""

    def by_id(self, document_id: str) -> Known | None:
        """The document of that id."""

    def by_address(self, address: str) -> Known | None:
        """The document that was read from that address."""


def recognise(document: Document, shelf: Shelf) -> Known | None:
    """The document of the store that this one is, in this or an earlier version."""
    known = shelf.by_address(document.address)
    if known is not None:
        return known
    for candidate in _candidate_ids(document):
        known = shelf.by_id(candidate)
        if known is None or known.sha256 == document.sha256:
            return known
    raise AssertionError("unreachable: candidates never end")


def settle(document: Document, known: Known | None, shelf: Shelf) -> Document:
    """The document under its id in the store, with what a person has said of the same text before."""
    if known is None:
        free = next(candidate for candidate in _candidate_ids(document) if shelf.by_id(candidate) is None)
        return msgspec.structs.replace(document, id=free)
    document = msgspec.structs.replace(document, id=known.id)
    if known.sha256 != document.sha256:
        return document
    if known.published_basis == DateBasis.GIVEN and document.published_basis is not DateBasis.GIVEN:
        document = msgspec.structs.replace(document, published=known.published, published_basis=DateBasis.GIVEN)
    return msgspec.structs.replace(document, outlet=document.outlet or known.outlet)


def compare(settled: Document, known: Known | None) -> PutResult:
    """Whether a settled document is new, changed, or just what the store holds."""
    if known is None:
        return PutResult.NEW
    same = (
        known.fingerprint == fingerprint(settled)
        and known.published == settled.published
        and known.published_basis == settled.published_basis
    )
    return PutResult.UNCHANGED if same else PutResult.CHANGED


def fingerprint(document: Document) -> str:
    """A hash of all that a document says, but for its names (id, address) and its date, which are compared apart."""
    said = msgspec.structs.replace(document, id="", address="", published=None, published_basis=None)
    return hashlib.blake2b(msgspec.json.encode(said), digest_size=16).hexdigest()


def know(document: Document) -> Known:
    """What is to be remembered of a document to recognise it again."""
    return Known(
        id=document.id,
        address=document.address,
        sha256=document.sha256,
        fingerprint=fingerprint(document),
        outlet=document.outlet,
        published=document.published,
        published_basis=document.published_basis,
    )


def rehome(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims as those of a settled document: its id, outlet and date in each, and claim ids to match."""
    claims = tuple(claims)
    renamed = {claim.id: _id_in(claim, document) for claim in claims if claim.document != document.id}
    return tuple(
        msgspec.structs.replace(
            claim,
            id=renamed.get(claim.id, claim.id),
            part_of=renamed.get(claim.part_of, claim.part_of) if claim.part_of else None,
            document=document.id,
            outlet=document.outlet,
            published=document.published,
        )
        for claim in claims
    )


def _id_in(claim: Claim, document: Document) -> str:
    return claim_id(document.id, claim.segment, claim.span, claim.metric, claim.value.low, claim.value.high)


def _candidate_ids(document: Document) -> Iterable[str]:
    """The ids that a document may get, best first."""
    yield document.id
    hashed = f"{document.id}-{document.sha256[:8]}"
    yield hashed
    for number in count(2):
        yield f"{hashed}-{number}"
