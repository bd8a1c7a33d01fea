"""Dates as headers, datelines and file names write them, at a known place in a line; nothing fuzzy.

A date that can be read in two ways is returned with both readings and no value: the caller warns and does without.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claimtrack.dates import PartialDate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST_PRINTED, LAST_PRINTED = 1800, 2099
_BEGINNINGS = r"\d|" + "|".join(MONTHS + WEEKDAYS)
_BEGINNING = re.compile(_BEGINNINGS, re.IGNORECASE | re.ASCII)
# Where a date may begin, for callers that look for one in a line.
STARTS = re.compile(rf"(?:(?<=[\s,(–—-])|\A)(?=\(|{_BEGINNINGS})", re.IGNORECASE | re.ASCII)
# Two figures stand for 1969 to 2068, the rule of POSIX.
_PIVOT = 69

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b[.,]?\s{1,3})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>\d{4})(?!\d)"


class WrittenDate(NamedTuple):
    """A date in a line: its ISO form, or the readings it allows; `contradicts` is a weekday that is not that day's."""

    iso: str | None
    end: int
    readings: tuple[str, ...] = ()
    contradicts: str | None = None


class DayOfMonth(NamedTuple):
    """A month and a day without their year, as datelines print them."""

    month: int
    day: int
    end: int


class Form(NamedTuple):
    """A way to write a date, with one text that has it at its beginning and one that does not."""

    name: str
    pattern: re.Pattern[str]
    example: str
    not_example: str


def _form(name: str, pattern: str, example: str, not_example: str) -> Form:
    return Form(name, re.compile(pattern, re.IGNORECASE | re.ASCII), example, not_example)


FORMS = (
    _form(
        "year-month-day",
        r"(?P<year>\d{4})([-/.])(?P<number>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
        "2024-09-26T10:00:00Z",
        "2024-09",
    ),
    _form(
        "day-month-year",
        _WEEKDAY + _DAY + r"(?:\s{1,3}of)?[\s\-]{1,3}" + _MONTH + r"[\s,\-]{1,3}" + _YEAR,
        "Thu 5 May 2011,7:12am AEST",
        "6 May, the ministry said",
    ),
    _form(
        "day-month-yy",
        _WEEKDAY + _DAY + r"[\s\-]{1,3}" + _MONTH + r"[\s\-]{1,3}'?(?P<year>\d{2})(?![\d:.,])",
        "28 MAR 89 (FBIS)",
        "28 March 10:30",
    ),
    _form(
        "month-day-year",
        _WEEKDAY + _MONTH + r"\s{0,3}" + _DAY + r"[\s,]{1,3}" + _YEAR,
        "Tuesday, July 2nd, 2013",
        "July 2 1,200 people",
    ),
    _form(
        "numeric",
        _WEEKDAY + r"(?P<first>\d{1,2})([/.\-])(?P<second>\d{1,2})\3(?P<year>\d{4}|\d{2})(?![\d/])",
        "10/23/2007 6:31 AM",
        "7.21 AM",
    ),
)
MONTH_YEAR = _form("month-year", _MONTH + r",?\s{1,3}" + _YEAR, "November 2025", "November 25")
_WITHOUT_YEAR = (
    _form("day-month", _WEEKDAY + _DAY + r"\s{1,3}" + _MONTH, "12 Sept (Reuters)", "12 Septuagenarians"),
    _form("month-day", _WEEKDAY + _MONTH + r"\s{0,3}" + _DAY, "Sept. 12 (Reuters)", "Sept 2024"),
)


def date_at(text: str, position: int = 0) -> WrittenDate | None:
    """Read the date with day, month and year that begins at a position, if one does."""
    if not _BEGINNING.match(text, position):
        return None
    for form in FORMS:
        match = form.pattern.match(text, position)
        found = match and _read(match)
        if found:
            return found
    return None


def month_at(text: str, position: int = 0) -> WrittenDate | None:
    """Read a month with its year that begins at a position (`November 2025`), if one does."""
    match = MONTH_YEAR.pattern.match(text, position)
    if not match or not FIRST_PRINTED <= int(match["year"]) <= LAST_PRINTED:
        return None
    return WrittenDate(PartialDate(int(match["year"]), _month(match["month"])).iso, match.end())


def day_at(text: str, position: int = 0) -> DayOfMonth | None:
    """Read a day and month without a year that begin at a position, if they do."""
    for form in _WITHOUT_YEAR:
        match = form.pattern.match(text, position)
        if match and calendar_day(2000, _month(match["month"]), int(match["day"])):
            return DayOfMonth(_month(match["month"]), int(match["day"]), match.end())
    return None


def calendar_day(year: int, month: int, day: int) -> str | None:
    """The ISO form of a day, or None where the calendar has no such day or the year is none that news is from."""
    if not FIRST_PRINTED <= year <= LAST_PRINTED:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _read(match: re.Match[str]) -> WrittenDate | None:
    groups = match.groupdict()
    read: Callable[[re.Match[str]], tuple[str, ...]] = _numeric if "first" in groups else _spelled
    readings = read(match)
    if not readings:
        return None
    if len(readings) > 1:
        return WrittenDate(None, match.end(), readings)
    return WrittenDate(readings[0], match.end(), readings, _contradicted(groups.get("weekday"), readings[0]))


def _spelled(match: re.Match[str]) -> tuple[str, ...]:
    """A date whose parts are known by their form: a month's name, or the year first."""
    groups = match.groupdict()
    month = _month(groups["month"]) if groups.get("month") else int(groups["number"])
    iso = calendar_day(_year(groups["year"]), month, int(groups["day"]))
    return (iso,) if iso else ()


def _numeric(match: re.Match[str]) -> tuple[str, ...]:
    """A date in figures only, day or month first: every reading that the calendar has."""
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
    readings = (calendar_day(year, second, first), calendar_day(year, first, second))
    return tuple(sorted({iso for iso in readings if iso}))


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _contradicted(weekday: str | None, iso: str) -> str | None:
    """The weekday's name if the text gives one that the calendar does not."""
    if weekday is None:
        return None
    day = date.fromisoformat(iso)
    return f"{day:%A}" if WEEKDAYS.index(weekday.lower()) != day.weekday() else None
