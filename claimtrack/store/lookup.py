"""Finding one thing by its id or a unique beginning of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import AmbiguousIdError, NotFoundError
from claimtrack.store.criteria import prefix_range

if TYPE_CHECKING:
    from sqlite3 import Connection

_SHOWN = 5
_SHORTEST = 4


def resolve(connection: Connection, table: str, prefix: str, *, thing: str, list_command: str) -> str:
    """The one id in `table` that is, or begins with, `prefix`.

    Raises:
        NotFoundError: there is none.
        AmbiguousIdError: there are several.
    """
    ids = matching(connection, table, prefix)
    if not ids:
        raise NotFoundError(f"no {thing} has an id that begins with {prefix!r}: `claimtrack {list_command}` lists them")
    if len(ids) > 1:
        shown = ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else "")
        raise AmbiguousIdError(f"{prefix!r} is the beginning of several {thing} ids: {shown}: type more of it")
    return ids[0]


def shortest(connection: Connection, table: str, whole: str) -> str:
    """The shortest beginning of an id, four characters at least, that no other id in `table` has."""
    beginnings = (whole[:size] for size in range(_SHORTEST, len(whole)))
    return next((one for one in beginnings if matching(connection, table, one) == [whole]), whole)


def matching(connection: Connection, table: str, prefix: str) -> list[str]:
    """The ids that begin with a prefix, a few at most; the very id alone, where there is one; none for no prefix."""
    if not prefix:
        return []
    if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (prefix,)).fetchone():
        return [prefix]
    query = f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT {_SHOWN + 1}"
    return [row[0] for row in connection.execute(query, prefix_range(prefix))]
