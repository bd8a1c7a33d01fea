"""Level 5: who answers for a figure: the source of its clause, that of its quotation, or one carried over.

A source carries over the sentences that go on with what it said, until the article speaks in its own voice again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from claimtrack.extract import sources
from claimtrack.extract.anaphora import antecedent, full_name, named_before
from claimtrack.extract.quotations import Quotation, Quotations
from claimtrack.extract.reading import Line
from claimtrack.extract.source import Source
from claimtrack.extract.tokens import NUMERIC, Token
from claimtrack.lexicon.classes import WordClass as W

_REACH = 12
_RUN, _BRACKET = 6, 3


class Voices:
    """The sentences of a page, asked for who speaks in one of them."""

    def __init__(self, lines: Sequence[Line], telling: frozenset[int]) -> None:
        """The sentences in order; `telling` are the indices of those that make claims."""
        self._lines, self._telling = lines, telling
        self._carried: dict[int, Source | None] = {}

    def at(self, i: int, position: int) -> Source | None:
        """The source of a figure at `position` in sentence `i`; None where the article speaks in its own voice."""
        chosen = sources.choose(self._lines[i].scene.sources, position)
        if chosen is not None:
            return self._resolved(i, chosen)
        quotation = self._quotations.at(position)
        if quotation is not None:
            return self._quoted(i, quotation)
        return self._carry(i)

    @cached_property
    def _quotations(self) -> Quotations:
        return Quotations(self._lines[0].page.text, [line.sentence for line in self._lines])

    def _resolved(self, i: int, source: Source) -> Source | None:
        """A source itself, or the one that it stands for."""
        if not source.pronoun:
            fuller = named_before(self._lines, i, source)
            if fuller is not None:
                return fuller._replace(kind=source.kind, via=source.via, leading=source.leading)
            person = full_name(self._lines, i, source)
            return source._replace(full=person.full or person.mention, about=person.about) if person else source
        found = antecedent(self._lines, i, source)
        if found is not None:
            return found._replace(kind=source.kind, via=source.via or found.via, leading=source.leading)
        return source if " " in source.mention else None

    def _quoted(self, i: int, quotation: Quotation) -> Source | None:
        """Who is quoted: named behind the quotation where it ends, else before it."""
        for k in range(i, min(len(self._lines), i + _RUN)):
            line = self._lines[k]
            behind = next((s for s in line.scene.sources if s.start >= quotation.end), None)
            if behind is not None and not behind.leading:
                return self._resolved(k, behind)
            if line.sentence.end >= quotation.end:
                break
        return self._last(i, quotation.start)

    def _last(self, i: int, position: int) -> Source | None:
        """The last source named before a place in sentence `i` or an earlier one."""
        for k in range(i, max(-1, i - 1 - _REACH), -1):
            named = [s for s in self._lines[k].scene.sources if s.start < position]
            if named:
                return self._resolved(k, named[-1])
        return None

    def _carry(self, i: int) -> Source | None:
        """The source of the sentence before, where sentence `i` goes on with what it says."""
        first = i
        while first > i - _REACH and first not in self._carried and self._asks_before(first):
            first -= 1
        if first == i - _REACH:
            self._carried.setdefault(first, None)
        # The earlier sentences first: each asks the one before it, and a paragraph may be as long as the page.
        for k in range(first, i + 1):
            if k not in self._carried:
                self._carried[k] = self._carried_over(k)
        return self._carried[i]

    def _asks_before(self, i: int) -> bool:
        """Whether what carries over to sentence `i` is what carried over to the one before."""
        before = self._lines[i - 1]
        return i > 0 and self._may_go_on(i) and not before.scene.sources

    def _may_go_on(self, i: int) -> bool:
        """Whether sentence `i` stands in the paragraph of the one before, or opens with a share of its figure."""
        if self._lines[i].sentence.paragraph == self._lines[i - 1].sentence.paragraph:
            return True
        return self._counted_again(i)

    def _carried_over(self, i: int) -> Source | None:
        """The source that a sentence without one takes from those around it."""
        closing = self._closing(i)
        if closing is not None:
            return closing
        if i == 0 or not self._may_go_on(i):
            return None
        told = i - 1 in self._telling or self._tells(i - 1)
        before = self._speaker(i - 1) if told or self._lines[i - 1].scene.sources else None
        if before is None:
            return None
        if self._goes_back(i):
            return before
        if before.rank > 1 or not (before.leading or self._goes_on_behind(i - 1)) or self._shifts(i):
            return None
        return before if told or self._counts(i) else None

    def _goes_on_behind(self, i: int) -> bool:
        """Whether sentence `i` names its source in passing and goes on (`12 died, it says, and two are missing`)."""
        line = self._lines[i]
        named = line.scene.sources
        if not named or named[-1].leading:
            return False
        following = [t for t in line.tokens if t.start >= named[-1].end]
        for comma, behind in pairwise(following):
            if comma.reading.cls == W.COMMA:
                return behind.reading.cls == W.AND or behind.reading.cls in NUMERIC
        return False

    def _tells(self, i: int) -> bool:
        """Whether somebody reports an event in sentence `i`, whose story the next one goes on with."""
        line = self._lines[i]
        if not line.scene.sources or not line.scene.event:
            return False
        end = line.scene.sources[-1].end
        verb = next((t for t in line.tokens if t.start >= end and t.reading.cls not in (W.HAVE, W.ADVERB)), None)
        return verb is not None and verb.lower in ("report", "reports", "reported")

    def _speaker(self, i: int) -> Source | None:
        """Who speaks at the end of sentence `i`."""
        named = self._lines[i].scene.sources
        return self._resolved(i, named[-1]) if named else self._carry(i)

    def _goes_back(self, i: int) -> bool:
        """Whether a sentence opens with the people or the figure counted before (`Of these`, `Another 12`)."""
        tokens = self._lines[i].tokens
        lexicon = self._lines[i].page.lexicon
        if i - 1 not in self._telling and not self._lines[i].scene.continues:
            return False
        opening = tokens[:4]
        if self._counted_again(i) or _of_them(opening):
            return True
        if opening[0].lower in ("that", "this") and any(t.reading.cls == W.CHANGE for t in opening):
            return False
        return any(t.reading.cls in (W.TOLL, W.TALLY, W.OTHERS) for t in opening) or any(
            t.lower in lexicon.sets["sources.going_on"] for t in opening
        )

    def _counted_again(self, i: int) -> bool:
        """Whether a sentence opens with a share of a figure of the one before (`Of the 64, 12 were children`)."""
        tokens = self._lines[i].tokens
        k = next((k for k, t in enumerate(tokens[:4]) if t.reading.cls == W.OF), len(tokens))
        following = tokens[k + 1 : k + 3]
        if len(following) < 2 or following[0].reading.cls != W.DETERMINER or following[1].reading.cls not in NUMERIC:
            return False
        return following[1].lower in self._lines[i - 1].words

    def _closing(self, i: int) -> Source | None:
        """The source named before that the next sentence names again at its end: what stands between is its own."""
        if i + 1 >= len(self._lines):
            return None
        here, after = self._lines[i].sentence.paragraph, self._lines[i + 1].sentence.paragraph
        following = next(iter(self._lines[i + 1].scene.sources), None)
        if here != after or following is None or following.leading:
            return None
        again = self._resolved(i + 1, following)
        for k in range(i - 1, max(-1, i - 1 - _BRACKET), -1):
            if not following.pronoun and self._lines[k].sentence.paragraph != here:
                return None
            named = self._lines[k].scene.sources
            if named:
                before = self._resolved(k, named[-1])
                return before if before is not None and again is not None and _same(before, again) else None
        return None

    def _counts(self, i: int) -> bool:
        """Whether a sentence sums up (`A total of 43 died`) or goes on with figures what the one before has begun."""
        tokens = self._lines[i].tokens
        if tokens[0].lower.endswith("total of") or [t.lower for t in tokens[1:3]] == ["total", "of"]:
            return True
        opening = [t.reading.cls for t in tokens[:2]]
        before = self._lines[i - 1].tokens
        return any(cls in NUMERIC for cls in opening) and any(t.reading.cls in NUMERIC for t in before)

    def _shifts(self, i: int) -> bool:
        """Whether a sentence opens with another time or place, and so with another matter."""
        tokens = self._lines[i].tokens
        opening = next((t for t in tokens if t.reading.cls not in (W.QUOTE, W.AND)), None)
        if opening is None or opening.reading.cls in NUMERIC:
            return False
        pronoun = any(t.reading.cls == W.PRONOUN or t.lower in ("that", "this") for t in tokens[2:6])
        return opening.reading.cls in (W.DATE, W.IN, W.AT, W.PREPOSITION) and not pronoun


def _of_them(opening: Sequence[Token]) -> bool:
    """Whether a sentence opens with some of those counted before (`At least 24 of them`)."""
    return any(t.lower in ("of them", "of these", "of those") for t in opening)


def _same(one: Source, other: Source) -> bool:
    """Whether two mentions name one source: the last word of one is among the words of the other."""
    first, second = one.mention.lower().split(), other.mention.lower().split()
    return first[-1] in second or second[-1] in first
