"""One claim in full: its figure, the passage with the number marked, where it stands, why it was taken."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from claimtrack.model import Attribution, Claim, DateBasis, Document, Segment, SourceKind
from claimtrack.render import figures
from claimtrack.render.addresses import near, typed
from claimtrack.render.tables import facts
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from rich.text import Text

_CONTEXT = 160
_KINDS = {
    SourceKind.UN: "United Nations",
    SourceKind.NGO: "non-governmental",
    SourceKind.PARTY: "party to the conflict",
    SourceKind.OTHER: "other source",
}


class Passage(msgspec.Struct, frozen=True):
    """A claim's sentence, cut at its number, with a little of the text on both sides."""

    before: str
    opening: str
    number: str
    ending: str
    after: str


def passage(claim: Claim, text: str) -> Passage:
    """The passage of a claim in the text (or title) that its span counts in."""
    start, end = claim.span.start, claim.span.end
    first = text.rfind(claim.sentence, 0, start + len(claim.sentence))
    if first < 0 or first > start:
        first = start
    last = max(first + len(claim.sentence), end) if text.startswith(claim.sentence, first) else end
    return Passage(
        before=_tail(text[:first]),
        opening=text[first:start],
        number=text[start:end],
        ending=text[end:last],
        after=_head(text[last:]),
    )


def _tail(text: str) -> str:
    """The last words of the paragraph so far."""
    near = text[-_CONTEXT:].rpartition("\n")[2]
    if len(near) < _CONTEXT:
        return near
    return "…" + near.partition(" ")[2]


def _head(text: str) -> str:
    """The next words of the paragraph."""
    near = text[:_CONTEXT].partition("\n")[0]
    if len(near) < _CONTEXT:
        return near
    return near.rpartition(" ")[0] + "…"


def claim_page(screen: Screen, claim: Claim, document: Document, history: Sequence[str]) -> None:
    """Print a claim with all that is known of it."""
    _headline(screen, claim)
    text = document.title or "" if claim.segment is Segment.TITLE else document.text
    screen.gap()
    _print_passage(screen, passage(claim, text))
    screen.gap()
    past = [("" if at else "history", event) for at, event in enumerate(history)]
    facts(screen, [*_facts(claim, document), *past])
    explain = f"claimtrack explain {typed(document.address)}" if os.path.isabs(document.address) else ""
    screen.closing(f"claimtrack list --document {document.id}", explain)


def _headline(screen: Screen, claim: Claim) -> None:
    """Print the figure and what it counts."""
    parts = [figures.metric(claim), claim.population, claim.place]
    screen.print(screen.text(figures.figure(claim.value), "bold"), " " + " · ".join(part for part in parts if part))


def _print_passage(screen: Screen, found: Passage) -> None:
    """Print the passage; where no colour marks the number, signs do."""
    mark = "{}" if screen.coloured else "»{}«"
    parts: list[Text] = [
        screen.text(found.before, "dim"),
        screen.text(found.opening),
        screen.text(mark.format(found.number), "bold reverse"),
        screen.text(found.ending),
        screen.text(found.after, "dim"),
    ]
    screen.print(*parts, indent=2)


def _facts(claim: Claim, document: Document) -> list[tuple[str, str]]:
    """What is known of the claim, label by label."""
    return [
        ("id", claim.id),
        ("value", f"“{claim.value.text}” ({claim.value.qualifier.value}): {_bounds(claim)}"),
        ("says", _source(claim.attribution)),
        ("status", claim.status.value),
        ("basis", claim.basis.value),
        ("population", claim.population or figures.UNKNOWN),
        ("place", ", ".join(part for part in (claim.place, claim.country) if part) or figures.UNKNOWN),
        ("period", _period(claim)),
        ("as of", _dated(claim.as_of.date, claim.as_of.basis)),
        *([("part of", claim.part_of)] if claim.part_of else []),
        ("document", " · ".join(part for part in (document.id, document.title) if part)),
        ("in", claim.outlet or figures.UNKNOWN),
        ("published", _dated(document.published, document.published_basis)),
        ("from", near(document.address)),
        ("rules", f"{', '.join(claim.rules) or figures.UNKNOWN} (confidence {claim.confidence:g})"),
    ]


def _bounds(claim: Claim) -> str:
    """Both bounds in words, open where the text leaves them open."""
    low, high = (
        figures.number(bound) if bound is not None else "open" for bound in (claim.value.low, claim.value.high)
    )
    return f"low {low}, high {high}; counts {claim.unit}"


def _source(attribution: Attribution | None) -> str:
    """The source with the words of the text, its kind and the relays."""
    if attribution is None:
        return f"{figures.UNKNOWN} (the article in its own voice)"
    words = f" (“{attribution.mention}”)" if attribution.mention != attribution.name else ""
    via = f", via {', '.join(attribution.via)}" if attribution.via else ""
    kind = f", {_KINDS.get(attribution.kind, attribution.kind.value)}" if attribution.kind else ""
    return f"{attribution.name}{words}{kind}{via}"


def _period(claim: Claim) -> str:
    """The period with how each end is known, and the words of the text."""
    period = claim.period
    if period.start is None and period.end is None:
        return f"{figures.UNKNOWN} (“{period.words}”, unresolved)" if period.words else figures.UNKNOWN
    words = f", “{period.words}”" if period.words else ""
    return f"{_dated(period.start, period.start_basis)} to {_dated(period.end, period.end_basis)}{words}"


def _dated(date: str | None, basis: DateBasis | None) -> str:
    """A date with how it is known."""
    if date is None:
        return figures.UNKNOWN
    return f"{date} ({basis.value})" if basis else date
