"""The index: disposable, made anew whenever it is not the journal's, and never in the way of reading."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from claimtrack.errors import StoreDamagedError, StoreError
from claimtrack.model import Claim
from claimtrack.store import Store
from claimtrack.store.journal import Journal, Line, Position
from tests.store.samples import document, pair


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    with Store.open(path) as store:
        for name in ("flood", "storm"):
            store.put(document(name), pair(document(name)))
    return path


def index_of(path: Path) -> Path:
    return path.with_name("claims.index.sqlite")


def answers(path: Path) -> list[Claim]:
    with Store.open(path) as store:
        return list(store.claims())


EXPECTED = [*pair(document("flood")), *pair(document("storm"))]


def break_pages(index: Path) -> None:
    whole = index.read_bytes()
    index.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda index: index.unlink(),
        lambda index: index.write_bytes(b""),
        lambda index: index.write_bytes(b"not a database at all" * 300),
        lambda index: os.truncate(index, index.stat().st_size // 2),
        lambda index: os.truncate(index, 50),
        break_pages,
    ],
    ids=["deleted", "emptied", "foreign", "halved", "headless", "broken"],
)
def test_a_spoiled_index_is_made_anew(path: Path, spoil: Callable[[Path], object]) -> None:
    spoil(index_of(path))
    assert answers(path) == EXPECTED
    with Store.open(path) as store:
        store.put(document("quake"), pair(document("quake")))
    spoil(index_of(path))
    with Store.open(path) as store:
        store.put(document("fire"), pair(document("fire")))
        assert store.count() == 8


def test_an_index_that_breaks_under_a_reader_is_thrown_away(path: Path) -> None:
    with closing(sqlite3.connect(index_of(path))) as index:
        (root,) = index.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claims'").fetchone()
        (size,) = index.execute("PRAGMA page_size").fetchone()
    with open(index_of(path), "r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(StoreError, match="made anew when you run the command again"):
        answers(path)
    assert answers(path) == EXPECTED


def test_an_index_of_another_version_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("claimtrack.store.index.shape", lambda: "0:other fields")
        assert answers(path) == EXPECTED
    with closing(sqlite3.connect(index_of(path))) as index:
        index.execute("DELETE FROM claims")
        index.commit()
    assert answers(path) == EXPECTED


def test_an_index_of_another_journal_is_made_anew(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "claims.jsonl"
    with Store.open(other) as store:
        for name in ("quake", "fire", "flood"):
            store.put(document(name), pair(document(name)))
    shutil.copy(index_of(other), index_of(path))
    assert answers(path) == EXPECTED
    shutil.copy(index_of(path), index_of(other))
    assert len(answers(other)) == 6


def test_a_journal_cut_back_to_an_earlier_entry_takes_the_index_with_it(path: Path) -> None:
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert answers(path) == EXPECTED[:2]


def test_a_journal_changed_in_place_is_read_again(path: Path) -> None:
    stamp = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"Miran"', b'"Maran"', 1))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))
    with Store.open(path) as store:
        assert list(store.claims()) == EXPECTED[2:]
        assert store.notices == [f"{path}:1: the entry does not match its checksum"]
    with Store.open(path) as store, pytest.raises(StoreDamagedError):
        store.put(document("quake"), pair(document("quake")))


def test_only_what_was_added_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with path.open("ab") as journal:
        with Store.open(path.with_name("more.jsonl")) as more:
            shutil.copy(path, more.path)
            more.put(document("quake"), pair(document("quake")))
        journal.write(more.path.read_bytes()[path.stat().st_size :])
    read: list[int] = []
    really = Journal.lines

    def noted(self: Journal, start: Position) -> Iterator[Line]:
        read.append(start.line)
        return really(self, start)

    monkeypatch.setattr(Journal, "lines", noted)
    assert len(answers(path)) == 6
    assert read == [2], "one scan, begun after the two entries that were there"


def test_an_up_to_date_index_is_answered_from_without_opening_the_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(self: object) -> None:
        raise AssertionError("the journal was opened")

    monkeypatch.setattr("claimtrack.store.journal.Journal.open", opened)
    assert answers(path) == EXPECTED


def test_a_writer_reads_the_journal_in_time_that_grows_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.store.latest._RECENT", 10)
    read: list[int] = []
    really = Journal.lines

    def counted(self: Journal, start: Position) -> Iterator[Line]:
        for line in really(self, start):
            read.append(line.number)
            yield line

    monkeypatch.setattr(Journal, "lines", counted)
    with Store.open(tmp_path / "claims.jsonl") as store:
        for number in range(100):
            article = document(f"d{number}")
            store.put(store.identify(article), pair(article))
            assert store.status(article) == "unchanged"
    assert len(read) <= 300, "each line is read a fixed number of times, however many come after it"


def test_where_no_index_can_be_made_reading_goes_on(path: Path) -> None:
    for derived in path.parent.glob("claims.index*"):
        derived.unlink()
    index_of(path).mkdir()
    assert answers(path) == EXPECTED
    with Store.open(path) as store:
        store.put(document("quake"), pair(document("quake")))
        assert store.count() == 6
        store.put(document("fire"), pair(document("fire")))
        assert store.count() == 8
    assert list(index_of(path).iterdir()) == []


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user to whom the rights of files and folders apply, which they do not to the superuser."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach; the ones of pytest are private."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="folders are protected otherwise there")
@pytest.mark.parametrize("keep", [True, False], ids=["with its index", "without"])
def test_a_read_only_folder_can_be_read(path: Path, open_folder: Path, keep: bool) -> None:
    with path.open("ab") as journal:
        journal.write(b'{"schema":1,"se')
    for each in (path, index_of(path)) if keep else (path,):
        shutil.copy(each, open_folder)
    open_folder.chmod(0o555)
    before = sorted(open_folder.iterdir())
    with without_rights(), Store.open(open_folder / path.name) as store:
        assert list(store.claims()) == EXPECTED
        assert next(iter(store.documents())).id == "flood"
        assert [notice.split(",")[0].split(": ")[1] for notice in store.notices] == ["the last entry was cut short"]
        with pytest.raises(StoreError, match="the store cannot be written"):
            store.put(document("quake"), pair(document("quake")))
    assert sorted(open_folder.iterdir()) == before


def test_listing_does_not_load_what_only_writing_needs(path: Path) -> None:
    code = (
        "import sys; from claimtrack.store import Store\n"
        "assert 'sqlite3' not in sys.modules\n"
        "with Store.open(sys.argv[1]) as store: assert len(list(store.claims())) == 4\n"
        "print(*{'filelock', 'tempfile', 'importlib.metadata', 'dateutil'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
