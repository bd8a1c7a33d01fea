"""Claims made by hand, for the tests of what renders them."""

from __future__ import annotations

from typing import Any

from claimtrack.model import AsOf, Attribution, Claim, DateBasis, Period, Qualifier, Span, Status, Value, claim_id
from claimtrack.model import Segment as Segment

SENTENCE = "According to the Velmar health ministry, at least 4,321 residents were killed in Ostan."


def value(text: str, low: int | None, high: int | None, qualifier: Qualifier) -> Value:
    return Value(text=text, low=low, high=high, qualifier=qualifier)


def claim(**fields: Any) -> Claim:
    """A claim of at least 4,321 deaths, with what the fields say instead."""
    plain: dict[str, Any] = {
        "document": "velmar-report",
        "metric": "deaths",
        "value": value("at least 4,321", 4321, None, Qualifier.AT_LEAST),
        "population": "residents",
        "attribution": Attribution(mention="the Velmar health ministry", name="Velmar Health Ministry"),
        "place": "Ostan",
        "period": Period(start="2023-05-01", start_basis=DateBasis.EXPLICIT),
        "as_of": AsOf(date="2024-02-03", basis=DateBasis.EXPLICIT),
        "sentence": SENTENCE,
        "span": Span(start=50, end=55),
        "outlet": "Ostan Courier",
        "rules": ("passive-verb",),
    }
    plain.update(fields)
    key = claim_id(plain["document"], Segment.BODY, plain["span"], plain["metric"], plain["value"].low, 0)
    return Claim(**{"id": key, **plain})


CLAIMS = (
    claim(),
    claim(metric="missing", value=value("some 1,200", 1200, 1200, Qualifier.ABOUT), status=Status.PRESUMED, place=None),
    claim(metric="displaced", value=value("nearly two million", None, 2000000, Qualifier.NEARLY), as_of=AsOf()),
    claim(value=value("dozens", 24, 99, Qualifier.VAGUE), attribution=None, population=None),
)

HOSTILE = (
    "Ministry [of Health] said",
    "[bold red]dead[/bold red] :skull:",
    "\x1b[2J\x1b]0;owned\x07 cleared",
    "\x9b31mred in one byte",
    "12\u202e34\u2066 turned around\u2069",
    "zero\u200bwidth\ufeff",
    "two\u2028lines\x85and\rthree\n",
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "a|b `c` <script>alert(1)</script>",
    "\u200b=1+1",
)
