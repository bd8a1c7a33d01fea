"""One spelling for the many of a name: `normal` makes Düzce and Duzce, Port-au-Prince and PORT AU PRINCE the same."""

from __future__ import annotations

import unicodedata

# Apostrophes and the signs that stand for ʿayn and hamza say nothing about which place is meant; full stops neither.
_DROPPED = dict.fromkeys(map(ord, ".'’‘ʼʻʿʾ`´"))
_SPACED = dict.fromkeys(map(ord, "-‐‑–—,/()_\u00a0\u202f\t\n"), " ")
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"})
_SIGNS = _DROPPED | _SPACED
_LONGEST_ABBREVIATION = 6


def normal(name: str) -> str:
    """The name's normal form: lower case, without marks, words parted by one space, no leading `the`, no possessive."""
    folded = name.casefold()
    if folded.endswith(("'s", "’s")):
        folded = folded[:-2]
    if not folded.isascii():
        folded = unmarked(folded).translate(_PLAIN)
    words = folded.translate(_SIGNS).replace("&", " and ").split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if words and words[0] == "saint":
        words[0] = "st"
    return " ".join(words)


def unmarked(text: str) -> str:
    """The text with its letters' marks taken off: ā becomes a, ü becomes u."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def abbreviation(name: str) -> str | None:
    """The name without full stops where it is one that only its capitals tell from a word (US, U.K., DRC, oPt)."""
    if len(name) > 2 * _LONGEST_ABBREVIATION or name[1:].islower() or " " in name:
        return None
    letters = name.removesuffix("'s").removesuffix("’s").replace(".", "")
    if 1 < len(letters) < _LONGEST_ABBREVIATION and letters.isalnum() and letters[1:] != letters[1:].lower():
        return letters
    return None
