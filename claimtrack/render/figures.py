"""How a figure and a date are written: a figure never without its qualifier, a date never without its kind."""

from __future__ import annotations

from claimtrack.model import AsOf, Claim, DateBasis, Period, Qualifier, Status, Value
from claimtrack.render import safe

UNKNOWN = "—"
_SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "≥ ",
    Qualifier.MORE_THAN: "> ",
    Qualifier.UP_TO: "≤ ",
    Qualifier.LESS_THAN: "< ",
    Qualifier.NEARLY: "↗ ",
    Qualifier.ABOUT: "≈ ",
}
# Dates that the text does not state in so many words; they are shown dimmed.
_INFERRED = (DateBasis.RELATIVE, DateBasis.PUBLISHED)


def number(value: int) -> str:
    """A whole number with its thousands set apart: `45,484`."""
    return f"{value:,}"


def figure(value: Value) -> str:
    """A claim's figure with its qualifier: `≥ 45,484`, `30–40`, `“dozens”`."""
    if value.qualifier is Qualifier.VAGUE:
        return f"“{safe.line(value.text)}”"
    return bounds(value.low, value.high, value.qualifier)


def bounds(low: int | None, high: int | None, qualifier: Qualifier | None = None) -> str:
    """Two bounds as a figure; without a qualifier, with the sign that an open bound implies."""
    printed = low if low is not None else high
    if printed is None:
        return UNKNOWN
    if low is not None and high is not None and low != high:
        return f"{_SIGNS[Qualifier.ABOUT] if qualifier is Qualifier.ABOUT else ''}{number(low)}–{number(high)}"
    if qualifier is None:
        qualifier = Qualifier.AT_LEAST if high is None else Qualifier.UP_TO if low is None else Qualifier.EXACT
    return f"{_SIGNS.get(qualifier, '')}{number(printed)}"


def signed(value: int) -> str:
    """A change with its sign: `+ 4,484`, `− 12`, `0`."""
    if value == 0:
        return "0"
    return f"{'+' if value > 0 else '−'} {number(abs(value))}"


def metric(claim: Claim) -> str:
    """What is counted, with the status where the source does not simply assert it: `missing (presumed)`."""
    return claim.metric if claim.status is Status.ASSERTED else f"{claim.metric} ({claim.status.value})"


def stated(claim: Claim) -> str:
    """A claim's figure where its metric does not stand beside it, with the status that is not simply asserted."""
    return figure(claim.value) if claim.status is Status.ASSERTED else f"{figure(claim.value)} ({claim.status.value})"


def inferred(basis: DateBasis | None) -> bool:
    """Whether a date was concluded from something else than a written date."""
    return basis in _INFERRED


def as_of(value: AsOf) -> str:
    """The day that a figure is stated for, or the sign for unknown."""
    return value.date or UNKNOWN


def period(value: Period) -> str:
    """The days in which the counted things happened; an open side is left open, words stand where no date is known."""
    if value.start is None and value.end is None:
        return f"“{safe.line(value.words)}”" if value.words else UNKNOWN
    if value.start == value.end:
        return str(value.start)
    return f"{value.start or '…'} – {value.end or '…'}"


def source(claim: Claim) -> str:
    """Whom the text names as the source, with its relays."""
    if claim.attribution is None:
        return UNKNOWN
    via = f" (via {', '.join(claim.attribution.via)})" if claim.attribution.via else ""
    return safe.line(claim.attribution.name + via)


def rate(a_day: float | None) -> str:
    """A change a day, for the end of a phrase: `, 48 a day`; nothing where it is not known."""
    if a_day is None:
        return ""
    amount = abs(a_day)
    return f", {number(round(amount))} a day" if amount >= 1 or amount == 0 else f", {amount:.1g} a day"
