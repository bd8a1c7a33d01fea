"""People who flee over a border: refugees, where those who flee inside their country are displaced.

`fled to neighbouring Chad`, `fled Syria`, `sought refuge abroad`: the verb is one of flight, and what stands behind it
names a country or a border.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.rules import Binding
from claimtrack.extract.tokens import Token
from claimtrack.extract.units import Unit
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

INSIDE, ACROSS = "displaced", "refugees"
_REACH = 8
_LONGEST_NAME = 4
_ENDS = frozenset({W.COMMA, W.SEMICOLON, W.STOP, W.AND, W.RELATIVE, W.OPEN, W.COLON, W.DASH})


def over_borders(
    bound: dict[int, Binding], units: Sequence[Unit], tokens: Sequence[Token], lexicon: Lexicon
) -> dict[int, Binding]:
    """The bindings of a sentence, those who flee to another country read as refugees."""
    result = dict(bound)
    for i, binding in bound.items():
        if binding.trigger is None or binding.refused is not None:
            continue
        trigger = units[binding.trigger]
        if any(r.kind == "crossing" for alternatives in trigger.triggers for r in alternatives):
            # What streams into a town has crossed no border, and may have fled nothing.
            if not _leads_out(tokens, trigger.last, lexicon):
                fled = not lexicon.senses["flight"].beside.isdisjoint(token.lower for token in tokens)
                result[i] = (
                    binding._replace(metric=INSIDE)
                    if fled
                    else binding._replace(metric=None, refused="over no border, and from nothing")
                )
            continue
        if binding.metric != INSIDE:
            continue
        words = {t.lower.partition(" ")[0] for t in tokens[trigger.first : trigger.last]}
        if words.isdisjoint(lexicon.sets["borders.flight"]):
            continue
        if _leads_out(tokens, max(trigger.last, units[i].last), lexicon):
            result[i] = binding._replace(metric=ACROSS)
    return result


def _leads_out(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether the words from token `start` on, inside their clause, lead to another country or over a border."""
    sets = lexicon.sets
    for k in range(start, min(len(tokens), start + _REACH)):
        token = tokens[k]
        if token.cls in _ENDS:
            return False
        if token.lower in sets["borders.abroad"]:
            return True
        leads = token.lower in sets["borders.into"]
        name = k + 1 if leads or token.lower in sets["borders.inside"] else k
        beside = False
        while name < len(tokens) and tokens[name].lower in sets["borders.near"]:
            beside = beside or tokens[name].lower != "the"
            name += 1
        if (leads or beside or k == name == start) and _is_country(tokens, name):
            return True
    return False


def _is_country(tokens: Sequence[Token], k: int) -> bool:
    """Whether the name of a country begins at token `k`, and no noun of something in it follows."""
    for length in range(_LONGEST_NAME, 0, -1):
        words = tokens[k : k + length]
        if len(words) < length or not (words[0].text[:1].isupper() and words[-1].text[:1].isupper()):
            continue
        place = gazetteer.find(" ".join(token.text for token in words))
        if place is not None and place.kind == "country":
            following = tokens[k + length] if k + length < len(tokens) else None
            return following is None or following.cls != W.POSSESSIVE
    return False
