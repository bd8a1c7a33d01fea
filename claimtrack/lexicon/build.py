"""Turns the entries of the lexicon's files into readings of words and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from claimtrack.errors import LexiconError
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.inflect import noun_forms, verb_forms
from claimtrack.lexicon.readings import PLURAL, SINGULAR, Metric, Reading
from claimtrack.lexicon.spotter import Spotter, spotter


class Builder:
    """Collects readings; what is added first is the likelier reading."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing; `folder` is named in what is said of wrong entries."""
        self._folder = folder
        self._readings: dict[str, list[Reading]] = {}
        self.report: dict[str, str] = {}
        self._report_forms: dict[str, str] = {}
        self.vague: dict[str, tuple[int, int | None]] = {}
        self.suffixes: dict[str, int] = {}

    def add(self, text: str, reading: Reading) -> None:
        """Add a reading of a word or phrase, unless it has the same one already."""
        have = self._readings.setdefault(text.lower().replace("'", "’"), [])
        for i, other in enumerate(have):
            if (other.cls, other.metric) == (reading.cls, reading.metric):
                have[i] = replace(other, units=tuple(dict.fromkeys((*other.units, *reading.units))))
                return
        have.append(reading)

    def add_all(self, texts: Iterable[str], reading: Reading) -> None:
        """Add one reading to several words."""
        for text in texts:
            self.add(text, reading)

    def add_numbers(self, data: dict[str, Any]) -> None:
        """Number words, vague words, and the words that limit a number."""
        for word, value in data["units"].items():
            self.add(word, Reading(W.CARDINAL, value=value))
        for word, value in data["scales"].items():
            self.add(word, Reading(W.SCALE, value=value))
        for word, value in data["dozens"].items():
            self.add(word, Reading(W.DOZEN, value=value))
        for word, value in data["fractions"].items():
            self.add(word, Reading(W.FRACTION, value=value))
        for word, (low, high) in sorted(data["vague"].items(), key=lambda entry: " " in entry[0]):
            self.vague[word] = (low, None if high == "" else high)
            if not self._is_spelled(word):
                self.add(word, Reading(W.VAGUE, value=low, high=self.vague[word][1]))
        self.add_all(data["vague_multipliers"]["words"], Reading(W.SEVERAL))
        self.add_all(data["zero"]["words"], Reading(W.ZERO))
        for kind, words in data["before"].items():
            self.add_all(words, Reading(W.BEFORE, kind=kind))
        for kind, words in data["after"].items():
            self.add_all(words, Reading(W.AFTER, kind=kind))
        self.suffixes = dict(data["suffixes"])

    def _is_spelled(self, word: str) -> bool:
        """Whether a vague phrase is put together from number words: `tens of thousands`, `several lakh`."""
        first, *rest = re.split(" of | and | ", word)
        classes = {W.SCALE, W.DOZEN} if first == "several" else {W.VAGUE}
        parts = rest if first == "several" else [first, *rest]
        return bool(rest) and all(self._readings.get(part, [Reading(W.WORD)])[0].cls in classes for part in parts)

    def add_metric(self, name: str, body: dict[str, Any]) -> Metric:
        """The words of one metric, by grammar."""
        file = str(self._folder / "metrics.toml")
        for key in ("title", "definition", "counts", "basis", "examples", "not_examples"):
            if key not in body:
                raise LexiconError(
                    file, None, f"[{name}] has no {key!r}", "a title, definition, counts, basis and examples"
                )
        both = {e for e in body.get("transitive", ()) if e in body.get("intransitive", ())}
        for key, weak, kind in (
            ("transitive", False, None),
            ("weak_transitive", True, None),
            ("hospital", False, "hospital"),
            ("shot", True, "shot"),
            ("trapped", False, "trapped"),
            ("rites", True, "rites"),
        ):
            for entry in body.get(key, ()):
                said = kind or body.get("transitive_kinds", {}).get(entry)
                self._transitive(entry, Reading(W.PAST, metric=name, kind=said, weak=weak, both=entry in both))
        for key, weak in (("intransitive", False), ("weak_intransitive", True)):
            for entry in body.get(key, ()):
                if entry not in both:
                    kind = body.get("intransitive_kinds", {}).get(entry)
                    self.add_all(_forms(file, entry), Reading(W.INTRANSITIVE, metric=name, kind=kind, weak=weak))
        for entry in body.get("held", ()):
            forms = verb_forms(entry)
            self.add(forms.participle, Reading(W.PARTICIPLE, metric=name, kind="held", weak=True))
            self.add(forms.gerund, Reading(W.GERUND, metric=name, kind="held", weak=True))
            holding = Reading(W.ACTIVE, metric=name, kind="holding", weak=True)
            self.add_all((forms.past, forms.base, forms.third), holding)
        for entry in body.get("lodged", ()):
            forms = verb_forms(entry)
            self.add_all((forms.past, forms.participle), Reading(W.PAST, metric=name, kind="lodging", weak=True))
            self.add(forms.gerund, Reading(W.GERUND, metric=name, kind="lodging", weak=True))
        self.add_all(body.get("past_words", ()), Reading(W.PAST, metric=name))
        self.add_all(body.get("intransitive_words", ()), Reading(W.INTRANSITIVE, metric=name))
        self.add_all(body.get("hospital_predicates", ()), Reading(W.PREDICATE, metric=name, kind="hospital"))
        self.add_all(body.get("movements", ()), Reading(W.PREDICATE, metric=name, kind="movement"))
        self.add_all(body.get("manner", ()), Reading(W.PREDICATE, metric=name, kind="manner"))
        self.add_all(body.get("predicates", ()), Reading(W.PREDICATE, metric=name))
        for key, kind, weak in (
            ("nouns", None, False),
            ("weak_nouns", None, True),
            ("return_nouns", "return", True),
            ("arrival_nouns", "arrival", False),
            ("whereabouts", None, False),
            ("fates", "fate", False),
            ("victims", "victims", False),
            ("disease_nouns", "disease", False),
            ("lives", "lives", False),
            ("bodies", "body", False),
            ("casualty_nouns", "casualty", False),
        ):
            for entry in body.get(key, ()):
                singular, plural = noun_forms(entry)
                self.add(plural, Reading(W.COUNTED, metric=name, kind=kind, weak=weak, value=PLURAL))
                if singular != plural:
                    self.add(singular, Reading(W.COUNTED, metric=name, kind=kind, weak=weak, value=SINGULAR))
        self.add_all(body.get("tolls", ()), Reading(W.TOLL, metric=name))
        self.add_all((f"to {entry}" for entry in body.get("ordered", ())), Reading(W.ORDERED, metric=name))
        forced = Reading(W.ORDERED, metric=name, kind="forced")
        self.add_all((f"to {entry}" for entry in body.get("forced", ())), forced)
        listed = [
            w
            for k in (
                "transitive",
                "weak_transitive",
                "hospital",
                "intransitive",
                "weak_intransitive",
                "predicates",
                "nouns",
                "weak_nouns",
                "return_nouns",
                "arrival_nouns",
                "whereabouts",
                "fates",
                "casualty_nouns",
                "lodged",
                "victims",
                "disease_nouns",
                "lives",
                "tolls",
            )
            for w in body.get(k, ())
        ]
        return Metric(
            name,
            body["title"],
            body["definition"],
            tuple(body["counts"]),
            body["basis"],
            tuple(body.get("combines", ())),
            tuple(listed),
            tuple(body["examples"]),
            tuple(body["not_examples"]),
            bool(body.get("open")),
            tuple(body.get("keeps", ())),
            body.get("origin"),
        )

    def _transitive(self, entry: str, reading: Reading) -> None:
        """The forms of a verb whose object is counted."""
        forms = verb_forms(entry)
        if _brings_object(entry):
            self.add(forms.participle, replace(reading, cls=W.PARTICIPLE))
            if forms.past != forms.participle:
                self.add(forms.past, replace(reading, cls=W.ACTIVE))
        elif forms.past == forms.participle:
            self.add(forms.past, reading)
        else:
            self.add(forms.past, replace(reading, cls=W.ACTIVE))
            self.add(forms.participle, replace(reading, cls=W.PARTICIPLE))
        self.add(forms.gerund, replace(reading, cls=W.GERUND))
        self.add_all((forms.base, forms.third), replace(reading, cls=W.ACTIVE))

    def add_verbs(self, data: dict[str, Any]) -> None:
        """Verbs that count nobody themselves, but carry figures, predicates or sources."""
        file = str(self._folder / "verbs.toml")
        for entry in data["tally"]["nouns"]:
            self.add_all(noun_forms(entry), Reading(W.TALLY))
        for key, cls in (
            ("change", W.CHANGE),
            ("leave", W.LEAVE),
            ("hand", W.HAND),
            ("lose", W.LOSE),
            ("order", W.ORDER),
            ("force", W.FORCE),
        ):
            for entry in data[key]["verbs"]:
                self.add_all(_forms(file, entry), Reading(cls))
        self.add_all(data["lose"]["nouns"], Reading(W.LOSE))
        for kind in ("assert", "deny", "forecast", "presume"):
            for entry in data["report"][kind]:
                forms = verb_forms(entry)
                self.add_all(forms, Reading(W.REPORT, kind=kind))
                for form in forms:
                    self.report.setdefault(form, kind)
                    self._report_forms.setdefault(form, forms.base)

    def add_sources(self, data: dict[str, Any]) -> None:
        """Phrases that name a source, and verbs that make one of their subject."""
        for key, cls in (("according", W.ACCORDING), ("citing", W.CITING), ("by", W.SAID_BY)):
            self.add_all(data["phrases"][key], Reading(cls))

    def forms_of(self, verbs: Iterable[str]) -> list[str]:
        """The forms under which report verbs stand in the text."""
        wanted = set(verbs)
        return [form for form, base in self._report_forms.items() if base in wanted]

    def add_units(self, units: dict[str, list[str]]) -> None:
        """Nouns of what else is counted, by the name of its unit; those of people and families may be among them."""
        for unit, entries in units.items():
            reading = {
                "people": Reading(W.PERSON, kind="general"),
                "families": Reading(W.FAMILY, kind="families"),
            }.get(unit, Reading(W.HOME, kind=unit, units=(unit,)))
            for entry in entries:
                self.add_all(noun_forms(entry), reading)

    def add_nouns(self, data: dict[str, Any]) -> None:
        """Nouns of people, families and homes, and nouns whose number is never a claim."""
        for kind, entries in data["people"].items():
            for entry in entries:
                self.add_all(noun_forms(entry), Reading(W.PERSON, kind=kind))
        for entry in data["families"]["families"]:
            self.add_all(noun_forms(entry), Reading(W.FAMILY, kind="families"))
        self.add_units({"homes": data["homes"]["homes"]})
        for reason, entries in data["refused"].items():
            for entry in entries:
                self.add_all(noun_forms(entry), Reading(W.REFUSED, kind=reason))

    _CLOSED = (
        ("be", W.BE),
        ("have", W.HAVE),
        ("do", W.DO),
        ("get", W.GET),
        ("modal_future", W.MODAL),
        ("negation", W.NOT),
        ("of", W.OF),
        ("to", W.TO),
        ("from", W.FROM),
        ("at", W.AT),
        ("by", W.BY),
        ("in", W.IN),
        ("for", W.FOR),
        ("all_but", W.ALL_BUT),
        ("how_many", W.HOW_MANY),
        ("than", W.THAN),
        ("among", W.AMONG),
        ("others", W.OTHERS),
        ("age", W.AGE),
        ("label", W.LABEL),
        ("rate", W.RATE),
        ("and", W.AND),
        ("or", W.OR),
        ("along", W.ALONG),
        ("relative", W.RELATIVE),
        ("including", W.INCLUDING),
        ("article", W.ARTICLE),
        ("determiner", W.DETERMINER),
        ("pronoun", W.PRONOUN),
        ("preposition", W.PREPOSITION),
    )

    def add_grammar(self, data: dict[str, Any]) -> None:
        """The closed classes: forms of be and have, prepositions, conjunctions, pronouns."""
        for key, cls in self._CLOSED:
            self.add_all(data[key], Reading(cls))
        self.add_all(data["modal_possible"], Reading(W.MODAL, kind="presumed"))
        for kind in ("presumed", "asserted", "projected"):
            self.add_all(data[f"evidential_{kind}"], Reading(W.EVIDENTIAL, kind=kind))

    def add_loose_words(self, data: dict[str, Any]) -> None:
        """Adjectives and adverbs, which give way to every other reading."""
        self.add_all(data["adjective"], Reading(W.ADJECTIVE))
        self.add_all(data["adverb"], Reading(W.ADVERB))

    def words(self) -> dict[str, tuple[Reading, ...]]:
        """Single words and their readings."""
        return {text: _settled(found) for text, found in self._readings.items() if " " not in text}

    def spotter(
        self, classes: frozenset[str], also: Iterable[str] = (), metrics: frozenset[str] | None = None
    ) -> Spotter:
        """What spots the words and phrases that have a reading of these classes, and some more.

        Where `metrics` are given, only of readings that say one of them.
        """
        texts = (
            text
            for text, found in self._readings.items()
            if any(r.cls in classes and (metrics is None or r.metric in metrics) for r in found)
        )
        return spotter((*texts, *also))

    def phrases(self) -> dict[str, tuple[tuple[tuple[str, ...], tuple[Reading, ...]], ...]]:
        """Phrases by their first word, the longest first."""
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[Reading, ...]]]] = {}
        for text, found in self._readings.items():
            first, *rest = text.split()
            if rest and not self._is_counted(text, found):
                by_first.setdefault(first, []).append((tuple(rest), _settled(found)))
        return {first: tuple(sorted(items, key=_shortness)) for first, items in by_first.items()}

    def _is_counted(self, phrase: str, found: list[Reading]) -> bool:
        """Whether a phrase is refused (`tonnes of`) whose noun is counted for once: the noun alone is read then."""
        noun = self._readings.get(phrase.removesuffix(" of"), ()) if phrase.endswith(" of") else ()
        return found[0].cls == W.REFUSED and any(reading.cls == W.HOME for reading in noun)


def _shortness(item: tuple[tuple[str, ...], tuple[Reading, ...]]) -> tuple[int, int]:
    """Sorts phrases with the longest first; of equal ones that with a `~`, which may stand for nothing, last."""
    slots = item[0].count("~")
    return slots - len(item[0]), slots


def _brings_object(entry: str) -> bool:
    """Whether a phrase says where to or what to do (`force to flee`), so that its past is said of the object alone."""
    rest = entry.split()[1:]
    return (
        len(rest) > 1 and rest[-1] != "to" and (rest[0] in ("from", "out") or (rest[0] == "to" and rest[1] != "death"))
    )


def _settled(found: list[Reading]) -> tuple[Reading, ...]:
    """The readings of one word; a counted noun that is also a noun of people is marked as one (`hostages`)."""
    if any(reading.cls == W.PERSON for reading in found):
        found = [replace(reading, both=True) if reading.cls == W.COUNTED else reading for reading in found]
    return tuple(found)


def _forms(file: str, entry: str) -> tuple[str, ...]:
    """The forms of a verb entry, or a LexiconError that names it."""
    try:
        return verb_forms(entry)
    except ValueError as error:
        raise LexiconError(file, None, str(error), "a verb") from None
