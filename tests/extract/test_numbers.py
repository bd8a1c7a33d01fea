"""Number expressions: what is read, its bounds and its qualifier."""

from __future__ import annotations

import pytest

from claimtrack.extract.numbers import digits, limit
from claimtrack.lexicon.load import lexicon
from claimtrack.model import Qualifier as Q
from tests.extract.reading import numbers


@pytest.mark.parametrize(
    ("text", "number", "low", "high", "qualifier"),
    [
        ("12 people", "12", 12, 12, Q.EXACT),
        ("45,484 people", "45,484", 45484, 45484, Q.EXACT),
        ("45 484 people", "45 484", 45484, 45484, Q.EXACT),
        ("45\u202f484 people", "45\u202f484", 45484, 45484, Q.EXACT),
        ("1.234.567 people", "1.234.567", 1234567, 1234567, Q.EXACT),
        ("12,50,000 people", "12,50,000", 1250000, 1250000, Q.EXACT),
        ("1.4 million people", "1.4 million", 1400000, 1400000, Q.EXACT),
        ("1.4m people", "1.4m", 1400000, 1400000, Q.EXACT),
        ("3.5K people", "3.5K", 3500, 3500, Q.EXACT),
        ("2 lakh people", "2 lakh", 200000, 200000, Q.EXACT),
        ("1.2 crore people", "1.2 crore", 12000000, 12000000, Q.EXACT),
        ("٣٤٥ people", "٣٤٥", 345, 345, Q.EXACT),
        ("two people", "two", 2, 2, Q.EXACT),
        ("twenty-three people", "twenty-three", 23, 23, Q.EXACT),
        ("twenty three people", "twenty three", 23, 23, Q.EXACT),
        ("one hundred and four people", "one hundred and four", 104, 104, Q.EXACT),
        ("a hundred people", "a hundred", 100, 100, Q.EXACT),
        ("two million people", "two million", 2000000, 2000000, Q.EXACT),
        ("three thousand two hundred people", "three thousand two hundred", 3200, 3200, Q.EXACT),
        ("half a million people", "half a million", 500000, 500000, Q.EXACT),
        ("a dozen people", "a dozen", 12, 12, Q.EXACT),
        ("two dozen people", "two dozen", 24, 24, Q.EXACT),
        ("a half-dozen people", "a half-dozen", 6, 6, Q.EXACT),
        ("no one", "no one", 0, 0, Q.EXACT),
        ("at least 12 people", "12", 12, None, Q.AT_LEAST),
        ("at least two million people", "two million", 2000000, None, Q.AT_LEAST),
        ("no fewer than 12 people", "12", 12, None, Q.AT_LEAST),
        ("12 or more people", "12", 12, None, Q.AT_LEAST),
        ("11,000+ people", "11,000", 11000, None, Q.AT_LEAST),
        ("more than 12 people", "12", 12, None, Q.MORE_THAN),
        ("well over 12 people", "12", 12, None, Q.MORE_THAN),
        ("upwards of 12 people", "12", 12, None, Q.MORE_THAN),
        ("up to 12 people", "12", None, 12, Q.UP_TO),
        ("as many as 12 people", "12", None, 12, Q.UP_TO),
        ("no more than 12 people", "12", None, 12, Q.UP_TO),
        ("fewer than 12 people", "12", None, 12, Q.LESS_THAN),
        ("just under 12 people", "12", None, 12, Q.LESS_THAN),
        ("nearly 12 people", "12", None, 12, Q.NEARLY),
        ("almost a thousand people", "a thousand", None, 1000, Q.NEARLY),
        ("about 12 people", "12", 12, 12, Q.ABOUT),
        ("some 12 people", "12", 12, 12, Q.ABOUT),
        ("an estimated 12 people", "12", 12, 12, Q.ABOUT),
        ("a total of 12 people", "12", 12, 12, Q.EXACT),
        ("only 12 people", "12", 12, 12, Q.EXACT),
        ("30-40 people", "30-40", 30, 40, Q.RANGE),
        ("30–40 people", "30–40", 30, 40, Q.RANGE),
        ("30 to 40 people", "30 to 40", 30, 40, Q.RANGE),
        ("between 30 and 40 people", "between 30 and 40", 30, 40, Q.RANGE),
        ("two or three people", "two or three", 2, 3, Q.RANGE),
        ("at least 10 to 15 people", "10 to 15", 10, None, Q.AT_LEAST),
        ("dozens of people", "dozens", 24, 99, Q.VAGUE),
        ("scores of people", "scores", 40, 99, Q.VAGUE),
        ("hundreds of people", "hundreds", 200, 999, Q.VAGUE),
        ("thousands of people", "thousands", 2000, 9999, Q.VAGUE),
        ("tens of thousands of people", "tens of thousands", 20000, 99999, Q.VAGUE),
        ("hundreds of thousands of people", "hundreds of thousands", 200000, 999999, Q.VAGUE),
        ("millions of people", "millions", 2000000, None, Q.VAGUE),
        ("several hundred people", "several hundred", 200, 999, Q.VAGUE),
        ("a few dozen people", "a few dozen", 24, 99, Q.VAGUE),
        ("at least several hundred people", "several hundred", 200, None, Q.AT_LEAST),
    ],
)  # fmt: skip
def test_one_number(text: str, number: str, low: int | None, high: int | None, qualifier: Q) -> None:
    (quantity,) = numbers(text)
    assert text[quantity.start : quantity.end] == number
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, high, qualifier)
    assert number in quantity.text


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("killing 12 and wounding 30", ["12", "30"]),
        ("12 dead, 30 injured", ["12", "30"]),
        ("from 97 to 120", ["97", "120"]),
        ("40 to 30 people", ["40", "30"]),
        ("1,200 or 15 people", ["1,200", "15"]),
        ("at least 12, or about 30", ["12", "30"]),
    ],
)
def test_numbers_that_stay_apart(text: str, figures: list[str]) -> None:
    assert [text[q.start : q.end] for q in numbers(text)] == figures


@pytest.mark.parametrize(
    "text",
    ["a 25-year plan", "a 45-year-old man", "the 12th man", "at 18:30", "an AK-47", "the A12", "12/03", "#12",
     "https://example.org/12", "the 1990s", "in 1999", "12 March 2024", "several people", "many people"],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert [q.text for q in numbers(text)] == []


@pytest.mark.parametrize("text", ["99999999999 people", "12 million million people"])
def test_what_no_count_can_be_is_no_number(text: str) -> None:
    assert all(q.high is None or q.high <= 10_000_000_000 for q in numbers(text))


@pytest.mark.parametrize("text", ["up to millions of people", "nearly millions of people"])
def test_a_number_keeps_one_bound_at_least(text: str) -> None:
    (quantity,) = numbers(text)
    assert quantity.low is not None or quantity.high is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [("45,484", 45484), ("1.4m", 1_400_000), ("70 000", 70_000), ("1.234.567", 1_234_567), ("2.5bn", 2_500_000_000)],
)
def test_digits(text: str, value: float) -> None:
    assert digits(text, lexicon()) == value


@pytest.mark.parametrize("text", ["12kg", "x", "", "1.4zz"])
def test_digits_with_something_else_are_none(text: str) -> None:
    assert digits(text, lexicon()) is None


@pytest.mark.parametrize(
    ("qualifier", "bounds"),
    [(Q.EXACT, (5, 9)), (Q.AT_LEAST, (5, None)), (Q.MORE_THAN, (5, None)), (Q.UP_TO, (None, 9)), (Q.NEARLY, (None, 9))],
)
def test_a_qualifier_opens_one_side(qualifier: Q, bounds: tuple[int | None, int | None]) -> None:
    assert limit(5, 9, qualifier) == bounds
