"""Which claims are asked for, and the SQL that finds them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import msgspec

from claimtrack.dates import first_day, last_day
from claimtrack.errors import UsageError
from claimtrack.store.fold import fold

_TIES: Final = "document, position"
_SORTS: Final = {
    "as_of": "date_first",
    "metric": "metric",
    "value": "COALESCE(low, high)",
    "place": "place",
    "attribution": "attribution",
    "outlet": "outlet",
    "document": "document",
}
# The conditions of what comes first, next and last, for the keys that do not just part what has them from what has not.
_PARTS: Final = {
    "as_of": ("as_of IS NOT NULL", "as_of IS NULL AND date_first IS NOT NULL", "as_of IS NULL AND date_first IS NULL"),
    "metric": ("metric IS NOT NULL",),
    "document": ("document IS NOT NULL",),
}
SORT_KEYS: Final = tuple(_SORTS)
_NAMED: Final = {"place": "place", "attributed_to": "attribution", "outlet": "outlet", "population": "population"}


class Criteria(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim must be, to be listed; None asks nothing.

    `place`, `attributed_to`, `outlet`, `population` and `search` (in the sentence) match any part of the words, in any
    case; a source is also found by the words that a text uses for it. `metric`, `country` (an ISO 3166 code), `basis`
    and `status` match whole, and `document` the beginning of an id. `since` and `until` go by the as-of date, else the
    period's end, else the publication; `min` and `max` by the printed bounds. `sort` is one of `SORT_KEYS`, with `-`
    before it for the largest or latest first; claims without that value come last either way, those without an as-of in
    the order of their other dates.
    """

    metric: str | None = None
    place: str | None = None
    country: str | None = None
    attributed_to: str | None = None
    outlet: str | None = None
    population: str | None = None
    basis: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    min: int | None = None
    max: int | None = None
    search: str | None = None
    sort: str = "as_of"
    limit: int | None = None


class Query(NamedTuple):
    """An SQL statement and its values."""

    sql: str
    values: list[Any]


def queries(criteria: Criteria, columns: str = "json") -> list[Query]:
    """The statements that give the claims, in order, one after the other: those that have the sort key, then the rest.

    Raises:
        UsageError: the sort key or the limit makes no sense.
        DateError: `since` or `until` is no ISO date.
    """
    if criteria.limit is not None and criteria.limit < 0:
        raise UsageError(f"a limit of {criteria.limit} makes no sense, expected 0 or more")
    key = criteria.sort.removeprefix("-")
    if key not in _SORTS:
        raise UsageError(f"cannot sort by {criteria.sort!r}, expected one of: {', '.join(SORT_KEYS)}")
    direction = " DESC" if criteria.sort.startswith("-") else ""
    conditions, values = _conditions(criteria)
    return [
        Query(_select(columns, [*conditions, part], f"{_SORTS[key]}{direction}, {_TIES}"), values)
        for part in _PARTS.get(key, (f"{_SORTS[key]} IS NOT NULL", f"{_SORTS[key]} IS NULL"))
    ]


def count_query(criteria: Criteria) -> Query:
    """The statement that counts the claims, whatever the limit."""
    conditions, values = _conditions(criteria)
    return Query(_select("count(*)", conditions, None), values)


def _select(columns: str, conditions: list[str], order: str | None) -> str:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT {columns} FROM claims{where}" + (f" ORDER BY {order}" if order else "")


def _conditions(criteria: Criteria) -> tuple[list[str], list[Any]]:
    found: list[tuple[str, list[Any]]] = []
    for field in ("metric", "basis", "status"):
        wanted = getattr(criteria, field)
        if wanted is not None:
            found.append((f"{field} = ?", [wanted.strip().lower()]))
    for field, kind in _NAMED.items():
        wanted = getattr(criteria, field)
        if wanted is not None:
            matching = "SELECT name FROM names WHERE kind = ? AND instr(words, ?) > 0"
            found.append((f"{kind} IN ({matching})", [kind, fold(wanted.strip())]))
    if criteria.country is not None:
        found.append(("country = ?", [criteria.country.strip().upper()]))
    if criteria.search is not None:
        found.append(("instr(fold(sentence), ?) > 0", [fold(criteria.search)]))
    if criteria.document is not None:
        found.append(_document(criteria.document))
    if criteria.since is not None:
        found.append(("date_last >= ?", [first_day(criteria.since).isoformat()]))
    if criteria.until is not None:
        found.append(("date_first <= ?", [last_day(criteria.until).isoformat()]))
    if criteria.min is not None:
        found.append(("COALESCE(high, low) >= ?", [_whole(criteria.min)]))
    if criteria.max is not None:
        found.append(("COALESCE(low, high) <= ?", [_whole(criteria.max)]))
    return [condition for condition, _ in found], [value for _, values in found for value in values]


def _document(prefix: str) -> tuple[str, list[Any]]:
    """The document of that very id, else all whose ids begin with it."""
    exact = "SELECT 1 FROM documents WHERE id = ?"
    start, end = prefix_range(prefix)
    return f"(document = ? OR (NOT EXISTS ({exact}) AND document >= ? AND document < ?))", [prefix, prefix, start, end]


def prefix_range(prefix: str) -> tuple[str, str]:
    """The first text that begins with the prefix, and one after the last."""
    return prefix, prefix + "\U0010ffff"


def _whole(bound: int) -> int:
    """A bound as SQLite can compare it."""
    return max(-(2**63) + 1, min(bound, 2**63 - 1))
