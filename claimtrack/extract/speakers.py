"""The noun phrases that name sources: where they begin and end, and which of them can speak."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.tokens import Token
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_NAMING = frozenset(
    {
        W.NAME,
        W.WORD,
        W.PERSON,
        W.DEMONYM,
        W.ADJECTIVE,
        W.DETERMINER,
        W.ARTICLE,
        W.POSSESSIVE,
        W.OF,
        W.FAMILY,
        W.HOME,
        W.REFUSED,
        W.COUNTED,
        W.CODE,
        W.GROUP,
        W.DASH,
        W.OR,
    }
)
_LINKS = frozenset({W.IN, W.FOR, W.AND, W.AT})
_SKIPPED = frozenset({W.ADVERB, W.HAVE, W.DO, W.DATE, W.BEFORE})
_OPENERS = frozenset({W.DETERMINER, W.ARTICLE})
SPEAKING = frozenset(
    {
        "said",
        "says",
        "say",
        "told",
        "reported",
        "announced",
        "added",
        "stated",
        "confirmed",
        "claimed",
        "estimated",
        "warned",
        "noted",
        "wrote",
        "tweeted",
        "explained",
    }
)
_LONGEST_NAME = 14
_APPOSITIONS = 3
_PROPER = frozenset({W.PREDICATE, W.EVIDENTIAL, W.REPORT, W.CHANGE, W.LABEL, W.ADVERB})
_BEFORE_OPENER = frozenset({W.OF, W.IN, W.FOR, W.AT, W.AND, W.POSSESSIVE})
_NO_ENDS = frozenset({W.OF, W.DETERMINER, W.ARTICLE, W.DASH, W.OR}) | _LINKS


def name_start(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> tuple[int, int]:
    """First and last (excluded) token of the name before a verb; appositions between commas are passed over."""
    last = verb
    while last > 0 and _skippable(tokens, last):
        last -= 1
    if last > 0 and tokens[last - 1].reading.cls == W.CLOSE:
        opening = next((k for k in range(last - 2, max(-1, last - 10), -1) if tokens[k].reading.cls == W.OPEN), None)
        last = opening if opening is not None else last
    if last == 0 or tokens[last - 1].reading.cls != W.COMMA:
        return _noun_phrase(tokens, last, lexicon)
    found = verb, verb
    for _ in range(_APPOSITIONS):
        comma = next((k for k in range(last - 2, max(-1, last - 24), -1) if tokens[k].reading.cls == W.COMMA), None)
        if comma is None or not _is_aside(tokens[comma + 1 : last - 1]):
            return found
        found = first, last = _noun_phrase(tokens, comma, lexicon)
        if first == 0 or tokens[first - 1].reading.cls != W.COMMA or first == last:
            return found
        last = first
    return found


def _skippable(tokens: Sequence[Token], last: int) -> bool:
    """Whether the token before `last` stands between a name and its verb: `the ministry on Tuesday said`."""
    before = tokens[last - 1].reading.cls
    if before == W.IN:
        return last < len(tokens) and tokens[last].reading.cls == W.DATE
    return before in _SKIPPED


def _is_aside(tokens: Sequence[Token]) -> bool:
    """Whether words between commas only describe a name: an apposition, or a relative clause."""
    if tokens and tokens[0].reading.cls == W.RELATIVE:
        return True
    return not any(t.lower in SPEAKING or t.reading.cls in (W.BE, W.QUOTE, W.PAST) for t in tokens)


def _noun_phrase(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> tuple[int, int]:
    """The noun phrase that ends before token `last`."""
    first = last
    while first > 0 and last - first < _LONGEST_NAME:
        token = tokens[first - 1]
        cls = token.reading.cls
        if cls == W.PRONOUN:
            return (first - 1, last) if first == last else (first, last)
        linked = cls in _LINKS and first < last and first > 1 and tokens[first - 2].reading.cls in _NAMING
        proper = token.text[:1].isupper() and cls in _PROPER
        if cls not in _NAMING and not linked and not proper and token.lower not in lexicon.source_nouns:
            break
        first -= 1
        if cls in _OPENERS and not (first and tokens[first - 1].reading.cls in _BEFORE_OPENER):
            break
    return _trim_left(tokens, first, last), last


def _trim_left(tokens: Sequence[Token], first: int, last: int) -> int:
    """Drop what cannot begin a name: links, and small words in front of a determiner."""
    while first < last and tokens[first].reading.cls in (W.OF, W.POSSESSIVE, W.DASH, W.AND, W.IN, W.FOR, W.AT, W.OR):
        first += 1
    return first


def name_end(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> int:
    """The end of the name that begins at token `i`."""
    if i < len(tokens) and tokens[i].reading.cls == W.PRONOUN:
        return i + 1
    last = i
    while last < min(len(tokens), i + _LONGEST_NAME) and _goes_on(tokens, i, last, lexicon):
        last += 1
    while last > i and tokens[last - 1].reading.cls in _NO_ENDS:
        last -= 1
    return last


def _goes_on(tokens: Sequence[Token], i: int, last: int, lexicon: Lexicon) -> bool:
    """Whether token `last` goes on with the name that begins at token `i`."""
    token = tokens[last]
    cls = token.reading.cls
    if cls in _NAMING or token.lower in lexicon.source_nouns or (cls in _PROPER and token.text[:1].isupper()):
        return True
    if cls not in _LINKS or last == i or last + 1 >= len(tokens):
        return False
    if tokens[last + 1].reading.cls in (W.NAME, W.DETERMINER):
        return True
    return last + 2 < len(tokens) and cls == W.AND and tokens[last + 2].lower in lexicon.source_nouns


def apposed(tokens: Sequence[Token], first: int, last: int, stop: int) -> tuple[int, int]:
    """The proper name between commas behind a title (`the mayor, Ana Silva, said`), else the name as it stands."""
    if (
        any(t.reading.cls == W.NAME for t in tokens[last - 1 : last])
        or last + 1 >= stop
        or tokens[last].reading.cls != W.COMMA
    ):
        return first, last
    end = last + 1
    while end < stop and tokens[end].reading.cls == W.NAME:
        end += 1
    closed = end == stop or tokens[end].reading.cls in (W.COMMA, W.STOP)
    return (last + 1, end) if end > last + 1 and closed else (first, last)


def can_speak(name: Sequence[Token], strong: bool, lexicon: Lexicon) -> bool:
    """Whether a noun phrase can be a source; with weak verbs, whether it is one that gives figures."""
    words = [t.lower for t in name]
    if any(w in lexicon.source_nouns for w in words):
        return True
    if not strong and len(name) == 1 and not name[0].text.isupper():
        return False
    if len(name) == 1 and name[0].reading.cls == W.PRONOUN:
        return strong and words[0] in ("he", "she", "they", "it")
    if not strong and (place := gazetteer.find(" ".join(t.text for t in name))) is not None and place.kind != "people":
        return False
    if any(t.reading.cls == W.NAME or (t.reading.cls == W.WORD and t.text.isupper()) for t in name):
        return strong or all(t.reading.cls in (W.NAME, W.POSSESSIVE) for t in name)
    return strong and name[-1].reading.cls == W.PERSON
