"""`claimtrack metrics`: what can be tracked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import FormatOption, LexiconOption, OutputOption, StoreOption, say, stored_metrics
from claimtrack.cli.words import lexicon_with
from claimtrack.errors import ClaimtrackError
from claimtrack.render import bounds, metrics
from claimtrack.render.answers import Answer
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Lexicon


def command(
    vague: Annotated[
        bool, typer.Option("--vague", help="List instead what vague words such as dozens stand for.")
    ] = False,
    lexicon: LexiconOption = None,
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """List what can be tracked, or what vague words stand for.

    Examples:
      claimtrack metrics --format json
      claimtrack metrics --lexicon words.toml
      claimtrack metrics --vague

    Words of your own are checked, and their examples tried. A file claimtrack.toml in the working directory, or else in
    the nearest folder around it up to your home directory, is always in use.
    """
    words = _words(lexicon)
    if vague:
        show(bounds.answer(words), form, output)
        return
    found = list(words.metrics.values())
    answer = Answer(
        table=lambda screen: metrics.metrics(screen, found, words.files),
        values=[metrics.record(metric) for metric in found],
        columns=metrics.CSV,
        headings=metrics.HEADINGS,
        rows=lambda: map(metrics.row, found),
    )
    show(answer, form, output)
    _say_undefined(words, store)


def _words(given: list[Path] | None) -> Lexicon:
    """The lexicon in use."""
    from claimtrack.lexicon.load import lexicon

    return lexicon_with(given) or lexicon()


def _say_undefined(words: Lexicon, store: Path | None) -> None:
    """Name the metrics that figures in the store have, but that are defined nowhere now."""
    try:
        undefined = [name for name in stored_metrics(store) if name not in words.metrics]
    except (ClaimtrackError, OSError) as error:
        say(f"warning: {error}")
        return
    if undefined:
        say(f"the store also holds figures of {', '.join(undefined)}, of words that are not in use: see --lexicon")
