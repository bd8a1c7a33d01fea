"""Datelines: the place, day and agency with which a news report begins, as in `GENEVA, Sept 12 (Reuters) -`."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.readers.credits import Credits, media, source
from claimtrack.readers.header import is_prose
from claimtrack.readers.written_dates import STARTS, DayOfMonth, WrittenDate, date_at, day_at

_LONGEST = 120
_SOURCE = re.compile(r"[\s,]{0,3}\((?P<names>[^()\n]{2,60})\)")
_CLOSE = re.compile(r"\s*(?:[-–—_:]|\[|\)\s*[-–—]|\Z)")
_TWICE = re.compile(r",\s?(?P<year>\d{4})\b")
_SMALL_WORDS = frozenset(("de", "del", "of", "la", "al", "el", "and"))
_LONGEST_PLACE = 7
_GAP = " ,–—-"


class Dateline(NamedTuple):
    """What a dateline says: a date with its year or a day without, and who reported."""

    place: str
    date: WrittenDate | None
    day: DayOfMonth | None
    credits: Credits


def dateline(line: str) -> Dateline | None:
    """Read the dateline that a line begins with, if it begins with one.

    `LONDON, March 7 -`, `KIGALI, April 28, 1997 (AFP)`, `PARADISE, Calif. (Reuters) -`, `(CNN) As a boat` have one;
    `PARIS Hilton said on March 7, 1999 - as ever -` and `On Sept 12 (a Thursday) -` have none. A place in small
    letters needs more beside it than one in capitals: a known agency, or a date with its year and a sentence after it.
    """
    prose, line = is_prose(line), line[:_LONGEST].lstrip("*_ ")
    return next((found for start in STARTS.finditer(line) if (found := _from(line, start.start(), prose))), None)


def _from(line: str, start: int, prose: bool) -> Dateline | None:
    """The dateline whose place ends, and whose date or source begins, at a position."""
    place, position = line[:start].lstrip("(").strip(_GAP), start
    date, day = date_at(line, start), None
    if date:
        again = _TWICE.match(line, date.end)
        position = again.end() if again and (date.iso or "").startswith(again["year"]) else date.end
    else:
        day = day_at(line, start)
        position = day.end if day else start
    names = _SOURCE.match(line, position)
    position = names.end() if names else position
    known = bool(names and media(names["names"]))
    if not (date or day or known):
        return None
    closed = bool(_CLOSE.match(line, position))
    if not place:
        holds = known and (closed or line.startswith("("))
    elif _is_place(place, capitals=True):
        holds = closed
    else:
        # `Gaza, October 7, 2023 - what we know` is a title: without an agency, a sentence must follow.
        separated = line[:start].rstrip().endswith((",", "–", "—", "-"))
        holds = closed and _is_place(place) and (known or (bool(date) and separated and prose))
    return Dateline(place, date, day, _credits(names["names"], place) if names else Credits()) if holds else None


def _is_place(words: str, *, capitals: bool = False) -> bool:
    """Whether words can be the name of a place: `N'DJAMENA`, `San José, Costa Rica`."""
    first, *rest = re.findall(r"[^\s,/()]+", words) or [""]
    begins = first.isupper() and len(first) > 1 if capitals else first[:1].isupper()
    return begins and len(rest) < _LONGEST_PLACE and all(word[0].isupper() or word in _SMALL_WORDS for word in rest)


def _credits(names: str, place: str) -> Credits:
    """The source in brackets; one that no table knows is kept as written where the place is in capitals."""
    known = source(names)
    if known.outlet or known.agencies or not place.isupper() or not re.fullmatch(r"[A-Z][\w .&/-]*", names):
        return known
    return Credits(agencies=(names,))
