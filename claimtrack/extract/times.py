"""Date expressions: found with patterns of their own, resolved against a known date or not at all.

The general fuzzy parsers are wrong for news (`killed 12` is no 12th of the month), and a weekday means the
latest such day on or before publication. What the text does not give stays unknown; today's date is never used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from claimtrack.dates import PartialDate
from claimtrack.model import DateBasis, Span


class Role(StrEnum):
    """What a date expression says of the counting: a day or span, a start, an end, or the day of the statement."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"
    WINDOW = "window"


class When(NamedTuple):
    """A date expression in the text, with what it resolves to; `start` and `end` are None where nothing is known.

    `full` says that the year was written or follows from a known date.
    """

    span: Span
    words: str
    role: Role
    start: PartialDate | None
    end: PartialDate | None
    basis: DateBasis | None
    kind: str

    @property
    def resolved(self) -> bool:
        """Whether the calendar day, month or year is known."""
        return self.start is not None or self.end is not None


_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH_NUMBERS = {name[:3]: i for i, name in enumerate(_MONTHS.split("|")[:12], 1)}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|several|few|couple of|a|an"
_COUNTS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)} | {
    "a": 1, "an": 1, "a dozen": 12,
}  # fmt: skip
_UNIT = "minute|hour|day|week|weekend|fortnight|month|year|decade|century"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_YEAR = r"(?:1[89]|20)\d\d"


@cache
def _pattern() -> re.Pattern[str]:
    """All date expressions in one alternation, the more telling ones first."""
    month = rf"(?:{_MONTHS})\b\.?"
    part = r"(?:(?P<part>early|late|mid|beginning of|end of|start of)[\s-]+(?:in\s+)?)?"
    return re.compile(
        rf"""\b(?:
        (?P<iso>{_YEAR}-\d\d-\d\d)\b
       |(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{month}),?\s+(?P<y1>{_YEAR}|\d\d(?=\s+\(|\s+--|\s*\]))(?!\d|[,.]\d|\s+(?:people|others))
       |(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>{_YEAR})(?!\d|[,.]\d|\s+(?:people|others))
       |(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|-)(?P<m3>{month})(?!\s+\d)
       |(?P<m4>{month})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d|:|\s+(?:people|others|percent))
       |{part}(?P<m5>{month}),?\s+(?:of\s+)?(?P<y5>{_YEAR})(?!\d|[,.]\d)
       |(?P<ym>(?:last|this|next)\s+)(?P<m6>{month})(?!\s+\d)
       |(?<=\bin\s)(?P<m7>{month})(?:\s+(?P<rel7>this|last)\s+year)?(?!\s+\d|\w)
       |(?:(?P<part8>mid-|mid\s|late\s|early\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bof\s)|(?<=\bfrom\s)|(?<=\band\s)|(?<=\bto\s))(?P<m8>(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept|sep|oct|nov|dec)\b\.?)(?!\s+\d)
       |(?P<y9a>{_YEAR})\s?[-–/]\s?(?P<y9b>{_YEAR}|\d\d)(?!\d)
       |(?P<rel>last|previous|past|next|this|the\s+same)\s+(?P<wd1>{_WEEKDAY})\b
       |(?P<wd2>{_WEEKDAY})\b(?!\s+(?:times|mirror|express|mail|telegraph|post|herald|magazine))
       |(?P<dayword>earlier\s+today|today|tonight|yesterday|overnight|last\s+night|this\s+(?:morning|afternoon|evening))\b
       |(?P<sofar>so\s+far\s+this\s+(?P<sofarunit>year|month|week)|(?:earlier|later)?\s*this\s+(?P<thisunit>year|month|week))\b
       |(?:the\s+)?(?P<win>past|last|previous)\s+(?:(?P<winn>{_COUNT})\s+(?P<winu>{_UNIT})s?|(?P<winu1>week|weekend|month|year|decade|fortnight|24\s+hours))\b
       |(?:(?P<inover>in|within|over|during)\s+(?:just\s+|only\s+|less\s+than\s+|under\s+|the\s+space\s+of\s+|about\s+|a\s+period\s+of\s+)*)(?P<durn>{_COUNT})[\s-]+(?P<duru>{_UNIT})s?\b(?!\s+(?:after|before|later|earlier|ago))
       |(?P<agon>{_COUNT})\s+(?P<agou>{_UNIT})s?\s+(?:ago|earlier|before)\b
       |(?P<daybefore>the\s+(?:day\s+before|previous\s+day|following\s+day|next\s+day|same\s+day|day\s+after))\b
       |(?P<h24>\d{{2}}-hour\s+(?:period|span|window))
       |(?:(?P<season>spring|summer|autumn)\s+(?:of\s+)?)(?P<sy>{_YEAR})\b
       |(?:(?P<part10>early|late|mid)[\s-]+)?(?P<y10>{_YEAR})(?![\d/]|[,.]\d|[-–]\d|\s+(?:people|civilians|others|persons|deaths|cases|homes|houses|families|soldiers|refugees|\w+\s+(?:were|have)))
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


_LEAD_STRICT_SINCE = re.compile(
    r"(?:since\b[^,;.()]{0,60}|starting(?:\s+(?:on|in|from))?|beginning(?:\s+(?:on|in|from))?|afresh\s+from|onwards?\s+from|dating\s+back\s+to|back\s+to|broke\s+out\s+(?:on|in)|began(?:\s+(?:on|in))?|erupted(?:\s+(?:on|in))?)\s+(?:the\s+)?(?:(?:start|beginning|outbreak)\s+of\s+)?(?:early\s+|late\s+|mid-|last\s+)?$",
    re.IGNORECASE,
)
_LEAD_UNTIL = re.compile(
    r"(?:as\s+of|as\s+at|until|up\s+to|through|till|by|to\s+date)\s+(?:late\s+on\s+|early\s+on\s+|late\s+|early\s+|midday\s+(?:on\s+)?|noon\s+(?:on\s+)?|the\s+end\s+of\s+)?$",
    re.IGNORECASE,
)
# The day of a statement, not of what it tells: `police said on Sunday`.
_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|added|confirmed|stated|warned|tweeted|wrote)\b"
    r"(?:\s+(?:[A-Z][\w.’'-]*|in|a|an|the|by|phone|news|agency|agencies|interview|televised|statement|conference|reporters|journalists|press|briefing|on|late|early|earlier|to))*\s*$"
)
_SINCE_THEN = re.compile(r"\bsince\b(?!\s+(?:19|20)\d\d)", re.IGNORECASE)
# `the worst accident since 2013` says nothing of when this one was.
_SUPERLATIVE = re.compile(
    r"\b(?:worst|first|most|biggest|largest|\w{3,}est)\b[^.;,]{0,40}\b(?:since|in|for)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_WHEN = re.compile(r",?\s+(?:when|after|with)\b")
_RANGE_LINK = re.compile(
    r"\s*(?:and|to|until|till|through|[-–])\s*(?:early\s+|late\s+|mid-|midday\s+|noon\s+|(?:\d{1,2}:\d\d\s+)?on\s+)*",
    re.IGNORECASE,
)
_RANGE_OPEN = re.compile(
    r"(?:between|from)\s+(?:early\s+|late\s+|mid-|\d{1,2}:\d\d\s+(?:on\s+)?|noon\s+(?:on\s+)?|midday\s+(?:on\s+)?)*$",
    re.IGNORECASE,
)


def find(
    text: str,
    start: int,
    end: int,
    anchor: PartialDate | None,
    anchor_basis: DateBasis | None,
    years: Sequence[PartialDate] = (),
) -> list[When]:
    """The date expressions in `text[start:end]`, resolved where a known date allows it.

    `anchor` is the day of publication; `years` are full dates of the text, by which a date without its year is
    completed before publication is asked.
    """
    found = []
    for match in _pattern().finditer(text, start, end):
        when = _resolve(text, start, match, anchor, years)
        if when is not None:
            found.append(when)
    return _undated_since(text, start, end, _join(text, start, found))


def _undated_since(text: str, start: int, end: int, found: list[When]) -> list[When]:
    """Add `since then`, `since the war began`: a count with a start that the words name but do not date."""
    for match in _SINCE_THEN.finditer(text, start, end):
        if any(when.role == Role.SINCE and 0 <= when.span.start - match.start() <= 80 for when in found):
            continue
        words = re.match(r"since(?:\s+[\w’'-]+){0,4}", text[match.start() : min(end, match.start() + 60)], re.IGNORECASE)
        said = words[0] if words else match[0]
        span = Span(start=match.start(), end=match.end())
        kind = "since_then" if said.lower().startswith("since then") else "since"
        found = sorted([*found, When(span, said, Role.SINCE, None, None, None, kind)], key=lambda w: w.span.start)
    return found


def full_dates(text: str) -> list[PartialDate]:
    """The dates that a text writes out in full, in order."""
    dates = []
    for match in _pattern().finditer(text):
        if match["iso"] or match["y1"] or match["y2"]:
            when = _resolve(text, 0, match, None, ())
            if when and when.start and when.start.day:
                dates.append(when.start)
    return dates


def _resolve(
    text: str, left: int, match: re.Match[str], anchor: PartialDate | None, years: Sequence[PartialDate]
) -> When | None:
    """One date expression with its role and dates."""
    group = match.groupdict()
    span = Span(start=match.start(), end=match.end())
    before = text[max(left, match.start() - 80) : match.start()]
    if group["y9a"] and _SUPERLATIVE.search(text[max(left, match.start() - 60) : match.start()]):
        return None
    result = (
        _written(group, anchor, years)
        or _weekday(group, before, anchor)
        or _relative(group, anchor)
        or _window(group, anchor)
    )
    if result is None:
        return None
    kind, start, end, basis = result
    if _SUPERLATIVE.search(text[max(left, match.start() - 60) : match.start()]):
        return When(span, match[0], Role.POINT, None, None, None, "anaphoric")
    if _SAID.search(before) or _is_dateline(kind, match, before, end, anchor):
        return When(span, match[0], Role.POINT, start, end, basis, "statement")
    role = Role.WINDOW if kind in ("window", "duration") else Role.POINT
    if kind not in ("window", "duration") or group["sofar"]:
        if _LEAD_STRICT_SINCE.search(before) and not _WHEN.match(text, match.end()):
            role, end = Role.SINCE, None
        elif _LEAD_UNTIL.search(before):
            role, start = Role.UNTIL, None
    return When(span, match[0], role, start, end, basis, kind)


_LED = re.compile(r"\b(?:on|in|since|of|from|until|by|before|after|between|and|to|the|late|early)\s+$", re.IGNORECASE)
_OPENING = 250


def _is_dateline(kind: str, match: re.Match[str], before: str, end: PartialDate | None, anchor: PartialDate | None) -> bool:
    """Whether a date is the page's own, at its head or in a dateline, rather than that of anything it tells."""
    if kind not in ("full", "day") or end is None or end != anchor or _LED.search(before):
        return False
    return kind == "full" or match.start() < _OPENING


_Result = tuple[str, PartialDate | None, PartialDate | None, DateBasis | None]


def _valid(year: int, month: int, day_: int | None) -> PartialDate | None:
    """The partial date, or None where the calendar has no such day."""
    try:
        date(year, month, day_ or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day_)


def _month(word: str) -> int:
    """The number of a month's name or abbreviation."""
    return _MONTH_NUMBERS[word[:3].lower()]


def _written(group: dict[str, Any], anchor: PartialDate | None, years: Sequence[PartialDate]) -> _Result | None:
    """Dates written out: with their year, or completed by a known one."""
    if group["iso"]:
        year, month, day_ = map(int, group["iso"].split("-"))
        point = _valid(year, month, day_)
        return ("full", point, point, DateBasis.EXPLICIT) if point else None
    for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if group[y]:
            year = int(group[y])
            point = _valid(year + 1900 if year < 100 else year, _month(group[m]), int(group[d]))
            return ("full", point, point, DateBasis.EXPLICIT) if point else None
    for d, m in (("d3", "m3"), ("d4", "m4")):
        if group[m]:
            if not 1 <= int(group[d]) <= 31:
                return None
            return _yearless(_month(group[m]), int(group[d]), anchor, years)
    if group["m5"]:
        point = PartialDate(int(group["y5"]), _month(group["m5"]))
        return "month", point, point, DateBasis.EXPLICIT
    if group["m7"] and group["rel7"] and anchor:
        point = PartialDate(anchor.year - (group["rel7"].lower() == "last"), _month(group["m7"]))
        return "month", point, point, DateBasis.RELATIVE
    for m in ("m6", "m7", "m8"):
        if group[m]:
            return _yearless(_month(group[m]), None, anchor, years)
    if group["y9a"]:
        first = int(group["y9a"])
        last = int(group["y9b"]) if len(group["y9b"]) == 4 else first // 100 * 100 + int(group["y9b"])
        return ("years", PartialDate(first), PartialDate(last), DateBasis.EXPLICIT) if last > first else None
    if group["sy"]:
        months = _SEASONS[group["season"].lower()]
        year = int(group["sy"])
        return "season", PartialDate(year, months[0]), PartialDate(year, months[1]), DateBasis.EXPLICIT
    if group["y10"]:
        point = PartialDate(int(group["y10"]))
        return "year", point, point, DateBasis.EXPLICIT
    return None


def _yearless(month: int, day_: int | None, anchor: PartialDate | None, years: Sequence[PartialDate]) -> _Result:
    """`October 7`: the text's own full date of that day wins, else the latest one on or before publication."""
    for known in years:
        if known.month == month and known.day == day_:
            return "day", known, known, DateBasis.EXPLICIT
    if anchor is None:
        return "day", None, None, None
    year = anchor.year
    point = _valid(year, month, day_)
    if point is None or point.first > anchor.last:
        point = _valid(year - 1, month, day_) or point
    return "day", point, point, DateBasis.RELATIVE


def _weekday(group: dict[str, Any], before: str, anchor: PartialDate | None) -> _Result | None:
    """`on Saturday`: the latest Saturday on or before publication; `next Saturday` the one after it."""
    name = group["wd1"] or group["wd2"]
    if not name:
        return None
    if anchor is None or anchor.day is None:
        return "weekday", None, None, None
    number = next(i for i, full in enumerate(_DAYS) if full.startswith(name.lower()[:3]))
    back = (anchor.first.weekday() - number) % 7
    relation = (group["rel"] or "").lower()
    if relation == "next":
        return _day("weekday", anchor.first + timedelta(days=7 - back))
    if relation in ("last", "previous") and back == 0:
        back = 7
    return _day("weekday", anchor.first - timedelta(days=back))


def _day(kind: str, value: date) -> _Result:
    """A single day as a result."""
    point = PartialDate(value.year, value.month, value.day)
    return kind, point, point, DateBasis.RELATIVE


def _relative(group: dict[str, Any], anchor: PartialDate | None) -> _Result | None:
    """`yesterday`, `overnight`, `two days ago`, `this year`."""
    known = anchor is not None and anchor.day is not None
    if group["dayword"]:
        if not known or anchor is None:
            return "dayword", None, None, None
        word = re.sub(r"\s+", " ", group["dayword"].lower())
        if word == "overnight":
            yesterday = anchor.first - timedelta(days=1)
            return "dayword", PartialDate(yesterday.year, yesterday.month, yesterday.day), anchor, DateBasis.RELATIVE
        return _day("dayword", anchor.first - timedelta(days=1 if word in ("yesterday", "last night") else 0))
    if group["daybefore"]:
        return "anaphoric", None, None, None
    if group["agou"]:
        return _ago(group["agon"].lower(), group["agou"].lower(), anchor)
    unit = (group["sofarunit"] or group["thisunit"] or "").lower()
    if unit:
        if anchor is None:
            return "relative", None, None, None
        return "window", _unit_start(anchor, unit), anchor, DateBasis.RELATIVE
    return None


def _unit_start(anchor: PartialDate, unit: str) -> PartialDate:
    """The first day of the week, month or year that a day lies in."""
    if unit == "year":
        return PartialDate(anchor.year, 1, 1)
    if unit == "month":
        return PartialDate(anchor.year, anchor.month or 1, 1)
    monday = anchor.first - timedelta(days=anchor.first.weekday())
    return PartialDate(monday.year, monday.month, monday.day)


def _ago(count: str, unit: str, anchor: PartialDate | None) -> _Result:
    """`three years ago`: a date no more precise than its unit."""
    number = int(count) if count.isdigit() else _COUNTS.get(count)
    if anchor is None or number is None:
        return "relative", None, None, None
    if unit in ("minute", "hour"):
        return "relative", anchor, anchor, DateBasis.RELATIVE
    point = _shift(anchor, number, unit)
    if unit in ("year", "decade", "century"):
        point = PartialDate(point.year)
    elif unit == "month":
        point = PartialDate(point.year, point.month)
    return "relative", point, point, DateBasis.RELATIVE


def _shift(anchor: PartialDate, count: int, unit: str) -> PartialDate:
    """The day a number of units before another, by the calendar."""
    from dateutil.relativedelta import relativedelta

    steps = {
        "minute": {}, "hour": {"hours": count}, "day": {"days": count}, "week": {"weeks": count}, "weekend": {"weeks": count},
        "fortnight": {"weeks": 2 * count}, "month": {"months": count}, "year": {"years": count},
        "decade": {"years": 10 * count}, "century": {"years": 100 * count},
    }[unit]  # fmt: skip
    if unit == "hour":
        steps = {"days": -(-count // 24)}
    try:
        value = anchor.last - relativedelta(**steps)  # type: ignore[arg-type]  # the stubs want one literal type a key
    except (ValueError, OverflowError):
        return anchor
    return PartialDate(value.year, value.month, value.day)


def _window(group: dict[str, Any], anchor: PartialDate | None) -> _Result | None:
    """`in the past 24 hours`, `last week`, `in only eleven months`, `within a week`."""
    if group["h24"]:
        count, unit = group["h24"][:2], "hour"
    elif group["win"] and group["winu"]:
        count, unit = group["winn"].lower(), group["winu"].lower()
    elif group["win"]:
        return _last_unit(group["win"].lower(), group["winu1"].lower(), anchor)
    elif group["duru"]:
        count, unit = group["durn"].lower(), group["duru"].lower()
    else:
        return None
    number = int(count) if count.isdigit() else _COUNTS.get(count)
    if anchor is None or number is None:
        return "duration" if group["duru"] else "window", None, None, None
    kind = "duration" if group["duru"] else "window"
    return kind, _shift(anchor, number, unit), anchor, DateBasis.RELATIVE


def _last_unit(which: str, unit: str, anchor: PartialDate | None) -> _Result:
    """`last year` is the calendar year before; `the past year` is the twelve months up to now."""
    if anchor is None:
        return "window", None, None, None
    if "24" in unit:
        return "window", _shift(anchor, 1, "day"), anchor, DateBasis.RELATIVE
    if which != "past" and unit == "year":
        point = PartialDate(anchor.year - 1)
        return "relative", point, point, DateBasis.RELATIVE
    if which != "past" and unit == "month":
        before = _shift(anchor, 1, "month")
        point = PartialDate(before.year, before.month)
        return "relative", point, point, DateBasis.RELATIVE
    if which != "past" and unit in ("week", "weekend"):
        monday = anchor.first - timedelta(days=anchor.first.weekday() + 7)
        first, last = (
            (monday, monday + timedelta(days=6))
            if unit == "week"
            else (monday + timedelta(days=5), monday + timedelta(days=6))
        )
        return (
            "relative",
            PartialDate(first.year, first.month, first.day),
            PartialDate(last.year, last.month, last.day),
            DateBasis.RELATIVE,
        )
    return "window", _shift(anchor, 1, unit), anchor, DateBasis.RELATIVE


def _join(text: str, left: int, found: list[When]) -> list[When]:
    """Join `between 1 May and 3 June`, `from Monday to Wednesday`, and `Saturday, December 28, 2024`."""
    joined: list[When] = []
    for when in found:
        if joined:
            last = joined[-1]
            gap = text[last.span.end : when.span.start]
            if last.kind == "weekday" and when.kind in ("full", "day") and re.fullmatch(r",?\s*(?:the\s+)?\(?", gap):
                joined[-1] = when._replace(
                    span=Span(start=last.span.start, end=when.span.end),
                    words=text[last.span.start : when.span.end],
                    role=last.role if last.role != Role.POINT else when.role,
                )
                continue
            if when.kind == "weekday" and last.kind in ("full", "day") and re.fullmatch(r",?\s*", gap):
                joined[-1] = last._replace(span=Span(start=last.span.start, end=when.span.end))
                continue
            opened = _RANGE_OPEN.search(text[max(left, last.span.start - 30) : last.span.start])
            if (
                _RANGE_LINK.fullmatch(gap)
                and opened
                and last.kind == "day" == when.kind
                and when.start is None
                and last.start is None
            ):
                pass
            elif _RANGE_LINK.fullmatch(gap) and opened and (when.resolved or when.kind == "anaphoric"):
                joined[-1] = _between(text, last, when)
                continue
        joined.append(when)
    return joined


def _between(text: str, first: When, last: When) -> When:
    """The span from one date expression to another."""
    start, end = first.start, last.end
    if last.kind == "anaphoric" and start and start.day:
        following = start.first + timedelta(days=1)
        end = PartialDate(following.year, following.month, following.day)
    if start is not None and end is not None and start.first > end.last and first.basis == DateBasis.RELATIVE:
        earlier = _valid(end.year - 1, start.month, start.day) if start.month else None
        start = earlier if earlier and earlier.first <= end.last else start
    span = Span(start=first.span.start, end=last.span.end)
    return When(span, text[span.start : span.end], Role.WINDOW, start, end, first.basis, "range")
