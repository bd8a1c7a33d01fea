"""Sources: who is named, how far each answers, and who is no source."""

from __future__ import annotations

import pytest

from claimtrack.extract.source import Source
from claimtrack.extract.sources import posts
from tests.extract.reading import scenes


def named(text: str) -> list[Source]:
    (scene,) = scenes(text)
    return list(scene.sources)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The ministry said 12 people died.", "The ministry"),
        ("The health ministry of Norda said 12 people died.", "The health ministry of Norda"),
        ("Twelve people died, police said.", "police"),
        ("Twelve people died, police said on Monday.", "police"),
        ("Twelve people died, according to the Red Crescent.", "the Red Crescent"),
        ("According to Gaza’s Ministry of Health, 12 died.", "Gaza’s Ministry of Health"),
        ("“We saw 12 dead,” said Ana Costa.", "Ana Costa"),
        ("A spokesman for the army told reporters that 12 died.", "A spokesman for the army"),
        ("UNICEF warned that 12 people had died.", "UNICEF"),
        ("The agency has reported 12 deaths.", "The agency"),
        ("The observatory's count stands at 12.", "observatory"),
    ],
)
def test_one_source(text: str, mention: str) -> None:
    (source,) = named(text)
    assert source.mention.lower().removeprefix("the ") == mention.lower().removeprefix("the ")
    assert text[source.start : source.end].strip("“”’, ").endswith(source.mention.split()[-1])


@pytest.mark.parametrize(
    "text",
    ["The army killed 12 rebels.", "Twelve people died.", "Twelve deaths were reported.", "It is said that 12 died.",
     "The reported dead are 12."],
)  # fmt: skip
def test_no_source(text: str) -> None:
    assert named(text) == []


def test_a_leading_source_answers_for_what_follows_it() -> None:
    text = "Two men died but the ministry said 12 were hurt."
    (source,) = named(text)
    assert not source.scope_start <= text.index("Two") < source.scope_end
    assert source.scope_start <= text.index("12") < source.scope_end


def test_a_trailing_source_answers_for_its_sentence() -> None:
    text = "Two men died and 12 were hurt, the ministry said."
    (source,) = named(text)
    assert source.scope_start <= text.index("Two") < text.index("12") < source.scope_end


def test_a_pronoun_is_marked_as_one() -> None:
    assert [source.pronoun for source in named("He said 12 people died.")] == [True]
    assert [source.pronoun for source in named("The group said 12 people died.")] == [True]
    assert [source.pronoun for source in named("The ministry said 12 people died.")] == [False]


def test_who_denies_is_marked() -> None:
    assert [source.kind for source in named("The army denied that 12 people died.")] == ["deny"]


def test_a_post_has_its_author_and_day() -> None:
    text = "Twelve died. — Ilse Marr (@ilsemarr) November 3, 2024"
    ((start, end, author, date),) = posts(text, 0, len(text))
    assert (author, date) == ("Ilse Marr", "November 3, 2024")
    assert text[start:end].startswith("— Ilse") and end == len(text)


def test_a_signature_without_a_name_is_no_post() -> None:
    assert posts("12 people were killed. —   (@keld)", 0, 34) == []
