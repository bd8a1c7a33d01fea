"""Names that differ only in how they are written, and populations that mean everyone."""

from __future__ import annotations

import pytest

from claimtrack.analysis.names import Names, Whom, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gaza", "the Gaza Strip"),
        ("Gaza’s Ministry of Health", "Gaza Ministry of Health"),
        ("the UN", "U.N."),
        ("the nurses' union", "Nurses Union"),
        ("Port-au-Prince", "Port au Prince"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gaza", "Gaza City"),
        ("Gaza", "Gaza and the West Bank"),
        ("Kandahar", "Kandahar province"),
        ("Strip", "the"),
    ],
)
def test_a_wider_or_narrower_place_has_another_name(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_aliases_are_taken_in_any_spelling() -> None:
    names = Names.of({"the Hamas-run Health Ministry": "Gaza’s Ministry of Health"})
    assert names.key("Hamas-run health ministry") == names.key("Gaza Ministry of Health")
    assert names.key("Israel") == "israel"


def test_no_name_has_no_spelling() -> None:
    assert Names().key(None) is Names().key("  ") is None


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        (None, Whom.EVERYONE),
        ("people", Whom.EVERYONE),
        ("innocent people", Whom.EVERYONE),
        ("residents", Whom.EVERYONE),
        ("Palestinians", Whom.NATION),
        ("Palestinian people", Whom.NATION),
        ("Gazans", Whom.NATION),
        ("Lebanese", Whom.NATION),
        ("children", Whom.GROUP),
        ("Children", Whom.GROUP),
        ("Civilians", Whom.GROUP),
        ("Palestinian civilians", Whom.GROUP),
        ("elderly people", Whom.GROUP),
        ("A policeman", Whom.GROUP),
        ("Christians", Whom.GROUP),
    ],
)
def test_whom_a_population_counts(words: str | None, whom: Whom) -> None:
    assert Names().population(words, "Gaza").whom is whom


def test_one_of_a_kind_is_of_the_kind_of_many() -> None:
    names = Names()
    assert names.population("soldier", None) == names.population("soldiers", None)
    assert names.population("Palestinian", "Gaza") == names.population("the Palestinian people", "Gaza")
