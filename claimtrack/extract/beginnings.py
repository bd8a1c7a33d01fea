"""Words in which a date expression can begin: only at these is one tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_ANY: frozenset[str] = frozenset()
_NUMBER = "#"
_MOST_KNOWN = 50_000
# A number of at most so many characters is a day or a count, which something follows; of so many, no date at all.
_SHORT, _LONG = 3, 12


class Beginnings(dict[str, frozenset[str] | None]):
    """For each word whether an expression can begin with it: None, or the words one of which follows; empty for any.

    Words are added as they are met.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Read the table `begins` of a lexicon's dates."""
        self._words, self._prefixes = frozenset(data["words"]), tuple(data["prefixes"])
        self._before = {word: frozenset(entry["next"]) for entry in data["before"] for word in entry["words"]}

    def __missing__(self, word: str) -> frozenset[str] | None:
        """Whether a word that is met for the first time begins one; numbers, of which there are many, are not kept."""
        if word[0].isdigit():
            if len(word) <= _SHORT:
                return self._before[_NUMBER]
            return _ANY if len(word) < _LONG and "," not in word else None
        lower = word.lower()
        begins = lower in self._words or ("-" in lower and lower.startswith(self._prefixes))
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[word] = found = self._before.get(lower, _ANY) if begins else None
        return found

    def fits(self, following: frozenset[str], words: Sequence[str]) -> bool:
        """Whether the next word, or its part before a hyphen, is one that follows."""
        if not words:
            return False
        lower = words[0].lower()
        if lower in following or lower.partition("-")[0] in following:
            return True
        return _NUMBER in following and lower[0].isdigit()
