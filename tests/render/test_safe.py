"""Whatever a text holds, it comes out as data."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.render import safe
from tests.render.claims import HOSTILE

ANY_TEXT = st.text() | st.text(alphabet=st.sampled_from("=+-@'\t\r\n |`<[\\\x1b\x9b\u202e\u200b\u2028a"), max_size=12)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ministry [of Health] said", "Ministry [of Health] said"),
        ("\x1b[2Jgone", r"\x1b[2Jgone"),
        ("\x9b31m", r"\x9b31m"),
        ("12\u202e34", r"12\u202e34"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\u2028b\r\n\tc", "a b c"),
        ("half \ud800", r"half \ud800"),
        ("Gaza’s “toll” — 12", "Gaza’s “toll” — 12"),
    ],
)
def test_line_shows_what_a_terminal_would_obey(text: str, shown: str) -> None:
    assert safe.line(text) == shown


@given(ANY_TEXT)
def test_no_line_holds_a_control_or_a_mark_that_reorders(text: str) -> None:
    shown = safe.line(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in shown} & {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip


@given(ANY_TEXT)
def test_line_changes_nothing_the_second_time(text: str) -> None:
    assert safe.line(safe.line(text)) == safe.line(text)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-8"])
@given(text=ANY_TEXT)
def test_encodable_text_can_be_encoded(encoding: str, text: str) -> None:
    safe.encodable(safe.line(text), encoding).encode(encoding)


def test_ascii_keeps_the_sense_of_typographic_signs() -> None:
    assert safe.encodable("≥ 45,484 “dozens” 30–40 — …", "ascii") == '>= 45,484 "dozens" 30-40 - ...'


@given(ANY_TEXT)
def test_json_keeps_the_content_and_shows_no_control(text: str) -> None:
    escaped = safe.json_text(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert safe.line(escaped) == escaped


@given(ANY_TEXT)
def test_no_csv_cell_is_a_formula(text: str) -> None:
    cell = safe.csv_cell(text)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert cell in (safe.line(text), "'" + safe.line(text))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\tplain", " =1", "'=1", "\u200b=1"])
def test_csv_cells_that_a_spreadsheet_might_run_are_guarded(text: str) -> None:
    assert safe.csv_cell(text).startswith("'")


def test_csv_cells_that_are_plain_stay_plain() -> None:
    assert [safe.csv_cell(text) for text in ("12 = twelve", "’tis", "Gaza", "")] == ["12 = twelve", "’tis", "Gaza", ""]


@given(ANY_TEXT)
def test_a_csv_cell_stays_one_cell_on_one_line(text: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([safe.csv_cell(text), "next"])
    assert list(csv.reader(io.StringIO(buffer.getvalue()))) == [[safe.csv_cell(text), "next"]]
    assert buffer.getvalue().count("\n") == 1


@given(ANY_TEXT)
def test_a_markdown_cell_holds_no_column_no_html_and_no_break(text: str) -> None:
    cell = safe.markdown_cell(text)
    assert not set(cell) & set("<>\n\r")
    bare = cell.replace("\\\\", "")
    for sign in "|`*_[]~":
        assert bare.count(sign) == bare.count("\\" + sign)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_keep_their_words(text: str) -> None:
    words = [word for word in text.split() if word.isascii() and word.isalpha()]
    assert all(word in safe.line(text) for word in words)
