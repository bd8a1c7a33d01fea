"""What is promised of the claims of any text: the property tests and the fuzz run hold the extraction to it."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import msgspec

from claimtrack.dates import partial
from claimtrack.errors import DateError
from claimtrack.extract import Verdict, explain, extract
from claimtrack.extract.numbers import MAXIMUM
from claimtrack.model import Claim, Document, Segment, claim_json


class Broken(NamedTuple):
    """A promise that a text breaks: a short name of the promise, and what was found instead."""

    promise: str
    found: str


def broken(source: Document) -> list[Broken]:
    """The promises that the claims of a document break."""
    return examined(source)[1]


def examined(source: Document) -> tuple[list[Claim], list[Broken]]:
    """The claims of a document, and the promises that they break."""
    claims = list[Claim]()
    try:
        claims = extract(source)
        return claims, [*_of_claims(source, claims), *_of_verdicts(source, claims, explain(source))]
    except Exception as error:
        return claims, [_raised(error)]


def _raised(error: Exception) -> Broken:
    """An error, with the line of the program that it comes from."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Broken(f"nothing is raised ({type(error).__name__}, {Path(frame.filename).name}:{frame.lineno})", str(error))


def page_text(source: Document, segment: Segment) -> str:
    """The text that the spans of a segment count in."""
    return (source.title or "") if segment == Segment.TITLE else source.text


def _of_claims(source: Document, claims: Sequence[Claim]) -> Iterator[Broken]:
    """What the claims break, each by itself and together."""
    by_id = {claim.id: claim for claim in claims}
    if len(by_id) < len(claims):
        yield Broken("ids are unique", f"{len(claims)} claims, {len(by_id)} ids")
    order = [(claim.segment != Segment.TITLE, claim.span.start) for claim in claims]
    if order != sorted(order):
        yield Broken("claims stand in the order of the text", str(order))
    for claim in claims:
        found = (*_of_span(source, claim), *_of_bounds(claim), *_of_dates(claim), *_of_words(source, claim))
        yield from (one._replace(found=f"{one.found} in {claim}") for one in found)
        if _is_part_of_itself(claim, by_id):
            yield Broken("a share is part of another claim of its document", f"{claim}")


def _is_part_of_itself(claim: Claim, by_id: dict[str, Claim]) -> bool:
    """Whether a chain of wholes leads out of the document, or back to where it began."""
    seen, at = set[str](), claim
    while at.part_of is not None:
        if at.part_of not in by_id or at.part_of in seen or at.part_of == claim.id:
            return True
        seen.add(at.part_of)
        at = by_id[at.part_of]
    return False


def _of_span(source: Document, claim: Claim) -> Iterator[Broken]:
    """The span is the number that was read, and stands in the value's words and in the sentence."""
    text, (start, end) = page_text(source, claim.segment), (claim.span.start, claim.span.end)
    number = text[start:end]
    first = source.body_start if claim.segment == Segment.BODY else 0
    if not (first <= start < end <= len(text)) or number != number.strip():
        yield Broken("a span is a stretch of the text", repr(number))
    at = claim.value.text.find(number)
    if at < 0 or text[start - at : start - at + len(claim.value.text)] != claim.value.text:
        yield Broken("the value's words are the text's, around its span", f"{claim.value.text!r} around {number!r}")
    if " ".join(number.split()) not in claim.sentence:
        yield Broken("the sentence has the number", repr(number))
    if claim.sentence not in " ".join(text.split()):
        yield Broken("the sentence is the text's", repr(claim.sentence))


def _of_bounds(claim: Claim) -> Iterator[Broken]:
    """The bounds are whole, finite and in order; a number in plain digits has no other bound than itself."""
    low, high = claim.value.low, claim.value.high
    bounds = [bound for bound in (low, high) if bound is not None]
    if not bounds or any(type(bound) is not int or not 0 <= bound <= MAXIMUM for bound in bounds):
        yield Broken("bounds are whole numbers", repr(bounds))
    elif low is not None and high is not None and low > high:
        yield Broken("bounds are in order", repr(bounds))
    digits = claim.value.text.replace(",", "")
    if digits.isdecimal() and any(bound != int(digits) for bound in bounds):
        yield Broken("a number in digits means what it says", f"{claim.value.text} read as {bounds}")
    if not 0 < claim.confidence <= 1:
        yield Broken("confidence is in (0, 1]", repr(claim.confidence))


def _of_dates(claim: Claim) -> Iterator[Broken]:
    """Dates are dates, and a period begins before it ends."""
    period = claim.period
    for iso, basis in (
        (period.start, period.start_basis), (period.end, period.end_basis), (claim.as_of.date, claim.as_of.basis)
    ):  # fmt: skip
        try:
            if iso is not None and partial(iso).iso != iso:
                yield Broken("dates are ISO dates", iso)
        except DateError as error:
            yield Broken("dates are ISO dates", str(error))
            return
        if (iso is None) != (basis is None):
            yield Broken("a date has a basis", f"{iso}, {basis}")
    if period.start and period.end and partial(period.start).first > partial(period.end).last:
        yield Broken("a period begins before it ends", f"{period.start} to {period.end}")


def _of_words(source: Document, claim: Claim) -> Iterator[Broken]:
    """What a claim says of its source, place and people is in the text, and JSON carries all of it."""
    text = " ".join(f"{source.title or ''}\n{source.text}".split())
    via = claim.attribution.via if claim.attribution else ()
    said = {"place": claim.place, "population": claim.population, "period": claim.period.words}
    said |= {"source": claim.attribution.mention if claim.attribution else None}
    said |= {f"relay {n}": mention for n, mention in enumerate(via)}
    for name, words in said.items():
        if words is not None and (not words.strip() or " ".join(words.split()) not in text):
            yield Broken(f"the {name.split()[0]} is in the text's words", repr(words))
    written = claim_json(claim)
    if msgspec.json.decode(written, type=Claim) != claim or b"\n" in written:
        yield Broken("JSON carries the claim", repr(written))
    json.loads(written, parse_constant=_no_number)
    if (claim.document, claim.outlet, claim.published) != (source.id, source.outlet, source.published):
        yield Broken("a claim has its document's provenance", f"{claim.outlet}, {claim.published}")


def _no_number(name: str) -> NoReturn:
    """What `json` calls for NaN and Infinity."""
    raise ValueError(f"{name} is no JSON")


def _of_verdicts(source: Document, claims: Sequence[Claim], verdicts: Sequence[Verdict]) -> Iterator[Broken]:
    """What `explain` breaks; it reads the document anew, so that its claims show that reading is deterministic."""
    if [verdict.claim for verdict in verdicts if verdict.taken] != list(claims):
        yield Broken("explain gives the claims of extract", f"{[v.claim for v in verdicts if v.taken]} for {claims}")
    for verdict in verdicts:
        text = page_text(source, verdict.segment)
        if not verdict.text or text[verdict.span.start : verdict.span.end] != verdict.text:
            yield Broken("a verdict's text is that of its span", f"{verdict}")
        if not ((verdict.rule and verdict.claim) if verdict.taken else verdict.reason):
            yield Broken("a verdict has a rule or a reason", f"{verdict}")
    order = [(verdict.segment != Segment.TITLE, verdict.span.start) for verdict in verdicts]
    if order != sorted(order):
        yield Broken("verdicts stand in the order of the text", str(order))
