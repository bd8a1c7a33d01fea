"""Dates by their own words: a day, month, year, season, holiday or week of a month, the year perhaps left out."""

from __future__ import annotations

from datetime import timedelta

from claimtrack.dates import PartialDate
from claimtrack.extract.clock import (
    Clock,
    Meaning,
    Parts,
    as_date,
    at_point,
    month_of,
    number_in,
    valid_date,
    yearless_date,
)
from claimtrack.model import DateBasis

_WEEK = 7


def read_iso(parts: Parts, clock: Clock) -> Meaning | None:
    """2023-10-07."""
    return at_point(
        "full",
        valid_date(number_in(parts, "year"), number_in(parts, "month"), number_in(parts, "day")),
        DateBasis.EXPLICIT,
    )


def read_written(parts: Parts, clock: Clock) -> Meaning | None:
    """October 7, 2023; a year of two digits is the nearest to publication, else of the century of the transcripts."""
    year = number_in(parts, "year")
    if year < 100:
        near = clock.anchor.year if clock.anchor is not None else 1950
        year += min((1900, 2000), key=lambda century: abs(century + year - near))
    point = valid_date(year, month_of(parts, clock), number_in(parts, "day"))
    return at_point("full", point, DateBasis.EXPLICIT)


def read_days(parts: Parts, clock: Clock) -> Meaning | None:
    """1 to 10 November."""
    month, first, last = month_of(parts, clock), number_in(parts, "first"), number_in(parts, "day")
    if not 0 < first < last <= 31:
        return None
    if parts["year"]:
        year = number_in(parts, "year")
        start, end, basis = valid_date(year, month, first), valid_date(year, month, last), DateBasis.EXPLICIT
    else:
        ending = yearless_date(month, last, clock)
        end, basis = ending.end, ending.basis or DateBasis.RELATIVE
        start = end._replace(day=first) if end is not None else None
    return Meaning("window", start, end, basis) if start is not None and end is not None else Meaning("window")


def read_day_of_month(parts: Parts, clock: Clock) -> Meaning | None:
    """October 7; October 7 last year."""
    day = number_in(parts, "day")
    if parts.get("which"):
        year = clock.anchor.year - ((parts["which"] or "").lower() == "last") if clock.anchor is not None else None
        point = valid_date(year, month_of(parts, clock), day) if year is not None else None
        return at_point("day", point, DateBasis.RELATIVE) if point is not None else Meaning("day")
    return yearless_date(month_of(parts, clock), day, clock) if 1 <= day <= 31 else None


def read_month_of_year(parts: Parts, clock: Clock) -> Meaning | None:
    """October 2023."""
    return at_point("month", PartialDate(number_in(parts, "year"), month_of(parts, clock)), DateBasis.EXPLICIT)


def read_month_alone(parts: Parts, clock: Clock) -> Meaning | None:
    """In October; in October last year."""
    which = parts.get("which")
    if which and clock.anchor is not None:
        year = clock.anchor.year - (which.lower() == "last")
        return at_point("month", PartialDate(year, month_of(parts, clock)), DateBasis.RELATIVE)
    said = yearless_date(month_of(parts, clock), None, clock)
    last = (parts.get("near") or "").lower() == "last"
    if last and said.end is not None and clock.anchor is not None and said.end.month == clock.anchor.month:
        before = PartialDate(clock.anchor.year - 1, clock.anchor.month)
        return said._replace(start=before, end=before)
    return said


def read_years(parts: Parts, clock: Clock) -> Meaning | None:
    """2013-14."""
    first, last = number_in(parts, "year"), number_in(parts, "last")
    last = last if last > 99 else first // 100 * 100 + last
    return Meaning("years", PartialDate(first), PartialDate(last), DateBasis.EXPLICIT) if last > first else None


def read_season(parts: Parts, clock: Clock) -> Meaning | None:
    """Summer of 2015."""
    first, last = clock.words["seasons"][(parts["season"] or "").lower()]
    year = number_in(parts, "year")
    return Meaning("season", PartialDate(year, first), PartialDate(year, last), DateBasis.EXPLICIT)


def read_year(parts: Parts, clock: Clock) -> Meaning | None:
    """2009."""
    return at_point("year", PartialDate(number_in(parts, "year")), DateBasis.EXPLICIT)


def read_week_ending(parts: Parts, clock: Clock) -> Meaning | None:
    """The week ending 9 July: the seven days to it."""
    said = read_written(parts, clock) if parts["year"] else read_day_of_month(parts, clock)
    if said is None or said.end is None:
        return said and Meaning("window")
    return Meaning("week", as_date(said.end.first - timedelta(days=_WEEK - 1)), said.end, said.basis)


def read_holiday(parts: Parts, clock: Clock) -> Meaning | None:
    """Christmas Day: the latest one on or before publication."""
    word = " ".join((parts["word"] or "").lower().replace("’", "'").split())
    month, day = clock.words["holidays"][word]
    return yearless_date(month, day, clock)
