"""The lexicon's own examples: every metric and rule does what it says, and every entry is well formed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimtrack.lexicon
from claimtrack.extract import explain, extract
from claimtrack.extract.rules import rules_of
from claimtrack.extract.units import groups_of
from claimtrack.lexicon.inflect import noun_forms, verb_forms
from claimtrack.lexicon.load import lexicon
from claimtrack.model import Basis, DateBasis, Document

LEXICON = lexicon()
FOLDER = Path(claimtrack.lexicon.__file__).parent
VERB_LISTS = ("transitive", "weak_transitive", "hospital", "intransitive", "weak_intransitive")
NOUN_LISTS = ("nouns", "weak_nouns", "victims", "disease_nouns", "lives")


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / "en" / f"{name}.toml").read_text(encoding="utf-8"))


def document(text: str) -> Document:
    return Document(
        id="example", text=text, sha256="0" * 64, address="example", published="2024-11-15",
        published_basis=DateBasis.EXPLICIT,
    )  # fmt: skip


EXAMPLES = [(m.name, text) for m in LEXICON.metrics.values() for text in m.examples]
COUNTER_EXAMPLES = [(m.name, text) for m in LEXICON.metrics.values() for text in m.not_examples]
RULES: list[dict[str, Any]] = toml("grammar")["rules"]["list"]
RULE_EXAMPLES = [(rule, text) for rule in RULES for text in rule.get("examples", ())]


@pytest.mark.parametrize(("metric", "text"), EXAMPLES)
def test_an_example_makes_a_claim_of_its_metric(metric: str, text: str) -> None:
    assert metric in [claim.metric for claim in extract(document(text))]


@pytest.mark.parametrize(("metric", "text"), COUNTER_EXAMPLES)
def test_a_counter_example_makes_none(metric: str, text: str) -> None:
    assert metric not in [claim.metric for claim in extract(document(text))]


@pytest.mark.parametrize(("rule", "text"), RULE_EXAMPLES)
def test_a_rule_s_example_is_decided_by_it(rule: dict[str, Any], text: str) -> None:
    verdicts = explain(document(text))
    if "refuses" in rule:
        assert rule["refuses"] in [verdict.reason for verdict in verdicts]
    else:
        assert rule["name"] in [verdict.rule for verdict in verdicts]


def test_every_metric_has_examples() -> None:
    assert [m.name for m in LEXICON.metrics.values() if not m.examples] == []


def test_every_metric_says_what_it_counts_and_on_what_basis() -> None:
    for metric in LEXICON.metrics.values():
        assert metric.counts and set(metric.counts) <= {"people", "families", "homes"}, metric.name
        assert metric.basis in [basis.value for basis in Basis], metric.name
        assert set(metric.combines) <= set(LEXICON.metrics), metric.name


def entries(keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name, body in toml("metrics").items():
        for key in keys:
            for entry in body.get(key, ()):
                yield name, entry


def test_every_verb_entry_inflects_to_words() -> None:
    for metric, entry in entries(VERB_LISTS):
        for form in verb_forms(entry):
            assert re.fullmatch(r"[\w’'-]+(?: (?:~|[\w’'-]+))*", form), (metric, entry, form)


def test_every_doubled_consonant_is_the_one_the_verb_ends_in() -> None:
    for metric, entry in [*entries(VERB_LISTS), *report_verbs()]:
        doubled = re.match(r"([\w-]+)\((\w)\)", entry)
        assert doubled is None or doubled[1].endswith(doubled[2]), (metric, entry)


def report_verbs() -> Iterator[tuple[str, str]]:
    for key, body in toml("verbs").items():
        if key != "grammar":
            for entries_ in body.values():
                for entry in entries_:
                    yield key, entry


def test_every_noun_entry_has_two_forms() -> None:
    for metric, entry in entries(NOUN_LISTS):
        singular, plural = noun_forms(entry)
        assert singular and plural and "/" not in singular + plural, (metric, entry)


def test_no_entry_stands_twice_in_one_list() -> None:
    for name, body in toml("metrics").items():
        for key, listed in body.items():
            if isinstance(listed, list):
                assert sorted(set(listed)) == sorted(listed), (name, key)


def test_every_verb_that_is_listed_is_known_by_its_participle_and_gerund() -> None:
    known = set(LEXICON.words) | {
        " ".join((first, *rest)) for first, options in LEXICON.phrases.items() for rest, _ in options
    }
    for metric, entry in entries(VERB_LISTS):
        forms = verb_forms(entry)
        assert {forms.participle, forms.gerund} <= known, (metric, entry)


def test_every_pattern_compiles_and_every_rule_captures_its_number() -> None:
    groups = groups_of(LEXICON).expressions
    assert list(groups) == list(toml("grammar")["groups"]["patterns"])
    assert all(re.compile(expression) for expression in groups.values())
    for rule in rules_of(LEXICON):
        captured = set(rule.pattern.groupindex)
        assert "n" in captured, rule.name
        assert rule.refuses or rule.own or rule.metric or "v" in captured, rule.name


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule["name"] for rule in RULES]
    assert sorted(set(names)) == sorted(names)


def test_every_refusal_gives_a_reason() -> None:
    for rule in RULES:
        assert "refuses" not in rule or len(rule["refuses"]) > 3, rule["name"]


def test_the_vague_words_have_bounds_in_order() -> None:
    for words, (low, high) in LEXICON.vague.items():
        assert low > 0 and (high is None or low < high), words
