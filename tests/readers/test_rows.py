from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.errors import InputError
from claimtrack.model import DateBasis, Document
from claimtrack.readers import ReadProblem, read
from claimtrack.readers.ids import Ids
from claimtrack.readers.rows import read_rows

TEXT = "Twelve people were killed when a bridge fell."


def rows(*lines: str | dict[str, object]) -> tuple[list[Document], list[str]]:
    """Documents and the texts of problems (`warning: …` where not fatal) that lines give."""
    documents: list[Document] = []
    problems = []
    encoded = [(line if isinstance(line, str) else json.dumps(line)).encode() for line in lines]
    for reading in read_rows(encoded, "rows.jsonl", Ids()):
        if isinstance(reading, ReadProblem):
            problems.append(("" if reading.fatal else "warning: ") + str(reading.error))
        else:
            documents.append(reading)
    return documents, problems


def test_fields_of_a_row(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "text": TEXT,
        "title": "Bridge falls",
        "outlet": "Bridgetown Gazette",
        "byline": "Jane Roe",
        "agencies": ["AP"],
        "published": "2024-09-26T10:00:00Z",
        "modified": "27 September 2024",
        "url": "https://example.org/a",
        "language": "en",
        "crawled": 7,
    }
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    [document] = read([path])
    assert (document.id, document.text, document.title) == ("a", TEXT, "Bridge falls")
    assert (document.outlet, document.byline, document.agencies) == ("Bridgetown Gazette", "Jane Roe", ("AP",))
    assert (document.published, document.published_basis) == ("2024-09-26", DateBasis.EXPLICIT)
    assert (document.modified, document.url, document.language) == ("2024-09-27", "https://example.org/a", "en")
    assert document.address == "https://example.org/a"


def test_what_a_row_leaves_open_is_read_from_its_text() -> None:
    [document], _ = rows({"id": "a", "text": f"KIGALI, April 28, 1997 (AFP)\n\n{TEXT}", "published": None})
    assert (document.published, document.agencies, document.address) == ("1997-04-28", ("AFP",), "a")


def test_outlet_of_a_known_host() -> None:
    [document], _ = rows({"id": "a", "text": TEXT, "url": "https://www.aljazeera.com/news/1"})
    assert document.outlet == "Al Jazeera"


def test_text_is_exactly_the_rows_text() -> None:
    text = " \n" + TEXT + "\r\n\u2028 \ufeff end "
    [document], _ = rows({"id": "a", "text": text})
    assert document.text == text


ROW = 'a row like {"id": "…", "text": "…"}'
WRONG = [
    ("{", f"rows.jsonl:2: it is not valid JSON (input data was truncated), expected {ROW}"),
    ("not json", f"rows.jsonl:2: it is not valid JSON (invalid character (byte 4)), expected {ROW}"),
    ("[1]", f"rows.jsonl:2: it is a list, expected {ROW}"),
    ("[" * 100_000, f"rows.jsonl:2: it is not valid JSON (nested too deeply), expected {ROW}"),
    ({"text": TEXT}, f"rows.jsonl:2: the field 'id' is missing, expected {ROW}"),
    ({"id": "b"}, f"rows.jsonl:2: the field 'text' is missing, expected {ROW}"),
    ({"id": "b", "text": 3}, "rows.jsonl:2: the field 'text' is a number, expected a string"),
    ({"id": "b", "text": None}, "rows.jsonl:2: the field 'text' is null, expected a string"),
    ({"id": True, "text": TEXT}, "rows.jsonl:2: the field 'id' is true or false, expected a string"),
    ({"id": " ", "text": TEXT}, "rows.jsonl:2: the field 'id' is empty, expected a unique id"),
    ({"id": "b", "text": " "}, "rows.jsonl:2: the field 'text' is empty, expected the text of an article"),
    ({"id": "b", "text": TEXT, "title": ["x"]}, "rows.jsonl:2: the field 'title' is a list, expected a string"),
    ({"id": "b", "text": "x", "published": 24}, "rows.jsonl:2: the field 'published' is a number, expected a string"),
    (
        {"id": "b", "text": "x", "agencies": "AP"},
        "rows.jsonl:2: the field 'agencies' is a string, expected a list of names",
    ),
    ({"id": "a", "text": "Other."}, "rows.jsonl:2: the id 'a' stands above with another text, expected each id once"),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_wrong_row_is_reported_and_the_rest_go_on(line: str | dict[str, object], message: str) -> None:
    documents, problems = rows({"id": "a", "text": TEXT}, line, {"id": "c", "text": TEXT})
    assert problems == [message]
    assert [document.id for document in documents] == ["a", "c"]


DOUBTFUL = [
    ("09/10/24", "the date '09/10/24' can be read as 2024-09-10 or as 2024-10-09 and is not used"),
    ("soon", "the field 'published' is 'soon', which is not a date and is not used"),
]


@pytest.mark.parametrize(("published", "wrong"), DOUBTFUL)
def test_a_doubtful_date_is_left_out_with_a_warning(published: str, wrong: str) -> None:
    [document], problems = rows({"id": "a", "text": TEXT, "published": published})
    assert document.published is None and document.published_basis is None
    assert problems == [f"warning: rows.jsonl:1: {wrong}, expected one like 2024-12-28"]


PRECISIONS = ["2024", "2024-09", "2024-09-26"]


@pytest.mark.parametrize("published", PRECISIONS)
def test_dates_keep_their_precision(published: str) -> None:
    [document], problems = rows({"id": "a", "text": TEXT, "published": published})
    assert (document.published, problems) == (published, [])


def test_a_repeated_row_is_read_once_and_said() -> None:
    documents, problems = rows({"id": "a", "text": TEXT}, {"id": "a", "text": TEXT, "crawled": 2})
    assert len(documents) == 1
    assert problems == ["warning: rows.jsonl:2: the row 'a' is repeated and is read once, expected each id once"]


def test_a_number_is_an_id() -> None:
    [document], _ = rows({"id": 12, "text": TEXT})
    assert document.id == "12"


def test_hash_is_of_the_fields_that_make_the_document() -> None:
    [one], _ = rows({"id": "a", "text": TEXT, "crawled": 1})
    [two], _ = rows({"crawled": 2, "text": TEXT, "id": "a"})
    [three], _ = rows({"id": "a", "text": TEXT, "outlet": "Bridgetown Gazette"})
    assert one.sha256 == two.sha256 != three.sha256


def test_blank_lines_and_a_mark_are_no_rows() -> None:
    documents, problems = rows("\ufeff" + json.dumps({"id": "a", "text": TEXT}) + "\n", "\n", "  \r\n")
    assert (len(documents), problems) == (1, [])


def test_bytes_that_are_no_utf8() -> None:
    [problem] = read_rows([b'{"id": "a", "text": "\xff"}'], "rows.jsonl", Ids())
    assert isinstance(problem, ReadProblem)
    assert str(problem.error) == "rows.jsonl:1: it is not UTF-8, expected JSON Lines in UTF-8"


def test_empty_file() -> None:
    assert rows("\n")[1] == [f"rows.jsonl: it is empty, expected {ROW}"]


def test_utf16_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes((json.dumps({"id": "a", "text": "“12”"}, ensure_ascii=False) + "\r\n").encode("utf-16"))
    [document] = read([path])
    assert document.text == "“12”"


def test_same_id_in_two_files(tmp_path: Path) -> None:
    for name, text in (("one", TEXT), ("two", "Thirteen were hurt."), ("zwo", "Thirteen were hurt.")):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    ids = [document.id for document in read([tmp_path])]
    assert ids[0] == "1"
    assert ids[1].startswith("1-") and len(ids[1]) == 10
    assert ids[2] == ids[1]


def test_rows_are_read_one_at_a_time() -> None:
    taken = []

    def endless() -> Iterator[bytes]:
        number = 0
        while True:
            number += 1
            taken.append(number)
            yield json.dumps({"id": str(number), "text": TEXT}).encode()

    readings = read_rows(endless(), "rows.jsonl", Ids())
    first = [next(readings) for _ in range(3)]
    assert [reading.id for reading in first if isinstance(reading, Document)] == ["1", "2", "3"]
    assert taken == [1, 2, 3]


def test_without_a_taker_the_first_problem_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"rows\.jsonl:1: it is not valid JSON"):
        list(read([path]))
