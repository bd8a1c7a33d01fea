"""Comparability, decided in one place: which claims may be set side by side, and why others may not.

`match` looks at everything but the source: its reasons forbid to set a claim beside another, its caveats are what
a reader must know where it is allowed. A series is what one source says of one thing (`series_key`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from claimtrack.analysis.epochs import (
    WINDOWED,
    best_start,
    epoch,
    is_certain_start,
    same_start,
    slack_days,
    start_of,
    start_words,
    window,
    window_words,
)
from claimtrack.analysis.names import Names, Whom
from claimtrack.analysis.sources import name_of, source_key
from claimtrack.model import Basis, Claim, Status

SHARE = "a share of another figure"
SUBTRACTABLE = frozenset({Basis.CUMULATIVE, Basis.STOCK})
BASIS_WORDS = {
    Basis.INCIDENT: "one event",
    Basis.PERIOD: "the count of a period",
    Basis.CUMULATIVE: "a running total",
    Basis.STOCK: "the state on a day",
    Basis.FLOW: "movements in a period",
    Basis.UNKNOWN: "a count of a kind that is not said",
}


class SeriesKey(msgspec.Struct, frozen=True, kw_only=True):
    """What two claims must have in common to be points of one series; names are in one spelling.

    `epoch` is the start of a running total, or the dates of an event. `document` is set where nothing else tells
    that two documents speak of the same thing: where no place, or no date of the event, is given.
    """

    metric: str
    unit: str
    place: str | None
    basis: Basis
    population: str
    epoch: str | None
    share: bool
    document: str | None
    source: str


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What a row, a change or a comparison is about, in the words of its claims."""

    metric: str
    unit: str
    population: str | None
    place: str | None
    basis: Basis
    since: str | None


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Whether two claims may be set side by side: not, if there are reasons; with these caveats, if not."""

    reasons: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether nothing forbids to set them side by side."""
        return not self.reasons

    @property
    def reason(self) -> str:
        """All reasons in one line."""
        return "; ".join(self.reasons)


def series_key(claim: Claim, names: Names, by: str = "attribution") -> SeriesKey:
    """The series that a claim is a point of."""
    return SeriesKey(
        metric=claim.metric,
        unit=claim.unit,
        place=names.key(claim.place),
        basis=claim.basis,
        population=names.population(claim.population, claim.place).key,
        epoch=epoch(claim),
        share=is_share(claim, names),
        document=claim.document if _is_adrift(claim) else None,
        source=source_key(claim, names, by),
    )


def family(claim: Claim, names: Names) -> tuple[str, str, str, str, str]:
    """What two claims must have in common to match at all: a quick way to keep the others apart."""
    adrift = claim.document if _is_adrift(claim) else ""
    return claim.metric, claim.unit, names.key(claim.place) or "", claim.basis, adrift


def kind(claim: Claim, names: Names) -> tuple[object, ...]:
    """What decides, within a family, which claims may stand beside this one: those of one kind match each other."""
    population = names.population(claim.population, claim.place)
    if claim.basis in WINDOWED:
        return population, window(claim)
    return population, start_of(claim), is_certain_start(claim), slack_days(claim)


def is_share(claim: Claim, names: Names) -> bool:
    """Whether the claim is part of a larger figure and no group of its own sets it apart from the whole."""
    return claim.part_of is not None and names.population(claim.population, claim.place).whom is not Whom.GROUP


def refusal(claim: Claim, names: Names) -> str | None:
    """Why a claim may be set beside none at all; None if it may."""
    if claim.status is Status.DENIED:
        return "denied by its source"
    if claim.status is Status.PROJECTED:
        return "a projection, not a count"
    if is_share(claim, names):
        return SHARE
    return None


def match(claim: Claim, reference: Claim, names: Names) -> Match:
    """Whether a claim may be set beside another, whoever says it; the reasons speak of `claim`."""
    reasons: list[str] = []
    caveats: list[str] = []
    for test in _TESTS:
        for is_reason, words in test(claim, reference, names):
            (reasons if is_reason else caveats).append(words)
    return Match(reasons=tuple(reasons), caveats=tuple(caveats))


def series_of(claims: Sequence[Claim], names: Names) -> Series:
    """What claims that match are all about: in the words of the first, `since` the start that is known best."""
    first = claims[0]
    populations = {names.population(claim.population, claim.place).key for claim in claims}
    return Series(
        metric=first.metric,
        unit=first.unit,
        population=first.population if len(populations) == 1 else None,
        place=first.place,
        basis=first.basis,
        since=best_start(claims) if first.basis is Basis.CUMULATIVE else None,
    )


Findings = Iterator[tuple[bool, str]]
_REASON, _CAVEAT = True, False


def _metric(claim: Claim, reference: Claim, names: Names) -> Findings:
    if claim.metric != reference.metric:
        yield _REASON, f"another metric: {claim.metric}, not {reference.metric}"
    if claim.unit != reference.unit:
        yield _REASON, f"counts {claim.unit}, not {reference.unit}"


def _status(claim: Claim, reference: Claim, names: Names) -> Findings:
    for one in (claim, reference):
        why = refusal(one, names)
        if why is not None:
            yield _REASON, why
    presumed = {one.status for one in (claim, reference)}
    if presumed == {Status.PRESUMED, Status.ASSERTED}:
        yield _CAVEAT, f"presumed: {name_of(claim if claim.status is Status.PRESUMED else reference)}"


def _basis(claim: Claim, reference: Claim, names: Names) -> Findings:
    if claim.basis is not reference.basis:
        yield _REASON, f"{BASIS_WORDS[claim.basis]} against {BASIS_WORDS[reference.basis]}"
    elif claim.basis is Basis.UNKNOWN:
        yield _CAVEAT, "neither text says what kind of count it is"


def _place(claim: Claim, reference: Claim, names: Names) -> Findings:
    if claim.place is None or reference.place is None:
        if claim.place is not reference.place:
            yield _REASON, f"{_or_unsaid(claim.place, 'place')}, against {_or_unsaid(reference.place, 'place')}"
        elif claim.document != reference.document:
            yield _REASON, "no place is given: they may count different things"
    elif names.key(claim.place) != names.key(reference.place):
        yield _REASON, f"another place: {claim.place}, not {reference.place}"


def _population(claim: Claim, reference: Claim, names: Names) -> Findings:
    ours = names.population(claim.population, claim.place)
    theirs = names.population(reference.population, reference.place)
    if ours.key == theirs.key:
        if ours.whom is Whom.EVERYONE and names.said(claim.population) != names.said(reference.population):
            yield _CAVEAT, _said_differently(claim, reference)
    elif {ours.whom, theirs.whom} == {Whom.EVERYONE, Whom.NATION}:
        yield _CAVEAT, _said_differently(claim, reference)
    else:
        wanted = reference.population or "people in general"
        yield _REASON, f"another population: {claim.population or 'people in general'}, not {wanted}"


def _start(claim: Claim, reference: Claim, names: Names) -> Findings:
    ours, theirs = start_of(claim), start_of(reference)
    if not claim.basis is reference.basis is Basis.CUMULATIVE or ours == theirs:
        return
    if ours is None or theirs is None:
        yield _CAVEAT, f"only one text says when its count begins: {ours or theirs}"
    elif same_start(claim, reference):
        yield _CAVEAT, f"starts said differently: {start_words(claim)}, {start_words(reference)}"
    elif is_certain_start(claim) and is_certain_start(reference):
        yield _REASON, f"counts restarted: since {ours} against since {theirs}"
    else:
        yield _REASON, f"counts begin at other times: {start_words(claim)}, against {start_words(reference)}"


def _window(claim: Claim, reference: Claim, names: Names) -> Findings:
    if claim.basis is not reference.basis or claim.basis not in WINDOWED:
        return
    ours, theirs = window(claim), window(reference)
    what = "event" if claim.basis is Basis.INCIDENT else "period"
    if ours is None or theirs is None:
        if claim.document != reference.document or ours is not theirs:
            yield _REASON, f"the dates of the {what} are not known"
    elif claim.basis is Basis.INCIDENT and ours[0] <= theirs[1] and theirs[0] <= ours[1]:
        if claim.document != reference.document:
            yield _CAVEAT, "taken for one event: same place, same time"
    elif ours != theirs:
        yield _REASON, f"another {what}: {window_words(claim)}, not {window_words(reference)}"


_TESTS: tuple[Callable[[Claim, Claim, Names], Findings], ...] = (
    _metric,
    _status,
    _basis,
    _place,
    _population,
    _start,
    _window,
)


def _is_adrift(claim: Claim) -> bool:
    """Whether nothing ties the claim to claims of other documents."""
    return claim.place is None or (claim.basis in WINDOWED and window(claim) is None)


def _said_differently(claim: Claim, reference: Claim) -> str:
    ours, theirs = (f"“{one.population}”" if one.population else "not said" for one in (claim, reference))
    return f"population said differently: {ours} / {theirs}"


def _or_unsaid(words: str | None, what: str) -> str:
    return words if words is not None else f"{what} not said"
