"""The sources and places that a user has named: by any of their names, the one that stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimtrack.lexicon.own.additions import NamedPlace, NamedSource
from claimtrack.lexicon.places import Place
from claimtrack.lexicon.places.spelling import normal

_ARTICLE = re.compile(r"(?:the|a|an|its|his|her|their) ")


class OwnNames:
    """Looks names up as the text has them: case, articles, possessives, accents and hyphens make no difference."""

    def __init__(self, sources: Iterable[NamedSource], places: Iterable[NamedPlace]) -> None:
        """Take the names; of two entries with one name the later stands."""
        self._sources = {_source_key(name): one for one in sources for name in (one.name, *one.also)}
        self._places = {
            normal(name): Place(one.name, one.kind, one.country, 0, one.country is not None, False, False)
            for one in places
            for name in (one.name, *one.also)
        }
        self._longest = max((key.count(" ") + 1 for key in self._places), default=0)

    def source(self, mention: str) -> NamedSource | None:
        """The source that a mention names."""
        return self._sources.get(_source_key(mention)) if self._sources else None

    def place(self, words: Sequence[str]) -> tuple[int, Place | None]:
        """How many of the words, from the first on, make the longest name of a place, and that place."""
        best: tuple[int, Place | None] = 0, None
        said = ""
        for count, word in enumerate(words[: 2 * self._longest], start=1):
            plain = normal(word)
            said = f"{said} {plain}".strip()
            if plain and said in self._places:
                best = count, self._places[said]
        return best

    def standing(self, place: Place) -> str | None:
        """The name that stands for a place, if it is one of the user's."""
        return place.name if any(place is own for own in self._places.values()) else None


def _source_key(name: str) -> str:
    """A name of a source without case, articles, possessives and marks."""
    plain = re.sub(r"[’']s\b", "", " ".join(name.split()).casefold())
    return normal(_ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain)
