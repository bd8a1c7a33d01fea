"""Reads the lexicon's files into one look-up from words to their classes.

Each word, or phrase of several words, has one or more readings, the likeliest first; the reading that a
sentence asks for is chosen by the tokeniser. What is wrong in a file is said with the file and the entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.errors import LexiconError
from claimtrack.lexicon.build import Builder
from claimtrack.lexicon.readings import (
    EVENT_CLASSES,
    NUMBER_CLASSES,
    SPEAKING_CLASSES,
    TELLING_CLASSES,
    TRIGGER_CLASSES,
    Lexicon,
    Sense,
)
from claimtrack.lexicon.spotter import spotter

FOLDER = Path(__file__).parent
_FILES = ("numbers", "verbs", "metrics", "nouns", "sources", "grammar", "dates", "senses", "text", "confidence")


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once.

    Raises:
        LexiconError: a file is no TOML, or an entry of it is wrong.
    """
    return _built(_tables(language), FOLDER / language)


def with_own(files: Iterable[str | Path], language: str = "en") -> Lexicon:
    """The lexicon of a language with the words of a user's own files; read anew at each call.

    Raises:
        LexiconError: something is wrong in the files; `problems` has all of it.
    """
    from claimtrack.lexicon.own.gather import gather, merged
    from claimtrack.lexicon.own.names import OwnNames

    tables, folder = _tables(language), FOLDER / language
    additions = gather(files, tables)
    names = OwnNames(additions.sources, additions.places)
    origins = tuple((word, one.file) for word, one in additions.vague.items())
    base = _built(merged(tables, additions, metrics=False), folder)._replace(
        names=names, files=tuple(additions.files), examples=tuple(additions.examples), vague_origins=origins
    )
    if not additions.metrics:
        return base
    own = frozenset(additions.metrics)
    full = _built(merged(tables, additions, metrics=True), folder, own)
    return full._replace(names=names, files=base.files, examples=base.examples, vague_origins=origins, base=base)


def _built(tables: Mapping[str, dict[str, Any]], folder: Path, own: frozenset[str] = frozenset()) -> Lexicon:
    """The lexicon of these tables; the metrics `own` are the user's, whose readings of a word come first."""
    builder = Builder(folder)
    builder.add_numbers(tables["numbers"])
    verbs, nouns, sources = tables["verbs"], tables["nouns"], tables["sources"]
    builder.add_grammar(verbs["grammar"])
    bodies = tables["metrics"]
    metrics = {name: builder.add_metric(name, bodies[name]) for name in sorted(bodies, key=lambda one: one not in own)}
    builder.add_units(tables.get("units", {}))
    builder.add_sources(sources)
    builder.add_verbs(verbs)
    builder.add_nouns(nouns)
    builder.add_loose_words(verbs["grammar"])
    return Lexicon(
        words=builder.words(),
        phrases=builder.phrases(),
        metrics={name: metrics[name] for name in bodies},
        report=builder.report,
        vague=builder.vague,
        suffixes=builder.suffixes,
        tells=builder.spotter(TELLING_CLASSES),
        counts=builder.spotter(NUMBER_CLASSES),
        happens=builder.spotter(EVENT_CLASSES, nouns["events"]["words"]),
        speaks=builder.spotter(SPEAKING_CLASSES, (*builder.report, *sources["nouns"]["records"])),
        ails=spotter(nouns["disease"]["words"]),
        dated=spotter(tables["dates"]["begins"]["telling"]),
        stated=spotter(tables["text"]["dates"]["stated"]),
        disease=frozenset(nouns["disease"]["words"]),
        events=frozenset(nouns["events"]["words"]),
        perpetrators=frozenset(nouns["perpetrators"]["words"]),
        group_nouns=frozenset(nouns["groups_of"]["groups"]),
        strong_report=frozenset(builder.forms_of(sources["verbs"]["strong"])),
        hospital_report=frozenset(builder.forms_of(sources["verbs"]["hospital"])),
        seeing_report=frozenset(builder.forms_of(sources["verbs"]["seeing"])),
        ordering=frozenset(builder.forms_of(sources["verbs"]["orders"])),
        that_report=frozenset(builder.forms_of(sources["verbs"]["that"])),
        toll_report=frozenset(builder.forms_of(sources["verbs"]["toll"])),
        source_nouns={
            word: kind for kind, words in reversed(sources["nouns"].items()) if kind != "records" for word in words
        },
        anaphors=frozenset(sources["phrases"]["anaphors"]),
        records=frozenset(sources["nouns"]["records"]),
        grammar=tables["grammar"],
        dates=tables["dates"],
        confidence=tables["confidence"],
        senses={
            kind: Sense(
                body.get("metric"),
                body.get("disease", False),
                frozenset(body.get("beside", ())),
                frozenset(body.get("unless", ())),
                body.get("required", False),
                frozenset(body.get("kinds", ())),
                body.get("outside", False),
                frozenset(body.get("needs", ())),
            )
            for kind, body in tables["senses"].items()
        },
        sets={
            f"{table}.{name}": frozenset(words)
            for table, lists in tables["text"].items()
            for name, words in lists.items()
        },
        own_tells=builder.spotter(TRIGGER_CLASSES, metrics=own) if own else None,
    )


@cache
def _tables(language: str) -> Mapping[str, dict[str, Any]]:
    """The contents of all files of a language, by name; nobody changes them."""
    return {name: _toml(FOLDER / language / f"{name}.toml") for name in _FILES}


def _toml(path: Path) -> dict[str, Any]:
    """The contents of one lexicon file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path.name, None, f"no valid TOML ({error})", "a lexicon file") from None
