"""`claimtrack list`: the claims in the store."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import complete
from claimtrack.cli.options import (
    CountryOption,
    FormatOption,
    LexiconOption,
    MetricOption,
    OutputOption,
    PlaceOption,
    StoreOption,
    country_code,
    day,
    known_metric,
    open_store,
    whole,
)
from claimtrack.model import Basis, Status
from claimtrack.render import claims
from claimtrack.render.answers import Format, chosen
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.render.terminal import Screen
    from claimtrack.store import Criteria, Store

_TABLE_ROWS = 100


def command(
    metric: MetricOption = None,
    place: PlaceOption = None,
    country: CountryOption = None,
    attributed_to: Annotated[
        str | None, typer.Option("--attributed-to", metavar="NAME", help="Whom the text names as the source.")
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")] = None,
    population: Annotated[
        str | None, typer.Option("--population", metavar="WORDS", help="Whom it counts, as said.")
    ] = None,
    basis: Annotated[Basis | None, typer.Option("--basis", help="What kind of count.", show_default=False)] = None,
    status: Annotated[Status | None, typer.Option("--status", help="What the source says of it.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Stated for this day or later.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Stated for this day or earlier.")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document", metavar="ID", autocompletion=complete.document_ids, help="A document, by the start of its id."
        ),
    ] = None,
    least: Annotated[str | None, typer.Option("--min", metavar="N", help="Figures that can be N or more.")] = None,
    most: Annotated[str | None, typer.Option("--max", metavar="N", help="Figures that can be N or fewer.")] = None,
    search: Annotated[str | None, typer.Option("--search", metavar="TEXT", help="Words of the sentence.")] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="KEY",
            help="as_of, metric, value, place, attribution, outlet or document; -KEY: largest or latest first.",
        ),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option("--limit", metavar="N", help=f"At most N claims; a table shows {_TABLE_ROWS} unless told."),
    ] = None,
    lexicon: LexiconOption = None,
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """List the figures in the store.

    Example:
      claimtrack list --metric deaths --place Gaza --sort -value

    Text filters match any part of the words, in any case. `--since` and `--until` go by the day that a figure is
    stated for, else the end of its period, else its publication.
    """
    from claimtrack.store import Criteria

    form = chosen(form, output)
    criteria = Criteria(
        metric=metric.lower() if metric else None,
        place=place,
        country=country_code(country),
        attributed_to=attributed_to,
        outlet=outlet,
        population=population,
        basis=basis,
        status=status,
        since=day(since),
        until=day(until),
        document=document,
        min=whole(least, "--min"),
        max=whole(most, "--max"),
        search=search,
        sort=sort or "as_of",
        limit=whole(limit, "--limit", least=1) or (_TABLE_ROWS if form is Format.TABLE else None),
    )
    with open_store(store) as opened:
        found = opened.claims(criteria)
        known = partial(known_metric, criteria.metric, lexicon, store)
        show(claims.answer(found, lambda screen: _table(screen, list(found), opened, criteria, known)), form, output)


def _table(screen: Screen, found: list[Claim], store: Store, criteria: Criteria, check: Callable[[], object]) -> None:
    """Print the claims, and what the limit or the filters left out; where there are none, `check` the metric's name."""
    if not found:
        check()
        total = store.count()
        held = f"the store holds {total:,} · claimtrack list --help"
        claims.claims(screen, [], more=held if total else "claimtrack ingest reads seeds/")
        return
    total = store.count(criteria) if len(found) == criteria.limit else len(found)
    more = f"--limit {total} shows all" if total > len(found) else "claimtrack show ID"
    claims.claims(screen, found, total=total, short=store.short_id, more=more)
