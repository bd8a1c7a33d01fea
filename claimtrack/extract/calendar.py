"""What a date expression means by the calendar, counted from the day of publication where it is relative.

A weekday means the latest such day on or before publication. What the text does not give stays unknown; today's
date is never used. The general fuzzy parsers are wrong for news (`killed 12` is no 12th of the month).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from claimtrack.dates import FIRST_YEAR, LAST_YEAR, PartialDate
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
_WEEK = 7


def meaning(name: str, parts: Parts, clock: Clock) -> Meaning | None:
    """The meaning of an expression of the lexicon by its name and parts; None where the calendar has no such day.

    Nothing is known of a date outside the years that dates may have (`last week`, in January of the first).
    """
    said = _READERS[name](parts, clock)
    if said is not None and any(d is not None and not FIRST_YEAR <= d.year <= LAST_YEAR for d in said[1:3]):
        return Meaning(said.kind)
    return said


def in_year(point: PartialDate, year: int) -> PartialDate | None:
    """The same month or day of another year; None where that year has no such day."""
    return _valid(year, point.month or 1, point.day)


def _point(kind: str, value: PartialDate | None, basis: DateBasis) -> Meaning | None:
    """A single date; none before the years that dates are kept for."""
    return Meaning(kind, value, value, basis) if value is not None and value.year >= FIRST_YEAR else None


def _day(kind: str, value: date) -> Meaning:
    """A single day that a relative word names."""
    point = _of(value)
    return Meaning(kind, point, point, DateBasis.RELATIVE)


def _of(value: date) -> PartialDate:
    """A calendar day as a partial date."""
    return PartialDate(value.year, value.month, value.day)


def _valid(year: int, month: int, day: int | None) -> PartialDate | None:
    """The partial date, or None where the calendar has no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def _month(parts: Parts, clock: Clock) -> int:
    """The number of a month's name or abbreviation."""
    name = (parts["month"] or "")[:3].lower()
    return next(i for i, full in enumerate(clock.words["names"]["months"], 1) if full.startswith(name))


def _number(parts: Parts, name: str) -> int:
    """The number in a part, an ordinal's ending left out."""
    return int("".join(c for c in parts[name] or "" if c.isdigit()))


def _iso(parts: Parts, clock: Clock) -> Meaning | None:
    """2023-10-07."""
    return _point(
        "full", _valid(_number(parts, "year"), _number(parts, "month"), _number(parts, "day")), DateBasis.EXPLICIT
    )


def _written(parts: Parts, clock: Clock) -> Meaning | None:
    """October 7, 2023; a year of two digits is the nearest to publication, else of the century of the transcripts."""
    year = _number(parts, "year")
    if year < 100:
        near = clock.anchor.year if clock.anchor is not None else 1950
        year += min((1900, 2000), key=lambda century: abs(century + year - near))
    point = _valid(year, _month(parts, clock), _number(parts, "day"))
    return _point("full", point, DateBasis.EXPLICIT)


def _days(parts: Parts, clock: Clock) -> Meaning | None:
    """1 to 10 November."""
    month, first, last = _month(parts, clock), _number(parts, "first"), _number(parts, "day")
    if not 0 < first < last <= 31:
        return None
    if parts["year"]:
        year = _number(parts, "year")
        start, end, basis = _valid(year, month, first), _valid(year, month, last), DateBasis.EXPLICIT
    else:
        ending = _yearless(month, last, clock)
        end, basis = ending.end, ending.basis or DateBasis.RELATIVE
        start = end._replace(day=first) if end is not None else None
    return Meaning("window", start, end, basis) if start is not None and end is not None else Meaning("window")


def _day_of_month(parts: Parts, clock: Clock) -> Meaning | None:
    """October 7; October 7 last year."""
    day = _number(parts, "day")
    if parts.get("which"):
        year = clock.anchor.year - ((parts["which"] or "").lower() == "last") if clock.anchor is not None else None
        point = _valid(year, _month(parts, clock), day) if year is not None else None
        return _point("day", point, DateBasis.RELATIVE) if point is not None else Meaning("day")
    return _yearless(_month(parts, clock), day, clock) if 1 <= day <= 31 else None


def _month_of_year(parts: Parts, clock: Clock) -> Meaning | None:
    """October 2023."""
    return _point("month", PartialDate(_number(parts, "year"), _month(parts, clock)), DateBasis.EXPLICIT)


def _month_alone(parts: Parts, clock: Clock) -> Meaning | None:
    """In October; in October last year."""
    which = parts.get("which")
    if which and clock.anchor is not None:
        year = clock.anchor.year - (which.lower() == "last")
        return _point("month", PartialDate(year, _month(parts, clock)), DateBasis.RELATIVE)
    said = _yearless(_month(parts, clock), None, clock)
    last = (parts.get("near") or "").lower() == "last"
    if last and said.end is not None and clock.anchor is not None and said.end.month == clock.anchor.month:
        before = PartialDate(clock.anchor.year - 1, clock.anchor.month)
        return said._replace(start=before, end=before)
    return said


def _yearless(month: int, day: int | None, clock: Clock) -> Meaning:
    """The text's own full date of that day wins, else the latest one on or before publication."""
    kind = "day" if day else "month"
    known = clock.page.known_on(month, day) if clock.page is not None else None
    if known is not None:
        return Meaning(kind, known, known, DateBasis.EXPLICIT)
    if clock.anchor is None:
        year = clock.page.year if clock.page is not None else None
        point = _valid(year, month, day) if year else None
        return Meaning(kind, point, point, DateBasis.RELATIVE if point else None)
    point = _valid(clock.anchor.year, month, day)
    if point is None or (point.first - clock.anchor.last).days > (_AHEAD if day else 0):
        point = _valid(clock.anchor.year - 1, month, day) or point
    coming = _valid(clock.anchor.year + 1, month, day) if day else None
    if coming is not None and (coming.first - clock.anchor.last).days <= _AHEAD:
        point = coming
    return Meaning(kind, point, point, DateBasis.RELATIVE if point else None)


def _week_of_month(parts: Parts, clock: Clock) -> Meaning | None:
    """The first week of June; the last week of this month."""
    if parts["month"]:
        said = _month_of_year(parts, clock) if parts["year"] else _yearless(_month(parts, clock), None, clock)
    else:
        said = _this_unit({"unit": "month"}, clock) if parts["which"] == "this" else _last_month(clock)
    month = said.start if said is not None else None
    if said is None or month is None or month.month is None:
        return Meaning("window")
    first = clock.words["weeks"].get((parts["nth"] or "").lower())
    last = first + _WEEK - 1 if first else PartialDate(month.year, month.month).last.day
    start, end = _valid(month.year, month.month, last - _WEEK + 1), _valid(month.year, month.month, last)
    return Meaning("window", start, end, said.basis)


def _week_ending(parts: Parts, clock: Clock) -> Meaning | None:
    """The week ending 9 July: the seven days to it."""
    said = _written(parts, clock) if parts["year"] else _day_of_month(parts, clock)
    if said is None or said.end is None:
        return said and Meaning("window")
    return Meaning("week", _of(said.end.first - timedelta(days=_WEEK - 1)), said.end, said.basis)


def _weekend(parts: Parts, clock: Clock) -> Meaning | None:
    """Over the weekend: the latest one that has begun."""
    if clock.anchor is None or clock.anchor.day is None:
        return Meaning("weekend")
    today = clock.anchor.first
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return Meaning("weekend", _of(saturday), _of(min(today, saturday + timedelta(days=1))), DateBasis.RELATIVE)


def _unit_start(parts: Parts, clock: Clock) -> Meaning | None:
    """The start of the year: its first day."""
    start = _this_unit(parts, clock)
    return _point("full", start.start, DateBasis.RELATIVE) if start and start.start else Meaning("full")


def _holiday(parts: Parts, clock: Clock) -> Meaning | None:
    """Christmas Day: the latest one on or before publication."""
    word = " ".join((parts["word"] or "").lower().replace("’", "'").split())
    month, day = clock.words["holidays"][word]
    return _yearless(month, day, clock)


def _years_ago_today(parts: Parts, clock: Clock) -> Meaning | None:
    """Ten years ago today: the same day of an earlier year."""
    count = _count(parts, clock)
    if clock.anchor is None or count is None:
        return Meaning("day")
    return _point("day", in_year(clock.anchor, clock.anchor.year - count), DateBasis.RELATIVE)


def _past_season(parts: Parts, clock: Clock) -> Meaning | None:
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


def _years(parts: Parts, clock: Clock) -> Meaning | None:
    """2013-14."""
    first, last = _number(parts, "year"), _number(parts, "last")
    last = last if last > 99 else first // 100 * 100 + last
    return Meaning("years", PartialDate(first), PartialDate(last), DateBasis.EXPLICIT) if last > first else None


def _weekday(parts: Parts, clock: Clock) -> Meaning | None:
    """The latest such day on or before publication; `last Saturday`, said on a Saturday, is the one a week before."""
    if clock.anchor is None or clock.anchor.day is None:
        return Meaning("weekday")
    name = (parts["weekday"] or "")[:3].lower()
    number = next(i for i, full in enumerate(clock.words["names"]["weekdays"]) if full.startswith(name))
    today = clock.anchor.first
    back = (today.weekday() - number) % 7
    which = (parts["which"] or "").lower()
    if which == "next":
        return _day("weekday", today + timedelta(days=7 - back))
    if which in ("last", "previous") and back == 0:
        back = 7
    return _day("weekday", today - timedelta(days=back))


def _day_word(parts: Parts, clock: Clock) -> Meaning | None:
    """Yesterday; overnight begins on the day before."""
    if clock.anchor is None or clock.anchor.day is None:
        return Meaning("day_word")
    word = " ".join((parts["word"] or "").lower().split())
    today = clock.anchor.first
    if word == "overnight":
        return Meaning("day_word", _of(today - timedelta(days=1)), clock.anchor, DateBasis.RELATIVE)
    return _day("day_word", today + timedelta(days=clock.words["day_words"].get(word, 0)))


def _this_unit(parts: Parts, clock: Clock) -> Meaning | None:
    """This year: from its first day to the day of publication."""
    if clock.anchor is None:
        return Meaning("window")
    anchor, unit = clock.anchor, (parts["unit"] or "").lower()
    monday = anchor.first - timedelta(days=anchor.first.weekday())
    first = {"year": PartialDate(anchor.year, 1, 1), "month": PartialDate(anchor.year, anchor.month or 1, 1)}
    return Meaning("window", first.get(unit, _of(monday)), anchor, DateBasis.RELATIVE)


def _last_units(parts: Parts, clock: Clock) -> Meaning | None:
    """The past 24 hours."""
    return _window("window", parts, clock)


def _duration(parts: Parts, clock: Clock) -> Meaning | None:
    """In only eleven months."""
    return _window("duration", parts, clock)


def _hours(parts: Parts, clock: Clock) -> Meaning | None:
    """A 24-hour period."""
    return _window("window", {**parts, "unit": "hour"}, clock)


def _window(kind: str, parts: Parts, clock: Clock) -> Meaning:
    """A number of units up to the day of publication."""
    count = _count(parts, clock)
    if clock.anchor is None or count is None:
        return Meaning(kind)
    return Meaning(kind, _before(clock.anchor, count, parts["unit"] or ""), clock.anchor, DateBasis.RELATIVE)


def _count(parts: Parts, clock: Clock) -> int | None:
    """The number of units, in digits or words; None for `several`."""
    word = " ".join((parts["count"] or "").lower().split())
    return int(word) if word.isdigit() else clock.words["counts"].get(word)


def _last_unit(parts: Parts, clock: Clock) -> Meaning | None:
    """`last year` is the calendar year before; `the past year` is the twelve months up to now."""
    if clock.anchor is None:
        return Meaning("window")
    anchor, unit = clock.anchor, (parts["unit"] or "").lower()
    if (parts["which"] or "").lower() == "past" or unit in ("decade", "fortnight"):
        return Meaning("window", _before(anchor, 1, unit), anchor, DateBasis.RELATIVE)
    if unit == "year":
        return _point("relative", PartialDate(anchor.year - 1), DateBasis.RELATIVE)
    if unit == "month":
        return _last_month(clock)
    monday = anchor.first - timedelta(days=anchor.first.weekday() + 7)
    if unit == "week" and (parts["which"] or "").lower() == "previous":
        return Meaning("relative", _of(monday), _of(monday + timedelta(days=6)), DateBasis.RELATIVE, -_WEEK)
    first = monday if unit == "week" else monday + timedelta(days=5)
    return Meaning("relative", _of(first), _of(monday + timedelta(days=6)), DateBasis.RELATIVE)


def _last_month(clock: Clock) -> Meaning | None:
    """The calendar month before."""
    if clock.anchor is None:
        return Meaning("relative")
    before = _before(clock.anchor, 1, "month")
    return _point("relative", PartialDate(before.year, before.month), DateBasis.RELATIVE)


def _ago(parts: Parts, clock: Clock) -> Meaning | None:
    """Three years ago: a date no more precise than its unit."""
    count, unit = _count(parts, clock), (parts["unit"] or "").lower()
    if clock.anchor is None or count is None:
        return Meaning("relative")
    if unit in ("minute", "hour"):
        return _point("relative", clock.anchor, DateBasis.RELATIVE)
    point = _before(clock.anchor, count, unit)
    if unit in ("year", "decade", "century"):
        point = PartialDate(point.year)
    elif unit == "month":
        point = PartialDate(point.year, point.month)
    return _point("relative", point, DateBasis.RELATIVE)


def _before(anchor: PartialDate, count: int, unit: str) -> PartialDate:
    """The day a number of units before another."""
    from dateutil.relativedelta import relativedelta

    unit = unit.lower()
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit, 0) * count
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0) * count
    if unit == "hour":
        days = -(-count // 24)
    try:
        return _of(anchor.last - relativedelta(months=months, days=days))
    except (ValueError, OverflowError):
        return anchor


def _anaphor(parts: Parts, clock: Clock) -> Meaning | None:
    """The day before, two days later: counted from a day that was told before."""
    near = " ".join((parts.get("near") or "").lower().split())
    if near:
        return Meaning("anaphor", offset=clock.words["offsets"][near])
    count = _count(parts, clock)
    if count is None:
        return Meaning("anaphor")
    days = count * (7 if (parts["unit"] or "").lower() == "week" else 1)
    back = (parts["way"] or "").lower() in ("earlier", "before")
    return Meaning("anaphor", offset=-days if back != bool(parts.get("onto")) else days)


def _anniversary(parts: Parts, clock: Clock) -> Meaning | None:
    """30 years since an earthquake: the year of it."""
    count = _count(parts, clock)
    if clock.anchor is None or count is None:
        return Meaning("relative")
    return _point("anniversary", PartialDate(clock.anchor.year - count), DateBasis.RELATIVE)


def _season(parts: Parts, clock: Clock) -> Meaning | None:
    """Summer of 2015."""
    first, last = clock.words["seasons"][(parts["season"] or "").lower()]
    year = _number(parts, "year")
    return Meaning("season", PartialDate(year, first), PartialDate(year, last), DateBasis.EXPLICIT)


def _year(parts: Parts, clock: Clock) -> Meaning | None:
    """2009."""
    return _point("year", PartialDate(_number(parts, "year")), DateBasis.EXPLICIT)


_READERS: dict[str, Callable[[Parts, Clock], Meaning | None]] = {
    "iso": _iso,
    "days": _days,
    "written": _written,
    "day_of_month": _day_of_month,
    "month_of_year": _month_of_year,
    "month": _month_alone,
    "week_of_month": _week_of_month,
    "week_ending": _week_ending,
    "weekend": _weekend,
    "unit_start": _unit_start,
    "holiday": _holiday,
    "years_ago_today": _years_ago_today,
    "past_season": _past_season,
    "years": _years,
    "weekday": _weekday,
    "day_word": _day_word,
    "this_unit": _this_unit,
    "last_units": _last_units,
    "last_unit": _last_unit,
    "duration": _duration,
    "ago": _ago,
    "anaphor": _anaphor,
    "anniversary": _anniversary,
    "hours": _hours,
    "season": _season,
    "year": _year,
}
