"""Reading a page: each sentence goes only as far through the levels as somebody asks.

A paragraph with no number or no trigger costs one scan for its bare words, and is not even split into sentences where
the page makes no claim. Only the other sentences are grouped and bound; and of the rest, only those near a claim are
asked for the sources, places and dates that carry over to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from claimtrack.dates import PartialDate
from claimtrack.extract import labels, phrases, sources, times, tokens
from claimtrack.extract.borders import over_borders
from claimtrack.extract.countries import with_countries
from claimtrack.extract.events import bind
from claimtrack.extract.numbers import quantities
from claimtrack.extract.once import once
from claimtrack.extract.pages import Page
from claimtrack.extract.places import PlaceMention, may_name, mentions
from claimtrack.extract.rules import Binding
from claimtrack.extract.sentences import Block, Sentence, blocks, sentences
from claimtrack.extract.settle import settle
from claimtrack.extract.shares import lean
from claimtrack.extract.source import Source
from claimtrack.extract.times import When
from claimtrack.extract.tokens import Token
from claimtrack.extract.units import Unit, group
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import EVENT_CLASSES
from claimtrack.lexicon.spotter import bare_words
from claimtrack.model import DateBasis

_DIGIT = re.compile(r"\d")
# What parts the columns of a table, as `tables` splits its rows.
_COLUMNS = re.compile(r"[|\t]|\s\s\s")
_QUOTE_REACH = 2000
_FIGURES = frozenset({W.TOLL, W.TALLY})


class Scene:
    """What a sentence names: its sources, places and dates, each found when it is asked for.

    `published` is the day that its relative dates count from: the document's, or that of a post it is quoted from.
    """

    def __init__(self, line: Line) -> None:
        """Nothing of it found yet."""
        self._line, self._page = line, line.page
        self.start, self.end, self.paragraph = line.sentence

    @once
    def sources(self) -> tuple[Source, ...]:
        """Its sources; of a post, its author."""
        page = self._page
        post = page.post_at(self.start)
        if post is not None:
            return (Source(post.author, post.end, post.end, self.start, self.end, "assert"),)
        if not page.lexicon.speaks.spots(self._line.bare) and not labels.MARKS.search(page.text, self.start, self.end):
            return ()
        return tuple(sources.sources(page.text, self._line.tokens, page.lexicon))

    @once
    def places(self) -> tuple[PlaceMention, ...]:
        """Its places."""
        page = self._page
        if not page.capitals and not may_name(self._line.text, page.lexicon):
            return ()
        found = mentions(page.text, self._line.tokens, page.lexicon, capitals=page.capitals)
        return tuple(with_countries(found, self._line.tokens, page.lexicon))

    @property
    def dates(self) -> Sequence[When]:
        """Its date expressions."""
        return self._line.dates

    @once
    def quoted(self) -> bool:
        """Whether it stands inside a quotation."""
        return self._page.text[self.start] in '“"' or _open_quote(self._page.text, self.start)

    @property
    def published(self) -> PartialDate | None:
        """The day that its relative dates count from."""
        return self._page.published_at(self.start)[0]

    @property
    def published_basis(self) -> DateBasis | None:
        """How that day is known."""
        return self._page.published_at(self.start)[1]

    @once
    def event(self) -> bool:
        """Whether it tells of something that happens to people, with or without a number."""
        lexicon = self._page.lexicon
        return lexicon.happens.spots(self._line.bare) and any(
            t.reading.cls in EVENT_CLASSES or t.lower in lexicon.events for t in self._line.tokens
        )

    @once
    def continues(self) -> bool:
        """Whether it opens with the figure told before (`The toll …`)."""
        return any(t.reading.cls in _FIGURES for t in self._line.tokens[:4])


class Line:
    """One sentence of a page, read as far as asked."""

    def __init__(self, page: Page, sentence: Sentence) -> None:
        """The sentence, nothing of it read yet."""
        self.page, self.sentence = page, sentence
        self._bindings: dict[int, Binding] | None = None

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.page.text[self.sentence.start : self.sentence.end]

    @once
    def bare(self) -> Set[bytes]:
        """Its bare words."""
        return bare_words(self.text)

    @once
    def promising(self) -> bool:
        """Whether it has a number and a word that says what happened to people."""
        return _promises(self.page, self.sentence.start, self.sentence.end, self.bare)

    @property
    def tabular(self) -> bool:
        """Whether it can be a row of a table."""
        return _COLUMNS.search(self.page.text, self.sentence.start, self.sentence.end) is not None

    @once
    def bound(self) -> bool:
        """Whether it counts anything: only then can the page make claims."""
        return self.promising and any(binding.metric is not None for binding in self.bindings.values())

    @once
    def _scanned(self) -> list[re.Match[str]]:
        """Its words, numbers and marks, not read yet."""
        return tokens.scan(self.page.text, self.sentence.start, self.sentence.end)

    @once
    def dates(self) -> list[When]:
        """Its date expressions."""
        sentence, lexicon = self.sentence, self.page.lexicon
        if not lexicon.dated.spots(self.bare) and not _DIGIT.search(self.page.text, sentence.start, sentence.end):
            return []
        starts = [match.start() for match in self._scanned]
        words = [match[0] for match in self._scanned]
        return times.find(self.page, sentence.start, sentence.end, starts, words)

    @once
    def tokens(self) -> list[Token]:
        """Level 1: its tokens, each date expression one."""
        page, lexicon = self.page, self.page.lexicon
        spans = [when.span for when in self.dates]
        single = tokens.read(page.text, self._scanned, lexicon, spans, capitals=page.capitals)
        whole = phrases.join_titles(single, lexicon)
        joined = phrases.join_parted(phrases.join(whole, lexicon), lexicon)
        return settle(joined, lexicon.group_nouns)

    @once
    def words(self) -> frozenset[str]:
        """The words of its tokens, in small letters: each claim of a sentence asks for some of them."""
        return frozenset(token.lower for token in self.tokens)

    @once
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

    @once
    def scene(self) -> Scene:
        """What it names."""
        return Scene(self)


class Paragraph:
    """A block of a page, split into sentences when it is asked for them."""

    def __init__(self, page: Page, block: Block) -> None:
        """The block, not split yet."""
        self._page, self._block = page, block

    @once
    def lines(self) -> list[Line]:
        """Its sentences."""
        page = self._page
        return [Line(page, sentence) for sentence in sentences(page.text, self._block, page.lexicon)]

    @property
    def counts(self) -> bool:
        """Whether one of its sentences counts anything, or may be a row of a table that does."""
        start, end = self._block.start, self._block.end
        if _COLUMNS.search(self._page.text, start, end):
            return True
        if not _promises(self._page, start, end, bare_words(self._page.text[start:end])):
            return False
        return any(line.bound for line in self.lines)


def paragraphs(page: Page) -> list[Paragraph]:
    """The blocks of a page."""
    return [Paragraph(page, block) for block in blocks(page.text, page.start)]


def lines(page: Page) -> list[Line]:
    """The sentences of a page."""
    return [line for paragraph in paragraphs(page) for line in paragraph.lines]


def counting(page: Page) -> list[Line]:
    """The sentences of a page; none where it can make no claim."""
    parts = paragraphs(page)
    return [line for part in parts for line in part.lines] if any(part.counts for part in parts) else []


def _promises(page: Page, start: int, end: int, words: Set[bytes]) -> bool:
    """Whether a stretch of the text, with these bare words, has a number and a word that says what happened."""
    lexicon = page.lexicon
    if not lexicon.tells.spots(words):
        return False
    return lexicon.counts.spots(words) or _DIGIT.search(page.text, start, end) is not None


def _open_quote(text: str, position: int) -> bool:
    """Whether a quotation opened earlier in the paragraph is still open here."""
    left = max(text.rfind("\n", max(0, position - _QUOTE_REACH), position) + 1, position - _QUOTE_REACH)
    before = text[left:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
