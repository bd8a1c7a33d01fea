"""What every reading of a date expression goes by: the day it counts from, its parts, and the calendar's sums."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from claimtrack.dates import FIRST_YEAR, PartialDate
from claimtrack.model import DateBasis


class Meaning(NamedTuple):
    """Kind of expression, first and last date it covers (None where unknown), and how they are known.

    `offset` are the days from a day told of before, where the expression counts from one.
    """

    kind: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    basis: DateBasis | None = None
    offset: int | None = None


class Dated(Protocol):
    """A page that knows the dates it writes out in full, and its year where nothing else dates it."""

    def known_on(self, month: int, day: int | None) -> PartialDate | None:
        """The first of its full dates that is of a month and day."""

    @property
    def year(self) -> int | None:
        """The year of its copyright line."""


class Clock(NamedTuple):
    """What relative dates count from: the day of publication, the page with its full dates, and a language's words."""

    anchor: PartialDate | None
    page: Dated | None
    words: Mapping[str, Any]


Parts = Mapping[str, str | None]

# A day of the month without its year that lies no further ahead is no day of the year before: dates of publication lag.
_AHEAD = 2


def in_year(point: PartialDate, year: int) -> PartialDate | None:
    """The same month or day of another year; None where that year has no such day."""
    return valid_date(year, point.month or 1, point.day)


def at_point(kind: str, value: PartialDate | None, basis: DateBasis) -> Meaning | None:
    """A single date; none before the years that dates are kept for."""
    return Meaning(kind, value, value, basis) if value is not None and value.year >= FIRST_YEAR else None


def on_day(kind: str, value: date) -> Meaning:
    """A single day that a relative word names."""
    point = as_date(value)
    return Meaning(kind, point, point, DateBasis.RELATIVE)


def as_date(value: date) -> PartialDate:
    """A calendar day as a partial date."""
    return PartialDate(value.year, value.month, value.day)


def valid_date(year: int, month: int, day: int | None) -> PartialDate | None:
    """The partial date, or None where the calendar has no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def month_of(parts: Parts, clock: Clock) -> int:
    """The number of a month's name or abbreviation."""
    name = (parts["month"] or "")[:3].lower()
    return next(i for i, full in enumerate(clock.words["names"]["months"], 1) if full.startswith(name))


def number_in(parts: Parts, name: str) -> int:
    """The number in a part, an ordinal's ending left out."""
    return int("".join(c for c in parts[name] or "" if c.isdigit()))


def count_in(parts: Parts, clock: Clock) -> int | None:
    """The number of units, in digits or words; None for `several`."""
    word = " ".join((parts["count"] or "").lower().split())
    return int(word) if word.isdigit() else clock.words["counts"].get(word)


def units_before(anchor: PartialDate, count: int, unit: str) -> PartialDate:
    """The day a number of units before another."""
    from dateutil.relativedelta import relativedelta

    unit = unit.lower()
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit, 0) * count
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0) * count
    if unit == "hour":
        days = -(-count // 24)
    try:
        return as_date(anchor.last - relativedelta(months=months, days=days))
    except (ValueError, OverflowError):
        return anchor


def window_of(kind: str, parts: Parts, clock: Clock) -> Meaning:
    """A number of units up to the day of publication."""
    count = count_in(parts, clock)
    if clock.anchor is None or count is None:
        return Meaning(kind)
    return Meaning(kind, units_before(clock.anchor, count, parts["unit"] or ""), clock.anchor, DateBasis.RELATIVE)


def yearless_date(month: int, day: int | None, clock: Clock) -> Meaning:
    """The text's own full date of that day wins, else the latest one on or before publication."""
    kind = "day" if day else "month"
    known = clock.page.known_on(month, day) if clock.page is not None else None
    if known is not None:
        return Meaning(kind, known, known, DateBasis.EXPLICIT)
    if clock.anchor is None:
        year = clock.page.year if clock.page is not None else None
        point = valid_date(year, month, day) if year else None
        return Meaning(kind, point, point, DateBasis.RELATIVE if point else None)
    point = valid_date(clock.anchor.year, month, day)
    if point is None or (point.first - clock.anchor.last).days > (_AHEAD if day else 0):
        point = valid_date(clock.anchor.year - 1, month, day) or point
    coming = valid_date(clock.anchor.year + 1, month, day) if day else None
    if coming is not None and (coming.first - clock.anchor.last).days <= _AHEAD:
        point = coming
    return Meaning(kind, point, point, DateBasis.RELATIVE if point else None)
