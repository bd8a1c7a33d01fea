"""Records parse back to what they were made of."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Claim, claim_json, claim_record
from claimtrack.render import claims, records, safe
from tests.render.claims import CLAIMS, HOSTILE, claim

HOSTILE_CLAIMS = [claim(population=text, sentence=text, outlet=text) for text in HOSTILE]


def test_a_json_line_is_the_contract() -> None:
    assert [records.json_line(one) for one in CLAIMS] == [claim_json(one).decode() + "\n" for one in CLAIMS]


def test_hostile_json_parses_back_and_holds_no_command() -> None:
    for one in HOSTILE_CLAIMS:
        text = records.json_line(one)
        assert msgspec.json.decode(text, type=Claim) == one
        assert safe.line(text.rstrip("\n")) == text.rstrip("\n")


def test_json_arrays() -> None:
    assert "".join(records.json_array([])) == "[]\n"
    array = "".join(records.json_array(iter(HOSTILE_CLAIMS)))
    assert msgspec.json.decode(array, type=list[Claim]) == HOSTILE_CLAIMS


def test_csv_has_every_field_of_a_claim_flat() -> None:
    assert tuple(records.flatten(claim_record(claim()))) == claims.CSV


def test_csv_parses_back_to_the_guarded_texts() -> None:
    lines = "".join(records.csv_lines((records.record(one) for one in HOSTILE_CLAIMS), claims.CSV))
    rows = list(csv.DictReader(io.StringIO(lines)))
    assert [row["sentence"] for row in rows] == [safe.csv_cell(text) for text in HOSTILE]
    assert [row["value_low"] for row in rows] == ["4321"] * len(HOSTILE)
    assert len(lines.splitlines()) == len(HOSTILE) + 1


def test_csv_leaves_numbers_alone_and_unknown_empty() -> None:
    assert list(records.csv_lines([{"a": -5, "b": None, "c": ["x", "y"], "d": True, "e": "-5"}], "abcde")) == [
        "a,b,c,d,e\n",
        "-5,,x; y,true,'-5\n",
    ]


def test_markdown_rows_stay_rows() -> None:
    lines = list(records.markdown_lines((claims.plain_row(one) for one in HOSTILE_CLAIMS), claims.HEADINGS))
    bars = [line.replace("\\\\", "").replace("\\|", "").count("|") for line in lines]
    assert bars == [len(claims.HEADINGS) + 1] * (len(HOSTILE) + 2)
    assert not any("<" in line for line in lines)


NESTED = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.dictionaries(st.text("ab", min_size=1, max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text("ab", min_size=1, max_size=3), NESTED))
def test_a_flat_record_has_no_depth(record: dict[str, object]) -> None:
    assert not any(isinstance(value, Mapping) for value in records.flatten(record).values())
