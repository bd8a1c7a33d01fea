"""The gazetteer's files, read once and only when a place is asked for: names in normal form, each with its rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from claimtrack.lexicon.places.spelling import abbreviation, normal

Kind = Literal["country", "region", "city", "area", "water", "people", "spot"]

HERE = Path(__file__).parent
_GENERATED: dict[str, Kind] = {"c": "city", "t": "city", "r": "region"}
_WRITTEN: dict[str, Kind] = {"area": "area", "water": "water", "region": "region"}
_COUNTRY, _CAPITAL, AREA, _OTHER = range(4)
# Towns under this size are not in the source: a region with no town of its own may have that many people.
LEAST_TOWN = 15_000
# The capital of a small state comes before its larger namesakes only from this size on: Victoria, Kingstown, Hamilton.
_LARGE = 100_000
# Arabic names stand with their article or without it here.
ARTICLE_COUNTRIES = frozenset(
    ["AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"]
)
# Names whose normal form is their lower case, which are most: the rest pays for finding it out.
_ORDINARY = re.compile("(?!The |Saint )[A-Z][a-z]+(?: [A-Za-z][a-z]+)*").fullmatch
_WITHOUT_PLURAL_S = ("ese", "sh", "ch", "s", "x", "z", "hman", "sman", "men", "woman")


class Entry(NamedTuple):
    """A place as the files have it; the lower the rank, the more a bare name means this place."""

    rank: int
    population: int
    kind: Kind
    country: str | None
    name: str


class Tables(NamedTuple):
    """Everything that the files say, by name."""

    names: dict[str, list[Entry]]
    abbreviations: dict[str, list[Entry]]
    demonyms: dict[str, list[Entry]]
    flags: dict[str, str]


def rows(name: str, columns: int, folder: Path = HERE) -> Iterator[list[str]]:
    """The rows of a file, each with so many columns: empty ones at a line's end are left out in the file."""
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            row = line.split("\t")
            if len(row) < columns:
                row += [""] * (columns - len(row))
            yield row


def listed(cell: str) -> list[str]:
    """The names of a cell that may hold several, or none."""
    return cell.split("|") if cell else []


@cache
def tables() -> Tables:
    """All files, read."""
    found = Tables({}, {}, {}, dict(rows("words.tsv", 2)))
    populations = _add_generated(found)
    _add_countries(found, populations)
    for kind, name, country, others in rows("areas.tsv", 4):
        entry = Entry(AREA, 0, _WRITTEN[kind], country or None, name)
        _add_names(found, entry, [name, *listed(others)])
    for name, country, words in rows("peoples.tsv", 3):
        _add_demonyms(found, Entry(AREA, 0, "people", country or None, name), listed(words))
    return found


def _add_generated(found: Tables) -> dict[str, int]:
    populations: dict[str, int] = {}
    for letter, country, name, people, others in rows("geonames.tsv", 5):
        population = int(people)
        if letter == "p":
            populations[country] = population
            continue
        rank = _CAPITAL if letter == "c" and population >= _LARGE else _OTHER
        entry = Entry(rank, population, _GENERATED[letter], country, name)
        _add_names(found, entry, [name, *others.split("|")] if others else [name])
    return populations


def _add_countries(found: Tables, populations: dict[str, int]) -> None:
    for country, name, others, demonyms in rows("countries.tsv", 4):
        entry = Entry(_COUNTRY, populations.get(country, 0), "country", country or None, name)
        _add_names(found, entry, [name, *listed(others)])
        _add_demonyms(found, entry, listed(demonyms))


def _add_names(found: Tables, entry: Entry, names: list[str]) -> None:
    for name in names:
        into = found.names
        if _ORDINARY(name):
            key = name.lower()
        elif short := abbreviation(name):
            key, into = short, found.abbreviations
        else:
            key = normal(name)
        if key not in into:
            into[key] = [entry]
        elif entry not in into[key]:
            into[key].append(entry)


def _add_demonyms(found: Tables, entry: Entry, words: list[str]) -> None:
    for word in words:
        for form in forms(word):
            entries = found.demonyms.setdefault(form, [])
            if entry not in entries:
                entries.append(entry)


def forms(word: str) -> Iterator[str]:
    """The demonym in lower case, as written and without marks, and its plural in -s if it takes one."""
    for form in dict.fromkeys((word.lower(), normal(word))):
        yield form
        if not form.endswith(_WITHOUT_PLURAL_S):
            yield form + "s"


def by_first_word(names: dict[str, list[Entry]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the names that begin with it, as words, the longest first."""
    grouped: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        words = tuple(name.split(" "))
        grouped[words[0]].append(words)
    return {first: tuple(sorted(group, key=lambda words: (-len(words), words))) for first, group in grouped.items()}
