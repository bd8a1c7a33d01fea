"""Sentences: where one ends, and where a full stop or a line's end does not end it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.sentences import LONGEST
from tests.extract.reading import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        ("Who fell? All did! Then silence…", ["Who fell?", "All did!", "Then silence…"]),
        ("He said: “They fled.” She stayed.", ["He said: “They fled.”", "She stayed."]),
        ("It rose to 1.4 million. More fled.", ["It rose to 1.4 million.", "More fled."]),
        ("No end here", ["No end here"]),
        ("", []),
        (" \n\t\n ", []),
        ("One fell.Two rose.", ["One fell.", "Two rose."]),
    ],
)
def test_ends(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ana Costa and Mr. Rill were hurt.",
        "Gen. Arno Vell said 12 died.",
        "The U.S. embassy was hit at 6 a.m. on Monday.",
        "The U.N. said so.",
        "J. Rill and A. B. Costa were hurt.",
        "It was hit on Jan. 3 and on Sept. 4 again.",
        "St. Anna hospital took in 12.",
        "Water rose 1.5 metres.",
        "The No. 3 shaft fell in.",
    ],
)
def test_an_abbreviation_ends_nothing(text: str) -> None:
    assert split(text) == [text]


def test_a_wrapped_line_goes_on_with_its_sentence() -> None:
    text = "The flood in the lower valley has so far left at least\n31 people dead, the board\nsaid. More rain fell."
    assert split(text) == [text[: text.index(" More")], "More rain fell."]


@pytest.mark.parametrize("mark", ["•", "-", "–", "*"])
def test_each_item_of_a_list_is_a_sentence(mark: str) -> None:
    text = f"Key figures\n{mark} 12 dead\n{mark} 30 injured"
    assert split(text) == ["Key figures", f"{mark} 12 dead", f"{mark} 30 injured"]


def test_short_lines_without_a_full_stop_are_sentences() -> None:
    assert split("Killed: 12\nInjured: 30") == ["Killed: 12", "Injured: 30"]


def test_a_blank_line_ends_a_sentence_and_a_paragraph() -> None:
    first, second, third = sentences("Bus crash kills 12\n\nFourteen died. Two were hurt.")
    assert (first.paragraph, second.paragraph, third.paragraph) == (0, 1, 1)


def test_sentences_begin_where_the_article_does() -> None:
    text = "date 2024-11-15\n\nTwelve died."
    assert [text[s.start : s.end] for s in sentences(text, text.index("Twelve"))] == ["Twelve died."]


@given(st.text(alphabet=' \n.,?!“”"ab1A•-', max_size=400))
def test_sentences_cover_every_letter_in_order(text: str) -> None:
    found = sentences(text)
    assert [s.start for s in found] == sorted(s.start for s in found)
    covered = set[int]()
    for s in found:
        assert 0 <= s.start < s.end <= len(text)
        assert not covered & set(range(s.start, s.end))
        covered |= set(range(s.start, s.end))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(st.integers(1, 5), st.sampled_from(["x", "word ", "12 "]))
def test_no_sentence_is_longer_than_the_bound(times: int, filler: str) -> None:
    text = filler * (times * LONGEST // len(filler) + 1)
    assert all(s.end - s.start <= LONGEST for s in sentences(text))
