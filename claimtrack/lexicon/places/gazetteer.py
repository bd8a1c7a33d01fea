"""Places by name: which place a name means, in which country, and how sure that is.

    find("Düzce"), find("the DRC"), find("Aleppo province"), find("Tripoli, Lebanon"), demonym("Palestinians")

A name alone is often not enough: Georgia is a country and a state, Reading a city and a word, Jordan a country and a
first name. `Place.certain`, `common_word` and `person_name` say so, and leave it to the caller to ask for context.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack.lexicon.places.spelling import abbreviation, normal
from claimtrack.lexicon.places.tables import (
    AREA,
    ARTICLE_COUNTRIES,
    LEAST_TOWN,
    Entry,
    Kind,
    by_first_word,
    listed,
    rows,
    tables,
)

# A place this many times as large as all its namesakes abroad is the one meant: Paris is not the one in Texas.
_DOMINANT = 10
# Words for a level, said after or before a name, and the kinds of place that they can go with.
_REGION: tuple[Kind, ...] = ("region", "area")
_LEVELS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(("province", "governorate", "state", "region", "oblast", "prefecture", "department"), _REGION),
    **dict.fromkeys(("krai", "republic", "territory", "island", "islands", "peninsula", "valley"), _REGION),
    **dict.fromkeys(("city", "town", "municipality", "capital"), ("city",)),
    **dict.fromkeys(("river", "sea", "lake", "gulf", "bay", "ocean"), ("water",)),
}
_DIRECTION = re.compile(
    r"(?:(?:(?:north|south)[ -]?)?(?:east|west)|north|south|mid)(?:ern|ernmost)?|central|upper|lower|inner|outer"
    r"|mainland|rural|greater|downtown|coastal"
)
_ARTICLES = ("al ", "el ", "ar ", "as ", "ash ", "an ", "ad ", "az ", "at ")


class Place(NamedTuple):
    """A place that a name means.

    `country` is an ISO 3166 alpha-2 code (XK for Kosovo), None for what lies in no one country; `certain` says whether
    the name can mean no other country's place. `population` is the country's or city's; a region's is that of its
    towns, a lower bound. `common_word` and `person_name` are of the name that was asked for, not of the place.
    """

    name: str
    kind: Kind
    country: str | None
    population: int
    certain: bool
    common_word: bool
    person_name: bool


def find(name: str, among: Collection[str] = ()) -> Place | None:
    """The most prominent place of the name: a country, else a capital, else an area or sea, else the largest.

    Where the name means a place in one of the countries `among`, those that the text is known to be about, it is that.
    """
    found = _candidates(name)
    if among:
        near = [place for place in found if place.country in among]
        if near:
            return near[0]._replace(certain=len({place.country for place in near}) == 1)
    return found[0] if found else None


@lru_cache(maxsize=4096)
def _candidates(name: str) -> tuple[Place, ...]:
    key, entries = _entries(name)
    if not entries and "," in name:
        return _within(*name.split(",", 1))
    if not entries:
        key, entries = _of_level(normal(name))
    return _places(key, entries)


def candidates(name: str) -> list[Place]:
    """All places of this name, the most prominent first; none if the gazetteer does not know it."""
    return list(_candidates(name))


def containing(words: str) -> Place | None:
    """The place that words name a part or a neighbourhood of: `southern Iran` and `Padang, West Sumatra` have one."""
    place = find(words)
    if place is None and "," in words:
        place = containing(words.rsplit(",", 1)[1])
    parts = normal(words).split(" ")
    while place is None and len(parts) > 1 and _DIRECTION.fullmatch(parts[0]):
        del parts[0]
        place = find(" ".join(parts)) or _abbreviated(words.split()[-1], len(parts))
    return place


def demonym(word: str) -> Place | None:
    """The country or people of a demonym in any form: Palestinians, Israeli, Frenchmen, Kurdish."""
    key = word.lower().removesuffix("'s").removesuffix("’s")
    return demonyms().get(key) or demonyms().get(normal(word))


@cache
def demonyms() -> Mapping[str, Place]:
    """Every demonym in lower case, singular, plural and adjective, and the country or people it means."""
    return {form: _places(form, entries)[0] for form, entries in tables().demonyms.items()}


@cache
def names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word of a name in normal form → all names that begin with it, as tuples of words, the longest first."""
    return by_first_word(tables().names)


@cache
def country_names() -> Mapping[str, tuple[str, ...]]:
    """Every country's names in normal form, by its code."""
    return {code: tuple(map(normal, (name, *listed(others)))) for code, name, others, _ in rows("countries.tsv", 4)}


@cache
def codes() -> Mapping[str, str]:
    """The ISO 3166 alpha-2 codes of the countries of today, and the name of each."""
    return {code: name for code, name, *_ in rows("countries.tsv", 2) if code}


def abbreviations() -> Iterable[str]:
    """The names that only their capitals tell from words, without full stops: US, UK, DRC, UAE."""
    return tables().abbreviations.keys()


def longest(tokens: Sequence[str], at: int) -> int:
    """How many tokens from `at` on make the longest name of a place; 0 where none begins."""
    known = tables()
    best = 1 if abbreviation(tokens[at]) in known.abbreviations else 0
    begun = names().get(normal(tokens[at]).partition(" ")[0], ((),))
    said = ""
    for count, token in enumerate(tokens[at : at + len(begun[0])], start=1):
        word = normal(token)
        said = f"{said} {word}" if said else word
        if word and said in known.names:
            best = count
    return best


def _entries(name: str) -> tuple[str, list[Entry]]:
    """The name's key and its rows: as an abbreviation, in normal form, else without spaces or an Arabic article."""
    known = tables()
    short = abbreviation(name.removeprefix("the ").removeprefix("The "))
    if short and short in known.abbreviations:
        return short.casefold(), known.abbreviations[short]
    key = normal(name)
    return key, known.names.get(key) or _loosely(key)


def _loosely(key: str) -> list[Entry]:
    close = _squeezed().get(key.replace(" ", ""), [])
    for article in _ARTICLES:
        if not close and key.startswith(article):
            bare = tables().names.get(key.removeprefix(article), [])
            close = [entry for entry in bare if entry.country in ARTICLE_COUNTRIES]
    return close


@cache
def _squeezed() -> dict[str, list[Entry]]:
    """The names of several words written as one: Lashkargah for Lashkar Gah."""
    return {key.replace(" ", ""): entries for key, entries in tables().names.items() if " " in key and len(key) > 6}


def _of_level(key: str) -> tuple[str, list[Entry]]:
    """What a name with a word for its level means: `Aleppo province`, `the state of Rakhine`, `Aleppo city`."""
    before, _, level = key.rpartition(" ")
    if level not in _LEVELS:
        level, _, before = key.partition(" of ")
    kinds = _LEVELS.get(level, ())
    bare, entries = _entries(before) if before and kinds else ("", [])
    return bare, [entry for kind in kinds for entry in entries if entry.kind == kind]


def _within(name: str, whole: str) -> tuple[Place, ...]:
    """The places of a name that lie in the country of what is named after its comma."""
    around = find(whole.strip())
    if around is None or around.country is None:
        return ()
    inside = [place for place in _candidates(name.strip()) if place.country == around.country]
    return tuple(place._replace(certain=around.certain) for place in inside)


def _abbreviated(word: str, length: int) -> Place | None:
    return find(word) if length == 1 and abbreviation(word) else None


def _places(key: str, entries: list[Entry]) -> tuple[Place, ...]:
    flags = tables().flags.get(key, "")
    ordered = _by_prominence(entries)
    sure = "u" not in flags and bool(ordered) and ("c" in flags or _dominates(ordered))
    known = ordered[0].country if sure else None
    return tuple(
        Place(
            name=one.name,
            kind=one.kind,
            country=one.country,
            population=one.population,
            certain=known is not None and one.country == known,
            common_word="w" in flags,
            person_name="n" in flags,
        )
        for one in ordered
    )


def _by_prominence(entries: list[Entry]) -> list[Entry]:
    """By country, that of the highest rank and largest place first; in each a city before the region named after it."""
    if len(entries) == 1:
        return entries
    best: dict[str | None, tuple[int, int]] = {}
    for entry in entries:
        rank, size = best.get(entry.country, (entry.rank, 0))
        best[entry.country] = (min(rank, entry.rank), min(size, -entry.population))
    return sorted(
        entries,
        key=lambda entry: (*best[entry.country], entry.rank, entry.kind == "region", -entry.population),
    )


def _dominates(ordered: list[Entry]) -> bool:
    """Whether the first is in the only country, or far larger than its namesakes elsewhere."""
    first = ordered[0]
    elsewhere = [entry for entry in ordered if entry.country != first.country]
    if any(entry.rank == AREA for entry in elsewhere):
        return False
    largest = max(entry.population for entry in ordered if entry.country == first.country)
    return not elsewhere or largest >= _DOMINANT * sum(max(entry.population, LEAST_TOWN) for entry in elsewhere)
