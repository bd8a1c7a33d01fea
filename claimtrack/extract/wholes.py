"""The larger figure of a sentence that another one is a share of, found by the words between them.

`including 16,500 children`, `four of them women`, `24,700 of the 34,600 deaths`, `of 28 cases, 11 have died`,
`injured 17, five seriously`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.ellipsis import over_clause
from claimtrack.extract.rules import Binding
from claimtrack.extract.units import NUMBERED, Unit

PASSABLE = frozenset(
    {
        "people_np",
        "counted_np",
        "home_np",
        "family_np",
        "other",
        "of",
        "in",
        "at",
        "from",
        "date",
        "adverb",
        "quote",
        "preposition",
        "dash",
        "by",
        "to",
        "refused",
        "evidential",
    }
)
JOINTS = frozenset({"comma", "and", "along", "or", "semicolon"})
_CLAUSE_ENDS = frozenset({"comma", "stop", "semicolon", "and", "close", "quote"})
_HURT = frozenset({"injuries", "casualties"})
_SHARE_REACH = 9


def share_of(units: Sequence[Unit], i: int, bound: dict[int, Binding]) -> int | None:
    """The figure that `units[i]` is a share of, where a word such as `including` says so."""
    partitive = _partitive(units, i, bound)
    if partitive is not None:
        return partitive
    for find in (_by_manner, _of_fronted):
        whole = find(units, i, bound)
        if whole is not None:
            return whole
    marker = None
    if i + 1 < len(units) and units[i + 1].name == "including" and units[i].name in ("bare", "people"):
        marker = i
    back = i
    for _ in range(_SHARE_REACH - 1):
        back = over_clause(units, back - 1) if back else -1
        if back < 0:
            break
        name = units[back].name
        if name == "including":
            marker = back
            break
        other = bound.get(back)
        if name in NUMBERED and other is not None and other.whole in bound and marker is None:
            between = {u.name for u in units[back + 1 : i]}
            listed = between <= PASSABLE | JOINTS | {"copula"} and bool(between & {"and", "comma"})
            if listed and units[i].name != "bare":
                return other.whole
        if name in ("passive", "active", "past", "intransitive", "copular", "stop", "semicolon", "open", "close"):
            break
    if marker is None:
        return None
    for back in range(marker - 1, -1, -1):
        binding = bound.get(back)
        if units[back].name in NUMBERED and binding is not None and binding.metric and binding.whole is None:
            return back
        if units[back].name in ("stop",):
            return None
    return None


def is_marked(units: Sequence[Unit], i: int, whole: int, bound: dict[int, Binding]) -> bool:
    """Whether the word that makes a share stands right beside the figure: `two of whom died`, `of whom 12 fled`."""
    before = units[i - 2].name if i > 1 and units[i - 1].name in ("adverb", "evidential") else units[i - 1].name
    behind = units[i + 1] if i + 1 < len(units) else None
    fronted = _of_fronted(units, i, bound) == whole
    return (
        fronted
        or (i > 0 and before == "including")
        or (behind is not None and (behind.name == "including" or _tells_how(behind)))
    )


def _by_manner(units: Sequence[Unit], i: int, bound: dict[int, Binding]) -> int | None:
    """`injured 17, five seriously`: the figure before, of which some are told apart by how it happened to them."""
    behind = units[i + 1] if i + 1 < len(units) else None
    if units[i].name != "bare" or behind is None or i < 2 or units[i - 1].name != "comma":
        return None
    if not _tells_how(behind) or (i + 2 < len(units) and units[i + 2].name not in _CLAUSE_ENDS):
        return None
    for back in range(i - 2, max(-1, i - 8), -1):
        if units[back].name in NUMBERED:
            have = bound.get(back)
            return back if have is not None and have.metric in _HURT and have.whole is None else None
        if units[back].name in ("stop", "semicolon"):
            return None
    return None


def _tells_how(unit: Unit) -> bool:
    """Whether a unit says how it happened: `seriously`, `fatally`."""
    adverb = unit.name == "adverb" and unit.head is not None
    return adverb or any(r.kind == "manner" for alternatives in unit.triggers for r in alternatives)


def _of_fronted(units: Sequence[Unit], i: int, bound: dict[int, Binding]) -> int | None:
    """`of 28 confirmed cases, 11 have died`: the figure that opens the sentence."""
    first = 1 if units[0].name != "of" and len(units) > 1 else 0
    k = next((k for k in range(first, min(first + 3, i)) if units[k].name in NUMBERED), None)
    if (
        k is None
        or "of" not in [unit.name for unit in units[:k]]
        or (have := bound.get(k)) is None
        or have.metric is None
    ):
        return None
    whole, part = units[k].quantity, units[i].quantity
    between = [unit.name for unit in units[k + 1 : i]]
    if whole is None or part is None or part.value >= whole.value or "comma" not in between:
        return None
    return None if {"semicolon", "stop", "relative"} & set(between) else k


def _partitive(units: Sequence[Unit], i: int, bound: dict[int, Binding]) -> int | None:
    """`24,700 of the 34,600 deaths`, `1,424 casualties: 516 killed`: the figure that holds this one."""
    k = i + 3 if i + 2 < len(units) and units[i + 2].name == "other" else i + 2
    if k < len(units) and units[i + 1].name == "of" and units[k].name in NUMBERED:
        other = bound.get(k)
        have = bound.get(i)
        if other is not None and other.metric and (have is None or have.metric == other.metric):
            return k
    have = bound.get(i)
    for back in range(i - 1, max(-1, i - 8), -1):
        if units[back].name == "colon" and back and have is not None and have.metric in ("deaths", "injuries"):
            whole = bound.get(back - 1)
            return back - 1 if whole is not None and whole.metric == "casualties" else None
        if units[back].name in ("stop", "semicolon"):
            break
    return None
