"""Documents put, put again, changed and dated, as a user of the store sees them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.errors import AmbiguousIdError, DateError, NotFoundError, StoreError
from claimtrack.model import Claim, DateBasis, Document, Segment, Span, claim_id
from claimtrack.store import Criteria, PutResult, Store
from tests.store.samples import claim, document, pair


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "claims.jsonl"


def put(store: Store, *documents: Document) -> None:
    for each in documents:
        store.put(each, pair(each))


def test_a_put_document_comes_back_whole(path: Path) -> None:
    flood = document(title="Flood [in] Miran", agencies=("Reuters", "AP"), published="2024-05")
    with Store.open(path) as store:
        assert store.put(flood, pair(flood)) is PutResult.NEW
        assert store.document("flood") == flood
        assert list(store.claims()) == pair(flood)


def test_another_store_on_the_same_path_sees_what_was_put(path: Path) -> None:
    flood = document()
    with Store.open(path) as writer, Store.open(path) as reader:
        put(writer, flood)
        assert list(reader.claims()) == pair(flood)
        put(writer, document("storm"))
        assert reader.count() == 4


def test_putting_again_adds_nothing(path: Path) -> None:
    flood = document()
    with Store.open(path) as store:
        put(store, flood)
        before = path.read_bytes()
        assert store.status(flood) is PutResult.UNCHANGED
        assert store.put(flood, pair(flood)) is PutResult.UNCHANGED
    with Store.open(path) as store:
        assert store.put(flood, pair(flood)) is PutResult.UNCHANGED
    assert path.read_bytes() == before


def test_a_newer_extractor_alone_changes_no_stored_figure(path: Path) -> None:
    flood = document()
    with Store.open(path) as store:
        put(store, flood)
        assert store.put(flood, pair(flood)[:1]) is PutResult.UNCHANGED
        assert list(store.claims()) == pair(flood)


def test_a_changed_text_supersedes_the_claims(path: Path) -> None:
    flood, later = document(), document(text="Officials said at least 120 people were killed.")
    with Store.open(path) as store:
        put(store, flood)
        assert store.status(later) is PutResult.CHANGED
        revised = claim(later, "120", low=120)
        assert store.put(later, [revised]) is PutResult.CHANGED
        assert list(store.claims()) == [revised]
        assert store.document("flood") == later
        (row,) = store.documents()
        assert (row.versions, row.claims) == (2, 1)
        with pytest.raises(NotFoundError, match="no longer stands"):
            store.claim(pair(flood)[0].id)


def test_status_writes_nothing_where_there_is_no_store(path: Path) -> None:
    with Store.open(path) as store:
        assert store.status(document()) is PutResult.NEW
        assert store.identify(document()) == document()
    assert not path.parent.exists()


def test_reading_before_any_ingest_says_what_to_do(path: Path) -> None:
    with Store.open(path) as store:
        with pytest.raises(StoreError, match=f"^no store at {path}: run `claimtrack ingest` first$"):
            store.claims()
        with pytest.raises(StoreError, match="no store at"):
            store.documents()
        with pytest.raises(StoreError, match="no store at"):
            store.claim("abc")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"is a folder, expected the journal's file"):
        Store.open(tmp_path)


def test_another_file_is_not_taken_for_a_store(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"id": "a", "text": "One article of mine"}\n')
    with Store.open(path) as store:
        with pytest.raises(StoreError, match=r"claims.jsonl:1: not an entry of a claimtrack journal"):
            store.claims()
        with pytest.raises(StoreError, match="not an entry"):
            put(store, document())
    assert path.read_text() == '{"id": "a", "text": "One article of mine"}\n'


# --- ids


def test_same_stem_at_another_address_gets_its_hash(path: Path) -> None:
    one, other = document(), document(text="At least 97 and 12 elsewhere.", address="/other/flood.txt")
    with Store.open(path) as store:
        put(store, one)
        named = store.identify(other)
        assert named.id == f"flood-{other.sha256[:8]}"
        put(store, named)
        assert store.identify(other).id == named.id
        assert [row.id for row in store.documents()] == ["flood", named.id]


def test_the_address_keeps_its_id_when_the_text_changes(path: Path) -> None:
    one, other = document(), document(text="At least 97 and 12 elsewhere.", address="/other/flood.txt")
    with Store.open(path) as store:
        put(store, one, store.identify(other))
        changed = document(text="Now 97 or 12.", address="/other/flood.txt")
        assert store.identify(changed).id == f"flood-{other.sha256[:8]}"
        assert store.status(changed) is PutResult.CHANGED


def test_a_moved_file_is_no_new_document(path: Path) -> None:
    with Store.open(path) as store:
        put(store, document())
        assert store.status(document(address="/moved/flood.txt")) is PutResult.UNCHANGED


def test_put_of_a_document_not_identified_takes_its_claims_along(path: Path) -> None:
    one, other = document(), document(text="At least 97 and 12 elsewhere.", address="/other/flood.txt")
    whole, part = pair(other)
    with Store.open(path) as store:
        put(store, one)
        store.put(other, [whole, msgspec.structs.replace(part, part_of=whole.id)])
        stored = list(store.claims(Criteria(document=f"flood-{other.sha256[:8]}")))
    assert [each.id for each in stored] == [
        claim_id(stored[0].document, Segment.BODY, each.span, each.metric, each.value.low, each.value.high)
        for each in pair(other)
    ]
    assert stored[1].part_of == stored[0].id


def test_claims_of_another_document_are_refused(path: Path) -> None:
    with Store.open(path) as store, pytest.raises(StoreError, match="is of document 'storm', expected 'flood'"):
        store.put(document(), pair(document("storm")))


def test_two_claims_of_one_id_are_refused(path: Path) -> None:
    with Store.open(path) as store, pytest.raises(StoreError, match="two of its claims have the same id"):
        store.put(document(), pair(document()) * 2)


# --- what a person said


def dated(of: Document, day: str) -> list[Claim]:
    return pair(msgspec.structs.replace(of, published=day))


def test_redate_dates_the_document_and_its_claims(path: Path) -> None:
    flood = document()
    with Store.open(path) as store:
        put(store, flood)
        assert store.redate("flood", "2024-12-28", dated(flood, "2024-12-28")) is PutResult.CHANGED
        assert store.redate("flood", "2024-12-28", dated(flood, "2024-12-28")) is PutResult.UNCHANGED
        found = store.document("flood")
        assert (found.published, found.published_basis) == ("2024-12-28", DateBasis.GIVEN)
        assert {each.published for each in store.claims()} == {"2024-12-28"}
        (row,) = store.documents()
        assert (row.published, row.versions) == ("2024-12-28", 1)


@pytest.mark.parametrize("again", [{}, {"published": "2024-12-27", "published_basis": DateBasis.EXPLICIT}])
def test_reading_again_does_not_undo_the_date_given(path: Path, again: dict[str, Any]) -> None:
    flood = document()
    with Store.open(path) as store:
        put(store, document(**again))
        store.redate("flood", "2024-12-28", dated(flood, "2024-12-28"))
    with Store.open(path) as store:
        assert store.put(document(**again), pair(document(**again))) is PutResult.UNCHANGED
        assert store.identify(document(**again)).published == "2024-12-28"
        assert store.document("flood").published == "2024-12-28"


def test_the_date_given_holds_only_for_the_text_it_was_given_for(path: Path) -> None:
    flood, other_text = document(), document(text="Another article, of 97 and 12.")
    with Store.open(path) as store:
        put(store, flood)
        store.redate("flood", "2024-12-28", dated(flood, "2024-12-28"))
        put(store, other_text)
        assert store.document("flood").published is None


def test_a_date_given_on_ingest_is_a_change_once(path: Path) -> None:
    given_ = document(published="2024-12-28", published_basis=DateBasis.GIVEN)
    with Store.open(path) as store:
        put(store, document())
        assert store.put(given_, pair(given_)) is PutResult.CHANGED
        assert store.put(given_, pair(given_)) is PutResult.UNCHANGED
        assert store.status(document()) is PutResult.UNCHANGED


def test_an_outlet_given_is_a_change_and_is_kept(path: Path) -> None:
    outlet = document(outlet="The Miran Post")
    with Store.open(path) as store:
        put(store, document())
        assert store.put(outlet, pair(outlet)) is PutResult.CHANGED
        assert store.status(document()) is PutResult.UNCHANGED
        assert [each.outlet for each in store.claims()] == ["The Miran Post"] * 2


def test_the_date_that_a_document_states_itself_is_no_correction(path: Path) -> None:
    flood = document(published="2024-12-28", published_basis=DateBasis.EXPLICIT)
    with Store.open(path) as store:
        put(store, flood)
        before = path.read_bytes()
        assert store.redate("flood", "2024-12-28", pair(flood)) is PutResult.UNCHANGED
        assert path.read_bytes() == before
        assert store.document("flood").published_basis is DateBasis.EXPLICIT


@pytest.mark.parametrize("text", ["# claimtrack\n\nTracks numbers.\n", "\n\n# claimtrack\n", "{}\n", '{"id": "a"}'])
def test_nothing_is_made_beside_a_file_that_is_no_journal(tmp_path: Path, text: str) -> None:
    foreign = tmp_path / "README.md"
    foreign.write_text(text, encoding="utf-8")
    flood = document()
    with Store.open(foreign) as store:
        for call in (store.count, lambda: store.put(flood, pair(flood)), lambda: store.identify(flood)):
            with pytest.raises(StoreError, match=r"README\.md:1: not an entry of a claimtrack journal"):
                call()
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
    assert foreign.read_text(encoding="utf-8") == text


def test_a_short_id_is_the_least_that_finds_its_claim(path: Path) -> None:
    flood = document(text=" ".join(f"{number}" for number in range(1000, 1600)))
    claims = [claim(flood, str(number), low=number) for number in range(1000, 1600)]
    with Store.open(path) as store:
        store.put(flood, claims)
        short = [store.short_id(each.id) for each in claims[:40]]
        assert [store.claim(one) for one in short] == claims[:40]
        longer = {each.id[:4] for each in claims if sum(other.id[:4] == each.id[:4] for other in claims) > 1}
        assert all((len(one) == 4) == (one[:4] not in longer) for one in short)
        clashing = next(each for each in claims if each.id[:4] in longer)
        with pytest.raises(AmbiguousIdError):
            store.claim(store.short_id(clashing.id)[:-1])


def test_redate_refuses_what_it_cannot_date(path: Path) -> None:
    with Store.open(path) as store:
        put(store, document())
        with pytest.raises(NotFoundError, match="no document has the id 'storm'"):
            store.redate("storm", "2024-12-28", [])
        with pytest.raises(DateError):
            store.redate("flood", "28 December", [])
        with pytest.raises(StoreError, match="read again with another text meanwhile"):
            store.redate("flood", "2024-12-28", [], sha256="0" * 64)
        assert store.count() == 2


# --- prefixes


def test_a_unique_prefix_is_enough(path: Path) -> None:
    with Store.open(path) as store:
        put(store, document("flood"), document("flood-later"), document("storm"))
        assert store.document("s").id == "storm"
        assert store.document("flood").id == "flood", "the very id wins over ids that begin with it"
        with pytest.raises(AmbiguousIdError, match="several document ids: flood, flood-later"):
            store.document("fl")
        with pytest.raises(NotFoundError, match="`claimtrack documents` lists them"):
            store.document("x")
        with pytest.raises(NotFoundError):
            store.document("")
        wanted = pair(document("storm"))[0]
        assert store.claim(wanted.id[:12]) == wanted
        with pytest.raises(NotFoundError, match="`claimtrack list` lists them"):
            store.claim("zz")


# --- the index


def test_without_its_index_the_store_answers_the_same(path: Path) -> None:
    with Store.open(path) as store:
        put(store, document(), document("storm"))
        store.redate("flood", "2024-12-28", dated(document(), "2024-12-28"))
        put(store, document(text="Changed: 97, 12"))
        before = (list(store.claims()), list(store.documents()))
    for derived in path.parent.glob("claims.index*"):
        derived.unlink()
    with Store.open(path) as store:
        assert (list(store.claims()), list(store.documents())) == before


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
texts = st.builds("{0} 97 {1} 12".format, words, words)
steps = st.lists(st.tuples(st.sampled_from("abc"), texts, st.sampled_from([None, "2024-01-02"])), max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_put_twice_equals_put_once(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]) -> None:
    folder = tmp_path_factory.mktemp("twice")
    answers = []
    for times in (1, 2):
        with Store.open(folder / f"{times}.jsonl") as store:
            for name, text, published in steps:
                article = document(name, text, published=published)
                for _ in range(times):
                    put(store, article)
            if steps:
                answers.append((list(store.claims()), [(row.id, row.versions) for row in store.documents()]))
    assert answers[:1] == answers[1:]


def test_the_index_is_a_plain_database(path: Path) -> None:
    with Store.open(path) as store:
        put(store, document(outlet="The Miran Post", published="2024-05"))
    with closing(sqlite3.connect(path.with_name("claims.index.sqlite"))) as index:
        row = index.execute(
            "SELECT metric, value, low, attribution, place, date, date_first, date_last, title, claims.outlet "
            "FROM claims JOIN documents ON documents.id = claims.document ORDER BY position"
        ).fetchone()
        assert index.execute("PRAGMA foreign_key_check").fetchall() == []
        assert index.execute("PRAGMA foreign_key_list(claims)").fetchone()[2:5] == ("documents", "document", "id")
    assert row == (
        *("deaths", "at least 97", 97, "Officials in Miran", "Miran"),
        *("2024-05", "2024-05-01", "2024-05-31", None, "The Miran Post"),
    )


def test_a_figure_too_large_for_sqlite_is_kept_whole(path: Path) -> None:
    flood = document()
    huge = claim(flood, low=10**18, high=2**64 - 1)
    with Store.open(path) as store:
        store.put(flood, [huge])
        assert list(store.claims(Criteria(min=10**30))) == [huge]


def test_a_span_is_what_it_was(path: Path) -> None:
    flood = document(text="Côte d’Ivoire 🌊: at least 97 killed, 12 wounded.\u2028 \x1b[31m[red]")
    with Store.open(path) as store:
        put(store, flood)
        first = next(iter(store.claims()))
        assert store.document("flood").text[first.span.start : first.span.end] == "97"
        assert first.span == Span(start=26, end=28)
