"""Sources named without a verb: `Police: 12 dead`, `12 dead in blaze: police`, `12,000 displaced (OCHA)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.extract.speakers import can_speak
from claimtrack.extract.tokens import NUMERIC, Token
from claimtrack.lexicon import organisations
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_LONGEST = 6
_PARTING = frozenset({W.COLON, W.DASH})
_NO_NAMES = frozenset({W.COMMA, W.STOP, W.SEMICOLON, W.BE, W.PAST, W.PRONOUN, W.TOLL, W.TALLY, W.DATE}) | NUMERIC


# No label without one of the marks that part it from what it answers for.
MARKS = re.compile(r"[:(\[–—]|-\s")


class Label(NamedTuple):
    """A label's tokens, first and last (excluded), and the token at which what it answers for begins."""

    first: int
    last: int
    begin: int


def labels(tokens: Sequence[Token], lexicon: Lexicon) -> list[Label]:
    """The labels of a sentence, in order."""
    found = [label for label in (_leading(tokens, lexicon), _trailing(tokens, lexicon)) if label is not None]
    begin = 0
    for i, token in enumerate(tokens):
        if token.reading.cls == W.OPEN:
            bracketed = _bracketed(tokens, i)
            if bracketed is not None:
                found.append(Label(*bracketed, begin))
                begin = bracketed[1]
    return found


def _leading(tokens: Sequence[Token], lexicon: Lexicon) -> Label | None:
    """`Police: 12 killed in blaze`, `Ana Silva: “We saw 12 dead.”`."""
    colon = next((k for k, t in enumerate(tokens[: _LONGEST + 1]) if t.reading.cls == W.COLON), 0)
    if not colon or colon + 1 >= len(tokens) or not _speaks(tokens[:colon], lexicon):
        person = all(t.reading.cls == W.NAME for t in tokens[:colon])
        quoting = colon > 1 and colon + 1 < len(tokens) and tokens[colon + 1].reading.cls == W.QUOTE
        return Label(0, colon, 0) if colon and person and quoting else None
    return Label(0, colon, 0)


def _trailing(tokens: Sequence[Token], lexicon: Lexicon) -> Label | None:
    """`12 killed in blaze: police`, `12 killed in blaze – officials`: the end of a headline, which has no full stop."""
    if not tokens or tokens[-1].reading.cls in (W.STOP, W.QUOTE):
        return None
    last = len(tokens)
    parting = next((k for k in range(last - 2, max(0, last - _LONGEST - 2), -1) if _parts(tokens, k)), None)
    if parting is None or not _speaks(tokens[parting + 1 :], lexicon):
        return None
    return Label(parting + 1, last, 0)


def _parts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a colon, or a dash between spaces, stands here."""
    return tokens[i].reading.cls in _PARTING and tokens[i].end < tokens[i + 1].start


def _speaks(name: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether some words are the name of a body or of people who give figures, and nothing else."""
    if not name or any(t.reading.cls in _NO_NAMES or t.lower in lexicon.records for t in name):
        return False
    text = " ".join(t.text for t in name)
    if organisations.named(text) is not None:
        return True
    return gazetteer.find(text) is None and can_speak(name, False, lexicon)


def _bracketed(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """`(OCHA)`, `(source: OCHA)`, `[IOM, 12 March]`: a body in brackets that no longer name goes before."""
    close = next((k for k in range(i + 1, min(len(tokens), i + 10)) if tokens[k].reading.cls == W.CLOSE), None)
    if close is None:
        return None
    first = i + 1
    said = tokens[first].lower in ("source", "sources") and tokens[first + 1].reading.cls == W.COLON
    first += 2 * said
    last = next((k for k in range(first, close) if tokens[k].reading.cls in (W.COMMA, W.DATE, W.SEMICOLON)), close)
    body = organisations.named(" ".join(t.text for t in tokens[first:last])) if first < last else None
    if body is None or (body.kind == organisations.MEDIA and not said):
        return None
    spelled = i > 0 and (
        tokens[i - 1].text[:1].isupper() or tokens[i - 1].lower in ("agency", "office", "organization")
    )
    return (first, last) if said or not spelled else None
