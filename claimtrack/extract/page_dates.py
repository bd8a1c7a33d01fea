"""The dates that a page is known by: those that it writes out in full, and the day of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.dates import PartialDate
from claimtrack.extract.clock import Clock
from claimtrack.extract.times import HEAD, Page, Stretch, patterns_of, read, small
from claimtrack.lexicon.readings import Lexicon

_WEEK = 7
_HEAD_DATE = re.compile(r"\b(?:\d{1,2}\s+[A-Za-z]{3,9}\b|[A-Za-z]{3,9}\.?\s+\d{1,2}\b)")
# ... (AGENCY) --, behind the day of a dateline.
_DATELINE_END = re.compile(r",?\s*(?:\([^)\n]{2,60}\)\s*)?(?:\[TEXT\]|\[EXCERPTS?\]|--|—|–|\s-\s)", re.IGNORECASE)
_FULL = re.compile(
    r"\b(?:\d{4}-\d\d-\d\d|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3,9}\.?,?\s+\d{4})\b"
)


_YEAR = re.compile(r"\d{4}")
# How far a full date can reach before its year, and behind it (2023-10-07).
_BEFORE_YEAR, _BEHIND_YEAR = 40, 6


class Written(NamedTuple):
    """A date that a text writes out in full, and where."""

    date: PartialDate
    start: int
    end: int


def full_dates(text: str, lexicon: Lexicon) -> list[Written]:
    """The dates that a text writes out in full, in order."""
    patterns = patterns_of(lexicon)
    stretch = Stretch(text, small(text), 0, patterns, Clock(None, None, lexicon.dates))
    dates = []
    for start in _full(text):
        when = read(stretch._replace(left=start), start, len(text))
        if when is not None and when.kind == "full" and when.start is not None:
            dates.append(Written(when.start, when.span.start, when.span.end))
    return dates


def _full(text: str) -> Iterator[int]:
    """Where something like a full date begins: looked for only around its year."""
    position = 0
    for year in _YEAR.finditer(text):
        for match in _FULL.finditer(text, max(position, year.start() - _BEFORE_YEAR), year.end() + _BEHIND_YEAR):
            position = match.end()
            yield match.start()


def dateline_day(page: Page, start: int, published: PartialDate) -> PartialDate | None:
    """The day of the dateline that a page begins with, where it was published within a week after it."""
    text, lexicon = page.text, page.lexicon
    stretch = Stretch(text, page.small, start, patterns_of(lexicon), Clock(published, None, lexicon.dates))
    for candidate in _HEAD_DATE.finditer(text, start, start + HEAD):
        when = read(stretch, candidate.start(), len(text))
        if when is not None and when.start is not None and when.start.day and _DATELINE_END.match(text, when.span.end):
            return when.start if 0 < (published.last - when.start.first).days <= _WEEK else None
    return None
