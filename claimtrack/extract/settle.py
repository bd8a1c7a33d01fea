"""Level 1: for each word with several readings, the one that its neighbours ask for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimtrack.extract.tokens import ADVERB, NAME, NUMERIC, UNKNOWN, Token, starts_number
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import NOUN_CLASSES, VERB_CLASSES, Reading

_GROUP = Reading(W.GROUP)
_NOUN_LIKE = frozenset({W.ACTIVE, W.INTRANSITIVE})
_BEFORE_NOUN = frozenset({W.ARTICLE, W.POSSESSIVE, W.OF, W.IN, W.AT, W.FROM, W.BY, W.FOR, W.AMONG})
_BEHIND_NOUN = frozenset({W.HAVE, W.BE, W.MODAL, W.CHANGE, W.COMMA, W.STOP})
_POINTING = frozenset({"the", "this", "these", "those", "his", "her", "its", "their", "our"})


def settle(tokens: list[Token], group_nouns: frozenset[str]) -> list[Token]:
    """Choose, for each word with more than one reading, the one that its neighbours ask for."""
    for i, token in enumerate(tokens):
        if not token.open:
            continue
        readings = token.others
        if i and token.reading.cls in VERB_CLASSES and _in_a_name(tokens[i - 1], token):
            tokens[i] = replace(token, reading=NAME)
            continue
        if (
            token.lower in group_nouns
            and i + 2 < len(tokens)
            and tokens[i + 1].cls == W.OF
            and starts_number(tokens, i + 2)
        ):
            tokens[i] = replace(token, reading=_GROUP)
            continue
        if not readings or (len(readings) == 1 and readings[0].cls not in (W.BEFORE, W.SEVERAL, W.LABEL)):
            continue
        chosen = _choose(tokens, i, readings)
        if chosen is not token.reading:
            tokens[i] = replace(token, reading=chosen)
    return tokens


def _in_a_name(before: Token, token: Token) -> bool:
    """Whether a verb with a capital goes on a name, as in United States."""
    capital = token.text[:1].isupper() and not token.text.isupper()
    return capital and before.reading.cls == W.NAME and before.end + 1 == token.start


def _choose(tokens: list[Token], i: int, readings: tuple[Reading, ...]) -> Reading:
    """The reading of token `i`, its left neighbours settled already."""
    first = readings[0]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    by_class = {reading.cls: reading for reading in readings}
    if W.BEFORE in by_class:
        if following is not None and starts_number(tokens, i + 1):
            return by_class[W.BEFORE]
        return next((r for r in readings if r.cls != W.BEFORE), ADVERB)
    if first.cls == W.LABEL or W.LABEL in by_class:
        if (
            following is not None
            and following.others
            and following.others[0].cls == W.DIGITS
            and (tokens[i].text[:1].isupper() or first.cls == W.LABEL)
        ):
            return by_class[W.LABEL]
        return next((r for r in readings if r.cls != W.LABEL), UNKNOWN)
    if first.cls == W.SEVERAL:
        if following is not None and following.cls in (W.SCALE, W.DOZEN):
            return first
        return next((r for r in readings if r.cls != W.SEVERAL), Reading(W.DETERMINER))
    if first.cls == W.PREDICATE and W.PAST in by_class and _has_object(tokens, i):
        return by_class[W.PAST]
    if _is_inside_verb(tokens, i) and W.ADVERB in by_class:
        return by_class[W.ADVERB]
    if first.cls in _NOUN_LIKE and _is_noun(tokens, i):
        return next((r for r in readings if r.cls in NOUN_CLASSES), UNKNOWN)
    if first.cls in VERB_CLASSES and W.ADJECTIVE in by_class and _leads_noun(tokens, i):
        return by_class[W.ADJECTIVE]
    if first.cls in VERB_CLASSES or first.cls in (W.EVIDENTIAL, W.PAST):
        noun = next((r for r in readings if r.cls in NOUN_CLASSES), None)
        if noun and first.cls not in (W.PAST, W.EVIDENTIAL) and (_after_number(tokens, i) or _is_named(tokens, i)):
            return noun
    return first


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number follows that is the object of a past form (`the slide swept away 40 houses`)."""
    if i + 1 >= len(tokens) or i == 0 or tokens[i - 1].cls == W.BE:
        return False
    return starts_number(tokens, i + 1)


def _is_inside_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition is an adverb here, inside a verb (`have since died`)."""
    return tokens[i].cls == W.PREPOSITION and i > 0 and tokens[i - 1].cls == W.HAVE


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that is a verb elsewhere is a noun here: `the toll from the floods`, `in the Bihar floods`."""
    if i == 0 or tokens[i].lower.endswith("ed"):
        return False
    before = tokens[i - 1]
    if before.cls in _BEFORE_NOUN or before.lower in _POINTING:
        return True
    if before.cls == W.AND and i + 1 < len(tokens):
        return tokens[i + 1].reading.cls in _BEHIND_NOUN
    for k in range(i - 1, max(-1, i - 4), -1):
        if tokens[k].lower in _POINTING or tokens[k].cls == W.ARTICLE:
            return k < i - 1
        if tokens[k].cls not in (W.NAME, W.WORD, W.DEMONYM):
            return False
    return False


def _leads_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word stands between a number or article and a noun (`50 remaining hostages`)."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    led = tokens[i - 1].cls in NUMERIC or tokens[i - 1].lower in _POINTING
    return led and any(reading.cls in NOUN_CLASSES for reading in tokens[i + 1].others)


def _is_named(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that reports elsewhere names people here: `four of the suspects were`."""
    noun = any(reading.cls == W.PERSON for reading in tokens[i].others)
    return noun and i > 0 and tokens[i - 1].lower in _POINTING


def _after_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number stands before token `i`, with at most three adjectives between."""
    for back in range(i - 1, max(-1, i - 5), -1):
        cls = tokens[back].cls
        if cls in NUMERIC:
            return True
        if cls not in (W.ADJECTIVE, W.DEMONYM, W.NAME, W.WORD, W.PERSON, W.QUOTE):
            return False
    return False
