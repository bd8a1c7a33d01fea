"""A text through the first levels of the extraction, for the tests of single steps."""

from __future__ import annotations

import re

from claimtrack import extract
from claimtrack.dates import PartialDate
from claimtrack.extract.numbers import Quantity, quantities
from claimtrack.extract.pages import Page, pages
from claimtrack.extract.reading import Line, Scene, lines
from claimtrack.extract.sentences import Sentence
from claimtrack.extract.times import When
from claimtrack.extract.tokens import Token
from claimtrack.lexicon.load import lexicon
from claimtrack.model import DateBasis, Document


def document(text: str, *, published: str | None = "2024-11-15", start: int = 0) -> Document:
    """A text as a document published on Friday, 15 November 2024, unless said otherwise."""
    return Document(
        id="text", text=text, sha256="0" * 64, address="test:text", published=published, body_start=start,
        published_basis=DateBasis.EXPLICIT if published else None,
    )  # fmt: skip


def page(text: str, *, published: str | None = "2024-11-15", start: int = 0) -> Page:
    """A text as the only page of its document."""
    (only,) = pages(document(text, published=published, start=start), lexicon())
    return only


def read(text: str, *, published: str | None = "2024-11-15") -> list[Line]:
    """The sentences of a text, to be read as far as a test asks."""
    return lines(page(text, published=published))


def sentences(text: str, start: int = 0) -> list[Sentence]:
    """The sentences of a text from `start` on."""
    return [line.sentence for line in lines(page(text, start=start))]


def scenes(text: str) -> list[Scene]:
    """What each sentence of a text names: its sources, places and dates."""
    return [line.scene for line in read(text)]


def dates(text: str, published: str | None = "2024-11-15") -> list[When]:
    """The date expressions of a text."""
    return [when for line in read(text, published=published) for when in line.dates]


def full_dates(text: str) -> list[PartialDate]:
    """The dates that a text writes out in full."""
    return list(page(text).known)


def tokens(text: str) -> list[Token]:
    """The tokens of a text."""
    return [token for line in read(text) for token in line.tokens]


def numbers(text: str) -> list[Quantity]:
    """The number expressions of a text."""
    return [quantity for line in read(text) for quantity in quantities(text, line.tokens, lexicon())]


def source_of(marked: str) -> str | None:
    """The mention that the claim of the figure between `[[` and `]]` is attributed to."""
    figure = re.search(r"\[\[(.+?)\]\]", marked)
    assert figure is not None
    text = marked.replace("[[", "").replace("]]", "")
    (claim,) = [c for c in extract(document(text)) if c.span.start <= figure.start() < c.span.end]
    return claim.attribution.mention if claim.attribution else None
