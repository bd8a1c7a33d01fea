"""Several processes at one store."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from claimtrack.errors import StoreLockedError
from claimtrack.store import Criteria, Store
from claimtrack.store.append import locked
from claimtrack.store.entry import GENESIS
from claimtrack.store.journal import Journal, Position
from tests.store.samples import document, pair

PUT = 30
_context = multiprocessing.get_context("spawn")


def write(path: Path, who: str) -> None:
    """Put documents of one's own, and one that everybody puts."""
    with Store.open(path, wait=60) as store:
        for number in range(PUT):
            article = store.identify(document(f"{who}-{number}", address=f"/{who}/{number}"))
            store.put(article, pair(article))
            shared = store.identify(document(f"shared-{number}"))
            store.put(shared, pair(shared))
            same_name = store.identify(
                document("same", f"97 and 12 of {who} {number}", address=f"/{who}/same/{number}")
            )
            store.put(same_name, pair(same_name))


def read(path: Path, done: Event, answers: multiprocessing.Queue[str]) -> None:
    """List until told to stop; every answer must be of whole documents, none lost, and none twice."""
    seen: set[str] = set()
    try:
        while True:
            last = done.is_set()
            with Store.open(path) as store:
                if not store.exists():
                    continue
                found = Counter(claim.document for claim in store.claims(Criteria(sort="document")))
                assert set(found.values()) <= {2}, "a document with half of its claims"
                assert seen <= set(found), "a document was there before, and is no longer"
                assert store.notices == []
                seen = set(found)
            if last:
                break
        answers.put("fine")
    except BaseException as error:
        answers.put(repr(error))
        raise


def test_writers_and_readers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "data" / "claims.jsonl"
    done, answers = _context.Event(), _context.Queue()
    readers = [_context.Process(target=read, args=(path, done, answers)) for _ in range(2)]
    writers = [_context.Process(target=write, args=(path, who)) for who in ("ana", "ben", "eve")]
    for each in readers + writers:
        each.start()
    for each in writers:
        each.join()
    done.set()
    assert [answers.get(timeout=60) for _ in readers] == ["fine", "fine"]
    for each in readers:
        each.join()
    assert [each.exitcode for each in readers + writers] == [0] * 5
    lines = list(Journal(path).lines(Position()))
    assert [line.problem for line in lines] == [None] * len(lines)
    with Store.open(path) as store:
        rows = list(store.documents())
        assert (len(rows), len(lines)) == (PUT * 7, PUT * 7), "none lost, none twice"
        assert store.count() == PUT * 14
        by_address = {row.address: row.id for row in rows}
        assert len(by_address) == PUT * 7


def hold(path: Path, holding: Event, release: Event) -> None:
    """Hold the lock, with half an entry written, until told to let go."""
    with locked(path, 1):
        with path.open("ab", buffering=0) as journal:
            journal.write(b'{"schema":1,"seq":2,"ti')
        holding.set()
        release.wait(60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    with Store.open(path) as store:
        store.put(document(), pair(document()))
    return path


def test_a_second_writer_waits_then_says_who_holds_the_store_and_readers_go_on(path: Path) -> None:
    holding, release = _context.Event(), _context.Event()
    holder = _context.Process(target=hold, args=(path, holding, release))
    holder.start()
    try:
        assert holding.wait(60)
        with Store.open(path, wait=0.05) as store:
            assert list(store.claims()) == pair(document())
            assert store.notices == [], "an entry that is just being written is not torn"
            with pytest.raises(StoreLockedError, match=rf"process {holder.pid} on .* is writing .* after 0\.05 s"):
                store.put(document("storm"), pair(document("storm")))
    finally:
        release.set()
        holder.join()


@pytest.mark.skipif(os.name == "nt", reason="no signals there")
def test_a_writer_killed_half_way_blocks_nobody(path: Path) -> None:
    holding, release = _context.Event(), _context.Event()
    holder = _context.Process(target=hold, args=(path, holding, release))
    holder.start()
    assert holding.wait(60)
    assert holder.pid is not None
    os.kill(holder.pid, signal.SIGKILL)
    holder.join()
    with Store.open(path, wait=5) as store:
        assert list(store.claims()) == pair(document())
        (notice,) = store.notices
        assert "cut short" in notice
        store.put(document("storm"), pair(document("storm")))
        assert store.count() == 4


def test_the_first_entry_follows_nothing(path: Path) -> None:
    (line,) = Journal(path).lines(Position())
    assert line.entry is not None
    assert line.entry.prev == GENESIS
