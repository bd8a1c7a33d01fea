"""Level 3: figures that lean on another figure of their sentence: coordination with ellipsis, and shares.

`killed 12 in one town and 30 in another`: the second has the metric of the first. `including 16,500 children`,
`four of them women`, `of whom 12 were soldiers`: part of the figure before, with its metric.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.ellipsis import going_on_from
from claimtrack.extract.parts import parts
from claimtrack.extract.rules import Binding
from claimtrack.extract.senses import fits
from claimtrack.extract.units import NUMBERED, Unit
from claimtrack.extract.wholes import JOINTS, PASSABLE, is_marked, share_of
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon, Reading

_INCLUDED = frozenset({"included-behind", "included-before"})
SHARE, COORDINATION = "share", "coordination"


def lean(units: Sequence[Unit], bound: dict[int, Binding], lexicon: Lexicon) -> dict[int, Binding]:
    """Bindings for the numbers that have none of their own but lean on one that has."""
    result = dict(bound)
    for i, unit in enumerate(units):
        if unit.name not in NUMBERED or unit.quantity is None or unit.quantity.is_zero:
            continue
        have = result.get(i)
        if have is not None and have.metric is None and have.whole is not None and have.whole in result:
            whole = result[have.whole]
            result[i] = have._replace(metric=whole.metric, status=whole.status)
            continue
        share = share_of(units, i, result)
        if share is not None and (have is None or have.refused is None):
            whole = result[share]
            if have is None or have.metric is None or (have.rule in _INCLUDED and have.metric == whole.metric):
                if _compatible(unit, whole, lexicon):
                    result[i] = Binding(i, whole.trigger, whole.metric, SHARE, 3, whole.status, whole=share)
            elif have.metric == whole.metric or units[share].name == "counted" or is_marked(units, i, share, result):
                result[i] = have._replace(whole=share)
        elif have is None and (model := _conjunct(units, i, result, lexicon)) is not None:
            other = result[model]
            result[i] = Binding(i, other.trigger, other.metric, COORDINATION, 4, other.status, whole=other.whole)
        elif have is None:
            model = going_on_from(units, i, result)
            if model is not None and _compatible(unit, result[model], lexicon):
                result[i] = result[model]._replace(number=i, rule=COORDINATION)
    return parts(units, _backwards(units, result, lexicon))


def _conjunct(units: Sequence[Unit], i: int, bound: dict[int, Binding], lexicon: Lexicon) -> int | None:
    """The figure before `units[i]` that it is coordinated with, its verb left out."""
    joined = i > 0 and (
        units[i - 1].name in JOINTS
        or (i > 1 and units[i - 2].name in JOINTS and units[i - 1].name in ("adverb", "evidential", "people_np"))
    )
    bracketed = i > 1 and units[i - 1].name == "open" and i + 1 < len(units) and units[i + 1].name == "close"
    if not joined and not bracketed:
        return None
    joints, verbs = 0, list[int]()
    for back in range(i - 1, max(-1, i - 14), -1):
        name = units[back].name
        binding = bound.get(back)
        if name in NUMBERED:
            if binding is None or binding.metric is None or not joints or (verbs and binding.trigger not in verbs):
                return None
            if binding.rule != "counted-noun" and _has_own_verb(units, i):
                return None
            return back if _alike(units[back], units[i]) and _compatible(units[i], binding, lexicon) else None
        if name in JOINTS or (bracketed and name == "open"):
            joints += 1
        elif name in ("past", "participle", "predicate", "passive", "intransitive", "copular", "active"):
            verbs.append(back)
        elif name not in PASSABLE:
            return None
    return None


_FINITE = frozenset({"copula", "copular", "passive", "intransitive"})


def _has_own_verb(units: Sequence[Unit], i: int) -> bool:
    """Whether a number is the subject of a verb of its own, whatever that says (`11 people have never been found`)."""
    behind = units[i + 1] if i + 1 < len(units) else None
    if behind is not None and units[i].name in ("people", "counted", "families") and _acts(behind):
        return True
    for unit in units[i + 1 : i + 8]:
        if unit.name in _FINITE:
            return True
        if unit.name not in PASSABLE and unit.name != "relative":
            return False
    return False


def _acts(unit: Unit) -> bool:
    """Whether a unit is a verb that the lexicon does not know: `12 firemen rushed to the scene`."""
    return unit.name == "other" and unit.head is not None


def _alike(first: Unit, second: Unit) -> bool:
    """Whether two counts can be of one kind: people with people, homes with homes, bare with either."""
    kinds = {"people": "people", "counted": "people", "homes": "homes", "families": "families"}
    one, two = kinds.get(first.name), kinds.get(second.name)
    if second.name == "unknown":
        return first.name in ("people", "unknown", "counted")
    return one == two or two is None or one is None or {one, two} == {"people", "families"}


def _compatible(unit: Unit, binding: Binding, lexicon: Lexicon) -> bool:
    """Whether what a number counts is of the metric's kind."""
    if binding.metric is None:
        return False
    return fits(Reading(W.PAST, metric=binding.metric), unit, lexicon.metrics[binding.metric])


def _backwards(units: Sequence[Unit], bound: dict[int, Binding], lexicon: Lexicon) -> dict[int, Binding]:
    """`12 soldiers and 30 civilians were killed`: the verb behind the second counts for the first as well."""
    result = dict(bound)
    following: int | None = None
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.name in NUMBERED:
            binding = result.get(i)
            if (
                binding is None and following is not None and unit.quantity is not None and not unit.quantity.is_zero
                and _joined(units, i, following) and _alike(unit, units[following])
            ):  # fmt: skip
                other = result[following]
                if (
                    other.trigger is not None
                    and (other.trigger > following or _shares_noun(units, i, following))
                    and other.metric
                    and _compatible(unit, other, lexicon)
                ):
                    result[i] = Binding(
                        i, other.trigger, other.metric, COORDINATION, 4, other.status, whole=other.whole
                    )
            following = i if result.get(i) is not None else None
    return result


def _shares_noun(units: Sequence[Unit], i: int, j: int) -> bool:
    """`12 and 30 deaths`: two bare figures with one noun behind the second."""
    return units[i].name == "bare" and units[j].name == "counted" and j == i + 2 and units[i + 1].name == "and"


def _joined(units: Sequence[Unit], i: int, j: int) -> bool:
    """Whether only names, places and a conjunction stand between two numbers."""
    names = [unit.name for unit in units[i + 1 : j]]
    return (
        len(names) <= 8
        and bool({"and", "along", "comma", "or"} & set(names))
        and not any(n == "preposition" and k == len(names) - 1 for k, n in enumerate(names))
        and all(name in PASSABLE | {"and", "along", "comma", "or"} for name in names)
    )
