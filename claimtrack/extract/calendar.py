"""What a date expression means by the calendar, counted from the day of publication where it is relative.

A weekday means the latest such day on or before publication. What the text does not give stays unknown; today's
date is never used. The general fuzzy parsers are wrong for news (`killed 12` is no 12th of the month).
"""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.dates import FIRST_YEAR, LAST_YEAR
from claimtrack.extract import dates_relative as relative
from claimtrack.extract import dates_written as written
from claimtrack.extract.clock import Clock, Meaning, Parts


def meaning(name: str, parts: Parts, clock: Clock) -> Meaning | None:
    """The meaning of an expression of the lexicon by its name and parts; None where the calendar has no such day.

    Nothing is known of a date outside the years that dates may have (`last week`, in January of the first).
    """
    said = _READERS[name](parts, clock)
    if said is not None and any(d is not None and not FIRST_YEAR <= d.year <= LAST_YEAR for d in said[1:3]):
        return Meaning(said.kind)
    return said


_READERS: dict[str, Callable[[Parts, Clock], Meaning | None]] = {
    "iso": written.read_iso,
    "days": written.read_days,
    "written": written.read_written,
    "day_of_month": written.read_day_of_month,
    "month_of_year": written.read_month_of_year,
    "month": written.read_month_alone,
    "week_of_month": relative.read_week_of_month,
    "week_ending": written.read_week_ending,
    "weekend": relative.read_weekend,
    "unit_start": relative.read_unit_start,
    "holiday": written.read_holiday,
    "years_ago_today": relative.read_years_ago_today,
    "past_season": relative.read_past_season,
    "years": written.read_years,
    "weekday": relative.read_weekday,
    "day_word": relative.read_day_word,
    "this_unit": relative.read_this_unit,
    "last_units": relative.read_last_units,
    "last_unit": relative.read_last_unit,
    "duration": relative.read_duration,
    "ago": relative.read_ago,
    "anaphor": relative.read_anaphor,
    "anniversary": relative.read_anniversary,
    "hours": relative.read_hours,
    "season": written.read_season,
    "year": written.read_year,
}
