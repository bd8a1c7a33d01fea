"""Tables fit their screen: columns go in a fixed order, texts are cut at the end, figures never."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimtrack.render.claims import COLUMNS, claims
from claimtrack.render.figures import figure
from claimtrack.render.tables import Column, fit, left_out, table
from tests import golden
from tests.render.claims import CLAIMS, HOSTILE, claim
from tests.render.screens import printed

GOLDEN = Path(__file__).parent / "golden"


def shown(width: int, encoding: str = "utf-8") -> str:
    return printed(
        lambda screen: claims(screen, CLAIMS, more="claimtrack list --format csv"), width=width, encoding=encoding
    )


@pytest.mark.parametrize("width", [80, 140])
def test_claims_at_two_widths(width: int) -> None:
    golden.check(GOLDEN / f"claims-{width}.txt", shown(width))


@pytest.mark.parametrize("width", [30, 50, 80, 100, 140, 300])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_of_a_table_is_wider_than_the_screen_and_no_figure_is_cut(width: int, encoding: str) -> None:
    text = shown(width, encoding)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert text.encode(encoding)
    if encoding == "utf-8":
        assert all(figure(one.value) in text for one in CLAIMS)


def test_columns_are_dropped_in_the_order_of_their_importance() -> None:
    needs = {column.name: 12 for column in COLUMNS}
    kept = [{column.name for column in fit(COLUMNS, needs, room).columns} for room in range(200, 0, -1)]
    by_rank = [column.name for column in sorted(COLUMNS, key=lambda column: column.rank)]
    assert by_rank[:8] == ["figure", "metric", "as of", "id", "place", "says", "population", "in"]
    assert all(names == set(by_rank[: len(names)]) for names in kept)
    assert kept[-1] == {"figure"}


@given(
    st.lists(st.tuples(st.integers(1, 60), st.none() | st.integers(1, 20)), min_size=1, max_size=8), st.integers(1, 200)
)
def test_a_layout_fits_its_room_or_is_down_to_one_column(shape: list[tuple[int, int | None]], room: int) -> None:
    columns = [Column(str(at), at, least=least) for at, (_, least) in enumerate(shape)]
    layout = fit(columns, {str(at): need for at, (need, _) in enumerate(shape)}, room)
    total = sum(layout.widths) + 2 * (len(layout.widths) - 1)
    assert total <= room or len(layout.columns) == 1
    assert len(layout.columns) + len(layout.dropped) == len(columns)


def test_columns_that_wrap_share_the_room_by_what_they_lack() -> None:
    columns = (Column("series", 1, least=14, wrap=True), Column("why", 2, least=22, wrap=True))
    series, why = fit(columns, {"series": 40, "why": 160}, 52).widths
    assert series + why <= 50 and why > 25
    assert fit(columns, {"series": 40, "why": 60}, 200).widths == (40, 60)


def test_a_heading_that_is_cut_says_so() -> None:
    columns = (Column("population", 1, least=8),)
    assert printed(lambda screen: table(screen, columns, [{"population": "x"}]), width=8).splitlines()[0] == "populat…"


@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_id_that_the_closing_line_asks_for_is_in_the_table(width: int) -> None:
    text = shown(width)
    assert all(one.id[:4] in text for one in CLAIMS)


def test_a_closing_line_that_is_too_long_breaks_between_its_parts() -> None:
    parts = ("2 documents", "1 undated: claimtrack date ID YYYY-MM-DD", "claimtrack list --document ID")
    text = printed(lambda screen: screen.note("", *parts), width=80)
    assert text.splitlines() == [f"{parts[0]} · {parts[1]}", parts[2]]


def test_an_extra_column_with_nothing_in_it_is_left_away_and_no_other() -> None:
    columns = (Column("one", 1), Column("none", 2), Column("extra", 3, extra=True))
    text = printed(lambda screen: print(left_out(table(screen, columns, [{"one": "1"}, {"one": "2", "none": None}]))))
    assert text.split() == ["one", "none", "1", "—", "2", "—"]


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_no_terminal_as_a_command(text: str, colour: bool) -> None:
    hostile = claim(population=text, place=text, outlet=text, metric="deaths")
    harmless = claim(population="x", place="x", outlet="x")
    out = printed(lambda screen: claims(screen, [hostile]), width=300, colour=colour)
    plain = printed(lambda screen: claims(screen, [harmless]), width=300, colour=colour)
    assert out.count("\x1b") == plain.count("\x1b")
    assert not set(out) & set("\x07\x9b\u202e\u2066\u2028\u200b\r")
    if text.startswith("Ministry"):
        assert out.count("Ministry [of Health] said") == 3


def test_wide_letters_count_for_two_columns() -> None:
    columns = (Column("a", 1, least=4), Column("b", 2))
    text = printed(lambda screen: table(screen, columns, [{"a": "東京都庁舎", "b": "12"}]), width=11)
    assert text.splitlines()[1] == "東京都…  12"


def test_no_claims_is_an_answer() -> None:
    assert printed(lambda screen: claims(screen, [], more="claimtrack metrics")) == "no claims · claimtrack metrics\n"
