"""Words as a user writes them: what is wrong with an entry, before its forms are made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claimtrack.lexicon.inflect import noun_forms, verb_forms

VERBS = ("transitive", "intransitive", "weak_transitive", "weak_intransitive")
NOUNS = ("nouns", "weak_nouns")
PLAIN = ("predicates", "tolls")
WORDS = (*VERBS, *PLAIN, *NOUNS)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+|[’'](?!s\b)[^\W\d_]+)*")
_DOUBLED = re.compile(r"([^\s/()]+)\((\w)\)")
_VERB = "a verb such as 'kill', 'gun(n) down' or 'take/took/taken hostage'"
_NOUN = "a noun such as 'truck' or 'lorry/lorries'"
_PLAIN = "words such as 'out of school'"
# Lists of the grammar whose words stand in every second sentence: no entry may be one of them.
_CLOSED = (
    "for", "among", "than", "others", "be", "have", "do", "get", "modal_future", "negation", "of", "to", "from", "at",
    "by", "in", "preposition", "and", "or", "but", "relative", "including", "article", "determiner", "pronoun",
)  # fmt: skip
_NUMBERS = ("units", "scales", "dozens", "fractions", "vague")


def reserved(numbers: dict[str, Any], grammar: dict[str, Any]) -> frozenset[str]:
    """The number words and small words of grammar, which mean nothing else."""
    words = [word for key in _NUMBERS for word in numbers[key]] + numbers["zero"]["words"]
    words += numbers["vague_multipliers"]["words"]
    return frozenset([*words, *(word for key in _CLOSED for word in grammar[key])])


def fault(kind: str, entry: str, taken: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with an entry of a list, and what was expected there; None where it is right."""
    expected = _VERB if kind in VERBS else _PLAIN if kind in PLAIN else _NOUN
    if entry != " ".join(entry.split()):
        return f"{entry!r} has spaces too many", expected
    doubled = _DOUBLED.match(entry)
    if doubled and not doubled[1].endswith(doubled[2]):
        return f"{entry!r} doubles a letter that its verb does not end in", expected
    try:
        forms = _forms(kind, entry)
    except ValueError:
        return f"{entry!r} cannot be read", expected
    if not all(_is_words(form, slots=kind not in NOUNS and kind != "units") for form in forms):
        return f"{entry!r} cannot be read", expected
    closed = next((form for form in forms if form.lower().replace("'", "’") in taken), None)
    if closed is not None:
        return f"{closed!r} is a number word or a small word of grammar", expected
    return None


def _forms(kind: str, entry: str) -> Iterable[str]:
    """The forms of an entry."""
    if kind in VERBS:
        return verb_forms(entry)
    return (entry,) if kind in PLAIN else noun_forms(entry)


def _is_words(form: str, *, slots: bool) -> bool:
    """Whether a form is of words; a `~` between two of them may stand for others."""
    words = form.split(" ")
    inner = range(1, len(words) - 1)
    return all(
        _WORD.fullmatch(word) or (slots and word == "~" and i in inner and words[i - 1] != "~")
        for i, word in enumerate(words)
    )
