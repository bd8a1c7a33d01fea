"""Sources that are the subject of a verb of saying, before it or behind it, and how far they answer."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.naming import name_end
from claimtrack.extract.saying import gives_figure, own_voice
from claimtrack.extract.source import Source, described, mentioned
from claimtrack.extract.speakers import SPEAKING, apposed, can_speak, name_start
from claimtrack.extract.tokens import NUMERIC, Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_CLOSING = frozenset({W.COMMA, W.STOP, W.DATE, W.IN, W.AT, W.PREPOSITION, W.FOR, W.QUOTE, W.SEMICOLON})
_ABOUT, _FEW = 8, 4
_TELLING = frozenset({W.RELATIVE, W.BE, W.HAVE, W.PAST, W.INTRANSITIVE, W.PRONOUN, W.MODAL})
_TURNING = SPEAKING - {"told", "claimed"}
_PARTICIPLES = frozenset({"saying", "adding", "claiming", "stating", "noting", "reporting", "estimating", "warning"})
_VERBS = frozenset({W.CHANGE, W.PAST, W.BE, W.ACTIVE, W.INTRANSITIVE, W.MODAL, W.DO, W.EVIDENTIAL, W.REPORT, W.LEAVE})
_SAYING = frozenset({"said", "says", "told", "tells"})
_BEFORE_INVERTED = frozenset({W.COMMA, W.QUOTE, W.STOP, W.DATE})


def speaker(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """The subject of a verb of saying, before it or, inverted, behind it."""
    verb = tokens[i]
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    subject = _goes_on_to(tokens, i)
    if verb.lower in _PARTICIPLES and i and tokens[i - 1].reading.cls == W.COMMA:
        return _participle(text, tokens, i, lexicon)
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
    if first < last and (
        can_speak(tokens[first:last], strong, lexicon) or _is_anybody(tokens, first, last, verb.lower)
    ):
        scope = _scope(tokens, first, i)
        leading = scope[0] == tokens[first].start
        cut = next((k for k in range(first, i) if tokens[k].reading.cls == W.CITING), i)
        about = text[tokens[first].start : tokens[cut].start]
        about += " ".join(t.lower for t in tokens[i + 1 : i + 1 + _ABOUT] if t.lower in lexicon.records)
        first, last = apposed(tokens, first, last, i, lexicon)
        stop = own_voice(tokens, i, lexicon, strong=strong)
        if leading and stop is not None:
            scope = scope[0], tokens[stop].start
        source = mentioned(text, tokens, first, last, *scope, kind, lexicon)
        if source is not None:
            acts = 2 if verb.lower in lexicon.ordering else int(verb.lower in lexicon.hospital_report)
            rank = max(source.rank, acts)
            return source._replace(leading=leading, about=about, rank=rank)
    if strong and i and verb.lower in _TURNING and tokens[i - 1].reading.cls in _BEFORE_INVERTED:
        return _inverted(text, tokens, i, lexicon)
    return None


def _participle(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """The subject of the clause whose participle a verb is (`The owner disputed it, saying that 12 were saved`)."""
    for begin in _openings(tokens, i):
        last = name_end(tokens, begin, lexicon)
        last = next((k for k in range(begin + 1, last) if _is_finite(tokens[k], lexicon)), last)
        if last == begin or not can_speak(tokens[begin:last], True, lexicon):
            continue
        first, end = apposed(tokens, begin, last, i, lexicon)
        behind = end + 1 if first != begin else last
        while behind < i and tokens[behind].reading.cls in (W.ADVERB, W.DATE, W.HAVE):
            behind += 1
        if behind >= i or not _is_finite(tokens[behind], lexicon):
            continue
        source = mentioned(text, tokens, first, end, tokens[i].start, tokens[-1].end, "assert", lexicon)
        return source._replace(leading=True) if source else None
    return None


def _openings(tokens: Sequence[Token], i: int) -> list[int]:
    """Where the clause before token `i` may begin: at the sentence's start or behind one of its first commas."""
    parting = [k + 1 for k in range(i - 1) if tokens[k].reading.cls in (W.COMMA, W.SEMICOLON, W.QUOTE)]
    return [0, *parting]


def _is_finite(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word behind a name can only be its verb."""
    if token.text[:1].isupper() and not token.text.isupper():
        return False
    return token.lower in lexicon.report or token.reading.cls in _VERBS or token.lower.endswith("ed")


def _is_anybody(tokens: Sequence[Token], first: int, last: int, verb: str) -> bool:
    """Whether a noun with an article says something (`a midwife said`): whoever can do that is a source."""
    nouns = {W.WORD, W.PERSON, W.ADJECTIVE, W.OF, W.IN, W.AT, W.FROM, W.NAME, W.DETERMINER, W.ARTICLE, W.HOME}
    named = last - first > 1 and tokens[first].reading.cls in (W.ARTICLE, W.DETERMINER)
    return verb in _SAYING and named and all(t.reading.cls in nouns for t in tokens[first:last])


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
    about = described(text, tokens, i + 1, last)
    first, last = apposed(tokens, i + 1, last, min(len(tokens), last + 12), lexicon)
    kind = lexicon.report[tokens[i].lower]
    source = mentioned(text, tokens, first, last, tokens[0].start, tokens[-1].end, kind, lexicon)
    return source._replace(about=about) if source else None


def _is_there(name: Sequence[Token], verb: str, lexicon: Lexicon) -> bool:
    """Whether a verb of first hand has a subject that is there: a hospital takes in, a witness or reporter sees."""
    kinds = {lexicon.source_nouns.get(t.lower) for t in name}
    if verb in lexicon.hospital_report:
        return "hospital" in kinds
    return verb not in lexicon.seeing_report or not kinds.isdisjoint(("media", "witness"))


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
    if before == W.POSSESSIVE and tokens[first - 1].text in ("'", "’") and tokens[first - 1].end < tokens[first].start:
        before = W.QUOTE
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
