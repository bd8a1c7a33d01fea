"""Noun phrases that name somebody: where a name begins before a word, and where it ends behind one."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.tokens import Token
from claimtrack.lexicon import organisations
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
_LINKS = frozenset({W.IN, W.FOR, W.AND, W.AT, W.FROM})
_OPENERS = frozenset({W.DETERMINER, W.ARTICLE})
_LONGEST_NAME = 14
_LONGEST_BODY = 9
_WORK = frozenset({W.ACTIVE, W.INTRANSITIVE, W.PREDICATE, W.CHANGE, W.ORDER, W.LEAVE, W.GERUND, W.TALLY, W.PAST})
_BEFORE_WORK = frozenset({W.DETERMINER, W.ARTICLE, W.ADJECTIVE, W.POSSESSIVE, W.AND, W.OF, W.DEMONYM})
_NO_STARTS = frozenset({W.OF, W.POSSESSIVE, W.DASH, W.AND, W.IN, W.FOR, W.AT, W.OR})
_PROPER = frozenset({W.PREDICATE, W.EVIDENTIAL, W.REPORT, W.CHANGE, W.LABEL, W.ADVERB})
_BEFORE_OPENER = frozenset({W.OF, W.IN, W.FOR, W.AT, W.FROM, W.AND, W.POSSESSIVE})
_NO_ENDS = frozenset({W.OF, W.DETERMINER, W.ARTICLE, W.DASH, W.OR}) | _LINKS


def noun_phrase(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> tuple[int, int]:
    """The noun phrase that ends before token `last`."""
    first = last
    while first > 0 and last - first < _LONGEST_NAME:
        token = tokens[first - 1]
        cls = token.reading.cls
        if cls == W.PRONOUN:
            return (first - 1, last) if first == last else (first, last)
        linked = cls in _LINKS and first < last and first > 1 and tokens[first - 2].reading.cls in _NAMING
        proper = token.text[:1].isupper() and (cls in _PROPER or _inside_name(tokens, first - 1))
        numbered = cls in (W.DIGITS, W.LABEL, W.ZERO, W.STOP) and _is_numbered(tokens, first - 1)
        work = first < last and _is_modifier(tokens, first - 1, lexicon)
        if cls == W.DASH and not _is_hyphen(tokens, first - 1):
            break
        naming = cls in _NAMING or token.lower in lexicon.source_nouns or token.lower in lexicon.records
        if not (naming or linked or proper or numbered or work):
            break
        first -= 1
        if cls in _OPENERS and not (first and tokens[first - 1].reading.cls in _BEFORE_OPENER):
            break
    first = _known_start(tokens, _trim_left(tokens, first, last), last)
    if first and first < last and tokens[first - 1].reading.cls == W.CARDINAL and tokens[first].text[:1].islower():
        first -= 1
    return first, last


def _known_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name of a known body begins that ends before token `last`, whatever its words mean elsewhere."""
    words = [t.text for t in tokens[max(0, last - _LONGEST_NAME) : last]]
    if first == last or organisations.ending(words, len(words), least=2) is None:
        return first
    for k in range(max(0, last - _LONGEST_BODY), first):
        if tokens[k].text[:1].isupper() and organisations.named(" ".join(t.text for t in tokens[k:last])) is not None:
            return k
    return first


def _is_modifier(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word that is a verb elsewhere names a body's work: `the rescue service`, `search and rescue agency`."""
    if tokens[i].reading.cls not in _WORK or i == 0 or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    return (before.reading.cls in _BEFORE_WORK or before.text[:1].isupper()) and (
        after.lower in lexicon.source_nouns or after.reading.cls == W.AND
    )


def _inside_name(tokens: Sequence[Token], i: int, *, small: bool = False) -> bool:
    """Whether a word stands between words with capitals: `Doctors Without Borders`, `Fire and Rescue Agency`."""
    if small and not tokens[i].text.islower():
        return False
    if i == 0 or i + 1 >= len(tokens) or tokens[i].text.isupper():
        return False
    around = tokens[i - 1].text[:1], tokens[i + 1].text[:1]
    return all(letter.isupper() for letter in around)


def _is_hyphen(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash joins the words beside it, rather than parting them."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _is_numbered(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` belongs to the number of a body (`Military Detachment No. 3`)."""
    words = [t.lower for t in tokens[max(0, i - 2) : i + 3]]
    return any(words[k : k + 2] in (["no", "."], ["nos", "."]) for k in range(len(words))) or "no." in words


def _trim_left(tokens: Sequence[Token], first: int, last: int) -> int:
    """Drop what cannot begin a name: links, and small words in front of a determiner."""
    while first < last and (
        tokens[first].reading.cls in _NO_STARTS or tokens[first].lower in ("but", "yet", "however")
    ):
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
    known = token.lower in lexicon.source_nouns or token.lower in lexicon.records
    if cls in _NAMING or known or (cls in _PROPER and token.text[:1].isupper()):
        return True
    if last > i and _is_modifier(tokens, last, lexicon):
        return True
    if cls not in _LINKS or last == i or last + 1 >= len(tokens):
        return False
    if tokens[last + 1].reading.cls in (W.NAME, W.DETERMINER) or _inside_name(tokens, last, small=True):
        return True
    return last + 2 < len(tokens) and cls == W.AND and tokens[last + 2].lower in lexicon.source_nouns
