"""What became of one claim: when it was added, dated anew, and what stands in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec

from claimtrack.model import Claim
from claimtrack.store.entry import DATE


class Change(StrEnum):
    """What an entry of the journal did to a claim."""

    ADDED = "added"
    REDATED = "redated"
    SUPERSEDED = "superseded"


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One change of a claim, and how the claim stands after it; None where nothing stands in its place."""

    seq: int
    time: str
    change: Change
    claim: Claim | None
    published: str | None = None
    extractor: str | None = None


class Revision(NamedTuple):
    """All the claims of a document, as one entry of the journal gives them."""

    seq: int
    time: str
    kind: str
    published: str | None
    extractor: str | None
    claims: tuple[Claim, ...]


# What makes a claim the same one in another version of its document: tried in this order, where it singles out one.
_LIKENESSES: tuple[Callable[[Claim], object], ...] = (
    lambda claim: claim.id,
    lambda claim: (claim.segment, claim.metric, claim.sentence, claim.value.text),
    lambda claim: (claim.segment, claim.metric, claim.sentence),
    lambda claim: (
        claim.segment,
        claim.metric,
        claim.unit,
        claim.population,
        claim.place,
        claim.attribution.name if claim.attribution else None,
        claim.part_of is not None,
    ),
)


def trace(claim_id: str, revisions: Sequence[Revision]) -> list[HistoryEntry]:
    """The changes of a claim over the versions of its document, oldest first; it must be in one of them."""
    here = max(number for number, revision in enumerate(revisions) if _find(claim_id, revision.claims))
    lineage = {here: _find(claim_id, revisions[here].claims)}
    for steps in (range(here - 1, -1, -1), range(here + 1, len(revisions))):
        last, siblings = lineage[here], revisions[here].claims
        for number in steps:
            claims = revisions[number].claims
            lineage[number] = counterpart(last, siblings, claims) if last else None
            if lineage[number] is not None:  # else it may come back in a version further on
                last, siblings = lineage[number], claims
    return list(_changes([(revision, lineage[number]) for number, revision in enumerate(revisions)]))


def counterpart(claim: Claim, siblings: Iterable[Claim], others: Iterable[Claim]) -> Claim | None:
    """The claim of another version that stands where this one stood among its siblings; None where none surely does."""
    siblings, others = tuple(siblings), tuple(others)
    for likeness in _LIKENESSES:
        matches = [other for other in others if likeness(other) == likeness(claim)]
        if len(matches) == 1 and sum(likeness(sibling) == likeness(claim) for sibling in siblings) == 1:
            return matches[0]
    return None


def _find(claim_id: str, claims: Iterable[Claim]) -> Claim | None:
    return next((claim for claim in claims if claim.id == claim_id), None)


def _changes(lineage: Iterable[tuple[Revision, Claim | None]]) -> Iterable[HistoryEntry]:
    previous: Claim | None = None
    for revision, claim in lineage:
        if claim == previous:
            continue
        if previous is None:
            change = Change.ADDED
        elif claim is not None and revision.kind == DATE:
            change = Change.REDATED
        else:
            change = Change.SUPERSEDED
        yield HistoryEntry(
            seq=revision.seq,
            time=revision.time,
            change=change,
            claim=claim,
            published=revision.published,
            extractor=revision.extractor,
        )
        previous = claim
