"""The rules of the grammar: patterns that bind a number to what happened to the ones it counts."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack.extract.patterns import compile_pattern
from claimtrack.extract.shapes import shape
from claimtrack.extract.units import groups_of
from claimtrack.lexicon.readings import Keyed, Lexicon
from claimtrack.model import Status


class Rule(NamedTuple):
    """A pattern that binds a number to what happened to the ones it counts, or refuses it with a reason.

    `opens` are the words that the number expression must begin with, where there are any (`passed 1,000`).
    `sense` is the sense of the lexicon by which the sentence must be about it; `only` are the metrics that it may give.
    """

    name: str
    rank: int
    pattern: re.Pattern[str]
    refuses: str | None
    carried: bool
    shares: bool
    own: bool
    ergative: bool
    metric: str | None
    asks: str | None
    turns: dict[str, str]
    kinds: tuple[str, ...]
    beside: frozenset[str]
    opens: frozenset[str]
    sense: str | None
    only: tuple[str, ...]
    key: frozenset[str]
    needs: tuple[frozenset[str], ...]

    def may_match(self, letters: frozenset[str]) -> bool:
        """Whether a line of these letters has what the pattern cannot do without; it needs one of `key` at least."""
        return not any(map(letters.isdisjoint, self.needs))


class Binding(NamedTuple):
    """A number's metric: the unit of the number, the unit of the trigger (None: carried over), the rule.

    `whole` is the unit of the larger figure where this one is a share of it, `whole_id` the id of its claim where that
    stands in the sentence before; `refused` says why it is no claim.
    """

    number: int
    trigger: int | None
    metric: str | None
    rule: str
    rank: int
    status: Status = Status.ASSERTED
    whole: int | None = None
    refused: str | None = None
    whole_id: str | None = None


def rules_of(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rules of a lexicon, compiled once."""
    return _compiled(Keyed(lexicon))


@cache
def _compiled(holder: Keyed) -> tuple[Rule, ...]:
    """Compile the rules of a lexicon's grammar."""
    data = holder.lexicon.grammar["rules"]
    letters = groups_of(holder.lexicon).letters
    patterns = [compile_pattern(entry["pattern"], letters, data["macros"]) for entry in data["list"]]
    return tuple(
        Rule(
            entry["name"], entry["rank"], pattern,
            entry.get("refuses"), bool(entry.get("carried")), bool(entry.get("shares")), bool(entry.get("own")),
            bool(entry.get("ergative")),
            entry.get("metric"),
            entry.get("asks"),
            entry.get("turns", {}),
            tuple(entry.get("kinds", ())),
            frozenset(entry.get("beside", ())),
            frozenset(entry.get("opens", ())),
            entry.get("sense"),
            tuple(entry.get("only", ())),
            min((*shape(pattern.pattern).needs, frozenset(letters.values())), key=len),
            shape(pattern.pattern).needs,
        )
        for entry, pattern in zip(data["list"], patterns, strict=True)
    )  # fmt: skip
