"""Partial dates as ISO strings that keep their precision: `2024-12-28`, `2024-12`, `2024`.

A partial date stands for the whole span of days it covers, both ends included: `2024-12` is the 1st to
the 31st. Ranges of two partial dates run from the first day of the first to the last day of the second.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from claimtrack.errors import DateError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NUMERIC = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})")
FIRST_YEAR, LAST_YEAR = 1000, 2999


class PartialDate(NamedTuple):
    """A year, a month of a year, or a day; `month` and `day` are None where the text does not give them."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The ISO 8601 string, at this date's own precision."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def first(self) -> date:
        """The first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it covers."""
        if self.day is not None:
            return self.first
        year, month = (self.year, self.month + 1) if self.month is not None else (self.year + 1, 1)
        if month > 12:
            year, month = year + 1, 1
        return date(year, month, 1) - timedelta(days=1)


@lru_cache(maxsize=1024)
def partial(text: str) -> PartialDate:
    """Read an ISO date of any precision.

    Raises:
        DateError: the text is no ISO date, or names a day that the calendar does not have.
    """
    match = _ISO.fullmatch(text.strip())
    if not match:
        raise DateError(f"{text!r} is not an ISO date, expected one like 2024-12-28, 2024-12 or 2024")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    result = PartialDate(year, month, day)
    try:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"year must be in {FIRST_YEAR}..{LAST_YEAR}")
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise DateError(f"{text!r} is no day of the calendar: {error}") from None
    return result


def first_day(iso: str) -> date:
    """The first day that an ISO date of any precision covers."""
    return partial(iso).first


def last_day(iso: str) -> date:
    """The last day that an ISO date of any precision covers."""
    return partial(iso).last


def day(value: date) -> str:
    """The ISO string of a day."""
    return value.isoformat()


def read_argument(text: str) -> str:
    """Read a date as a person types it, ISO first, and give it as an ISO string of its own precision.

    A date that can be read in two ways (`09/10/24`) is refused with both readings; relative words
    (`yesterday`) are refused too, since an answer must not depend on the day it was asked on.

    Raises:
        DateError: the text is no date, or is ambiguous.
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        return partial(text).iso
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _numeric(text, numeric)
    return _written(text)


def _numeric(text: str, match: re.Match[str]) -> str:
    """Read `28/12/2024`, refusing it where day and month can change places."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if year < 100:
        year += 2000
    readings = []
    for day_, month in ((first, second), (second, first)):
        try:
            readings.append(date(year, month, day_).isoformat())
        except ValueError:
            continue
    readings = sorted(set(readings))
    if not readings:
        raise DateError(f"{text!r} is no day of the calendar, expected a date like 2024-12-28")
    if len(readings) > 1:
        raise DateError(f"{text!r} can be read as {readings[0]} or as {readings[1]}: type the one you mean")
    return readings[0]


def _written(text: str) -> str:
    """Read `28 December 2024`, `Dec 28, 2024` or `December 2024`."""
    from dateutil import parser

    wrong = DateError(f"{text!r} is not a date, expected one like 2024-12-28 or '28 December 2024'")
    if not re.search(r"\b[12]\d{3}\b", text) or not re.search(r"[A-Za-z]{3}", text):
        raise wrong
    try:
        # Parsed against two defaults: a part that comes out different was not in the text.
        one = parser.parse(text, default=_noon(2000, 1, 1))
        two = parser.parse(text, default=_noon(2004, 2, 2))
    except (ValueError, OverflowError):
        raise wrong from None
    if one.year != two.year or one.month != two.month:
        raise wrong
    return PartialDate(one.year, one.month, one.day if one.day == two.day else None).iso


def _noon(year: int, month: int, day_: int):  # type: ignore[no-untyped-def]  # a datetime, imported only here
    from datetime import datetime

    return datetime(year, month, day_, 12)
