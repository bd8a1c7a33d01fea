"""Reads the lexicon's files into one look-up from words to their classes.

Each word, or phrase of several words, has one or more readings, the likeliest first; the reading that a
sentence asks for is chosen by the tokeniser. What is wrong in a file is said with the file and the entry.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.errors import LexiconError
from claimtrack.lexicon.build import Builder
from claimtrack.lexicon.readings import NUMBER_CLASSES, TRIGGER_CLASSES, Lexicon, Sense

FOLDER = Path(__file__).parent


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once.

    Raises:
        LexiconError: a file is no TOML, or an entry of it is wrong.
    """
    folder = FOLDER / language
    builder = Builder(folder)
    builder.add_numbers(_toml(folder / "numbers.toml"))
    verbs = _toml(folder / "verbs.toml")
    builder.add_grammar(verbs["grammar"])
    metrics = {name: builder.add_metric(name, body) for name, body in _toml(folder / "metrics.toml").items()}
    nouns = _toml(folder / "nouns.toml")
    sources = _toml(folder / "sources.toml")
    builder.add_sources(sources)
    builder.add_verbs(verbs)
    builder.add_nouns(nouns)
    builder.add_loose_words(verbs["grammar"])
    return Lexicon(
        words=builder.words(),
        phrases=builder.phrases(),
        metrics=metrics,
        report=builder.report,
        vague=builder.vague,
        suffixes=builder.suffixes,
        trigger_words=builder.telling_words(TRIGGER_CLASSES),
        number_words=builder.telling_words(NUMBER_CLASSES),
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
        grammar=_toml(folder / "grammar.toml"),
        dates=_toml(folder / "dates.toml"),
        senses={
            kind: Sense(
                body.get("metric"),
                body.get("disease", False),
                frozenset(body.get("beside", ())),
                frozenset(body.get("unless", ())),
                body.get("required", False),
                frozenset(body.get("kinds", ())),
            )
            for kind, body in _toml(folder / "senses.toml").items()
        },
        sets={
            f"{table}.{name}": frozenset(words)
            for table, lists in _toml(folder / "text.toml").items()
            for name, words in lists.items()
        },
    )


def _toml(path: Path) -> dict[str, Any]:
    """The contents of one lexicon file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path.name, None, f"no valid TOML ({error})", "a lexicon file") from None
