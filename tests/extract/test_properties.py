"""What holds for any text: nothing raises, spans are what was read, ids are unique, bounds are in order."""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.dates import FIRST_YEAR, LAST_YEAR, partial
from claimtrack.extract import explain, extract
from claimtrack.extract.numbers import MAXIMUM
from claimtrack.model import Claim, DateBasis, Document, Segment
from tests.extract.cases import cases
from tests.extract.reading import document, sentences

WORDS = (
    "12 30 1,200 45,484 1.4 million 20-30 two dozens hundreds of thousands a several no none at least more than "
    "nearly about up to between and or but including among them of whom from to in near off by killed wounded dead "
    "injured died missing displaced homes families people children soldiers men toll rose stood said the ministry "
    "police according Gaza Nairobi Keld on Monday since October 7, 2023 yesterday week denied may have been were was "
    "left , ; : . ! ? “ ” ( ) | - – — % $ ’s \n \n\n • aged 45-year-old Flight 403 per day none feared presumed"
)
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


def text_of(claim: Claim, source: Document) -> str:
    return (source.title or "") if claim.segment == Segment.TITLE else source.text


@given(texts, published)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_claims_whose_spans_are_what_was_read(text: str, day: str | None) -> None:
    source = document(text, published=day)
    claims = extract(source)
    stretches = [(s.start, s.end) for s in sentences(text)]
    for claim in claims:
        number = text[claim.span.start : claim.span.end]
        assert number.strip() == number and number
        assert number in claim.value.text or claim.value.text in number
        (stretch,) = [(a, b) for a, b in stretches if a <= claim.span.start and claim.span.end <= b]
        assert claim.sentence == " ".join(text[slice(*stretch)].split())


@given(texts, published)
@settings(max_examples=300, deadline=None)
def test_values_are_finite_and_in_order_and_dates_are_dates(text: str, day: str | None) -> None:
    claims = extract(document(text, published=day))
    assert max(Counter(claim.id for claim in claims).values(), default=1) == 1
    for claim in claims:
        low, high = claim.value.low, claim.value.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        assert all(bound is None or 0 <= bound <= MAXIMUM for bound in (low, high))
        assert 0 < claim.confidence <= 1
        for iso in (claim.period.start, claim.period.end, claim.as_of.date):
            assert iso is None or partial(iso).iso == iso
    ids = {claim.id for claim in claims}
    assert all(claim.part_of is None or (claim.part_of in ids and claim.part_of != claim.id) for claim in claims)


@given(news, news)
@settings(max_examples=100, deadline=None)
def test_extraction_is_deterministic_and_titles_come_first(title: str, text: str) -> None:
    source = msgspec.structs.replace(document(text), title=title)
    claims = extract(source)
    assert claims == extract(source)
    order = [(claim.segment != Segment.TITLE, claim.span.start) for claim in claims]
    assert order == sorted(order)
    for claim in claims:
        assert text_of(claim, source)[claim.span.start : claim.span.end].strip()


@given(news, days)
@settings(max_examples=100, deadline=None)
def test_a_given_date_changes_no_id(text: str, day: date) -> None:
    undated = document(text, published=None)
    dated = msgspec.structs.replace(undated, published=day.isoformat(), published_basis=DateBasis.GIVEN)
    assert [claim.id for claim in extract(undated)] == [claim.id for claim in extract(dated)]


@given(texts)
@settings(max_examples=200, deadline=None)
def test_explain_covers_every_claim_and_gives_a_rule_or_a_reason(text: str) -> None:
    source = document(text)
    verdicts = explain(source)
    assert [verdict.claim for verdict in verdicts if verdict.taken] == extract(source)
    for verdict in verdicts:
        assert text[verdict.span.start : verdict.span.end] == verdict.text
        assert (verdict.rule is not None and verdict.claim is not None) if verdict.taken else verdict.reason
    spans = [(verdict.span.start, verdict.span.end) for verdict in verdicts]
    assert spans == sorted(spans)


def test_a_share_whose_whole_is_no_claim_raises_nothing() -> None:
    extract(document("1(etween 30 and 40 fighters were killed, a monitoring group said on Saturday."))


LONG = {
    "marks": "?" * 20_000,
    "digits": "1" * 20_000,
    "digits in groups": "123," * 5_000,
    "spaces": " " * 20_000,
    "lines": "\n" * 20_000,
    "qualifiers": "at least " * 2_200,
    "qualifiers and numbers": "at least 12 " * 1_700,
    "one endless sentence": "and 12 people were killed in Keld " * 600,
    "one endless word": "x" * 20_000,
    "hyphens": "a-" * 10_000,
    "quotes": "“" * 20_000,
    "commas": "12, " * 5_000,
    "brackets": "(" * 10_000 + ")" * 10_000,
    "number words": "hundred thousand million " * 800,
    "dates": "12 May 2024 " * 1_600,
    "posts": "— A (@a" * 2_800,
    "capitals": "Ana Costa " * 2_000,
    "enumerations": ("The 12 men, " + "a, b, " * 12 + "were killed. ") * 40,
    "shares": "including " * 2_000,
    "news": "The ministry said at least 12 people were killed and 30 wounded in Keld on Monday. " * 240,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_of_one_kind_ends(name: str) -> None:
    claims = extract(document(LONG[name]))
    assert all(claim.span.end <= len(LONG[name]) for claim in claims)
