"""Where it happened: the places that a sentence names, as said and by the gazetteer.

A name counts as a place where the gazetteer knows it, or where a preposition of place stands before it; names that
are also words or people's names need the preposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack.extract.tokens import Token
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Keyed, KeyedWords, Lexicon

SPOT, CITY, REGION, AREA, COUNTRY = range(5)
_RANKS = {"spot": SPOT, "city": CITY, "region": REGION, "water": REGION, "area": AREA, "country": COUNTRY}
_LONGEST_RUN, _FAR, _LONGEST_OWN = 5, 7, 12
# The compass alone is told of less than a country is.
_COMPASS = COUNTRY + 1
_MODIFIERS = frozenset({W.DETERMINER, W.ARTICLE, W.ADJECTIVE, W.DEMONYM, W.POSSESSIVE})
_COMMON = frozenset({W.WORD, W.PERSON, W.REFUSED, W.COUNTED, W.TALLY})
_IN_NAMES = frozenset({W.NAME, W.WORD, W.HOME, W.PERSON, W.REFUSED})
_BEGINNERS = _IN_NAMES | {W.ADJECTIVE, W.DEMONYM, W.ADVERB, W.COUNTED}
_NEAR = 0.5
_SHORT = 3


class PlaceMention(NamedTuple):
    """A place as a sentence names it; `rank` is finer the smaller it is, `led` says that a preposition leads to it.

    `named` is False for a name that only its preposition shows to be a place. `weight` is added to the rank where the
    event is said to be near the place, not in it.
    """

    text: str
    start: int
    end: int
    name: str | None
    country: str | None
    rank: int
    led: bool
    named: bool = True
    weight: float = 0.0
    weak: bool = False

    @property
    def cost(self) -> float:
        """How far it is from being the finest place of an event."""
        return self.rank + self.weight


def mentions(text: str, tokens: Sequence[Token], lexicon: Lexicon, *, capitals: bool = False) -> list[PlaceMention]:
    """The places that a sentence names, in order; `capitals` says that it is written all in capitals."""
    return _Finder(text, tokens, lexicon, capitals).find()


@cache
def _first_words() -> frozenset[str]:
    """The words that names of the gazetteer begin with, in its normal form."""
    return frozenset(gazetteer.names())


@cache
def _normal(word: str) -> str:
    """The first word of a word's normal form in the gazetteer."""
    return gazetteer.normal(word).partition(" ")[0]


def _in_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a headline with capitals throughout, where a capital shows no name."""
    words = [t.text for t in tokens if len(t.text) > _SHORT and t.text[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


_CAPITALISED = re.compile(r"(?=[^\W\d_])(?![a-z])(?:-?[^\W\d_]|[’'](?!s\b)(?=[^\W\d_]))++")


@cache
def _country_words(country: str) -> frozenset[str]:
    """The first words of a country's names in normal form, and the first letters of its abbreviations."""
    known = gazetteer.country_names().get(country, ())
    return frozenset(name.partition(" ")[0] for name in known) | {name[0] for name in known if len(name) < 6}


def can_name(text: str, country: str, lexicon: Lexicon) -> bool:
    """Whether a name of a country can stand in a text, by its words in capitals; a user may have any names."""
    if lexicon.names:
        return True
    words = _country_words(country)
    return any(_normal(word) in words for word in _CAPITALISED.findall(text))


def may_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence can name a place: a word behind its first has a capital, or the first begins a name.

    Not to be asked where a capital tells nothing.
    """
    if lexicon.names:
        return True
    capitals = _CAPITALISED.finditer(text)
    first = next(capitals, None)
    if first is not None:
        word = first[0]
        if word.isupper() or _normal(word) in _first_words() or next(capitals, None) is not None:
            return True
        if any(map(str.isalpha, text[: first.start()])):
            return True
    return any(word in text for word in _compass(Keyed(lexicon)))


@cache
def _compass(holder: Keyed) -> tuple[str, ...]:
    """The words of the compass, without those that hold another one (`northeast`)."""
    words = holder.lexicon.sets["places.compass"]
    return tuple(word for word in words if not any(other in word for other in words if other != word))


@lru_cache(maxsize=8)
def _bodies(holder: KeyedWords) -> frozenset[str]:
    """Nouns of sources that are no words for a level of places."""
    return frozenset(holder.lexicon.source_nouns.keys() - holder.lexicon.sets["places.levels"])


class _Finder:
    """One pass over a sentence's tokens."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon, capitals: bool) -> None:
        self._text, self._tokens, self._capitals = text, tokens, capitals
        sets = lexicon.sets
        self._led, self._sure = sets["places.led"], sets["places.sure_led"]
        self._directions, self._compass = sets["places.directions"], sets["places.compass"]
        self._levels, self._regions = sets["places.levels"], sets["places.regions"]
        self._wide, self._weak = sets["places.wide"], sets["places.weak_led"]
        self._natural, self._namesakes = sets["places.natural"], sets["places.namesakes"]
        self._generic, self._no_place = sets["places.generic"], sets["places.no_place"]
        self._bodies = _bodies(KeyedWords(lexicon))
        self._speaking = sets["places.speaking"]
        self._befalling, self._idioms = sets["places.befalling"], sets["places.idioms"]
        self._headline = not capitals and _in_title_case(tokens)
        self._names, self._base = lexicon.names, lexicon.base
        self._found: list[PlaceMention] = []

    def find(self) -> list[PlaceMention]:
        """All mentions, in order."""
        i = 0
        while i < len(self._tokens):
            i = self._read(i) if self._may_begin(i) else self._read_compass(i)
        return self._found

    def _may_begin(self, i: int) -> bool:
        """Whether a name of a place can begin at token `i`."""
        token = self._tokens[i]
        if not token.text[:1].isupper():
            return False
        return token.reading.cls in ((W.WORD, W.NAME) if self._capitals else _BEGINNERS)

    def _read_compass(self, i: int) -> int:
        """`to the north`: a direction that stands for the place there. The next token to look at."""
        tokens = self._tokens
        token = tokens[i]
        if token.lower in self._compass and i > 1 and tokens[i - 1].lower == "the":
            onward = i + 1 < len(tokens) and tokens[i + 1].reading.cls == W.OF
            if tokens[i - 2].lower in ("in", "to", "from", "across") and not onward:
                start = tokens[i - 1].start
                words = self._text[start : token.end]
                self._found.append(PlaceMention(words, start, token.end, None, None, _COMPASS, True))
        return i + 1

    def _read(self, i: int) -> int:
        """Take the mention that begins at token `i`, if it is one. The next token to look at."""
        length, known = self._known(i)
        last = i + length if length else self._run(i)
        lead = self._led_by(i)
        led, sure = bool(lead) and lead not in self._weak, lead in self._sure
        led = led or self._listed(i)
        if self._is_speaking(i):
            return last
        if known is None:
            if not sure or self._headline or self._unfit(i, last) or (self._capitals and not self._closed(last)):
                return max(last, i + 1)
        elif not self._is_place(i, last, known, led):
            return last
        return self._take(i, last, known, led, _NEAR if lead in ("near", "outside", "around", "off") else 0.0)

    def _known(self, i: int) -> tuple[int, gazetteer.Place | None]:
        """How many tokens make the longest name of the user's places or the gazetteer from here, and its place."""
        word = self._tokens[i].text
        if self._names:
            own, place = self._names.place([t.text for t in self._tokens[i : i + _LONGEST_OWN]])
            if place is not None:
                return own, place
        if _normal(word) not in _first_words() and not (word.isupper() and len(word) <= 5) and "." not in word:
            return 0, None
        length = gazetteer.longest([t.text for t in self._tokens[i : i + 6]], 0)
        if not length:
            return 0, None
        return length, gazetteer.find(" ".join(t.text for t in self._tokens[i : i + length]))

    def _run(self, i: int) -> int:
        """The end of a run of names that begins at token `i`."""
        last = i + 1
        while last < len(self._tokens) and last - i < _LONGEST_RUN:
            token = self._tokens[last]
            hyphen = token.reading.cls == W.DASH and token.start == self._tokens[last - 1].end
            if not hyphen and not (token.text[:1].isupper() and token.reading.cls in _IN_NAMES):
                break
            last += 1
        return last

    def _is_speaking(self, i: int) -> bool:
        """Whether it is where somebody spoke (`told reporters in Kabul`), not where anything happened."""
        before = [t.lower for t in self._tokens[max(0, i - 3) : i]]
        return any(word in self._speaking for word in before[:-1]) and before[-1] in ("in", "to", "at")

    def _listed(self, i: int) -> bool:
        """Whether the name goes on a list of places that a preposition leads to (`in Iraq and Syria`)."""
        if not self._found or not self._found[-1].led or i < 2:
            return False
        return self._tokens[i - 1].reading.cls in (W.AND, W.COMMA) and self._found[-1].end == self._tokens[i - 2].end

    def _led_by(self, i: int) -> str:
        """The preposition that leads to the name; empty where none does.

        Directions, adjectives, `the town of` and a wider place's possessive stand between (`in China's north`).
        """
        tokens = self._tokens
        k = i - 1
        for _ in range(_FAR):
            if k < 0:
                return ""
            token = tokens[k]
            if token.reading.cls == W.OF and k and tokens[k - 1].lower in self._generic | self._directions:
                return "in"
            if token.reading.cls == W.OF and k and self._names_a_body(k - 1):
                return ""
            if not self._between(k, i):
                break
            k -= 1
        lower = tokens[k].lower.rpartition(" ")[2]
        if tokens[k].reading.cls == W.INTRANSITIVE and self._goes(tokens[k].reading.metric):
            return "in"
        if tokens[k].lower in self._befalling and self._known(i)[1] is not None:
            return "in"
        return lower if lower in self._led else ""

    def _names_a_body(self, k: int) -> bool:
        """Whether the word before `of PLACE` makes it the name of a body (`the Islamic State of Iraq`)."""
        word = self._tokens[k]
        return not self._capitals and word.text[:1].isupper() and word.lower not in self._levels

    def _goes(self, metric: str | None) -> bool:
        """Whether a name behind a metric's intransitive verbs is a place: `fled Aleppo`, and all of the user's own."""
        return metric == "displaced" or (self._base is not None and metric not in self._base.metrics)

    def _between(self, k: int, i: int) -> bool:
        """Whether token `k` can stand between a preposition and the name at `i`."""
        tokens = self._tokens
        token = tokens[k]
        if token.lower in self._directions or token.lower in self._generic or token.reading.cls in _MODIFIERS:
            return True
        if token.reading.cls == W.NAME:
            return k + 1 < i and tokens[k + 1].reading.cls == W.POSSESSIVE
        return token.reading.cls == W.WORD and k > 0 and tokens[k - 1].reading.cls in (W.DETERMINER, W.ARTICLE)

    def _unfit(self, i: int, last: int) -> bool:
        """Whether an unknown name is no place: a body, a direction alone, or the first part of a common noun."""
        first = self._tokens[i]
        alone = last - i == 1
        if first.lower in self._directions or gazetteer.demonym(first.text) is not None:
            return True
        if first.lower in self._idioms and (alone or self._capitals):
            return True
        if alone and (first.lower in self._levels or (first.text.isupper() and not self._capitals)):
            return True
        if any(t.text in self._no_place or t.lower in self._bodies for t in self._tokens[i:last]):
            return True
        if last >= len(self._tokens):
            return False
        after = self._tokens[last]
        return after.reading.cls in _COMMON and after.lower not in self._levels

    def _closed(self, last: int) -> bool:
        """Whether a name ends here for certain, which in capitals only a mark or a level's word tells."""
        if last >= len(self._tokens):
            return True
        after = self._tokens[last]
        return after.reading.cls in (W.COMMA, W.STOP, W.AND, W.SEMICOLON) or after.lower in self._levels

    def _is_place(self, i: int, last: int, place: gazetteer.Place, led: bool) -> bool:
        """Whether a name of the gazetteer is meant as a place here."""
        tokens = self._tokens
        first = tokens[i]
        word = place.common_word and not first.text.isupper()
        if not led and (word or (place.person_name and place.kind != "country")):
            return False
        if last - i > 1 and gazetteer.demonym(first.text) is not None:
            return False
        alone = last - i == 1
        if alone and (first.lower in self._directions or first.lower in self._levels):
            return False
        if self._capitals:
            return not (alone and len(first.text) < 4)
        return not self._part_of_name(i, last, place, led)

    def _part_of_name(self, i: int, last: int, place: gazetteer.Place, led: bool) -> bool:
        """Whether other names beside it make it part of a person's or a body's name."""
        before = self._tokens[i - 1] if i else None
        after = self._tokens[last] if last < len(self._tokens) else None
        if before is not None and before.reading.cls == W.NAME and before.lower not in self._directions:
            close = before.text[:1].isupper() and before.end + 1 >= self._tokens[i].start
            if close and before.text not in self._no_place:
                return True
        if after is None or led or place.kind != "city":
            return False
        return after.reading.cls == W.NAME and after.text[:1].isupper() and after.lower not in self._levels

    def _is_namesake(self, level: Token, place: gazetteer.Place | None) -> bool:
        """Whether a place with a level in capitals is only named after another: Lyon County, the Palestine Hotel."""
        if place is None or not level.text[:1].isupper() or level.lower not in self._namesakes:
            return False
        regions = [one for one in gazetteer.candidates(place.name) if one.kind == "region"]
        return level.lower not in self._regions or all(one.country != place.country for one in regions)

    def _take(self, i: int, last: int, place: gazetteer.Place | None, led: bool, weight: float) -> int:
        """Add the mention, with the direction before it and the word for its level behind it. The next token."""
        tokens, length = self._tokens, last - i
        first = i - 1 if i and tokens[i - 1].lower in self._directions else i
        rank = _RANKS.get(place.kind, _RANKS["area"]) if place else _RANKS["spot"]
        named = place is not None
        if last < len(tokens) and tokens[last].lower in self._levels and tokens[last].start - tokens[last - 1].end <= 1:
            level = tokens[last].lower
            rank = _RANKS["spot"] if level not in self._wide else rank
            rank = _RANKS["region"] if level in self._regions else rank
            named = True
            last += 1
        start, end = tokens[first].start, tokens[last - 1].end
        crossing = rank == COUNTRY and tokens[last - 1].lower in self._natural
        country = place.country if place and place.certain and not crossing else None
        if length < last - i and country is not None and self._is_namesake(tokens[last - 1], place):
            country = None
        words = " ".join(self._text[start:end].split())
        if place is not None and self._names and start == tokens[i].start and end == tokens[i + length - 1].end:
            words = self._names.standing(place) or words
        self._found.append(
            PlaceMention(words, start, end, place.name if place else None, country, rank, led, named, weight)
        )
        return last
