"""Ids in tables: as much of each as tells it from all others, so that it fits and can be typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

LEAST = 4
Shorten = Callable[[str], str]


def among(ids: Sequence[str]) -> Shorten:
    """Cuts each of these ids to the shortest beginning that no other of them has."""
    ordered = sorted(set(ids))

    def short(one: str) -> str:
        at = bisect_left(ordered, one)
        return beginning(one, ordered[max(at - 1, 0) : at] + ordered[at + 1 : at + 2])

    return short


def beginning(one: str, neighbours: Sequence[str]) -> str:
    """The shortest beginning of an id that its neighbours in order, and so all others, do not have."""
    return next(
        (
            one[:size]
            for size in range(LEAST, len(one))
            if not any(other.startswith(one[:size]) for other in neighbours)
        ),
        one,
    )
