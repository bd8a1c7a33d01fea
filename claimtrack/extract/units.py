"""Level 2: tokens to basic groups: nouns with their numbers, verb groups with voice and modality, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from claimtrack.extract.numbers import QUANTITY, Quantity, limit
from claimtrack.extract.patterns import translate
from claimtrack.extract.shapes import shape
from claimtrack.extract.tokens import Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.classes import letters
from claimtrack.lexicon.readings import Keyed, Lexicon, Reading
from claimtrack.model import Qualifier, Status

WORD_LETTERS = letters() | {"quantity": QUANTITY}
_FIRST_GROUP_LETTER = 0x4E00
NUMBERED = ("people", "bare", "unknown", "families", "homes", "counted")
_TRIGGERS = frozenset(
    {W.PAST, W.PARTICIPLE, W.ACTIVE, W.GERUND, W.INTRANSITIVE, W.PREDICATE, W.COUNTED, W.ORDERED, W.TOLL}
)
_HEADS = frozenset({W.PERSON, W.FAMILY, W.HOME, W.COUNTED, W.REFUSED, W.GROUP})


class Unit(msgspec.Struct, frozen=True):
    """A group of tokens: what kind of group, its tokens `first` up to `last`, and what it means.

    `triggers` are the words that may give a metric, more than one where verbs or adjectives are joined (`killed or
    wounded`), each with the readings it can have. `head` is the reading of the noun that a number stands before,
    or of an adverb of manner or an unknown verb.
    """

    name: str
    first: int
    last: int
    start: int
    end: int
    quantity: Quantity | None = None
    head: Reading | None = None
    triggers: tuple[tuple[Reading, ...], ...] = ()
    status: Status = Status.ASSERTED
    negated: bool = False
    finite: bool = False


class Grouping:
    """The groups of a language, and the letters of their units."""

    def __init__(self, expressions: dict[str, str], letters: dict[str, str]) -> None:
        """The groups' expressions over letters by name, the first that fits wins; nothing is compiled yet."""
        self.expressions, self.letters = expressions, letters
        self._shapes = {name: shape(expression) for name, expression in expressions.items()}
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._by_letter: dict[str, re.Pattern[str]] = {}
        self.names = {letter: name for name, letter in letters.items()}

    def match(self, letters: str, position: int) -> re.Match[str] | None:
        """The first group that fits at a place; only those are tried that can begin with its letter."""
        pattern = self._by_letter.get(letters[position])
        if pattern is None:
            pattern = self._by_letter[letters[position]] = self._beginning_with(letters[position])
        return pattern.match(letters, position)

    def _beginning_with(self, letter: str) -> re.Pattern[str]:
        """The groups that can begin with a letter as one pattern."""
        names = tuple(
            name
            for name, found in self._shapes.items()
            if found.empty or found.begins is None or letter in found.begins
        )
        if names not in self._compiled:
            source = "|".join(f"(?P<{name}>{self.expressions[name]})" for name in names)
            self._compiled[names] = re.compile(source or r"(?!)")
        return self._compiled[names]


def groups_of(lexicon: Lexicon) -> Grouping:
    """The groups of a lexicon, compiled once."""
    return _compiled(Keyed(lexicon))


@cache
def _compiled(holder: Keyed) -> Grouping:
    """Compile the groups of a lexicon's grammar."""
    groups: dict[str, Any] = holder.lexicon.grammar["groups"]
    expressions = {}
    letters = dict(WORD_LETTERS)
    for i, (name, source) in enumerate(groups["patterns"].items()):
        # Only the group's own name is captured: a lexicon's `<v: …>` marks its trigger for the reader.
        expression = translate(source, WORD_LETTERS, groups["macros"]).replace("(?P<v>", "(?:")
        expressions[name] = expression
        letters[name] = chr(_FIRST_GROUP_LETTER + i)
    return Grouping(expressions, letters)


class _Piece(NamedTuple):
    """A token, or the tokens of one quantity, as one letter."""

    letter: str
    first: int
    last: int
    quantity: Quantity | None


def group(tokens: Sequence[Token], numbers: Sequence[Quantity], lexicon: Lexicon) -> list[Unit]:
    """The units of a sentence, in order; together they cover every token."""
    pieces = _pieces(tokens, numbers)
    letters = "".join(piece.letter for piece in pieces)
    compiled = groups_of(lexicon)
    units: list[Unit] = []
    position = 0
    while position < len(pieces):
        match = compiled.match(letters, position)
        if match and match.end() > position and match.lastgroup:
            units.append(_unit(match.lastgroup, pieces[position : match.end()], tokens, lexicon))
            position = match.end()
        else:
            piece = pieces[position]
            units.append(_single(piece, tokens, compiled))
            position += 1
    return units


def _pieces(tokens: Sequence[Token], numbers: Sequence[Quantity]) -> list[_Piece]:
    """One piece a token, or a quantity."""
    pieces = []
    i = 0
    for quantity in numbers:
        pieces += [_Piece(tokens[k].reading.cls, k, k + 1, None) for k in range(i, quantity.first)]
        pieces.append(_Piece(QUANTITY, quantity.first, quantity.last, quantity))
        i = quantity.last
    pieces += [_Piece(tokens[k].reading.cls, k, k + 1, None) for k in range(i, len(tokens))]
    marks = {k for quantity in numbers for k in _quoted(quantity, tokens)}
    return [piece for piece in pieces if piece.first not in marks] if marks else pieces


def _quoted(quantity: Quantity, tokens: Sequence[Token]) -> tuple[int, ...]:
    """The quotation marks around a number that stands in them by itself: `"over 700" arrests`, `"70 of" them`."""
    first, last = quantity.first - 1, quantity.last
    if first < 0 or tokens[first].cls != W.QUOTE:
        return ()
    last = last + 1 if last < len(tokens) and tokens[last].cls == W.OF else last
    return (first, last) if last < len(tokens) and tokens[last].cls == W.QUOTE else ()


def _single(piece: _Piece, tokens: Sequence[Token], compiled: Grouping) -> Unit:
    """A unit of one token that belongs to no group; it keeps its word's class."""
    token = tokens[piece.first]
    name = compiled.names.get(piece.letter, "word")
    reading = token.reading
    triggers = (_alternatives(token),) if reading.cls in _TRIGGERS else ()
    head = reading if reading.kind == "manner" else None
    return Unit(name, piece.first, piece.last, token.start, token.end, head=head, triggers=triggers)


def _unit(name: str, pieces: Sequence[_Piece], tokens: Sequence[Token], lexicon: Lexicon) -> Unit:
    """A unit of the group `name` over these pieces."""
    first, last = pieces[0].first, pieces[-1].last
    words = tokens[first:last]
    quantity = next((p.quantity for p in pieces if p.quantity), None)
    if quantity is not None:
        quantity = _limited_behind(quantity, words, first)
    triggers = tuple(_alternatives(t) for t in words if t.reading.cls in _TRIGGERS)
    head = None
    if quantity is not None:
        heads = frozenset({W.COUNTED}) if name == "counted" else _HEADS
        after = tokens[quantity.last : last]
        head = next((t.reading for t in reversed(after) if t.reading.cls in heads), None)
        if name == "people" and (head is None or head.cls == W.GROUP):
            head = Reading(W.PERSON, kind="general")
        if name == "unknown" and _names_people(words[-1]):
            head = Reading(W.PERSON, kind="by form")
    elif name == "other" and words[0].reading.cls == W.WORD and _is_past(words[0], lexicon):
        head = replace(words[0].reading, kind="past")
    elif name in ("people_np", "counted_np", "home_np", "family_np"):
        head = next((t.reading for t in reversed(words) if t.reading.cls in _HEADS), None)
    status, negated, finite = _modality(words) if name in _VERBAL else (Status.ASSERTED, False, False)
    return Unit(name, first, last, words[0].start, words[-1].end, quantity, head, triggers, status, negated, finite)


def _is_past(word: Token, lexicon: Lexicon) -> bool:
    """Whether an unknown word is a past form: `12 firemen rushed`, `100 policemen dug`."""
    return word.lower.endswith("ed") or word.lower in lexicon.sets["verbs.irregular"]


_PERSON_ENDINGS = ("ers", "er", "ors", "or", "ists", "ist", "men", "women", "ees", "ians", "ian", "ants")


def _names_people(word: Token) -> bool:
    """Whether an unknown noun looks like one for people: by its ending, or as a name."""
    return word.text[:1].isupper() or word.lower.endswith(_PERSON_ENDINGS)


def _limited_behind(quantity: Quantity, words: Sequence[Token], first: int) -> Quantity:
    """The quantity with a qualifier that stands behind its noun: `11,000 people at the very least`."""
    kind = next((t.reading.kind for t in words[quantity.last - first :] if t.reading.cls == W.AFTER), None)
    if kind is None or quantity.qualifier not in (Qualifier.EXACT, Qualifier.VAGUE):
        return quantity
    low, high = limit(round(quantity.value), round(quantity.value), Qualifier(kind))
    return replace(quantity, low=low, high=high, qualifier=Qualifier(kind))


def _alternatives(token: Token) -> tuple[Reading, ...]:
    """The readings of a trigger, the chosen one first."""
    others = (r for r in token.others if r.cls in _TRIGGERS and r is not token.reading)
    return (token.reading, *others)


_VERBAL = frozenset({"passive", "copular", "active", "past", "participle", "intransitive", "predicate"})


def _modality(words: Sequence[Token]) -> tuple[Status, bool, bool]:
    """Status, negation and finiteness of a verb group."""
    status, negated, finite, modal, have = Status.ASSERTED, False, False, False, False
    before = ""
    possible = being = False
    for token in words:
        cls = token.reading.cls
        if cls == W.MODAL or (cls == W.TO and before == W.BE):
            modal = finite = True
            possible = token.reading.kind == "presumed"
        elif cls in (W.BE, W.DO, W.GET):
            finite = being = True
        elif cls == W.HAVE:
            have = finite = True
        elif cls == W.NOT:
            negated = True
        elif cls == W.EVIDENTIAL and token.reading.kind in ("presumed", "projected"):
            status = Status(token.reading.kind)
        before = cls
    if modal and status == Status.ASSERTED:
        status = Status.PRESUMED if have or (possible and being) else Status.PROJECTED
    return status, negated, finite
