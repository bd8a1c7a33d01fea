"""What changed between two dates: for each series the latest figure as of each, subtracted where that is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from claimtrack import dates
from claimtrack.analysis.epochs import WINDOWED, window, window_words
from claimtrack.analysis.figures import Figure, LeftOut, Settled, Superseded, dated_day, rivals, settle, tracks
from claimtrack.analysis.names import Names
from claimtrack.analysis.order import Undated, place_undated
from claimtrack.analysis.pairing import Half, Pair, pair
from claimtrack.analysis.scope import asked, sort_out
from claimtrack.analysis.series import (
    BASIS_WORDS,
    SUBTRACTABLE,
    Series,
    kind,
    match,
    refusal,
    series_of,
)
from claimtrack.analysis.sources import name_of, source_of
from claimtrack.analysis.values import Interval, describe_change, difference, in_words, printed_difference
from claimtrack.errors import UsageError
from claimtrack.model import Claim


class Side(StrEnum):
    """One of the two dates of a diff."""

    BEFORE = "before"
    AFTER = "after"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures of one series, or across sources, and what they tell of the change between their days.

    `change` is what the bounds allow, `printed` the difference of the printed numbers, `days` lie between the two
    figures (not between the asked dates); the rates are a day. `known` says in words what the bounds tell, `words`
    all of it. `caveats` are never empty where the sources differ.
    """

    series: Series
    before: Figure
    after: Figure
    same_source: bool
    change: Interval
    printed: int | None
    days: int
    printed_rate: float | None
    low_rate: float | None
    high_rate: float | None
    known: str
    words: str
    caveats: tuple[str, ...]


class OneSided(msgspec.Struct, frozen=True, kw_only=True):
    """A series with a figure for one of the two dates only, and why nothing is set against it."""

    side: Side
    series: Series
    figure: Figure
    reason: str


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of `diff`; each claim asked about stands in exactly one of its lists."""

    before: str
    after: str
    metric: str | None
    place: str | None
    changes: tuple[Change, ...]
    one_sided: tuple[OneSided, ...]
    undated: tuple[Undated, ...]
    superseded: tuple[Superseded, ...]
    not_compared: tuple[LeftOut, ...]


def diff(
    claims: Iterable[Claim],
    before: str,
    after: str,
    *,
    metric: str | None = None,
    place: str | None = None,
    aliases: Mapping[str, str] | None = None,
) -> Diff:
    """Compare the figures known on one date with those known on a later one.

    Args:
        claims: any claims; those of other metrics and places are not looked at.
        before: the first date, ISO of any precision (a month or year means its last day).
        after: the second date.
        metric: only this metric.
        place: only this place; places whose name holds it are listed as not compared.
        aliases: names that mean the same as others (`hamas-run health ministry`: `gaza ministry of health`).

    Raises:
        UsageError: the first date is later than the second, or one of them is no date.
    """
    first, last = dates.last_day(before), dates.last_day(after)
    if first > last:
        raise UsageError(f"{before} is later than {after}: give the earlier date first, {after} {before}")
    names = Names.of(aliases)
    found = sort_out(asked(claims, names, metric, place), names, place=place, until=last, refuse=_refusal)
    befores, afters, settled = _sides(found.dated, first, names)
    paired = pair(befores, afters, names)
    one_sided = [
        *_one_sided(paired.before, Side.BEFORE, afters, after, names),
        *_one_sided(paired.after, Side.AFTER, befores, before, names),
    ]
    superseded = [one for each in settled for one in each.superseded]
    return Diff(
        before=before,
        after=after,
        metric=metric,
        place=place,
        changes=tuple(sorted((_change(one, names) for one in paired.pairs), key=lambda one: _order(one.after.claim))),
        one_sided=tuple(sorted(one_sided, key=lambda one: _order(one.figure.claim))),
        undated=place_undated(found.undated, found.dated, names),
        superseded=tuple(sorted(superseded, key=lambda one: _order(one.claim))),
        not_compared=tuple(sorted([*found.left_out, *rivals(settled)], key=lambda one: _order(one.claim))),
    )


def _sides(claims: Iterable[Claim], first: date, names: Names) -> tuple[list[Half], list[Half], list[Settled]]:
    """The latest figures of each series up to the first date, those after it, and all that settling them left."""
    befores: list[Half] = []
    afters: list[Half] = []
    settled: list[Settled] = []
    for number, track in enumerate(tracks(claims, names)):
        for halves, members in (
            (befores, [claim for claim in track if dated_day(claim) <= first]),
            (afters, [claim for claim in track if dated_day(claim) > first]),
        ):
            if members:
                settled.append(settle(members))
                halves.append(Half(track=number, figure=settled[-1].figure))
    return befores, afters, settled


def _refusal(claim: Claim, names: Names) -> str | None:
    """Why a claim cannot be subtracted from any other, or any other from it."""
    if claim.basis in SUBTRACTABLE:
        return refusal(claim, names)
    when = f" ({window_words(claim)})" if claim.basis in WINDOWED and window(claim) else ""
    basis = f"{BASIS_WORDS[claim.basis]}{when}: only running totals and states on a day can be subtracted"
    refused = refusal(claim, names)
    return f"{refused}; {basis}" if refused else basis


def _change(one: Pair, names: Names) -> Change:
    """What a pair tells."""
    before, after = one.before.figure, one.after.figure
    values = before.claim.value, after.claim.value
    days = (dated_day(after.claim) - dated_day(before.claim)).days
    change, printed, known = difference(*values), printed_difference(*values), describe_change(*values)
    caveats = list(one.match.caveats)
    if not one.is_one_source:
        caveats.insert(0, f"no source gives a figure on both sides: {before.source} before, {after.source} after")
    return Change(
        series=series_of((after.claim, before.claim), names),
        before=before,
        after=after,
        same_source=one.is_one_source,
        change=change,
        printed=printed,
        days=days,
        printed_rate=_rate(printed, days),
        low_rate=_rate(change.low, days),
        high_rate=_rate(change.high, days),
        known=known,
        words=_words(printed, days, known),
        caveats=tuple(caveats),
    )


def _rate(amount: int | None, days: int) -> float | None:
    """So many a day; None where the amount is not known."""
    return None if amount is None or days == 0 else amount / days


def _words(printed: int | None, days: int, known: str) -> str:
    """All that is known of a change, the printed numbers first."""
    if printed is None:
        return known
    rate = _rate(abs(printed), days)
    a_day = "" if rate is None else f", {in_words(round(rate))} a day" if rate >= 1 else f", {rate:.1g} a day"
    return f"the printed numbers differ by {in_words(abs(printed))}{a_day}; {known}"


def _one_sided(halves: Iterable[Half], side: Side, others: Iterable[Half], by: str, names: Names) -> Iterator[OneSided]:
    """Halves without their other half, each with the nearest figure of the other side and why it will not do."""
    opposite = _by_thing(others, names)
    for half in halves:
        claim = half.figure.claim
        missing = "no newer figure" if side is Side.BEFORE else "no figure"
        reason = f"{half.figure.source} gives {missing} by {by}"
        near = [one for thing in _things(claim, names) for one in opposite.get(thing, {}).values()]
        nearest = _nearest(claim, near, names)
        if nearest is not None:
            reason += f"; not comparable: {nearest}"
        yield OneSided(side=side, series=series_of((claim,), names), figure=half.figure, reason=reason)


def _things(claim: Claim, names: Names) -> list[tuple[str | None, ...]]:
    """What a claim must share with one that is named as the nearest to it; without a place, best its document."""
    place = names.key(claim.place)
    return [(claim.metric, place), *([(claim.metric, place, claim.document)] if place is None else [])]


def _by_thing(halves: Iterable[Half], names: Names) -> dict[tuple[str | None, ...], dict[object, Claim]]:
    """For each thing one claim of a kind, the first by its id: the reasons against it are those against all of them."""
    found: dict[tuple[str | None, ...], dict[object, Claim]] = {}
    for claim in sorted((half.figure.claim for half in halves), key=lambda claim: claim.id):
        for thing in _things(claim, names):
            found.setdefault(thing, {}).setdefault((claim.unit, claim.basis, kind(claim, names)), claim)
    return found


def _nearest(claim: Claim, others: Iterable[Claim], names: Names) -> str | None:
    """The figure that fewest reasons keep from standing beside the claim, with these reasons."""
    found = [(match(other, claim, names), other) for other in others]
    kept = [(len(compared.reasons), other.id, compared, other) for compared, other in found if not compared.allowed]
    if not kept:
        return None
    _, _, compared, other = min(kept, key=lambda one: one[:2])
    return f"{name_of(other)}: {compared.reason}"


def _order(claim: Claim) -> tuple[str, str, str, str]:
    """The order of all lists: by metric, place and source; the id makes it a total one."""
    return claim.metric, claim.place or "", source_of(claim)[0], claim.id
