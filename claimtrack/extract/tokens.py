"""Level 1: a sentence as tokens, each with the reading that fits its neighbours.

The classes of the tokens, one letter each, are what the next level's patterns run over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import NOUN_CLASSES, VERB_CLASSES, Lexicon, Reading
from claimtrack.model import Span

_SPACES = "\u00a0\u2009\u202f "
_TOKEN = re.compile(
    rf"""
    (?P<code>https?://\S+|www\.\S+|[@\#]\w+
      |\d{{1,2}}[:.]\d{{2}}(?=\s?(?:[ap]\.?m\b|GMT|hours|local))|\d{{1,2}}:\d{{2}}(?::\d{{2}})?
      |\d+(?:st|nd|rd|th)\b|\d+['’]?s\b|\d+(?:/\d+){{2,}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}\b|\d+/\d+
      |\d+(?:[.,]\d+)?-[^\W\d_][\w-]*|[^\W\d_]+(?:-[^\W\d_]+)*-?\d[\w-]*)
   |(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d,])|\d{{1,3}}(?:\.\d{{3}}){{2,}}|\d+)(?:\.\d+)?
      (?:(?:mn|mln|bn|[kKmMbB])(?!\w))?)
   |(?P<abbreviation>(?:[^\W\d_]\.){{2,}})
   |(?P<word>[^\W\d_]+(?:-[^\W\d_]+|[’'](?!s\b)[^\W\d_]+)*)
   |(?P<possessive>[’'´](?:s\b)?)
   |(?P<mark>\S)
    """,
    re.VERBOSE,
)
_MARKS = {
    ",": W.COMMA, ";": W.SEMICOLON, ":": W.COLON, ".": W.STOP, "!": W.STOP, "?": W.STOP, "(": W.OPEN, "[": W.OPEN,
    ")": W.CLOSE, "]": W.CLOSE, '"': W.QUOTE, "“": W.QUOTE, "”": W.QUOTE, "‘": W.QUOTE, "–": W.DASH, "—": W.DASH,
    "-": W.DASH, "|": W.SEMICOLON, "•": W.SEMICOLON, "%": W.PERCENT, "$": W.CURRENCY, "£": W.CURRENCY, "€": W.CURRENCY,
    "¥": W.CURRENCY, "₹": W.CURRENCY, "/": W.OR, "\n": W.SEMICOLON,
}  # fmt: skip
_NUMERIC = frozenset({W.DIGITS, W.CARDINAL, W.SCALE, W.VAGUE, W.DOZEN, W.FRACTION, W.SEVERAL})
_BEFORE_NUMBER = _NUMERIC | {W.BEFORE}
# Short names in capitals that are little words in small letters.
_SHOUTED = frozenset({"US", "WHO", "IT", "AS", "IS", "AN"})
_ORDER_REACH = 10
_UNKNOWN = Reading(W.WORD)
_NAME = Reading(W.NAME)
_ADVERB = Reading(W.ADVERB)
_COMPOUND = Reading(W.ADJECTIVE, kind="compound")
_CODE = Reading(W.CODE)
_DATE = Reading(W.DATE)
_DIGITS = Reading(W.DIGITS)
_POSSESSIVE = Reading(W.POSSESSIVE)
_GROUP = Reading(W.GROUP)
_DEMONYM = Reading(W.DEMONYM)
_PEOPLES = Reading(W.PERSON, kind="peoples")


class Token(NamedTuple):
    """A word, number or mark, its place in the text, its reading and its other readings."""

    text: str
    lower: str
    start: int
    end: int
    reading: Reading
    others: tuple[Reading, ...] = ()

    @property
    def cls(self) -> str:
        """The class's letter."""
        return self.reading.cls


def scan(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words, numbers and marks of `text[start:end]`, as matches that tell their kind by `lastgroup`."""
    return list(_TOKEN.finditer(text, start, end))


def tokenize(
    text: str, scanned: Sequence[re.Match[str]], lexicon: Lexicon, dates: Sequence[Span], *, capitals: bool = False
) -> list[Token]:
    """The tokens of what was scanned; each date expression is one token.

    `capitals` says that the text is written all in capitals, where a capital tells nothing.
    """
    raw = _read(text, scanned, lexicon, dates, capitals)
    return _settle(_join_split(_join_phrases(raw, lexicon), lexicon), lexicon.group_nouns)


def _read(
    text: str, scanned: Sequence[re.Match[str]], lexicon: Lexicon, dates: Sequence[Span], capitals: bool
) -> list[Token]:
    """Tokens with all readings of each single word."""
    tokens: list[Token] = []
    pending = list(reversed(dates))
    position = 0
    for match in scanned:
        first, last = match.span()
        if first < position:
            continue
        while pending and pending[-1].start < position:
            pending.pop()
        if pending and first >= pending[-1].start:
            span = pending.pop()
            tokens.append(Token(text[span.start : span.end], "", span.start, span.end, _DATE))
            position = span.end
            continue
        word = match[0]
        lower = word.lower().replace("'", "’")
        readings = _readings(match.lastgroup, word, lower, lexicon.words, capitals)
        tokens.append(Token(word, lower, first, last, readings[0], readings))
        position = last
    return tokens


def _readings(
    kind: str | None, word: str, lower: str, words: dict[str, tuple[Reading, ...]], capitals: bool
) -> tuple[Reading, ...]:
    """All readings of one word, number or mark."""
    if kind == "word":
        found = None if word in _SHOUTED and not capitals else words.get(lower)
        return found if found else _unknown(word, lower, words, capitals)
    if kind == "number":
        return (_DIGITS,)
    if kind == "mark":
        mark = _MARKS.get(word)
        return (Reading(mark),) if mark else words.get(lower, (_UNKNOWN,))
    if kind == "possessive":
        return (_POSSESSIVE,)
    if kind == "abbreviation":
        name = _NAME if word[0].isupper() else _UNKNOWN
        return words.get(lower) or words.get(lower.rstrip(".")) or (name,)
    return (_COMPOUND if "-" in word and word[0].isdigit() else _CODE,)


def _unknown(word: str, lower: str, words: dict[str, tuple[Reading, ...]], capitals: bool) -> tuple[Reading, ...]:
    """Readings of a word that the lexicon does not list."""
    if "-" in lower:
        parts = lower.split("-")
        known = [words.get(part, (_UNKNOWN,))[0] for part in parts]
        numeric = [reading.cls in (W.CARDINAL, W.SCALE) for reading in known]
        if all(numeric):
            return (
                (Reading(W.CARDINAL, value=sum(r.value for r in known)),)
                if len(parts) == 2 and known[1].value < 10
                else (_COMPOUND,)
            )
        if lower == "half-dozen":
            return (Reading(W.DOZEN, value=6),)
        if numeric[0] or parts[-1] in ("old", "long", "strong", "led", "backed"):
            return (_COMPOUND,)
        last = words.get(parts[-1])
        if last and last[0].cls in (W.PERSON, W.HOME, W.FAMILY, W.COUNTED):
            return last
        return (Reading(W.ADJECTIVE),)
    if word[0].isupper():
        people = gazetteer.demonym(word)
        if people is not None and not (people.common_word and capitals):
            return (_PEOPLES,) if lower.endswith(("s", "men", "women")) else (_DEMONYM, _NAME)
        if not capitals:
            return (_NAME,)
    if lower.endswith("ly"):
        return (_ADVERB,)
    return (_UNKNOWN,)


def _join_phrases(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join the words of each phrase of the lexicon into one token, the longest phrase first."""
    phrases = lexicon.phrases
    joined: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        for rest, readings in phrases.get(token.lower, ()):
            stop = _phrase_end(tokens, i + 1, rest)
            if stop and _phrase_fits(readings, tokens, i, stop):
                lower = " ".join(t.lower for t in tokens[i:stop])
                token = Token(lower, lower, token.start, tokens[stop - 1].end, readings[0], readings)
                i = stop - 1
                break
        joined.append(token)
        i += 1
    return joined


_SPLIT_REACH = 9
_SPLIT_ENDS = frozenset({W.COMMA, W.SEMICOLON, W.STOP, W.COLON, W.RELATIVE, W.AND})
_SPLIT_VERBS = VERB_CLASSES | {W.PAST, W.PARTICIPLE}


def _join_split(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join phrases whose object parts them: in `took nine adults into custody` the verb is read as the whole phrase."""
    for i, token in enumerate(tokens):
        if i + 2 >= len(tokens) or token.lower not in lexicon.phrases or not _object_begins(tokens, i + 1):
            continue
        phrases = [
            (rest, readings[0])
            for rest, readings in lexicon.phrases[token.lower]
            if readings[0].cls in _SPLIT_VERBS and readings[0].metric and "~" not in rest
        ]
        found = _tail(tokens, i + 2, phrases)
        if found is None:
            continue
        first, last, reading = found
        reading = reading._replace(cls=W.ACTIVE) if reading.cls == W.PARTICIPLE else reading
        tokens[i] = token._replace(reading=reading, others=(reading,))
        for k in range(first, last):
            tokens[k] = tokens[k]._replace(reading=_ADVERB, others=())
    return tokens


def _object_begins(tokens: list[Token], i: int) -> bool:
    """Whether a number, an adverb or determiner before it passed over, begins at token `i`."""
    if _starts_number(tokens, i):
        return True
    return tokens[i].cls in (W.ADVERB, W.DETERMINER) and i + 1 < len(tokens) and _starts_number(tokens, i + 1)


def _tail(
    tokens: list[Token], start: int, phrases: list[tuple[tuple[str, ...], Reading]]
) -> tuple[int, int, Reading] | None:
    """Where the rest of one of the phrases stands behind the verb's object, in the same clause."""
    for k in range(start, min(len(tokens), start + _SPLIT_REACH)):
        if tokens[k].cls in _SPLIT_ENDS:
            return None
        if tokens[k].reading.kind == "movement":
            continue
        for rest, reading in phrases:
            words = " ".join(rest)
            said, last = tokens[k].lower, k + 1
            while last < len(tokens) and len(said) < len(words):
                said, last = f"{said} {tokens[last].lower}", last + 1
            if said == words:
                return k, last, reading
    return None


_SLOT = frozenset(
    {W.ADJECTIVE, W.WORD, W.DETERMINER, W.ARTICLE, W.DIGITS, W.CARDINAL, W.NAME, W.SEVERAL, W.DEMONYM, W.ADVERB}
)
_LONGEST_SLOT = 3


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
        return any(reading.cls == W.ORDER for token in before for reading in token.others)
    if readings[0].cls != W.BEFORE or len(readings) > 1:
        return True
    return stop < len(tokens) and _starts_number(tokens, stop)


def _starts_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number begins here, an article in front of a scale word and further qualifiers included."""
    token = tokens[i]
    classes = {reading.cls for reading in token.others} or {token.cls}
    if classes & _NUMERIC:
        return True
    if W.BEFORE in classes or W.CURRENCY in classes:
        return i + 1 < len(tokens) and _starts_number(tokens, i + 1)
    following = tokens[i + 1].cls if i + 1 < len(tokens) else ""
    return W.ARTICLE in classes and following in (W.SCALE, W.DOZEN, W.FRACTION, W.SEVERAL)


def _settle(tokens: list[Token], group_nouns: frozenset[str]) -> list[Token]:
    """Choose, for each word with more than one reading, the one that its neighbours ask for."""
    for i, token in enumerate(tokens):
        readings = token.others
        if i and token.reading.cls in VERB_CLASSES and _in_a_name(tokens[i - 1], token):
            tokens[i] = token._replace(reading=_NAME)
            continue
        if (
            token.lower in group_nouns
            and i + 2 < len(tokens)
            and tokens[i + 1].cls == W.OF
            and _starts_number(tokens, i + 2)
        ):
            tokens[i] = token._replace(reading=_GROUP)
            continue
        if not readings or (len(readings) == 1 and readings[0].cls not in (W.BEFORE, W.SEVERAL, W.LABEL)):
            continue
        chosen = _choose(tokens, i, readings)
        if chosen is not token.reading:
            tokens[i] = token._replace(reading=chosen)
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
        if following is not None and _starts_number(tokens, i + 1):
            return by_class[W.BEFORE]
        return next((r for r in readings if r.cls != W.BEFORE), _ADVERB)
    if first.cls == W.LABEL or W.LABEL in by_class:
        if (
            following is not None
            and following.others
            and following.others[0].cls == W.DIGITS
            and (tokens[i].text[:1].isupper() or first.cls == W.LABEL)
        ):
            return by_class[W.LABEL]
        return next((r for r in readings if r.cls != W.LABEL), _UNKNOWN)
    if first.cls == W.SEVERAL:
        if following is not None and following.cls in (W.SCALE, W.DOZEN):
            return first
        return next((r for r in readings if r.cls != W.SEVERAL), Reading(W.DETERMINER))
    if _is_inside_verb(tokens, i) and W.ADVERB in by_class:
        return by_class[W.ADVERB]
    if first.cls in _NOUN_LIKE and _is_noun(tokens, i):
        return next((r for r in readings if r.cls in NOUN_CLASSES), _UNKNOWN)
    if first.cls in VERB_CLASSES or first.cls in (W.EVIDENTIAL, W.PAST):
        noun = next((r for r in readings if r.cls in NOUN_CLASSES), None)
        if noun and first.cls not in (W.PAST, W.EVIDENTIAL) and _after_number(tokens, i):
            return noun
    return first


_NOUN_LIKE = frozenset({W.ACTIVE, W.INTRANSITIVE})
_BEFORE_NOUN = frozenset({W.ARTICLE, W.POSSESSIVE, W.OF, W.IN, W.AT, W.FROM, W.BY, W.FOR, W.AMONG})
_BEHIND_NOUN = frozenset({W.HAVE, W.BE, W.MODAL, W.CHANGE, W.COMMA, W.STOP})
_POINTING = frozenset({"the", "this", "these", "those", "his", "her", "its", "their", "our"})


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


def _after_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number stands before token `i`, with at most three adjectives between."""
    for back in range(i - 1, max(-1, i - 5), -1):
        cls = tokens[back].cls
        if cls in _NUMERIC:
            return True
        if cls not in (W.ADJECTIVE, W.DEMONYM, W.NAME, W.WORD, W.PERSON):
            return False
    return False
