"""Tells by the bare words of a text, before it is read, that some words and phrases cannot stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Set
from string import ascii_lowercase
from typing import NamedTuple

# As bytes a text is cut into words three times as fast as by a regular expression.
_SMALL_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))


def bare_words(text: str) -> set[bytes]:
    """The words of a text in small letters, cut at all that is no letter of ASCII (`rebel-held` is two)."""
    return set(text.lower().encode(errors="replace").translate(_SMALL_LETTERS).split())


class Spotter(NamedTuple):
    """Some words and phrases: `alone` are single words, `together` the words of a phrase, by its longest one.

    `blind` says that one of them has no letter of ASCII, so that it may stand anywhere.
    """

    alone: frozenset[bytes]
    together: dict[bytes, tuple[frozenset[bytes], ...]]
    keys: frozenset[bytes]
    blind: bool

    def spots(self, words: Set[bytes]) -> bool:
        """Whether one of the words, or all words of one of the phrases, are among the bare words of a text."""
        if not self.alone.isdisjoint(words):
            return True
        if self.keys.isdisjoint(words):
            return self.blind
        return self.blind or any(phrase <= words for key in self.keys & words for phrase in self.together[key])


def spotter(texts: Iterable[str]) -> Spotter:
    """A spotter of words and phrases; a `~` in a phrase stands for any words."""
    phrases = {frozenset(bare_words(text)) for text in texts}
    alone = frozenset(word for phrase in phrases if len(phrase) == 1 for word in phrase)
    together: dict[bytes, tuple[frozenset[bytes], ...]] = {}
    for phrase in phrases:
        if phrase and alone.isdisjoint(phrase):
            key = max(sorted(phrase), key=len)
            together[key] = (*together.get(key, ()), phrase)
    return Spotter(alone, together, frozenset(together), frozenset() in phrases)
