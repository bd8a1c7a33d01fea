"""The country of a place, from the chain of names that it stands in: `in Oru district, Helmand province, Afghanistan`.

A chain goes from a place to wider ones behind it, or begins with its country in front of it (`Nepal's Oru district`,
`the Nigerian town of Oru`). Only one that names exactly one country tells it; a list of places is no chain.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.places import AREA, CITY, COUNTRY, REGION, PlaceMention
from claimtrack.extract.tokens import Token
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_LONGEST = 5
_LIST = frozenset({W.COMMA, W.AND, W.OR})
_SMALL = frozenset({W.IN, W.OF, W.ARTICLE, W.DETERMINER})
_PREPOSITIONS = frozenset({W.IN, W.AT, W.PREPOSITION, W.FROM, W.BY, W.FOR, W.TO, W.RELATIVE})
_ENDS = frozenset({W.COMMA, W.STOP, W.SEMICOLON, W.COLON, W.OPEN, W.CLOSE, W.QUOTE})
_GOING_ON = _PREPOSITIONS | {W.DATE, W.AND, W.OR, W.ACCORDING, W.CITING, W.SAID_BY, W.INCLUDING}
_NOUNS = frozenset({W.NAME, W.COUNTED, W.TOLL, W.PERSON, W.REFUSED})


def with_countries(found: Sequence[PlaceMention], tokens: Sequence[Token], lexicon: Lexicon) -> list[PlaceMention]:
    """The places of a sentence, each with the country that its chain gives where the gazetteer is not certain.

    A chain also overrules the gazetteer (`Paris, Texas`); where it names a country in which no such place is known, the
    country stays open.
    """
    if not found:
        return []
    chains = _Chains(found, tokens, lexicon)
    return [mention if mention.rank >= AREA else chains.completed(n) for n, mention in enumerate(found)]


class _Chains:
    """The places of a sentence, and the words between them."""

    def __init__(self, found: Sequence[PlaceMention], tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._found, self._tokens = found, tokens
        starts = {token.start: i for i, token in enumerate(tokens)}
        ends = {token.end: i + 1 for i, token in enumerate(tokens)}
        self._spans = [(starts.get(m.start, 0), ends.get(m.end, len(tokens))) for m in found]
        self._starts = frozenset(start for start, _ in self._spans)
        sets = lexicon.sets
        self._apart = sets["places.apart"]
        self._levels = (sets["places.levels"] & sets["places.generic"]) - self._apart
        self._compass = sets["places.compass"]
        self._between = (sets["places.directions"] | self._compass | sets["places.generic"]) - self._apart

    def completed(self, n: int) -> PlaceMention:
        """A place with its country."""
        mention = self._found[n]
        said = self._behind(n) | self._before(n)
        if len(said) != 1 or said == {mention.country}:
            return mention
        (country,) = said
        if mention.country is not None and not _is_known(mention, country):
            return mention._replace(country=None)
        return mention._replace(country=country)

    def _behind(self, n: int) -> set[str]:
        """The countries of the wider places behind a place: `, Borno state, Nigeria`, `in northern Nigeria`."""
        said: set[str] = set()
        last, comma = n, False
        for k in range(n + 1, min(n + _LONGEST, len(self._found))):
            here, wider = self._found[last], self._found[k]
            link = self._tokens[self._spans[last][1] : self._spans[k][0]]
            if all(token.reading.cls in _LIST for token in link) and not self._is_wider(here, wider):
                return set()
            if not self._links(link) or not self._is_wider(here, wider):
                break
            last, comma = k, link[0].reading.cls in (W.COMMA, W.OPEN)
            if wider.country is not None and (wider.rank >= REGION or not comma):
                said.add(wider.country)
        return said if said and self._is_closed(last, comma=comma) else set()

    def _is_wider(self, here: PlaceMention, other: PlaceMention) -> bool:
        """Whether a place can hold another: districts lie in provinces, camps in quarters, but no city in another."""
        if here.rank in (CITY, AREA, COUNTRY):
            return other.rank > here.rank and other.rank <= COUNTRY
        return here.rank <= other.rank <= COUNTRY

    def _links(self, link: Sequence[Token]) -> bool:
        """Whether words lead from a place to the one that it lies in: `,`, `in the north of`, `(`."""
        if not link or link[0].reading.cls not in (W.COMMA, W.OPEN, W.IN, W.OF):
            return False
        for i in range(1, len(link)):
            onward = i + 1 < len(link) and link[i + 1].reading.cls == W.OF
            if link[i].lower in self._compass and onward and link[i - 1].reading.cls not in (W.ARTICLE, W.DETERMINER):
                return False  # north of Nigeria, which is Niger
            if link[i].reading.cls not in _SMALL and link[i].lower not in self._between:
                return False
        return True

    def _is_closed(self, n: int, *, comma: bool) -> bool:
        """Whether a chain ends with place `n`, which begins no clause and stands in front of no noun.

        Behind a comma it could be the subject of what follows (`In Oru, Israel struck a school`).
        """
        last = self._spans[n][1]
        if last >= len(self._tokens):
            return True
        after = self._tokens[last]
        cls = after.reading.cls
        if cls == W.POSSESSIVE:
            return self._has_place(last + 1)
        if cls == W.DASH:
            return after.start > self._tokens[last - 1].end
        if cls in _ENDS:
            return True
        if comma:
            return cls in _GOING_ON and self._tokens[0].reading.cls not in _PREPOSITIONS
        return cls not in _NOUNS

    def _has_place(self, k: int) -> bool:
        """Whether the possessive in front of token `k` is of a place: `Nigeria's north`, `Iran's Kerman province`."""
        first = k
        while k < len(self._tokens) and self._leads(k):
            k += 1
        return k in self._starts or any(token.lower in self._between for token in self._tokens[first:k])

    def _before(self, n: int) -> set[str]:
        """The country in front of a place: `Nigeria's`, `the Nigerian town of`."""
        first, last = self._spans[n]
        if any(token.lower in self._apart for token in self._tokens[first:last]):
            return set()
        k, level = first - 1, False
        while k > 0 and self._leads(k):
            level = level or self._tokens[k].lower in self._levels
            k -= 1
        token = self._tokens[max(k, 0)]
        of = first > 0 and self._tokens[first - 1].reading.cls == W.OF
        if level and of and token.reading.cls == W.DEMONYM:
            people = gazetteer.demonym(token.text)
            return {people.country} if people is not None and people.certain and people.country else set()
        if token.reading.cls != W.POSSESSIVE or n == 0 or self._spans[n - 1][1] != k or (of and not level):
            return set()
        owner = self._found[n - 1]
        return {owner.country} if owner.country is not None and owner.rank in (REGION, COUNTRY) else set()

    def _leads(self, k: int) -> bool:
        """Whether a word can stand between a country and its place."""
        token = self._tokens[k]
        if token.lower in self._apart:
            return False
        return token.reading.cls in (W.OF, W.ADJECTIVE) or token.lower in self._between


def _is_known(mention: PlaceMention, country: str) -> bool:
    """Whether the gazetteer has a place of that name in a country."""
    found = gazetteer.find(mention.text, among=(country,)) or gazetteer.find(mention.name or "", among=(country,))
    return found is not None and found.country == country
