"""Who says it: the sources that a sentence names, and the stretch of text each one answers for.

`the ministry said …`, `…, police said`, `according to …`, `said the mayor`, `Anadolu quoted the ministry as
saying`, an embedded post with its author. A chain of relays gives its first origin; the others are `via`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

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
_SPEAKING = frozenset(
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
_POST = re.compile(r"[—–-]\s*(?P<name>[^\n—(@]{2,60}?)\s*\(@\w+\)\s*(?P<date>\w{3,9}\.?\s+\d{1,2},\s+\d{4})?")
_LONGEST_NAME = 14


class Source(NamedTuple):
    """A source that a sentence names: the mention's span, and the span of text that it answers for.

    `pronoun` mentions (`he said`, `the group said`) stand for an earlier source, where there is one. `kind` is assert,
    deny or forecast. A `leading` source stands before what it says, and may go on answering for what follows.
    `via` are relays named in one phrase with it.
    """

    mention: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    kind: str
    pronoun: bool = False
    relay: bool = False
    leading: bool = False
    via: tuple[str, ...] = ()


def sources(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Source]:
    """The sources that a sentence names, in order."""
    found: list[Source] = []
    for i, token in enumerate(tokens):
        cls = token.reading.cls
        if cls == W.ACCORDING or cls == W.SAID_BY:
            source = _after(text, tokens, i, lexicon)
        elif cls == W.CITING:
            source = _citing(text, tokens, i, lexicon)
        elif token.lower in lexicon.report and (
            token.reading.cls != W.TALLY or tokens[i - 1].reading.cls != W.POSSESSIVE
        ):
            source = _speaker(text, tokens, i, lexicon)
        elif token.lower in lexicon.records:
            source = _owner(text, tokens, i, lexicon)
        else:
            continue
        if source is not None:
            found.append(source)
    return found


def posts(text: str, start: int, end: int) -> list[tuple[int, int, str, str | None]]:
    """Embedded posts that end in `text[start:end]`: span of the signature, author, date."""
    return [(m.start(), m.end(), m["name"].strip(), m["date"]) for m in _POST.finditer(text, start, end)]


def _after(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`according to NAME`: the name behind the phrase; it answers for the whole sentence."""
    last = _name_end(tokens, i + 1)
    if last <= i + 1:
        return None
    first = i + 1
    if tokens[first].reading.cls == W.PRONOUN:
        return None
    leading = i == 0 or tokens[i].text[:1].isupper()
    source = _named(text, tokens, first, last, tokens[0].start, tokens[-1].end, "assert", lexicon)
    return source._replace(leading=leading) if source else None


def _citing(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`Anadolu quoted the ministry as saying`, `…, citing the ministry`: the origin, via who relays it."""
    token = tokens[i]
    last = _name_end(tokens, i + 1)
    if last <= i + 1 or tokens[i + 1].reading.cls == W.PRONOUN:
        return None
    if token.lower in ("quoted", "cited") and i and tokens[i - 1].reading.cls == W.BE:
        return None
    first, stop = _name_start(tokens, i, lexicon)
    via = (
        (_clean(text[tokens[first].start : tokens[stop - 1].end]),)
        if first < stop and token.lower not in ("citing", "quoting")
        else ()
    )
    source = _named(text, tokens, i + 1, last, tokens[0].start, tokens[-1].end, "assert", lexicon)
    return source._replace(via=via) if source else None


def _speaker(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """The subject of a verb of saying, before it or, inverted, behind it."""
    verb = tokens[i]
    if verb.lower.endswith("ing") or _passive(tokens, i):
        return None
    kind = lexicon.report[verb.lower]
    strong = verb.lower in lexicon.strong_report
    first, last = _name_start(tokens, i, lexicon)
    if verb.lower in lexicon.hospital_report and not any(
        lexicon.source_nouns.get(t.lower) == "hospital" for t in tokens[first:last]
    ):
        return None
    if first < last and _can_speak(tokens[first:last], strong, lexicon):
        scope = _scope(tokens, first, i)
        leading = scope[0] == tokens[first].start
        first, last = _apposed(tokens, first, last, i)
        if not strong:
            scope = _own_voice(tokens, i, scope)
        source = _named(text, tokens, first, last, *scope, kind, lexicon)
        if source is not None:
            return source._replace(leading=leading)
    if (
        strong
        and i
        and verb.lower in _SPEAKING
        and verb.lower not in ("told", "claimed")
        and tokens[i - 1].reading.cls in (W.COMMA, W.QUOTE, W.STOP, W.DATE)
    ):
        last = _name_end(tokens, i + 1)
        if last > i + 1 and _can_speak(tokens[i + 1 : last], strong, lexicon):
            first, last = _apposed(tokens, i + 1, last, min(len(tokens), last + 12))
            return _named(text, tokens, first, last, tokens[0].start, tokens[-1].end, kind, lexicon)
    return None


def _apposed(tokens: Sequence[Token], first: int, last: int, stop: int) -> tuple[int, int]:
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


def _owner(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`the governor's figure`, `another office's tally`: whose record it is; it answers for what follows."""
    k = i
    while k > 0 and tokens[k - 1].reading.cls in (W.ADJECTIVE, W.WORD, W.COUNTED) and i - k < 3:
        k -= 1
    if k == 0 or tokens[k - 1].reading.cls != W.POSSESSIVE:
        return None
    first, last = _name_start(tokens, k - 1, lexicon)
    if first == last or not _can_speak(tokens[first:last], False, lexicon):
        return None
    return _named(text, tokens, first, last, tokens[first].start, tokens[-1].end, "assert", lexicon)


def _passive(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of saying is passive or a participle (`was reported`, `to say`)."""
    for back in range(i - 1, max(-1, i - 4), -1):
        cls = tokens[back].reading.cls
        if cls in (W.BE, W.TO, W.GET):
            return True
        if cls not in (W.ADVERB, W.NOT):
            return False
    return False


def _scope(tokens: Sequence[Token], first: int, verb: int) -> tuple[int, int]:
    """What a speaker answers for: what follows the verb, or, at a sentence's end, what stands before."""
    rest = [t for t in tokens[verb + 1 :] if t.reading.cls not in (W.DATE, W.STOP, W.QUOTE, W.ADVERB)]
    behind_comma = first > 0 and tokens[first - 1].reading.cls in (W.COMMA, W.QUOTE, W.DASH, W.STOP)
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    closed = following is None or following.reading.cls in (W.COMMA, W.STOP, W.DATE, W.IN, W.QUOTE, W.SEMICOLON)
    if behind_comma and (
        closed or len(rest) <= 4 or not any(t.reading.cls == W.RELATIVE for t in tokens[verb + 1 : verb + 3])
    ):
        if closed or len(rest) <= 4:
            return tokens[0].start, tokens[-1].end
        return tokens[first].start, tokens[-1].end
    return tokens[first].start, tokens[-1].end


def _own_voice(tokens: Sequence[Token], verb: int, scope: tuple[int, int]) -> tuple[int, int]:
    """A scope that ends where a relative clause goes on in the article's own voice (`…, which lifts the count to`)."""
    for k in range(verb + 1, len(tokens) - 1):
        if tokens[k].reading.cls == W.COMMA and tokens[k + 1].reading.cls == W.RELATIVE:
            return scope[0], tokens[k].start
    return scope


def _name_end(tokens: Sequence[Token], i: int) -> int:
    """The end of the name that begins at token `i`."""
    stop = min(len(tokens), i + _LONGEST_NAME)
    last = i
    while last < stop:
        cls = tokens[last].reading.cls
        if cls in _NAMING or tokens[last].lower in ("head", "state", "general") or (cls == W.PRONOUN and last == i):
            last += 1
            if cls == W.PRONOUN:
                break
        elif (
            cls in _LINKS
            and last > i
            and last + 1 < stop
            and tokens[last + 1].reading.cls in (W.NAME, W.DETERMINER)
            and tokens[last].lower in ("in", "for", "and", "&", "at", "on")
        ) or (cls in (W.PREDICATE, W.EVIDENTIAL, W.REPORT, W.CHANGE, W.LABEL) and tokens[last].text[:1].isupper()):
            last += 1
        else:
            break
    while last > i and tokens[last - 1].reading.cls in (W.OF, W.DETERMINER, W.ARTICLE, W.DASH, W.OR, *_LINKS):
        last -= 1
    return last


def _name_start(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> tuple[int, int]:
    """First and last (excluded) token of the name before a verb; an apposition between commas is passed over."""
    last = verb
    while (
        last > 0
        and tokens[last - 1].reading.cls in _SKIPPED | {W.IN}
        and (tokens[last - 1].reading.cls != W.IN or tokens[last].reading.cls == W.DATE)
    ):
        last -= 1
    if last > 0 and tokens[last - 1].reading.cls == W.CLOSE:
        opening = next((k for k in range(last - 2, max(-1, last - 10), -1) if tokens[k].reading.cls == W.OPEN), None)
        last = opening if opening is not None else last
    if last > 0 and tokens[last - 1].reading.cls == W.COMMA:
        comma = next((k for k in range(last - 2, max(-1, last - 24), -1) if tokens[k].reading.cls == W.COMMA), None)
        if comma is None or any(
            t.lower in _SPEAKING or t.reading.cls in (W.BE, W.QUOTE, W.PAST) for t in tokens[comma + 1 : last - 1]
        ):
            return verb, verb
        last = comma
    first = last
    while first > 0 and last - first < _LONGEST_NAME:
        token = tokens[first - 1]
        cls = token.reading.cls
        if cls == W.PRONOUN:
            return (first - 1, last) if first == last else (first, last)
        linked = (
            cls in _LINKS
            and first < last
            and token.lower in ("in", "for", "and", "&", "at", "on")
            and first > 1
            and tokens[first - 2].reading.cls in _NAMING
        )
        proper = (
            token.text[:1].isupper() and cls in (W.PREDICATE, W.EVIDENTIAL, W.REPORT, W.CHANGE, W.LABEL, W.ADVERB)
        ) or token.lower in lexicon.source_nouns
        if cls not in _NAMING and not linked and not proper:
            break
        first -= 1
        if cls in _OPENERS and not (
            first and tokens[first - 1].reading.cls in (W.OF, W.IN, W.FOR, W.AT, W.AND, W.POSSESSIVE)
        ):
            break
    return _trim_left(tokens, first, last), last


def _trim_left(tokens: Sequence[Token], first: int, last: int) -> int:
    """Drop what cannot begin a name: links, and small words in front of a determiner."""
    while first < last and tokens[first].reading.cls in (W.OF, W.POSSESSIVE, W.DASH, W.AND, W.IN, W.FOR, W.AT, W.OR):
        first += 1
    return first


def _can_speak(name: Sequence[Token], strong: bool, lexicon: Lexicon) -> bool:
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
    if any(t.reading.cls == W.NAME for t in name):
        return strong or all(t.reading.cls in (W.NAME, W.POSSESSIVE) for t in name)
    return strong and name[-1].reading.cls == W.PERSON


def _named(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    scope_start: int,
    scope_end: int,
    kind: str,
    lexicon: Lexicon,
) -> Source | None:
    """The source whose name is these tokens."""
    start, end = tokens[first].start, tokens[last - 1].end
    mention = _clean(text[start:end])
    if not mention:
        return None
    words = [t.lower for t in tokens[first:last] if t.reading.cls != W.ADJECTIVE]
    pronoun = tokens[first].reading.cls == W.PRONOUN or (
        len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in lexicon.anaphors
    )
    relay = any(lexicon.source_nouns.get(t.lower) == "media" for t in tokens[first:last])
    return Source(mention, start, end, scope_start, scope_end, kind, pronoun, relay)


def _clean(mention: str) -> str:
    """A mention on one line, without the marks around it."""
    return re.sub(r"\s+", " ", mention).strip(" ,.;:“”\"'’‘-–—")


def canonical(mention: str) -> str:
    """A plain form of a source's name: no article in front, no possessive inside."""
    name = re.sub(r"^(?:the|a|an|its|his|her|their)\s+", "", mention, flags=re.IGNORECASE)
    name = re.sub(r"[’']s\b", "", name)
    return name[:1].upper() + name[1:]


def choose(found: Sequence[Source], position: int) -> Source | None:
    """The source that answers for the figure at `position`: the nearest whose scope holds it, relays last."""
    holding = [s for s in found if s.scope_start <= position < s.scope_end and not s.start <= position < s.end]
    if not holding:
        return None
    nearest = min(
        holding, key=lambda s: (s.relay and len(holding) > 1, abs(position - (s.end if s.end <= position else s.start)))
    )
    others = tuple(s.mention for s in holding if s is not nearest and s.relay and not s.pronoun)
    return nearest._replace(via=(*nearest.via, *others)) if others else nearest
