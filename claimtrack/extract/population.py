"""Whom a figure counts, in the words of the text."""

from __future__ import annotations

from claimtrack.extract.reading import Line
from claimtrack.extract.rules import Binding
from claimtrack.extract.tokens import Token
from claimtrack.extract.units import NUMBERED, Unit
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Reading

_LEFT_OUT = frozenset({W.AFTER, W.QUOTE, W.FAMILY, W.PAST, W.PARTICIPLE})
_LEADING = frozenset({W.OF, W.DETERMINER, W.ARTICLE, W.PRONOUN, W.ADVERB})
# What stands between two figures of one noun.
_GOING_ON = frozenset(
    {"passive", "active", "participle", "predicate", "copular", "intransitive", "comma", "and", "adverb"}
)
_PEOPLE = frozenset({W.PERSON, W.DEMONYM})
_LABELLED = frozenset({"in-parentheses", "coordination"})


def population_of(line: Line, i: int, binding: Binding) -> str | None:
    """The population of the figure in unit `i`; None for people in general.

    It stands behind the number (`12 soldiers`), before it in a list (`children 17,400`), or holds it (`a crew of six`,
    `none of the 40 pupils`). A noun that only says the metric again (`12 victims` dead) is no population.
    """
    unit = line.units[i]
    if unit.name == "homes":
        return None
    if unit.name == "bare":
        return _beside(line, i, binding)
    return _behind(line, unit, binding) or _group(line, unit)


def is_anaphoric(line: Line, i: int) -> bool:
    """Whether a figure is one of people named before (`28 of the pupils`)."""
    unit = line.units[i]
    if unit.quantity is None or unit.name not in ("people", "counted"):
        return False
    inside = line.tokens[unit.quantity.last : unit.last]
    return len(inside) > 2 and inside[0].reading.cls == W.OF and inside[1].lower in ("the", "these", "those")


def _behind(line: Line, unit: Unit, binding: Binding) -> str | None:
    """The words behind the number, inside its own group."""
    assert unit.quantity is not None
    inside = [t for t in line.tokens[unit.quantity.last : unit.last] if t.reading.cls not in _LEFT_OUT]
    if unit.name == "counted":
        inside = _naming_people(inside, binding)
    while inside and inside[0].reading.cls in _LEADING:
        inside = inside[1:]
    if all(t.reading.cls == W.REFUSED for t in inside):
        return None
    said = " ".join(line.page.text[inside[0].start : inside[-1].end].split())
    return None if said.lower() in line.page.lexicon.sets["population.general"] else said


def _naming_people(inside: list[Token], binding: Binding) -> list[Token]:
    """Of the words around a counted noun those that name people: `migrant deaths`, not `new coronavirus cases`."""
    kept = [t for t in inside if t.reading.cls != W.COUNTED or _says_more(t.reading, binding)]
    naming = [k for k, t in enumerate(kept) if t.reading.cls in _PEOPLE or t.reading.both]
    return kept[naming[0] : naming[-1] + 1] if naming else []


def _says_more(noun: Reading, binding: Binding) -> bool:
    """Whether a counted noun names people, and not by what the claim says of them already (`40 hostages` freed)."""
    return noun.both and noun.metric != binding.metric


def _group(line: Line, unit: Unit) -> str | None:
    """The body whose members are counted: `a crew of six`."""
    for token in line.tokens[unit.first : unit.last]:
        if token.reading.cls == W.GROUP:
            return None if token.lower in line.page.lexicon.sets["population.general"] else token.text
    return None


def _beside(line: Line, i: int, binding: Binding) -> str | None:
    """The words before a bare number in a list, or of the whole that none of is counted."""
    units = line.units
    before = units[i - 1] if i else None
    if before is not None and before.name == "people_np" and binding.rule in _LABELLED:
        return " ".join(line.page.text[before.start : before.end].split())
    if binding.whole is not None or binding.whole_id is not None:
        return _predicated(line, i)
    quantity = units[i].quantity
    if quantity is not None and not quantity.is_zero:
        return _left_unsaid(line, i, binding)
    if quantity is not None and quantity.is_zero and i + 2 < len(units) and units[i + 1].name == "of":
        whole = next((u for u in units[i + 2 : i + 4] if u.name in NUMBERED), None)
        return _behind(line, whole, binding) if whole is not None and whole.name != "bare" else None
    return None


def _left_unsaid(line: Line, i: int, binding: Binding) -> str | None:
    """The population of the figure before that a bare one goes on with: `45 soldiers were killed and 108 wounded`."""
    if any(token.reading.cls == W.OTHERS for token in line.tokens[line.units[i].first : line.units[i].last]):
        return None
    for k in range(i - 1, -1, -1):
        before = line.units[k]
        if before.name == "people":
            share = line.bindings.get(k)
            whole = line.units[share.whole] if share is not None and share.whole is not None else before
            return _behind(line, whole, binding) if whole.name == "people" else None
        if before.quantity is not None or before.name not in _GOING_ON:
            return None
    return None


def _predicated(line: Line, i: int) -> str | None:
    """What a share is said to be: `60 were students`, `nine of them children`."""
    k = i + 1
    while k < len(line.units) and line.units[k].name in ("including", "copula", "adverb"):
        k += 1
    if k == i + 1 or k >= len(line.units) or line.units[k].name != "people_np":
        return None
    inside = list(line.tokens[line.units[k].first : line.units[k].last])
    while inside and inside[0].reading.cls in _LEADING:
        inside = inside[1:]
    return " ".join(line.page.text[inside[0].start : inside[-1].end].split()) if inside else None
