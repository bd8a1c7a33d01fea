"""Who says it: the sources that a sentence names, and the stretch of text each one answers for.

`the ministry said …`, `…, police said`, `according to …`, `said the mayor`, `Anadolu quoted the ministry as
saying`, an embedded post with its author. A chain of relays gives its first origin; the others are `via`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.extract.labels import labels
from claimtrack.extract.saying import gives_figure, is_verb, own_voice
from claimtrack.extract.speakers import SPEAKING, apposed, can_speak, issuer, name_end, name_start
from claimtrack.extract.tokens import NUMERIC, Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_CLOSING = frozenset({W.COMMA, W.STOP, W.DATE, W.IN, W.AT, W.PREPOSITION, W.FOR, W.QUOTE, W.SEMICOLON})
_ABOUT, _FEW = 8, 4
_TELLING = frozenset({W.RELATIVE, W.BE, W.HAVE, W.PAST, W.INTRANSITIVE, W.PRONOUN, W.MODAL})
_UNTELLING = frozenset({W.DETERMINER, W.ARTICLE, W.ADJECTIVE, W.ADVERB, W.CARDINAL})
_OPENINGS = frozenset({W.SEMICOLON, W.QUOTE, W.DASH, W.COLON})
_TURNING = SPEAKING - {"told", "claimed"}
_BEFORE_INVERTED = frozenset({W.COMMA, W.QUOTE, W.STOP, W.DATE})
_POST = re.compile(r"[—–-]\s*(?P<name>[^\n—(@\s][^\n—(@]{1,59}?)\s*\(@\w+\)\s*(?P<date>\w{3,9}\.?\s+\d{1,2},\s+\d{4})?")


class Source(NamedTuple):
    """A source that a sentence names: the mention's span, and the span of text that it answers for.

    `pronoun` mentions (`he said`, `the group said`) stand for an earlier source, where there is one. `kind` is assert,
    deny or forecast. A `leading` source stands before what it says, and may go on answering for what follows.
    `via` are relays named in one phrase with it; a `cited` source is the origin of what another one says.
    `full` is a fuller mention of the same person, where the text has one (`Ana Silva` for `Silva`).
    Of several, one of lower `rank` goes first: `reported by` and figures of nobody give way to who is said to speak.
    `about` is the stretch that names and describes it (`Ana Silva, the mayor of Keld,`).
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
    cited: bool = False
    about: str = ""
    rank: int = 0
    full: str = ""


def sources(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Source]:
    """The sources that a sentence names, in order."""
    found: list[Source] = []
    for i, token in enumerate(tokens):
        cls = token.reading.cls
        if cls == W.ACCORDING or cls == W.SAID_BY:
            source = _after(text, tokens, i, lexicon)
            if source is not None and cls == W.SAID_BY:
                source = source._replace(rank=1)
        elif cls == W.CITING:
            source = _citing(text, tokens, i, lexicon)
        elif token.lower in lexicon.report and is_verb(tokens, i, lexicon):
            source = _speaker(text, tokens, i, lexicon)
        elif token.lower in lexicon.records:
            source = _owner(text, tokens, i, lexicon)
        else:
            continue
        if source is not None:
            found.append(source)
    return sorted([*found, *_labels(text, tokens, lexicon)], key=_start)


def _start(source: Source) -> int:
    """Where a source is named."""
    return source.start


def _labels(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Source]:
    """The sources that a sentence names without a verb."""
    found = []
    for label in labels(tokens, lexicon):
        begin, end = tokens[label.begin].start, tokens[-1].end
        source = _named(text, tokens, label.first, label.last, begin, end, "assert", lexicon)
        if source is not None:
            found.append(source._replace(leading=label.first == 0, pronoun=False))
    return found


def posts(text: str, start: int, end: int) -> list[tuple[int, int, str, str | None]]:
    """Embedded posts that end in `text[start:end]`: span of the signature, author, date."""
    return [(m.start(), m.end(), m["name"].strip(), m["date"]) for m in _POST.finditer(text, start, end)]


def _after(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`according to NAME`: the name behind the phrase; it answers for the whole sentence."""
    first = i + 1
    while first < len(tokens) - 1 and tokens[first].reading.cls in (W.ADVERB, W.REPORT):
        first += 1
    last = name_end(tokens, first, lexicon)
    if last <= first or tokens[first].reading.cls == W.PRONOUN:
        return None
    about = _described(text, tokens, first, last)
    first, last = apposed(tokens, *issuer(tokens, first, last, lexicon), len(tokens), lexicon)
    opening = i - 1 if i and tokens[i - 1].reading.cls == W.ACCORDING else i
    leading = opening == 0 or tokens[opening - 1].reading.cls in _OPENINGS
    source = _named(text, tokens, first, last, tokens[0].start, tokens[-1].end, "assert", lexicon)
    return source._replace(leading=leading, about=about) if source else None


def _described(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """A name and the words behind it that may describe its bearer."""
    end = min(len(tokens), last + _ABOUT)
    stop = next((k for k in range(last, end) if tokens[k].reading.cls in (W.QUOTE, W.STOP)), end)
    return text[tokens[first].start : tokens[max(last, stop) - 1].end]


def _citing(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`Anadolu quoted the ministry as saying`, `…, citing the ministry`: the origin, via who relays it."""
    scope = tokens[0].start, tokens[-1].end
    if i and tokens[i - 1].reading.cls == W.BE:
        return _cited(text, tokens, i, lexicon)
    last = name_end(tokens, i + 1, lexicon)
    if last <= i + 1 or tokens[i + 1].reading.cls == W.PRONOUN:
        return None
    first, stop = name_start(tokens, i, lexicon)
    participle = tokens[i].lower in ("citing", "quoting")
    via = (_mention(text, tokens, first, stop),) if first < stop and not participle else ()
    about = _described(text, tokens, i + 1, last)
    named, last = apposed(tokens, *issuer(tokens, i + 1, last, lexicon), len(tokens), lexicon)
    if via and not _closes(tokens, last):
        scope = tokens[first].start, scope[1]
    source = _named(text, tokens, named, last, *scope, "assert", lexicon)
    return source._replace(via=via, cited=True, about=about) if source else None


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing is said behind token `i` but `as saying`, up to the next comma or the sentence's end."""
    saying = i + 2 < len(tokens) and tokens[i].reading.cls == W.COMMA and tokens[i + 1].lower == "as"
    for token in tokens[i + 1 if saying else i :]:
        if token.reading.cls in (W.COMMA, W.STOP):
            return True
        if token.reading.cls not in _CLOSING and token.lower not in ("as", "saying"):
            return False
    return True


def _cited(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`the governor was quoted by state media as saying`: the subject, via who quotes it."""
    saying = next((k for k in range(i + 1, min(len(tokens), i + 14)) if tokens[k].lower in ("saying", "telling")), None)
    first, last = name_start(tokens, i - 1, lexicon)
    if saying is None or first == last:
        return None
    first, last = apposed(tokens, first, last, i - 1, lexicon)
    by = next((k for k in range(i + 1, min(len(tokens), saying + 2)) if tokens[k].reading.cls == W.BY), None)
    end = name_end(tokens, by + 1, lexicon) if by is not None else 0
    via = (_mention(text, tokens, by + 1, end),) if by is not None and end > by + 1 else ()
    source = _named(text, tokens, first, last, tokens[0].start, tokens[-1].end, "assert", lexicon)
    return source._replace(via=via, cited=True, leading=True) if source else None


def _mention(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of some tokens, as a mention."""
    return _clean(text[tokens[first].start : tokens[last - 1].end])


def _speaker(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """The subject of a verb of saying, before it or, inverted, behind it."""
    verb = tokens[i]
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    subject = _goes_on_to(tokens, i)
    if verb.lower.endswith("ing") or following == "responsibility" or (subject == i and _passive(tokens, i)):
        return None
    recorded = i > 0 and tokens[i - 1].lower in lexicon.records
    if verb.lower in lexicon.that_report and following != "that" and not recorded:
        return None
    kind = lexicon.report[verb.lower]
    strong = verb.lower in lexicon.strong_report
    if not strong and not gives_figure(tokens, i, lexicon):
        return None
    if _is_inverted(tokens, i, lexicon):
        return _inverted(text, tokens, i, lexicon)
    first, last = name_start(tokens, subject, lexicon)
    if not strong and not _is_there(tokens[first:last], verb.lower, lexicon):
        return None
    if verb.lower in lexicon.ordering and any(t.lower in SPEAKING for t in tokens[:i]):
        return None
    if first < last and can_speak(tokens[first:last], strong, lexicon):
        scope = _scope(tokens, first, i)
        leading = scope[0] == tokens[first].start
        described = next((k for k in range(first, i) if tokens[k].reading.cls == W.CITING), i)
        about = text[tokens[first].start : tokens[described].start]
        about += " ".join(t.lower for t in tokens[i + 1 : i + 1 + _ABOUT] if t.lower in lexicon.records)
        first, last = apposed(tokens, first, last, i, lexicon)
        stop = own_voice(tokens, i, lexicon, strong=strong)
        if leading and stop is not None:
            scope = scope[0], tokens[stop].start
        source = _named(text, tokens, first, last, *scope, kind, lexicon)
        if source is not None:
            return source._replace(leading=leading, about=about)
    if strong and i and verb.lower in _TURNING and tokens[i - 1].reading.cls in _BEFORE_INVERTED:
        return _inverted(text, tokens, i, lexicon)
    return None


def _is_inverted(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a name stands behind a verb, up to a mark: `…, said the mayor, Ana Silva.`."""
    if not i or tokens[i].lower not in _TURNING or tokens[i - 1].reading.cls not in (W.COMMA, W.QUOTE):
        return False
    last = name_end(tokens, i + 1, lexicon)
    closed = last == len(tokens) or tokens[last].reading.cls in (W.COMMA, W.STOP, W.QUOTE)
    return last > i + 1 and closed and can_speak(tokens[i + 1 : last], True, lexicon)


def _inverted(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """The subject behind its verb of saying; it answers for the whole sentence."""
    last = name_end(tokens, i + 1, lexicon)
    if last <= i + 1 or not can_speak(tokens[i + 1 : last], True, lexicon):
        return None
    about = _described(text, tokens, i + 1, last)
    first, last = apposed(tokens, i + 1, last, min(len(tokens), last + 12), lexicon)
    kind = lexicon.report[tokens[i].lower]
    source = _named(text, tokens, first, last, tokens[0].start, tokens[-1].end, kind, lexicon)
    return source._replace(about=about) if source else None


def _is_there(name: Sequence[Token], verb: str, lexicon: Lexicon) -> bool:
    """Whether a verb of first hand has a subject that is there: a hospital takes in, a witness or reporter sees."""
    kinds = {lexicon.source_nouns.get(t.lower) for t in name}
    if verb in lexicon.hospital_report:
        return "hospital" in kinds
    return verb not in lexicon.seeing_report or not kinds.isdisjoint(("media", "witness"))


def _owner(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`the governor's figure`, `another office's tally`: whose record it is; it answers for what follows."""
    k = i
    while k > 0 and tokens[k - 1].reading.cls in (W.ADJECTIVE, W.WORD, W.COUNTED) and i - k < 3:
        k -= 1
    if k == 0 or tokens[k - 1].reading.cls != W.POSSESSIVE:
        return None
    first, last = name_start(tokens, k - 1, lexicon)
    if first == last or not can_speak(tokens[first:last], False, lexicon):
        return None
    whole = first > 0 and tokens[first - 1].reading.cls == W.BY
    start = tokens[0].start if whole else tokens[first].start
    return _named(text, tokens, first, last, start, tokens[-1].end, "assert", lexicon)


def _goes_on_to(tokens: Sequence[Token], i: int) -> int:
    """The verb that has the subject: in `the announcer went on to say` that is `went`, else the verb itself."""
    words = [t.lower for t in tokens[max(0, i - 3) : i]]
    if words[-2:] == ["on", "to"] and words[0] in ("go", "goes", "went", "going"):
        return i - 3
    return i - 2 if words[-1:] == ["to"] and words[-2:-1] in (["continued"], ["continues"]) else i


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
    before = tokens[first - 1].reading.cls if first else None
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    closed = following is None or following.reading.cls in _CLOSING or len(rest) <= _FEW
    told = tokens[verb].lower == "told" and _only_names(tokens, verb + 1)
    if before == W.QUOTE or (before in (W.COMMA, W.DASH, W.STOP) and (closed or told)):
        return tokens[0].start, tokens[-1].end
    return tokens[first].start, tokens[-1].end


def _only_names(tokens: Sequence[Token], i: int) -> bool:
    """Whether only who is told stands behind a verb (`told the Norda news agency.`), up to a comma or the end."""
    for token in tokens[i:]:
        if token.reading.cls in (W.COMMA, W.STOP, W.QUOTE):
            return True
        if token.reading.cls in NUMERIC or token.reading.cls in _TELLING:
            return False
    return True


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
    if last + 2 < len(tokens) and tokens[last].reading.cls == W.OPEN and tokens[last + 2].reading.cls == W.CLOSE:
        end = tokens[last + 2].end if tokens[last + 1].text.isupper() else end
    mention = _clean(text[start:end])
    if not mention:
        return None
    words = [t.lower for t in tokens[first:last] if t.reading.cls != W.ADJECTIVE and t.lower != "same"]
    pronoun = tokens[first].reading.cls == W.PRONOUN or (
        len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in lexicon.anaphors
    )
    relay = any(lexicon.source_nouns.get(t.lower) == "media" for t in tokens[first:last])
    if lexicon.names and (known := lexicon.names.source(mention)) and known.kind is not None:
        relay = known.kind == "media"
    owned = any(t.lower not in lexicon.records and t.reading.cls not in _UNTELLING for t in tokens[first:last])
    return Source(mention, start, end, scope_start, scope_end, kind, pronoun, relay, rank=0 if owned else 1)


def _clean(mention: str) -> str:
    """A mention on one line, without the marks around it."""
    return re.sub(r"\s+", " ", mention).strip(" ,.;:“”\"'’‘-–—")


def choose(found: Sequence[Source], position: int) -> Source | None:
    """The source that answers for the figure at `position`: the nearest whose scope holds it, relays last."""
    found = _parted(found)
    holding = [s for s in found if s.scope_start <= position < s.scope_end and not s.start <= position < s.end]
    if not holding:
        return None
    cited = [s for s in holding if s.cited and not s.rank]
    nearest = min(
        cited or holding,
        key=lambda s: (s.relay and len(holding) > 1, s.rank, abs(position - (s.end if s.end <= position else s.start))),
    )
    others = tuple(
        s.mention
        for s in holding
        if s is not nearest and (s.relay or nearest.cited) and not s.pronoun and s.mention not in nearest.via
    )
    return nearest._replace(via=(*nearest.via, *others)) if others else nearest


def _parted(found: Sequence[Source]) -> list[Source]:
    """The sources with the sentence parted among those that close what stands before them.

    `12 died, according to the army, and 40, according to the rebels`: each answers for what the one before left.
    """
    parted: list[Source] = []
    end = 0
    for source in found:
        closing = not (source.leading or source.relay or source.cited or source.via)
        closing = closing and source.scope_start < source.start
        parted.append(
            source._replace(scope_start=max(source.scope_start, end)) if closing and not source.rank else source
        )
        if closing and not source.rank:
            end = source.end
    return parted
