"""Generated articles to measure with: sentences of our own, filled with names, places and figures by a seeded dice.

`dense` articles carry as many claims as the seeds, some 0.8 in a thousand characters: figures in their lead or behind,
between talks, rescues and statements. `general` ones are the news of a day: prices, results and years, with a casualty
figure here and there. Names are made of syllables, so that many words are met only once.
"""

# ruff: noqa: E501
# A template is a sentence, and stands on one line.
from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from random import Random
from string import Formatter

from claimtrack.model import DateBasis, Document

FIGURES = (
    "At least {few} people were killed and {some} wounded when {cause} hit the {town} district of {country} on {weekday}, {source} said.",
    "The death toll from {cause} in {town} has risen to {some}, up from {few} a day earlier, according to {source}.",
    "{source}, which does not say how many of the dead were fighters, put the toll since {month} {day} at more than {many}.",
    "More than {many} people have been displaced from their homes in {town} since {month} {day}, {source} reported.",
    "{Few} soldiers and {few} civilians were among the dead, a spokesman for {source} told reporters in {town}.",
    "“We have counted {some} bodies so far, including those of {few} children,” said {person}, who leads the rescue in {town}.",
    "Another {some} people remain missing and are feared trapped under the rubble of {few} collapsed buildings.",
    "{source} said {some} patients were being treated in hospitals around {town}, {few} of them in a critical condition.",
    "Police detained {some} protesters after {month} {day}, of whom {few} have since been released.",
    "Nearly {many} residents were evacuated as the river rose to its highest level in {few} years.",
    "About {many} houses were destroyed or damaged in {country}, leaving some {many} families without shelter.",
    "Officials in {town} had earlier spoken of {few} deaths and dozens of injuries.",
)  # fmt: skip
WAR = (
    "{person}, the {country} foreign minister, called for an immediate ceasefire and for the withdrawal of all foreign troops.",
    "In a statement issued on {weekday}, both sides stressed the urgent need to return to the {town} agreement.",
    "“The people of {country} have suffered enough, and those who could have prevented it must answer for it,” {person} said.",
    "Aid agencies say that convoys are held up for days at the crossing near {town}, with little access to food, water and medical care.",
    "The Security Council is expected to discuss the situation behind closed doors later in the week.",
    "The army denied that its aircraft had struck a school, and said that it had targeted a command post of the armed group.",
    "Witnesses described scenes of panic as ambulances carried the wounded through streets blocked by debris.",
    "Human rights groups have repeatedly accused both parties of firing into crowded neighbourhoods.",
    "The talks in {town}, mediated by {country}, broke down in {month} over the fate of the prisoners.",
    "Hospitals in the region are running out of fuel, and surgeons operate by the light of mobile telephones.",
    "Analysts doubt that {person} can hold the coalition together if the offensive drags on into the winter.",
    "The conflict, which many in {country} call a war of attrition, has its roots in a dispute over the eastern provinces.",
    "Residents who returned to {town} found their homes looted, their wells filled in and their fields mined.",
    "Rescuers worked through the night with their bare hands, stopping now and then to listen for voices.",
    "{person} visited the affected area on {weekday} and promised that nobody would be left behind.",
    "The war between {country} and its neighbour, which began in {year}, has driven up the price of grain.",
    "{person}, {age}, a father of {goals} from {town}, said that he had heard three explosions before dawn.",
    "The second round of talks will be held on {month} {day}, and {few} delegations are expected.",
    "The donors pledged ${many} million for roads and schools, of which less than {few} percent has been paid.",
    "The attack drew condemnation from {country}, whose ambassador spoke of a flagrant violation of international law.",
)  # fmt: skip
DAILY = (
    "Shares in {company} fell {few} percent on {weekday} after the company cut its forecast for the second quarter.",
    "The central bank of {country} left its benchmark rate unchanged at {few}.5 percent, as most economists had expected.",
    "{person} scored twice as {town} United beat {town} City {goals} to move within {goals} points of the leaders.",
    "The film, shot in {town} over the course of a single summer, opens in cinemas across {country} in {month}.",
    "Voters go to the polls in {month}, and a recent survey gives the party of {person} a narrow lead.",
    "“I have always believed that a city is judged by its libraries,” said {person}, an architect who grew up in {town}.",
    "The ministry plans to spend ${many} million on rail lines between {town} and {town} before the end of the decade.",
    "Researchers at the University of {town} have found that bees remember human faces longer than had been thought.",
    "{company} said it would hire engineers in {country} and open a second plant near {town} next year.",
    "Parliament passed the budget late on {weekday} after a debate that lasted more than ten hours.",
    "Heavy traffic is expected on the coastal road as families head home from the holidays.",
    "The museum has lent three of its paintings to a gallery in {town}, where they will be shown until {month} {year}.",
    "A court in {town} ruled on {weekday} that the contract between {company} and the city was void.",
    "Temperatures are expected to reach {some} degrees in the south, forecasters said, with storms later in the week.",
    "The novel, her fourth, follows two sisters who inherit a bakery from an aunt they have never met.",
    "Farmers in {country} complain that the price of fertiliser has doubled since {year} while that of wheat has stalled.",
    "{person}, who took office in {year}, has promised to simplify the tax code and to pay teachers more.",
    "Ticket sales opened on {weekday} morning, and the website was down within minutes.",
    "The two companies did not disclose the terms of the deal, which regulators in {country} still have to approve.",
    "Critics say that the new law leaves too much to the discretion of local officials.",
    "The orchestra returns to {town} with a programme of dances and a concerto that it has not played for {few} years.",
    "“It is a good day for {town} and a good day for the whole league,” the coach told a radio station.",
    "Exports rose for the third month in a row, helped by a weaker currency and by strong demand from {country}.",
    "The mayor has asked residents to save water until the reservoirs above {town} have filled again.",
    "Engineers will test the bridge at night, when the line is closed, so that commuters notice as little as possible.",
    "Like many towns of its size, {town} has lost its cinema, its post office and most of its bakeries.",
)  # fmt: skip
ACCIDENTS = (
    "A man died and {goals} others were injured when a bus left the road near {town}, police said.",
    "Firefighters rescued a family of {goals} from a burning flat in {town} early on {weekday}.",
    "The storm of {year}, in which {some} people were killed, is still remembered in {town}.",
)
WORDS: Mapping[str, Sequence[str]] = {
    "cause": ("an air strike", "a landslide", "a bombing", "an earthquake", "a flash flood", "shelling", "a ferry fire"),
    "country": ("Sudan", "Syria", "Ukraine", "Myanmar", "Haiti", "Lebanon", "Ethiopia", "Nepal", "Peru", "Mali", "Turkey"),
    "source": (
        "the Ministry of Health", "the provincial governor", "the United Nations", "the civil defence agency",
        "a local monitoring group", "the Red Crescent", "state media", "the army", "the National Disaster Authority",
    ),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": ("January", "March", "April", "June", "July", "September", "October", "December"),
}  # fmt: skip
SYLLABLES = ("ba", "kor", "li", "men", "ta", "ra", "shu", "del", "no", "vi", "gan", "e", "so", "pur", "mi", "han", "zu")
NUMBERS = {"few": (2, 20), "some": (12, 400), "many": (1200, 90000), "goals": (2, 5)}
SMALL_WORDS = ("two", "three", "four", "five", "six", "seven", "nine", "eleven", "twelve")


def dense(characters: int, seed: int = 1) -> list[Document]:
    """Articles of at least so many characters in all, as full of claims as the seeds."""
    return _articles(characters, Random(seed), _dense_article)


def general(characters: int, seed: int = 2) -> list[Document]:
    """Articles of at least so many characters in all, most of whose sentences hold no figure of ours."""
    return _articles(characters, Random(seed), _general_article)


def _dense_article(dice: Random) -> list[str]:
    """An article of a war or disaster: one or two sentences with figures, and all that is said and done about it."""
    sentences = [dice.choice(WAR) for _ in range(22)]
    for _ in range(dice.randint(1, 2)):
        sentences[dice.choice((0, dice.randrange(len(sentences))))] = dice.choice(FIGURES)
    return sentences


def _general_article(dice: Random) -> list[str]:
    """The news of a day: here and there an accident, or a war."""
    kinds = dice.choices((DAILY, WAR, ACCIDENTS), (88, 11, 1), k=20)
    return [dice.choice(kind) for kind in kinds]


def _articles(characters: int, dice: Random, templates_of: Callable[[Random], list[str]]) -> list[Document]:
    """Articles until there are enough characters."""
    articles: list[Document] = []
    size = 0
    while size < characters:
        text = _text([_filled(template, dice) for template in templates_of(dice)], dice)
        size += len(text)
        number = len(articles)
        articles.append(
            Document(
                id=f"article-{number}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
                address=f"generated/{number}", published="2025-01-15", published_basis=DateBasis.GIVEN,
            )
        )  # fmt: skip
    return articles


def _text(sentences: Sequence[str], dice: Random) -> str:
    """Sentences as paragraphs of one to three, with blank lines between."""
    paragraphs: list[list[str]] = [[]]
    for sentence in sentences:
        if len(paragraphs[-1]) == 3 or (paragraphs[-1] and dice.random() < 0.5):
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def _filled(template: str, dice: Random) -> str:
    """A template with a word or a figure for each of its fields."""
    parts = []
    for literal, field, _, _ in Formatter().parse(template):
        parts.append(literal)
        if field:
            parts.append(_word(field, dice))
    sentence = "".join(parts)
    return sentence[:1].upper() + sentence[1:]


def _word(field: str, dice: Random) -> str:
    """What stands for one field."""
    if field in WORDS:
        return dice.choice(WORDS[field])
    if field.lower() in NUMBERS:
        low, high = NUMBERS[field.lower()]
        number = round(low * (high / low) ** dice.random())
        small = number - 2 < len(SMALL_WORDS) and field != "goals"
        return SMALL_WORDS[number - 2] if small and dice.random() < 0.7 else f"{number:,}"
    if field == "age":
        return str(dice.randint(18, 80))
    if field == "year":
        return str(dice.randint(1990, 2024))
    if field == "day":
        return str(dice.randint(1, 28))
    if field == "company":
        return f"{_name(dice)} {dice.choice(('Holdings', 'Motors', 'Energy', 'Foods'))}"
    return f"{_name(dice)} {_name(dice)}" if field == "person" else _name(dice)


def _name(dice: Random) -> str:
    """A name of two to four syllables."""
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))).capitalize()
