"""Tells by the bare words of a text, before it is read, that some words and phrases cannot stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")


def bare_words(text: str) -> set[str]:
    """The words of a text in lower case, without digits and marks; what a hyphen joins is several."""
    return set(_WORD.findall(text.lower()))


class Spotter(NamedTuple):
    """Some words and phrases: `alone` are single words, `together` the words of a phrase, by its longest one."""

    alone: frozenset[str]
    together: dict[str, tuple[frozenset[str], ...]]
    keys: frozenset[str]

    def spots(self, words: Set[str]) -> bool:
        """Whether one of the words, or all words of one of the phrases, are among these."""
        if not self.alone.isdisjoint(words):
            return True
        if self.keys.isdisjoint(words):
            return False
        return any(phrase <= words for key in self.keys & words for phrase in self.together[key])


def spotter(texts: Iterable[str]) -> Spotter:
    """A spotter of words and phrases; a `~` in a phrase stands for any words."""
    phrases = {frozenset(bare_words(text)) for text in texts}
    alone = frozenset(word for phrase in phrases if len(phrase) == 1 for word in phrase)
    together: dict[str, tuple[frozenset[str], ...]] = {}
    for phrase in phrases:
        if phrase and alone.isdisjoint(phrase):
            key = max(sorted(phrase), key=len)
            together[key] = (*together.get(key, ()), phrase)
    return Spotter(alone, together, frozenset(together))
