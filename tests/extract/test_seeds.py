"""The six figures of the two seeds, with everything that is said of them, and no other exact number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from claimtrack.extract import explain, extract
from claimtrack.model import Basis, Claim, DateBasis, Document, Qualifier, Status
from claimtrack.readers import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
GENOCIDE, POST = "000_074bd0d527d90a66", "002_7442326ed6cee76f"
MINISTRY = "Gaza’s Ministry of Health"


def seeds() -> dict[str, Document]:
    return {document.id: document for document in read([SEEDS])}


def dated() -> Document:
    """The undated seed with the date that its user gives it."""
    return msgspec.structs.replace(seeds()[GENOCIDE], published="2024-12-28", published_basis=DateBasis.GIVEN)


def one(claims: Sequence[Claim], metric: str, low: int | None, high: int | None) -> Claim:
    found = [c for c in claims if (c.metric, c.value.low, c.value.high) == (metric, low, high)]
    assert len(found) == 1, (metric, low, high)
    return found[0]


def test_no_other_exact_number() -> None:
    documents = seeds()
    figures = {
        (c.metric, c.value.low, c.value.high)
        for document in documents.values()
        for c in extract(document)
        if c.value.qualifier != Qualifier.VAGUE
    }
    assert figures == {
        ("deaths", 45484, None), ("injuries", 108090, 108090), ("missing", 11000, None), ("deaths", 1200, 1200),
        ("displaced", None, 2000000), ("deaths", 41000, None),
    }  # fmt: skip
    assert sum(len(extract(document)) for document in documents.values()) == 7


def test_the_ministry_s_dead() -> None:
    claim = one(extract(dated()), "deaths", 45484, None)
    assert (claim.value.text, claim.value.qualifier) == ("at least 45,484", Qualifier.AT_LEAST)
    assert (claim.population, claim.unit, claim.place) == ("Palestinians", "people", "Gaza")
    assert (claim.basis, claim.status) == (Basis.CUMULATIVE, Status.ASSERTED)
    assert claim.attribution is not None
    assert (claim.attribution.mention, claim.attribution.name) == (MINISTRY, "Gaza Ministry of Health")
    assert (claim.period.start, claim.period.start_basis) == ("2023-10-07", DateBasis.EXPLICIT)
    assert (claim.period.end, claim.period.end_basis) == ("2024-12-28", DateBasis.GIVEN)
    assert (claim.as_of.date, claim.as_of.basis) == ("2024-12-28", DateBasis.GIVEN)
    assert claim.sentence.startswith("According to Gaza’s Ministry of Health, at least 45,484 Palestinians")


def test_at_least_does_not_spread_to_the_wounded() -> None:
    claim = one(extract(dated()), "injuries", 108090, 108090)
    assert (claim.value.text, claim.value.qualifier) == ("108,090", Qualifier.EXACT)
    assert claim.attribution is not None and claim.attribution.mention == MINISTRY
    assert (claim.place, claim.basis, claim.period.start) == ("Gaza", Basis.CUMULATIVE, "2023-10-07")
    assert claim.part_of is None


def test_the_missing_are_presumed_dead_and_stay_missing() -> None:
    claim = one(extract(dated()), "missing", 11000, None)
    assert (claim.value.qualifier, claim.status, claim.basis) == (Qualifier.AT_LEAST, Status.PRESUMED, Basis.STOCK)
    assert claim.place == "Gaza"
    assert (claim.period.start, claim.period.end) == (None, "2024-12-28")


def test_israel_s_own_dead_of_one_day() -> None:
    claim = one(extract(dated()), "deaths", 1200, 1200)
    assert (claim.value.qualifier, claim.basis, claim.status) == (Qualifier.EXACT, Basis.INCIDENT, Status.ASSERTED)
    assert claim.attribution is not None and claim.attribution.mention == "Israel"
    assert (claim.population, claim.place) == ("soldiers and civilians", "Israel")
    assert (claim.period.start, claim.period.end) == ("2023-10-07", "2023-10-07")


def test_nearly_two_million_displaced() -> None:
    claim = one(extract(dated()), "displaced", None, 2_000_000)
    assert (claim.value.text, claim.value.qualifier) == ("nearly two million", Qualifier.NEARLY)
    assert (claim.basis, claim.status, claim.place) == (Basis.STOCK, Status.ASSERTED, "Gaza")
    assert claim.attribution is None
    assert claim.period.end == "2024-12-28"


def test_thousands_of_children_among_the_dead_are_vague() -> None:
    claim = one(extract(dated()), "deaths", 2000, 9999)
    assert (claim.value.text, claim.value.qualifier) == ("thousands", Qualifier.VAGUE)
    assert (claim.population, claim.place) == ("children", "Gaza")


def test_the_embedded_post_speaks_on_its_own_day() -> None:
    document = seeds()[POST]
    claim = one(extract(document), "deaths", 41000, None)
    assert (claim.value.text, claim.value.qualifier) == ("over 41,000", Qualifier.MORE_THAN)
    assert claim.attribution is not None and claim.attribution.mention == "Masoud Pezeshkian"
    assert (claim.place, claim.basis, claim.status) == ("Gaza", Basis.CUMULATIVE, Status.ASSERTED)
    assert (claim.period.start, claim.period.end) == ("2023-10-25", "2024-09-25")
    assert (claim.as_of.date, claim.as_of.basis) == ("2024-09-25", DateBasis.EXPLICIT)
    assert claim.published == "2024-09-26"


def test_without_a_date_of_publication_nothing_is_dated_by_one() -> None:
    claims = extract(seeds()[GENOCIDE])
    assert len(claims) == 6
    for claim in claims:
        assert (claim.as_of.date, claim.published) == (None, None)
        assert claim.period.end in (None, "2023-10-07"), "a day that the text writes out"
    assert one(claims, "deaths", 45484, None).period.start == "2023-10-07"
    assert one(claims, "deaths", 1200, 1200).period.end == "2023-10-07"


def test_giving_a_date_changes_no_id() -> None:
    assert [c.id for c in extract(seeds()[GENOCIDE])] == [c.id for c in extract(dated())]


@pytest.mark.parametrize("name", [GENOCIDE, POST])
def test_every_span_is_the_number_it_reads(name: str) -> None:
    document = seeds()[name]
    for claim in extract(document):
        number = document.text[claim.span.start : claim.span.end]
        assert number in claim.value.text
        assert number in claim.sentence


def test_explain_says_why_the_other_numbers_are_none() -> None:
    verdicts = {v.text: v for document in seeds().values() for v in explain(document) if not v.taken}
    for text in ("25-year", "October 7, 2023", "one", "two"):
        assert verdicts[text].reason, text
