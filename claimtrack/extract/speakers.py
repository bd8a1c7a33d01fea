"""Who can be a source: the name before a verb with all that describes it, offices and the names that bear them."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.naming import name_end, noun_phrase
from claimtrack.extract.tokens import Token
from claimtrack.lexicon import organisations
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_SKIPPED = frozenset({W.ADVERB, W.HAVE, W.DO, W.DATE, W.BEFORE})
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
_APPOSITIONS = 3
_FINITE = frozenset({W.BE, W.QUOTE, W.PAST, W.CHANGE, W.INTRANSITIVE})
_LONGEST_PART, _LONGEST_CLAUSE, _LONGEST_ISSUE = 20, 12, 5
_PART_ENDS = frozenset({W.COMMA, W.QUOTE, W.STOP, W.SEMICOLON, W.COLON})
_DESCRIBING = frozenset({W.ARTICLE, W.DETERMINER, W.RELATIVE, W.DIGITS, W.PRONOUN, W.PERSON, W.AGE, W.DEMONYM})
_BEFORE_SPEAKER = frozenset(
    {W.POSSESSIVE, W.AND, W.OR, W.RELATIVE, W.PREPOSITION, W.QUOTE, W.DATE, W.ADVERB, W.DASH, W.COLON}
)


def name_start(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> tuple[int, int]:
    """First and last (excluded) token of the name before a verb; what describes it between commas is passed over."""
    last = verb
    while last > 0 and _skippable(tokens, last):
        last -= 1
    if last > 0 and tokens[last - 1].reading.cls == W.CLOSE:
        opening = next((k for k in range(last - 2, max(-1, last - 10), -1) if tokens[k].reading.cls == W.OPEN), None)
        last = opening if opening is not None else last
    if last == 0 or tokens[last - 1].reading.cls != W.COMMA:
        first, last = noun_phrase(tokens, last, lexicon)
        return _before_clause(tokens, first, last, lexicon)
    parts = _parts(tokens, last - 1, lexicon)
    for n in range(len(parts) - 1, 0, -1):
        begin, end = parts[n]
        first, last = noun_phrase(tokens, end, lexicon)
        if first == last or not all(_describes(tokens, *part, lexicon) for part in parts[:n]):
            continue
        whole = first <= begin or tokens[first - 1].reading.cls in _BEFORE_SPEAKER
        if whole and _nameable(tokens, first, last, lexicon):
            return first, last
    begin, end = parts[0]
    name = tokens[begin + (tokens[begin].reading.cls == W.DETERMINER) : end]
    person = len(name) > 1 and all(_is_named(t) for t in name) and begin > 0
    return (begin, end) if person and tokens[begin - 1].reading.cls == W.COMMA else (verb, verb)


def _parts(tokens: Sequence[Token], comma: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The stretches between commas that end at `comma`, from right to left, as far as they only describe."""
    parts: list[tuple[int, int]] = []
    end = comma
    for _ in range(_APPOSITIONS + 1):
        begin = end
        while begin > 0 and tokens[begin - 1].reading.cls not in _PART_ENDS and end - begin < _LONGEST_PART:
            begin -= 1
        parts.append((begin, end))
        if begin == 0 or tokens[begin - 1].reading.cls != W.COMMA or not _is_aside(tokens[begin:end], lexicon):
            break
        end = begin - 1
    return parts


def _describes(tokens: Sequence[Token], begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch between commas describes the name before it: its age, office, home or a relative clause."""
    if begin == end or not _is_aside(tokens[begin:end], lexicon):
        return False
    first = tokens[begin]
    if first.reading.cls in _DESCRIBING or first.lower in lexicon.source_nouns or first.text[:1].islower():
        return True
    return all(t.text[:1].isupper() for t in tokens[begin:end])


def _nameable(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase names somebody who can be described: no place and no date before the speaker."""
    if first and tokens[first - 1].reading.cls in (W.IN, W.OF, W.FROM, W.AT):
        return False
    named = tokens[first:last]
    if len(named) == 1 and not named[0].text[:1].isupper() and named[0].lower not in lexicon.source_nouns:
        return False
    return can_speak(named, True, lexicon)


def _before_clause(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """The noun phrase before a clause without commas (`the company that runs the mine said`), else the one given."""
    opened = first if first < last and can_speak(tokens[first:last], True, lexicon) else last
    for k in range(opened - 1, max(0, opened - _LONGEST_CLAUSE), -1):
        token = tokens[k]
        if token.reading.cls in _PART_ENDS or token.lower in SPEAKING:
            return first, last
        relative = token.lower in ("that", "who", "which", "where")
        if relative and tokens[k - 1].lower in lexicon.report:
            return first, last
        if relative or token.lower in lexicon.sets["sources.described"]:
            start, end = noun_phrase(tokens, k, lexicon)
            known = any(t.lower in lexicon.source_nouns or t.reading.cls == W.PERSON for t in tokens[start:end])
            if known:
                return start, end
    return first, last


def _skippable(tokens: Sequence[Token], last: int) -> bool:
    """Whether the token before `last` stands between a name and its verb: `the ministry on Tuesday said`."""
    before = tokens[last - 1].reading.cls
    if before in (W.IN, W.OF, W.FOR, W.FROM):
        return last < len(tokens) and tokens[last].reading.cls == W.DATE
    return before in _SKIPPED or tokens[last - 1].lower in ("earlier", "previously", "initially", "separately")


def _is_aside(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words between commas only describe a name: an apposition, a relative clause, a participle."""
    if tokens and (tokens[0].reading.cls == W.RELATIVE or tokens[0].lower in lexicon.sets["sources.described"]):
        return True
    return not any(t.lower in SPEAKING or t.reading.cls in _FINITE for t in tokens)


def apposed(tokens: Sequence[Token], first: int, last: int, stop: int, lexicon: Lexicon) -> tuple[int, int]:
    """The person's name between commas behind an office (`the mayor, Ana Silva, said`), else the name as it stands."""
    if last + 1 >= stop or tokens[last].reading.cls != W.COMMA:
        return first, last
    office = any(t.text[:1].islower() and (t.lower in lexicon.source_nouns) for t in tokens[first:last])
    if tokens[last - 1].reading.cls == W.NAME and not office:
        return first, last
    end = last + 1
    while end < stop and _in_name(tokens, last + 1, end):
        end += 1
    name = " ".join(t.text for t in tokens[last + 1 : end])
    closed = end == stop or tokens[end].reading.cls in (W.COMMA, W.STOP, W.QUOTE)
    person = end > last + 1 and gazetteer.find(name) is None
    return (last + 1, end) if person and closed else (first, last)


def _in_name(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether token `i` goes on with a name that begins at token `first`, by its own kind or by its capital."""
    token = tokens[i]
    if _is_named(token) and token.reading.cls != W.WORD:
        return True
    return i > first and token.text[:1].isupper() and not token.text.isupper() and token.reading.cls != W.DATE


def issuer(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Whose record it is, where the phrase names one (`data compiled by the institute`), else the phrase as it is."""
    if not any(t.lower in lexicon.records for t in tokens[first:last]):
        return first, last
    for k in range(first + 1, min(len(tokens), last + _LONGEST_ISSUE)):
        token = tokens[k]
        if token.reading.cls in (W.BY, W.FROM, W.SAID_BY):
            end = name_end(tokens, k + 1, lexicon)
            if end > k + 1 and can_speak(tokens[k + 1 : end], True, lexicon):
                return k + 1, end
            return first, last
        if k >= last and (token.reading.cls in _PART_ENDS or token.reading.cls in (W.RELATIVE, W.AND)):
            return first, last
    return first, last


def can_speak(name: Sequence[Token], strong: bool, lexicon: Lexicon) -> bool:
    """Whether a noun phrase can be a source; with weak verbs, whether it is one that gives figures."""
    words = [t.lower for t in name]
    if any(w in lexicon.source_nouns or (w in lexicon.records and len(words) > 1) for w in words):
        return True
    if lexicon.names and lexicon.names.source(" ".join(t.text for t in name)):
        return True
    if organisations.ending([t.text for t in name], len(name)) is not None:
        return True
    if not strong and len(name) == 1 and not name[0].text.isupper():
        return False
    if len(name) == 1 and name[0].reading.cls == W.PRONOUN:
        return strong and words[0] in ("he", "she", "they", "it")
    if not strong and (place := gazetteer.find(" ".join(t.text for t in name))) is not None and place.kind != "people":
        return False
    if any(_is_named(t) for t in name):
        return strong or all(t.reading.cls in (W.NAME, W.POSSESSIVE) for t in name)
    return strong and name[-1].reading.cls == W.PERSON


def _is_named(token: Token) -> bool:
    """Whether a word can only be a name's: one with a capital that is no word, or all in capitals."""
    if token.reading.cls == W.ADJECTIVE:
        return "-" in token.text and token.text[:1].isupper()
    return token.reading.cls == W.NAME or (token.reading.cls == W.WORD and token.text.isupper())
