"""Why each number of a text was taken or passed over."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from claimtrack.extract.reading import Line
from claimtrack.extract.units import Unit
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.model import Claim, Segment, Span

_NO_TRIGGER = "no word beside it says what happened to whom"
_TOKEN_REASONS: dict[str, str] = {W.DATE: "a date", W.CODE: "a code, rank, clock time or name with a number in it"}


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text: taken as a claim by a rule, or passed over for a reason."""

    span: Span
    segment: Segment
    text: str
    taken: bool
    sentence: str
    claim: Claim | None = None
    rule: str | None = None
    reason: str | None = None


def verdicts_of(line: Line, claims: Sequence[Claim]) -> list[Verdict]:
    """The verdicts on a sentence's numbers, in order."""
    page = line.page
    by_start = {claim.span.start: claim for claim in claims}
    sentence = " ".join(page.text[line.sentence.start : line.sentence.end].split())
    found: list[tuple[Span, Claim | None, str | None]] = []
    for i, unit in enumerate(line.units):
        if unit.quantity is not None:
            span = Span(start=unit.quantity.start, end=unit.quantity.end)
            claim = by_start.get(span.start)
            found.append((span, claim, None if claim else _reason(line, i, unit)))
    for token in line.tokens:
        reason = _TOKEN_REASONS.get(token.reading.cls) or (
            "an adjective, not a count" if token.reading.kind == "compound" else None
        )
        if reason and any(c.isdigit() for c in token.text):
            found.append((Span(start=token.start, end=token.end), None, reason))
    found.sort(key=lambda entry: entry[0].start)
    return [
        Verdict(
            span=span, segment=page.segment, text=page.text[span.start : span.end], taken=claim is not None,
            sentence=sentence, claim=claim, rule=claim.rules[0] if claim else None, reason=reason,
        )
        for span, claim, reason in found
    ]  # fmt: skip


def _reason(line: Line, i: int, unit: Unit) -> str:
    """Why a number was passed over."""
    binding = line.bindings.get(i)
    if binding is not None and binding.refused:
        return binding.refused
    if unit.name == "refused":
        kind = unit.head.kind if unit.head is not None else None
        return f"counts {kind}, not people or homes" if kind else "money or a percentage"
    if unit.quantity is not None and unit.quantity.is_zero:
        return "a plain `no`, not a count of none"
    return _NO_TRIGGER
