"""Bindings set right by the units around a number: pronouns, ages, parts of things, the whole of a partitive."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.rules import Binding
from claimtrack.extract.units import NUMBERED, Unit
from claimtrack.model import Qualifier

_PARTITIVE = frozenset({"dead", "counted_np", "people_np", "people", "bare", "counted", "past", "participle"})
_LED_ONE = frozenset({"of", "by", "from", "at", "in", "to", "active", "preposition", "among"})


def one_of(i: int, units: Sequence[Unit]) -> Binding | None:
    """`one of its masterpieces`, `a relative of one of the victims`: a pronoun, not a count."""
    unit = units[i]
    if (
        unit.name != "bare"
        or unit.quantity is None
        or unit.quantity.value != 1
        or unit.quantity.end - unit.quantity.start != 3
    ):
        return None
    if i + 2 < len(units) and units[i + 1].name == "of":
        k = (
            i + 3
            if units[i + 2].name == "other" and i + 3 < len(units) and units[i + 2].last - units[i + 2].first == 1
            else i + 2
        )
        if units[k].name not in _PARTITIVE or (i and units[i - 1].name in _LED_ONE):
            return Binding(i, None, None, "one-of", 0, refused="`one of` names somebody, it does not count")
    return None


def beside(i: int, units: Sequence[Unit]) -> Binding | None:
    """`12 of the state's 38 districts`, `those under 19`: counts of other things, and ages."""
    unit = units[i]
    if unit.name == "bare" and i + 1 < len(units) and units[i + 1].name == "including":
        earlier = next((u for u in reversed(units[:i]) if u.quantity is not None or u.name == "refused"), None)
        if earlier is not None and earlier.name == "refused":
            return Binding(i, None, None, "of-things", 0, refused="counts things, not people or homes")
    if unit.name == "bare" and i + 2 < len(units) and units[i + 1].name == "of":
        k = i + 3 if units[i + 2].name == "other" and i + 3 < len(units) else i + 2
        if units[k].name == "refused":
            return Binding(i, None, None, "of-things", 0, refused="counts things, not people or homes")
    if unit.name == "bare" and 1 < i < len(units) - 1 and units[i - 1].name == "comma" and _is_age(units, i):
        return Binding(i, None, None, "age", 0, refused="an age")
    if unit.name == "bare" and i > 1 and units[i - 1].name == "of" and _is_child(units[i - 2], unit):
        return Binding(i, None, None, "age", 0, refused="an age")
    limits = (Qualifier.LESS_THAN, Qualifier.MORE_THAN)
    quantity = unit.quantity
    if (
        unit.name == "bare"
        and i
        and quantity is not None
        and quantity.qualifier in limits
        and quantity.value < 100
        and quantity.text[:5].lower() in ("under", "over ", "above", "below")
        and (
            units[i - 1].name in ("people_np", "other", "people", "counted")
            or (i > 1 and units[i - 1].name == "copula" and units[i - 2].name in NUMBERED)
        )
    ):
        return Binding(i, None, None, "age", 0, refused="an age")
    return None


def shot(bound: dict[int, Binding], units: Sequence[Unit]) -> dict[int, Binding]:
    """`shot 13 people, killing five`: the 13 are dead and injured together."""
    dead = [
        i for i, b in bound.items() if b.metric == "deaths" and b.rule in ("active-verb", "participle", "predicate")
    ]
    result = dict(bound)
    for i, b in bound.items():
        if b.metric != "injuries" or b.trigger is None or not any(i < k for k in dead):
            continue
        if any(r.kind == "shot" for alternatives in units[b.trigger].triggers for r in alternatives):
            result[i] = b._replace(metric="casualties")
    return result


def none_of(i: int, units: Sequence[Unit]) -> Binding | None:
    """`none of the 40 pupils was hurt` says nothing of 40: the refusal of such a number, or None."""
    k = i - 2 if i > 1 and units[i - 1].name == "other" else i - 1
    if k > 0 and units[k].name == "of":
        whole = units[k - 1].quantity
        if whole is not None and whole.is_zero:
            return Binding(i, None, None, "none-of", 0, refused="none of these, the text says")
    return None


_TENTHS = frozenset({10, 100, 1000})


def ratio(i: int, units: Sequence[Unit]) -> Binding | None:
    """`one in three people`, `nine out of 10 homes`: a share of all, not a count."""
    for first, second in ((i, _onward(i, units)), (_back(i, units), i)):
        if first is None or second is None:
            continue
        one, two = units[first].quantity, units[second].quantity
        small = one is not None and two is not None and one.value < two.value and one.value < 10
        if small and (second - first == 2 or (two is not None and two.value in _TENTHS)):
            return Binding(i, None, None, "ratio", 0, refused="a share of all, not a count")
    return None


def _onward(i: int, units: Sequence[Unit]) -> int | None:
    """The second figure of a ratio whose first stands in unit `i`."""
    if units[i].name != "bare":
        return None
    names = [unit.name for unit in units[i + 1 : i + 4]]
    if names[:1] == ["in"] and units[i + 1].end - units[i + 1].start == len("in"):
        k = i + 2
    elif names[:2] == ["preposition", "of"]:
        k = i + 3
    else:
        return None
    return k if k < len(units) and units[k].name in NUMBERED and units[k].name != "counted" else None


def _back(i: int, units: Sequence[Unit]) -> int | None:
    """The first figure of a ratio whose second stands in unit `i`."""
    return next((k for k in (i - 2, i - 3) if k >= 0 and units[k].name == "bare" and _onward(k, units) == i), None)


_OLDEST = 115
_BY_VERB = frozenset({"active-verb", "participle", "predicate"})


def _is_age(units: Sequence[Unit], i: int) -> bool:
    """Whether a number between commas behind a name or a person is an age: `Ana Costa, 41, was`."""
    quantity = units[i].quantity
    if (
        quantity is None
        or quantity.qualifier != Qualifier.EXACT
        or not quantity.text.isdigit()
        or quantity.value > _OLDEST
    ):
        return False
    return units[i - 2].name in ("other", "people_np") and units[i + 1].name in ("comma", "stop", "close", "and")


_YOUNG = frozenset({"children", "women_men", "kin"})


def _is_child(before: Unit, unit: Unit) -> bool:
    """Whether a number behind a noun says how old somebody is: `a girl of six`."""
    quantity = unit.quantity
    exact = quantity is not None and quantity.qualifier == Qualifier.EXACT and quantity.value <= _OLDEST
    return exact and before.name == "people_np" and before.head is not None and before.head.kind in _YOUNG


def settle(bound: dict[int, Binding], units: Sequence[Unit]) -> dict[int, Binding]:
    """The bindings of a sentence, those refused that count nobody."""
    bound = shot(bound, units)
    unbound = (i for i, unit in enumerate(units) if unit.name == "bare" and i not in bound)
    others = {i: refused for i in unbound if (refused := beside(i, units)) is not None}
    return others | {
        i: ratio(i, units)
        or none_of(i, units)
        or one_of(i, units)
        or beside(i, units)
        or whole_of(i, units, bound)
        or binding
        for i, binding in bound.items()
    }


_OWNERS = frozenset({"other", "people_np", "home_np", "family_np"})
_NEAR = 4


def whole_of(i: int, units: Sequence[Unit], bound: dict[int, Binding]) -> Binding | None:
    """`seven of the eight climbers fell`: the verb counts the seven; of the eight it says nothing."""
    k = i - 1
    while k > 0 and units[k].name in _OWNERS and i - k < _NEAR:
        k -= 1
    if k < 1 or units[k].name != "of":
        return None
    out_of = units[k - 1].name == "preposition"
    k = k - 1 if out_of else k
    if k < 1 or units[k - 1].name not in NUMBERED:
        return None
    part, whole = bound.get(k - 1), bound[i]
    if part is None or part.trigger is None or whole.trigger == i:
        return None
    if part.trigger != whole.trigger and not out_of:
        return None
    return Binding(i, None, None, "whole-of", 0, refused="the whole that the figure before is a part of")
