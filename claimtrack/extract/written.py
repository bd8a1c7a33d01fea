"""When a page was written, as it tells itself where no publication date is known.

A caption says in the present tense what a photograph shows, on a day that it writes out in full; articles come out
on that day or within the next few. The last such day of a page stands in for its publication, moved on by the
weekdays that the page names right after it. A copyright line gives no more than the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from claimtrack.dates import PartialDate
from claimtrack.extract.page_dates import Written
from claimtrack.lexicon.readings import Lexicon

_YEAR = re.compile(r"(?<![\d,.$£€#-])(?:19|20)\d\d(?![\d%]|,\d)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?((?:19|20)\d\d)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n")
_SIGNED = re.compile(r"\(@\w+\)\s*$")
_WORD = re.compile(r"[A-Za-z]+")
_REACH = 300
_CREDIT_REACH = 90
# An article follows the photograph that it shows by two days at most where it names a weekday in between.
_FOLLOWS = 2


def day_written(text: str, dates: Sequence[Written], lexicon: Lexicon) -> PartialDate | None:
    """The day of the last caption of a text, or of a weekday named right after it; None where it has no caption.

    A text that names a later day, or year, than its captions do was written later: they do not date it.
    """
    days = [d for d in dates if d.date.day is not None]
    if not days:
        return None
    last = max(days, key=lambda d: d.date)
    if any(int(year[0]) > last.date.year for year in _YEAR.finditer(text)):
        return None
    if not any(_is_caption(text, d, lexicon) for d in days if d.date == last.date):
        return None
    day = last.date.first + timedelta(days=_days_on(text, last.date.first, lexicon))
    return PartialDate(day.year, day.month, day.day)


def year_of_copyright(text: str) -> int | None:
    """The year of a text's copyright line."""
    years = _COPYRIGHT.findall(text)
    return int(years[-1]) if years else None


def _is_caption(text: str, written: Written, lexicon: Lexicon) -> bool:
    """Whether a date dates a photograph or a post: a credit or bracket closes it, or what is seen leads to it."""
    sets = lexicon.sets
    behind = text[written.end : written.end + _CREDIT_REACH].lstrip(" .")
    if behind[:1] == "(" and not sets["captions.credits"].isdisjoint(_WORD.findall(behind.split(")")[0])):
        return True
    start = max(0, written.start - _REACH)
    if _SIGNED.search(text, start, written.start) or (text[start : written.start][-1:] == "(" and behind[:1] == ")"):
        return True
    breaks = [m.end() for m in _SENTENCE_END.finditer(text, start, written.start)]
    words = [word.lower() for word in _WORD.findall(text, breaks[-1] if breaks else start, written.start)]
    if not words or not sets["captions.told"].isdisjoint(words):
        return False
    weekday = words[-1] in lexicon.dates["names"]["weekdays"]
    return weekday or not sets["captions.shown"].isdisjoint(words)


def _days_on(text: str, day: date, lexicon: Lexicon) -> int:
    """How many days after a photograph its article looks back from, by the weekdays that it names."""
    names = lexicon.dates["names"]["weekdays"]
    lower = text.lower()
    for days in range(_FOLLOWS, 0, -1):
        name = names[(day.weekday() + days) % 7]
        if re.search(rf"(?<!next )(?<!until )(?<!by )\b{name}\b", lower):
            return days
    return 0
