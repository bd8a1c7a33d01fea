"""What kind of count a figure is: of one event, of a window, since a start, a state on a day, or a movement."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.events import Binding
from claimtrack.extract.times import Role, When
from claimtrack.extract.tokens import Token
from claimtrack.extract.units import Unit
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.model import Basis

_KEEPING = frozenset({"verified", "documented", "tallied", "tally", "verify", "so far", "to date", "thus far"})
_INCREMENTS = frozenset({"more", "further", "additional", "another", "new"})
_RUNNING = frozenset({Basis.INCIDENT, Basis.UNKNOWN})


def basis_of(
    default: Basis, binding: Binding, unit: Unit, units: Sequence[Unit], tokens: Sequence[Token], when: When | None
) -> Basis:
    """The basis of a figure, from its metric's own, its trigger, and the date expression that it takes."""
    basis = default
    trigger = units[binding.trigger] if binding.trigger is not None else None
    if basis == Basis.STOCK and trigger is not None and trigger is not unit and _moves(trigger, tokens):
        return Basis.FLOW
    if basis not in _RUNNING:
        return basis
    if trigger is not None and (
        trigger.name == "toll"
        and _names_toll(trigger, tokens)
        or trigger.name in ("tally", "dead")
        and trigger is not unit
        and tokens[trigger.last - 1].lower not in ("figure", "estimate")
    ):
        basis = Basis.CUMULATIVE
    if any(token.lower in _KEEPING for token in tokens):
        basis = Basis.CUMULATIVE
    if _is_increment(unit, tokens):
        return Basis.PERIOD
    return _dated(basis, when)


def _dated(basis: Basis, when: When | None) -> Basis:
    """The basis that a date expression makes of a running count."""
    if when is None or basis not in _RUNNING:
        return basis
    if when.role in (Role.SINCE, Role.UNTIL) or (when.kind == "duration" and _is_long(when)):
        return Basis.CUMULATIVE
    if when.role == Role.WINDOW or (when.kind in ("relative", "dayword") and when.start != when.end):
        return Basis.PERIOD
    return basis


def _is_long(when: When) -> bool:
    """Whether a duration is told as the whole of a story (`in eleven months`), not as a reporting window."""
    return any(unit in when.words for unit in ("month", "year", "decade"))


def _moves(trigger: Unit, tokens: Sequence[Token]) -> bool:
    """Whether a trigger is a verb of movement rather than a state: `fled`, `drove from their homes`."""
    words = tokens[trigger.first : trigger.last]
    if any(t.lower in ("from their homes", "out of their homes") for t in words):
        return True
    return trigger.name == "intransitive" and any(t.reading.cls == W.INTRANSITIVE for t in words)


def _names_toll(trigger: Unit, tokens: Sequence[Token]) -> bool:
    """Whether the figure is named a toll, rather than `the number of those killed in the raid`."""
    return any(t.reading.cls == W.TOLL for t in tokens[trigger.first : trigger.last])


def _is_increment(unit: Unit, tokens: Sequence[Token]) -> bool:
    """Whether the figure adds to one before it: `two more bodies`, `another 12 dead`."""
    quantity = unit.quantity
    if quantity is None or unit.name != "counted":
        return False
    return any(t.lower in _INCREMENTS for t in tokens[quantity.last : unit.last])
