"""Levels 3 and 4: which word says what happened to the ones that a number counts.

Each rule of the lexicon is a pattern over the sentence's units; it binds a number to a trigger, and the trigger
gives the metric. Where several rules bind one number, the rule of smaller rank wins, then the nearer trigger.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.refusals import settle
from claimtrack.extract.rules import Binding, Rule, rules_of
from claimtrack.extract.senses import Context, in_sense, metric_of, own_metric, things
from claimtrack.extract.units import Unit, groups_of
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Qualifier

_EITHER = frozenset({W.PAST, W.ACTIVE})
# What refuses a number wins over what takes it by a rule of the same rank.
_FIRST = -1
# Kinds of readings that a rule asks for and takes no other in their place.
_STRICT = frozenset({"rites"})
# No figure of a toll: `How many had died, nobody could say`.
_TOLLS = frozenset({"toll", "toll-direct", "toll-other"})
# What a number is a part of, where it counts people: `300 of the 480 men`, `two of those held`.
_PEOPLED = frozenset({"people", "people_np", "counted_np", "dead"})


def bind(units: Sequence[Unit], lexicon: Lexicon, *, disease: bool, words: Sequence[str]) -> dict[int, Binding]:
    """The best binding of each number in a sentence, by the index of its unit.

    `disease` says that the text tells of one, so that `cases` and `patients` count the infected; `words` are those of
    the sentence, which decide between the senses of some triggers.
    """
    letters = groups_of(lexicon).letters
    line = "".join(letters.get(unit.name, letters["word"]) for unit in units)
    context = Context(lexicon, disease, tuple(words), frozenset(thing for unit in units for thing in things(unit)))
    best: dict[int, tuple[int, int, Binding]] = {}
    for i, unit in enumerate(units):
        own = own_metric(unit, context) if unit.quantity is not None else None
        if own is not None:
            metric, rule_name, rank = own
            best[i] = (rank, 0, Binding(i, i, metric, rule_name, rank))
    present = frozenset(line)
    for rule in rules_of(lexicon):
        if present.isdisjoint(rule.key) or not rule.may_match(present):
            continue
        for binding in _apply(rule, line, units, context):
            distance = abs((binding.trigger if binding.trigger is not None else binding.number) - binding.number)
            if binding.refused is not None:
                distance = _FIRST
            have = best.get(binding.number)
            if have is None or (binding.rank, distance) < have[:2]:
                best[binding.number] = (binding.rank, distance, binding)
    return settle({number: found[2] for number, found in best.items()}, units)


def _apply(rule: Rule, line: str, units: Sequence[Unit], context: Context) -> list[Binding]:
    """All bindings that one rule makes in a sentence; a match may begin inside the one before it."""
    bindings = []
    position = 0
    while match := rule.pattern.search(line, position):
        position = match.start() + 1
        number = match.start("n")
        unit = units[number]
        if rule.kinds and (unit.head is None or unit.head.kind not in rule.kinds):
            continue
        if rule.beside and rule.beside.isdisjoint(context.words):
            continue
        if rule.sense is not None and not in_sense(rule.sense, context):
            continue
        if rule.opens and not _begins(unit, rule.opens):
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
        if rule.name in _TOLLS and unit.quantity is not None and unit.quantity.is_zero:
            continue
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
        following = units[index + 1].name if index + 1 < len(units) else ""
        if rule.name == "participle" and _is_held(trigger) and following in ("other", "people_np"):
            continue
        if rule.asks in _STRICT and not any(r.kind == rule.asks for readings in trigger.triggers for r in readings):
            continue
        if rule.ergative and not any(
            r.both and r.cls in _EITHER for alternatives in trigger.triggers for r in alternatives
        ):
            continue
        found = metric_of(
            trigger, unit, context, peopled=trigger.name == "toll" or _peopled(units, number), asked=rule.asks
        )
        if found is not None and rule.only and found[0] not in rule.only:
            continue
        if found is not None and not _keeps(unit, found[0], lexicon=context.lexicon):
            metric, status = found
            bindings.append(Binding(number, index, rule.turns.get(metric, metric), rule.name, rule.rank, status))
    return bindings


def _begins(number: Unit, words: frozenset[str]) -> bool:
    """Whether a number expression begins with one of these words."""
    return number.quantity is not None and number.quantity.text.partition(" ")[0].lower() in words


def _is_held(trigger: Unit) -> bool:
    """Whether the trigger is `held`, which takes objects of all kinds (`two leaders held talks`)."""
    return any(r.kind == "held" for alternatives in trigger.triggers for r in alternatives)


def _peopled(units: Sequence[Unit], number: int) -> bool:
    """Whether a figure before counts people, so that a bare number goes on with them; or the whole that it is of."""
    behind = [unit.name for unit in units[number + 1 : number + 4]]
    if behind[:1] == ["of"] and not _PEOPLED.isdisjoint(behind[1:]):
        return True
    if behind[:1] == ["including"]:
        return not any(unit.name in ("refused", "homes") for unit in units[:number])
    behind_it = _verb_of(units, number) if _opens_clause(units, number) else ""
    if behind_it == "passive" or (number == 0 and behind_it in ("participle", "past")):
        return not any(unit.name in ("refused", "homes") for unit in units[:number])
    before = reversed(units[:number])
    nearest = next((unit for unit in before if unit.quantity is not None and unit.name != "homes"), None)
    return nearest is not None and nearest.name in ("people", "counted", "bare")


def _opens_clause(units: Sequence[Unit], number: int) -> bool:
    """Whether a number is the bare subject of its clause, its verb right behind it (`Five were freed`)."""
    led = number == 0 or units[number - 1].name in ("comma", "semicolon", "quote", "and", "stop")
    return led and number + 1 < len(units)


def _verb_of(units: Sequence[Unit], number: int) -> str:
    """The verb group behind a number, small words between passed over."""
    k = number + 1
    while k < len(units) and k < number + 4 and units[k].name in ("copula", "adverb", "date"):
        k += 1
    return units[k].name if k < len(units) else ""


def _keeps(number: Unit, metric: str, lexicon: Lexicon) -> bool:
    """Whether the number's own noun keeps its metric under a verb of another (`300 refugees fled`)."""
    own = number.head.metric if number.name == "counted" and number.head is not None else None
    return own is not None and metric in lexicon.metrics[own].keeps


def _is_ergative(trigger: Unit) -> bool:
    """Whether a verb is said of its subject as well as of its object (`drowned`, `evacuated`)."""
    return any(r.both and r.cls in _EITHER for alternatives in trigger.triggers for r in alternatives)
