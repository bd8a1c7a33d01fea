"""A figure under its floor is named, and so is a floor without a figure."""

from __future__ import annotations

from typing import Any

import pytest

from tests.accuracy_check import _compare, markdown

SCORES: dict[str, Any] = {
    "documents": 2,
    "gold": 10,
    "predicted": 9,
    "claims": {"precision": 0.9, "recall": 0.8, "f1": 0.8471},
    "tuple": {"precision": 0.5, "recall": 0.5, "f1": 0.5},
    "attributes": {"place": 0.7},
}


@pytest.mark.parametrize(
    ("floors", "fallen"),
    [
        ({}, []),
        ({"claims.f1": 0.8471, "attributes.place": 0.69}, []),
        ({"tuple.f1": 0.5001}, ["FALLEN work tuple.f1: 0.5000, its floor is 0.5001"]),
        ({"claims.f2": 0.1}, ["FALLEN work claims.f2: there is no such figure"]),
    ],
)
def test_compare(floors: dict[str, float], fallen: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _compare("work", SCORES, floors) == fallen
    assert "claims.f1            0.8471" in capsys.readouterr().out


def test_the_tables_have_both_parts_and_a_dash_for_a_metric_that_one_lacks() -> None:
    row = {"precision": 0.75, "recall": 0.5, "f1": 0.6, "gold": 4}
    table = markdown({"work": SCORES | {"metrics": {"deaths": row}}, "check": SCORES | {"metrics": {}}})
    assert "| claims, recall | 0.800 | 0.800 |" in table
    assert "| deaths | 4 | 0.75 | 0.50 | 0.60 | 0 | – | – | – |" in table
