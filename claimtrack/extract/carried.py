"""Figures that go on with what the sentence before counted.

Named only as a figure (`taking the total to 7,703`), given by another source (`The ministry said 1,200`), or as a
share of people told of before (`Among them were 12 children`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack.extract.claims import id_of, wanted
from claimtrack.extract.reading import Line
from claimtrack.extract.rules import Binding
from claimtrack.extract.shares import lean
from claimtrack.extract.topics import topic_of
from claimtrack.extract.units import Unit

_REACH = 2
_AGAIN = 6
AGAIN = "number-again"
_SHARES = frozenset({"share-of-those", "share-they", "share-of-them", "share-were", "share-of-them-told"})
_POINTING = frozenset({"share-of-those", "share-they", "put-at"})
_NEXT = _SHARES | {"said", "put-at"}
_WORD = re.compile(r"[^\W\d_]+")


class _Last(NamedTuple):
    """The figure told of last: its metric, its sentence, its unit (None: only named), and the id of its claim."""

    metric: str
    at: int
    unit: Unit | None
    claim: str | None


def carry_metrics(lines: Sequence[Line], promising: Iterable[int]) -> list[int]:
    """Give each bare `total`, figure of another source and share the metric of the last claim.

    At most two sentences back for a total, one for the rest. Returns the sentences that may make claims, in order.
    """
    told = set(promising)
    last: _Last | None = None
    for at, line in enumerate(lines):
        if at and (last is None or last.at < at - 1) and (topic := topic_of(lines[at - 1])) is not None:
            last = _Last(topic, at - 1, None, None)
        follows = last is not None and at - last.at <= 1
        if at not in told and not (follows and _goes_on(line)):
            continue
        told.add(at)
        completed = dict(line.bindings)
        shares = False
        for i, binding in sorted(completed.items()):
            if binding.refused is not None:
                continue
            if binding.metric is None and binding.whole is None and last is not None:
                carried = _carried(line, i, binding, last, at)
                if binding.rule == AGAIN:
                    carried = _again(line, i, binding, (lines[k] for k in range(at - 1, at - _AGAIN, -1) if k in told))
                shares = shares or carried.whole_id is not None or carried.whole is not None
                completed[i] = binding = carried
            shares = shares or (binding.whole in completed and completed[binding.whole].rule == AGAIN)
            if binding.metric is not None:
                claim = id_of(line, i, binding) if wanted(line.units[i], binding) else None
                last = _Last(binding.metric, at, line.units[i], claim)
        line.rebind(_leaned(line, completed) if shares else completed)
    return sorted(told)


def _carried(line: Line, i: int, binding: Binding, last: _Last, at: int) -> Binding:
    """A binding with the metric of the last figure, where that is near enough and holds it."""
    if binding.rule not in _NEXT:
        return binding._replace(metric=last.metric) if at - last.at <= _REACH else binding
    if at - last.at > 1:
        return binding
    if binding.rule not in _SHARES:
        return binding._replace(metric=last.metric) if _points_back(line, binding) else binding
    if last.unit is None:
        return binding
    part, whole = line.units[i].quantity, last.unit.quantity
    smaller = part is not None and whole is not None and part.value < whole.value
    if (
        at == last.at
        or last.claim is None
        or not smaller
        or last.unit.name in ("homes", "families")
        or not _points_back(line, binding)
    ):
        return binding
    return binding._replace(metric=last.metric, whole_id=last.claim)


def _again(line: Line, i: int, binding: Binding, earlier: Iterable[Line]) -> Binding:
    """A binding with the metric of the same number in a sentence before (`Of the 64, nine were children`)."""
    number = line.units[i].quantity
    assert number is not None
    for before in earlier:
        for k, told in before.bindings.items():
            same = before.units[k].quantity
            if told.metric is not None and told.refused is None and same is not None and same.value == number.value:
                return binding._replace(metric=told.metric)
    return binding


def _points_back(line: Line, binding: Binding) -> bool:
    """Whether the word that makes a share is a pronoun for the ones told of before (`Of these, 12 were children`)."""
    if binding.rule not in _POINTING or binding.trigger is None:
        return True
    unit = line.units[binding.trigger]
    words = [token.lower for token in line.tokens[unit.first : unit.last]]
    return len(words) == 1 and words[0] in line.page.lexicon.sets["carried.pronouns"]


def _leaned(line: Line, completed: dict[int, Binding]) -> dict[int, Binding]:
    """The bindings of a sentence with a share, those coordinated with it being shares too."""
    leaned = lean(line.units, completed, line.page.lexicon)
    whole = next((binding.whole_id for binding in completed.values() if binding.whole_id is not None), None)
    return {i: b if i in completed else b._replace(whole_id=whole) for i, b in leaned.items()}


def _goes_on(line: Line) -> bool:
    """Whether a sentence with no word for what happened has a number, and a word that it may go on with."""
    lexicon, text = line.page.lexicon, line.page.text[line.sentence.start : line.sentence.end].lower()
    if not lexicon.counts.spots(line.bare) and not any(map(str.isdigit, text)):
        return False
    words = set(_WORD.findall(text))
    return not words.isdisjoint(lexicon.sets["carried.words"]) or not words.isdisjoint(lexicon.report)
