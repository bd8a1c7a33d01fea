"""`claimtrack metrics`: what can be tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.options import FormatOption, OutputOption
from claimtrack.render import metrics
from claimtrack.render.answers import Answer
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Metric


def command(form: FormatOption = None, output: OutputOption = None) -> None:
    """List what can be tracked.

    Example:
      claimtrack metrics --format json
    """
    found = known()
    answer = Answer(
        table=lambda screen: metrics.metrics(screen, found),
        values=[metrics.record(metric) for metric in found],
        columns=metrics.CSV,
        headings=metrics.HEADINGS,
        rows=lambda: map(metrics.row, found),
    )
    show(answer, form, output)


def known() -> list[Metric]:
    """The metrics that the lexicon defines, in its order."""
    from claimtrack.lexicon.load import lexicon

    return list(lexicon().metrics.values())
