"""What the files of a user add to the lexicon."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimtrack.lexicon.places.tables import Kind

BUILT_IN_UNITS = ("people", "families", "homes")


class Example(NamedTuple):
    """A sentence that must make a claim of a metric, or (`wanted` is False) must make none; and where it stands."""

    file: str
    line: int | None
    metric: str
    text: str
    wanted: bool


class NamedSource(NamedTuple):
    """A source under the name that stands for it; `kind` is one of those that the lexicon's sources have."""

    name: str
    kind: str | None
    also: tuple[str, ...]


class NamedPlace(NamedTuple):
    """A place under the name that stands for it; `country` is an ISO 3166 alpha-2 code."""

    name: str
    kind: Kind
    country: str | None
    also: tuple[str, ...]


class VagueWord(NamedTuple):
    """What a vague word stands for: its bounds, `high` None where open, and the file that says so."""

    low: int
    high: int | None
    file: str


class Additions:
    """The additions of all files, in their order.

    `metrics` are new ones, in the form of the lexicon's own file; `words` are lists of words for metrics that exist.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.files: list[str] = []
        self.metrics: dict[str, dict[str, Any]] = {}
        self.words: list[tuple[str, dict[str, list[str]]]] = []
        self.units: dict[str, list[str]] = {}
        self.sources: list[NamedSource] = []
        self.vague: dict[str, VagueWord] = {}
        self.places: list[NamedPlace] = []
        self.examples: list[Example] = []
