"""Level 5, when: the date expression that a figure takes, of its own sentence or carried over from what was told.

A figure without a date of its own is of the event that its sentence names again (`the blast`), else of the event
that its paragraph tells of, else of the page's main event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from claimtrack.dates import PartialDate, last_day
from claimtrack.extract.reading import Line
from claimtrack.extract.times import Role, When
from claimtrack.extract.tokens import Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.model import AsOf, Basis, DateBasis, Period

_OPENING, _TELLING, _BACK = 12, 4, 12
# Sentences of a paragraph that a day carries over: more than paragraphs have, fewer than a text without them.
_PARAGRAPH_REACH = 30
_CROSSING, _PARTED, _COARSE = 45, 60, 80
_SHORTLY, _RECENT, _HISTORY = 4, 7, 45
_PERFECT_REACH = 4
# ... and of a second verb that shares the auxiliary of the first: has killed 40 people and wounded 60.
_JOINED_REACH = 25
# Words and characters within which a clause, and what a day or figure belongs to, are looked for.
_CLAUSE, _NEAR = 12, 150
_NEXT = 2
# Words at the head of a sentence.
_HEAD = 8
_WORD = re.compile(r"[^\W_]+")


class Stretch(NamedTuple):
    """Where a figure stands, between the end of the figure before it and the start of the one behind it."""

    left: int
    position: int
    right: int


class Dating:
    """The dates of a page, asked for the one that a figure takes."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling
        self._parted: dict[int, list[int]] = {}

    def when_of(self, i: int, at: Stretch, basis: Basis, trigger: int | None, *, after: bool = False) -> When | None:
        """The date expression that a figure of sentence `i` takes; `trigger` is its trigger's first token.

        `after` says that what is counted goes on after an event (arrests). A date across another figure counts as
        further away, and so does a bare year beside a day.
        """
        line = self._lines[i]
        perfect = _is_perfect(line, trigger)
        usable = [d for d in line.dates if d.kind not in ("anaphor", "statement")]
        if perfect:
            usable = [d._replace(role=Role.SINCE, end=None) if d.opens else d for d in usable]
        if perfect and any(d.role != Role.POINT for d in usable):
            usable = [d for d in usable if d.role != Role.POINT or not self._is_past(i, d)]
        if basis == Basis.STOCK:
            usable = [d for d in usable if not self._is_of_event(line, d)]
        if usable and basis == Basis.INCIDENT and (of := self._event_of_toll(i, at, usable)) is not None:
            return of
        if usable:
            days = any(_has_day(d) for d in usable)
            return min(usable, key=lambda d: _distance(d, at, self._borders(i), days=days))
        counted = self._counted(i)
        if counted is not None and basis != Basis.STOCK:
            return counted
        if basis not in (Basis.INCIDENT, Basis.CUMULATIVE):
            return None
        if perfect and (running := self._running(i)) is not None:
            return running
        past = self._history(i) if not perfect else None
        if past is not None or basis == Basis.CUMULATIVE:
            return past
        when = self._named_again(i) or self._paragraph_event(i) or self._lead_window or self.main_event
        if when is None or when.start is None:
            return when
        if _says(self._lines[i], "dates.counting"):
            return when._replace(role=Role.SINCE)
        if perfect and after:
            return None
        return None if perfect and self._days_ago(i, when.start) > _RECENT else when

    def _is_of_event(self, line: Line, when: When) -> bool:
        """Whether a day is that of an event that a state followed (`missing after Tuesday's blast`)."""
        if when.role != Role.POINT:
            return False
        text = line.page.text
        if text[when.span.end : when.span.end + 2] in ("'s", "’s"):
            words = _WORD.findall(text[when.span.end + 2 : min(line.sentence.end, when.span.end + _NEAR)].lower())[:4]
            return not line.page.lexicon.events.isdisjoint(words)
        before = text[max(line.sentence.start, when.span.start - _NEAR) : when.span.start].lower()
        words = _WORD.findall(before.rpartition(",")[2])
        return not {"after", "when"}.isdisjoint(words[-_CLAUSE:])

    def _event_of_toll(self, i: int, at: Stretch, usable: Sequence[When]) -> When | None:
        """The day of an event that was over at once, whose toll the days of sentence `i` see change (`rose to 16`)."""
        line = self._lines[i]
        published = self._published(i)
        said = _WORD.findall(line.page.text[max(line.sentence.start, at.position - _NEAR) : at.position].lower())
        if published is None or "toll" not in said or said[-1] not in line.page.lexicon.sets["dates.changed"]:
            return None
        if any(d.role != Role.POINT or not _has_day(d) or self._is_of_event(line, d) for d in usable):
            return None
        opening = self._lines[:_OPENING]
        sudden = line.page.lexicon.sets["dates.sudden"]
        days = [d for k, told in enumerate(opening) if not told.words.isdisjoint(sudden) for d in self._events(k)]
        before = min((d.start.first for d in usable if d.start is not None), default=None)
        return next((d for d in days if d.start is not None and before is not None and d.start.first < before), None)

    def _counted(self, i: int) -> When | None:
        """The day that sentence `i` counts from the last one told of (`two days later`)."""
        when = next((d for d in self._lines[i].dates if d.offset is not None), None)
        base = next((d.end for k in range(i - 1, max(-1, i - 1 - _BACK), -1) for d in self._events(k)), None)
        counted = when.counted_from(base) if when is not None and base is not None else None
        return counted if counted is not None and counted.resolved else None

    def _borders(self, i: int) -> list[int]:
        """Where clauses of sentence `i` begin, found once for all its figures."""
        if i not in self._parted:
            tokens = self._lines[i].tokens
            self._parted[i] = [token.start for k, token in enumerate(tokens) if _is_border(tokens, k)]
        return self._parted[i]

    def _is_past(self, i: int, when: When) -> bool:
        """Whether a date is long past, so that the present perfect does not go with it."""
        return when.end is not None and self._days_ago(i, when.end) > _RECENT

    def _days_ago(self, i: int, day: PartialDate) -> int:
        """How many days before publication a day is; 0 where publication is not known."""
        published = self._published(i)
        return (published.first - day.first).days if published else 0

    def _published(self, i: int) -> PartialDate | None:
        """The day that sentence `i` looks back from."""
        return self._lines[i].page.published_at(self._lines[i].sentence.start)[0]

    def _history(self, i: int) -> When | None:
        """The past month or year of the sentence before, which a sentence in its paragraph goes on with."""
        if not i or self._lines[i - 1].sentence.paragraph != self._lines[i].sentence.paragraph:
            return None
        points = [d for d in self._lines[i - 1].dates if d.role == Role.POINT and d.end is not None]
        if not points or _has_day(points[-1]) or points[-1].kind not in ("month", "year", "relative", "season"):
            return None
        published, end = self._published(i), points[-1].end
        if published is None or end is None or (published.first - end.last).days < _HISTORY:
            return None
        return points[-1]

    def _running(self, i: int) -> When | None:
        """The start that the sentence before, of the same paragraph, gave to what still goes on (`since April`)."""
        if not i or self._lines[i - 1].sentence.paragraph != self._lines[i].sentence.paragraph:
            return None
        starts = [d for d in self._lines[i - 1].dates if d.kind not in ("anaphor", "statement")]
        return starts[-1] if starts and starts[-1].role == Role.SINCE and starts[-1].resolved else None

    def _named_again(self, i: int) -> When | None:
        """The day of the event that sentence `i` names as known (`the blast`): of the last sentence that dates one."""
        nouns = _known_events(self._lines[i])
        if not nouns:
            return None
        for k in range(i - 1, max(-1, i - 1 - _BACK), -1):
            line = self._lines[k]
            points = self._events(k)
            if points and (i - k <= _NEXT or any(_singular(t.lower) in nouns for t in line.tokens)):
                return points[0]
        return None

    def _events(self, k: int) -> list[When]:
        """The days of events in sentence `k`; none that is still to come."""
        line = self._lines[k]
        published = self._published(k)
        points = [d for d in line.dates if _is_event(d)]
        if published is not None:
            points = [d for d in points if d.start is None or (d.start.first - published.last).days <= 1]
        return points

    def _paragraph_event(self, i: int) -> When | None:
        """The day of the event that the paragraph has told of before sentence `i`."""
        paragraph = self._lines[i].sentence.paragraph
        for k in range(i - 1, max(-1, i - 1 - _PARAGRAPH_REACH), -1):
            if self._lines[k].sentence.paragraph != paragraph:
                break
            if k == i - 1 or k in self._telling or self._lines[k].scene.event:
                points = self._events(k)
                if points:
                    return points[0]
        return None

    @cached_property
    def _lead_window(self) -> When | None:
        """The few days that the page's first figures are of (`in the past 24 hours`)."""
        lead = next((line for k, line in enumerate(self._lines[:_TELLING]) if k in self._telling), None)
        return next((d for d in lead.dates if d.kind == "window" and _is_short(d)), None) if lead else None

    @cached_property
    def main_event(self) -> When | None:
        """The day of the event that the page tells of: the first that it names with an event, and not with another.

        Where that is the day of publication, on which much is said and done after an event, a day shortly before it
        that the page names as well is the likelier one, unless the figures that come first are of that day.
        """
        opening = [k for k in range(min(_OPENING, len(self._lines))) if not _leaves(self._lines[k])]
        told = [(k, d) for k in opening for d in self._events(k) if self._lines[k].scene.event]
        if not told:
            told = [(k, d) for k in opening[:_TELLING] for d in self._events(k)]
        published = self._published(0) if self._lines else None
        if not told or published is None or told[0][1].start != published:
            return told[0][1] if told else None
        at, first = told[0]
        if self._lines[at].scene.event and at in self._telling and not _says(self._lines[at], "dates.aftermath"):
            return first
        for _, when in told:
            if when.start is not None and 0 < (published.first - when.start.first).days <= _SHORTLY:
                return when
        return first

    def as_of(self, i: int) -> AsOf:
        """The day that the figures of sentence `i` are stated for."""
        scene = self._lines[i].scene
        said = next((d for d in scene.dates if d.kind == "statement" and d.end is not None and _has_day(d)), None)
        if said is not None and said.end is not None:
            return AsOf(date=said.end.iso, basis=said.basis)
        before = bisect_left(self._stated, i, key=itemgetter(0))
        if before and (end := self._stated[before - 1][1].end) is not None:
            return AsOf(date=end.iso, basis=self._stated[before - 1][1].basis)
        return AsOf(date=scene.published.iso, basis=scene.published_basis) if scene.published else AsOf()

    @cached_property
    def _stated(self) -> list[tuple[int, When]]:
        """The days that the page says its figures are stated for (`as of 24 November`), and in which sentence."""
        stated = []
        for i, line in enumerate(self._lines):
            if line.page.lexicon.stated.spots(line.bare) and _says(line, "dates.stated"):
                stated += [(i, d) for d in line.dates if d.role != Role.SINCE and _has_day(d) and d.end is not None]
        return stated


def _is_perfect(line: Line, trigger: int | None) -> bool:
    """Whether the verb of a figure is in the present perfect (`has killed`), which goes with no day long past."""
    if trigger is None:
        return False
    joined = (
        bool(trigger)
        and line.tokens[trigger - 1].lower == "and"
        and not any(t.lower.endswith("ing") for t in line.tokens[trigger : trigger + 2])
    )
    first = max(0, trigger - (_JOINED_REACH if joined else _PERFECT_REACH))
    for k in range(trigger, first - 1, -1):
        token = line.tokens[k]
        if joined and k and line.tokens[k - 1].lower in ("who", "which", "that"):
            continue
        if token.reading.cls == W.HAVE or token.lower.startswith(("has ", "have ")):
            return token.lower.startswith(("has", "have"))
    return False


def _says(line: Line, name: str) -> bool:
    """Whether a sentence has one of the words of a set of the lexicon."""
    words = " ".join(_WORD.findall(line.page.text[line.sentence.start : line.sentence.end].lower()))
    return any(f" {said} " in f" {words} " for said in line.page.lexicon.sets[name])


def _leaves(line: Line) -> bool:
    """Whether a sentence begins with words that leave the page's event for another (`in a separate incident`)."""
    words = " ".join(_WORD.findall(line.page.text[line.sentence.start : line.sentence.end].lower())[:_HEAD])
    return any(f"{words} ".startswith(f"{said} ") for said in line.page.lexicon.sets["dates.leaving"])


def _is_short(when: When) -> bool:
    """Whether a window is of few days."""
    start, end = when.start, when.end
    return (
        when.role == Role.WINDOW and start is not None and end is not None and (end.last - start.first).days <= _RECENT
    )


def _known_events(line: Line) -> frozenset[str]:
    """The events that a sentence names as known ones, with an article or `that`, in the singular."""
    lexicon = line.page.lexicon
    found = set()
    for k, token in enumerate(line.tokens):
        if token.lower in lexicon.events:
            before = [t.lower for t in line.tokens[max(0, k - 3) : k]]
            if not {"the", "that", "this", "those", "these", "both"}.isdisjoint(before):
                found.add(_singular(token.lower))
    return frozenset(found)


def _singular(word: str) -> str:
    """An event's name without its plural ending."""
    return word[:-1] if word.endswith("s") else word


def _has_day(when: When) -> bool:
    """Whether an expression means a day, resolved or not."""
    known = when.start or when.end
    return when.kind in ("weekday", "full", "day", "day_word") or (known is not None and known.day is not None)


def _is_event(when: When) -> bool:
    """Whether a date expression can be the day of an event that other sentences go on with."""
    return when.role == Role.POINT and when.kind in ("weekday", "day", "full", "day_word") and _has_day(when)


def _is_border(tokens: Sequence[Token], k: int) -> bool:
    """Whether a clause ends before token `k`: at a semicolon, or at a comma before `and`, `but` or `while`."""
    token = tokens[k]
    if token.reading.cls == W.SEMICOLON:
        return True
    return bool(k) and tokens[k - 1].reading.cls == W.COMMA and token.lower in ("and", "but", "while", "whereas")


def _distance(when: When, at: Stretch, borders: Sequence[int], *, days: bool) -> int:
    """How far a date expression is from a figure, in characters and penalties."""
    position = when.span.start
    crossing = position > at.right or position < at.left
    low, high = min(position, at.position), max(position, at.position)
    parted = any(low < border < high for border in borders)
    coarse = days and not _has_day(when) and when.kind != "anniversary"
    return abs(position - at.position) + _CROSSING * crossing + _PARTED * parted + _COARSE * coarse


def period_of(when: When | None, basis: Basis, as_of: AsOf) -> tuple[Period, AsOf]:
    """The period that a date expression gives a figure of this basis, and the day it is stated for."""
    if when is None:
        known = DateBasis.PUBLISHED if as_of.date and basis == Basis.INCIDENT else as_of.basis
        return Period(end=as_of.date, end_basis=known), as_of
    start, end = when.start.iso if when.start else None, when.end.iso if when.end else None
    started = when.basis if start else None
    if when.role == Role.SINCE:
        if when.start is not None and as_of.date is not None and when.start.first > last_day(as_of.date):
            return Period(start=start, start_basis=started, words=when.words), as_of
        return Period(start=start, end=as_of.date, start_basis=started, end_basis=as_of.basis, words=when.words), as_of
    if when.role == Role.UNTIL:
        stated = AsOf(date=end, basis=when.basis) if end else as_of
        return Period(end=stated.date, end_basis=stated.basis, words=when.words), stated
    if basis == Basis.STOCK:
        return Period(end=end or as_of.date, end_basis=when.basis if end else as_of.basis, words=when.words), as_of
    return Period(
        start=start, end=end, start_basis=started, end_basis=when.basis if end else None, words=when.words
    ), as_of
