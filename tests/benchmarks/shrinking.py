"""The smallest document found that still breaks a promise: parts are left out as long as it does."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from claimtrack.model import Document

_PARTS = (r"[^\n]*\n+|[^\n]+", r"\S+\s*|\s+", r"(?s).")
_DEFAULTS = {"title": None, "outlet": None, "url": None, "language": None, "id": "text"}
# Readings that one shrinking may cost; what is left then is small enough to look at.
_MOST = 4000


def shrunk(source: Document, fails: Callable[[Document], bool]) -> Document:
    """A document with as little as possible in it that still fails."""
    for name, value in _DEFAULTS.items():
        simpler = msgspec.structs.replace(source, **{name: value})
        source = simpler if fails(simpler) else source
    # A document has a basis of its date where it has a date, and only there.
    undated = msgspec.structs.replace(source, published=None, published_basis=None)
    source = undated if fails(undated) else source
    cut = msgspec.structs.replace(source, text=source.text[source.body_start :], body_start=0)
    source = cut if fails(cut) else source
    for name in ("title", "text"):
        for pattern in _PARTS:
            source = _without_parts(source, name, re.compile(pattern), fails)
    return source


def _without_parts(source: Document, name: str, part: re.Pattern[str], fails: Callable[[Document], bool]) -> Document:
    """Leave out runs of parts of a field, long runs first, then shorter ones."""
    parts = part.findall(getattr(source, name) or "")
    run, spent = len(parts) // 2, 0
    while run and spent < _MOST:
        at = 0
        while at < len(parts) and spent < _MOST:
            fewer = parts[:at] + parts[at + run :]
            spent += 1
            smaller = msgspec.structs.replace(source, **{name: "".join(fewer)})
            if smaller.body_start <= len(smaller.text) and fails(smaller):
                parts, source = fewer, smaller
            else:
                at += run
        run //= 2
    return source
