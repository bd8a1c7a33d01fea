"""What vague words stand for can be replaced, each by itself, and words can be added."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import extract, own_lexicon
from claimtrack.lexicon.load import lexicon
from claimtrack.lexicon.readings import Lexicon
from tests.extract.reading import document

VAGUE = """\
[vague]
Dozens = [12, 99]
"tens  of thousands" = [10000, 90000]
"several hundred" = [300]
hundreds = [101]
"a handful" = [3, 9]
scads = [50, 500]
"tens of lakhs" = [1000000, 9999999]
zillions = [1000000000]
"""
METRIC = """
[metrics.vexed]
definition = "vexed"
counts = ["people"]
transitive = ["vex"]
examples = ["It vexed a handful of people."]
"""


def read(text: str, words: Lexicon) -> list[tuple[str, int | None, int | None, str]]:
    """The claims of a text: words, bounds and qualifier."""
    found = [claim.value for claim in extract(document(text), words)]
    return [(value.text, value.low, value.high, value.qualifier.value) for value in found]


@pytest.fixture(scope="module", params=[VAGUE, VAGUE + METRIC], ids=["words", "words and a metric"])
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    file = tmp_path_factory.mktemp("vague") / "words.toml"
    file.write_text(request.param, encoding="utf-8")
    return own_lexicon(file)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Dozens of people were killed.", ("Dozens", 12, 99, "vague")),
        ("Tens of thousands of people fled.", ("Tens of thousands", 10000, 90000, "vague")),
        ("A few hundred people were killed.", ("A few hundred", 300, None, "vague")),
        ("Hundreds of people were killed.", ("Hundreds", 101, None, "vague")),
        ("Hundreds of thousands fled their homes.", ("Hundreds of thousands", 200000, 999999, "vague")),
        ("At least dozens of people were killed.", ("At least dozens", 12, None, "at_least")),
        ("A handful of people were killed.", ("A handful", 3, 9, "vague")),
        ("Scads of people were killed.", ("Scads", 50, 500, "vague")),
        ("The flood displaced tens of lakhs of people.", ("tens of lakhs", 1000000, 9999999, "vague")),
        ("Zillions of people fled.", ("Zillions", 1000000000, None, "vague")),
        ("Thousands of people fled.", ("Thousands", 2000, 9999, "vague")),
        ("Twelve people were killed.", ("Twelve", 12, 12, "exact")),
    ],
)
def test_bounds_are_the_user_s(own: Lexicon, text: str, figure: tuple[str, int | None, int | None, str]) -> None:
    assert read(text, own) == [figure]


def test_the_package_s_own_are_as_they_were(own: Lexicon) -> None:
    assert read("Dozens of people were killed.", lexicon()) == [("Dozens", 24, 99, "vague")]
    assert read("A handful of people were killed.", lexicon()) == []
    assert lexicon().vague_origins == ()


def test_of_several_files_the_last_one_counts(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text("[vague]\ndozens = [12, 50]\n'a handful' = [2, 5]\n")
    second.write_text("[vague]\ndozens = [36]\n'a handful' = [3, 9]\n")
    known = own_lexicon(first, second)
    assert (known.vague["dozens"], known.vague["a handful"]) == ((36, None), (3, 9))
    assert {Path(file).name for _, file in known.vague_origins} == {"second.toml"}


def test_several_scales_are_multiplied() -> None:
    figure = ("Several hundred thousand", 200_000, 999_999, "vague")
    assert read("Several hundred thousand people fled.", lexicon()) == [figure]
