"""Patterns of the lexicon: names of units become letters, and what is wrong is said by name."""

from __future__ import annotations

import re

import pytest

from claimtrack.extract.patterns import compile_pattern, translate

LETTERS = {"people": "p", "bare": "b", "passive": "v", "comma": ",", "stop": "."}
MACROS = {"number": "[people bare]", "gap": "comma? passive"}


@pytest.mark.parametrize(
    ("source", "expression"),
    [
        ("people", "p"),
        ("people passive", "pv"),
        ("people | bare", "p|b"),
        ("[people bare]", "[pb]"),
        ("[^ people bare]", "[^pb]"),
        ("people{0,2}?", "p{0,2}?"),
        ("<n: people>", "(?P<n>p)"),
        ("(people comma)*", "(?:p,)*"),
        ("(?= people)", "(?=p)"),
        ("(?! people)", "(?!p)"),
        ("(?<! people)", "(?<!p)"),
        ("number", "(?:[pb])"),
        ("gap", "(?:,?v)"),
        ("[number comma]", "[pb,]"),
        ("stop", r"\."),
    ],
)
def test_translation(source: str, expression: str) -> None:
    assert translate(source, LETTERS, MACROS) == expression


def test_a_compiled_pattern_captures_by_letter() -> None:
    match = compile_pattern("<n: number> comma? <v: passive>", LETTERS, MACROS).search("..b,v")
    assert match is not None
    assert (match.span("n"), match.span("v")) == ((2, 3), (4, 5))


@pytest.mark.parametrize("source", ["nobody", "[nobody]", "<n: nobody>"])
def test_an_unknown_name_is_said(source: str) -> None:
    with pytest.raises(ValueError, match="nobody"):
        translate(source, LETTERS, MACROS)


def test_a_macro_that_is_no_class_stands_in_none() -> None:
    with pytest.raises(ValueError, match="gap"):
        translate("[gap]", LETTERS, MACROS)


def test_a_letter_that_means_something_to_regular_expressions_is_taken_literally() -> None:
    for letter in ".|*+?()[]{}^$\\-":
        assert re.fullmatch(translate("unit", {"unit": letter}, {}), letter)
        assert re.fullmatch(translate("[unit]", {"unit": letter}, {}), letter)
