"""Date expressions: found by the lexicon's patterns, each with its role and the dates that it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple, Protocol

from claimtrack.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from claimtrack.extract.beginnings import Beginnings
from claimtrack.extract.calendar import meaning
from claimtrack.extract.clock import Clock, Meaning, in_year
from claimtrack.lexicon.readings import Keyed, Lexicon
from claimtrack.model import DateBasis, Span

_REACH = 80
HEAD = 250
# A page may come out a day or two beside the day that its dateline prints.
_LAG = 2
# `The worst in 2009` is of that year; `the worst since 2009` and `the worst in ten years` are not.
_DATED = frozenset({"iso", "written", "month_of_year", "year"})
_BEFORE = ("broke_out", "since", "until", "said", "superlative", "led")
_CAPITAL = "(?-i:[A-Z])"


class Role(StrEnum):
    """What a date expression says of the counting: a day or span, a start, an end, or a window up to now."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"
    WINDOW = "window"


class When(NamedTuple):
    """A date expression in the text, with what it resolves to; `start` and `end` are None where nothing is known.

    `opens` says that something began then.
    """

    span: Span
    words: str
    role: Role
    start: PartialDate | None
    end: PartialDate | None
    basis: DateBasis | None
    kind: str
    offset: int | None = None
    opens: bool = False

    @property
    def resolved(self) -> bool:
        """Whether the calendar day, month or year is known."""
        return self.start is not None or self.end is not None

    def before_week(self, week: When) -> When:
        """`The previous week`, behind a week that was told of."""
        if week.kind != "week" or week.start is None or week.end is None or self.offset is None:
            return self
        days = [day.first + timedelta(days=self.offset) for day in (week.start, week.end)]
        if days[0].year < FIRST_YEAR:
            return self
        start, end = (PartialDate(day.year, day.month, day.day) for day in days)
        return self._replace(start=start, end=end, kind="week", role=Role.WINDOW)

    def counted_from(self, base: PartialDate) -> When:
        """`A day earlier`, counted from a day; itself where that is no day, or leads out of the years of dates."""
        if base.day is None or self.offset is None or self.kind == "relative":
            return self
        day = base.first + timedelta(days=self.offset)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return self
        point = PartialDate(day.year, day.month, day.day)
        return self._replace(start=point, end=point, basis=DateBasis.RELATIVE, kind="day")


class Patterns(NamedTuple):
    """A language's expressions in one alternation, the name and parts of each, and the patterns of roles.

    The expressions, and the roles of what stands `before` one, are for text in small letters: without regard to case
    they would take three times as long. `before` finds all that `roles` finds, and more where that asks for capitals.
    """

    expression: re.Pattern[str]
    names: dict[str, tuple[str, dict[str, str]]]
    begins: Beginnings
    before: dict[str, re.Pattern[str]]
    roles: dict[str, re.Pattern[str]]


def patterns_of(lexicon: Lexicon) -> Patterns:
    """The date patterns of a lexicon, compiled once."""
    return _compiled(Keyed(lexicon))


@cache
def _compiled(holder: Keyed) -> Patterns:
    """Compile the expressions; parts get the number of their expression, since a name may stand in many."""
    data = holder.lexicon.dates
    names: dict[str, tuple[str, dict[str, str]]] = {}
    alternatives = []
    for i, entry in enumerate(data["expressions"]):
        source: str = entry["pattern"]
        for piece, pattern in data["pieces"].items():
            source = source.replace(f"{{{piece}}}", pattern)
        parts = {part: f"{part}{i}" for part in re.findall(r"\(\?P<(\w+)>", source)}
        for part, numbered in parts.items():
            source = source.replace(f"(?P<{part}>", f"(?P<{numbered}>")
        names[f"e{i}"] = (entry["name"], parts)
        alternatives.append(f"(?P<e{i}>{source})")
    expression = re.compile(r"\b(?:" + "|".join(alternatives) + ")")
    roles = {name: re.compile(source, re.IGNORECASE) for name, source in data["roles"].items()}
    before = {name: re.compile(data["roles"][name].replace(_CAPITAL, "[a-z]")) for name in _BEFORE}
    return Patterns(expression, names, Beginnings(data["begins"]), before, roles)


def find(page: Page, start: int, end: int, starts: Sequence[int], words: Sequence[str]) -> list[When]:
    """The date expressions in `text[start:end]` of a page, resolved where a known date allows it.

    `words` are the words and numbers of the stretch, `starts` their places: an expression begins at one of them.
    """
    patterns = patterns_of(page.lexicon)
    clock = Clock(page.published_at(start)[0], page, page.lexicon.dates)
    text = page.text
    stretch = Stretch(text, page.small, start, patterns, clock)
    found: list[When] = []
    position = start
    begins = patterns.begins
    for k, word in enumerate(words):
        following = begins[word]
        if following is None:
            continue
        at = starts[k]
        if at < position or (following and not begins.fits(following, words[k + 1 : k + 2])):
            continue
        when = read(stretch, at, end)
        if when is not None:
            base = found[-1].end if found and when.offset is not None else None
            if base is not None:
                when = when.before_week(found[-1]) if when.kind == "relative" else when.counted_from(base)
            found.append(when)
            position = when.span.end
    found = _nights(text, _join(text, start, found, patterns))
    return _undated_since(text, start, end, found, patterns)


def small(text: str) -> str:
    """A text in small letters, each letter in its place."""
    return text.replace("İ", "i").lower()


class Stretch(NamedTuple):
    """A text as it stands and in small letters, where its sentence begins, and what dates in it are read by."""

    text: str
    small: str
    left: int
    patterns: Patterns
    clock: Clock


class Page(Protocol):
    """What a date expression needs to know of the page it stands in."""

    text: str
    lexicon: Lexicon

    @property
    def small(self) -> str:
        """The text in small letters."""

    def known_on(self, month: int, day: int | None) -> PartialDate | None:
        """The text's own full date of a month and day: it completes one without a year before publication is asked."""

    @property
    def year(self) -> int | None:
        """The year of the text's copyright line, where its publication is not known."""

    def published_at(self, position: int) -> tuple[PartialDate | None, DateBasis | None]:
        """The day that relative dates count from."""


def read(stretch: Stretch, at: int, stop: int) -> When | None:
    """The date expression that begins at a place, if one does, with its role and dates."""
    text, patterns = stretch.text, stretch.patterns
    match = patterns.expression.match(stretch.small, at, stop)
    if match is None:
        return None
    name, numbered = patterns.names[match.lastgroup or ""]
    parts = {part: text[slice(*match.span(key))] if match[key] is not None else None for part, key in numbered.items()}
    proper = next((parts[part] for part in ("month", "weekday") if part in parts), None)
    if proper and proper[0].islower():
        return None
    left = max(stretch.left, at - _REACH)
    before = stretch.small[left:at]
    superlative = patterns.before["superlative"].search(before)
    if superlative and (name in _DATED if superlative["link"] else _then_happened(text, match, patterns)):
        superlative = None
    said = Meaning("anaphor") if superlative else meaning(name, parts, stretch.clock)
    if said is None or (superlative and name == "years"):
        return None
    span, words = Span(start=at, end=match.end()), text[at : match.end()]
    stated = patterns.before["said"].search(before) and patterns.roles["said"].search(text[left:at])
    if stated or _is_dateline(said, match, before, stretch):
        return When(span, words, Role.POINT, said.start, said.end, said.basis, "statement")
    role, start, end = Role.POINT, said.start, said.end
    opens = patterns.before["since"].search(before) is not None
    if said.kind in ("window", "duration", "week", "weekend"):
        role = Role.WINDOW
    elif opens and not _then_happened(text, match, patterns) and not patterns.before["broke_out"].search(before):
        role, end = Role.SINCE, None
    elif patterns.before["until"].search(before) and text[match.end() : match.end() + 2] not in ("'s", "’s"):
        role, start = Role.UNTIL, None
    return When(span, words, role, start, end, said.basis, said.kind, said.offset, opens)


def _then_happened(text: str, match: re.Match[str], patterns: Patterns) -> bool:
    """Whether a date is told of for itself (`the worst since July 2009, when 40 died`)."""
    return patterns.roles["then_happened"].match(text, match.end()) is not None


def _is_dateline(said: Meaning, match: re.Match[str], before: str, stretch: Stretch) -> bool:
    """Whether a date is the page's own, at its head or in a dateline, rather than that of anything it tells."""
    anchor = stretch.clock.anchor
    if said.kind not in ("full", "day") or said.end is None or anchor is None or said.end.day is None:
        return False
    if abs((said.end.first - anchor.last).days) > (_LAG if match.start() < HEAD else 0):
        return False
    if stretch.patterns.before["led"].search(before):
        return False
    return said.kind == "full" or match.start() < HEAD


def _join(text: str, left: int, found: list[When], patterns: Patterns) -> list[When]:
    """Join `between 1 May and 3 June`, `from Monday to Wednesday`, and `Saturday, December 28, 2024`."""
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        merged = _merge(text, left, last, when, patterns) if last is not None else None
        if merged is not None:
            joined[-1] = merged
        else:
            joined.append(when)
    return joined


def _merge(text: str, left: int, last: When, when: When, patterns: Patterns) -> When | None:
    """Two expressions as one, or None where they are two."""
    gap = text[last.span.end : when.span.start]
    if len(gap) > 40:
        return None
    span = Span(start=last.span.start, end=when.span.end)
    if (
        last.kind == "weekday"
        and when.kind in ("full", "day")
        and when.offset is None
        and re.fullmatch(r",?\s*(?:the\s+)?\(?", gap)
    ):
        role = last.role if last.role != Role.POINT else when.role
        return when._replace(span=span, words=text[span.start : span.end], role=role)
    if when.kind == "weekday" and last.kind in ("full", "day") and re.fullmatch(r",?\s*", gap):
        return last._replace(span=span)
    if last.kind == "day_word" and when.kind == "weekday" and patterns.roles["into"].fullmatch(gap):
        night = when.end.first - timedelta(days=1) if when.end is not None else None
        start = PartialDate(night.year, night.month, night.day) if night is not None else None
        return last._replace(span=span, words=text[span.start : span.end], start=start, end=when.end, basis=when.basis)
    if last.kind == when.kind == "month" and patterns.roles["both"].fullmatch(gap):
        return _between(text, last, when) if last.resolved and when.resolved else None
    if not patterns.roles["range_link"].fullmatch(gap):
        return None
    if not patterns.roles["range_open"].search(text[max(left, last.span.start - 30) : last.span.start]):
        return None
    return _between(text, last, when) if when.resolved or when.kind == "anaphor" else None


def _between(text: str, first: When, last: When) -> When:
    """The span from one date expression to another; no dates are known of one that would end before it begins."""
    start, end = first.start, last.end
    if last.kind == "anaphor" and start is not None and start.day:
        following = start.first + timedelta(days=1)
        end = PartialDate(following.year, following.month, following.day)
    if start is not None and last.kind == "month" and end is not None and last.basis == DateBasis.EXPLICIT:
        start = start if first.basis == DateBasis.EXPLICIT else in_year(start, end.year)
    if start is not None and end is not None and start.first > end.last:
        relative = first.basis == DateBasis.RELATIVE and start.month is not None
        start = in_year(start, end.year - 1) if relative else None
        if start is None or start.first > end.last:
            start = end = None
    basis = first.basis if start is not None or end is not None else None
    span = Span(start=first.span.start, end=last.span.end)
    return When(span, text[span.start : span.end], Role.WINDOW, start, end, basis, "range")


def _nights(text: str, found: list[When]) -> list[When]:
    """A morning paper, which tells of yesterday, means the night to it by `overnight`; not beside `yesterday's`."""
    told = [w for w in found if w.kind == "day_word" and w.words.lower() == "yesterday"]
    days = [w.end for w in told if text[w.span.end : w.span.end + 2] not in ("'s", "’s")]
    if not days or days[0] is None:
        return found
    night = days[0].first - timedelta(days=1)
    if night.year < FIRST_YEAR:
        return found
    start = PartialDate(night.year, night.month, night.day)
    return [
        w._replace(start=start, end=days[0]) if w.words.lower() == "overnight" and w.start == days[0] else w
        for w in found
    ]


def _undated_since(text: str, start: int, end: int, found: list[When], patterns: Patterns) -> list[When]:
    """Add `since then`, `since the war began`: a count with a start that the words name but do not date."""
    if "since" not in text[start:end].lower():
        return found
    for match in patterns.roles["undated_since"].finditer(text, start, end):
        if any(when.role == Role.SINCE and 0 <= when.span.start - match.start() <= _REACH for when in found):
            continue
        if patterns.roles["superlative"].search(text[max(start, match.start() - _REACH) : match.start()] + "since "):
            continue
        span = Span(start=match.start(), end=match.start() + 5)
        kind = "since_then" if match[0].lower().startswith("since then") else "since"
        found = sorted([*found, When(span, match[0], Role.SINCE, None, None, None, kind)], key=lambda w: w.span.start)
    return found
