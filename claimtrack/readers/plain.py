"""One article a file: plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.model import DateBasis, Document
from claimtrack.readers.decode import binary_kind, decode
from claimtrack.readers.ids import SHORT, Ids, sha256
from claimtrack.readers.provenance import provenance
from claimtrack.readers.reading import Reading, caution, refusal

_TAG = re.compile(r"\s*(?:<\?xml|<!doctype\s+html|<html)\b", re.IGNORECASE)


def read_plain(data: bytes, source: str, stem: str | None, address: str | None, ids: Ids) -> Iterator[Reading]:
    """Read the bytes of one article, and yield it and what is doubtful about it.

    `source` is the name for messages. Without a stem and an address, as standard input is, both are made of the hash.
    """
    kind = binary_kind(data)
    if kind:
        yield refusal(source, None, f"it is {kind}", "plain text (.txt, .md) or JSON Lines (.jsonl)")
        return
    text, guess = decode(data)
    if "\0" in text:
        yield refusal(source, None, "it is a binary file", "plain text (.txt, .md) or JSON Lines (.jsonl)")
    elif not text.strip():
        yield refusal(source, None, "it is empty", "the text of an article")
    else:
        if guess:
            yield caution(source, None, f"it is not UTF-8 and is read as {guess}", "UTF-8, or UTF-16 with its mark")
        if _TAG.match(text):
            yield caution(source, None, "it is HTML or XML, whose tags are read as text", "plain text")
        yield from _described(text, data, source, stem, address, ids)


def _described(
    text: str, data: bytes, source: str, stem: str | None, address: str | None, ids: Ids
) -> Iterator[Reading]:
    sha = sha256(data)
    found = provenance(text, stem or "")
    if not text[found.body_start :].strip():
        yield refusal(source, None, "nothing follows its front matter", "the text of an article")
        return
    for doubt in found.doubts:
        yield caution(source, doubt.line, doubt.wrong, doubt.expected)
    yield Document(
        id=ids.unique(stem or f"stdin-{sha[:SHORT]}", sha),
        text=text,
        sha256=sha,
        address=found.url or address or f"stdin:{sha[:SHORT]}",
        title=found.title,
        outlet=found.outlet,
        byline=found.byline,
        agencies=found.agencies,
        published=found.published,
        published_basis=DateBasis.EXPLICIT if found.published else None,
        modified=found.modified,
        url=found.url,
        language=found.language,
        body_start=found.body_start,
    )
