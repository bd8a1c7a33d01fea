"""When two names mean the same place, source or population: by their spelling and a few plain words, no gazetteer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import msgspec

_ARTICLES = frozenset({"the", "a", "an"})
# Tails that name no other place than the word before them. `City`, `province` and `district` do, so they stay.
_TAILS = frozenset({"strip"})
_POSSESSIVE = re.compile(r"['’ʼ]s\b|(?<=s)['’ʼ](?=\s|$)")
_NO_WORD = re.compile(r"[^\w\s]|_")

_EVERYONE = frozenset({"people", "person", "persons", "residents", "resident", "inhabitants", "individuals", "lives"})
# Words that judge the ones counted and do not narrow them.
_JUDGING = frozenset({"innocent", "ordinary"})
_DEMONYM_ENDINGS = ("an", "i", "ese", "ish")
_CAPITALISED_GROUPS = frozenset(
    {"christian", "houthi", "shii", "sunni", "yazidi", "civilian", "veteran", "guardian", "orphan", "human"}
)
_STEM = 4


class Whom(StrEnum):
    """How far a population's words narrow the ones counted."""

    EVERYONE = "everyone"
    NATION = "nation"
    GROUP = "group"


class Population(NamedTuple):
    """Whom a figure counts: everyone, the people of somewhere (`Palestinians`), or a group (`children`)."""

    whom: Whom
    key: str


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Tells whether two names mean the same; `aliases` maps a name to the one that stands for it."""

    aliases: Mapping[str, str] = {}

    @classmethod
    def of(cls, aliases: Mapping[str, str] | None) -> Names:
        """Take aliases as people write them, in any case and with or without articles."""
        return cls(aliases={plain(name): plain(meant) for name, meant in (aliases or {}).items()})

    def key(self, text: str | None) -> str | None:
        """One spelling for all the spellings of a name; None where there is none."""
        if text is None or not text.strip():
            return None
        spelling = plain(text)
        return self.aliases.get(spelling, spelling)

    def said(self, population: str | None) -> str | None:
        """What the words say of the ones counted beyond that they are people; None for nothing."""
        key = self.key(population)
        return None if key in _EVERYONE else key

    def population(self, text: str | None, place: str | None) -> Population:
        """Whom these words count; `place` helps to know the people of a place (`Gazans` in Gaza)."""
        key = self.key(text)
        if text is None or key is None:
            return Population(Whom.EVERYONE, "")
        words = [word for word in key.split() if word not in _JUDGING]
        if not words or " ".join(words) in _EVERYONE:
            return Population(Whom.EVERYONE, "")
        if len(words) == 2 and words[1] in _EVERYONE:
            words = words[:1]
        words[-1] = _singular(words[-1])
        key = " ".join(words)
        if len(words) == 1 and _is_capitalised(text, key) and _is_demonym(key, self.key(place)):
            return Population(Whom.NATION, key)
        return Population(Whom.GROUP, key)


# A store has few names and many claims, and each claim is matched with many others.
@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """A name without case, articles, possessives, punctuation and empty tails: `the Gaza Strip` is `gaza`."""
    bare = _NO_WORD.sub(" ", _POSSESSIVE.sub("", text.casefold()).replace(".", ""))
    words = [word for word in bare.split() if word not in _ARTICLES]
    while len(words) > 1 and words[-1] in _TAILS:
        words.pop()
    return " ".join(words) or text.casefold().strip()


def _singular(word: str) -> str:
    """The word without a plain plural's `s`, so that `1 soldier` and `3 soldiers` count the same kind."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_capitalised(text: str, key: str) -> bool:
    """Whether the text writes the word that `key` stands for with a capital."""
    return any(word[:1].isupper() and word.casefold().startswith(key) for word in text.split())


def _is_demonym(word: str, place: str | None) -> bool:
    """Whether a capitalised word looks like the people of somewhere."""
    if place and len(place) >= _STEM and word.startswith(place[:_STEM]):
        return True
    if word in _CAPITALISED_GROUPS or (word.endswith("man") and word not in {"german", "roman"}):
        return False
    return word.endswith(_DEMONYM_ENDINGS)
