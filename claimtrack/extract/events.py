"""Levels 3 and 4: which word says what happened to the ones that a number counts.

Each rule of the lexicon is a pattern over the sentence's units; it binds a number to a trigger, and the trigger
gives the metric. Where several rules bind one number, the rule of smaller rank wins, then the nearer trigger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.extract.patterns import compile_pattern
from claimtrack.extract.units import NUMBERED, Unit, groups_of
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import SINGULAR, Keyed, Lexicon, Metric, Reading
from claimtrack.model import Qualifier, Status

OWN_NOUN_RANK, MODIFIER_RANK = 5, 6


class Rule(NamedTuple):
    """A pattern that binds a number to what happened to the ones it counts, or refuses it with a reason."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    refuses: str | None
    carried: bool
    shares: bool
    own: bool
    ergative: bool
    metric: str | None
    kinds: tuple[str, ...]


class Binding(NamedTuple):
    """A number's metric: the unit of the number, the unit of the trigger (None: carried over), the rule.

    `whole` is the unit of the larger figure where this one is a share of it; `refused` says why it is no claim.
    """

    number: int
    trigger: int | None
    metric: str | None
    rule: str
    rank: int
    status: Status = Status.ASSERTED
    whole: int | None = None
    refused: str | None = None


def rules_of(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rules of a lexicon, compiled once."""
    return _compiled(Keyed(lexicon))


@cache
def _compiled(holder: Keyed) -> tuple[Rule, ...]:
    """Compile the rules of a lexicon's grammar."""
    data = holder.lexicon.grammar["rules"]
    letters = groups_of(holder.lexicon).letters
    return tuple(
        Rule(
            entry["name"], entry["rank"], compile_pattern(entry["pattern"], letters, data["macros"]),
            entry.get("refuses"), bool(entry.get("carried")), bool(entry.get("shares")), bool(entry.get("own")),
            bool(entry.get("ergative")),
            entry.get("metric"),
            tuple(entry.get("kinds", ())),
        )
        for entry in data["list"]
    )  # fmt: skip


def bind(units: Sequence[Unit], lexicon: Lexicon, *, disease: bool) -> dict[int, Binding]:
    """The best binding of each number in a sentence, by the index of its unit.

    `disease` says that the text tells of one, so that `cases` and `patients` count the infected.
    """
    letters = groups_of(lexicon).letters
    line = "".join(letters.get(unit.name, letters["word"]) for unit in units)
    homes = any(unit.name in ("homes", "home_np") for unit in units)
    best: dict[int, tuple[int, int, Binding]] = {}
    for i, unit in enumerate(units):
        if unit.quantity is not None and (own := _own_metric(i, unit, lexicon, disease)):
            best[i] = (own.rank, 0, own)
    for rule in rules_of(lexicon):
        for binding in _apply(rule, line, units, lexicon, disease, homes):
            distance = abs((binding.trigger if binding.trigger is not None else binding.number) - binding.number)
            key = (binding.rank, distance, binding)
            have = best.get(binding.number)
            if have is None or key[:2] < have[:2]:
                best[binding.number] = key
    bound = {number: found[2] for number, found in best.items()}
    bound = _shot(bound, units)
    return {i: _none_of(i, units) or _one_of(i, units) or _beside(i, units) or binding for i, binding in bound.items()}


_PARTITIVE = frozenset({"dead", "counted_np", "people_np", "people", "bare", "counted", "past", "participle"})
_LED_ONE = frozenset({"of", "by", "from", "at", "in", "to", "active", "preposition", "among"})


def _one_of(i: int, units: Sequence[Unit]) -> Binding | None:
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


def _beside(i: int, units: Sequence[Unit]) -> Binding | None:
    """`12 of the state's 38 districts`, `those under 19`: counts of other things, and ages."""
    unit = units[i]
    if unit.name == "bare" and i + 2 < len(units) and units[i + 1].name == "of":
        k = i + 3 if units[i + 2].name == "other" and i + 3 < len(units) else i + 2
        if units[k].name == "refused":
            return Binding(i, None, None, "of-things", 0, refused="counts things, not people or homes")
    if unit.name == "bare" and 1 < i < len(units) - 1 and units[i - 1].name == "comma" and _is_age(units, i):
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
        and units[i - 1].name in ("people_np", "other")
    ):
        return Binding(i, None, None, "age", 0, refused="an age")
    return None


def _shot(bound: dict[int, Binding], units: Sequence[Unit]) -> dict[int, Binding]:
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


def _none_of(i: int, units: Sequence[Unit]) -> Binding | None:
    """`none of the 40 pupils was hurt` says nothing of 40: the refusal of such a number, or None."""
    k = i - 2 if i > 1 and units[i - 1].name == "other" else i - 1
    if k > 0 and units[k].name == "of":
        whole = units[k - 1].quantity
        if whole is not None and whole.is_zero:
            return Binding(i, None, None, "none-of", 0, refused="none of these, the text says")
    return None


_OLDEST = 115
_EITHER = frozenset({W.PAST, W.ACTIVE})
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


def _apply(rule: Rule, line: str, units: Sequence[Unit], lexicon: Lexicon, disease: bool, homes: bool) -> list[Binding]:
    """All bindings that one rule makes in a sentence; a match may begin inside the one before it."""
    bindings = []
    position = 0
    while match := rule.pattern.search(line, position):
        position = match.start() + 1
        number = match.start("n")
        unit = units[number]
        if rule.kinds and (unit.head is None or unit.head.kind not in rule.kinds):
            continue
        if rule.metric is not None:
            bindings.append(Binding(number, number, rule.metric, rule.name, rule.rank))
            continue
        if rule.name == "year" and not (
            unit.quantity is not None
            and 1900 <= unit.quantity.value <= 2100
            and unit.quantity.qualifier == Qualifier.EXACT
        ):
            continue
        if rule.refuses:
            bindings.append(Binding(number, None, None, rule.name, rule.rank, refused=rule.refuses))
            continue
        index = number if rule.own else match.start("v")
        if rule.shares:
            bindings.append(Binding(number, None, None, rule.name, rule.rank, whole=index))
            continue
        trigger = units[index]
        if rule.own:
            if unit.head is not None and unit.head.metric and unit.head.kind == "lives":
                bindings.append(Binding(number, index, unit.head.metric, rule.name, rule.rank))
            continue
        if rule.carried:
            bindings.append(Binding(number, index, None, rule.name, rule.rank))
            continue
        if rule.ergative and not any(
            r.both and r.cls in _EITHER for alternatives in trigger.triggers for r in alternatives
        ):
            continue
        found = _metric(trigger, unit, lexicon, disease, peopled=_peopled(units[:number]), homes=homes)
        if found is not None:
            metric, status = found
            bindings.append(Binding(number, index, metric, rule.name, rule.rank, status))
    return bindings


def _peopled(before: Sequence[Unit]) -> bool:
    """Whether a figure before counts people, so that a bare number goes on with them."""
    return any(unit.quantity is not None and unit.name in ("people", "counted", "bare") for unit in before)


def _is_ergative(trigger: Unit) -> bool:
    """Whether a verb is said of its subject as well as of its object (`drowned`, `evacuated`)."""
    return any(r.both and r.cls in _EITHER for alternatives in trigger.triggers for r in alternatives)


def _metric(
    trigger: Unit, number: Unit, lexicon: Lexicon, disease: bool, *, peopled: bool, homes: bool
) -> tuple[str, Status] | None:
    """The metric that a trigger gives a number, or None where it cannot be said of what the number counts."""
    if number.quantity is not None and not float(number.quantity.value).is_integer():
        return None
    names = []
    for alternatives in trigger.triggers:
        for reading in alternatives:
            if reading.metric is None or (reading.kind == "disease" and not disease):
                continue
            metric = lexicon.metrics[reading.metric]
            if number.name == "bare" and trigger.name != "toll" and not homes and "people" not in metric.counts:
                continue
            if fits(reading, number, metric, peopled=peopled):
                names.append("infected" if reading.kind == "hospital" and disease else reading.metric)
                break
    if not names or trigger.negated:
        return None
    return _combined(names, lexicon), trigger.status


def _combined(names: Sequence[str], lexicon: Lexicon) -> str:
    """One metric for triggers joined by `or` and `and`: deaths and injuries together are casualties."""
    present = set(names)
    if len(present) > 1:
        for metric in lexicon.metrics.values():
            if metric.combines and present == set(metric.combines):
                return metric.name
    return "deaths" if "deaths" in present else names[0]


def fits(reading: Reading, number: Unit, metric: Metric, *, peopled: bool = False) -> bool:
    """Whether what a number counts is of the metric's kind; weak triggers want the noun, here or (`peopled`) before."""
    kinds = {"people": "people", "counted": "people", "families": "families", "homes": "homes"}
    kind = kinds.get(number.name)
    if number.name == "unknown" and "people" not in metric.counts:
        return False
    if kind is None:
        if number.name != "bare" or not reading.weak:
            return not reading.weak
        return reading.cls == W.INTRANSITIVE or (peopled and "people" in metric.counts)
    if number.name == "counted" and number.quantity is not None and not person_like(number.head):
        return False
    return kind in metric.counts


def person_like(head: Reading | None) -> bool:
    """Whether a counted noun names people (`hostages`, `survivors`) rather than events (`deaths`, `arrests`)."""
    return head is not None and (head.cls == W.PERSON or head.both)


def _own_metric(index: int, unit: Unit, lexicon: Lexicon, disease: bool) -> Binding | None:
    """The metric that the number's own noun gives (`12 deaths`), or an adjective before it (`25 wounded people`)."""
    if unit.name == "counted" and unit.head is not None and unit.head.metric:
        if unit.quantity is not None and unit.quantity.value > 1 and unit.head.value == SINGULAR:
            return None
        if unit.head.kind == "lives" or (unit.head.kind == "disease" and not disease):
            return None
        rank = OWN_NOUN_RANK if person_like(unit.head) else 0
        return Binding(index, index, unit.head.metric, "counted-noun", rank)
    for reading in (reading for alternatives in unit.triggers for reading in alternatives):
        if (
            reading.metric
            and reading.cls in (W.PAST, W.PARTICIPLE, W.PREDICATE)
            and fits(reading._replace(weak=False), unit, lexicon.metrics[reading.metric])
        ):
            return Binding(index, index, reading.metric, "modifier", MODIFIER_RANK)
    return None


def numbered(units: Sequence[Unit]) -> list[int]:
    """The indices of the units that count something."""
    return [i for i, unit in enumerate(units) if unit.name in NUMBERED]
