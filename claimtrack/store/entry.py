"""One line of the journal: its shape, its checksum, and the payloads of the kinds known to this version.

A line is `{"schema":1,"seq":…,"time":…,"kind":…,"payload":…,"prev":"…","sum":"…"}`, compact UTF-8 JSON with its keys
in that order. `sum` is the SHA-256, in hex, of the line's bytes up to `,"sum":`; `prev` is the `sum` of the entry
before it. This envelope stays as it is in every schema, so that any version can tell a newer line from a damaged one.
"""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec

from claimtrack.model import Claim, Document

SCHEMA: Final = 1
DOCUMENT: Final = "document"
DATE: Final = "date"
KINDS: Final = frozenset({DOCUMENT, DATE})
GENESIS: Final = "0" * 64
_SEAL: Final = b',"sum":"'
_SEAL_LENGTH: Final = len(_SEAL) + 64 + len(b'"}')


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A journal entry without its own checksum: what the checksum is taken of."""

    schema: int
    seq: int
    time: str
    kind: str
    payload: msgspec.Raw
    prev: str


class Entry(Head, frozen=True, kw_only=True):
    """A journal entry as it stands in its line; the payload is decoded only by who needs it."""

    sum: str


class DocumentPayload(msgspec.Struct, frozen=True, kw_only=True):
    """A document was read: its text, all its claims, and the version of claimtrack that extracted them."""

    document: Document
    claims: tuple[Claim, ...]
    extractor: str | None = None


class DatePayload(msgspec.Struct, frozen=True, kw_only=True):
    """The user gave a document its publication date; the claims are those of the same text, dated anew."""

    document: str
    published: str
    claims: tuple[Claim, ...]
    extractor: str | None = None


class BrokenEntryError(ValueError):
    """A line is no entry; the text says why. Only for use inside the store."""


_entries = msgspec.json.Decoder(Entry)
_documents = msgspec.json.Decoder(DocumentPayload)
_dates = msgspec.json.Decoder(DatePayload)


def write_line(head: Head) -> tuple[bytes, str]:
    """The entry's line, its end included, and its checksum."""
    body = msgspec.json.encode(head)[:-1]
    checksum = hashlib.sha256(body).hexdigest()
    return body + _SEAL + checksum.encode() + b'"}\n', checksum


def read_line(line: bytes) -> Entry:
    """Read one line, with or without its end.

    Raises:
        BrokenEntryError: the line is no entry, or does not match its checksum.
    """
    line = line.rstrip(b"\r\n")
    stated = stated_sum(line)
    if stated is None:
        raise BrokenEntryError("the line is no whole entry")
    if hashlib.sha256(line[:-_SEAL_LENGTH]).hexdigest() != stated:
        raise BrokenEntryError("the entry does not match its checksum")
    try:
        return _entries.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenEntryError(f"the line is no entry of a journal ({error})") from None


def stated_sum(line: bytes) -> str | None:
    """The checksum that a line, or its last bytes, ends with; None where it ends in something else."""
    seal = line.rstrip(b"\r\n")[-_SEAL_LENGTH:]
    if len(seal) == _SEAL_LENGTH and seal.startswith(_SEAL) and seal.endswith(b'"}'):
        return seal[len(_SEAL) : -2].decode("ascii", "replace")
    return None


def looks_like_ours(line: bytes) -> bool:
    """Whether a line that is no whole entry may be the beginning of one: cut short, or never filled in."""
    opening = b'{"schema":'
    return line.startswith(opening) or opening.startswith(line) or not line.strip(b"\0")


def read_payload(entry: Entry) -> DocumentPayload | DatePayload | None:
    """What an entry says; None for a kind that this version does not know.

    Raises:
        BrokenEntryError: the payload is not what its kind promises.
    """
    decoder: msgspec.json.Decoder[DocumentPayload] | msgspec.json.Decoder[DatePayload]
    if entry.kind == DOCUMENT:
        decoder = _documents
    elif entry.kind == DATE:
        decoder = _dates
    else:
        return None
    try:
        return decoder.decode(entry.payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenEntryError(f"the entry's {entry.kind} cannot be read ({error})") from None
