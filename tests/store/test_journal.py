"""The journal's lines: what is written, and what is made of a line that is not as it was written."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import msgspec
import pytest

from claimtrack.errors import StoreDamagedError, StoreError, StoreVersionError
from claimtrack.store import Criteria, Store
from claimtrack.store.entry import Head, write_line
from claimtrack.store.journal import Journal, Position
from tests.store.samples import document, pair

GOLDEN = Path(__file__).parent / "golden" / "journal-v1.jsonl"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of three documents."""
    path = tmp_path / "claims.jsonl"
    with Store.open(path) as store:
        for name in ("flood", "storm", "quake"):
            store.put(document(name), pair(document(name)))
    return path


def forget_index(path: Path) -> None:
    for derived in path.parent.glob("claims.index*"):
        derived.unlink()


def ids(path: Path) -> list[str]:
    with Store.open(path) as store:
        return sorted(row.id for row in store.documents())


def notices(path: Path) -> list[str]:
    with Store.open(path) as store:
        list(store.claims())
        return store.notices


def seal(schema: int, kind: str, payload: object, after: bytes) -> bytes:
    """A line as another version would write it after the line `after`."""
    previous = json.loads(after)
    body = {"schema": schema, "seq": previous["seq"] + 1, "time": "2030-01-01T00:00:00.000Z", "kind": kind}
    text = json.dumps({**body, "payload": payload, "prev": previous["sum"]}, separators=(",", ":"))[:-1].encode()
    return text + b',"sum":"' + hashlib.sha256(text).hexdigest().encode() + b'"}\n'


# --- what is written


def test_an_entry_is_one_chained_line_of_json(path: Path) -> None:
    lines = path.read_bytes().splitlines()
    entries = [json.loads(line) for line in lines]
    assert [list(entry) for entry in entries] == [["schema", "seq", "time", "kind", "payload", "prev", "sum"]] * 3
    assert [entry["seq"] for entry in entries] == [1, 2, 3]
    assert [entry["prev"] for entry in entries] == ["0" * 64, entries[0]["sum"], entries[1]["sum"]]
    assert entries[0]["time"].endswith("Z")
    for line, entry in zip(lines, entries, strict=True):
        assert hashlib.sha256(line.split(b',"sum":')[0]).hexdigest() == entry["sum"]
    assert entries[0]["payload"]["document"]["text"] == document().text
    assert [each["metric"] for each in entries[0]["payload"]["claims"]] == ["deaths", "injuries"]


def test_a_line_separator_in_a_text_does_not_break_the_line(tmp_path: Path) -> None:
    article = document(text="97\u2028\u2029\x85\n\r12\x00")
    with Store.open(tmp_path / "claims.jsonl") as store:
        store.put(article, pair(article))
        assert store.document("flood") == article


def test_a_text_that_is_no_unicode_is_refused_and_nothing_is_written(path: Path) -> None:
    before = path.read_bytes()
    for strange in (document(text="97 \ud800 12"), document(address="/news/\udcff.txt")):
        with Store.open(path) as store, pytest.raises(StoreError, match=r"document flood: .* expected valid Unicode"):
            store.put(strange, [])
    assert path.read_bytes() == before


def test_the_journal_of_version_1_stays_readable(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(GOLDEN.read_bytes())
    with Store.open(path) as store:
        rows = [(row.id, row.title, row.published, row.versions, row.claims) for row in store.documents()]
        assert rows == [("storm", None, "2024-09", 1, 2), ("flood", "Flood [in] Miran", "2024-12-28", 2, 1)]
        found = [(each.document, each.metric, each.value.low, each.value.high) for each in store.claims()]
        assert found == [("storm", "deaths", 97, None), ("storm", "injuries", 12, 12), ("flood", "deaths", 120, None)]
        assert {each.country for each in store.claims()} == {None}, "a field that came later"
        assert list(store.claims(Criteria(country="PS"))) == []
        assert [entry.change for entry in store.history(next(store.claims()).id)] == ["added"]
        assert store.notices == []
        store.put(document("quake"), pair(document("quake")))
    assert path.read_bytes().startswith(GOLDEN.read_bytes()), "what is there is only ever appended to"


# --- a torn last line


def test_a_line_cut_at_any_byte_is_told_apart_from_damage(path: Path) -> None:
    whole = path.read_bytes()
    start = whole.rstrip(b"\n").rindex(b"\n") + 1
    cut = path.with_name("cut.jsonl")
    for end in range(start + 1, len(whole) - 1):
        cut.write_bytes(whole[:end])
        *entries, last = Journal(cut).lines(Position())
        assert [line.problem for line in entries] == [None, None]
        assert (last.torn, last.offset, last.length) == (True, start, end - start)


def test_a_torn_line_is_left_out_then_set_aside_by_the_next_write(path: Path) -> None:
    whole = path.read_bytes()
    start = whole.rstrip(b"\n").rindex(b"\n") + 1
    for end in (start + 1, start + 9, start + 40, len(whole) - 100, len(whole) - 2):
        path.write_bytes(whole[:end])
        assert ids(path) == ["flood", "storm"]
        (notice,) = notices(path)
        assert "the last entry was cut short" in notice
        with Store.open(path) as store:
            store.put(document("fire"), pair(document("fire")))
            assert store.notices == [
                f"{path}: the last entry was cut short, as by a crash while it was written; "
                f"its {end - start:,} bytes were set aside in claims.jsonl.torn-3"
            ]
        assert path.with_name("claims.jsonl.torn-3").read_bytes() == whole[start:end]
        path.with_name("claims.jsonl.torn-3").unlink()
        assert ids(path) == ["fire", "flood", "storm"]
        assert notices(path) == []


def test_a_second_torn_line_does_not_overwrite_the_first(path: Path) -> None:
    whole = path.read_bytes()
    for cut in (10, 20):
        path.write_bytes(whole[:-cut])
        with Store.open(path) as store:
            store.put(document("fire"), pair(document("fire")))
    assert sorted(each.name for each in path.parent.glob("*.torn-*")) == [
        "claims.jsonl.torn-3",
        "claims.jsonl.torn-3-2",
    ]


def test_a_first_entry_cut_short_leaves_an_empty_store(path: Path) -> None:
    first = path.read_bytes().splitlines()[0]
    for end in (0, 1, 5, 200):
        path.write_bytes(first[:end])
        assert ids(path) == []
    path.write_bytes(bytes(100))
    assert ids(path) == [], "some file systems leave zeros where a write was cut"
    with Store.open(path) as store:
        store.put(document(), pair(document()))
    assert ids(path) == ["flood"]


def test_a_last_line_that_only_lost_its_end_is_whole(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    assert (ids(path), notices(path)) == (["flood", "quake", "storm"], [])
    with Store.open(path) as store:
        store.put(document("fire"), pair(document("fire")))
        assert store.notices == []
    assert ids(path) == ["fire", "flood", "quake", "storm"]
    forget_index(path)
    assert (ids(path), notices(path)) == (["fire", "flood", "quake", "storm"], [])


def test_line_ends_changed_by_another_program_are_no_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert (ids(path), notices(path)) == (["flood", "quake", "storm"], [])


# --- damage


@pytest.mark.parametrize("indexed", [True, False])
def test_a_flipped_byte_in_the_middle_stops_writing_and_not_reading(path: Path, indexed: bool) -> None:
    whole = path.read_bytes()
    first, second = (place + 1 for place in (whole.index(b"\n"), whole.rstrip(b"\n").rindex(b"\n")))
    for place in range(first, second - 1, 131):
        damaged = bytearray(whole)
        damaged[place] ^= 0x01
        path.write_bytes(damaged)
        if not indexed:
            forget_index(path)
        assert ids(path) == ["flood", "quake"]
        (notice,) = notices(path)
        assert notice.startswith(f"{path}:2: ")
        with (
            Store.open(path) as store,
            pytest.raises(StoreDamagedError, match=r"claims\.jsonl:2: .* nothing is written"),
        ):
            store.put(document("fire"), pair(document("fire")))
        assert path.read_bytes() == bytes(damaged)


def test_any_flipped_bit_is_found(path: Path) -> None:
    whole = path.read_bytes()
    second = whole.splitlines(keepends=True)[1]
    journal = Journal(path.with_name("flipped.jsonl"))
    for place in range(0, len(second) - 1, 7):
        damaged = bytearray(second)
        damaged[place] ^= 1 << place % 8
        journal.path.write_bytes(whole.replace(second, damaged))
        assert [line.problem for line in journal.lines(Position())] != [None, None, None]


def test_a_line_taken_out_is_reported_and_the_rest_is_read(path: Path) -> None:
    one, _, three = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(one + three)
    assert ids(path) == ["flood", "quake"]
    assert notices(path) == [
        f"{path}:2: entry 3 does not follow entry 1: lines between them are missing or changed",
    ]
    with Store.open(path) as store, pytest.raises(StoreDamagedError):
        store.put(document("fire"), pair(document("fire")))


def test_a_line_twice_counts_once_and_is_reported(path: Path) -> None:
    one, two, three = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(one + two + two + three)
    with Store.open(path) as store:
        assert store.count() == 6
        assert f"{path}:3: entry 2 stands after entry 2, expected entry 3" in store.notices


def test_swapped_lines_lose_no_document(path: Path) -> None:
    one, two, three = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(one + three + two)
    assert ids(path) == ["flood", "quake", "storm"]
    assert len(notices(path)) == 2


def test_damage_of_a_document_still_in_the_index_is_noticed_when_its_text_is_read(path: Path) -> None:
    with Store.open(path) as store:
        rows = list(store.documents())
        whole, stamp = path.read_bytes(), path.stat()
        path.write_bytes(whole.replace(b"Officials in storm", b"Officials in Storm"))
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # as a failing disk would: no new time
        assert list(store.documents()) == rows
        with pytest.raises(StoreDamagedError, match="does not match its checksum"):
            store.document("storm")


# --- other versions


def test_an_unknown_kind_is_left_out_with_a_notice_and_writing_goes_on(path: Path) -> None:
    line = seal(1, "retract", {"claim": "abc"}, path.read_bytes().splitlines()[-1])
    path.write_bytes(path.read_bytes() + line)
    assert ids(path) == ["flood", "quake", "storm"]
    (notice,) = notices(path)
    assert notice == (
        f"{path}:4: the entry is of a kind that this claimtrack does not know ('retract') "
        "and has no effect here: a newer claimtrack wrote it"
    )
    with Store.open(path) as store:
        store.put(document("fire"), pair(document("fire")))
    assert ids(path) == ["fire", "flood", "quake", "storm"]


@pytest.mark.parametrize("indexed", [True, False])
def test_a_newer_schema_is_refused(path: Path, indexed: bool) -> None:
    line = seal(2, "document", {}, path.read_bytes().splitlines()[-1])
    path.write_bytes(path.read_bytes() + line)
    if not indexed:
        forget_index(path)
    with Store.open(path) as store:
        with pytest.raises(
            StoreVersionError, match=r":4: written by a newer claimtrack \(schema 2.*upgrade claimtrack"
        ):
            store.claims()
        with pytest.raises(StoreVersionError):
            store.put(document("fire"), pair(document("fire")))
    assert path.read_bytes().endswith(line)


def test_unknown_keys_of_a_later_version_are_passed_over(path: Path) -> None:
    last = path.read_bytes().splitlines()[-1]
    fire = document("fire")
    said = {"id": "fire", "text": fire.text, "sha256": fire.sha256, "address": "/fire", "mood": "calm"}
    path.write_bytes(path.read_bytes() + seal(1, "document", {"document": said, "claims": [], "by": "ana"}, last))
    assert (ids(path), notices(path)) == (["fire", "flood", "quake", "storm"], [])


def test_a_payload_that_is_no_document_is_damage(path: Path) -> None:
    last = path.read_bytes().splitlines()[-1]
    path.write_bytes(path.read_bytes() + seal(1, "document", {"document": 5}, last) + b"\n")
    (notice,) = notices(path)
    assert notice.startswith(f"{path}:4: the entry's document cannot be read")
    with Store.open(path) as store, pytest.raises(StoreDamagedError):
        store.put(document("fire"), pair(document("fire")))


# --- a disk that fails


def test_a_write_that_fails_half_way_leaves_the_journal_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    written: list[int] = []

    def full(handle: int, data: bytes) -> int:
        if written:
            raise OSError(28, "No space left on device")
        written.append(really(handle, bytes(data)[:100]))
        return written[0]

    really = os.write
    with Store.open(path) as store:
        monkeypatch.setattr("claimtrack.store.append.os.write", full)
        with pytest.raises(StoreError, match=r"could not be written \(No space left on device\): nothing was added"):
            store.put(document("fire"), pair(document("fire")))
        assert path.read_bytes() == before
        monkeypatch.undo()
        store.put(document("fire"), pair(document("fire")))
    assert ids(path) == ["fire", "flood", "quake", "storm"]


def test_a_document_counts_only_once_it_is_on_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(handle: int) -> None:
        raise OSError(5, "Input/output error")

    with Store.open(path) as store:
        with monkeypatch.context() as patch:
            patch.setattr("claimtrack.store.append.os.fsync", failing)
            with pytest.raises(StoreError, match="Input/output error"):
                store.put(document("fire"), pair(document("fire")))
        assert sorted(row.id for row in store.documents()) == ["flood", "quake", "storm"]


def test_short_writes_are_carried_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.write
    monkeypatch.setattr("claimtrack.store.append.os.write", lambda handle, data: really(handle, bytes(data)[:7]))
    with Store.open(path) as store:
        store.put(document("fire"), pair(document("fire")))
    assert ids(path) == ["fire", "flood", "quake", "storm"]


def test_write_line_gives_the_checksum_it_writes() -> None:
    head = Head(schema=1, seq=1, time="t", kind="x", payload=msgspec.Raw(b"{}"), prev="0" * 64)
    line, checksum = write_line(head)
    assert json.loads(line)["sum"] == checksum
