"""Where it happened: the places that a sentence names, as said and by the gazetteer.

A name counts as a place where the gazetteer knows it, or where a preposition of place stands before it; names that
are also words or people's names need the preposition.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.extract.tokens import Token
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W

_LED = frozenset(
    "in near at outside off across around throughout inside from over along into to of within on between through toward towards south north east west southeast northeast southwest northwest onto leaving".split()
)
_SURE_LED = frozenset("in near at outside off across around throughout inside within along into".split())
_DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west northeast northeastern north-eastern northwest northwestern north-western southeast southeastern south-eastern "
    "southwest southwestern south-western upper lower mainland rural greater downtown coastal inner outer occupied besieged war-torn neighbouring neighboring government-held rebel-held".split()
)
_LEVELS = frozenset(
    "province provinces district state county city town village region governorate department prefecture municipality commune island islands river valley strip square street camp settlement airport base peninsula sea lake "
    "mountains mountain hospital prison neighbourhood neighborhood suburb port bay gulf coast desert territory parish township oblast subdistrict crossing border road highway bridge mine plant park forest hotel stadium school university mosque church market plaza beach canal strait dam basin plateau".split()
)
_GENERIC = frozenset(
    "town city village province district region state island department municipality county capital port suburb neighbourhood neighborhood area governorate prefecture commune outskirts coast shores shore coastline border heart centre center banks settlement camp kibbutz farm hamlet island neighbourhood neighborhood township jurisdiction".split()
)
_NOT_PLACES = frozenset(
    "Mr Mrs Ms Dr President Minister General Colonel Captain Lieutenant Sergeant King Queen Prince Prime Foreign Interior Defence Defense Health Ministry Police Army Navy Air Force Reuters AFP AP BBC CNN Anadolu Xinhua Twitter Facebook Instagram Telegram "
    "God Islam Christmas Easter Ramadan Parliament Congress Senate Court Council Security United Red Cross Crescent Monday Tuesday Wednesday Thursday Friday Saturday Sunday English French Arabic Operation Typhoon Hurricane Cyclone Storm Flight Boeing Airbus University Assembly".split()
)
_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_RANKS = {"spot": 0, "city": 1, "region": 2, "water": 2, "area": 3, "country": 4}


class PlaceMention(NamedTuple):
    """A place as a sentence names it; `rank` is finer the smaller it is, `led` says that a preposition leads to it.

    `named` is False for a name that only its preposition shows to be a place.
    """

    text: str
    start: int
    end: int
    name: str | None
    country: str | None
    rank: int
    led: bool
    named: bool = True


def mentions(text: str, tokens: Sequence[Token], organisations: Container[str], *, capitals: bool = False) -> list[PlaceMention]:
    """The places that a sentence names, in order.

    `organisations` are words that make a name that of a body rather than of a place (`at Human Rights Watch`).
    """
    found: list[PlaceMention] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if not _may_begin(token, capitals):
            if (
                token.lower in _COMPASS
                and i > 1
                and tokens[i - 1].lower == "the"
                and tokens[i - 2].lower in ("in", "to", "from", "across")
                and not (i + 1 < count and tokens[i + 1].lower == "of")
            ):
                found.append(
                    PlaceMention(
                        text[tokens[i - 1].start : token.end],
                        tokens[i - 1].start,
                        token.end,
                        None,
                        None,
                        _RANKS["area"],
                        True,
                    )
                )
            i += 1
            continue
        length, known = _known(tokens, i)
        last = i + length if length else _run(tokens, i)
        led, sure = _led_by(tokens, i)
        if not led and found and found[-1].led and i > 1 and tokens[i - 1].reading.cls in (W.AND, W.COMMA) and found[-1].end == tokens[i - 2].end:
            led = True
        unfit = any(t.text in _NOT_PLACES or t.lower in organisations for t in tokens[i:last]) or _goes_on(tokens, last) or gazetteer.demonym(token.text) is not None
        if known is None and (not sure or capitals or unfit or token.lower in _DIRECTIONS or token.lower in _LEVELS):
            i = max(last, i + 1)
            continue
        if known is not None and not _is_place(tokens, i, last, known, led, capitals):
            i = last
            continue
        mention, last = _mention(text, tokens, i, last, known, led)
        found.append(mention)
        i = last
    return found


def _may_begin(token: Token, capitals: bool) -> bool:
    """Whether a name of a place can begin here."""
    return (
        token.text[:1].isupper()
        and token.reading.cls not in (W.DATE, W.CODE)
        and (not capitals or token.reading.cls in (W.WORD, W.NAME))
    )


@cache
def _first_words() -> frozenset[str]:
    """The words that names of the gazetteer begin with, in its normal form."""
    return frozenset(gazetteer.names())


@cache
def _normal(word: str) -> str:
    """The gazetteer's normal form of a word."""
    return gazetteer.normal(word)


def _known(tokens: Sequence[Token], i: int) -> tuple[int, gazetteer.Place | None]:
    """How many tokens make the longest name of the gazetteer from here, and its place."""
    word = tokens[i].text
    if (
        _normal(word).partition(" ")[0] not in _first_words()
        and not (word.isupper() and len(word) <= 5)
        and "." not in word
    ):
        return 0, None
    length = gazetteer.longest([t.text for t in tokens[i : i + 6]], 0)
    if not length:
        return 0, None
    return length, gazetteer.find(" ".join(t.text for t in tokens[i : i + length]))


def _run(tokens: Sequence[Token], i: int) -> int:
    """The end of a run of names that begins at token `i`."""
    last = i + 1
    while last < len(tokens) and last - i < 5:
        token = tokens[last]
        joined = token.text[:1].isupper() and token.reading.cls in (W.NAME, W.WORD, W.HOME, W.PERSON, W.REFUSED)
        if not joined and not (token.reading.cls == W.DASH and token.start == tokens[last - 1].end):
            break
        last += 1
    return last


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name goes on as a common noun (`the Richter scale`), so that it is no place by itself."""
    if last >= len(tokens):
        return False
    after = tokens[last]
    return after.reading.cls in (W.WORD, W.PERSON, W.REFUSED, W.COUNTED, W.TALLY) and after.lower not in _LEVELS


def _led_by(tokens: Sequence[Token], i: int) -> tuple[bool, bool]:
    """Whether a preposition leads to the name, and whether one that only places follow does.

    Directions, adjectives, `the town of` and a wider place's possessive stand between (`in China's northern Hebei`).
    """
    k = i - 1
    for _ in range(7):
        if k < 0:
            return False, False
        token = tokens[k]
        if token.lower == "of" and k and (tokens[k - 1].lower in _GENERIC or tokens[k - 1].lower in _DIRECTIONS):
            return True, True
        between = token.lower in _DIRECTIONS or token.lower in _GENERIC or token.reading.cls in _MODIFIERS
        owner = token.reading.cls == W.NAME and k + 1 < i and tokens[k + 1].reading.cls == W.POSSESSIVE
        described = token.reading.cls == W.WORD and k and tokens[k - 1].reading.cls in (W.DETERMINER, W.ARTICLE)
        if not (between or owner or described):
            break
        k -= 1
    lower = tokens[k].lower.rpartition(" ")[2]
    if tokens[k].reading.cls == W.INTRANSITIVE and tokens[k].reading.metric == "displaced":
        return True, True
    return lower in _LED, lower in _SURE_LED


_MODIFIERS = frozenset({W.DETERMINER, W.ARTICLE, W.ADJECTIVE, W.DEMONYM, W.POSSESSIVE})


def _is_place(tokens: Sequence[Token], i: int, last: int, place: gazetteer.Place, led: bool, capitals: bool) -> bool:
    """Whether a name of the gazetteer is meant as a place here."""
    before = tokens[i - 1] if i else None
    after = tokens[last] if last < len(tokens) else None
    if place.common_word and not led:
        return False
    if (last - i > 1 and gazetteer.demonym(tokens[i].text) is not None) or (capitals and last - i == 1 and len(tokens[i].text) < 4):
        return False
    if last - i == 1 and (tokens[i].lower in _DIRECTIONS or tokens[i].lower in _LEVELS):
        return False
    if place.person_name and not led and place.kind != "country":
        return False
    if (
        before is not None
        and before.reading.cls == W.NAME
        and before.text[:1].isupper()
        and before.text not in _NOT_PLACES
        and not capitals
        and before.end + 1 >= tokens[i].start
        and before.lower not in _DIRECTIONS
    ):
        return False
    return not (
        after is not None
        and after.reading.cls == W.NAME
        and not capitals
        and place.kind == "city"
        and after.lower not in _LEVELS
        and after.text[:1].isupper()
        and not led
    )


def _mention(
    text: str, tokens: Sequence[Token], i: int, last: int, place: gazetteer.Place | None, led: bool
) -> tuple[PlaceMention, int]:
    """The mention with the direction before it and the word for its level behind it."""
    first = i
    if first and tokens[first - 1].lower in _DIRECTIONS:
        first -= 1
    rank = _RANKS.get(place.kind, 3) if place else _RANKS["spot"]
    named = place is not None
    if last < len(tokens) and tokens[last].lower in _LEVELS and tokens[last].start - tokens[last - 1].end <= 1:
        level = tokens[last].lower
        named = True
        last += 1
        if level in (
            "province",
            "state",
            "region",
            "governorate",
            "department",
            "prefecture",
            "district",
            "county",
            "provinces",
        ):
            rank = _RANKS["region"]
    start, end = tokens[first].start, tokens[last - 1].end
    words = " ".join(text[start:end].split())
    return PlaceMention(
        words,
        start,
        end,
        place.name if place else None,
        place.country if place and place.certain else None,
        rank,
        led,
        named,
    ), last
