"""Figures that are parts of another one of their sentence: lists that add up to it, and the dead among the shot.

`14 people were killed: nine in Taro and five in Kelm`, `10 people (six women and four children)`: what follows a
figure and adds up to it is what it consists of, whatever marks stand between.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.extract.rules import Binding
from claimtrack.extract.units import NUMBERED, Unit
from claimtrack.model import Qualifier

PART = "share"
_WHOLES = {"casualties": frozenset({"deaths", "injuries", "casualties"})}
_LIST = frozenset(
    {"comma", "and", "in", "at", "from", "other", "people_np", "dash", "colon", "open", "date", "adverb", "copula"}
)
_MARKS = frozenset({"comma", "colon", "open", "dash"})
_LONGEST = 8


def parts(units: Sequence[Unit], bound: dict[int, Binding]) -> dict[int, Binding]:
    """The bindings of a sentence, the parts of its figures tied to them."""
    result = dict(bound)
    counted = [i for i, unit in enumerate(units) if unit.quantity is not None and unit.name in NUMBERED]
    for n, whole in enumerate(counted):
        binding = result.get(whole)
        if binding is not None and binding.metric is not None:
            for i in _addends(units, whole, counted[n + 1 : n + 1 + _LONGEST], result) or _bracketed(
                units, whole, result
            ):
                have = result.get(i)
                if have is None:
                    result[i] = Binding(i, binding.trigger, binding.metric, PART, 3, binding.status, whole=whole)
                elif have.whole is None:
                    result[i] = have._replace(whole=whole)
    return _dead_and_hurt(units, result)


def _addends(units: Sequence[Unit], whole: int, following: Sequence[int], bound: dict[int, Binding]) -> Sequence[int]:
    """The figures behind `whole` that add up to it, two or more; none where they do not."""
    quantity = units[whole].quantity
    assert quantity is not None
    total = 0.0
    for n, i in enumerate(following):
        part = units[i].quantity
        if (
            part is None
            or part.is_zero
            or part.qualifier != Qualifier.EXACT
            or not _may_be_part(units, whole, i, bound)
        ):
            return ()
        total += part.value
        if total >= quantity.value:
            taken = following[: n + 1]
            adds_up = n > 0 and total == quantity.value and _is_broader(units, whole, taken)
            return taken if adds_up and _unbound_are_listed(units, whole, taken, bound) else ()
    return ()


def _bracketed(units: Sequence[Unit], whole: int, bound: dict[int, Binding]) -> Sequence[int]:
    """The groups of people in brackets right behind a figure, each smaller: `6,200 civilians (1,900 women and …)`."""
    quantity = units[whole].quantity
    if quantity is None or whole + 1 >= len(units) or units[whole + 1].name != "open":
        return ()
    found: list[int] = []
    for i in range(whole + 2, len(units)):
        part = units[i].quantity
        if units[i].name == "close":
            return found
        if part is None and units[i].name in ("comma", "and"):
            continue
        smaller = units[i].name == "people" and part is not None and not part.is_zero and part.value < quantity.value
        if not smaller or not _may_be_part(units, whole, i, bound):
            return ()
        found.append(i)
    return ()


def _may_be_part(units: Sequence[Unit], whole: int, i: int, bound: dict[int, Binding]) -> bool:
    """Whether figure `i` counts what `whole` counts, or nothing yet."""
    have = bound.get(i)
    if have is None:
        return units[i].name in ("people", "bare", "unknown", units[whole].name)
    metric = bound[whole].metric
    within = _WHOLES["casualties"] if _names_victims(units[whole]) else _WHOLES.get(metric or "", {metric})
    return have.refused is None and have.metric in within and have.whole in (None, whole)


def _lead(units: Sequence[Unit], whole: int, taken: Sequence[int]) -> set[str]:
    """What stands between a figure and the first that may be part of it."""
    return {unit.name for unit in units[whole + 1 : taken[0]]}


def _is_broader(units: Sequence[Unit], whole: int, taken: Sequence[int]) -> bool:
    """Whether a figure counts people in general, or is set off from what follows by more than a comma.

    `Six women, four men and two infants` are three figures of one list.
    """
    head = units[whole].head
    general = head is None or head.kind in ("general", "victims") or units[whole].name == "counted"
    return general or bool(_lead(units, whole, taken) - {"comma", "and", "other"})


def _unbound_are_listed(units: Sequence[Unit], whole: int, taken: Sequence[int], bound: dict[int, Binding]) -> bool:
    """Whether figures that no word counts stand in one list, set off from the whole by a mark."""
    if all(i in bound for i in taken):
        return True
    return bool(_lead(units, whole, taken) & _MARKS) and all(
        unit.name in _LIST for one, two in pairwise(taken) for unit in units[one + 1 : two]
    )


def _dead_and_hurt(units: Sequence[Unit], bound: dict[int, Binding]) -> dict[int, Binding]:
    """`five people were shot, two of them fatally`, `40 victims, 12 of them dead`: casualties, some of them dead."""
    result = dict(bound)
    for i, whole in bound.items():
        inside = [b for b in bound.values() if b.whole == i and b.metric == "deaths" and b.trigger != whole.trigger]
        dead = [q.value for b in inside if (q := units[b.number].quantity) is not None and b.trigger is not None]
        quantity = units[i].quantity
        if dead and quantity is not None and sum(dead) < quantity.value and _leaves_open(units[i], whole, units):
            result[i] = whole._replace(metric="casualties")
    return result


def _leaves_open(unit: Unit, binding: Binding, units: Sequence[Unit]) -> bool:
    """Whether a figure's word leaves open who of them died: `shot`, `victims`."""
    if binding.rule == "counted-noun":
        return _names_victims(unit)
    trigger = units[binding.trigger] if binding.trigger is not None else None
    return trigger is not None and any(r.kind == "shot" for alternatives in trigger.triggers for r in alternatives)


def _names_victims(unit: Unit) -> bool:
    """Whether a figure counts `victims`."""
    return unit.name == "counted" and unit.head is not None and unit.head.kind == "victims"
