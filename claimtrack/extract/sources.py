"""Who says it: the sources that a sentence names, and the stretch of text each one answers for.

`the ministry said …`, `…, police said`, `according to …`, `said the mayor`, `Anadolu quoted the ministry as
saying`, an embedded post with its author. A chain of relays gives its first origin; the others are `via`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.extract.labels import labels
from claimtrack.extract.relays import after, citing
from claimtrack.extract.saying import is_verb
from claimtrack.extract.source import Source, mentioned
from claimtrack.extract.speakers import can_speak, name_start
from claimtrack.extract.spoken import speaker
from claimtrack.extract.tokens import Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_POST = re.compile(r"[—–-]\s*(?P<name>[^\n—(@\s][^\n—(@]{1,59}?)\s*\(@\w+\)\s*(?P<date>\w{3,9}\.?\s+\d{1,2},\s+\d{4})?")


def sources(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Source]:
    """The sources that a sentence names, in order."""
    found: list[Source] = []
    for i, token in enumerate(tokens):
        cls = token.reading.cls
        if cls == W.ACCORDING or cls == W.SAID_BY:
            source = after(text, tokens, i, lexicon)
            if source is not None and cls == W.SAID_BY:
                source = source._replace(rank=1, scope_start=_estimate(tokens, i, source) or source.scope_start)
        elif cls == W.CITING:
            source = citing(text, tokens, i, lexicon)
        elif token.lower in lexicon.report and is_verb(tokens, i, lexicon):
            source = speaker(text, tokens, i, lexicon)
        elif token.lower in lexicon.records:
            source = _owner(text, tokens, i, lexicon)
        else:
            continue
        if source is not None:
            found.append(source)
    return sorted([*_until_participle(found), *_labels(text, tokens, lexicon)], key=_start)


def _estimate(tokens: Sequence[Token], i: int, source: Source) -> int | None:
    """Where the one figure begins that somebody's estimate gives (`others, estimated by the council at 12`), if so."""
    behind = [k for k in range(i, len(tokens)) if tokens[k].start >= source.end][:2]
    gives = len(behind) == 2 and tokens[behind[0]].reading.cls == W.AT
    return tokens[i].start if gives and i and tokens[i - 1].reading.cls == W.COMMA else None


def _until_participle(found: list[Source]) -> list[Source]:
    """The sources, each only up to where its own participle begins: `the owner disputed it, saying that 12 died`."""
    cut = []
    for i, source in enumerate(found):
        again = [o.scope_start for o in found[i + 1 :] if o.start == source.start and o.scope_start > source.end]
        cut.append(source._replace(scope_end=min(source.scope_end, *again)) if again else source)
    return cut


def _start(source: Source) -> int:
    """Where a source is named."""
    return source.start


def _labels(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Source]:
    """The sources that a sentence names without a verb."""
    found = []
    for label in labels(tokens, lexicon):
        begin, end = tokens[label.begin].start, tokens[-1].end
        source = mentioned(text, tokens, label.first, label.last, begin, end, "assert", lexicon)
        if source is not None:
            found.append(source._replace(leading=label.first == 0, pronoun=False))
    return found


def posts(text: str, start: int, end: int) -> list[tuple[int, int, str, str | None]]:
    """Embedded posts that end in `text[start:end]`: span of the signature, author, date."""
    return [(m.start(), m.end(), m["name"].strip(), m["date"]) for m in _POST.finditer(text, start, end)]


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
    return mentioned(text, tokens, first, last, start, tokens[-1].end, "assert", lexicon)


def choose(found: Sequence[Source], position: int) -> Source | None:
    """The source that answers for the figure at `position`: the nearest whose scope holds it, relays last."""
    found = _parted(found)
    holding = [s for s in found if s.scope_start <= position < s.scope_end and not s.start <= position < s.end]
    if not holding:
        return None
    cited = [s for s in holding if s.cited and not s.rank]
    spoken = [s for s in holding if s.leading and not (s.relay or s.cited or s.pronoun) and s.end <= position]
    if cited and any(cited[-1].leading and s.start > cited[-1].end for s in spoken):
        cited = []
    nearest = min(
        cited or holding,
        key=lambda s: (s.relay and len(holding) > 1, s.rank, abs(position - (s.end if s.end <= position else s.start))),
    )
    others = tuple(
        s.mention
        for s in holding
        if s is not nearest
        and (s.relay or nearest.cited)
        and not (s.leading and nearest.leading and not nearest.cited)
        and not s.pronoun
        and s.mention not in nearest.via
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
