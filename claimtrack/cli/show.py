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
    from claimtrack.model import Value
    from claimtrack.store.history import HistoryEntry

_WORDS = {"redated": "date given", "superseded": "read again"}


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

    Example (ids are in the column id of claimtrack list):
      claimtrack show ad03

    With --format json, csv or md, the claim is given as in claimtrack list; json and jsonl add its history.
    """
    with open_store(store) as opened:
        claim = opened.claim(claim_id)
        document = opened.document(claim.document)
        history = opened.history(claim.id)
    whole = {**records.record(claim), "history": records.record(history)}
    answer = Answer(
        table=lambda screen: passage.claim_page(screen, claim, document, _events(history)),
        values=[whole],
        columns=claims.CSV,
        headings=claims.HEADINGS,
        rows=lambda: [claims.plain_row(claim)],
        whole=whole,
    )
    show(answer, form, output)


def _events(history: list[HistoryEntry]) -> list[str]:
    """The changes of a claim in a few words each."""
    return [_event(entry, before) for entry, before in zip(history, [None, *history], strict=False)]


def _event(entry: HistoryEntry, before: HistoryEntry | None) -> str:
    """One change in a few words; a claim that says the same number as before was only read or dated again."""
    words = [f"{entry.time}  {_WORDS.get(entry.change.value, entry.change.value)}"]
    if entry.change.value == "superseded" and entry.claim is None:
        words.append("it is no longer there")
    elif entry.change.value == "superseded" and (before is None or _number(before) != _number(entry)):
        words.append("another figure stands in its place")
    if entry.claim is not None:
        words.append(f"{figures.figure(entry.claim.value)} as of {figures.as_of(entry.claim.as_of)}")
    if entry.published is not None:
        words.append(f"published {entry.published}")
    return ", ".join(words)


def _number(entry: HistoryEntry) -> Value | None:
    """The number that a claim stands for after a change."""
    return entry.claim.value if entry.claim else None
