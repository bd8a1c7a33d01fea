"""`claimtrack ingest`: read articles into the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import (
    DEFAULT_INPUT,
    FormatOption,
    LexiconOption,
    OutletGiven,
    OutputOption,
    PathsArgument,
    PublishedOption,
    StoreOption,
    day,
    open_store,
    say,
)
from claimtrack.cli.reading import Problems
from claimtrack.cli.words import lexicon_with
from claimtrack.render import outcomes
from claimtrack.render.addresses import near, typed
from claimtrack.render.answers import Answer, chosen
from claimtrack.render.output import show

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Lexicon
    from claimtrack.model import Document
    from claimtrack.render.outcomes import Outcome
    from claimtrack.store import Store

_MOST_UNDATED = 5


def command(
    paths: PathsArgument = None,
    published: PublishedOption = None,
    outlet: OutletGiven = None,
    lexicon: LexiconOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be stored, and store nothing.")] = False,
    store: StoreOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Read articles and put their figures into the store.

    Examples:
      claimtrack ingest
      claimtrack ingest --published 2024-12-28 seeds/000_074bd0d527d90a66.txt

    What is stored already is not stored again. What cannot be read is reported and the rest go on; the exit code is
    then 1. The summary goes to standard error; --format or -o give what became of each document.
    """
    from claimtrack.render.progress import watched

    chosen(form, output)
    given = day(published)
    words = lexicon_with(lexicon)
    problems = Problems()
    with open_store(store) as opened:
        steps = _ingest(opened, paths or [DEFAULT_INPUT], given, outlet, words, dry_run, problems)
        done = list(watched(steps, lambda outcome: outcome.new))
    _say_undated(done)
    say(outcomes.summary(done, problems.failed, dry_run))
    if form is not None or output is not None:
        answer = Answer(
            table=lambda screen: outcomes.outcomes(screen, done),
            values=done,
            columns=outcomes.CSV,
            headings=outcomes.HEADINGS,
            rows=lambda: map(outcomes.row, done),
        )
        show(answer, form, output)
    problems.end()


def _ingest(
    store: Store,
    paths: list[str],
    published: str | None,
    outlet: str | None,
    words: Lexicon | None,
    dry_run: bool,
    problems: Problems,
) -> Iterator[Outcome]:
    """Put each document into the store, and tell what became of it."""
    from claimtrack.cli.given import with_given
    from claimtrack.extract import extract
    from claimtrack.render.outcomes import Outcome
    from claimtrack.store import PutResult

    for read_document in problems.documents(paths):
        if published is not None and read_document.published not in (None, published):
            say(
                f"{read_document.id} states {read_document.published} itself, --published {published} is not used; "
                "to override it",
                f"claimtrack date {read_document.id} {published}",
            )
        document = store.identify(with_given(read_document, published, outlet))
        result = store.status(document)
        claims = [] if result is PutResult.UNCHANGED else extract(document, words)
        known = _known_ids(store, document) if result is PutResult.CHANGED else frozenset()
        if result is not PutResult.UNCHANGED and not dry_run:
            store.put(document, claims)
        yield Outcome(
            document=document.id,
            result=result.value,
            claims=len(claims),
            new=sum(claim.id not in known for claim in claims),
            undated=sum(claim.as_of.date is None for claim in claims) if document.published is None else 0,
            published=document.published,
            source=near(document.address),
        )


def _known_ids(store: Store, document: Document) -> frozenset[str]:
    """The ids of the claims that an earlier reading of a document gave."""
    from claimtrack.store import Criteria

    return frozenset(claim.id for claim in store.claims(Criteria(document=document.id)))


def _say_undated(done: list[Outcome]) -> None:
    """Name the documents without a date whose figures stay undated, and what to do about it."""
    undated = [outcome for outcome in done if outcome.undated]
    for outcome in undated[:_MOST_UNDATED]:
        again = f"claimtrack ingest --published YYYY-MM-DD {typed(outcome.source)}"
        say(
            f"{outcome.document} states no publication date, so its relative days stay unresolved "
            f"({outcome.undated} of {outcome.claims} claims undated)",
            *([again] if _is_file(outcome.source) else []),
            f"claimtrack date {outcome.document} YYYY-MM-DD",
        )
    if len(undated) > _MOST_UNDATED:
        say(f"and {len(undated) - _MOST_UNDATED:,} more without a publication date: see claimtrack documents")


def _is_file(source: str) -> bool:
    """Whether a source is a file of one article."""
    return source.endswith((".txt", ".md")) and Path(source).is_file()
