"""Verbs of saying: which words are one here, whether what they say is a figure, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.tokens import NUMERIC, Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_BEFORE_NOUNS = frozenset(
    {W.DETERMINER, W.ARTICLE, W.ADJECTIVE, W.POSSESSIVE, W.OF, W.IN, W.AT, W.FROM, W.BY, W.FOR, W.PREPOSITION, W.MODAL}
)
_IRREGULAR = frozenset({"said", "told", "wrote", "put", "gave", "found", "saw", "spoke"})
_ONLY_VERBS = frozenset({"says", "tells", "adds", "warns", "believes", "thinks", "writes", "confirms", "announces"})
_OBJECT_REACH = 7
_FIGURES = frozenset({W.TOLL, W.TALLY, W.COUNTED})
_CLAUSE_ENDS = frozenset({W.RELATIVE, W.SEMICOLON, W.STOP})
_OWN_VOICE = frozenset({"which", "where", "whose", "whom"})


def is_verb(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether token `i`, a form of a verb of saying, is one here: no noun (`the report`), no name (`United States`)."""
    token = tokens[i]
    if token.reading.cls == W.NAME or (i and tokens[i - 1].lower == "united"):
        return False
    if token.text[:1].isupper() and not token.text.isupper() and i and tokens[i - 1].reading.cls != W.QUOTE:
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    past = token.lower.endswith("ed") or token.lower in _IRREGULAR
    if not past and following is not None and following.reading.cls in (W.OF, W.FROM):
        # Several report from a place; what is of or from somebody is a noun (`reports from the hospital`).
        several = i > 0 and tokens[i - 1].lower in lexicon.source_nouns and tokens[i - 1].lower.endswith("s")
        return several and following.reading.cls == W.FROM and not token.lower.endswith("s")
    if i == 0:
        return False
    before = tokens[i - 1]
    if before.reading.cls in (W.DETERMINER, W.ARTICLE, W.POSSESSIVE) and before.lower not in ("all", "both", "many"):
        return False
    if past:
        return True
    if not token.lower.endswith("s") and _behind_article(tokens, i):
        return False
    named = before.text[:1].isupper() and token.lower in _ONLY_VERBS
    if before.reading.cls in _BEFORE_NOUNS and before.lower not in lexicon.source_nouns and not named:
        return False
    return not _bare_behind_singular(tokens, i, lexicon)


def _behind_article(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form without ending ends a noun phrase of one, and so is its noun (`a UN report`)."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens[k].reading.cls == W.ARTICLE:
            return True
        if tokens[k].reading.cls not in (W.NAME, W.WORD, W.ADJECTIVE, W.DEMONYM, W.PERSON, W.REFUSED):
            return False
    return False


def _bare_behind_singular(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a verb without ending stands behind a name of one: `a swap that may let Keld release the crew`."""
    token, before = tokens[i], tokens[i - 1]
    if token.lower.endswith("s") or token.lower in ("say", "tell", "add", "believe", "fear", "think", "warn"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    says = following is not None and (following.lower == "that" or following.reading.cls in NUMERIC | {W.BEFORE})
    if says and token.lower in lexicon.strong_report:
        return False
    return before.reading.cls == W.NAME and before.lower not in lexicon.source_nouns


def gives_figure(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a verb that says many other things gives a figure here: `counted 12 dead`, `puts the toll at 12`."""
    verb = tokens[i].lower
    for k in range(i + 1, min(len(tokens), i + _OBJECT_REACH)):
        token = tokens[k]
        cls = token.reading.cls
        if token.lower == "that":
            return k == i + 1
        if token.lower in lexicon.records or any(reading.cls in _FIGURES for reading in token.others):
            return True
        if cls in NUMERIC:
            return verb not in lexicon.toll_report or tokens[k - 1].reading.cls == W.AT
        if cls in _CLAUSE_ENDS or (cls == W.COMMA and k > i + 1):
            return False
    return False


def own_voice(tokens: Sequence[Token], verb: int, lexicon: Lexicon, *, strong: bool) -> int | None:
    """The token at which the article goes on in its own voice, in a relative clause; None where it does not.

    Behind weak verbs that is any relative clause between commas (`…, which lifts the count to`). What is said in words
    without a figure has none in its background either: `Aid workers say help is slow in the region, where 12 died`.
    """
    for k in range(verb + 1, len(tokens) - 1):
        token = tokens[k]
        if token.reading.cls in NUMERIC or token.lower == "such":
            if strong:
                return None
        elif token.reading.cls == W.COMMA and tokens[k + 1].reading.cls == W.RELATIVE and not strong:
            return k
        elif strong and k > verb + 2 and token.lower in _OWN_VOICE:
            return None if tokens[k + 1].reading.cls == W.MODAL else k
    return None
