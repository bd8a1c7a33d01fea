"""What the lexicon knows of words, and the lexicon as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.spotter import Spotter

if TYPE_CHECKING:
    from claimtrack.lexicon.own.additions import Example
    from claimtrack.lexicon.own.names import OwnNames

SINGULAR, PLURAL = 1, 2
EVENT_CLASSES = frozenset({W.PAST, W.PARTICIPLE, W.ACTIVE, W.GERUND, W.INTRANSITIVE, W.PREDICATE, W.COUNTED, W.TOLL})
TRIGGER_CLASSES = EVENT_CLASSES | {W.ORDERED, W.TALLY}
# Without a word of one of these no number is bound to a metric: HAND is of `took 12 lives`, LOSE of `lost 12 soldiers`.
TELLING_CLASSES = TRIGGER_CLASSES | {W.HAND, W.LOSE}
SPEAKING_CLASSES = frozenset({W.ACCORDING, W.CITING, W.SAID_BY})
NUMBER_CLASSES = frozenset({W.CARDINAL, W.SCALE, W.VAGUE, W.DOZEN, W.FRACTION, W.ZERO})
VERB_CLASSES = frozenset(
    {W.ACTIVE, W.REPORT, W.CHANGE, W.LEAVE, W.HAND, W.LOSE, W.ORDER, W.FORCE, W.GERUND, W.INTRANSITIVE}
)
NOUN_CLASSES = frozenset({W.COUNTED, W.PERSON, W.FAMILY, W.HOME, W.REFUSED})


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One way to read a word: its class, and what the class needs to know about it.

    `kind` is the population of a noun of people, the reason of a refused noun, the qualifier of a qualifier,
    the modality of an evidential word. `weak` words need a noun of the metric's own kind beside them. `both` marks a
    verb that is transitive and intransitive, and a counted noun that names people. `units` are the units that a noun
    of things is counted in.
    """

    cls: str
    metric: str | None = None
    kind: str | None = None
    weak: bool = False
    both: bool = False
    value: float = 0
    high: float | None = None
    units: tuple[str, ...] = ()


class Metric(NamedTuple):
    """One metric as the lexicon defines it; `open` ones take nouns that the lexicon does not know (`40 Uighurs`).

    `keeps` names metrics whose verbs leave it to its own nouns: 300 refugees who flee are refugees still.
    `origin` is the file of the user's that defines it, None for those of the package.
    """

    name: str
    title: str
    definition: str
    counts: tuple[str, ...]
    basis: str
    combines: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]
    open: bool
    keeps: tuple[str, ...] = ()
    origin: str | None = None


class Sense(NamedTuple):
    """What else a kind of trigger can mean: `metric` where its text tells of a disease, or one of `beside` stands near.

    It means nothing that is counted where one of `unless` stands near or, if `required`, where none of `beside` does
    and the ones counted are of none of `kinds`. `outside` says that the words for the ones counted do not tell.
    """

    metric: str | None
    disease: bool
    beside: frozenset[str]
    unless: frozenset[str]
    required: bool
    kinds: frozenset[str] = frozenset()
    outside: bool = False
    needs: frozenset[str] = frozenset()


class Lexicon(NamedTuple):
    """All words of one language.

    `words` maps a lower-case word to its readings; `phrases` maps a first word to the rest of each phrase that
    begins with it, longest first, with the phrase's readings. The spotters say of a text not yet read whether a word
    can stand in it that gives a metric (`tells`), a number word, one of an event, or one that names a source, a
    disease, a date, or the day that figures are stated for.

    `vague` has the bounds of each vague word, None where open; `vague_origins` the file of those that a user has set.

    Where a user has added words, `files` are their files, `examples` the sentences in them, and `names` the sources and
    places that they name. Where they define metrics, `base` is the lexicon without these, and `own_tells` spots the
    words of these.
    """

    words: dict[str, tuple[Reading, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[Reading, ...]], ...]]
    metrics: dict[str, Metric]
    report: dict[str, str]
    vague: dict[str, tuple[int, int | None]]
    suffixes: dict[str, int]
    tells: Spotter
    counts: Spotter
    happens: Spotter
    speaks: Spotter
    ails: Spotter
    dated: Spotter
    stated: Spotter
    disease: frozenset[str]
    perpetrators: frozenset[str]
    events: frozenset[str]
    group_nouns: frozenset[str]
    strong_report: frozenset[str]
    hospital_report: frozenset[str]
    seeing_report: frozenset[str]
    ordering: frozenset[str]
    that_report: frozenset[str]
    toll_report: frozenset[str]
    source_nouns: dict[str, str]
    records: frozenset[str]
    anaphors: frozenset[str]
    grammar: dict[str, Any]
    dates: dict[str, Any]
    confidence: dict[str, dict[str, float]]
    senses: dict[str, Sense]
    sets: dict[str, frozenset[str]]
    own_tells: Spotter | None = None
    base: Lexicon | None = None
    names: OwnNames | None = None
    files: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    vague_origins: tuple[tuple[str, str], ...] = ()


class Keyed(NamedTuple):
    """A lexicon's grammar and dates as the key of a cache, by their identity, since dicts cannot be hashed."""

    lexicon: Lexicon

    def __hash__(self) -> int:
        """By identity."""
        return hash((id(self.lexicon.grammar), id(self.lexicon.dates)))

    def __eq__(self, other: object) -> bool:
        """By identity."""
        return (
            isinstance(other, Keyed)
            and other.lexicon.grammar is self.lexicon.grammar
            and other.lexicon.dates is self.lexicon.dates
        )


class KeyedWords(NamedTuple):
    """A lexicon's words as the key of a cache, by their identity: a lexicon with a user's words has its own."""

    lexicon: Lexicon

    def __hash__(self) -> int:
        """By identity."""
        return id(self.lexicon.words)

    def __eq__(self, other: object) -> bool:
        """By identity."""
        return isinstance(other, KeyedWords) and other.lexicon.words is self.lexicon.words
