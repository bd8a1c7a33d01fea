"""Invented documents and claims, made by hand."""

from __future__ import annotations

import hashlib
from typing import Any

from claimtrack.model import (
    AsOf,
    Attribution,
    Basis,
    Claim,
    DateBasis,
    Document,
    Period,
    Qualifier,
    Segment,
    Span,
    Value,
    claim_id,
)


def document(name: str = "flood", text: str | None = None, **fields: Any) -> Document:
    """A document whose hash is that of its text."""
    text = text if text is not None else f"Officials in {name} said at least 97 people were killed and 12 wounded."
    values: dict[str, Any] = {"id": name, "address": f"/news/{name}.txt", **fields}
    return Document(text=text, sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), **values)


def claim(
    of: Document,
    number: str = "97",
    metric: str = "deaths",
    *,
    low: int | None = 97,
    high: int | None = None,
    **fields: Any,
) -> Claim:
    """The claim on the first place in the text where the number stands."""
    span = Span(start=of.text.index(number), end=of.text.index(number) + len(number))
    values: dict[str, Any] = {
        "value": Value(text=f"at least {number}", low=low, high=high, qualifier=Qualifier.AT_LEAST),
        "sentence": of.text,
        "attribution": Attribution(mention="Officials", name="Officials in Miran"),
        "place": "Miran",
        "basis": Basis.INCIDENT,
        "outlet": of.outlet,
        "published": of.published,
        **fields,
    }
    return Claim(
        id=claim_id(of.id, Segment.BODY, span, metric, low, high),
        document=of.id,
        metric=metric,
        span=span,
        **values,
    )


def pair(of: Document) -> list[Claim]:
    """Both claims of a document with the usual text."""
    exact = Value(text="12", low=12, high=12, qualifier=Qualifier.EXACT)
    return [claim(of), claim(of, "12", "injuries", low=12, high=12, value=exact)]


def as_of(date: str) -> AsOf:
    """An as-of date that the text writes out."""
    return AsOf(date=date, basis=DateBasis.EXPLICIT)


def ending(date: str) -> Period:
    """A period of which only the end is known."""
    return Period(end=date, end_basis=DateBasis.EXPLICIT)
