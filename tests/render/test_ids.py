"""Ids in tables are as short as they can be, and each still means one thing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.render.ids import LEAST, among

IDS = st.lists(st.text("0a", min_size=16, max_size=16), min_size=1, max_size=12, unique=True)


@given(IDS)
def test_each_beginning_is_its_own_and_no_longer_than_it_must_be(ids: list[str]) -> None:
    short = among(ids)
    for one in ids:
        begun = [other for other in ids if other.startswith(short(one))]
        assert begun == [one]
        less = short(one)[:-1]
        assert len(less) < LEAST or sum(other.startswith(less) for other in ids) > 1


def test_four_letters_do_where_nothing_clashes() -> None:
    short = among(["ad03f504938778e8", "d3bb2b803ea93022", "d3bb2c803ea93022"])
    assert short("ad03f504938778e8") == "ad03"
    assert short("d3bb2b803ea93022") == "d3bb2b"
