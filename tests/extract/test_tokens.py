"""Tokens: where they begin and end, and the reading that their neighbours ask for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lexicon.classes import WordClass as W
from tests.extract.reading import tokens


def reading(text: str, word: str) -> str:
    """The class of a word in a text."""
    return next(token.reading.cls for token in tokens(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("killed 12, hurt 30.", ["killed", "12", ",", "hurt", "30", "."]),
        ("45,484 dead", ["45,484", "dead"]),
        ("Gaza’s ministry", ["Gaza", "’s", "ministry"]),
        ("a 25-year plan", ["a", "25-year", "plan"]),
        ("Al-Aqsa flood", ["Al-Aqsa", "flood"]),
        ("at 18:30 GMT", ["at", "18:30", "GMT"]),
        ("1.4m people", ["1.4m", "people"]),
        ("see https://example.org/12?a=3 now", ["see", "https://example.org/12?a=3", "now"]),
        ("on 12 November 2024 he", ["on", "12 November 2024", "he"]),
        ("12 (3 women)", ["12", "(", "3", "women", ")"]),
    ],
)
def test_where_tokens_end(text: str, parts: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text)] == parts


def test_a_phrase_of_the_lexicon_is_one_token() -> None:
    assert [t.lower for t in tokens("No fewer than 12 died")] == ["no fewer than", "12", "died"]


def test_the_longest_phrase_wins() -> None:
    assert "at the very least" in [t.lower for t in tokens("at the very least 12 died")]


@pytest.mark.parametrize(
    ("text", "word", "cls"),
    [
        ("12 people", "12", W.DIGITS),
        ("twelve people", "twelve", W.CARDINAL),
        ("over 12 people", "over", W.BEFORE),
        ("over the hill", "over", W.IN),
        ("some 12 people", "some", W.BEFORE),
        ("some people", "some", W.DETERMINER),
        ("hundreds died", "hundreds", W.VAGUE),
        ("12 people", "people", W.PERSON),
        ("12 houses", "houses", W.HOME),
        ("12 families", "families", W.FAMILY),
        ("12 deaths", "deaths", W.COUNTED),
        ("people died", "died", W.INTRANSITIVE),
        ("people killed", "killed", W.PAST),
        ("12 dead", "dead", W.PREDICATE),
        ("the toll", "toll", W.TOLL),
        ("Flight 403 fell", "Flight", W.LABEL),
        ("on 12 November 2024", "12 November 2024", W.DATE),
        ("the 12th man", "12th", W.CODE),
        ("Velmar fell", "Velmar", W.NAME),
    ],
)
def test_readings(text: str, word: str, cls: str) -> None:
    assert reading(text, word) == cls


def test_little_words_in_capitals_are_names() -> None:
    assert reading("The US said", "US") == W.NAME
    assert reading("WHO said 12 died", "WHO") == W.NAME


@given(st.text(max_size=200))
def test_tokens_stand_in_order_and_hold_their_text(text: str) -> None:
    found = tokens(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    covered = {i for token in found for i in range(token.start, token.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
