"""The values that every level shares: a document as read, and a claim, one number with what it counts.

A claim is a statement by a source, never a fact. All values are frozen; `claim_json` gives the JSON contract.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any

import msgspec


class Qualifier(StrEnum):
    """How the text limits its figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Basis(StrEnum):
    """What kind of count a figure is."""

    INCIDENT = "incident"
    PERIOD = "period"
    CUMULATIVE = "cumulative"
    STOCK = "stock"
    FLOW = "flow"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What the source says of its own figure."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PROJECTED = "projected"
    PRESUMED = "presumed"


class DateBasis(StrEnum):
    """How a date is known: written out, resolved from a relative word, publication only, or said by the user."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    PUBLISHED = "published"
    GIVEN = "given"


class SourceKind(StrEnum):
    """What kind of source gives a figure; `party` is a party to the conflict, `other` any body of none of these."""

    GOVERNMENT = "government"
    UN = "un"
    NGO = "ngo"
    MEDIA = "media"
    PARTY = "party"
    POLICE = "police"
    HOSPITAL = "hospital"
    WITNESS = "witness"
    OTHER = "other"


class Segment(StrEnum):
    """The part of a document that a claim stands in."""

    BODY = "body"
    TITLE = "title"


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A number as printed (qualifier included), and its bounds; a missing bound is open, never filled in."""

    text: str
    low: int | None
    high: int | None
    qualifier: Qualifier


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the text names as the source of a figure: its words, a canonical name, and the relays in between.

    `kind` is None where no word of the text tells it; claims of older stores have none either.
    """

    mention: str
    name: str
    via: tuple[str, ...] = ()
    kind: SourceKind | None = None


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """Start and end of the time in which the counted things happened, as ISO dates of any precision.

    `words` are the text's own words for it, kept above all where they could not be resolved (`on Saturday`).
    """

    start: str | None = None
    end: str | None = None
    start_basis: DateBasis | None = None
    end_basis: DateBasis | None = None
    words: str | None = None


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """The day for which a figure is stated, and how that day is known."""

    date: str | None = None
    basis: DateBasis | None = None


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a document's text (or title), in characters, the end excluded."""

    start: int
    end: int


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One number in a document, together with what it counts.

    `country` is the ISO 3166 alpha-2 code (XK for Kosovo) of the country that `place` lies in, or is; None where that
    is not certain, and in claims of older stores.
    """

    id: str
    document: str
    metric: str
    value: Value
    unit: str = "people"
    population: str | None = None
    basis: Basis = Basis.UNKNOWN
    status: Status = Status.ASSERTED
    attribution: Attribution | None = None
    place: str | None = None
    country: str | None = None
    period: Period = Period()
    as_of: AsOf = AsOf()
    part_of: str | None = None
    segment: Segment = Segment.BODY
    sentence: str
    span: Span
    outlet: str | None = None
    published: str | None = None
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article or report as read.

    `sha256` is of the bytes it was read from; `address` is where it came from (a URL, else an absolute path),
    by which a changed text is known as a new version of the same document. `text` is exactly what spans count in;
    the article itself begins at `body_start`, after any front matter, in which no claims are looked for.
    """

    id: str
    text: str
    sha256: str
    address: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    published: str | None = None
    published_basis: DateBasis | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    body_start: int = 0


def claim_id(document: str, segment: Segment, span: Span, metric: str, low: int | None, high: int | None) -> str:
    """A claim's id: 16 hex digits from its document, place in the text, metric and bounds, and nothing else."""
    key = f"{document}\x1f{segment}\x1f{span.start}\x1f{span.end}\x1f{metric}\x1f{low}\x1f{high}"
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()


def claim_record(claim: Claim) -> dict[str, Any]:
    """The claim as plain dicts, lists, strings and numbers, in the order of the JSON contract."""
    record: dict[str, Any] = msgspec.to_builtins(claim)
    return record


def claim_json(claim: Claim) -> bytes:
    """The claim as one line of UTF-8 JSON, without the line's end."""
    return msgspec.json.encode(claim)
