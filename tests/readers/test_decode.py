from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import ClaimtrackError
from claimtrack.readers import ReadProblem, read
from claimtrack.readers.decode import binary_kind, decode

TEXT = "“At least 12 people” were killed – the minister’s figure.\r\nNobody else said so…\n"

# (how the bytes are made, what the guess is called)
ENCODINGS = [
    ("utf-8", None),
    ("utf-8-sig", None),
    ("utf-16", None),
    ("utf-32", None),
    ("utf-16-le", "UTF-16 without its byte order mark"),
    ("utf-16-be", "UTF-16 without its byte order mark"),
    ("cp1252", "Windows-1252"),
    ("mac_roman", "Mac Roman"),
]


@pytest.mark.parametrize(("encoding", "guess"), ENCODINGS)
def test_text_is_exactly_what_was_written(encoding: str, guess: str | None) -> None:
    data = TEXT.encode(encoding)
    assert binary_kind(data) is None
    assert decode(data) == (TEXT, guess)


def test_mark_of_big_endian_utf16() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, None)


def test_damaged_utf8_loses_only_the_damage() -> None:
    data = TEXT.encode() + b"\xe2\x80 The end.\n"
    text, guess = decode(data)
    assert text == TEXT + "� The end.\n"
    assert guess == "damaged UTF-8; 1 places that cannot be read are marked �"


def test_half_a_character_at_the_end_of_utf16() -> None:
    text, guess = decode(TEXT.encode("utf-16") + b"x")
    assert text == TEXT + "�"
    assert guess is not None and guess.startswith("damaged UTF-16")


def test_guess_is_a_warning_beside_the_document(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    problems: list[ReadProblem] = []
    [document] = read([path], on_problem=problems.append)
    assert document.text == TEXT
    assert [(str(problem.error), problem.fatal) for problem in problems] == [
        (f"{path}: it is not UTF-8 and is read as Windows-1252, expected UTF-8, or UTF-16 with its mark", False)
    ]


BINARY = [
    (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    (b"PK\x03\x04\x14\x00", "a ZIP archive or an Office document"),
    (b"{\\rtf1 hello}", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\x7fELF\x02\x01\x01\x00\x00", "a binary file"),
    (b"A text with a \x00 zero", "a binary file"),
    (bytes(range(1, 32)) * 3, "a binary file"),
]


@pytest.mark.parametrize(("data", "kind"), BINARY)
def test_binary_files_are_refused_by_name(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "renamed.txt"
    path.write_bytes(data)
    problems: list[ReadProblem] = []
    assert list(read([path], on_problem=problems.append)) == []
    assert [(str(problem.error), problem.fatal) for problem in problems] == [
        (f"{path}: it is {kind}, expected plain text (.txt, .md) or JSON Lines (.jsonl)", True)
    ]


@pytest.mark.parametrize("name", ["any.txt", "any.md", "any.jsonl"])
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_documents_or_claimtrack_errors(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    problems: list[ReadProblem] = []
    documents = list(read([path], on_problem=problems.append))
    assert documents or problems
    assert all(isinstance(problem.error, ClaimtrackError) and "\n" not in str(problem.error) for problem in problems)


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_utf8_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "exact.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    problems: list[ReadProblem] = []
    documents = list(read([path], on_problem=problems.append))
    assert all(document.text == text for document in documents)
