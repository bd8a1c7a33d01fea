"""`claimtrack date`: give a document the publication date that it does not state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import complete
from claimtrack.cli.options import FormatOption, LexiconOption, OutputOption, StoreOption, day, open_store, say
from claimtrack.cli.words import lexicon_with
from claimtrack.render import claims
from claimtrack.render.answers import chosen
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.render.terminal import Screen
    from claimtrack.store import Store


def command(
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", autocompletion=complete.document_ids, help="Its id, or how it begins."),
    ],
    date: Annotated[str, typer.Argument(metavar="DATE", help="The day it was published.")],
    lexicon: LexiconOption = None,
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Give a document the publication date that it lacks.

    Example:
      claimtrack date 000_074bd0d527d90a66 2024-12-28

    The dates of its figures are resolved anew. The correction is kept beside the original, with its time: claimtrack
    show ID tells the history of a figure.
    """
    import msgspec

    from claimtrack.extract import extract
    from claimtrack.model import DateBasis
    from claimtrack.render.tables import counted
    from claimtrack.store import Criteria, PutResult

    chosen(form, output)
    published = day(date)
    assert published is not None
    words = lexicon_with(lexicon)
    with open_store(store) as opened:
        known = opened.document(document)
        dated = msgspec.structs.replace(known, published=published, published_basis=DateBasis.GIVEN)
        found = extract(dated, words)
        if opened.redate(known.id, published, found, sha256=known.sha256) is PutResult.UNCHANGED:
            found = list(opened.claims(Criteria(document=known.id)))
            say(f"{known.id}: already published {published}: nothing changed")
        else:
            before = known.published or "unknown"
            say(f"{known.id}: published {published} (before: {before}), {counted(len(found), 'claim')} dated anew")
        show(claims.answer(found, lambda screen: _table(screen, found, opened)), form, output)


def _table(screen: Screen, found: list[Claim], store: Store) -> None:
    """Print the claims of the document."""
    claims.claims(screen, found, short=store.short_id, more="claimtrack show ID")
