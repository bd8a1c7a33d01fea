"""A document made ready for reading: its title and body as pages, and what is known of the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from string import ascii_lowercase
from typing import NamedTuple

from claimtrack.dates import PartialDate, partial
from claimtrack.extract import page_dates, sources, times
from claimtrack.extract.once import once
from claimtrack.extract.written import day_written, year_of_copyright
from claimtrack.lexicon.readings import Lexicon
from claimtrack.lexicon.spotter import bare_words
from claimtrack.model import DateBasis, Document, Segment

_WORDS = re.compile(r"[a-z][a-z0-9-]+")
_SAMPLE, _BEGINNING = 2000, 600
_SMALL = ascii_lowercase.encode()
# A post has at most 280 characters, and its links.
_LONGEST_POST = 450


class Post(NamedTuple):
    """A post embedded in the text: its stretch, signature included, its author and its own date."""

    start: int
    end: int
    author: str
    date: PartialDate | None


class Page:
    """A text to be read, the document's body or its title; what is known of the whole is found when asked for."""

    def __init__(self, document: Document, text: str, start: int, segment: Segment, lexicon: Lexicon) -> None:
        """A page of `document`, whose article begins at `start` of `text`."""
        self.document, self.text, self.start, self.segment, self.lexicon = document, text, start, segment, lexicon
        self.published = partial(document.published) if document.published else None

    @once
    def small(self) -> str:
        """The text in small letters, each in its place."""
        return times.small(self.text)

    @once
    def capitals(self) -> bool:
        """Whether it is written all in capitals."""
        return _in_capitals(self.text)

    @once
    def known(self) -> tuple[PartialDate, ...]:
        """The dates that the document writes out in full."""
        return tuple(written.date for written in self._full_dates)

    def known_on(self, month: int, day: int | None) -> PartialDate | None:
        """The first of its full dates that is of a month and day."""
        return self._known_days.get((month, day))

    @once
    def _known_days(self) -> dict[tuple[int | None, int | None], PartialDate]:
        return {(known.month, known.day): known for known in reversed(self.known)}

    @once
    def _full_dates(self) -> list[page_dates.Written]:
        return page_dates.full_dates(self.document.text, self.lexicon)

    @once
    def year(self) -> int | None:
        """The year of the document's copyright line, where its publication date is not known."""
        return None if self.published else year_of_copyright(self.document.text)

    @once
    def _written(self) -> tuple[PartialDate | None, DateBasis | None]:
        """The day that the page looks back from, and how it is known: published, or shown by the page itself."""
        if self.published is not None:
            head = page_dates.dateline_day(self, self.start, self.published)
            return (head, DateBasis.EXPLICIT) if head else (self.published, self.document.published_basis)
        day = day_written(self.document.text, self._full_dates, self.lexicon)
        if day is None:
            return None, None
        return day, DateBasis.EXPLICIT if day in self.known else DateBasis.RELATIVE

    @once
    def disease(self) -> bool:
        """Whether the document tells of a disease."""
        text = self.document.text
        if not self.lexicon.ails.spots(bare_words(text)):
            return False
        return not self.lexicon.disease.isdisjoint(_WORDS.findall(text.lower()))

    @once
    def epidemic(self) -> bool:
        """Whether the document is about a disease: its title or beginning names one."""
        beginning = f"{self.document.title or ''} {self.document.text[self.start : self.start + _BEGINNING]}".lower()
        return not self.lexicon.disease.isdisjoint(_WORDS.findall(beginning))

    @once
    def posts(self) -> tuple[Post, ...]:
        """The posts embedded in the page: each runs from its paragraph, or the post before, to its signature."""
        found: list[Post] = []
        if "(@" not in self.text:
            return ()
        for start, end, author, date in sources.posts(self.text, 0, len(self.text)):
            left = max(self.text.rfind("\n", max(0, start - _LONGEST_POST), start) + 1, start - _LONGEST_POST)
            if found:
                left = max(left, found[-1].end)
            when = page_dates.full_dates(date, self.lexicon) if date else []
            found.append(Post(left, end, author, when[0].date if when else None))
        return tuple(found)

    @once
    def _post_starts(self) -> list[int]:
        return [post.start for post in self.posts]

    def post_at(self, position: int) -> Post | None:
        """The post that a place in the text belongs to."""
        if not self.posts:
            return None
        k = bisect_right(self._post_starts, position) - 1
        return self.posts[k] if k >= 0 and position < self.posts[k].end else None

    def published_at(self, position: int) -> tuple[PartialDate | None, DateBasis | None]:
        """The day that relative dates count from at a place in the text, and how it is known."""
        post = self.post_at(position)
        if post is not None and post.date is not None:
            return post.date, DateBasis.EXPLICIT
        return self._written


def pages(document: Document, lexicon: Lexicon) -> Iterator[Page]:
    """The title, where it stands apart from the text, and the body."""
    title, text = document.title, document.text
    if title and title not in text[: document.body_start + len(title) + 200]:
        yield Page(document, title, 0, Segment.TITLE, lexicon)
    yield Page(document, text, document.body_start, Segment.BODY, lexicon)


def _in_capitals(text: str) -> bool:
    """Whether a text is written all in capitals, as transcripts were."""
    sample = text[:_SAMPLE]
    small = len(sample) - len(sample.encode("ascii", "replace").translate(None, delete=_SMALL))
    if small >= 0.4 * len(sample):
        return False
    letters = sum(map(str.isalpha, sample))
    return letters > 20 and sum(map(str.isupper, sample)) > 0.6 * letters
