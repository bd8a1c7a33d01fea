from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from claimtrack.errors import InputError
from claimtrack.model import Document
from claimtrack.readers import ReadProblem, ReadWarning, read
from claimtrack.readers.ids import sha256

TEXT = "Twelve people were killed when a bridge fell.\n"
SEEDS = Path(__file__).parents[2] / "seeds"
INPUTS = "expected a .txt, .md or .jsonl file, a folder of them, or - for standard input"


def everything(*paths: str | Path, stdin: bytes = b"") -> tuple[list[Document], list[str]]:
    problems: list[ReadProblem] = []
    documents = list(read(paths, on_problem=problems.append, stdin=io.BytesIO(stdin)))
    return documents, [str(problem.error) for problem in problems]


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_seeds() -> None:
    documents, problems = everything(SEEDS)
    assert problems == []
    first, second = documents
    assert (first.id, first.published, first.published_basis) == ("000_074bd0d527d90a66", None, None)
    assert (first.outlet, first.byline, first.agencies) == ("Palestine Chronicle", None, ("Anadolu",))
    assert (second.id, second.published) == ("002_7442326ed6cee76f", "2024-09-26")
    assert (second.outlet, second.byline) == ("Palestine Chronicle", "Palestine Chronicle Staff")
    assert second.agencies == ("Anadolu", "IRNA")
    assert second.text == (SEEDS / "002_7442326ed6cee76f.txt").read_bytes().decode()


def test_a_file(tmp_path: Path) -> None:
    path = write(tmp_path / "bridge.TXT")
    [document], problems = everything(path)
    assert problems == []
    assert (document.id, document.text, document.title) == ("bridge", TEXT, None)
    assert document.address == path.absolute().as_posix()
    assert document.sha256 == sha256(TEXT.encode())


def test_folders_are_read_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.txt", ".hidden.txt", ".git/x.txt", "c.pdf", "README", "d.jsonl"):
        write(tmp_path / name, '{"id": "row", "text": "One died."}' if name == "d.jsonl" else name)
    documents, problems = everything(tmp_path)
    assert [document.id for document in documents] == ["y", "z", "b", "row"]
    assert problems == []


def test_a_named_file_of_another_kind_is_a_problem(tmp_path: Path) -> None:
    pdf, bare = write(tmp_path / "c.pdf"), write(tmp_path / "README")
    assert everything(pdf, bare)[1] == [
        f"{pdf}: files of the kind .pdf cannot be read, {INPUTS}",
        f"{bare}: files without an ending cannot be read, {INPUTS}",
    ]


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    good, empty, missing = write(tmp_path / "good.txt"), write(tmp_path / "empty.txt", " \n"), tmp_path / "missing.txt"
    bare = write(tmp_path / "bare.md", "---\ntitle: A bridge\n---\n\n")
    documents, problems = everything(missing, empty, bare, good)
    assert [document.id for document in documents] == ["good"]
    assert problems == [
        f"{missing}: no such file or folder, {INPUTS}",
        f"{empty}: it is empty, expected the text of an article",
        f"{bare}: nothing follows its front matter, expected the text of an article",
    ]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "c.pdf")
    assert everything(tmp_path)[1] == [
        f"{tmp_path}: the folder holds nothing to read, expected .txt, .md or .jsonl files in it"
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "secret.txt")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert everything(path)[1] == [f"{path}: it may not be read by this user, {INPUTS}"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_run_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "good.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a" / "self.txt")
    documents, problems = everything(tmp_path)
    assert [document.id for document in documents] == ["good"]
    assert len(problems) == 1 and "self.txt: it cannot be read (" in problems[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "good.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    documents, problems = everything(tmp_path)
    assert ([document.id for document in documents], problems) == (["good"], [])


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text(TEXT)
    [document], _ = everything(tmp_path)
    assert document.id == "caf�"
    assert document.address.encode()


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "bridge.txt")
    assert len(everything(path, tmp_path, path)[0]) == 1


def test_documents_that_share_a_stem_have_different_ids(tmp_path: Path) -> None:
    write(tmp_path / "a" / "bridge.txt", "One died.")
    write(tmp_path / "b" / "bridge.txt", "Two died.")
    write(tmp_path / "c" / "bridge.md", "One died.")
    documents, _ = everything(tmp_path)
    other = sha256(b"Two died.")[:8]
    assert [document.id for document in documents] == ["bridge", f"bridge-{other}", "bridge"]


def test_html_is_read_with_a_warning(tmp_path: Path) -> None:
    path = write(tmp_path / "page.txt", "<!DOCTYPE html>\n<p>One died.</p>")
    documents, problems = everything(path)
    assert len(documents) == 1
    assert problems == [f"{path}: it is HTML or XML, whose tags are read as text, expected plain text"]


def test_line_of_a_doubtful_date(tmp_path: Path) -> None:
    path = write(tmp_path / "bridge.txt", "Bridge falls\nPublished: 09/10/24\n\n" + TEXT)
    [document], problems = everything(path)
    assert document.published is None
    reading = "the date '09/10/24' can be read as 2024-09-10 or as 2024-10-09 and is not used"
    assert problems == [f"{path}:2: {reading}, expected one like 2024-12-28"]


def test_standard_input_with_an_article() -> None:
    [document], problems = everything("-", stdin=b"\n" + TEXT.encode())
    short = sha256(b"\n" + TEXT.encode())[:8]
    assert problems == []
    assert (document.id, document.address, document.text) == (f"stdin-{short}", f"stdin:{short}", "\n" + TEXT)


ROWS = b'{"id": "a", "text": "One died."}\n{"id": "b", "text": "Two died."}\n'


@pytest.mark.parametrize("data", [ROWS, b"\n \n" + ROWS, b"\xef\xbb\xbf" + ROWS, ROWS.decode().encode("utf-16")])
def test_standard_input_with_rows(data: bytes) -> None:
    documents, problems = everything("-", stdin=data)
    assert ([document.id for document in documents], problems) == (["a", "b"], [])


def test_standard_input_in_utf16() -> None:
    [document], problems = everything("-", stdin=TEXT.encode("utf-16"))
    assert (document.text, problems) == (TEXT, [])


def test_an_article_may_begin_with_a_brace() -> None:
    [document], _ = everything("-", stdin=b"{sic} One died.\n")
    assert document.text == "{sic} One died.\n"


def test_a_wrong_row_of_standard_input() -> None:
    assert everything("-", stdin=b'{"id": "a"}\n')[1] == [
        'standard input:1: the field \'text\' is missing, expected a row like {"id": "…", "text": "…"}'
    ]


def test_empty_standard_input() -> None:
    assert everything("-")[1] == ["standard input: it is empty, expected the text of an article"]


def test_one_path_need_not_be_in_a_list(tmp_path: Path) -> None:
    path = write(tmp_path / "bridge.txt")
    assert [document.id for document in read(path)] == ["bridge"]


def test_without_a_taker_problems_are_raised_and_warnings_warn(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        list(read([tmp_path / "missing.txt"]))
    path = tmp_path / "old.txt"
    path.write_bytes("the minister’s figure".encode("cp1252"))
    with pytest.warns(ReadWarning, match="read as Windows-1252"):
        assert len(list(read([path]))) == 1
