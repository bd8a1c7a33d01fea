"""Which claims a question is about, and which of them it can use: the first sorting of compare and diff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from claimtrack import dates
from claimtrack.analysis.figures import LeftOut, day_of
from claimtrack.analysis.names import Names
from claimtrack.analysis.series import SHARE, refusal
from claimtrack.model import Claim

Refusal = Callable[[Claim, Names], str | None]


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of a question: those to use, those without a date, and those that cannot be used."""

    dated: tuple[Claim, ...]
    undated: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


def asked(claims: Iterable[Claim], names: Names, metric: str | None, place: str | None) -> list[Claim]:
    """The claims of the metric, in a place whose name holds the asked one, each once and in one order.

    `Gaza City` is asked about with `Gaza`, so that it can be left out with a reason instead of in silence.
    """
    wanted = names.key(place)
    found = {
        claim.id: claim
        for claim in claims
        if (metric is None or claim.metric == metric)
        and (wanted is None or f" {wanted} " in f" {names.key(claim.place) or ''} ")
    }
    return [found[key] for key in sorted(found)]


def sort_out(
    claims: Iterable[Claim], names: Names, *, place: str | None, until: date | None, refuse: Refusal = refusal
) -> Sorted:
    """Part the claims by whether they can be used for an answer about `place` as of the day `until`."""
    claims = list(claims)
    texts = {claim.id: claim.value.text for claim in claims}
    dated: list[Claim] = []
    undated: list[Claim] = []
    left_out: list[LeftOut] = []
    for claim in claims:
        day = day_of(claim)
        reason = _other_place(claim, names, place) or refuse(claim, names) or _too_late(day, until)
        if reason is not None:
            left_out.append(LeftOut(claim=claim, reason=_with_whole(reason, claim, texts)))
        else:
            (undated if day is None else dated).append(claim)
    return Sorted(dated=tuple(dated), undated=tuple(undated), left_out=tuple(left_out))


def _other_place(claim: Claim, names: Names, place: str | None) -> str | None:
    """Why the claim's place is not the asked one: a wider or narrower place never stands for it."""
    if place is None or names.key(claim.place) == names.key(place):
        return None
    return f"another place: {claim.place}, not {place}"


def _with_whole(reason: str, claim: Claim, texts: Mapping[str, str]) -> str:
    """The reason that speaks of a share, with the figure that it is part of where that is known."""
    whole = texts.get(claim.part_of or "")
    return reason if whole is None else reason.replace(SHARE, f"{SHARE} (part of {whole})")


def _too_late(day: date | None, until: date | None) -> str | None:
    """Why a claim of this day cannot be known yet."""
    if day is None or until is None or day <= until:
        return None
    return f"stated for {dates.day(day)}, after {dates.day(until)}"
