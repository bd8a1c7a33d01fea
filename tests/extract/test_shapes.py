"""Shapes: what a pattern can begin with and what it needs is never less than what it truly matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.rules import rules_of
from claimtrack.extract.shapes import shape
from claimtrack.extract.units import groups_of
from claimtrack.lexicon.load import lexicon

RULES = rules_of(lexicon())
GROUPS = groups_of(lexicon())
LETTERS = sorted(set(GROUPS.letters.values()))


@pytest.mark.parametrize(
    ("expression", "begins", "needs"),
    [
        ("ab", "a", ["a", "b"]),
        ("a?b", "ab", ["b"]),
        ("(?:a|b)c", "ab", ["ab", "c"]),
        ("[^a]b", None, ["b"]),
        ("a{0,2}?b", "ab", ["b"]),
        ("a{2}b", "a", ["a", "b"]),
        ("(?=x)a+?b", "a", ["a", "b"]),
        ("(?P<n>[ab])c|d", "abd", ["cd"]),
        (r"\.a", ".", [".", "a"]),
        ("(?:a(?:b|c)+)?d", "ad", ["d"]),
    ],
)
def test_what_an_expression_begins_with_and_needs(expression: str, begins: str | None, needs: list[str]) -> None:
    found = shape(expression)
    assert found.begins == (None if begins is None else frozenset(begins))
    assert found.needs == tuple(map(frozenset, needs))
    assert not found.empty


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12))
def test_no_rule_matches_a_line_without_what_it_needs(line: str) -> None:
    for rule in RULES:
        assert rule.may_match(frozenset(line)) or rule.pattern.search(line) is None


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12))
def test_the_group_found_by_its_first_letter_is_the_first_that_fits(line: str) -> None:
    every = re.compile("|".join(f"(?P<{name}>{expression})" for name, expression in GROUPS.expressions.items()))
    wanted, found = every.match(line), GROUPS.match(line, 0)
    assert (wanted and (wanted.lastgroup, wanted.end())) == (found and (found.lastgroup, found.end()))
