"""Which figure of the first date is set against which of the second: the same series, the same source, then across.

Figures are paired across sources only where no source spans both dates, and then only one pair is made: the one
with the fewest caveats, of the latest figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from claimtrack.analysis.figures import Figure, dated_day
from claimtrack.analysis.names import Names
from claimtrack.analysis.series import Match, family, kind, match
from claimtrack.analysis.sources import source_key

_SAME_SERIES, _SAME_SOURCE, _ACROSS = range(3)


class Half(msgspec.Struct, frozen=True, kw_only=True):
    """The latest figure of one series on one side; `track` numbers the series."""

    track: int
    figure: Figure


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two halves that may be subtracted, and how they match."""

    before: Half
    after: Half
    closeness: int
    match: Match

    @property
    def is_one_source(self) -> bool:
        """Whether one source gives both figures."""
        return self.closeness != _ACROSS


class Paired(msgspec.Struct, frozen=True, kw_only=True):
    """The pairs, and the halves that found none."""

    pairs: tuple[Pair, ...]
    before: tuple[Half, ...]
    after: tuple[Half, ...]


def pair(before: Iterable[Half], after: Iterable[Half], names: Names) -> Paired:
    """Set the halves of the first date against those of the second."""
    befores, afters = _by_family(before, names), _by_family(after, names)
    pairs: list[Pair] = []
    alone_before: list[Half] = []
    alone_after: list[Half] = []
    for key in sorted({*befores, *afters}):
        ours, theirs = befores.get(key, []), afters.get(key, [])
        chosen = _choose(_candidates(ours, theirs, names))
        pairs += chosen
        alone_before += [half for half in ours if half.track not in {one.before.track for one in chosen}]
        alone_after += [half for half in theirs if half.track not in {one.after.track for one in chosen}]
    return Paired(pairs=tuple(pairs), before=tuple(alone_before), after=tuple(alone_after))


def _by_family(halves: Iterable[Half], names: Names) -> dict[tuple[str, ...], list[Half]]:
    """Halves that can match at all, together."""
    families: dict[tuple[str, ...], list[Half]] = {}
    for half in halves:
        families.setdefault(family(half.figure.claim, names), []).append(half)
    return families


def _candidates(befores: Sequence[Half], afters: Sequence[Half], names: Names) -> list[Pair]:
    """All pairs that may be subtracted, the best first."""
    found = []
    kinds = {id(half): kind(half.figure.claim, names) for half in (*befores, *afters)}
    apart: set[tuple[object, object]] = set()  # kinds that exclude each other, whoever says it
    for before in befores:
        for after in afters:
            both = kinds[id(before)], kinds[id(after)]
            if both in apart:
                continue
            compared = match(before.figure.claim, after.figure.claim, names)
            if compared.allowed:
                closeness = _closeness(before, after, names)
                found.append(Pair(before=before, after=after, closeness=closeness, match=compared))
            else:
                apart.add(both)
    return sorted(found, key=_preference)


def _closeness(before: Half, after: Half, names: Names) -> int:
    if before.track == after.track:
        return _SAME_SERIES
    same = source_key(before.figure.claim, names) == source_key(after.figure.claim, names)
    return _SAME_SOURCE if same else _ACROSS


def _preference(one: Pair) -> tuple[object, ...]:
    """Nearer sources first, then fewer caveats, then later figures; ids make it a total order."""
    before, after = one.before.figure.claim, one.after.figure.claim
    later = (-dated_day(before).toordinal(), -dated_day(after).toordinal())
    return (one.closeness, len(one.match.caveats), *later, before.id, after.id)


def _choose(candidates: Sequence[Pair]) -> list[Pair]:
    """Take the best pairs, each half once, and across sources only what no pair is comparable with yet."""
    chosen: list[Pair] = []
    befores: set[int] = set()
    afters: set[int] = set()
    allowed = {(one.before.track, one.after.track) for one in candidates}
    for one in candidates:
        if one.before.track in befores or one.after.track in afters:
            continue
        if one.is_one_source or not any(
            (one.before.track, other.after.track) in allowed or (other.before.track, one.after.track) in allowed
            for other in chosen
        ):
            chosen.append(one)
            befores.add(one.before.track)
            afters.add(one.after.track)
    return chosen
