"""Regular English inflection, for lexicon entries that give only a base form.

A verb is written `kill` where it is regular, `gun(n) down` where its last consonant doubles, and
`take/took/taken hostage` where it is not; only the first word inflects. A noun is written `death`, or
`body/bodies` with its plural.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_VOWELS = "aeiou"
_VERB = re.compile(
    r"(?P<base>[\w’'-]+)(?P<double>\(\w\))?(?:/(?P<past>[\w’'-]+)/(?P<part>[\w’'-]+))?(?P<rest>(?: .+)?)"
)


class VerbForms(NamedTuple):
    """The forms of a verb, each with whatever words follow it."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def verb_forms(entry: str) -> VerbForms:
    """All forms of a verb entry.

    Raises:
        ValueError: the entry is not written in one of the three ways.
    """
    match = _VERB.fullmatch(entry)
    if not match:
        raise ValueError(f"{entry!r} is no verb entry such as 'kill', 'gun(n) down' or 'take/took/taken hostage'")
    base, rest = match["base"], match["rest"]
    stem = base + match["double"][1] if match["double"] else base
    regular = stem + "d" if stem.endswith("e") else _past_of(stem, doubled=bool(match["double"]))
    past, participle = match["past"] or regular, match["part"] or regular
    return VerbForms(base + rest, _third(base) + rest, past + rest, participle + rest, _gerund(base, stem) + rest)


def noun_forms(entry: str) -> tuple[str, str]:
    """Singular and plural of a noun entry (the same twice for a noun without a plural of its own)."""
    if "/" in entry:
        singular, _, plural_ = entry.partition("/")
        return singular, plural_
    return entry, plural(entry)


def plural(noun: str) -> str:
    """The regular plural: deaths, families, churches."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _third(base: str) -> str:
    """The third person singular, made as a plural is."""
    if base.endswith("o"):
        return base + "es"
    return plural(base)


def _past_of(stem: str, *, doubled: bool) -> str:
    """The regular past of a stem that does not end in e."""
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS and not doubled:
        return stem[:-1] + "ied"
    return stem + "ed"


def _gerund(base: str, stem: str) -> str:
    """The -ing form."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return stem + "ing"
