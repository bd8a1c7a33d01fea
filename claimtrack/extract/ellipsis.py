"""Figures whose verb is left out, or is none of an event: they go on with the figure before.

`In Taro 100 people were killed, in Kelm 70 and in Sarn six`; `of the 64 dead, 39 were women and eleven came from Kelm`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.extract.rules import Binding
from claimtrack.extract.units import NUMBERED, Unit

_REACH = 14
_JOINTS = frozenset({"comma", "and", "semicolon"})
_ENDS = frozenset({"comma", "and", "semicolon", "stop", "close", "dash", "quote"})
_VERBS = frozenset({"passive", "active", "past", "intransitive", "copular", "participle", "predicate"})
_SAID = frozenset({"copula", "change", "report", "including"})
_DEEPEST_CLAUSE = 12


def going_on_from(units: Sequence[Unit], i: int, bound: Mapping[int, Binding]) -> int | None:
    """The figure before that a figure without a verb of its own goes on with; None where there is none."""
    model = _by_place(units, i, bound)
    return model if model is not None else _next_share(units, i, bound)


def _by_place(units: Sequence[Unit], i: int, bound: Mapping[int, Binding]) -> int | None:
    """The figure before whose verb counts for a figure of another place as well; None where there is none."""
    if i < 4 or units[i].name != "bare" or units[i - 1].name != "other" or units[i - 2].name not in ("in", "at"):
        return None
    if units[i - 3].name not in _JOINTS or (i + 1 < len(units) and units[i + 1].name not in _ENDS):
        return None
    verbs = set[int | None]()
    for back in range(i - 3, max(-1, i - _REACH), -1):
        name = units[back].name
        if name in NUMBERED:
            have = bound.get(back)
            told = have is not None and have.metric is not None and have.refused is None
            return back if told and have is not None and verbs <= {have.trigger} else None
        if name in _VERBS:
            verbs.add(back)
        elif name in ("stop", "relative"):
            return None
    return None


def _next_share(units: Sequence[Unit], i: int, bound: Mapping[int, Binding]) -> int | None:
    """The share before with a verb of being or saying, beside which a figure with such a verb is another share."""
    if units[i].name != "bare" or i < 4 or i + 1 >= len(units) or units[i + 1].name not in _SAID:
        return None
    if units[i - 1].name not in _JOINTS:
        return None
    for back in range(i - 1, max(-1, i - _REACH), -1):
        name = units[back].name
        if name in NUMBERED:
            have = bound.get(back)
            is_share = have is not None and (have.whole is not None or have.whole_id is not None)
            return back if is_share and units[back + 1].name in _SAID else None
        if name in _VERBS or name in ("stop", "relative"):
            return None
    return None


def over_clause(units: Sequence[Unit], comma: int) -> int:
    """Where to go on reading backwards from a comma that closes a relative clause: the comma that opens it.

    Where it closes none, the comma itself.
    """
    if units[comma].name != "comma":
        return comma
    for back in range(comma - 1, max(0, comma - _DEEPEST_CLAUSE), -1):
        if units[back].name == "relative" and units[back - 1].name == "comma":
            return back - 1
        if units[back].name in ("comma", "semicolon", "stop") or units[back].name in NUMBERED:
            return comma
    return comma
