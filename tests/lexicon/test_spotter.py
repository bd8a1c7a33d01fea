"""Spotters: what a plain look at the words of a text rules out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.beginnings import Beginnings
from claimtrack.lexicon.load import lexicon
from claimtrack.lexicon.spotter import bare_words, spotter

LEXICON = lexicon()
EXAMPLES = [entry["example"] for entry in LEXICON.dates["expressions"]]


def test_bare_words_are_cut_at_all_that_is_no_letter() -> None:
    assert bare_words("Rebel-held Taro: 12 dead’s") == {b"rebel", b"held", b"taro", b"dead", b"s"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two were KILLED.", True),
        ("They were put, he said, to death.", True),
        ("The put option.", False),
        ("", False),
    ],
)
def test_a_word_or_all_words_of_a_phrase_are_spotted(text: str, found: bool) -> None:
    assert spotter(["killed", "put to death"]).spots(bare_words(text)) is found


def test_a_word_without_letters_of_ascii_may_stand_anywhere() -> None:
    assert spotter(["погибли"]).spots(bare_words("Nine rose."))
    assert not any(one.blind for one in (LEXICON.tells, LEXICON.counts, LEXICON.happens, LEXICON.speaks))


@given(st.text())
def test_any_text_has_bare_words(text: str) -> None:
    assert not any(b" " in word for word in bare_words(text))


def test_every_rule_that_gives_a_metric_itself_asks_for_a_telling_word() -> None:
    for rule in LEXICON.grammar["rules"]["list"]:
        assert "metric" not in rule or {"hand", "lose"} & set(re.findall(r"\w+", rule["pattern"])), rule["name"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_date_has_a_word_that_tells_of_one_and_begins_at_a_word_that_can(example: str) -> None:
    assert LEXICON.dated.spots(bare_words(example)) or any(map(str.isdigit, example))
    begins = Beginnings(LEXICON.dates["begins"])
    words = example.split()
    starts = [k for k, word in enumerate(words) if begins[word] is not None]
    assert any(not begins[words[k]] or begins.fits(begins[words[k]] or frozenset(), words[k + 1 :]) for k in starts)
