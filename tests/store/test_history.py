"""What the store tells of a claim's past."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from claimtrack.errors import NotFoundError
from claimtrack.model import Period
from claimtrack.store import Change, Store
from tests.store.samples import claim, document, pair


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "claims.jsonl")


def story(store: Store, claim_id: str) -> list[tuple[int, Change, int | None]]:
    """Entry, change and the figure that stands after it."""
    return [
        (entry.seq, entry.change, entry.claim.value.low if entry.claim else None) for entry in store.history(claim_id)
    ]


def test_a_toll_that_rose_is_followed_from_either_end(store: Store) -> None:
    first = document(text="At least 97 people were killed, officials said. Rain fell.")
    second = document(text="Updated. At least 120 people were killed, officials said. Rain fell.")
    old, new = claim(first), claim(second, "120", low=120)
    store.put(first, [old])
    store.put(document("storm"), pair(document("storm")))
    store.put(second, [new])
    expected = [(1, Change.ADDED, 97), (3, Change.SUPERSEDED, 120)]
    assert story(store, old.id) == expected
    assert story(store, new.id) == expected
    assert story(store, old.id[:10]) == expected


def test_an_edit_elsewhere_leaves_the_same_figure(store: Store) -> None:
    first, second = document(text="97 dead."), document(text="Rain. 97 dead.")
    old, new = claim(first, sentence="97 dead."), claim(second, sentence="97 dead.")
    store.put(first, [old])
    store.put(second, [new])
    assert story(store, new.id) == [(1, Change.ADDED, 97), (2, Change.SUPERSEDED, 97)]


def test_a_figure_that_went_and_came_back(store: Store) -> None:
    with_it, without = document(text="97 dead."), document(text="Many dead.")
    old = claim(with_it)
    for version, claims in ((with_it, [old]), (without, []), (with_it, [old])):
        store.put(version, claims)
    assert story(store, old.id) == [
        (1, Change.ADDED, 97),
        (2, Change.SUPERSEDED, None),
        (3, Change.ADDED, 97),
    ]


def test_a_date_given_is_told(store: Store) -> None:
    flood = document()
    old = claim(flood, period=Period(words="on Saturday"))
    new = msgspec.structs.replace(old, published="2024-12-28", period=Period(end="2024-12-28", words="on Saturday"))
    store.put(flood, [old])
    store.redate("flood", "2024-12-28", [new])
    added, redated = store.history(old.id)
    assert (added.change, added.claim, added.published) == (Change.ADDED, old, None)
    assert (redated.change, redated.claim, redated.published) == (Change.REDATED, new, "2024-12-28")
    assert added.time <= redated.time


def test_two_figures_of_one_sentence_are_not_taken_for_each_other(store: Store) -> None:
    first, second = document(text="97 dead, of them 12 children."), document(text="99 dead, of them 12 children.")
    total, part = claim(first), claim(first, "12", low=12, part_of="x", population="children")
    store.put(first, [total, part])
    store.put(second, [claim(second, "99", low=99), claim(second, "12", low=12, part_of="x", population="children")])
    assert story(store, total.id) == [(1, Change.ADDED, 97), (2, Change.SUPERSEDED, 99)]
    assert [low for _, _, low in story(store, part.id)] == [12, 12]


def test_a_claim_that_never_was_has_no_history(store: Store) -> None:
    store.put(document(), pair(document()))
    with pytest.raises(NotFoundError):
        store.history("ffff0000")
