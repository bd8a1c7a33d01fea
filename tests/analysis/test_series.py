"""Which claims may be set side by side, and the words for why others may not."""

from __future__ import annotations

import pytest

from claimtrack.analysis import match
from claimtrack.analysis.names import Names
from claimtrack.analysis.series import series_key, series_of
from claimtrack.model import Basis, Claim, DateBasis, Status
from tests.analysis.claims import claim

NAMES = Names()
TOTAL = claim(45_484, start="2023-10-07", as_of="2024-12-28")
EVENT = claim(12, basis=Basis.INCIDENT, start="2024-05-01", end="2024-05-01")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (claim(5, metric="injuries"), "another metric: injuries, not deaths"),
        (claim(902, unit="families"), "counts families, not people"),
        (EVENT, "one event against a running total"),
        (claim(9, basis=Basis.STOCK), "the state on a day against a running total"),
        (claim(9, place="Israel"), "another place: Israel, not Gaza"),
        (claim(9, place="Gaza and the West Bank"), "another place: Gaza and the West Bank, not Gaza"),
        (claim(9, place=None), "place not said, against Gaza"),
        (claim(9, population="children"), "another population: children, not people in general"),
        (claim(9, start="2026-03-02"), "counts restarted: since 2026-03-02 against since 2023-10-07"),
        (claim(9, part_of="45,484"), "a share of another figure"),
        (claim(9, status=Status.PROJECTED), "a projection, not a count"),
        (claim(9, status=Status.DENIED), "denied by its source"),
    ],
)
def test_reasons_against_a_running_total(other: Claim, reason: str) -> None:
    assert reason in match(other, TOTAL, NAMES).reasons


def test_a_claim_matches_itself_without_a_caveat() -> None:
    for one in (TOTAL, EVENT, claim(7, population="children", part_of="45,484")):
        assert match(one, one, NAMES).reasons == match(one, one, NAMES).caveats == ()


@pytest.mark.parametrize(
    ("other", "caveat"),
    [
        (
            claim(46_000, start="2023-10-07", population="Palestinians"),
            "population said differently: “Palestinians” / not said",
        ),
        (claim(46_000), "only one text says when its count begins: 2023-10-07"),
        (claim(46_000, start="2023-10"), "starts said differently: since 2023-10, since 2023-10-07"),
        (
            claim(9, start="2023-10-25", start_basis=DateBasis.RELATIVE, end="2024-09-25"),
            "starts said differently: since 2023-10-25 (computed from the text), since 2023-10-07",
        ),
        (claim(46_000, start="2023-10-07", status=Status.PRESUMED), "presumed: 46,000 (Gaza Ministry of Health)"),
    ],
)
def test_caveats_beside_a_running_total(other: Claim, caveat: str) -> None:
    found = match(other, TOTAL, NAMES)
    assert found.allowed
    assert found.caveats == (caveat,)


def test_a_count_is_said_to_restart_only_where_both_starts_are_written_or_given() -> None:
    since = {"start": "2024-12-22", "as_of": "2024-12-28"}
    for basis in (DateBasis.EXPLICIT, DateBasis.GIVEN):
        reason = match(claim(9, start_basis=basis, **since), TOTAL, Names()).reason  # type: ignore[arg-type]  # only words
        assert reason == "counts restarted: since 2024-12-22 against since 2023-10-07"
    computed = match(claim(9, start_basis=DateBasis.RELATIVE, **since), TOTAL, Names())  # type: ignore[arg-type]  # only words
    assert computed.reason == (
        "counts begin at other times: since 2024-12-22 (computed from the text), against since 2023-10-07"
    )


def test_the_day_of_publication_is_no_start_of_a_count() -> None:
    share = claim(9, population="people", start="2024-12-28", start_basis=DateBasis.PUBLISHED, published="2024-12-28")
    assert match(share, TOTAL, Names()).allowed
    assert "only one text says when its count begins: 2023-10-07" in match(share, TOTAL, Names()).caveats
    assert series_key(share, Names()).epoch is None
    assert series_of([share, TOTAL], Names()).since == "2023-10-07"


def test_a_computed_start_is_off_by_no_more_than_durations_are_rounded() -> None:
    week = claim(9, start="2023-10-25", start_basis=DateBasis.RELATIVE, end="2023-11-01")
    assert not match(week, TOTAL, NAMES).allowed


def test_two_peoples_in_one_place_are_two_populations() -> None:
    found = match(claim(9, population="Thais"), claim(9, population="Palestinians"), NAMES)
    assert found.reason == "another population: Thais, not Palestinians"


def test_the_people_of_a_place_are_the_same_in_any_case() -> None:
    assert match(claim(9, population="palestinians"), claim(9, population="Palestinians"), NAMES).allowed


def test_shares_that_are_a_group_of_their_own_are_a_series() -> None:
    share = claim(16_500, population="children", part_of="45,484")
    assert match(share, claim(16_000, population="Children"), NAMES).allowed


def test_events_match_where_their_days_meet() -> None:
    same = claim(14, says="police", basis=Basis.INCIDENT, start="2024-05-01", end="2024-05-01", document="b")
    assert match(same, EVENT, NAMES).caveats == ("taken for one event: same place, same time",)
    other = claim(14, basis=Basis.INCIDENT, start="2024-05-02", end="2024-05-02")
    assert match(other, EVENT, NAMES).reason == "another event: 2024-05-02, not 2024-05-01"
    undated = claim(14, basis=Basis.INCIDENT, document="b")
    assert match(undated, EVENT, NAMES).reason == "the dates of the event are not known"


def test_claims_without_a_place_meet_only_in_their_own_document() -> None:
    here, there = claim(5, place=None, document="a"), claim(6, place=None, document="b")
    assert match(here, there, NAMES).reason == "no place is given: they may count different things"
    assert match(here, claim(6, place=None, document="a"), NAMES).allowed
    assert series_key(here, NAMES) != series_key(there, NAMES)


def test_the_key_of_a_series_does_not_see_how_names_are_written() -> None:
    one = claim(5, says="Gaza’s Ministry of Health", place="the Gaza Strip", population="people")
    assert series_key(one, NAMES) == series_key(claim(6, document="b"), NAMES)


def test_an_outlets_own_voice_is_no_attribution_to_it() -> None:
    own, quoted = claim(5, says=None, outlet="Reuters"), claim(5, says="Reuters", outlet="The Daily")
    assert series_key(own, NAMES) != series_key(quoted, NAMES)
    assert series_key(own, NAMES, "outlet") != series_key(quoted, NAMES, "outlet")
