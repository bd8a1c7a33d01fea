"""Level 1: the phrases of the lexicon as one token each, whole or parted by their object."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from claimtrack.extract.tokens import ADVERB, NAME, Token, is_open, starts_number
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import VERB_CLASSES, KeyedWords, Lexicon, Reading

_ORDER_REACH = 10
_SPLIT_REACH = 9
_SPLIT_ENDS = frozenset({W.COMMA, W.SEMICOLON, W.STOP, W.COLON, W.RELATIVE, W.AND})
_SPLIT_VERBS = VERB_CLASSES | {W.PAST, W.PARTICIPLE}
_SLOT = frozenset(
    {W.ADJECTIVE, W.WORD, W.DETERMINER, W.ARTICLE, W.DIGITS, W.CARDINAL, W.NAME, W.SEVERAL, W.DEMONYM, W.ADVERB}
)
_LONGEST_SLOT = 3


class Phrase(NamedTuple):
    """A phrase without its first word."""

    rest: tuple[str, ...]
    readings: tuple[Reading, ...]


class Phrases(NamedTuple):
    """The phrases of a lexicon by their first two words, the longest first; under `""` those with `~` as the second.

    `parted` are the verbs among them, by their first word: the rest as one string.
    """

    whole: dict[str, dict[str, tuple[Phrase, ...]]]
    parted: dict[str, tuple[tuple[str, Reading], ...]]


@lru_cache(maxsize=8)
def _phrases(holder: KeyedWords) -> Phrases:
    """The phrases of a lexicon, ordered for the look-up once."""
    found = Phrases({}, {})
    for first, entries in holder.lexicon.phrases.items():
        seconds = {rest[0] for rest, _ in entries if rest[0] != "~"} | {""}
        found.whole[first] = {
            second: tuple(Phrase(rest, readings) for rest, readings in entries if rest[0] in (second, "~"))
            for second in seconds
        }
        parted = tuple(
            (" ".join(rest), readings[0])
            for rest, readings in entries
            if readings[0].cls in _SPLIT_VERBS and readings[0].metric and "~" not in rest
        )
        if parted:
            found.parted[first] = parted
    return found


def join(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join the words of each phrase of the lexicon into one token, the longest phrase first."""
    whole = _phrases(KeyedWords(lexicon)).whole
    joined: list[Token] = []
    done = 0
    for i in [i for i, token in enumerate(tokens) if token.lower in whole]:
        if i < done or i + 1 == len(tokens):
            continue
        by_second = whole[tokens[i].lower]
        for rest, readings in by_second.get(tokens[i + 1].lower) or by_second[""]:
            stop = _phrase_end(tokens, i + 1, rest)
            if stop and _phrase_fits(readings, tokens, i, stop):
                joined += tokens[done:i]
                joined.append(_joined(tokens[i:stop], readings, lexicon))
                done = stop
                break
    joined += tokens[done:]
    return joined


def _joined(words: list[Token], readings: tuple[Reading, ...], lexicon: Lexicon) -> Token:
    """The words of a phrase as one token."""
    lower = " ".join(word.lower for word in words)
    return Token(lower, lower, words[0].start, words[-1].end, readings[0], readings, is_open(lower, readings, lexicon))


def join_titles(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join the full stop to a title, an initial or a company's form that it shortens (`Gov.`, `Ana B. Silva`, `Corp.`).

    A full stop at the end of a sentence stays one, whatever stands before it.
    """
    stops = [i for i in range(1, len(tokens) - 1) if tokens[i].text == "." and _is_short(tokens, i, lexicon)]
    if not stops:
        return tokens
    joined: list[Token] = []
    for i, token in enumerate(tokens):
        if i in stops:
            joined[-1] = replace(
                joined[-1], text=f"{joined[-1].text}.", end=token.end, reading=NAME, others=(NAME,), open=False
            )
        else:
            joined.append(token)
    return joined


def _is_short(tokens: list[Token], stop: int, lexicon: Lexicon) -> bool:
    """Whether the word before a full stop in the middle of a sentence is a title, an initial or a company's form."""
    short = tokens[stop - 1]
    if short.end != tokens[stop].start or not short.text[:1].isupper():
        return False
    if short.lower in lexicon.sets["sources.forms"]:
        return True
    initial = len(short.text) == 1 and stop > 1 and tokens[stop - 2].reading.cls == W.NAME
    return tokens[stop + 1].text[:1].isupper() and (initial or short.lower in lexicon.sets["sources.titles"])


def join_parted(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join phrases whose object parts them: in `took nine adults into custody` the verb is read as the whole phrase."""
    parted = _phrases(KeyedWords(lexicon)).parted
    for i in [i for i, token in enumerate(tokens) if token.lower in parted]:
        if i + 2 >= len(tokens) or not _object_begins(tokens, i + 1):
            continue
        found = _tail(tokens, i + 2, parted[tokens[i].lower])
        if found is None:
            continue
        first, last, reading = found
        reading = replace(reading, cls=W.ACTIVE) if reading.cls == W.PARTICIPLE else reading
        tokens[i] = replace(tokens[i], reading=reading, others=(reading,), open=True)
        for k in range(first, last):
            tokens[k] = replace(tokens[k], reading=ADVERB, others=())
    return tokens


def _object_begins(tokens: list[Token], i: int) -> bool:
    """Whether a number, an adverb or determiner before it passed over, begins at token `i`."""
    if starts_number(tokens, i):
        return True
    return tokens[i].cls in (W.ADVERB, W.DETERMINER) and i + 1 < len(tokens) and starts_number(tokens, i + 1)


def _tail(tokens: list[Token], start: int, phrases: tuple[tuple[str, Reading], ...]) -> tuple[int, int, Reading] | None:
    """Where the rest of one of the phrases stands behind the verb's object, in the same clause."""
    for k in range(start, min(len(tokens), start + _SPLIT_REACH)):
        if tokens[k].cls in _SPLIT_ENDS:
            return None
        if tokens[k].reading.kind == "movement":
            continue
        for words, reading in phrases:
            said, last = tokens[k].lower, k + 1
            while last < len(tokens) and len(said) < len(words):
                said, last = f"{said} {tokens[last].lower}", last + 1
            if said == words:
                return k, last, reading
    return None


def _phrase_end(tokens: list[Token], i: int, rest: tuple[str, ...]) -> int:
    """Where a phrase ends whose words from the second on are `rest`; 0 where they do not stand here.

    A `~` among them stands for up to three adjectives, numbers or unknown words: `in ~ need of`.
    """
    count = len(tokens)
    for n, word in enumerate(rest):
        if word != "~":
            if i >= count or tokens[i].lower != word:
                return 0
            i += 1
            continue
        following = rest[n + 1]
        for _ in range(_LONGEST_SLOT):
            if i >= count or tokens[i].lower == following or tokens[i].reading.cls not in _SLOT:
                break
            i += 1
    return i


def _phrase_fits(readings: tuple[Reading, ...], tokens: list[Token], start: int, stop: int) -> bool:
    """Whether a qualifier of several words has its number behind it (`just over 40`, not `just over the hill`)."""
    if readings[0].cls == W.ORDERED:
        before = tokens[max(0, start - _ORDER_REACH) : start]
        return any(reading.cls in (W.ORDER, W.FORCE) for token in before for reading in token.others)
    if readings[0].cls != W.BEFORE or len(readings) > 1:
        return True
    return stop < len(tokens) and starts_number(tokens, stop)
