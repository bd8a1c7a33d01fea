"""`claimtrack extract`: the claims of an input, straight to the output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.cli.options import (
    DEFAULT_INPUT,
    FormatOption,
    LexiconOption,
    OutletGiven,
    OutputOption,
    PathsArgument,
    PublishedOption,
    day,
)
from claimtrack.cli.reading import Problems
from claimtrack.cli.words import lexicon_with
from claimtrack.render import claims
from claimtrack.render.answers import Format
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Lexicon
    from claimtrack.model import Claim
    from claimtrack.render.terminal import Screen


def command(
    paths: PathsArgument = None,
    published: PublishedOption = None,
    outlet: OutletGiven = None,
    lexicon: LexiconOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Print the figures of articles; nothing is stored.

    Example:
      claimtrack extract seeds/ --format jsonl

    Without --format, a terminal gets a table; a pipe gets JSON Lines, one figure a line.
    """
    problems = Problems()
    found = _claims(paths or [DEFAULT_INPUT], day(published), outlet, lexicon_with(lexicon), problems)
    answer = claims.answer(found, lambda screen: _table(screen, list(found), problems))
    show(answer, form, output, default=Format.TABLE if sys.stdout.isatty() else Format.JSONL)
    problems.end()


def _table(screen: Screen, found: list[Claim], problems: Problems) -> None:
    """Print the claims, unless there was no text that they could have been in."""
    if not problems.nothing_read:
        claims.claims(screen, found, more="claimtrack explain FILE")


def _claims(
    paths: list[str], published: str | None, outlet: str | None, words: Lexicon | None, problems: Problems
) -> Iterator[Claim]:
    """The claims of all documents, as they are read."""
    from claimtrack.cli.given import with_given
    from claimtrack.extract import extract

    for document in problems.documents(paths):
        yield from extract(with_given(document, published, outlet), words)
