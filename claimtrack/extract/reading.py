"""Reading a page: each sentence goes only as far through the levels as somebody asks.

A sentence with no number or no trigger costs one scan. Only the others are grouped and bound; and of the rest, only
those near a claim are asked for the sources, places and dates that carry over to it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from claimtrack.dates import PartialDate
from claimtrack.extract import phrases, sources, times, tokens
from claimtrack.extract.borders import over_borders
from claimtrack.extract.events import bind
from claimtrack.extract.numbers import quantities
from claimtrack.extract.pages import Page
from claimtrack.extract.places import PlaceMention, mentions
from claimtrack.extract.rules import Binding
from claimtrack.extract.sentences import Sentence, sentences
from claimtrack.extract.settle import settle
from claimtrack.extract.shares import lean
from claimtrack.extract.source import Source
from claimtrack.extract.times import When
from claimtrack.extract.tokens import Token
from claimtrack.extract.units import Unit, group
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.model import DateBasis

_EVENT_CLASSES = frozenset({W.PAST, W.PARTICIPLE, W.ACTIVE, W.GERUND, W.INTRANSITIVE, W.PREDICATE, W.COUNTED, W.TOLL})
_WORD = re.compile(r"[^\W\d_]+")
_QUOTE_REACH = 2000


class Scene(NamedTuple):
    """What a sentence names: its sources, places and dates; whether it stands inside a quotation.

    `published` is the day that its relative dates count from: the document's, or that of a post it is quoted from.
    `event` says that it tells of something that happens to people, with or without a number; `continues` that it
    opens with the figure told before (`The toll …`).
    """

    start: int
    end: int
    paragraph: int
    sources: tuple[Source, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[When, ...]
    quoted: bool
    published: PartialDate | None
    published_basis: DateBasis | None
    event: bool
    continues: bool


class Line:
    """One sentence of a page, read as far as asked."""

    def __init__(self, page: Page, sentence: Sentence) -> None:
        """The sentence, nothing of it read yet."""
        self.page, self.sentence = page, sentence
        self._bindings: dict[int, Binding] | None = None

    @cached_property
    def promising(self) -> bool:
        """Whether it has a number and a word that says what happened to people: one scan tells."""
        lexicon = self.page.lexicon
        text = self.page.text[self.sentence.start : self.sentence.end].lower()
        words = set(_WORD.findall(text))
        if lexicon.trigger_words.isdisjoint(words):
            return False
        return not lexicon.number_words.isdisjoint(words) or any(map(str.isdigit, text))

    @cached_property
    def _read(self) -> tuple[list[When], list[Token]]:
        """Level 1: dates and tokens."""
        page, start, end = self.page, self.sentence.start, self.sentence.end
        scanned = tokens.scan(page.text, start, end)
        words = [(match.start(), match[0]) for match in scanned]
        dates = times.find(page, start, end, words)
        spans = [when.span for when in dates]
        single = tokens.read(page.text, scanned, page.lexicon, spans, capitals=page.capitals)
        joined = phrases.join_parted(phrases.join(single, page.lexicon), page.lexicon)
        return dates, settle(joined, page.lexicon.group_nouns)

    @property
    def dates(self) -> list[When]:
        """Its date expressions."""
        return self._read[0]

    @property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return self._read[1]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its tokens, in small letters: each claim of a sentence asks for some of them."""
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def units(self) -> list[Unit]:
        """Level 2: its groups; none where it has no number."""
        numbers = quantities(self.page.text, self.tokens, self.page.lexicon)
        return group(self.tokens, numbers, self.page.lexicon) if numbers else []

    @property
    def bindings(self) -> dict[int, Binding]:
        """Levels 3 and 4: what each number counts, by the index of its unit."""
        if self._bindings is None:
            lexicon = self.page.lexicon
            words = [token.lower for token in self.tokens]
            found = bind(self.units, lexicon, disease=self.page.disease, words=words) if self.units else {}
            self._bindings = over_borders(lean(self.units, found, lexicon), self.units, self.tokens, lexicon)
        return self._bindings

    def rebind(self, bindings: dict[int, Binding]) -> None:
        """Take bindings that the sentences around have completed."""
        self._bindings = bindings

    @cached_property
    def scene(self) -> Scene:
        """What it names."""
        page, start, end = self.page, self.sentence.start, self.sentence.end
        post = page.post_at(start)
        named = sources.sources(page.text, self.tokens, page.lexicon)
        if post is not None:
            named = [Source(post.author, post.end, post.end, start, end, "assert")]
        published, basis = page.published_at(start)
        return Scene(
            start=start,
            end=end,
            paragraph=self.sentence.paragraph,
            sources=tuple(named),
            places=tuple(mentions(page.text, self.tokens, page.lexicon, capitals=page.capitals)),
            dates=tuple(self.dates),
            quoted=page.text[start] in '“"' or _open_quote(page.text, start),
            published=published,
            published_basis=basis,
            event=any(t.reading.cls in _EVENT_CLASSES or t.lower in page.lexicon.events for t in self.tokens),
            continues=any(t.reading.cls in (W.TOLL, W.TALLY) for t in self.tokens[:4]),
        )


def lines(page: Page) -> list[Line]:
    """The sentences of a page."""
    return [Line(page, sentence) for sentence in sentences(page.text, page.lexicon, page.start)]


def _open_quote(text: str, position: int) -> bool:
    """Whether a quotation opened earlier in the paragraph is still open here."""
    left = max(text.rfind("\n", max(0, position - _QUOTE_REACH), position) + 1, position - _QUOTE_REACH)
    before = text[left:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
