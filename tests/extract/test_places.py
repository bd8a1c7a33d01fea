"""Places: which names are places, what belongs to them, and how fine they are."""

from __future__ import annotations

import pytest

from claimtrack.extract.places import PlaceMention
from tests.extract.reading import scenes


def named(text: str) -> list[PlaceMention]:
    (scene,) = scenes(text)
    return list(scene.places)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Four died in Nairobi.", "Nairobi"),
        ("Four died near Keld.", "Keld"),
        ("Four died in the town of Oru.", "Oru"),
        ("Four drowned off the coast of Libya.", "Libya"),
        ("Four died in northern Mali.", "northern Mali"),
        ("Four died in Helmand province.", "Helmand province"),
        ("Four died in the Oru valley.", "Oru valley"),
        ("Four died across the Gaza Strip.", "Gaza Strip"),
        ("Four died in Port-au-Prince.", "Port-au-Prince"),
        ("Thousands walked back to the north.", "the north"),
    ],
)
def test_one_place(text: str, place: str) -> None:
    found = [mention for mention in named(text) if mention.led]
    assert [mention.text for mention in found] == [place]
    assert text[found[0].start : found[0].end] == place


@pytest.mark.parametrize(
    "text",
    ["Four died on Monday.", "Four men died.", "Mayor Ana Costa died.", "The Ministry said so.", "They died in March.",
     "Four died in a fire."],
)  # fmt: skip
def test_no_place(text: str) -> None:
    assert [mention.text for mention in named(text) if mention.led] == []


def test_a_village_is_finer_than_its_country() -> None:
    ranks = {mention.text: mention.rank for mention in named("in the village of Oru, in Helmand province, Afghanistan")}
    assert ranks["Oru"] < ranks["Helmand province"] < ranks["Afghanistan"]


def test_a_country_that_is_certain_has_its_code() -> None:
    (mention,) = named("Four died in Kenya.")
    assert (mention.name, mention.country) == ("Kenya", "KE")


def test_an_unknown_name_has_none() -> None:
    (mention,) = named("Four died in Velmar.")
    assert (mention.name, mention.country) == (None, None)
