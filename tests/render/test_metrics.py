"""Metrics are told in words, not in the lexicon's notation."""

from __future__ import annotations

import pytest

from claimtrack.lexicon.load import lexicon
from claimtrack.render.metrics import base_form, row


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        ("kill", "kill"),
        ("slay/slew/slain", "slay"),
        ("trap(p)", "trap"),
        ("gun(n) down", "gun down"),
        ("set(t)/set/set free", "set free"),
        ("dead body/dead bodies", "dead body"),
        ("seek/sought/sought ~ shelter", "seek … shelter"),
    ],
)
def test_an_entry_is_shown_by_its_base_form(entry: str, word: str) -> None:
    assert base_form(entry) == word


def test_no_metric_shows_the_notation() -> None:
    for metric in lexicon().metrics.values():
        words = row(metric)["some of its words"] or ""
        assert not set(words) & set("/()~")
        assert len(set(words.split(", "))) == len(words.split(", "))
