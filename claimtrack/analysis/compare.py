"""Who says what of one metric on one date: a row a source, how the rows stand to each other, and their range."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Day

import msgspec

from claimtrack import dates
from claimtrack.analysis.agreement import Against, Spread, Stand, overall, spread, stand
from claimtrack.analysis.figures import (
    Figure,
    LeftOut,
    Settled,
    Superseded,
    dated_day,
    figure_of,
    rivals,
    settle,
    tracks,
)
from claimtrack.analysis.grouping import comparable
from claimtrack.analysis.names import Names
from claimtrack.analysis.order import Undated, place_undated
from claimtrack.analysis.scope import asked, sort_out
from claimtrack.analysis.series import Series, match, series_of
from claimtrack.analysis.sources import source_key, source_of
from claimtrack.analysis.values import bounds, tolerant_bounds
from claimtrack.errors import UsageError
from claimtrack.model import Claim

WAYS = ("attribution", "outlet")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says: its latest figure up to the date, with all outlets that relay it.

    `age` counts the days from the figure's day to the comparison's; `agreement` is how it stands to the others as a
    whole and `against` to each. `repeats` names the outlet of an earlier row that relays the very same figure of the
    same source (only where rows are outlets). `caveats` tell what to know when it is set beside the first row.
    """

    figure: Figure
    age: int
    agreement: Stand
    against: tuple[Against, ...]
    repeats: str | None
    caveats: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of `compare`; each claim asked about stands in exactly one of its lists.

    `day` is the asked date's last day, else the day of the latest figure; ages are relative to it. `range` spans all
    rows, `current` those that no other row is newer than. `origins` counts the rows without those that repeat.
    `series` is what the rows are about; all None where nothing can be compared.
    """

    metric: str
    place: str | None
    date: str | None
    by: str
    day: str | None
    series: Series | None
    rows: tuple[Row, ...]
    range: Spread | None
    current: Spread | None
    origins: int
    undated: tuple[Undated, ...]
    superseded: tuple[Superseded, ...]
    left_out: tuple[LeftOut, ...]


def compare(
    claims: Iterable[Claim],
    metric: str,
    *,
    place: str | None = None,
    date: str | None = None,
    by: str = "attribution",
    aliases: Mapping[str, str] | None = None,
) -> Comparison:
    """Set the latest figures of all sources for one metric side by side.

    Where the claims speak of several things (places, populations, kinds of count), the rows are about the one that
    most sources speak of, and the others are left out with the reason.

    Args:
        claims: any claims; those of other metrics and places are not looked at.
        metric: the metric to compare.
        place: only this place; places whose name holds it are left out with the reason.
        date: only what is stated for this date or earlier, ISO of any precision; None for the latest.
        by: `attribution` (who is named as the source) or `outlet` (who published).
        aliases: names that mean the same as others.

    Raises:
        UsageError: `by` is something else, or the date is no date.
    """
    if by not in WAYS:
        raise UsageError(f"cannot compare by {by!r}, expected attribution or outlet")
    names = Names.of(aliases)
    until = dates.last_day(date) if date is not None else None
    found = sort_out(asked(claims, names, metric, place), names, place=place, until=until)
    settled = [settle(track, by) for track in tracks(found.dated, names, by)]
    figures = [figure for one in settled for figure in _figures(one, by)]
    chosen = comparable(figures, names, by)
    day = until or max((dated_day(figure.claim) for figure in figures), default=None)
    rows = _rows(chosen, day, names) if day is not None else []
    superseded = [one for each in settled for one in each.superseded]
    left_out = [*found.left_out, *_minor_rivals(settled), *_incomparable(figures, chosen, names)]
    return Comparison(
        metric=metric,
        place=place,
        date=date,
        by=by,
        day=dates.day(day) if day is not None else None,
        series=series_of([figure.claim for figure in chosen], names) if chosen else None,
        rows=tuple(rows),
        range=_range(rows),
        current=_current(rows),
        origins=sum(row.repeats is None for row in rows),
        undated=place_undated(found.undated, found.dated, names, by),
        superseded=tuple(sorted(superseded, key=lambda one: one.claim.id)),
        left_out=tuple(sorted(left_out, key=lambda one: (one.reason, one.claim.id))),
    )


def _figures(settled: Settled, by: str) -> list[Figure]:
    """The figure of a series, and those of the same source and day that contradict it."""
    same: dict[object, list[Claim]] = {}
    for claim in settled.rivals:
        if _contradicts(claim, settled.figure.claim):
            same.setdefault((claim.value.low, claim.value.high), []).append(claim)
    return [settled.figure, *(figure_of(claims, by) for claims in same.values())]


def _contradicts(claim: Claim, other: Claim) -> bool:
    """Whether no number lies in the bounds of both."""
    return not tolerant_bounds(claim.value).overlaps(tolerant_bounds(other.value))


def _minor_rivals(settled: Iterable[Settled]) -> list[LeftOut]:
    """Figures that say less of the same day than the one that was taken, and do not contradict it."""
    return [left for one in settled for left in rivals([one]) if not _contradicts(left.claim, one.figure.claim)]


def _rows(chosen: Sequence[Figure], day: Day, names: Names) -> list[Row]:
    """The rows, the latest figure first, then in the order of the sources."""
    ordered = sorted(chosen, key=lambda one: (-dated_day(one.claim).toordinal(), one.source, one.claim.id))
    rows = []
    for number, figure in enumerate(ordered):
        against = tuple(stand(figure, other) for other in ordered if other is not figure)
        repeated = next((one for one in ordered[:number] if _relays_same(one, figure, names)), None)
        rows.append(
            Row(
                figure=figure,
                age=(day - dated_day(figure.claim)).days,
                agreement=Stand.RELAYS if repeated else overall(against),
                against=against,
                repeats=repeated.source if repeated else None,
                caveats=match(figure.claim, ordered[0].claim, names).caveats if number else (),
            )
        )
    return rows


def _relays_same(one: Figure, other: Figure, names: Names) -> bool:
    """Whether two outlets give the same figure of the same source for the same day."""
    first, second = one.claim, other.claim
    return (
        source_of(first)[1] == "attribution"
        and source_key(first, names) == source_key(second, names)
        and bounds(first.value) == bounds(second.value)
        and dated_day(first) == dated_day(second)
    )


def _range(rows: Sequence[Row]) -> Spread | None:
    """What all rows span, with what its width is made of."""
    days = {dated_day(row.figure.claim) for row in rows}
    reason = f"from the lowest to the highest bound of {_count(rows)}"
    if len(days) > 1:
        reason += f", stated for days {(max(days) - min(days)).days} apart: part of its width is time"
    return spread([row.figure for row in rows], reason)


def _current(rows: Sequence[Row]) -> Spread | None:
    """What the rows span that are not just older than another."""
    newest = [row for row in rows if row.agreement is not Stand.OLDER]
    older = len(rows) - len(newest)
    reason = f"of {_count(newest)}"
    if older:
        reason += f"; {older} older {'figure is' if older == 1 else 'figures are'} not in it"
    return spread([row.figure for row in newest], reason)


def _count(rows: Sequence[Row]) -> str:
    """How many figures of how many sources."""
    sources = {(row.figure.source_kind, row.figure.source) for row in rows}
    figures, voices = len(rows), len(sources)
    return f"{figures} {'figure' if figures == 1 else 'figures'} of {voices} {'source' if voices == 1 else 'sources'}"


def _incomparable(figures: Sequence[Figure], chosen: Sequence[Figure], names: Names) -> list[LeftOut]:
    """The claims of the figures that are no row, each with the reasons against the rows."""
    left = []
    rows = {id(one) for one in chosen}
    for figure in figures:
        if id(figure) in rows:
            continue
        found = (match(figure.claim, one.claim, names) for one in chosen)
        reason = next((one.reason for one in found if not one.allowed), "")
        left += [LeftOut(claim=claim, reason=reason) for claim in figure.claims]
    return left
