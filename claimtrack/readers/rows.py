"""JSON Lines: one document a line, read one line at a time, so that a file may be larger than memory.

A row's own fields win; what they leave open is looked for in its text, as in a file of plain text. Its hash is of
those fields that make the document, in a fixed order: a row that only gains a field of another program is unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from claimtrack.lexicon.outlets import outlets
from claimtrack.model import DateBasis, Document
from claimtrack.readers.ids import Ids, sha256
from claimtrack.readers.provenance import Provenance, doubt, provenance, written
from claimtrack.readers.reading import Reading, ReadProblem, caution, refusal

_REQUIRED = ("id", "text")
_OPTIONAL = ("title", "outlet", "byline", "published", "modified", "url", "language")
_HASHED = ("title", "text", "outlet", "byline", "agencies", "published", "modified", "url", "language")
_TYPES = {
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}
_ROW = 'a row like {"id": "…", "text": "…"}'


class Row(NamedTuple):
    """A row whose fields have the right types; an empty optional field counts as not given."""

    id: str
    text: str
    fields: dict[str, str | None]
    agencies: tuple[str, ...]


def read_rows(lines: Iterable[bytes], source: str, ids: Ids) -> Iterator[Reading]:
    """Read the lines of one file, and yield a document or a problem for each that is not blank."""
    here, empty = set[int](), True  # hashes of this file's ids
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not line.strip():
            continue
        empty = False
        row = parse_row(line, source, number)
        yield from [row] if isinstance(row, ReadProblem) else _documents(row, source, number, here, ids)
    if empty:
        yield refusal(source, None, "it is empty", _ROW)


def is_row(line: bytes) -> bool:
    """Whether a line is a row of JSON Lines (a JSON object), right or wrong, rather than a line of an article."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (ValueError, RecursionError):
        return False


def parse_row(line: bytes, source: str, number: int) -> Row | ReadProblem:
    """Read one line into a row, or say what is wrong with it."""
    try:
        raw = msgspec.json.decode(line)
    except UnicodeDecodeError:
        return refusal(source, number, "it is not UTF-8", "JSON Lines in UTF-8")
    except (ValueError, RecursionError) as error:
        return refusal(source, number, f"it is not valid JSON ({_reason(error)})", _ROW)
    if not isinstance(raw, dict):
        return refusal(source, number, f"it is {_TYPES[type(raw)]}", _ROW)
    wrong = _wrong(raw)
    if wrong:
        return refusal(source, number, *wrong)
    agencies = raw.get("agencies") or ()
    return Row(str(raw["id"]), raw["text"], {name: raw.get(name) or None for name in _OPTIONAL}, tuple(agencies))


def _reason(error: Exception) -> str:
    words = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    words = words.removeprefix("JSON is malformed: ")
    return words[:1].lower() + words[1:]


def _wrong(raw: dict[str, Any]) -> tuple[str, str] | None:
    """What is wrong with a row's fields, and what was expected."""
    for name in _REQUIRED:
        if name not in raw:
            return f"the field {name!r} is missing", _ROW
    if isinstance(raw["id"], int) and not isinstance(raw["id"], bool):
        raw = {**raw, "id": str(raw["id"])}
    for name in (*_REQUIRED, *_OPTIONAL):
        value = raw.get(name)
        if not isinstance(value, str) and (name in _REQUIRED or value is not None):
            return f"the field {name!r} is {_TYPES[type(value)]}", "a string"
        if name in _REQUIRED and not raw[name].strip():
            return f"the field {name!r} is empty", "the text of an article" if name == "text" else "a unique id"
    agencies = raw.get("agencies")
    if agencies is not None and not (isinstance(agencies, list) and all(isinstance(name, str) for name in agencies)):
        return f"the field 'agencies' is {_TYPES[type(agencies)]}", "a list of names"
    return None


def _documents(row: Row, source: str, number: int, here: set[int], ids: Ids) -> Iterator[Reading]:
    """The document of a row, unless its file has that id already."""
    hashed = {**row.fields, "text": row.text, "agencies": row.agencies}
    sha = sha256(msgspec.json.encode([hashed[name] for name in _HASHED]))
    if hash(row.id) in here:
        if ids.has(row.id, sha):
            yield caution(source, number, f"the row {row.id!r} is repeated and is read once", "each id once")
        else:
            yield refusal(source, number, f"the id {row.id!r} stands above with another text", "each id once")
        return
    here.add(hash(row.id))
    stated = provenance(row.text)
    published, cautions = _date(row, "published", source, number)
    modified, more = _date(row, "modified", source, number)
    yield from cautions + more
    yield _document(row, stated, published or (None if cautions else stated.published), modified, sha, ids)


def _date(row: Row, name: str, source: str, number: int) -> tuple[str | None, list[ReadProblem]]:
    """The date in a field of a row; one that cannot be read is left out with a warning."""
    words = row.fields[name]
    if words is None:
        return None, []
    found = written(words)
    if found is None:
        wrong = f"the field {name!r} is {words[:40]!r}, which is not a date and is not used"
        return None, [caution(source, number, wrong, "one like 2024-12-28")]
    return found.iso, [caution(source, number, each.wrong, each.expected) for each in doubt(found, words, number)]


def _document(
    row: Row, stated: Provenance, published: str | None, modified: str | None, sha: str, ids: Ids
) -> Document:
    fields = row.fields
    id_ = ids.unique(row.id, sha)
    return Document(
        id=id_,
        text=row.text,
        sha256=sha,
        address=fields["url"] or id_,
        title=fields["title"] or stated.title,
        outlet=fields["outlet"] or stated.outlet or _publisher(fields["url"]),
        byline=fields["byline"] or stated.byline,
        agencies=row.agencies or stated.agencies,
        published=published,
        published_basis=DateBasis.EXPLICIT if published else None,
        modified=modified or stated.modified,
        url=fields["url"],
        language=fields["language"] or stated.language,
        body_start=stated.body_start,
    )


def _publisher(url: str | None) -> str | None:
    medium = outlets().of_url(url) if url else None
    return medium.name if medium else None
