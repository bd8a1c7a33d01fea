"""Organisations: found by every name, and wrong entries are said with their file."""

from __future__ import annotations

import pytest

from claimtrack.errors import LexiconError
from claimtrack.lexicon.organisations import KINDS, named, organisations, parse
from claimtrack.model import SourceKind


def test_kinds_are_those_of_the_model() -> None:
    assert set(KINDS) == {kind.value for kind in SourceKind}
    assert {body.kind for body in organisations().values()} <= set(KINDS)


@pytest.mark.parametrize(
    ("text", "name"),
    [("the World Food Programme", "WFP"), ("MSF", "Médecins Sans Frontières"), ("U.N.", "UN"), ("AFP", "AFP"),
     ("Amnesty", "Amnesty International"), ("Israel's army", "IDF")],
)  # fmt: skip
def test_named(text: str, name: str) -> None:
    found = named(text)
    assert found is not None and found.name == name


@pytest.mark.parametrize("text", ["who", "un", "care", "the doctor"])
def test_an_acronym_is_no_word_in_small_letters(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    "raw",
    ["[", '[army]\n"A" = {}', '[un]\n"A" = { also = ["B"] }\n"C" = { also = ["B"] }'],
    ids=["toml", "kind", "two"],
)
def test_a_wrong_file_is_said(raw: str) -> None:
    with pytest.raises(LexiconError):
        parse(raw, "organisations.toml")
