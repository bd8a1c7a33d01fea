"""Reads a file of a user's own words, entry by entry; what is wrong is collected, each thing with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple, cast

from claimtrack.errors import LexiconError
from claimtrack.lexicon.own.additions import (
    BUILT_IN_UNITS,
    Additions,
    Example,
    NamedPlace,
    NamedSource,
    VagueWord,
)
from claimtrack.lexicon.own.entries import WORDS, fault
from claimtrack.lexicon.own.positions import Path
from claimtrack.lexicon.own.sheet import Sheet
from claimtrack.lexicon.own.vague import BOUNDS, bounds_fault, plain, word_fault
from claimtrack.lexicon.own.wording import listed, nearest, on_one_line, told
from claimtrack.lexicon.places.tables import Kind

BASES = ("incident", "period", "cumulative", "stock", "flow", "unknown")
PLACES = ("country", "region", "city", "area", "water", "spot")
_TABLES = ("lexicon", "metrics", "units", "vague", "sources", "places")
_SAYING = ("title", "definition", "counts", "basis")
_EXAMPLES = ("examples", "not_examples")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LONGEST_NAME, _LONGEST_TEXT = 40, 1000


class Known(NamedTuple):
    """What entries are checked against: metrics, reserved words, vague words, kinds of sources, countries."""

    metrics: Collection[str]
    taken: frozenset[str]
    vague: Collection[str]
    kinds: Collection[str]
    countries: Collection[str]


class Check:
    """Adds what one file says to the additions, and collects what is wrong with it in `problems`."""

    def __init__(self, sheet: Sheet, known: Known, additions: Additions) -> None:
        """Begin; nothing is read yet."""
        self._sheet, self._known, self._additions = sheet, known, additions
        self.problems: list[LexiconError] = []

    def read(self) -> None:
        """Read the whole file."""
        data = self._sheet.data
        self._keys((), data, _TABLES)
        self._additions.files.append(self._sheet.name)
        for name, entries in self._table(("units",), data).items():
            self._unit(name, entries)
        for name, bounds in self._table(("vague",), data).items():
            self._vague(name, bounds)
        for name, body in self._tables("metrics"):
            self._metric(name, body)
        for name, body in self._tables("sources"):
            self._source(name, body)
        for name, body in self._tables("places"):
            self._place(name, body)

    def included(self) -> list[tuple[str, int | None]]:
        """The files that this one names, each with its line."""
        names = self._texts(("lexicon",), self._sheet.data, 'a list of files, such as ["words.toml"]')
        return [(name, self._sheet.line(("lexicon", i))) for i, name in names]

    def _wrong(self, path: Path, wrong: str, expected: str) -> None:
        self.problems.append(LexiconError(self._sheet.name, self._sheet.line(path), on_one_line(wrong), expected))

    def _keys(self, path: Path, table: Mapping[str, Any], known: Collection[str]) -> None:
        """Complain of keys that mean nothing here."""
        for key in table:
            if key not in known:
                where = f"[{'.'.join(map(str, path))}]" if path else "the file"
                self._wrong((*path, key), f"{key!r} is no key of {where}{nearest(key, known)}", listed(known))

    def _table(self, path: Path, around: Mapping[str, Any]) -> dict[str, Any]:
        """The table under a path; an empty one where there is none, or something else."""
        found = around.get(str(path[-1]), {})
        if isinstance(found, dict):
            return found
        self._wrong(path, f"{path[-1]} is no table", f"[{'.'.join(map(str, path))}] with keys below it")
        return {}

    def _tables(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables of a kind, by name."""
        around = self._table((kind,), self._sheet.data)
        for name in around:
            if isinstance(around[name], dict):
                yield name, around[name]
            else:
                self._table((kind, name), around)

    def _texts(self, path: Path, table: Mapping[str, Any], expected: str) -> list[tuple[int, str]]:
        """The texts of a list, with their indices; those that are none are complained of."""
        found = table.get(str(path[-1]), [])
        if not isinstance(found, list):
            self._wrong(path, f"{path[-1]} is no list", expected)
            return []
        good = []
        for i, text in enumerate(found):
            if isinstance(text, str) and text.strip() and len(text) <= _LONGEST_TEXT:
                good.append((i, text))
            else:
                self._wrong((*path, i), f"{told(text)} is no text", expected)
        return good

    def _text(self, path: Path, table: Mapping[str, Any], expected: str) -> str | None:
        """A text; None where there is none, or something else."""
        found = table.get(str(path[-1]))
        if found is None or (isinstance(found, str) and found.strip() and "\n" not in found):
            return found
        self._wrong(path, f"{path[-1]} = {told(found)} is no text of one line", expected)
        return None

    def _choice(self, path: Path, table: Mapping[str, Any], known: Collection[str]) -> str | None:
        """One of some words; None where there is none, or another."""
        found = table.get(str(path[-1]))
        if found is None or (isinstance(found, str) and found in known):
            return found
        near = nearest(found, known) if isinstance(found, str) else ""
        self._wrong(path, f"{path[-1]} = {told(found)} is unknown{near}", listed(known))
        return None

    def _words(self, kind: str, path: Path, table: Mapping[str, Any]) -> list[str]:
        """The entries of a list of words."""
        good = []
        for i, entry in self._texts(path, table, 'a list of words, such as ["truck", "lorry/lorries"]'):
            found = fault(kind, entry, self._known.taken)
            if found is None:
                good.append(entry)
            else:
                self._wrong((*path, i), *found)
        return good

    def _named(self, path: Path) -> bool:
        """Whether the name of a metric or unit can be typed; it is complained of where it cannot."""
        name = str(path[-1])
        if _NAME.fullmatch(name) and len(name) <= _LONGEST_NAME:
            return True
        self._wrong(path, f"{name!r} is no name", "small letters, digits and _, such as aid_trucks")
        return False

    def _unit(self, name: str, entries: Any) -> None:
        path: Path = ("units", name)
        if not self._named(path):
            return
        words = self._words("units", path, {name: entries})
        if not words and entries == []:
            self._wrong(path, f"the unit {name} has no nouns", 'some, such as ["truck", "lorry/lorries"]')
        self._additions.units.setdefault(name, []).extend(words)

    def _vague(self, name: str, bounds: Any) -> None:
        path, word = ("vague", name), plain(name)
        found = word_fault(word, {**self._additions.vague, **dict.fromkeys(self._known.vague)}, self._known.taken)
        if found is not None:
            self._wrong(path, *found)
        elif wrong := bounds_fault(name, bounds):
            self._wrong(path, wrong, BOUNDS)
        else:
            low, *high = bounds
            self._additions.vague[word] = VagueWord(low, high[0] if high else None, self._sheet.name)

    def _metric(self, name: str, body: dict[str, Any]) -> None:
        path: Path = ("metrics", name)
        if not self._named(path):
            return
        exists = name in self._known.metrics or name in self._additions.metrics
        self._keys(path, body, (*WORDS, *_EXAMPLES) if exists and not set(_SAYING) & set(body) else
                   (*_SAYING, *WORDS, *_EXAMPLES))  # fmt: skip
        words = {key: self._words(key, (*path, key), body) for key in WORDS if key in body}
        examples = [one for key in _EXAMPLES for one in self._examples((*path, key), body)]
        self._additions.examples += examples
        if not any(key in body for key in WORDS) and set(body) <= {*_SAYING, *_EXAMPLES}:
            self._wrong(path, f"the metric {name} has no words", f"a list of them under {listed(WORDS)}")
        if exists:
            fixed = [key for key in _SAYING if key in body]
            if fixed:
                wrong = f"{name} exists already, its {' and '.join(fixed)} cannot be changed"
                self._wrong((*path, fixed[0]), wrong, "only words to add to it")
            self._additions.words.append((name, words | _texts_of(examples)))
        else:
            self._additions.metrics[name] = self._new(path, body, examples) | words

    def _examples(self, path: Path, body: Mapping[str, Any]) -> Iterator[Example]:
        for i, text in self._texts(path, body, "a list of sentences"):
            line = self._sheet.line((*path, i))
            yield Example(self._sheet.name, line, str(path[1]), text, path[-1] == "examples")

    def _new(self, path: Path, body: Mapping[str, Any], examples: list[Example]) -> dict[str, Any]:
        """What a new metric says of itself, in the form of the lexicon's own file."""
        name = str(path[-1])
        definition = self._text((*path, "definition"), body, "what is counted, in a few words")
        if "definition" not in body:
            self._wrong(path, f"the metric {name} has no definition", "one: what is counted, in a few words")
        if not any(example.wanted for example in examples):
            self._wrong(path, f"the metric {name} has no examples", "at least one sentence in which its words count")
        title = self._text((*path, "title"), body, "what is counted, in a few words") or definition or name
        basis = self._choice((*path, "basis"), body, BASES) or BASES[0]
        sentences = _texts_of(examples)
        return {
            "title": title,
            "definition": definition or title,
            "counts": self._counts(path, body),
            "basis": basis,
            "examples": sentences["examples"],
            "not_examples": sentences["not_examples"],
            "origin": self._sheet.name,
        }

    def _counts(self, path: Path, body: Mapping[str, Any]) -> list[str]:
        """The units that a metric counts."""
        units = dict.fromkeys((*BUILT_IN_UNITS, *self._additions.units))
        good = []
        for i, unit in self._texts((*path, "counts"), body, f"a list of units: {listed(units)}"):
            if unit in units:
                good.append(unit)
            else:
                wrong = f"no unit is called {unit!r}{nearest(unit, units)}"
                self._wrong((*path, "counts", i), wrong, f"{listed(units)}, or one of your own under [units]")
        if "counts" not in body or body["counts"] == []:
            self._wrong(path, f"the metric {path[-1]} does not say what it counts", f'counts = ["{BUILT_IN_UNITS[0]}"]')
        return good or [BUILT_IN_UNITS[0]]

    def _source(self, name: str, body: dict[str, Any]) -> None:
        path: Path = ("sources", name)
        self._keys(path, body, ("kind", "also"))
        kind = self._choice((*path, "kind"), body, self._known.kinds)
        also = self._names(path, body)
        self._additions.sources.append(NamedSource(name, kind, also))

    def _place(self, name: str, body: dict[str, Any]) -> None:
        path: Path = ("places", name)
        self._keys(path, body, ("kind", "country", "also"))
        kind = self._choice((*path, "kind"), body, PLACES) or "spot"
        country = self._text((*path, "country"), body, "an ISO 3166 code of two letters, such as SD")
        if country is not None and country not in self._known.countries:
            self._wrong((*path, "country"), f"no country has the code {country!r}", "an ISO 3166 code such as SD")
        self._additions.places.append(NamedPlace(name, cast(Kind, kind), country, self._names(path, body)))

    def _names(self, path: Path, body: Mapping[str, Any]) -> tuple[str, ...]:
        """The other names of a source or place, its own checked as well."""
        if not any(sign.isalpha() for sign in str(path[-1])):
            self._wrong(path, f"{path[-1]!r} is no name", "one with letters")
        found = self._texts((*path, "also"), body, "a list of other names")
        for i, name in found:
            if not any(sign.isalpha() for sign in name):
                self._wrong((*path, "also", i), f"{name!r} is no name", "one with letters")
        return tuple(" ".join(name.split()) for _, name in found)


def _texts_of(examples: list[Example]) -> dict[str, list[str]]:
    """The sentences of examples, as the lexicon's own file lists them."""
    return {
        "examples": [one.text for one in examples if one.wanted],
        "not_examples": [one.text for one in examples if not one.wanted],
    }
