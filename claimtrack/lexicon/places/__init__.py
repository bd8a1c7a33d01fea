"""Places as data: countries, regions, cities, larger areas and waters, and the words for their people."""

from __future__ import annotations

from claimtrack.lexicon.places.gazetteer import (
    Place,
    abbreviations,
    candidates,
    codes,
    containing,
    country_names,
    demonym,
    demonyms,
    find,
    longest,
    names,
)
from claimtrack.lexicon.places.spelling import normal

__all__ = [
    "Place",
    "abbreviations",
    "candidates",
    "codes",
    "containing",
    "country_names",
    "demonym",
    "demonyms",
    "find",
    "longest",
    "names",
    "normal",
]
