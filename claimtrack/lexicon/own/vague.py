"""What a user's file says of vague words: what is wrong with an entry, before it replaces one of the table."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from claimtrack.lexicon.own.wording import told

BOUNDS = "its bounds, such as dozens = [24, 99], or [24] where the upper one is open"
# The largest number that a text can give; no bound makes sense beyond it.
_LARGEST = 10_000_000_000
# A new word this near to one of the table is a slip of the pen; `zillions` is not `millions`.
_SLIP = 0.9
_WORDS = re.compile(r"[^\W\d_]+(?:[-’ ][^\W\d_]+)*")


def plain(word: str) -> str:
    """A vague word as the text is looked up by: in small letters, its blanks single."""
    return " ".join(word.lower().replace("'", "’").split())


def word_fault(word: str, known: Collection[str], taken: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a word that bounds are given for, and what was expected; None where it is right."""
    if word in known:
        return None
    expected = "a word of the table (claimtrack metrics --vague), or one that means no number yet, such as 'a handful'"
    if not _WORDS.fullmatch(word):
        return f"{word!r} is no vague word", expected
    if word in taken:
        return f"{word!r} is a number word or a small word of grammar{_meant(word, known, 0.6)}", expected
    meant = _meant(word, known, _SLIP)
    return (f"{word!r} is not in the table of vague words{meant}", expected) if meant else None


def _meant(word: str, known: Collection[str], cutoff: float) -> str:
    """A question that names the word of the table that was perhaps meant."""
    near = get_close_matches(word, known, n=1, cutoff=cutoff)
    return f" (did you mean {near[0]}?)" if near else ""


def bounds_fault(word: str, bounds: Any) -> str | None:
    """What is wrong with the bounds of a word; None where they are one whole number or two, the lower first."""
    if not isinstance(bounds, list) or len(bounds) not in (1, 2):
        return f"{word} = {told(bounds)} is no list of one number or two"
    wrong = next((bound for bound in bounds if type(bound) is not int), None)  # true and false are no numbers here
    if wrong is not None:
        return f"{told(wrong)} is no whole number"
    beyond = next((bound for bound in bounds if not 1 <= bound <= _LARGEST), None)
    if beyond is not None:
        return f"{told(beyond)} is not between 1 and {_LARGEST:,}"
    return f"{word} is from {bounds[0]} to {bounds[1]}, the higher first" if bounds[0] > bounds[-1] else None
