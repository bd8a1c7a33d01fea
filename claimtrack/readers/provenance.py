"""Where a text says it comes from: its outlet, byline, agencies and dates, each only as far as it is written there.

Front matter wins over header lines, these over the dateline, the dateline over a date that only says `Updated`, and
that over the file's name. A lone `Updated` date is the publication of the text as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.dates import PartialDate
from claimtrack.lexicon.outlets import outlets
from claimtrack.readers import credits, header
from claimtrack.readers.credits import Credits
from claimtrack.readers.dateline import Dateline, dateline
from claimtrack.readers.file_names import named_date
from claimtrack.readers.front_matter import FrontMatter, front_matter
from claimtrack.readers.header import Field
from claimtrack.readers.written_dates import WrittenDate, calendar_day, date_at, month_at

_PUBLISHED = ("published", "date_published", "datepublished", "publication_date", "published_at", "pubdate", "date")
_UPDATED = ("modified", "updated", "last_updated", "last_modified", "lastmod", "date_modified", "datemodified")
_OUTLET = ("outlet", "publisher", "publication", "site_name", "site", "newspaper", "source")
_BYLINE = ("byline", "author", "authors", "by")
_URL = ("url", "link", "canonical", "canonical_url", "original_url", "source_url", "permalink", "source")
_DATE_LINE = re.compile(r"^[ \t#*]*(?P<date>[A-Z0-9][^\n]{5,36}?)[ \t*:]*$", re.MULTILINE)
_SEARCHED = 100_000


class Doubt(NamedTuple):
    """Something about a date that a person should see; `line` counts from 1."""

    line: int | None
    wrong: str
    expected: str


class Provenance(NamedTuple):
    """What a text says of itself; `body_start` is where the article begins, after any front matter."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    body_start: int = 0
    doubts: tuple[Doubt, ...] = ()


class _Dates(NamedTuple):
    """The dates of one place in the text, and what is doubtful about them."""

    published: str | None = None
    updated: str | None = None
    doubts: tuple[Doubt, ...] = ()


def provenance(text: str, stem: str = "") -> Provenance:
    """Find what a text, and the name of its file, say of where and when it was published."""
    front = front_matter(text) or FrontMatter({}, {}, 0)
    lines = header.head(text, front.end)
    fields = header.header_fields(lines)
    headers = {field.line for field in fields}
    after = max((line.end for line in lines if line.number in headers), default=front.end)
    line = _first_dateline(lines, headers)
    url = _url(front, fields)
    found = _front_credits(front).over(header.credits_of(fields)).over(line.credits if line else Credits())
    found = found.over(credits.closing(text[max(after, len(text) - credits.TAIL) :])).over(_host_credits(url))
    published, modified, doubts = _dated(_front_dates(front), _header_dates(fields, text, front.end), line, stem)
    return Provenance(
        title=front.first("title", "headline"),
        outlet=found.outlet,
        byline=found.byline,
        agencies=found.agencies,
        published=published,
        modified=modified,
        url=url,
        language=front.first("language", "lang"),
        body_start=front.end,
        doubts=doubts,
    )


def written(value: str) -> WrittenDate | None:
    """Read a value that is a date as a whole: ISO of any precision, with or without a time, or written out."""
    value = value.strip()
    found = date_at(value) or month_at(value)
    if found:
        return found if re.fullmatch(r"(?:[T,\s].{0,40})?", value[found.end :]) else None
    partial = re.fullmatch(r"(?P<year>[12]\d{3})(?:-(?P<month>0[1-9]|1[0-2]))?", value, re.ASCII)
    if not partial:
        return None
    month = int(partial["month"]) if partial["month"] else None
    return WrittenDate(PartialDate(int(partial["year"]), month).iso, len(value))


def doubt(written_: WrittenDate, words: str, line: int | None) -> tuple[Doubt, ...]:
    """What is wrong with a date: it has two readings, or a weekday that is not its own."""
    words = words.strip()
    if written_.iso is None:
        readings = " or as ".join(written_.readings)
        return (Doubt(line, f"the date {words!r} can be read as {readings} and is not used", "one like 2024-12-28"),)
    if written_.contradicts:
        wrong = f"the weekday in {words!r} is not that day's"
        return (Doubt(line, f"{wrong}; the day is read as {written_.iso}", written_.contradicts),)
    return ()


def _dated(
    front: _Dates, above: _Dates, line: Dateline | None, stem: str
) -> tuple[str | None, str | None, tuple[Doubt, ...]]:
    """The publication date by the order of what says it, the date of the last change, and the doubts."""
    named = named_date(stem)
    day = line.date.iso if line and line.date else None
    modified = front.updated or above.updated
    published = front.published or above.published or day or modified or named.iso
    doubts = front.doubts + above.doubts
    if published is None and line and line.day:
        year = named.year
        published = calendar_day(year, line.day.month, line.day.day) if year else None
    if published is None and named.readings and not doubts:
        doubts += doubt(WrittenDate(None, 0, named.readings), named.words, None)
    return published, modified, doubts


def _front_dates(front: FrontMatter) -> _Dates:
    published, doubts = _front_date(front, _PUBLISHED)
    updated, more = _front_date(front, _UPDATED)
    return _Dates(published, updated, doubts + more)


def _front_date(front: FrontMatter, keys: tuple[str, ...]) -> tuple[str | None, tuple[Doubt, ...]]:
    words = front.first(*keys)
    found = written(words) if words else None
    if words and not found:
        wrong = f"{words!r} is not a date and is not used"
        return None, (Doubt(front.line(*keys), wrong, "one like 2024-12-28"),)
    return (found.iso, doubt(found, words or "", front.line(*keys))) if found else (None, ())


def _header_dates(fields: list[Field], text: str, start: int) -> _Dates:
    """The dates of header lines; a line of nothing but a date counts only where the text has no other such line."""
    dated = [(kind, field) for kind, field in header.dates(fields) if field.date]
    bare = [field for kind, field in dated if kind == "bare"]
    if len(bare) > 1 or (bare and _is_timeline(text, start)):
        dated = [(kind, field) for kind, field in dated if kind != "bare"]
    doubts: tuple[Doubt, ...] = ()
    by_kind: dict[str, str] = {}
    for kind, field in dated:
        assert field.date is not None
        doubts += doubt(field.date, field.text, field.line)
        if field.date.iso:
            by_kind.setdefault(kind, field.date.iso)
    return _Dates(by_kind.get("published") or by_kind.get("bare"), by_kind.get("updated"), doubts)


def _is_timeline(text: str, start: int) -> bool:
    """Whether more than one line of the text is nothing but a date, as the headings of a chronology are."""
    found = set()
    for match in _DATE_LINE.finditer(text, start, start + _SEARCHED):
        date = date_at(match["date"])
        if date and date.end == len(match["date"]):
            found.add(date.readings)
    return len(found) > 1


def _first_dateline(lines: list[header.Line], headers: set[int]) -> Dateline | None:
    return next((found for line in lines if line.number not in headers and (found := dateline(line.text))), None)


def _front_credits(front: FrontMatter) -> Credits:
    outlet = next((value for key in _OUTLET if (value := front.first(key)) and not _is_url(value)), None)
    known = outlets().named(outlet) if outlet else None
    people = credits.byline(", ".join(front.all(*_BYLINE)))
    agencies = tuple(name.name if (name := outlets().named(raw)) else raw for raw in front.all("agencies", "agency"))
    return Credits(known.name if known else outlet, agencies).over(people)


def _host_credits(url: str | None) -> Credits:
    """The outlet whose host an address names; an agency's own page is published by the agency."""
    medium = outlets().of_url(url) if url else None
    return Credits(medium.name) if medium else Credits()


def _url(front: FrontMatter, fields: list[Field]) -> str | None:
    given = (value for key in _URL if (value := front.first(key)) and _is_url(value))
    return next(given, None) or next((field.text for field in fields if field.kind == "address"), None)


def _is_url(value: str) -> bool:
    return re.match(r"https?://\S+\Z", value) is not None
