"""The country of a place: from the gazetteer where it is certain, else from the chain of names that it stands in."""

from __future__ import annotations

import msgspec
import pytest

from claimtrack import extract
from claimtrack.model import Claim
from tests.extract.reading import document, scenes


def country(text: str, place: str) -> str | None:
    """The country of a place that a sentence names."""
    (mention,) = [m for scene in scenes(text) for m in scene.places if place in m.text]
    return mention.country


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("Four died in Nairobi.", "Nairobi", "KE"),
        ("Four died in Shobei county, Guizhou province, China.", "Shobei", "CN"),
        ("Four died in Shobei county, Guizhou province.", "Shobei", "CN"),
        ("Four died in the town of Orru in northern Nigeria.", "Orru", "NG"),
        ("Four died in the town of Orru, in the north of Nigeria.", "Orru", "NG"),
        ("Four died in Orru, a town in Nepal.", "Orru", "NP"),
        ("Four died in Orru (Kenya) on Monday.", "Orru", "KE"),
        ("In Orru, Kenya, four died.", "Orru", "KE"),
        ("Four died in Orru, Kenya on Monday.", "Orru", "KE"),
        ("Four people died in Orru, Kenya, and others were hurt in Sembe, Uganda.", "Orru", "KE"),
        ("Four people died in Orru, Kenya, and others were hurt in Sembe, Uganda.", "Sembe", "UG"),
        ("Four died in Nepal's Orru district.", "Orru", "NP"),
        ("Four died in Kenya's northern town of Orru.", "Orru", "KE"),
        ("Four died in the Nigerian town of Orru.", "Orru", "NG"),
        ("Four died in the northern Nigerian village of Orru.", "Orru", "NG"),
        ("Four died in Orru in Nepal's far west.", "Orru", None),
        ("Four died in Orru in Nepal's east.", "Orru", "NP"),
        ("Four died in the village of Orru in Iran's Kerman province.", "Orru", "IR"),
        ("Four died in Orru County, southwest China's Yunnan Province.", "Orru", "CN"),
        ("Four died in Lyon County, Nevada.", "Lyon", "US"),
        ("Four died in Tripoli, Lebanon.", "Tripoli", "LB"),
        ("Four died in Rafah, Egypt.", "Rafah", "EG"),
    ],
)
def test_a_chain_gives_the_country(text: str, place: str, code: str | None) -> None:
    assert country(text, place) == code


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Four died in Orru.", "Orru"),
        ("Four died in Tripoli.", "Tripoli"),
        ("Four died in Orru, Kenya and Uganda.", "Orru"),  # a list
        ("Four people were killed in Orru, Mali, Kenya and Chad.", "Orru"),
        ("Four died in Orru and Kenya.", "Orru"),
        ("In Orru, Israel struck a school and four died.", "Orru"),  # a clause of its own
        ("In Orru, Israel on Monday struck a school.", "Orru"),
        ("After the attack on Orru, Israel and Hamas met.", "Orru"),
        ("Four died in Orru in Israel's war on the group.", "Orru"),
        ("Four died in Orru, north of Syria.", "Orru"),
        ("Four died in the Israeli settlement of Orru.", "Orru"),
        ("Four died in Israel's occupied Orru.", "Orru"),
        ("Four died in the Korean town of Orru.", "Orru"),  # which Korea?
        ("Four died in Orru, Georgia.", "Orru"),  # the country, or the state
        ("Four died in Kenya. Others fled Orru.", "Orru"),  # another sentence
        ("Four died in Kenya and in the village of Orru.", "Orru"),
        ("Four died in the Jordan river valley.", "Jordan"),
        ("Four people were killed in Lyon County.", "Lyon"),  # named after the city in France
        ("A fire in the Palestine Hotel killed four.", "Palestine"),
        ("Four died in Nairobi, Norway.", "Nairobi"),  # of which the gazetteer knows nothing
        ("When troops moved into Orru, Israel on Monday struck a school near the border.", "Orru"),
    ],
)
def test_nothing_is_guessed(text: str, place: str) -> None:
    assert country(text, place) is None


def test_a_list_takes_no_certain_country_away() -> None:
    assert country("Four died in Beirut, Jordan, Syria and Iraq.", "Beirut") == "LB"


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("A blast in Orru, Kenya, killed 12 people.", "Orru", "KE"),
        ("Israel said 12 of its soldiers had been killed in Lebanon.", "Israel", "IL"),
        ("A flood hit the village of Orru in Nepal.\n\nAt least 12 people were killed.", "Orru", "NP"),
        ("A blast killed 12 people.", None, None),
    ],
)
def test_a_claim_has_the_country_of_its_place(text: str, place: str | None, code: str | None) -> None:
    (claim,) = extract(document(text))
    assert (claim.place, claim.country) == (place, code)


def test_a_claim_of_an_older_store_has_no_country() -> None:
    (claim,) = extract(document("A blast in Kenya killed 12 people."))
    older = msgspec.to_builtins(claim)
    assert older.pop("country") == "KE"
    assert msgspec.convert(older, Claim) == msgspec.structs.replace(claim, country=None)
