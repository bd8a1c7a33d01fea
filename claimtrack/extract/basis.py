"""What kind of count a figure is: of one event, of a window, since a start, a state on a day, or a movement."""

from __future__ import annotations

from claimtrack.extract.reading import Line
from claimtrack.extract.rules import Binding
from claimtrack.extract.times import Role, When
from claimtrack.extract.units import Unit
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.model import Basis

_RUNNING = frozenset({Basis.INCIDENT, Basis.UNKNOWN})


def basis_of(default: Basis, line: Line, i: int, binding: Binding, when: When | None) -> Basis:
    """The basis of the figure in unit `i`: its metric's own, made another by its trigger or date expression."""
    trigger = line.units[binding.trigger] if binding.trigger is not None and binding.trigger != i else None
    if default == Basis.STOCK and trigger is not None and _moves(line, i, trigger):
        return Basis.FLOW
    if default not in _RUNNING:
        return default
    if _is_increment(line, i):
        return Basis.PERIOD
    basis = Basis.CUMULATIVE if _is_kept(line, trigger) else default
    return _dated(basis, line, when)


def _is_kept(line: Line, trigger: Unit | None) -> bool:
    """Whether the figure is named a toll or total, or its sentence says that somebody keeps the count."""
    if not line.words.isdisjoint(line.page.lexicon.sets["basis.keeping"]):
        return True
    if trigger is None:
        return False
    words = line.tokens[trigger.first : trigger.last]
    if trigger.name == "toll":
        return any(token.reading.cls == W.TOLL for token in words)
    return trigger.name in ("tally", "dead") and words[-1].lower not in line.page.lexicon.sets["basis.not_running"]


def _dated(basis: Basis, line: Line, when: When | None) -> Basis:
    """The basis that a date expression makes of a count of one event."""
    if when is None or basis not in _RUNNING:
        return basis
    if when.role in (Role.SINCE, Role.UNTIL):
        return Basis.CUMULATIVE
    if when.kind == "duration" and any(unit in when.words for unit in line.page.lexicon.sets["basis.long_units"]):
        return Basis.CUMULATIVE
    if when.role == Role.WINDOW or (when.kind in ("relative", "day_word") and when.start != when.end):
        return Basis.PERIOD
    return basis


def _moves(line: Line, i: int, trigger: Unit) -> bool:
    """Whether a trigger is a verb of movement (`fled`, `drove 40 from their homes`) rather than a state."""
    verb = line.units[i - 1] if i else None
    if verb is not None and verb.triggers and any(r.metric == "displaced" for r in verb.triggers[0]):
        return False
    words = line.tokens[trigger.first : trigger.last]
    if any(t.reading.cls == W.PREDICATE and t.reading.kind == "movement" for t in words):
        return True
    return trigger.name == "intransitive" and any(t.reading.cls == W.INTRANSITIVE for t in words)


def _is_increment(line: Line, i: int) -> bool:
    """Whether the figure adds to one before it: `two more bodies`."""
    unit = line.units[i]
    if unit.quantity is None or unit.name != "counted":
        return False
    inside = line.tokens[unit.quantity.last : unit.last]
    return any(t.lower in line.page.lexicon.sets["basis.increments"] for t in inside)
