"""A diff and a comparison: the answer first, its grounds beside it, what was left out below."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from claimtrack.analysis import compare, diff
from claimtrack.model import AsOf, Attribution, Basis, Claim, DateBasis, Period, Qualifier, Span, Status
from claimtrack.render import comparison, difference
from claimtrack.render.ids import among
from tests.render.claims import HOSTILE, claim, value
from tests.render.screens import printed

MINISTRY = Attribution(mention="the ministry", name="Velmar Health Ministry")
PRESIDENT = Attribution(mention="Dann", name="Iru Dann")
SINCE = Period(start="2023-05-01", start_basis=DateBasis.EXPLICIT)


def total(low: int, qualifier: Qualifier, by: Attribution, day: str, **fields: object) -> Claim:
    """A running total of deaths in Ostan."""
    high = low if qualifier is Qualifier.EXACT else None
    return claim(
        value=value(f"{low:,}", low, high, qualifier),
        attribution=by,
        as_of=AsOf(date=day, basis=DateBasis.EXPLICIT),
        basis=Basis.CUMULATIVE,
        period=SINCE,
        span=Span(start=low, end=low + 5),
        document=f"{by.name} {day}",
        population=None,
        **fields,
    )


def words(claims: list[Claim], width: int = 100) -> str:
    """A diff of the claims between two days, as words in a row."""
    found = diff(claims, "2023-12-01", "2024-02-03")
    return " ".join(printed(lambda screen: difference.difference(screen, found), width=width).split())


def test_two_lower_bounds_of_two_sources_leave_the_change_open_and_say_so() -> None:
    text = words(
        [
            total(4000, Qualifier.MORE_THAN, PRESIDENT, "2023-11-20"),
            total(4321, Qualifier.AT_LEAST, MINISTRY, "2024-02-03"),
        ]
    )
    assert text.startswith("deaths · Ostan · cumulative since 2023-05-01 on 2023-12-01 > 4,000 Iru Dann")
    assert "on 2024-02-03 ≥ 4,321 Velmar Health Ministry as of 2024-02-03" in text
    assert "change + 321 between the printed numbers, 4 a day; both are lower bounds: the change itself is open" in text
    assert "sources differ no source gives a figure on both sides" in text


def test_one_source_with_exact_figures_gives_the_change_and_nothing_more() -> None:
    text = words(
        [
            total(4000, Qualifier.EXACT, MINISTRY, "2023-11-20"),
            total(4150, Qualifier.EXACT, MINISTRY, "2024-02-03"),
        ]
    )
    assert "change + 150, 2 a day 1 series" in text
    assert "sources differ" not in text


def test_a_presumed_figure_says_so_where_its_metric_is_not_beside_it() -> None:
    text = words([total(4321, Qualifier.AT_LEAST, MINISTRY, "2024-02-03", status=Status.PRESUMED)])
    assert "≥ 4,321 (presumed)" in text


def test_nothing_to_subtract_is_an_answer() -> None:
    assert words([]) == "nothing to subtract: no claims up to 2024-02-03 0 series · claimtrack diff --help"


def test_long_lists_say_how_many_more_there_are() -> None:
    events = [
        claim(basis=Basis.INCIDENT, span=Span(start=at, end=at + 1), document=f"event {at}", population=None)
        for at in range(11)
    ]
    text = words(events, width=140)
    assert "and 3 more: --format json" in text
    assert "0 series, 11 not compared" in text


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text_within_the_screen(text: str, width: int) -> None:
    source = Attribution(mention=text, name=text)
    claims = [
        total(4000, Qualifier.MORE_THAN, source, "2023-11-20"),
        total(4321, Qualifier.AT_LEAST, MINISTRY, "2024-02-03", outlet=text),
        claim(place=text, attribution=source, outlet=text, population=text, basis=Basis.INCIDENT),
    ]
    changed = diff(claims, "2023-12-01", "2024-02-03")
    compared = compare(claims, "deaths")
    for out in (
        printed(lambda screen: difference.difference(screen, changed), width=width),
        printed(lambda screen: comparison.comparison(screen, compared), width=width),
    ):
        assert not set(out) & set("\x1b\x07\x9b\u202e\u2066\u2028\u200b\r")
        assert all(cell_len(line) <= width for line in out.splitlines())


def test_a_comparison_of_one_source_has_no_range() -> None:
    found = compare([total(4321, Qualifier.AT_LEAST, MINISTRY, "2024-02-03")], "deaths")
    text = printed(lambda screen: comparison.comparison(screen, found, among([])))
    assert "range" not in text
    assert "no other source" in text
    assert text.splitlines()[-1] == "1 row of 1 origin · columns left out: in · claimtrack compare --help"
