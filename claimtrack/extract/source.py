"""A source as a sentence names it: its mention, what it answers for, and what describes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.extract.tokens import Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_ABOUT, _FEW = 8, 4
_UNTELLING = frozenset({W.DETERMINER, W.ARTICLE, W.ADJECTIVE, W.ADVERB, W.CARDINAL})


class Source(NamedTuple):
    """A source that a sentence names: the mention's span, and the span of text that it answers for.

    `pronoun` mentions (`he said`, `the group said`) stand for an earlier source, where there is one. `kind` is assert,
    deny or forecast. A `leading` source stands before what it says, and may go on answering for what follows.
    `via` are relays named in one phrase with it; a `cited` source is the origin of what another one says.
    `full` is a fuller mention of the same person, where the text has one (`Ana Silva` for `Silva`).
    Of several, one of lower `rank` goes first: `reported by` and figures of nobody give way to who is said to speak.
    Who gives an order has the rank 2, and goes on answering for nothing else.
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


def mentioned(
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
    first = _behind_title(tokens, first, last, lexicon)
    start, end = tokens[first].start, tokens[last - 1].end
    if last + 2 < len(tokens) and tokens[last].reading.cls == W.OPEN and tokens[last + 2].reading.cls == W.CLOSE:
        end = tokens[last + 2].end if tokens[last + 1].text.isupper() else end
    mention = clean(text[start:end])
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


def _behind_title(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name begins behind its short titles (`the Rev. Ana Silva`, `Lt. Gov. Ana Silva`)."""
    k = first + (tokens[first].reading.cls == W.DETERMINER)
    titled = k
    while (
        titled < last - 1 and tokens[titled].text[-1] == "." and tokens[titled].lower in lexicon.sets["sources.titles"]
    ):
        titled += 1
    return titled if titled > k else first


def clean(mention: str) -> str:
    """A mention on one line, without the marks around it."""
    return re.sub(r"\s+", " ", mention).strip(" ,.;:“”\"'’‘-–—")


def mention_of(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of some tokens, as a mention."""
    return clean(text[tokens[first].start : tokens[last - 1].end])


def described(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """A name and the words behind it that may describe its bearer."""
    end = min(len(tokens), last + _ABOUT)
    stop = next((k for k in range(last, end) if tokens[k].reading.cls in (W.QUOTE, W.STOP)), end)
    return text[tokens[first].start : tokens[max(last, stop) - 1].end]
