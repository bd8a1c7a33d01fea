"""Which claims a filter finds, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from claimtrack.errors import DateError, UsageError
from claimtrack.model import AsOf, Attribution, Basis, Claim, Period, Qualifier, Status, Value
from claimtrack.store import SORT_KEYS, Criteria, Store
from tests.store.samples import as_of, claim, document, ending

TEXT = "10 20 30 40 50 60"


def said(mention: str, name: str) -> Attribution:
    return Attribution(mention=mention, name=name)


def figure(number: str, low: int | None, high: int | None, metric: str, **fields: Any) -> Claim:
    """A claim of the document `post`, named by its number."""
    given = Value(text=number, low=low, high=high, qualifier=Qualifier.EXACT)
    values: dict[str, Any] = {"place": None, "attribution": None, "as_of": AsOf(), **fields}
    return claim(POST, number, metric, low=low, high=high, value=given, **values)


POST = document("post", TEXT, outlet="The Miran Post", published=None)
CLAIMS = [
    figure(
        "10", 10, 10, "deaths", place="Örnek", country="TR", as_of=as_of("2024-12-28"), sentence="Ten DIED in Örnek"
    ),
    figure("20", 20, None, "injuries", place="Miran City", period=ending("2024-11"), population="Children"),
    figure("30", None, 30, "deaths", attribution=said("WHO", "World Health Organization"), as_of=as_of("2024")),
    figure("40", 40, 45, "missing", attribution=said("Miran’s ministry", "Ministry of Health"), basis=Basis.STOCK),
    figure("50", 50, 50, "deaths", place="Miran", as_of=as_of("2024-12-01"), status=Status.DENIED),
    figure("60", 60, 60, "displaced", place="ΜΙΡΑΝ ΣΤΟΣ", period=Period(words="on Saturday")),
]
OTHER = document("post-later", "70", outlet="Radio Örnek", published="2023-05-06")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("criteria") / "claims.jsonl") as store:
        store.put(POST, CLAIMS)
        seventy = Value(text="70", low=70, high=70, qualifier=Qualifier.EXACT)
        store.put(OTHER, [claim(OTHER, "70", "injuries", low=70, high=70, value=seventy, place="Zagros")])
        yield store


def found(store: Store, **criteria: Any) -> list[str]:
    return [each.value.text for each in store.claims(Criteria(**criteria))]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({"metric": "deaths"}, ["30", "50", "10"]),
        ({"metric": "Deaths"}, ["30", "50", "10"]),
        ({"metric": "death"}, []),  # a metric is a name, no words
        ({"place": "miran"}, ["50", "20"]),
        ({"place": "ÖRNEK"}, ["10"]),  # case beyond ASCII
        ({"place": "O\u0308rnek"}, ["10"]),  # composed otherwise
        ({"place": "μιραν στος"}, ["60"]),  # both sigmas
        ({"place": "%"}, []),  # no wildcards
        ({"country": "TR"}, ["10"]),
        ({"country": "tr"}, ["10"]),
        ({"country": "T"}, []),  # a code is no words
        ({"attributed_to": "health"}, ["30", "40"]),
        ({"attributed_to": "who"}, ["30"]),  # by the words of the text
        ({"attributed_to": "miran's"}, ["40"]),  # with a plain apostrophe
        ({"outlet": "örnek"}, ["70"]),
        ({"population": "child"}, ["20"]),
        ({"basis": "stock"}, ["40"]),
        ({"status": "denied"}, ["50"]),
        ({"search": "died in ö"}, ["10"]),
        ({"document": "post"}, ["30", "50", "10", "20", "40", "60"]),  # the very id, though another begins with it
        ({"document": "post-"}, ["70"]),
        ({"document": "pos"}, ["30", "50", "10", "70", "20", "40", "60"]),
        ({"since": "2024-12"}, ["30", "50", "10"]),  # 2024 may be December
        ({"since": "2024-12-02"}, ["30", "10"]),
        ({"until": "2024-11-15"}, ["30", "70", "20"]),  # the year; published; November
        ({"until": "2023"}, ["70"]),
        ({"since": "2023-05-06", "until": "2023-05-06"}, ["70"]),
        ({"min": 45}, ["50", "70", "40", "60"]),
        ({"max": 20}, ["10", "20"]),
        ({"min": 41, "max": 44}, ["40"]),  # inside the range
        ({"metric": "deaths", "place": "miran", "min": 1}, ["50"]),
    ],
)
def test_filters(store: Store, criteria: dict[str, Any], expected: list[str]) -> None:
    assert found(store, **criteria) == expected
    assert store.count(Criteria(**criteria)) == len(expected)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("as_of", ["30", "50", "10", "70", "20", "40", "60"]),  # no as-of last: by other dates, then with none
        ("-as_of", ["10", "50", "30", "20", "70", "40", "60"]),  # the undated last here too
        ("metric", ["10", "30", "50", "60", "20", "70", "40"]),
        ("value", ["10", "20", "30", "40", "50", "60", "70"]),
        ("-value", ["70", "60", "50", "40", "30", "20", "10"]),
        ("place", ["50", "20", "70", "10", "60", "30", "40"]),
        ("attribution", ["40", "70", "30", "10", "20", "50", "60"]),
        ("outlet", ["70", "10", "20", "30", "40", "50", "60"]),
        ("document", ["10", "20", "30", "40", "50", "60", "70"]),
    ],
)
def test_sorting(store: Store, sort: str, expected: list[str]) -> None:
    assert found(store, sort=sort) == expected
    for limit in range(len(expected) + 2):
        assert found(store, sort=sort, limit=limit) == expected[:limit]


def test_every_sort_key_is_offered() -> None:
    assert SORT_KEYS == ("as_of", "metric", "value", "place", "attribution", "outlet", "document")


def test_calls_that_make_no_sense_say_what_would(store: Store) -> None:
    with pytest.raises(UsageError, match="cannot sort by 'size', expected one of: as_of, metric"):
        store.claims(Criteria(sort="size"))
    with pytest.raises(UsageError, match="a limit of -1 makes no sense"):
        store.claims(Criteria(limit=-1))
    with pytest.raises(DateError):
        store.claims(Criteria(since="Saturday"))


def test_claims_stream_and_several_streams_may_be_open(store: Store) -> None:
    one, other = store.claims(Criteria(sort="value")), store.claims(Criteria(sort="-value"))
    assert [next(one).value.text, next(other).value.text, next(one).value.text] == ["10", "70", "20"]
