"""Hand-made claims for the tests of analysis."""

from __future__ import annotations

from claimtrack.model import (
    AsOf,
    Attribution,
    Basis,
    Claim,
    DateBasis,
    Period,
    Qualifier,
    Segment,
    Span,
    Status,
    claim_id,
)
from claimtrack.model import Value as ClaimValue

WORDS = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "over ",
    Qualifier.UP_TO: "up to ",
    Qualifier.LESS_THAN: "fewer than ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.ABOUT: "about ",
}


def value(number: int, qualifier: Qualifier = Qualifier.EXACT, high: int | None = None) -> ClaimValue:
    """A value with the bounds that its qualifier gives."""
    if qualifier in (Qualifier.RANGE, Qualifier.VAGUE):
        return ClaimValue(text=f"{number}-{high}", low=number, high=high, qualifier=qualifier)
    low = None if qualifier in (Qualifier.UP_TO, Qualifier.LESS_THAN, Qualifier.NEARLY) else number
    top = None if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN) else number
    return ClaimValue(text=f"{WORDS[qualifier]}{number:,}", low=low, high=top, qualifier=qualifier)


def claim(
    figure: int | ClaimValue,
    *,
    says: str | None = "Gaza Ministry of Health",
    metric: str = "deaths",
    as_of: str | None = None,
    as_of_basis: DateBasis | None = None,
    place: str | None = "Gaza",
    population: str | None = None,
    basis: Basis = Basis.CUMULATIVE,
    status: Status = Status.ASSERTED,
    start: str | None = None,
    start_basis: DateBasis | None = DateBasis.EXPLICIT,
    end: str | None = None,
    published: str | None = None,
    outlet: str | None = "The Daily",
    document: str = "doc",
    unit: str = "people",
    part_of: str | None = None,
    at: int = 0,
    segment: Segment = Segment.BODY,
) -> Claim:
    """A claim; `at` sets apart two claims that are alike in document and figure."""
    made = value(figure) if isinstance(figure, int) else figure
    span = Span(start=at, end=at + len(made.text))
    return Claim(
        id=claim_id(f"{document}{says}{as_of}{place}{population}{basis}", segment, span, metric, made.low, made.high),
        document=document,
        metric=metric,
        value=made,
        unit=unit,
        population=population,
        basis=basis,
        status=status,
        attribution=None if says is None else Attribution(mention=says, name=says),
        place=place,
        period=Period(
            start=start,
            end=end,
            start_basis=start_basis if start else None,
            end_basis=DateBasis.EXPLICIT if end else None,
        ),
        as_of=AsOf(date=as_of, basis=as_of_basis or (DateBasis.EXPLICIT if as_of else None)),
        part_of=part_of,
        segment=segment,
        sentence=f"{made.text} were counted.",
        span=span,
        outlet=outlet,
        published=published,
    )
