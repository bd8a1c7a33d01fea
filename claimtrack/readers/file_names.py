"""What a file's name says: the day in `2024-09-26-foo.txt`, `20240926_foo.txt` or `report_26_Sep_2024.md`."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.readers.written_dates import WrittenDate, calendar_day, date_at

_WORD_START = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9])")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?![A-Za-z0-9])")
_YEAR = re.compile(r"(?<![A-Za-z0-9])(?P<year>(?:19|20)\d{2})(?![A-Za-z0-9])")


class NamedDate(NamedTuple):
    """The one day that a name gives, the readings of an ambiguous one, or only a year."""

    iso: str | None = None
    readings: tuple[str, ...] = ()
    words: str = ""
    year: int | None = None


def named_date(stem: str) -> NamedDate:
    """Read the date in a file's name; a name with two different days (a range) gives none."""
    dashed, spaced = re.sub(r"[_ ]", "-", stem), re.sub(r"[_\-]", " ", stem)
    found: dict[tuple[str, ...], NamedDate] = {}
    end = 0
    for start in _WORD_START.finditer(dashed):
        if start.start() < end:
            continue
        position = start.start()
        written = _compact(dashed, position) or date_at(dashed, position) or date_at(spaced, position)
        if written and not dashed[written.end : written.end + 1].isalnum():
            end = written.end
            words = stem[position:end]
            if re.search(r"\d{4}", words):  # `09-10-24` may as well be a number or a time
                found.setdefault(written.readings, NamedDate(written.iso, written.readings, words))
    if len(found) == 1:
        return next(iter(found.values()))
    years = {int(match["year"]) for match in _YEAR.finditer(dashed)} if not found else set()
    return NamedDate(year=years.pop()) if len(years) == 1 else NamedDate()


def _compact(name: str, position: int) -> WrittenDate | None:
    match = _COMPACT.match(name, position)
    iso = match and calendar_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return WrittenDate(iso, match.end(), (iso,)) if match and iso else None
