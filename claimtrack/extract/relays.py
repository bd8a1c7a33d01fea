"""Sources named behind a phrase: `according to NAME`, `citing NAME`, and the origin of what relays quote."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.naming import name_end
from claimtrack.extract.source import Source, described, mention_of, mentioned
from claimtrack.extract.speakers import apposed, issuer, name_start
from claimtrack.extract.tokens import Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_CLOSING = frozenset({W.COMMA, W.STOP, W.DATE, W.IN, W.AT, W.PREPOSITION, W.FOR, W.QUOTE, W.SEMICOLON})
_OPENINGS = frozenset({W.SEMICOLON, W.QUOTE, W.DASH, W.COLON})


def citing(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`Anadolu quoted the ministry as saying`, `…, citing the ministry`: the origin, via who relays it."""
    scope = tokens[0].start, tokens[-1].end
    if i and tokens[i - 1].reading.cls == W.BE:
        return _cited(text, tokens, i, lexicon)
    last = name_end(tokens, i + 1, lexicon)
    if last <= i + 1 or tokens[i + 1].reading.cls == W.PRONOUN:
        return None
    first, stop = name_start(tokens, i, lexicon)
    participle = tokens[i].lower in ("citing", "quoting")
    via = (mention_of(text, tokens, first, stop),) if first < stop and not participle else ()
    about = described(text, tokens, i + 1, last)
    named, last = apposed(tokens, *issuer(tokens, i + 1, last, lexicon), len(tokens), lexicon)
    if via and not _closes(tokens, last):
        scope = tokens[first].start, scope[1]
    source = mentioned(text, tokens, named, last, *scope, "assert", lexicon)
    return source._replace(via=via, cited=True, about=about) if source else None


def _cited(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`the governor was quoted by state media as saying`: the subject, via who quotes it."""
    saying = next((k for k in range(i + 1, min(len(tokens), i + 14)) if tokens[k].lower in ("saying", "telling")), None)
    first, last = name_start(tokens, i - 1, lexicon)
    if saying is None or first == last:
        return None
    first, last = apposed(tokens, first, last, i - 1, lexicon)
    by = next((k for k in range(i + 1, min(len(tokens), saying + 2)) if tokens[k].reading.cls == W.BY), None)
    end = name_end(tokens, by + 1, lexicon) if by is not None else 0
    via = (mention_of(text, tokens, by + 1, end),) if by is not None and end > by + 1 else ()
    source = mentioned(text, tokens, first, last, tokens[0].start, tokens[-1].end, "assert", lexicon)
    return source._replace(via=via, cited=True, leading=True) if source else None


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing is said behind token `i` but `as saying`, up to the next comma or the sentence's end."""
    saying = i + 2 < len(tokens) and tokens[i].reading.cls == W.COMMA and tokens[i + 1].lower == "as"
    for token in tokens[i + 1 if saying else i :]:
        if token.reading.cls in (W.COMMA, W.STOP):
            return True
        if token.reading.cls not in _CLOSING and token.lower not in ("as", "saying"):
            return False
    return True


def after(text: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Source | None:
    """`according to NAME`: the name behind the phrase; it answers for the whole sentence."""
    first = i + 1
    while first < len(tokens) - 1 and tokens[first].reading.cls in (W.ADVERB, W.REPORT):
        first += 1
    last = name_end(tokens, first, lexicon)
    if last <= first or tokens[first].reading.cls == W.PRONOUN:
        return None
    about = described(text, tokens, first, last)
    first, last = apposed(tokens, *issuer(tokens, first, last, lexicon), len(tokens), lexicon)
    opening = i - 1 if i and tokens[i - 1].reading.cls == W.ACCORDING else i
    leading = opening == 0 or tokens[opening - 1].reading.cls in _OPENINGS
    source = mentioned(text, tokens, first, last, tokens[0].start, tokens[-1].end, "assert", lexicon)
    return source._replace(leading=leading, about=about) if source else None
