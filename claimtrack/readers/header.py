"""The lines above an article: `Published: …`, `By NAME, AGENCY`, `Friday, Mar 11, 2011 | Updated 7:05 AM EDT`.

A line is read as a header only if all of it is made of header fields (labels, dates, times, bylines, names of
outlets), so that no sentence is taken for one. The lines end where the first sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.lexicon.outlets import outlets
from claimtrack.readers.credits import Credits, byline, source, split
from claimtrack.readers.labels import BYLINE, LABELS, SOURCE
from claimtrack.readers.written_dates import WrittenDate, date_at, month_at

HEAD = 4000
_LINES = 12
_LONGEST_LINE = 200

_SEPARATOR = re.compile(r"[\s|•·,;–—-]+")
_RAW_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MEDIUM_END = re.compile(r"\s*(?:[|•·,;]|\s[–—-]\s|\Z)")
_TWICE = re.compile(r",\s*\d{4}\b")
_MARKUP = re.compile(r"\A#+\s|\*\*|__|\A[*_]|[*_]\Z")
_WORD = re.compile(r"[^\s|•·;]+")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s*\Z")
_DASHES = ("-", "–", "—")
_JOINING = ("and", "&", "for", "in", "with", "staff", "news", "agencies")
_PARTICLES = ("de", "da", "del", "di", "du", "la", "le", "van", "von", "der", "el")
_NO_NAMES = frozenset(("the", "a", "an", "to", "on", "at", "is", "was", "are", "were"))


class Field(NamedTuple):
    """One field of a header line; `line` counts from 1."""

    kind: str
    text: str
    line: int
    date: WrittenDate | None = None


class Line(NamedTuple):
    """A line of the head of a text, without the spaces around it; `end` is where the next begins."""

    number: int
    text: str
    end: int = 0


def head(text: str, start: int) -> list[Line]:
    """The first lines of a text that are not blank, up to and with the first that reads as a sentence."""
    found: list[Line] = []
    first = text.count("\n", 0, start) + 1
    for number, raw in enumerate(_RAW_LINE.finditer(text, start, min(len(text), start + HEAD)), start=first):
        line = raw[0].strip()
        if line:
            found.append(Line(number, line, raw.end()))
            if is_prose(line) or len(found) == _LINES:
                break
    return found


def is_prose(line: str) -> bool:
    """Whether a line reads as a sentence or more, rather than as a title or a header."""
    return len(line) > _LONGEST_LINE or (bool(_SENTENCE_END.search(line)) and len(line.split()) > 8)


def header_fields(lines: list[Line]) -> list[Field]:
    """All fields of those lines that are header lines from end to end."""
    return [field for line in lines for field in fields(line)]


def fields(line: Line) -> list[Field]:
    """The fields of a header line; none if any of it is something else."""
    if is_prose(line.text):
        return []
    found, position, text = [], 0, _MARKUP.sub("", line.text)
    while position < len(text):
        separator = _SEPARATOR.match(text, position)
        if separator:
            position = separator.end()
            continue
        step = _field(text, position, line.number)
        if step is None:
            return []
        field, position = step
        found.append(field)
    return found if _means_something(found) else []


def credits_of(fields_: list[Field]) -> Credits:
    """Outlet, byline and agencies that header fields give."""
    found = Credits()
    for field in fields_:
        if field.kind == "byline":
            found = found.over(byline(field.text))
        elif field.kind == "outlet":
            known = outlets().named(field.text)
            found = found.over(Credits(known.name if known else field.text))
        elif field.kind in ("source", "name"):
            found = found.over(source(field.text))
    return found


def _means_something(found: list[Field]) -> bool:
    """Whether the fields make a header: a name alone may be a heading, a label alone a word."""
    return any(field.kind in ("date", "byline", "source", "outlet", "address") for field in found)


def _field(text: str, position: int, number: int) -> tuple[Field, int] | None:
    """The field that begins at a position, and where it ends."""
    for read in (_date, _labelled, _names, _medium):
        step = read(text, position, number)
        if step:
            return step
    return None


def _date(text: str, position: int, number: int) -> tuple[Field, int] | None:
    written = date_at(text, position) or (month_at(text, position) if position else None)
    if not written:
        return None
    # A few agencies print the year twice (`Dec 12, 2006, 2006`).
    again = _TWICE.match(text, written.end)
    end = again.end() if again and written.iso and again[0][-4:] == written.iso[:4] else written.end
    return Field("date", text[position:end], number, written), end


def _labelled(text: str, position: int, number: int) -> tuple[Field, int] | None:
    for label in LABELS:
        match = label.pattern.match(text, position)
        if match and match.end() > position:
            return Field(label.name, match.groupdict().get("url") or match[0], number), match.end()
    match = SOURCE.match(text, position)
    if not match:
        return None
    return Field("outlet" if match["outlet"] else "source", match["names"].strip(), number), match.end()


def _names(text: str, position: int, number: int) -> tuple[Field, int] | None:
    """A byline: `By` and words that are names, up to a separator, a date or another label."""
    opening = BYLINE.match(text, position)
    if not opening:
        return None
    end = start = opening.end()
    for word in _WORD.finditer(text, start):
        gap = text[end : word.start()]
        if len(gap.strip()) or len(gap) > 1 or word[0] in _DASHES or _opens_other(text, word.start()):
            break
        end = word.end()
    names = text[start:end].strip(" ,")
    return (Field("byline", names, number), end) if are_names(names) else None


def _opens_other(text: str, position: int) -> bool:
    """Whether a date or a labelled field begins at a position, rather than a further name."""
    return bool(date_at(text, position)) or any(
        label.pattern.match(text, position) for label in LABELS if label.name not in ("time", "zone")
    )


def are_names(names: str) -> bool:
    """Whether words look like the names of people or media: `Jane Roe in Kyiv`, and not `Land and Sea`."""
    if outlets().named(names) or names.lower() == "staff":
        return True
    if not names or not all(_is_name(word) for word in re.findall(r"[^\s,]+", names)):
        return False
    people = split(re.split(r"\s(?:in|for)\s", names)[0])
    return any(2 <= len(person.split()) <= 5 or outlets().named(person) for person in people)


def _is_name(word: str) -> bool:
    if word.lower() in _JOINING + _PARTICLES:
        return True
    return word[0].isupper() and word.lower() not in _NO_NAMES and not re.search(r"\d|[’']s\Z|[!?:]", word)


def _medium(text: str, position: int, number: int) -> tuple[Field, int] | None:
    """The bare name of an agency or outlet, up to a separator."""
    end = _MEDIUM_END.search(text, position)
    name = text[position : end.start()] if end else ""
    return (Field("name", name, number), position + len(name)) if name and outlets().named(name) else None


def dates(fields_: list[Field]) -> Iterator[tuple[str, Field]]:
    """Each dated field with what its line calls the date: `published`, `updated` or, without a label, `bare`."""
    kind, line = "bare", 0
    for field in fields_:
        if field.line != line:
            kind, line = "bare", field.line
        if field.kind in ("published", "updated"):
            kind = field.kind
        elif field.kind == "date":
            yield kind, field
            kind = "bare"
