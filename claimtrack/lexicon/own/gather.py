"""All files of a user's own words, those that they name included, read and checked as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claimtrack.errors import LexiconError
from claimtrack.lexicon.own.additions import BUILT_IN_UNITS, Additions
from claimtrack.lexicon.own.check import Check, Known
from claimtrack.lexicon.own.entries import WORDS, reserved
from claimtrack.lexicon.own.sheet import Sheet, read_sheet
from claimtrack.lexicon.places import codes

Tables = Mapping[str, dict[str, Any]]


def gather(files: Iterable[str | Path], tables: Tables) -> Additions:
    """Read files in their order, each after those that it names under `lexicon`, and each once.

    `tables` are the lexicon's own files, by name.

    Raises:
        LexiconError: something is wrong in them; `problems` has all of it.
    """
    additions = Additions()
    kinds = [kind for kind in tables["sources"]["nouns"] if kind != "records"]
    taken = reserved(tables["numbers"], tables["verbs"]["grammar"])
    known = Known(tables["metrics"], taken, tables["numbers"]["vague"], kinds, codes())
    gathering = _Gathering(known, additions)
    for file in files:
        gathering.add(Path(file))
    if gathering.problems:
        raise LexiconError.of(gathering.problems)
    return additions


class _Gathering:
    """One pass over the files."""

    def __init__(self, known: Known, additions: Additions) -> None:
        self._known, self._additions = known, additions
        self._seen: set[Path] = set()
        self.problems: list[LexiconError] = []

    def add(self, path: Path, named: tuple[Sheet, int | None] | None = None) -> None:
        """Read a file, and before it those that it names; `named` is where its own name stands."""
        key = _resolved(path)
        if key in self._seen:
            return
        self._seen.add(key)
        try:
            sheet = read_sheet(path)
        except LexiconError as error:
            if named is not None and error.line is None:
                error = LexiconError(named[0].name, named[1], f"{error.source}: {error.wrong}", error.expected)
            self.problems.append(error)
            return
        check = Check(sheet, self._known, self._additions)
        for name, line in check.included():
            self.add(path.parent / name, (sheet, line))
        check.read()
        self.problems += sorted(check.problems, key=lambda problem: problem.line or 0)


def _resolved(path: Path) -> Path:
    """A path by which a file is known again."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # it cannot be; reading it will say why
        return path


def merged(tables: Tables, additions: Additions, *, metrics: bool) -> dict[str, dict[str, Any]]:
    """The lexicon's own tables with the additions; new metrics and units only where `metrics` asks for them."""
    found = dict(tables)
    bodies = {name: dict(body) for name, body in tables["metrics"].items()}
    if metrics:
        bodies |= {name: dict(body) for name, body in additions.metrics.items()}
        found["units"] = dict(additions.units)
    elif people := {unit: nouns for unit, nouns in additions.units.items() if unit in BUILT_IN_UNITS}:
        found["units"] = people
    for name, words in additions.words:
        body = bodies.get(name)
        if body is not None:
            for key in (*WORDS, "examples", "not_examples"):
                body[key] = [*body.get(key, ()), *words.get(key, ())]
    found["metrics"] = bodies
    bounds = {word: [one.low, "" if one.high is None else one.high] for word, one in additions.vague.items()}
    found["numbers"] = tables["numbers"] | {"vague": tables["numbers"]["vague"] | bounds}
    nouns = {kind: list(words) for kind, words in tables["sources"]["nouns"].items()}
    for source in additions.sources:
        for name in (source.name, *source.also):
            if source.kind is not None and " " not in name:
                nouns[source.kind].append(name.lower())
    found["sources"] = tables["sources"] | {"nouns": nouns}
    return found
