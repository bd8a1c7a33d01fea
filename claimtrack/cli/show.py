"""`claimtrack show`: one claim in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import complete
from claimtrack.cli.options import FormatOption, OutputOption, StoreOption, open_store
from claimtrack.render import claims, figures, passage, records
from claimtrack.render.answers import Answer
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.store.history import HistoryEntry


def command(
    claim_id: Annotated[
        str,
        typer.Argument(metavar="ID", autocompletion=complete.claim_ids, help="A claim's id, or how it begins."),
    ],
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show one figure with its passage, its source and its history.

    Example (the id is in the last column of claimtrack list):
      claimtrack show 6f1c

    With --format json, csv or md, the claim is given as in claimtrack list; json and jsonl add its history.
    """
    with open_store(store) as opened:
        claim = opened.claim(claim_id)
        document = opened.document(claim.document)
        history = opened.history(claim.id)
    whole = {**records.record(claim), "history": records.record(history)}
    answer = Answer(
        table=lambda screen: passage.claim_page(screen, claim, document, [_event(entry) for entry in history]),
        values=[whole],
        columns=claims.CSV,
        headings=claims.HEADINGS,
        rows=lambda: [claims.plain_row(claim)],
        whole=whole,
    )
    show(answer, form, output)


def _event(entry: HistoryEntry) -> str:
    """One change in a few words."""
    words = [f"{entry.time}  {entry.change.value}"]
    if entry.claim is not None:
        words.append(f"{figures.figure(entry.claim.value)} as of {figures.as_of(entry.claim.as_of)}")
    if entry.published is not None:
        words.append(f"published {entry.published}")
    return ", ".join(words)
