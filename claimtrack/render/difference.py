"""What changed between two dates: for each series both figures, the change, and what could not be compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.render import figures, grounds
from claimtrack.render.ids import Shorten
from claimtrack.render.tables import Cell, Column, Row, facts, table
from claimtrack.render.terminal import Screen

if TYPE_CHECKING:
    from claimtrack.analysis.diff import Change, Diff
    from claimtrack.analysis.figures import Figure
    from claimtrack.model import Claim

_LABEL = 17
_PAIR = (
    Column("", 1),
    Column("figure", 2, right=True, style="bold"),
    Column("says", 4, least=14),
    Column("date", 3),
    Column("in", 6, least=12, extra=True),
    Column("id", 5, style="cyan", extra=True),
)
_ONE_SIDED = (
    Column("side", 3),
    Column("figure", 1, right=True),
    Column("series", 2, least=14, wrap=True),
    Column("date", 6, extra=True),
    Column("why", 4, least=22, wrap=True),
    Column("id", 5, style="cyan"),
)
CSV = (
    "kind", "series_metric", "series_unit", "series_population", "series_place", "series_basis", "series_since",
    "before_claim_value_text", "before_claim_value_low", "before_claim_value_high", "before_source", "before_date",
    "before_date_kind", "before_date_basis", "before_claim_id", "after_claim_value_text", "after_claim_value_low",
    "after_claim_value_high", "after_source", "after_date", "after_date_kind", "after_date_basis", "after_claim_id",
    "same_source", "printed", "change_low", "change_high", "days", "printed_rate", "low_rate", "high_rate", "words",
    "caveats", "side", "figure_claim_value_text", "figure_claim_value_low", "figure_claim_value_high",
    "figure_source", "figure_date", "figure_date_kind", "figure_claim_id", "claim_metric", "claim_value_text",
    "claim_value_low", "claim_value_high", "claim_place", "claim_id", "reason", "by",
)  # fmt: skip
HEADINGS = ("kind", "about", "before", "after", "change", "why")


def difference(screen: Screen, found: Diff, short: Shorten = str) -> None:
    """Print a diff: the changes first, then what stands on one side only, has no date, or cannot be compared.

    Ids stand as `short` cuts them.
    """
    for at, change in enumerate(found.changes):
        if at:
            screen.gap()
        _change(screen, change, found, short)
    if not found.changes:
        screen.print(screen.text("nothing to subtract: ", "bold"), _why_nothing(found))
    _one_sided(screen, found, short)
    grounds.undated(screen, found.undated, short)
    grounds.left_out(screen, found.not_compared, short)
    counts = (
        (len(found.one_sided), "one-sided"),
        (len(found.undated), "undated"),
        (len(found.not_compared), "not compared"),
        (len(found.superseded), "replaced"),
    )
    apart = [f"{number:,} {what}" for number, what in counts if number]
    screen.closing(", ".join([f"{len(found.changes)} series", *apart]), "claimtrack diff --help")


def _why_nothing(found: Diff) -> str:
    """Why there is no change to show."""
    if found.one_sided or found.undated or found.not_compared:
        return f"no series has comparable figures by {found.before} and by {found.after}"
    about = " ".join(part for part in (found.metric, f"in {found.place}" if found.place else None) if part)
    return f"no claims{f' of {about}' if about else ''} up to {found.after}"


def _change(screen: Screen, change: Change, found: Diff, short: Shorten) -> None:
    """Print one series: its two figures, the change, and what to know of it."""
    screen.print(screen.text(grounds.about(change.series), "bold"))
    screen.gap()
    pair = ((found.before, change.before), (found.after, change.after))
    rows = [_pair_row(f"on {date}", figure, short) for date, figure in pair]
    table(screen, _PAIR, rows, indent=2, heading=False, first=_LABEL)
    lines = [("change", _change_words(change))]
    for at, caveat in enumerate(change.caveats):
        lines.append(("sources differ" if at == 0 and not change.same_source else "but", caveat))
    facts(screen, lines, indent=2, label=_LABEL)


def _pair_row(label: str, figure: Figure, short: Shorten) -> Row:
    """One of the two figures of a change."""
    return {
        "": Cell(label, dim=True),
        "figure": figures.stated(figure.claim),
        "says": grounds.says(figure),
        "date": grounds.dated(figure),
        "in": ", ".join(figure.outlets),
        "id": short(figure.claim.id),
    }


def _change_words(change: Change) -> str:
    """The change of the printed numbers with its rate, and what the bounds say of the true one."""
    if change.printed is None:
        return change.known
    rate = figures.rate(change.printed_rate)
    if change.change.low == change.change.high == change.printed:
        return f"{figures.signed(change.printed)}{rate}"
    return f"{figures.signed(change.printed)} between the printed numbers{rate}; {change.known}"


def _one_sided(screen: Screen, found: Diff, short: Shorten) -> None:
    """Print the series with a figure on one side only."""
    dates = {"before": found.before, "after": found.after}
    rows: list[Row] = [
        {
            "side": f"on {dates[one.side.value]}",
            "figure": figures.stated(one.figure.claim),
            "series": grounds.about(one.series),
            "date": grounds.dated(one.figure),
            "why": one.reason,
            "id": short(one.figure.claim.id),
        }
        for one in found.one_sided[: grounds.MOST]
    ]
    grounds.section(screen, "on one side only", _ONE_SIDED, rows, len(found.one_sided))


def records(found: Diff) -> list[dict[str, object]]:
    """All parts of a diff as records, each with its kind."""
    return [
        *grounds.items("change", found.changes),
        *grounds.items("one_sided", found.one_sided),
        *grounds.items("undated", found.undated),
        *grounds.items("not_compared", found.not_compared),
        *grounds.items("superseded", found.superseded),
    ]


def rows(found: Diff) -> Iterator[dict[str, str | None]]:
    """All parts of a diff as the rows of a Markdown table."""
    for change in found.changes:
        yield {
            "kind": "change" if change.same_source else "change across sources",
            "about": grounds.about(change.series),
            "before": _stated(change.before),
            "after": _stated(change.after),
            "change": _change_words(change),
            "why": "; ".join(change.caveats),
        }
    for one in found.one_sided:
        about = grounds.about(one.series)
        yield {"kind": "one side", "about": about, one.side.value: _stated(one.figure), "why": one.reason}
    for undated in found.undated:
        claim = undated.figure.claim
        yield {"kind": "no date", "about": _thing(claim), "after": _stated(undated.figure), "why": undated.words}
    for left in found.not_compared:
        yield {"kind": "not compared", "about": _thing(left.claim), "why": left.reason}


def _stated(figure: Figure) -> str:
    """A figure with its source and date in one cell."""
    return f"{figures.stated(figure.claim)}, {grounds.says(figure)}, {grounds.dated(figure).text}"


def _thing(claim: Claim) -> str:
    """A claim in one cell."""
    parts = (figures.figure(claim.value), figures.metric(claim), claim.population, claim.place)
    return " · ".join(part for part in parts if part)
