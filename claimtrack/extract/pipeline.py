"""The story of an extraction: sentences → numbers → metrics → sources, places and dates → claims."""

from __future__ import annotations

from claimtrack.extract.carried import carry_metrics
from claimtrack.extract.claims import Setting, claims_of, wanted
from claimtrack.extract.pages import Page, Parsed, pages, parse
from claimtrack.extract.scope import Context, is_event, main_place, update
from claimtrack.extract.times import When
from claimtrack.extract.verdicts import Verdict, verdicts_of
from claimtrack.lexicon.load import lexicon
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Claim, Document


def extract(document: Document) -> list[Claim]:
    """The claims of a document, in the order of its text, those of a separate title first.

    Dates such as `on Saturday` are resolved against `document.published`; where that is None they stay unknown, and
    a claim's `period.words` keeps the text's own.
    """
    words = lexicon()
    return [claim for page in pages(document, words) for _, claims in _read(page, words) for claim in claims]


def explain(document: Document) -> list[Verdict]:
    """Every number of a document, with the rule that took it or the reason why it was passed over."""
    words = lexicon()
    return [
        v
        for page in pages(document, words)
        for item, claims in _read(page, words)
        for v in verdicts_of(page, item, claims)
    ]


_OPENING = 12


def main_event(parsed: list[Parsed]) -> When | None:
    """The day of the event that a page opens with, for the figures that stand before it is named."""
    for item in parsed[:_OPENING]:
        if item.scene.event:
            for when in item.scene.dates:
                if is_event(when):
                    return when
    return None


def _read(page: Page, words: Lexicon) -> list[tuple[Parsed, list[Claim]]]:
    """The sentences of a page with their claims."""
    parsed = carry_metrics(parse(page, words))
    context = Context(main=main_event(parsed), place=main_place([item.scene for item in parsed[:_OPENING]]))
    read: list[tuple[Parsed, list[Claim]]] = []
    for i, item in enumerate(parsed):
        following = parsed[i + 1].scene if i + 1 < len(parsed) else None
        tells = any(wanted(item.units[k], b) for k, b in item.bindings.items())
        claims = claims_of(item, Setting(page, context, following, words)) if tells else []
        read.append((item, claims))
        context = update(context, item.scene, tells=tells)
    return read
