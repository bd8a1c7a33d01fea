"""The story of an extraction: sentences → numbers → metrics → sources, places and dates → claims."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.carried import carry_metrics
from claimtrack.extract.claims import claims_of, wanted
from claimtrack.extract.own import lines
from claimtrack.extract.pages import Page, pages
from claimtrack.extract.reading import Line, counting
from claimtrack.extract.scope import Story
from claimtrack.extract.tables import fill_tables
from claimtrack.extract.verdicts import Verdict, verdicts_of
from claimtrack.lexicon.load import lexicon
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Claim, Document


def extract(document: Document, words: Lexicon | None = None) -> list[Claim]:
    """The claims of a document, in the order of its text, those of a separate title first."""
    return [claim for page in pages(document, words or lexicon()) for _, claims in _read(page) for claim in claims]


def explain(document: Document, words: Lexicon | None = None) -> list[Verdict]:
    """Every number of a document, with the rule that took it or the reason why it was passed over."""
    verdicts: list[Verdict] = []
    for page in pages(document, words or lexicon()):
        claims = {line.sentence: made for line, made in _read(page)}
        for line in lines(page):
            verdicts += verdicts_of(line, claims.get(line.sentence, []))
    return verdicts


def _read(page: Page) -> Iterator[tuple[Line, list[Claim]]]:
    """The sentences of a page that make claims, with their claims."""
    story = lines(page) if page.lexicon.base is not None else counting(page)
    tables = fill_tables(story) if any(line.tabular for line in story) else set()
    promising = {i for i, line in enumerate(story) if line.promising} | tables
    carried = carry_metrics(story, promising)
    telling = [i for i in carried if any(wanted(story[i].units[k], b) for k, b in story[i].bindings.items())]
    context = Story(story, frozenset(telling))
    for i in telling:
        yield story[i], claims_of(story[i], i, context)
