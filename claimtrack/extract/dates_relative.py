"""Dates counted from another day: weekdays, yesterday, windows up to now, years ago, a day earlier."""

from __future__ import annotations

from datetime import timedelta

from claimtrack.dates import PartialDate
from claimtrack.extract.clock import (
    Clock,
    Meaning,
    Parts,
    as_date,
    at_point,
    count_in,
    in_year,
    month_of,
    on_day,
    units_before,
    valid_date,
    window_of,
    yearless_date,
)
from claimtrack.extract.dates_written import read_month_of_year
from claimtrack.model import DateBasis

_WEEK = 7


def read_week_of_month(parts: Parts, clock: Clock) -> Meaning | None:
    """The first week of June; the last week of this month."""
    if parts["month"]:
        said = read_month_of_year(parts, clock) if parts["year"] else yearless_date(month_of(parts, clock), None, clock)
    else:
        said = read_this_unit({"unit": "month"}, clock) if parts["which"] == "this" else _last_month(clock)
    month = said.start if said is not None else None
    if said is None or month is None or month.month is None:
        return Meaning("window")
    first = clock.words["weeks"].get((parts["nth"] or "").lower())
    last = first + _WEEK - 1 if first else PartialDate(month.year, month.month).last.day
    start, end = valid_date(month.year, month.month, last - _WEEK + 1), valid_date(month.year, month.month, last)
    return Meaning("window", start, end, said.basis)


def read_weekend(parts: Parts, clock: Clock) -> Meaning | None:
    """Over the weekend: the latest one that has begun."""
    if clock.anchor is None or clock.anchor.day is None:
        return Meaning("weekend")
    today = clock.anchor.first
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return Meaning("weekend", as_date(saturday), as_date(min(today, saturday + timedelta(days=1))), DateBasis.RELATIVE)


def read_unit_start(parts: Parts, clock: Clock) -> Meaning | None:
    """The start of the year: its first day."""
    start = read_this_unit(parts, clock)
    return at_point("full", start.start, DateBasis.RELATIVE) if start and start.start else Meaning("full")


def read_years_ago_today(parts: Parts, clock: Clock) -> Meaning | None:
    """Ten years ago today: the same day of an earlier year."""
    count = count_in(parts, clock)
    if clock.anchor is None or count is None:
        return Meaning("day")
    return at_point("day", in_year(clock.anchor, clock.anchor.year - count), DateBasis.RELATIVE)


def read_past_season(parts: Parts, clock: Clock) -> Meaning | None:
    """Last spring: the latest one that was over; this spring is the one of the year, as far as it has come."""
    if clock.anchor is None:
        return Meaning("season")
    first, last = clock.words["seasons"][(parts["season"] or "").lower()]
    month, year = clock.anchor.month or 12, clock.anchor.year
    if (parts["near"] or "").lower() == "this":
        running = first <= month <= last
        end = clock.anchor if running else PartialDate(year, last)
        return Meaning("window" if running else "season", PartialDate(year, first), end, DateBasis.RELATIVE)
    year -= last >= month
    return Meaning("season", PartialDate(year, first), PartialDate(year, last), DateBasis.RELATIVE)


def read_weekday(parts: Parts, clock: Clock) -> Meaning | None:
    """The latest such day on or before publication; `last Saturday`, said on a Saturday, is the one a week before."""
    if clock.anchor is None or clock.anchor.day is None:
        return Meaning("weekday")
    name = (parts["weekday"] or "")[:3].lower()
    number = next(i for i, full in enumerate(clock.words["names"]["weekdays"]) if full.startswith(name))
    today = clock.anchor.first
    back = (today.weekday() - number) % 7
    which = (parts["which"] or "").lower()
    if which == "next":
        return on_day("weekday", today + timedelta(days=7 - back))
    if which in ("last", "previous") and back == 0:
        back = 7
    return on_day("weekday", today - timedelta(days=back))


def read_day_word(parts: Parts, clock: Clock) -> Meaning | None:
    """Yesterday; overnight begins on the day before."""
    if clock.anchor is None or clock.anchor.day is None:
        return Meaning("day_word")
    word = " ".join((parts["word"] or "").lower().split())
    today = clock.anchor.first
    if word == "overnight":
        return Meaning("day_word", as_date(today - timedelta(days=1)), clock.anchor, DateBasis.RELATIVE)
    return on_day("day_word", today + timedelta(days=clock.words["day_words"].get(word, 0)))


def read_this_unit(parts: Parts, clock: Clock) -> Meaning | None:
    """This year: from its first day to the day of publication."""
    if clock.anchor is None:
        return Meaning("window")
    anchor, unit = clock.anchor, (parts["unit"] or "").lower()
    monday = anchor.first - timedelta(days=anchor.first.weekday())
    first = {"year": PartialDate(anchor.year, 1, 1), "month": PartialDate(anchor.year, anchor.month or 1, 1)}
    return Meaning("window", first.get(unit, as_date(monday)), anchor, DateBasis.RELATIVE)


def read_last_units(parts: Parts, clock: Clock) -> Meaning | None:
    """The past 24 hours."""
    return window_of("window", parts, clock)


def read_duration(parts: Parts, clock: Clock) -> Meaning | None:
    """In only eleven months."""
    return window_of("duration", parts, clock)


def read_hours(parts: Parts, clock: Clock) -> Meaning | None:
    """A 24-hour period."""
    return window_of("window", {**parts, "unit": "hour"}, clock)


def read_last_unit(parts: Parts, clock: Clock) -> Meaning | None:
    """`last year` is the calendar year before; `the past year` is the twelve months up to now."""
    if clock.anchor is None:
        return Meaning("window")
    anchor, unit = clock.anchor, (parts["unit"] or "").lower()
    if (parts["which"] or "").lower() == "past" or unit in ("decade", "fortnight"):
        return Meaning("window", units_before(anchor, 1, unit), anchor, DateBasis.RELATIVE)
    if unit == "year":
        return at_point("relative", PartialDate(anchor.year - 1), DateBasis.RELATIVE)
    if unit == "month":
        return _last_month(clock)
    monday = anchor.first - timedelta(days=anchor.first.weekday() + 7)
    if unit == "week" and (parts["which"] or "").lower() == "previous":
        return Meaning("relative", as_date(monday), as_date(monday + timedelta(days=6)), DateBasis.RELATIVE, -_WEEK)
    first = monday if unit == "week" else monday + timedelta(days=5)
    return Meaning("relative", as_date(first), as_date(monday + timedelta(days=6)), DateBasis.RELATIVE)


def _last_month(clock: Clock) -> Meaning | None:
    """The calendar month before."""
    if clock.anchor is None:
        return Meaning("relative")
    before = units_before(clock.anchor, 1, "month")
    return at_point("relative", PartialDate(before.year, before.month), DateBasis.RELATIVE)


def read_ago(parts: Parts, clock: Clock) -> Meaning | None:
    """Three years ago: a date no more precise than its unit."""
    count, unit = count_in(parts, clock), (parts["unit"] or "").lower()
    if clock.anchor is None or count is None:
        return Meaning("relative")
    if unit in ("minute", "hour"):
        return at_point("relative", clock.anchor, DateBasis.RELATIVE)
    point = units_before(clock.anchor, count, unit)
    if unit in ("year", "decade", "century"):
        point = PartialDate(point.year)
    elif unit == "month":
        point = PartialDate(point.year, point.month)
    return at_point("relative", point, DateBasis.RELATIVE)


def read_anaphor(parts: Parts, clock: Clock) -> Meaning | None:
    """The day before, two days later: counted from a day that was told before."""
    near = " ".join((parts.get("near") or "").lower().split())
    if near:
        return Meaning("anaphor", offset=clock.words["offsets"][near])
    count = count_in(parts, clock)
    if count is None:
        return Meaning("anaphor")
    days = count * (7 if (parts["unit"] or "").lower() == "week" else 1)
    back = (parts["way"] or "").lower() in ("earlier", "before")
    return Meaning("anaphor", offset=-days if back != bool(parts.get("onto")) else days)


def read_anniversary(parts: Parts, clock: Clock) -> Meaning | None:
    """30 years since an earthquake: the year of it."""
    count = count_in(parts, clock)
    if clock.anchor is None or count is None:
        return Meaning("relative")
    return at_point("anniversary", PartialDate(clock.anchor.year - count), DateBasis.RELATIVE)
