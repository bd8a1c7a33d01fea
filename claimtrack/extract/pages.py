"""A document made ready for reading: its title and body as pages, their sentences through levels 1 to 4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.dates import PartialDate, partial
from claimtrack.extract import sources, times
from claimtrack.extract.events import Binding, bind
from claimtrack.extract.numbers import quantities
from claimtrack.extract.places import mentions
from claimtrack.extract.scope import Scene
from claimtrack.extract.sentences import Sentence, sentences
from claimtrack.extract.shares import lean
from claimtrack.extract.sources import Source
from claimtrack.extract.tokens import Token, scan, tokenize
from claimtrack.extract.units import Unit, group
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import DateBasis, Document, Segment

_WORDS = re.compile(r"[a-z][a-z0-9-]+")
_EVENT_CLASSES = frozenset({W.PAST, W.PARTICIPLE, W.ACTIVE, W.GERUND, W.INTRANSITIVE, W.PREDICATE, W.COUNTED, W.TOLL})


class Post(NamedTuple):
    """A post embedded in the text: its stretch, signature included, its author and its own date."""

    start: int
    end: int
    author: str
    date: PartialDate | None


class Page(NamedTuple):
    """A text to be read: the document's body or its title, and what is known of the whole document."""

    document: Document
    text: str
    start: int
    segment: Segment
    published: PartialDate | None
    years: tuple[PartialDate, ...]
    capitals: bool
    disease: bool
    posts: tuple[Post, ...]


class Parsed(NamedTuple):
    """A sentence with its tokens, units and the bindings of its numbers."""

    sentence: Sentence
    tokens: list[Token]
    units: list[Unit]
    bindings: dict[int, Binding]
    scene: Scene


def pages(document: Document, lexicon: Lexicon) -> Iterator[Page]:
    """The title, where it stands apart from the text, and the body."""
    published = partial(document.published) if document.published else None
    text = document.text
    years = tuple(times.full_dates(text, lexicon))
    disease = not lexicon.disease.isdisjoint(_WORDS.findall(text.lower()))
    title = document.title
    if title and title not in text[: document.body_start + len(title) + 200]:
        yield Page(document, title, 0, Segment.TITLE, published, years, _in_capitals(title), disease, ())
    posts = _posts(text, lexicon) if "(@" in text else ()
    yield Page(document, text, document.body_start, Segment.BODY, published, years, _in_capitals(text), disease, posts)


def _in_capitals(text: str) -> bool:
    """Whether a text is written all in capitals, as transcripts were."""
    sample = text[:2000]
    letters = sum(map(str.isalpha, sample))
    return letters > 20 and sum(map(str.isupper, sample)) > 0.6 * letters


def _posts(text: str, lexicon: Lexicon) -> tuple[Post, ...]:
    """The posts embedded in a text: each runs from its paragraph's start, or the post before, to its signature."""
    found: list[Post] = []
    for start, end, author, date in sources.posts(text, 0, len(text)):
        left = text.rfind("\n", 0, start) + 1
        if found:
            left = max(left, found[-1].end)
        when = times.full_dates(date, lexicon) if date else []
        found.append(Post(left, end, author, when[0] if when else None))
    return tuple(found)


def parse(page: Page, lexicon: Lexicon) -> list[Parsed]:
    """The sentences of a page, each through levels 1 to 4."""
    return [_parse(page, sentence, lexicon) for sentence in sentences(page.text, lexicon, page.start)]


def _parse(page: Page, sentence: Sentence, lexicon: Lexicon) -> Parsed:
    """One sentence through levels 1 to 4."""
    text, start, end = page.text, sentence.start, sentence.end
    post = next((p for p in page.posts if p.start <= start < p.end), None)
    published, basis = page.published, page.document.published_basis
    if post is not None and post.date is not None:
        published, basis = post.date, DateBasis.EXPLICIT
    scanned = scan(text, start, end)
    dates = times.find(text, start, end, [(m.start(), m[0]) for m in scanned], lexicon, published, page.years)
    tokens = tokenize(text, scanned, lexicon, [d.span for d in dates], capitals=page.capitals)
    numbers = quantities(text, tokens, lexicon)
    units: list[Unit] = group(tokens, numbers, lexicon) if numbers else []
    bindings = lean(units, bind(units, lexicon, disease=page.disease), lexicon) if numbers else {}
    named = sources.sources(text, tokens, lexicon)
    if post is not None:
        named = [Source(post.author, post.end, post.end, start, end, "assert")]
    named_places = mentions(text, tokens, lexicon, capitals=page.capitals)
    scene = Scene(
        start, end, sentence.paragraph, tuple(named), tuple(named_places), tuple(dates),
        text[start] in "“\"" or _open_quote(text, start), published, basis,
        any(t.reading.cls in _EVENT_CLASSES or t.lower in lexicon.events for t in tokens),
        any(t.reading.cls in (W.TOLL, W.TALLY) for t in tokens[:4]),
    )  # fmt: skip
    return Parsed(sentence, tokens, units, bindings, scene)


def _open_quote(text: str, position: int) -> bool:
    """Whether a quotation opened earlier in the paragraph is still open here."""
    left = max(text.rfind("\n", 0, position) + 1, position - 2000)
    before = text[left:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
