"""Level 1: the words, numbers and marks of a sentence, each with all the readings that it may have.

The classes of the tokens, one letter each, are what the next level's patterns run over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import VERB_CLASSES, KeyedWords, Lexicon, Reading
from claimtrack.model import Span

_SPACES = "\u00a0\u2009\u202f "
# Between tokens `(?=\S)` passes white space at once, and the first branch takes plain words, which are most: without
# these two every alternative would be tried at every space and word.
_TOKEN = re.compile(
    rf"""(?=\S)(?:
    (?P<plain>[A-Za-z]++(?=[\s,;!?)”]))
   |(?P<code>https?://\S+|www\.\S+|[@\#]\w+
      |\d{{1,2}}[:.]\d{{2}}(?=\s?(?:[ap]\.?m\b|GMT|hours|local))|\d{{1,2}}:\d{{2}}(?::\d{{2}})?
      |\d+(?:st|nd|rd|th)\b|\d+['’]?s\b|\d+(?:/\d+){{2,}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}\b|\d+/\d+
      |\d+(?:[.,]\d+)?-[^\W\d_][\w-]*|[^\W\d_]+(?:-[^\W\d_]+)*-?\d[\w-]*)
   |(?P<number>(?:\d{{1,3}},\d{{1,2}}(?=\s(?:million|billion|crore|lakh)s?\b)|\d{{1,3}}(?:,\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d,])|\d{{1,3}}(?:\.\d{{3}}){{2,}}|\d+)(?:\.\d+)?
      (?:(?:mn|mln|bn|[kKmMbB])(?!\w))?)
   |(?P<abbreviation>(?:[^\W\d_]\.){{2,}})
   |(?P<word>[^\W\d_]+(?:-[^\W\d_]+|[’'](?!s\b)[^\W\d_]+)*)
   |(?P<possessive>[’'´](?:s\b)?)
   |(?P<mark>\S))
    """,
    re.VERBOSE,
)
_MARKS = {
    ",": W.COMMA, ";": W.SEMICOLON, ":": W.COLON, ".": W.STOP, "!": W.STOP, "?": W.STOP, "(": W.OPEN, "[": W.OPEN,
    ")": W.CLOSE, "]": W.CLOSE, '"': W.QUOTE, "“": W.QUOTE, "”": W.QUOTE, "‘": W.QUOTE, "–": W.DASH, "—": W.DASH,
    "-": W.DASH, "|": W.SEMICOLON, "•": W.SEMICOLON, "%": W.PERCENT, "$": W.CURRENCY, "£": W.CURRENCY, "€": W.CURRENCY,
    "¥": W.CURRENCY, "₹": W.CURRENCY, "/": W.OR, "\n": W.SEMICOLON,
}  # fmt: skip
NUMERIC = frozenset({W.DIGITS, W.CARDINAL, W.SCALE, W.VAGUE, W.DOZEN, W.FRACTION, W.SEVERAL})
# Short names in capitals that are little words in small letters.
_SHOUTED = frozenset({"US", "WHO", "IT", "AS", "IS", "AN"})
UNKNOWN = Reading(W.WORD)
NAME = Reading(W.NAME)
ADVERB = Reading(W.ADVERB)
_MANNER = Reading(W.ADVERB, kind="manner")
_COMPOUND = Reading(W.ADJECTIVE, kind="compound")
_CODE = Reading(W.CODE)
_DATE = Reading(W.DATE)
_DIGITS = Reading(W.DIGITS)
_POSSESSIVE = Reading(W.POSSESSIVE)
_DEMONYM = Reading(W.DEMONYM)
_PEOPLES = Reading(W.PERSON, kind="peoples")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or mark, its place in the text, its reading and all its readings.

    A token that is `open` may be read otherwise by what stands beside it.
    """

    text: str
    lower: str
    start: int
    end: int
    reading: Reading
    others: tuple[Reading, ...] = ()
    open: bool = False

    @property
    def cls(self) -> str:
        """The class's letter."""
        return self.reading.cls


def scan(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words, numbers and marks of `text[start:end]`, as matches that tell their kind by `lastgroup`."""
    return list(_TOKEN.finditer(text, start, end))


def read(
    text: str, scanned: Sequence[re.Match[str]], lexicon: Lexicon, dates: Sequence[Span], *, capitals: bool = False
) -> list[Token]:
    """Tokens with all readings of each single word; each date expression is one token.

    `capitals` says that the text is written all in capitals, where a capital tells nothing.
    """
    tokens: list[Token] = []
    known = _known(KeyedWords(lexicon), capitals)
    pending = list(reversed(dates))
    next_date = pending[-1].start if pending else _NEVER
    position = 0
    for match in scanned:
        first, last = match.span()
        if first < position:
            continue
        while next_date < position:
            pending.pop()
            next_date = pending[-1].start if pending else _NEVER
        if first >= next_date:
            span = pending.pop()
            next_date = pending[-1].start if pending else _NEVER
            tokens.append(Token(text[span.start : span.end], "", span.start, span.end, _DATE))
            position = span.end
            continue
        word = match[0]
        lower, readings, is_open = known.get(word) or _look_up(match, known, lexicon, capitals)
        tokens.append(Token(word, lower, first, last, readings[0], readings, is_open))
        position = last
    return tokens


_Known = tuple[str, tuple[Reading, ...], bool]
_NEVER = 1 << 62
_MOST_KNOWN = 50_000


@lru_cache(maxsize=8)
def _known(holder: KeyedWords, capitals: bool) -> dict[str, _Known]:
    """Words met before: each in lower case, with its readings, and whether it is open; they are looked up only once."""
    return {}


def _look_up(match: re.Match[str], known: dict[str, _Known], lexicon: Lexicon, capitals: bool) -> _Known:
    """A word's lower case, readings and openness, remembered for the next time.

    What begins with a digit is not: whether `18.30` is a clock time depends on the words behind it.
    """
    word = match[0]
    lower = word.lower().replace("'", "’")
    readings = _readings(match.lastgroup, word, lower, lexicon.words, capitals)
    found = lower, readings, is_open(lower, readings, lexicon)
    if not word[0].isdigit():
        if len(known) > _MOST_KNOWN:
            known.clear()
        known[word] = found
    return found


_OPEN = VERB_CLASSES | {W.BEFORE, W.SEVERAL, W.LABEL}


def is_open(lower: str, readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Whether what stands beside a word may choose its reading."""
    return len(readings) > 1 or readings[0].cls in _OPEN or lower in lexicon.group_nouns


def _readings(
    kind: str | None, word: str, lower: str, words: dict[str, tuple[Reading, ...]], capitals: bool
) -> tuple[Reading, ...]:
    """All readings of one word, number or mark."""
    if kind in ("plain", "word"):
        found = None if word in _SHOUTED and not capitals else words.get(lower)
        return found if found else _unknown(word, lower, words, capitals)
    if kind == "number":
        return (_DIGITS,)
    if kind == "mark":
        mark = _MARKS.get(word)
        return (Reading(mark),) if mark else words.get(lower, (UNKNOWN,))
    if kind == "possessive":
        return (_POSSESSIVE,)
    if kind == "abbreviation":
        name = NAME if word[0].isupper() else UNKNOWN
        return words.get(lower) or words.get(lower.rstrip(".")) or (name,)
    return (_COMPOUND if "-" in word and word[0].isdigit() else _CODE,)


def _unknown(word: str, lower: str, words: dict[str, tuple[Reading, ...]], capitals: bool) -> tuple[Reading, ...]:
    """Readings of a word that the lexicon does not list."""
    if "-" in lower:
        parts = lower.split("-")
        known = [words.get(part, (UNKNOWN,))[0] for part in parts]
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
        return (_MANNER,) if lower.endswith("ly") else (Reading(W.ADJECTIVE),)
    if word[0].isupper():
        people = gazetteer.demonym(word)
        if people is not None and not (people.common_word and capitals):
            return (_PEOPLES,) if lower.endswith(("s", "men", "women")) else (_DEMONYM, NAME)
        if not capitals:
            return (NAME,)
    if lower.endswith("ly"):
        return (_MANNER,)
    return (UNKNOWN,)


def starts_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number begins here, an article in front of a scale word and further qualifiers included."""
    token = tokens[i]
    classes = {reading.cls for reading in token.others} or {token.cls}
    if classes & NUMERIC:
        return True
    if W.BEFORE in classes or W.CURRENCY in classes:
        return i + 1 < len(tokens) and starts_number(tokens, i + 1)
    following = tokens[i + 1].cls if i + 1 < len(tokens) else ""
    return W.ARTICLE in classes and following in (W.SCALE, W.DOZEN, W.FRACTION, W.SEVERAL)
