"""Where undated figures stand among dated ones of a count that only rises."""

from __future__ import annotations

from claimtrack.analysis.names import Names
from claimtrack.analysis.order import Undated, place_undated
from claimtrack.model import Basis, Claim, Qualifier
from tests.analysis.claims import claim, value

DATED = [claim(100, as_of="2024-05-01"), claim(200, as_of="2024-05-10"), claim(300, as_of="2024-05-20")]


def placed(one: Claim, dated: list[Claim]) -> Undated:
    """The one undated claim, placed."""
    (found,) = place_undated([one], dated, Names())
    return found


def test_between_two_days() -> None:
    found = placed(claim(250), DATED)
    assert found.after and found.before
    assert (found.after.date, found.before.date) == ("2024-05-10", "2024-05-20")
    assert found.after.certain and found.before.certain


def test_the_same_number_is_neither_before_nor_after() -> None:
    found = placed(claim(200), DATED)
    assert found.after and found.before
    assert (found.after.date, found.before.date) == ("2024-05-01", "2024-05-20")


def test_a_rounded_number_bounds_only_beyond_its_rounding() -> None:
    over = claim(value(41_000, Qualifier.MORE_THAN), as_of="2024-09-25")
    assert placed(claim(41_300), [over]).after is None
    found = placed(claim(42_300), [over])
    assert found.after and not found.after.certain


def test_a_day_of_publication_bounds_nothing_that_comes_after_it() -> None:
    found = placed(claim(250), [claim(200, published="2024-05-10"), claim(300, published="2024-05-20")])
    assert found.after is None
    assert found.before and found.before.date == "2024-05-20"


def test_a_month_bounds_by_its_far_end() -> None:
    found = placed(claim(250), [claim(200, as_of="2024-04"), claim(300, as_of="2024-06")])
    assert found.after and found.before
    assert (found.after.date, found.before.date) == ("2024-04-01", "2024-06-30")


def test_a_count_that_falls_bounds_nothing() -> None:
    found = placed(claim(250), [claim(200, as_of="2024-05-20"), claim(300, as_of="2024-05-01")])
    assert found.after is found.before is None
    assert found.words.startswith("its order contradicts itself")


def test_a_state_on_a_day_has_no_order() -> None:
    found = placed(claim(250, basis=Basis.STOCK), [claim(200, basis=Basis.STOCK, as_of="2024-05-01")])
    assert found.after is found.before is None
    assert found.words == "its order tells no date: only a running total always rises"


def test_other_counts_bound_nothing() -> None:
    others = [claim(200, place="Israel", as_of="2024-05-01"), claim(200, population="children", as_of="2024-05-01")]
    assert placed(claim(250), others).after is None


def test_relays_without_a_date_are_one_figure() -> None:
    claims = [claim(250, document=name, outlet=name) for name in ("a", "b")]
    (found,) = place_undated(claims, DATED, Names())
    assert found.figure.outlets == ("a", "b")
