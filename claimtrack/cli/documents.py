"""`claimtrack documents`: what has been read."""

from __future__ import annotations

from claimtrack.cli.options import FormatOption, OutputOption, StoreOption, open_store
from claimtrack.render import documents
from claimtrack.render.answers import Answer
from claimtrack.render.output import show


def command(store: StoreOption = None, form: FormatOption = None, output: OutputOption = None) -> None:
    """List the documents in the store.

    Example:
      claimtrack documents --format csv -o documents.csv
    """
    with open_store(store) as opened:
        found = opened.documents()
        answer = Answer(
            table=lambda screen: documents.documents(screen, list(found)),
            values=found,
            columns=documents.CSV,
            headings=documents.HEADINGS,
            rows=lambda: map(documents.plain_row, found),
        )
        show(answer, form, output)
