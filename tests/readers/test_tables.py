"""The tables of patterns keep their own promises: each entry's example has it, its counter-example does not."""

from __future__ import annotations

import pytest

from claimtrack.errors import LexiconError
from claimtrack.lexicon.outlets import Kind, Medium, outlets, parse
from claimtrack.readers.header import Line, fields
from claimtrack.readers.labels import LABELS, Label
from claimtrack.readers.written_dates import FORMS, MONTH_YEAR, Form, date_at


@pytest.mark.parametrize("form", [*FORMS, MONTH_YEAR], ids=lambda form: form.name)
def test_date_forms(form: Form) -> None:
    assert form.pattern.match(form.example)
    assert not form.pattern.match(form.not_example)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.name)
def test_header_labels(label: Label) -> None:
    assert label.name in [field.kind for field in fields(Line(1, label.example))]
    assert not fields(Line(1, label.not_example))


def test_two_figures_of_a_year_stand_for_1969_to_2068() -> None:
    assert [date_at(text) and date_at(text).iso for text in ("1 May 69", "1 May 68")] == ["1969-05-01", "2068-05-01"]  # type: ignore[union-attr]


NAMES = [
    ("The Associated Press", "AP", "with its article"),
    ("ACAN - EFE", "EFE", "spaces around a hyphen"),
    ("ma’an", "Ma'an", "a typographic apostrophe"),
    ("anadolu agency", "Anadolu", "any case"),
    ("WHO", "WHO", "an acronym in capitals"),
]


@pytest.mark.parametrize(("words", "name", "why"), NAMES)
def test_names_are_found(words: str, name: str, why: str) -> None:
    found = outlets().named(words)
    assert found is not None and found.name == name, why


@pytest.mark.parametrize("words", ["who", "PC", "map", "", "the", "Ministry of Health"])
def test_other_words_are_no_names(words: str) -> None:
    assert outlets().named(words) is None


def test_a_short_form_signs_only_in_credits() -> None:
    assert outlets().signed("PC") == Medium("Palestine Chronicle", Kind.OUTLET)


def test_hosts() -> None:
    assert outlets().of_url("https://english.news.cn/2024/a.html") == Medium("Xinhua", Kind.AGENCY)
    assert outlets().of_url("https://notbbc.com/a") is None
    assert outlets().of_url("bbc.com") is None


WRONG = [
    ("[agencies", "not valid TOML"),
    ('[agencies]\n"A" = 3', "the entry 'A' is of the wrong form"),
    ('[outlets]\n"A" = { alias = ["B"] }', "the entry 'A' is of the wrong form"),
    ('[agencies]\n"A" = {}\n[outlets]\n"B" = { also = ["A"] }', "'A' and 'B' share the name 'a'"),
]


@pytest.mark.parametrize(("raw", "words"), WRONG)
def test_wrong_entries_are_refused(raw: str, words: str) -> None:
    with pytest.raises(LexiconError) as error:
        parse(raw, "own.toml")
    assert str(error.value).startswith(f"own.toml: {words}")
