"""Whose voice it is, over sentences and quotations: the source of the figure in double brackets."""

from __future__ import annotations

import pytest

from tests.extract.reading import source_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We have [[12]] dead,” the mayor said.", "the mayor"),
        ("“We have [[12]] dead,” said the mayor, Omar Dale.", "Omar Dale"),
        ("“We have [[12]] dead,” Omar Dale, the mayor, told AFP.", "Omar Dale"),
        ("The mayor, Omar Dale, visited the scene. “We have [[12]] dead,” he said.", "Omar Dale"),
        ("The mayor said help was on its way. “We have [[12]] dead.”", "The mayor"),
        ("“It was terrible,” said Omar Dale, the mayor. “We have [[12]] dead.”", "Omar Dale"),
        ("“It was terrible,” said Omar Dale. “[[Twelve]] people were killed.”", "Omar Dale"),
        ("“We ran,” said Ana Costa, a teacher.\n\n“We counted [[12]] bodies,” she said.", "Ana Costa"),
        ("“We ran,” said Ana Costa, a teacher. “It was dark.\n\n“We counted [[12]] bodies.”", "Ana Costa"),
        ("The ministry said the clashes went on. It added that [[12]] people were killed.", "The ministry"),
        (
            "The health ministry said the clashes went on. The ministry said [[12]] people were killed.",
            "The health ministry",
        ),
        ("The health ministry said 40 people were hurt. It said [[12]] people were killed.", "The health ministry"),
        ("Police said 40 people were hurt. Another [[12]] were missing.", "Police"),
        ("Police said 40 people were killed. Of those, [[12]] were children.", "Police"),
        ("Forty people were hurt, police said. Another [[12]] were missing.", "police"),
        ("According to the agency, 40 houses were damaged. Some [[12]] people were killed.", "the agency"),
        (
            "The storm killed 40 people, the agency said. It also left [[12,000]] people homeless, it said.",
            "the agency",
        ),
        (
            "The storm hit on Monday, the agency said. Some [[12]] people were killed. Roads were cut off, it added.",
            "the agency",
        ),
        ("Gov. Ana Ost said [[12]] people were killed.", "Ana Ost"),
        (
            "The U.S. Agency for International Development said [[12,000]] people were displaced.",
            "The U.S. Agency for International Development",
        ),
    ],
)
def test_a_source_that_carries_over(text: str, source: str | None) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "THE MINISTRY SAID THAT [[12]] PEOPLE WERE KILLED IN THE ATTACK ON THE BARRACKS IN KELD PROVINCE.",
            "THE MINISTRY",
        ),
        (
            "MILITARY SOURCES REPORTED THAT [[12]] GUERRILLAS WERE KILLED IN CLASHES WITH THE ARMY IN KELD PROVINCE.",
            "MILITARY SOURCES",
        ),
        (
            "ACCORDING TO THE POLICE, [[12]] PEOPLE WERE KILLED WHEN A BOMB EXPLODED IN THE CENTER OF THE CITY.",
            "THE POLICE",
        ),
        ("[[TWELVE]] PEOPLE WERE KILLED WHEN A BOMB EXPLODED, THE POLICE REPORTED TODAY.", "THE POLICE"),
        ("RADIO NORDA REPORTED THAT [[12]] PEOPLE WERE KILLED WHEN A BOMB EXPLODED.", "RADIO NORDA"),
        (
            "GENERAL OMAR DALE, COMMANDER OF THE THIRD BRIGADE, SAID THAT [[12]] GUERRILLAS WERE KILLED.",
            "GENERAL OMAR DALE",
        ),
        ("A COMMUNIQUE ISSUED BY THE ARMED FORCES SAYS THAT [[12]] GUERRILLAS WERE KILLED.", "THE ARMED FORCES"),
        (
            "THE ARMED FORCES PRESS OFFICE REPORTED TODAY THAT [[12]] GUERRILLAS WERE KILLED IN VARIOUS CLASHES.",
            "THE ARMED FORCES PRESS OFFICE",
        ),
    ],
)
def test_a_source_in_a_transcript_in_capitals(text: str, source: str | None) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The blaze killed [[12]] people, it was reported.", None),
        ("The blaze reportedly killed [[12]] people.", None),
        ("The blaze is believed to have killed [[12]] people.", None),
        ("The group claimed responsibility for the attack, which killed [[12]] people.", None),
        ("The Islamic State group claimed responsibility for a bombing that killed [[12]] people.", None),
        ("The government condemned the attack, which killed [[12]] people.", None),
        ("The president expressed condolences to the families of [[12]] people killed in the attack.", None),
        ("Police are investigating the attack, which killed [[12]] people.", None),
        ("Police arrested [[12]] people.", None),
        ("Rescuers pulled [[12]] bodies from the rubble.", None),
        ("The death toll rose to [[12]] after the government sent troops.", None),
        ("The death toll rose to [[12]], from the 10 reported earlier.", None),
        ("The president met the families of [[12]] people killed in the blast.", None),
        ("He ordered the release of [[12]] prisoners.", None),
        ("The region reported [[12]] deaths.", None),
        ("Police said the toll could rise. The blast killed [[12]] people and wounded 40.", None),
        ("“We have [[12]] dead and 40 wounded,” he said. ", None),
        ("Forty people were hurt, police said. In 2019, a blast in Tarn killed [[12]] people.", None),
        ("Police said 40 people were hurt. Last year [[12]] people were killed in a similar blast.", None),
        ("It is estimated that [[12,000]] people have been displaced.", None),
        ("There were reports that [[12]] people were killed.", None),
        ("The official death toll stands at [[12]].", None),
        ("[[Twelve]] people were reported killed by the army.", None),
        ("[[Twelve]] people were killed by the police.", None),
        ("Civil defence workers recovered [[12]] bodies.", None),
        ("Iraqi forces killed [[12]] militants.", None),
        ("The minister visited Keld, where [[12]] people died in a blast.", None),
        ("The minister said he was saddened by the blast, which killed [[12]] people.", None),
        ("The storm, expected to weaken, forecasters said, killed [[12]] people.", None),
        ("IT WAS REPORTED THAT [[12]] PEOPLE WERE KILLED WHEN A BOMB EXPLODED IN THE CITY.", None),
        ("THE UNITED STATES DENOUNCED THE ATTACK, IN WHICH [[12]] PEOPLE WERE KILLED IN THE CITY CENTER.", None),
    ],
)
def test_the_article_in_its_own_voice(text: str, source: str | None) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(("text", "source"), [
    ("The army chief was quoted by Norda Radio as saying 12 rebels died, while rebels say [[three]] died.", "rebels"),
    ("Local radio put the dead at 19 but hospital staff said only [[11]] people died.", "hospital staff"),
    ("The blaze killed [[12]] people, by the count of the Norda Monitor, a watchdog.", "the Norda Monitor"),
    ("A UN report came out on Monday. It said [[368]] civilians were killed.", "A UN report"),
    ("State media said 570 houses collapsed. The reports said [[31,000]] people were evacuated.", "State media"),
    ("Eleven people were killed and [[40]] were injured, said Ana Silva, citing reports.", "Ana Silva"),
    ("The health chief of the district where it happened, Ana Silva, put the toll at [[38]] dead.", "Ana Silva"),
    ("The number of dead in Keld, the capital of Norda, also rose to [[140]], said Omar Dale.", "Omar Dale"),
    ("Dale, who was in Keld state. It added that [[12]] people were killed.", None),
    ("``We have received [[86]] dead bodies,'' Dr Omar Dale, head of the hospital, told AFP.", "Dr Omar Dale"),
])  # fmt: skip
def test_a_source_among_others(text: str, source: str | None) -> None:
    assert source_of(text) == source
