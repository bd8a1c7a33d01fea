"""Which metric a word gives a number: whether it can be said of what is counted, and in which of its senses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from claimtrack.extract.units import Unit
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import SINGULAR, Lexicon, Metric, Reading
from claimtrack.model import Status

OWN_NOUN_RANK, MODIFIER_RANK = 5, 6
# Readings that only a rule that asks for them takes.
_ASKED = frozenset({"forced", "holding", "rites"})


class Context(NamedTuple):
    """What decides between the senses of a word: whether the text tells of a disease, and the sentence's own words.

    `things` are the units of the homes and other things that the sentence names, which a bare number may count.
    """

    lexicon: Lexicon
    disease: bool
    words: tuple[str, ...]
    things: frozenset[str]


def metric_of(
    trigger: Unit, number: Unit, context: Context, *, peopled: bool, asked: str | None = None
) -> tuple[str, Status] | None:
    """The metric that a trigger gives a number, or None where it cannot be said of what the number counts.

    `asked` is the kind of reading that the rule asks for, where there are several (`to leave`: ordered or forced).
    """
    if number.quantity is not None and not float(number.quantity.value).is_integer():
        return None
    names, shot = [], False
    for alternatives in trigger.triggers:
        for reading in _asked(alternatives, asked):
            if reading.metric is None or (reading.kind == "disease" and not context.disease):
                continue
            sense = _sense(reading, context, number)
            if sense is None:
                continue
            metric = context.lexicon.metrics[reading.metric]
            if number.name == "bare" and trigger.name != "toll" and not _may_count(metric, context):
                continue
            if fits(reading, number, metric, peopled=peopled):
                if reading.kind == "shot":
                    shot = True
                names.append(sense)
                break
    if not names or trigger.negated:
        return None
    if shot and "deaths" in names:
        return "deaths", trigger.status
    return _combined(names, context.lexicon), trigger.status


def _asked(alternatives: Sequence[Reading], asked: str | None) -> Sequence[Reading]:
    """The readings of the kind that a rule asks for, where there are any; else those that need not be asked for."""
    special = [reading for reading in alternatives if asked is not None and reading.kind == asked]
    return special or [reading for reading in alternatives if reading.kind not in _ASKED]


def _may_count(metric: Metric, context: Context) -> bool:
    """Whether a number without a noun may count what the metric does: people, or things that the sentence names."""
    return "people" in metric.counts or not context.things.isdisjoint(metric.counts)


def things(unit: Unit) -> tuple[str, ...]:
    """The units in which the things of a group are counted; none for people, families and numbers by themselves."""
    if unit.name not in ("homes", "home_np"):
        return ()
    return (unit.head.units if unit.head is not None else ()) or ("homes",)


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
    kinds = {"people": "people", "counted": "people", "families": "families"}
    if number.name == "homes":
        return not set(things(number)).isdisjoint(metric.counts)
    kind = kinds.get(number.name)
    if number.name == "unknown" and ("people" not in metric.counts or not (metric.open or number.head is not None)):
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


def _sense(reading: Reading, context: Context, number: Unit) -> str | None:
    """The metric of a trigger in its context: those in hospital are injured, or infected where a disease is told of.

    None where the word means nothing that is counted here.
    """
    assert reading.metric is not None
    sense = context.lexicon.senses.get(reading.kind or "")
    if sense is None:
        return reading.metric
    beside = {*context.words[: number.first], *context.words[number.last :]} if sense.outside else {*context.words}
    if not sense.unless.isdisjoint(beside):
        return None
    if (sense.disease and context.disease) or not sense.beside.isdisjoint(beside):
        return sense.metric or reading.metric
    if sense.required and (number.head is None or number.head.kind not in sense.kinds):
        return None
    return reading.metric


def own_metric(unit: Unit, context: Context) -> tuple[str, str, int] | None:
    """The metric, rule and rank that a number's own noun gives (`12 deaths`), or an adjective (`25 wounded people`)."""
    if unit.name == "counted" and unit.head is not None and unit.head.metric:
        if unit.quantity is not None and unit.quantity.value > 1 and unit.head.value == SINGULAR:
            return None
        if unit.quantity is not None and not float(unit.quantity.value).is_integer():
            return None
        metric = _sense(unit.head, context, unit)
        if metric is None:
            return None
        if unit.head.kind == "lives" or (unit.head.kind == "disease" and not context.disease):
            return None
        told = _told_apart(unit, context) if person_like(unit.head) else None
        if told is not None:
            return told, "modifier", MODIFIER_RANK
        rank = OWN_NOUN_RANK if person_like(unit.head) else 0
        return metric, "counted-noun", rank
    for reading in (reading for alternatives in unit.triggers for reading in alternatives):
        if (
            reading.metric
            and reading.cls in (W.PAST, W.PARTICIPLE, W.PREDICATE)
            and reading.kind != "manner"
            and fits(replace(reading, weak=False), unit, context.lexicon.metrics[reading.metric])
        ):
            return reading.metric, "modifier", MODIFIER_RANK
    return None


def _told_apart(unit: Unit, context: Context) -> str | None:
    """The metric of a participle in front of a noun that has one of its own: `12 freed hostages` are released."""
    own = unit.head.metric if unit.head is not None else None
    for reading in (alternatives[0] for alternatives in unit.triggers):
        if (
            reading.metric in (None, own)
            or reading.kind == "manner"
            or reading.cls not in (W.PAST, W.PARTICIPLE, W.PREDICATE)
        ):
            continue
        sense = _sense(reading, context, unit)
        if own is None or (sense not in context.lexicon.metrics[own].keeps and sense != own):
            return sense
    return None


def in_sense(kind: str, context: Context) -> bool:
    """Whether the sentence has a word that this sense asks for, and none that rules it out."""
    sense = context.lexicon.senses[kind]
    return sense.unless.isdisjoint(context.words) and not sense.beside.isdisjoint(context.words)
