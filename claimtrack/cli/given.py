"""What the user says of documents that do not say it themselves."""

from __future__ import annotations

import msgspec

from claimtrack.model import DateBasis, Document


def with_given(document: Document, published: str | None, outlet: str | None) -> Document:
    """The document with the date and outlet that were given, where its text states none."""
    if published is not None and document.published is None:
        document = msgspec.structs.replace(document, published=published, published_basis=DateBasis.GIVEN)
    if outlet is not None and document.outlet is None:
        document = msgspec.structs.replace(document, outlet=outlet)
    return document
