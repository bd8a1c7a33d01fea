"""`claimtrack diff`: what changed between two dates."""

from __future__ import annotations

from typing import Annotated

import typer

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
)
from claimtrack.render import difference
from claimtrack.render.answers import Answer
from claimtrack.render.output import show


def command(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier date, such as 2024-09-26.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later date.")],
    metric: MetricOption = None,
    place: PlaceOption = None,
    country: CountryOption = None,
    lexicon: LexiconOption = None,
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show what changed between two dates.

    Example:
      claimtrack diff 2024-09-26 2024-12-28 --metric deaths

    For each series the latest figure as of each date, and the change. Only running totals and states on a day are
    subtracted. The same source is preferred on both sides; where none gives a figure on both, figures of two sources
    are set side by side and the answer says so. What has a figure on one side only, no date, or cannot be compared
    stands below, with the reason.
    """
    from claimtrack.analysis import diff
    from claimtrack.store import Criteria

    name = known_metric(metric, lexicon, store)
    criteria = Criteria(metric=name, country=country_code(country))
    first, last = day(before), day(after)
    assert first is not None and last is not None
    with open_store(store) as opened:
        found = diff(opened.claims(criteria), first, last, metric=name, place=place)
        answer = Answer(
            table=lambda screen: difference.difference(screen, found, opened.short_id),
            values=difference.records(found),
            columns=difference.CSV,
            headings=difference.HEADINGS,
            rows=lambda: difference.rows(found),
            whole=found,
        )
        show(answer, form, output)
