"""The day that a figure counts for, and which of a series' claims is its figure."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.analysis import DateKind
from claimtrack.analysis.figures import date_of, day_of, settle, tracks
from claimtrack.analysis.names import Names
from claimtrack.model import Basis, Claim, Qualifier, Segment
from tests.analysis.claims import claim, value


@pytest.mark.parametrize(
    ("one", "day", "kind"),
    [
        (claim(5, as_of="2024-05-01", end="2024-04-30", published="2024-05-02"), "2024-05-01", DateKind.AS_OF),
        (claim(5, end="2024-04-30", published="2024-05-02"), "2024-04-30", DateKind.PERIOD),
        (claim(5, basis=Basis.INCIDENT, start="2024-04-29", published="2024-05-02"), "2024-04-29", DateKind.PERIOD),
        (claim(5, start="2023-10-07", published="2024-05-02"), "2024-05-02", DateKind.PUBLISHED),
    ],
)
def test_what_a_claim_is_dated_by(one: Claim, day: str, kind: DateKind) -> None:
    dated = date_of(one)
    assert dated is not None
    assert dated[:2] == (day, kind)


@pytest.mark.parametrize(
    ("one", "day"),
    [
        (claim(5, as_of="2024-05"), date(2024, 5, 31)),
        (claim(5, as_of="2024-05", published="2024-05-12"), date(2024, 5, 12)),
        (claim(5, as_of="2024", published="2025-02-01"), date(2024, 12, 31)),
        (claim(5), None),
    ],
)
def test_a_vague_date_counts_as_the_latest_day_it_allows(one: Claim, day: date | None) -> None:
    assert day_of(one) == day


def test_relays_are_witnesses_of_one_figure() -> None:
    relays = [claim(97, as_of="2024-05-01", outlet=outlet, document=outlet) for outlet in ("B", "A", "C")]
    figure = settle(relays).figure
    assert figure.outlets == figure.documents == ("A", "B", "C")
    assert len(figure.claims) == 3


def test_the_later_figure_replaces_the_earlier() -> None:
    early, late = claim(97, as_of="2024-05-01"), claim(120, as_of="2024-05-03")
    found = settle([late, early])
    assert found.figure.claim == late
    assert [(one.claim, one.by) for one in found.superseded] == [(early, late.id)]


def test_the_more_precise_figure_of_a_day_is_the_one_to_quote() -> None:
    exact = claim(45_484, as_of="2024-05-01", published="2024-05-01")
    rounded = claim(value(45_000, Qualifier.MORE_THAN), as_of="2024-05-01", published="2024-05-02")
    vague = claim(value(20_000, Qualifier.VAGUE, 99_999), as_of="2024-05-01")
    headline = claim(45_484, as_of="2024-05-01", published="2024-05-01", segment=Segment.TITLE)
    found = settle([rounded, vague, headline, exact])
    assert found.figure.claims == (exact, headline)
    assert set(found.rivals) == {rounded, vague}


def test_a_source_that_names_its_people_once_is_one_series() -> None:
    claims = [
        claim(41_000, as_of="2024-09-01", start="2023-10-07"),
        claim(45_000, as_of="2024-12-01", start="2023-10-07", population="Palestinians"),
    ]
    assert [len(track) for track in tracks(claims, Names())] == [2]


def test_where_two_peoples_exclude_each_other_each_is_a_series() -> None:
    claims = [claim(5), claim(6, population="Palestinians"), claim(7, population="Thais")]
    assert [len(track) for track in tracks(claims, Names())] == [1, 1, 1]
