"""What holds for any text: the promises, and that its length does no harm."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.dates import FIRST_YEAR, LAST_YEAR
from claimtrack.extract import extract, pipeline
from claimtrack.extract.pages import pages
from claimtrack.extract.reading import Line, lines
from claimtrack.lexicon.load import lexicon
from claimtrack.model import DateBasis, Document
from tests.benchmarks.mutations import Mutator
from tests.extract.cases import cases
from tests.extract.long_texts import LONG
from tests.extract.promises import broken
from tests.extract.reading import document, sentences

WORDS = (
    "12 30 1,200 45,484 1.4 million 20-30 two dozens hundreds of thousands a several no none at least more than "
    "nearly about up to between and or but including among them of whom from to in near off by killed wounded dead "
    "injured died missing displaced homes families people children soldiers men toll rose stood said the ministry "
    "police according Gaza Nairobi Keld on Monday since October 7, 2023 yesterday week denied may have been were was "
    "left , ; : . ! ? “ ” ( ) | - – — % $ ’s \n \n\n • aged 45-year-old Flight 403 per day none feared presumed"
)
MUTATOR = Mutator(0)
TEXTS = [case.text for case in cases()]
news = st.lists(st.sampled_from(WORDS.split(" ")), max_size=60).map(" ".join)
anything = st.text(max_size=300)


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """The beginning of one case's text, something of no sense, and the end of another's."""
    first, second = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(TEXTS))
    left, right = draw(st.integers(0, len(first))), draw(st.integers(0, len(second)))
    return first[:left] + draw(st.one_of(st.just(""), st.text(max_size=8), news)) + second[right:]


texts = st.one_of(spliced(), spliced(), news, anything)
days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
published = st.one_of(st.none(), days.map(date.isoformat))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with any title and any front matter."""
    text = draw(texts)
    start, day = draw(st.sampled_from((0, 0, len(text) // 3))), draw(published)
    source = document(text, published=day, start=start)
    return msgspec.structs.replace(source, title=draw(st.one_of(st.none(), texts)), outlet=draw(anything))


@given(documents())
@settings(max_examples=300, deadline=None)
def test_any_document_gets_what_is_promised(source: Document) -> None:
    assert broken(source) == []


@given(st.integers(0, 10**6))
@settings(max_examples=200, deadline=None)
def test_articles_changed_at_random_get_what_is_promised(number: int) -> None:
    assert broken(MUTATOR.document(number)) == []


@given(texts)
@settings(max_examples=200, deadline=None)
def test_a_claim_has_the_sentence_that_its_span_stands_in(text: str) -> None:
    stretches = [(s.start, s.end) for s in sentences(text)]
    for claim in extract(document(text)):
        (stretch,) = [(a, b) for a, b in stretches if a <= claim.span.start and claim.span.end <= b]
        assert claim.sentence == " ".join(text[slice(*stretch)].split())


@given(news, days)
@settings(max_examples=100, deadline=None)
def test_a_given_date_changes_no_id(text: str, day: date) -> None:
    undated = document(text, published=None)
    dated = msgspec.structs.replace(undated, published=day.isoformat(), published_basis=DateBasis.GIVEN)
    assert [claim.id for claim in extract(undated)] == [claim.id for claim in extract(dated)]


def test_a_share_whose_whole_is_no_claim_raises_nothing() -> None:
    extract(document("1(etween 30 and 40 fighters were killed, a monitoring group said on Saturday."))


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_of_one_kind_gets_what_is_promised(name: str) -> None:
    assert broken(document(LONG[name](2_500))) == []


RUNS = ("question marks, then a letter", "digits", "spaces between letters", "quotes", "hyphens", "open brackets")


@pytest.mark.parametrize("name", RUNS)
def test_a_run_that_would_cost_its_square_ends(name: str) -> None:
    assert extract(document(LONG[name](200_000))) == []


class Watched(list[Line]):
    """Sentences that count how often they are looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        """One more look."""
        self.looks += 1
        return super().__getitem__(at)


def looks(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the reading of a text looks at a sentence."""
    source = document(text)
    (only,) = pages(source, lexicon())
    watched = Watched(lines(only))
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "lines", lambda page: watched)
        extract(source)
    return watched.looks


@pytest.mark.parametrize(
    "name",
    ["no place in one paragraph", "a quotation never closed", "days of statement, last", "posts", "one figure a line",
     "said in quotations", "places", "news in one paragraph", "figures of nobody in one paragraph"],
)  # fmt: skip
def test_each_figure_looks_at_no_more_sentences_in_a_longer_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    half, whole = (looks(LONG[name](size), monkeypatch) for size in (4_000, 8_000))
    assert whole < 2.3 * half + 100


def test_a_paragraph_without_a_source_may_be_as_long_as_it_likes() -> None:
    (claim,) = extract(document("The rain went on. " * 2_000 + "There 12 were killed."))
    assert claim.attribution is None
