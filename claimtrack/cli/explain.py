"""`claimtrack explain`: why each number was taken, or was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import FormatOption, LexiconOption, OutputOption
from claimtrack.cli.reading import Problems
from claimtrack.cli.words import lexicon_with
from claimtrack.render import verdicts
from claimtrack.render.answers import Answer
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.extract import Verdict


def command(
    paths: Annotated[list[str], typer.Argument(metavar="FILE", help="Articles; - is standard input.")],
    lexicon: LexiconOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Tell why each number of an article was taken, or was not.

    Example:
      claimtrack explain seeds/000_074bd0d527d90a66.txt

    Each number stands with the rule that took it, or the filter that refused it.
    """
    from claimtrack.extract import explain

    words = lexicon_with(lexicon)
    problems = Problems()
    found: list[tuple[str, Verdict]] = [
        (document.id, verdict) for document in problems.documents(paths) for verdict in explain(document, words)
    ]
    answer = Answer(
        table=lambda screen: None if problems.nothing_read else verdicts.verdicts(screen, [one for _, one in found]),
        values=[verdicts.record(document, verdict) for document, verdict in found],
        columns=verdicts.CSV,
        headings=verdicts.HEADINGS,
        rows=lambda: (verdicts.plain_row(verdict) for _, verdict in found),
    )
    show(answer, form, output)
    problems.end()
