"""Bodies that give figures, by all their names: `the UN refugee agency` is UNHCR, of kind un."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimtrack.errors import LexiconError
from claimtrack.lexicon.outlets import outlets

SOURCE = "lexicon/en/organisations.toml"
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_LONGEST = 9
KINDS = ("government", "un", "ngo", "media", "party", "police", "hospital", "witness", "other")
MEDIA = "media"


class Organisation(NamedTuple):
    """A body under its usual name, and what kind of source it is."""

    name: str
    kind: str


@cache
def organisations() -> dict[str, Organisation]:
    """The organisations of the package by every name, once a run."""
    return parse(files("claimtrack.lexicon").joinpath("en", "organisations.toml").read_text(encoding="utf-8"), SOURCE)


def parse(raw: str, source: str) -> dict[str, Organisation]:
    """Read the TOML of a lexicon file.

    Raises:
        LexiconError: it is no TOML, a kind is unknown, or two entries share a name.
    """
    try:
        tables: dict[str, dict[str, Any]] = tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(source, None, f"not valid TOML ({error})", "a table for each kind") from None
    found: dict[str, Organisation] = {}
    for kind, entries in tables.items():
        if kind not in KINDS:
            raise LexiconError(source, None, f"there is no kind {kind!r}", ", ".join(KINDS))
        for name, entry in entries.items():
            for known in (name, *entry.get("also", ())):
                body = Organisation(name, kind)
                if found.setdefault(key(known), body) != body:
                    raise LexiconError(source, None, f"two entries have the name {known!r}", "each name under one")
    return found


def named(text: str) -> Organisation | None:
    """The organisation, news agency or outlet of this name, which may carry its short form in brackets."""
    whole, _, short = text.partition("(")
    for words in (whole, short):
        if words.strip(" )"):
            found = organisations().get(key(words))
            if found is not None:
                return found
    medium = outlets().named(_ARTICLE.sub("", whole))
    return Organisation(medium.name, MEDIA) if medium is not None else None


def ending(words: Sequence[str], last: int, least: int = 1) -> Organisation | None:
    """The organisation whose name ends with word `last` (excluded), the longest of those with `least` words or more."""
    if key(words[last - 1]).casefold() not in _last_words():
        return None
    return _ending(tuple(words[max(0, last - _LONGEST) : last]), least)


@cache
def _last_words() -> frozenset[str]:
    """The words that names of organisations and media end with, in small letters."""
    return frozenset(name.split()[-1].casefold() for name in (*organisations(), *outlets().names))


@lru_cache(maxsize=4096)
def _ending(words: tuple[str, ...], least: int) -> Organisation | None:
    """The organisation whose name these words end with."""
    table = organisations()
    for first in range(len(words) - least + 1):
        found = table.get(key(" ".join(words[first:])))
        if found is not None:
            return found
    medium = outlets().named(words[-1]) if least == 1 and words[-1][:1].isupper() else None
    return Organisation(medium.name, MEDIA) if medium is not None else None


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """A name without article, possessives and the dots of an acronym; in small letters unless it is one."""
    plain = " ".join(name.replace("’", "'").split()).strip(' .,;:()"“”')
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain + ".").rstrip(".")
    plain = _POSSESSIVE.sub("", _ARTICLE.sub("", plain))
    return plain if _ACRONYM.fullmatch(plain) else plain.casefold()
