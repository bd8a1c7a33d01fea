"""`claimtrack compare`: who says what of one metric on one date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimtrack.cli import complete
from claimtrack.cli.options import (
    CountryOption,
    FormatOption,
    LexiconOption,
    OutputOption,
    PlaceOption,
    StoreOption,
    country_code,
    day,
    known_metric,
    open_store,
)
from claimtrack.render import comparison
from claimtrack.render.answers import Answer
from claimtrack.render.output import show


class By(StrEnum):
    """What makes a row."""

    ATTRIBUTION = "attribution"
    OUTLET = "outlet"


def command(
    metric: Annotated[
        str,
        typer.Option(
            "--metric", "-m", metavar="NAME", autocompletion=complete.metrics, help="One of: claimtrack metrics."
        ),
    ],
    place: PlaceOption = None,
    country: CountryOption = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="What was stated by this day, else the latest."),
    ] = None,
    by: Annotated[
        By, typer.Option("--by", help="A row for each source named in the texts, or for each outlet.")
    ] = By.ATTRIBUTION,
    lexicon: LexiconOption = None,
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Compare who says how many, for one metric on one date.

    Example:
      claimtrack compare --metric deaths --place Gaza --date 2024-12-28

    A row a source: its latest figure by that date, its age, and how it agrees with the others. Outlets that relay one
    origin count once. What cannot be set beside the rows stands below them, with the reason.
    """
    from claimtrack.analysis import compare
    from claimtrack.store import Criteria

    name = known_metric(metric, lexicon, store)
    assert name is not None
    criteria = Criteria(metric=name, country=country_code(country))
    with open_store(store) as opened:
        found = compare(opened.claims(criteria), name, place=place, date=day(date), by=by.value)
        answer = Answer(
            table=lambda screen: comparison.comparison(screen, found, opened.short_id),
            values=comparison.records(found),
            columns=comparison.CSV,
            headings=comparison.HEADINGS,
            rows=lambda: comparison.rows(found),
            whole=found,
        )
        show(answer, form, output)
