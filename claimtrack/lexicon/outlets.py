"""News agencies and outlets by all their names: `Agence France-Presse` is AFP, `PC` signs for Palestine Chronicle."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimtrack.errors import LexiconError

SOURCE = "lexicon/en/outlets.toml"
_KEYS = frozenset({"also", "short", "closing", "domains"})
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_HOST = re.compile(r"https?://(?:[^/@\s]*@)?(?P<host>[^/:?#\s]+)", re.IGNORECASE)


class Kind(StrEnum):
    """Whether a name in a credit says who relayed a report, or who published it."""

    AGENCY = "agency"
    OUTLET = "outlet"


class Medium(NamedTuple):
    """An agency or outlet under its usual name."""

    name: str
    kind: Kind


class Outlets(NamedTuple):
    """The tables of one lexicon file: by name, by own short form, by closing name and by host.

    Keys are as `_key` makes them; an acronym's key keeps its capitals, so that `who` is not the WHO.
    """

    names: dict[str, Medium]
    short: dict[str, Medium]
    closing: dict[str, Medium]
    hosts: dict[str, Medium]

    def named(self, text: str) -> Medium | None:
        """Find an agency or outlet by any of its names."""
        return _find(self.names, text)

    def signed(self, text: str) -> Medium | None:
        """Find an outlet by the short form with which it signs its own articles."""
        return _find(self.short, text)

    def closed(self, text: str) -> Medium | None:
        """Find an outlet by a name with which it closes its own articles."""
        return _find(self.closing, text)

    def of_url(self, url: str) -> Medium | None:
        """Find who owns the host of a web address, whatever subdomain it has."""
        match = _HOST.match(url)
        if not match:
            return None
        labels = match["host"].lower().split(".")
        candidates = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.hosts[host] for host in candidates if host in self.hosts), None)


@cache
def outlets() -> Outlets:
    """Load the agencies and outlets of the package, once a run."""
    raw = files("claimtrack.lexicon").joinpath("en", "outlets.toml").read_text(encoding="utf-8")
    return parse(raw, SOURCE)


def parse(raw: str, source: str) -> Outlets:
    """Read the TOML of a lexicon file.

    Raises:
        LexiconError: it is no TOML, an entry is of the wrong form, or two entries share a name.
    """
    try:
        tables = tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        expected = "a table [agencies] and a table [outlets]"
        raise LexiconError(source, None, f"not valid TOML ({error})", expected) from None
    found = Outlets({}, {}, {}, {})
    for medium, entry in _entries(tables, source):
        for name in (medium.name, *entry.get("also", [])):
            _add(found.names, _key(name), medium, source)
        for name in entry.get("short", []):
            _add(found.short, _key(name), medium, source)
        for name in entry.get("closing", []):
            _add(found.closing, _key(name), medium, source)
        for host in entry.get("domains", []):
            _add(found.hosts, host.lower(), medium, source)
    return found


def _entries(tables: dict[str, Any], source: str) -> Iterator[tuple[Medium, dict[str, list[str]]]]:
    for table, kind in (("agencies", Kind.AGENCY), ("outlets", Kind.OUTLET)):
        for name, entry in tables.get(table, {}).items():
            wrong = not isinstance(entry, dict) or not _KEYS.issuperset(entry)
            if wrong or not all(_is_words(value) for value in entry.values()):
                expected = "lists of words under " + ", ".join(sorted(_KEYS))
                raise LexiconError(source, None, f"the entry {name!r} is of the wrong form", expected)
            yield Medium(name, kind), entry


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _add(table: dict[str, Medium], key: str, medium: Medium, source: str) -> None:
    other = table.setdefault(key, medium)
    if other != medium:
        wrong = f"{other.name!r} and {medium.name!r} share the name {key!r}"
        raise LexiconError(source, None, wrong, "each name under one entry")


def _find(table: dict[str, Medium], text: str) -> Medium | None:
    return table.get(_key(text))


def _key(name: str) -> str:
    """A name without its article, dots at the end and typographic variants; in small letters unless an acronym."""
    name = " ".join(name.replace("’", "'").split()).strip(" .,;:")
    name = name.replace(" -", "-").replace("- ", "-")
    if _ACRONYM.fullmatch(name):
        return name
    name = name.casefold()
    return name.removeprefix("the ")
