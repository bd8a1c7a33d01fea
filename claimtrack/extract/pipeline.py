"""The story of an extraction: sentences → numbers → metrics → sources, places and dates → claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack.dates import PartialDate, partial
from claimtrack.extract import sources as source_frames
from claimtrack.extract import times
from claimtrack.extract.events import Binding, bind
from claimtrack.extract.numbers import Quantity, quantities
from claimtrack.extract.places import mentions
from claimtrack.extract.scope import Context, Scene, period_of, place_of, source_of, update
from claimtrack.extract.sentences import Sentence, sentences
from claimtrack.extract.shares import lean
from claimtrack.extract.tokens import Token, tokenize
from claimtrack.extract.units import Unit, group
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.load import Lexicon, lexicon
from claimtrack.model import AsOf, Attribution, Basis, Claim, DateBasis, Document, Segment, Span, Status, Value, claim_id


class Parsed(NamedTuple):
    """A sentence with its tokens, units and the bindings of its numbers."""

    sentence: Sentence
    tokens: list[Token]
    units: list[Unit]
    bindings: dict[int, Binding]
    scene: Scene


class Page(NamedTuple):
    """A text to be read: the document's body or its title, and what is known of the whole document."""

    document: Document
    text: str
    segment: Segment
    published: PartialDate | None
    years: tuple[PartialDate, ...]
    capitals: bool
    disease: bool


def extract(document: Document) -> list[Claim]:
    """The claims of a document, in the order of its text, those of a separate title first."""
    words = lexicon()
    claims: list[Claim] = []
    for page in _pages(document, words):
        claims += _read_page(page, words)
    return claims


def _pages(document: Document, words: Lexicon) -> Iterator[Page]:
    """The title, where it stands apart from the text, and the body."""
    published = partial(document.published) if document.published else None
    years = tuple(times.full_dates(document.text))
    disease = _tells_of_disease(document.text, words)
    if document.title and document.title not in document.text[: len(document.title) + 200]:
        yield Page(document, document.title, Segment.TITLE, published, years, _in_capitals(document.title), disease)
    yield Page(document, document.text, Segment.BODY, published, years, _in_capitals(document.text), disease)


_WORDS = re.compile(r"[a-z][a-z0-9-]+")


def _tells_of_disease(text: str, words: Lexicon) -> bool:
    """Whether a text tells of a disease."""
    return not words.disease.isdisjoint(_WORDS.findall(text.lower()))


def _in_capitals(text: str) -> bool:
    """Whether a text is written all in capitals, as transcripts were."""
    sample = text[:2000]
    letters = sum(map(str.isalpha, sample))
    return letters > 20 and sum(map(str.isupper, sample)) > 0.6 * letters


def _read_page(page: Page, words: Lexicon) -> list[Claim]:
    """The claims of one page."""
    parsed = [_parse(page, sentence, words) for sentence in sentences(page.text)]
    context = Context()
    claims: list[Claim] = []
    for i, item in enumerate(parsed):
        following = parsed[i + 1].scene if i + 1 < len(parsed) else None
        made = _claims(page, item, context, following, words)
        claims += made
        context = update(context, item.scene, tells=bool(made))
    return claims


def _parse(page: Page, sentence: Sentence, words: Lexicon) -> Parsed:
    """One sentence through levels 1 to 4."""
    text, start, end = page.text, sentence.start, sentence.end
    basis = page.document.published_basis
    dates = times.find(text, start, end, page.published, basis, page.years)
    tokens = tokenize(text, start, end, words, [d.span for d in dates], capitals=page.capitals)
    numbers = quantities(text, tokens, words)
    units: list[Unit] = group(tokens, numbers, words) if numbers else []
    bindings = lean(units, bind(units, words, disease=page.disease), words) if numbers else {}
    scene = Scene(
        start, end, sentence.paragraph,
        tuple(source_frames.sources(text, tokens, words)),
        tuple(mentions(text, tokens, capitals=page.capitals)),
        tuple(dates),
        text[start] in "“\"" or _open_quote(text, start),
    )  # fmt: skip
    return Parsed(sentence, tokens, units, bindings, scene)


def _open_quote(text: str, position: int) -> bool:
    """Whether a quotation opened earlier in the paragraph is still open here."""
    left = text.rfind("\n", 0, position) + 1
    before = text[left:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _claims(page: Page, item: Parsed, context: Context, following: Scene | None, words: Lexicon) -> list[Claim]:
    """The claims of one sentence."""
    taken = {i: b for i, b in sorted(item.bindings.items()) if b.metric is not None and b.refused is None and _wanted(item.units[i], b)}
    made: dict[int, Claim] = {}
    order = list(taken)
    for n, i in enumerate(order):
        left = item.units[order[n - 1]].end if n else item.sentence.start
        right = item.units[order[n + 1]].start if n + 1 < len(order) else item.sentence.end
        made[i] = _claim(page, item, i, taken[i], (left, right), context, following, words, made)
    return list(made.values())


def _wanted(unit: Unit, binding: Binding) -> bool:
    """Whether a number that says there were none makes a claim: only where it says of whom."""
    quantity = unit.quantity
    return quantity is not None and (not quantity.is_zero or unit.name == "counted")


def _claim(
    page: Page, item: Parsed, i: int, binding: Binding, between: tuple[int, int], context: Context, following: Scene | None,
    words: Lexicon, made: dict[int, Claim],
) -> Claim:  # fmt: skip
    """One claim with everything that the text says of it."""
    unit = item.units[i]
    quantity = unit.quantity
    assert quantity is not None and binding.metric is not None
    metric = words.metrics[binding.metric]
    scene, (left, right) = item.scene, between
    source = source_of(scene, quantity.start, context, following)
    place = place_of(scene, quantity.start, left, right, source, context)
    document = page.document
    period, as_of, basis = period_of(scene, quantity.start, left, right, Basis(metric.basis), page.published, document.published_basis, context)
    status = Status.DENIED if source is not None and source.kind == "deny" else binding.status
    span = Span(start=quantity.start, end=quantity.end)
    whole = made.get(binding.whole) if binding.whole is not None else None
    return Claim(
        id=claim_id(document.id, page.segment, span, metric.name, quantity.low, quantity.high),
        document=document.id,
        metric=metric.name,
        value=Value(text=quantity.text, low=quantity.low, high=quantity.high, qualifier=quantity.qualifier),
        unit={"families": "families", "homes": "homes"}.get(unit.name, metric.counts[0]),
        population=_population(page.text, item, unit, quantity),
        basis=basis,
        status=status,
        attribution=Attribution(mention=source.mention, name=source_frames.canonical(source.mention), via=source.via) if source else None,
        place=place.text if place else None,
        period=period,
        as_of=as_of,
        part_of=whole.id if whole else None,
        segment=page.segment,
        sentence=" ".join(page.text[item.sentence.start : item.sentence.end].split()),
        span=span,
        outlet=document.outlet,
        published=document.published,
        rules=(binding.rule,),
        confidence=0.9,
    )


_GENERAL = frozenset({"people", "persons", "person", "others", "individuals", "more people", "other people", "more", "human", "souls", "more persons"})


def _population(text: str, item: Parsed, unit: Unit, quantity: Quantity) -> str | None:
    """Whom a figure counts, in the words behind its number; None for people in general."""
    inside = [t for t in item.tokens[quantity.last : unit.last] if t.reading.cls not in (W.COUNTED, W.AFTER)]
    while inside and inside[0].reading.cls in (W.OF, W.DETERMINER, W.ARTICLE):
        inside = inside[1:]
    if not inside or unit.name in ("bare", "homes"):
        return None
    said = " ".join(text[inside[0].start : inside[-1].end].split())
    return None if said.lower() in _GENERAL else said


__all__ = ["AsOf", "DateBasis", "Sequence", "extract"]
