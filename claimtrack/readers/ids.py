"""Ids that are unique within one run: a second document that differs gets the first hex digits of its hash."""

from __future__ import annotations

import hashlib

SHORT = 8


def sha256(data: bytes) -> str:
    """The hash of a document's bytes, in hex digits."""
    return hashlib.sha256(data).hexdigest()


class Ids:
    """The ids that a run has given, with their documents' hashes: two numbers an id, so that a million are not much."""

    def __init__(self) -> None:
        """Start a run that has given no ids."""
        self._given: dict[int, int] = {}

    def has(self, id_: str, sha: str) -> bool:
        """Whether this run has given the id, plain or with its hash, to the very document with this hash."""
        number = int(sha[:16], 16)
        return any(self._given.get(hash(name)) == number for name in (id_, f"{id_}-{sha[:SHORT]}"))

    def unique(self, id_: str, sha: str) -> str:
        """The id, with the beginning of the hash after it if a differing document of this run has it."""
        if self._given.setdefault(hash(id_), int(sha[:16], 16)) == int(sha[:16], 16):
            return id_
        other = f"{id_}-{sha[:SHORT]}"
        self._given.setdefault(hash(other), int(sha[:16], 16))
        return other
