"""A lexicon with words of a user's own, whose examples hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack.errors import LexiconError
from claimtrack.extract import pipeline
from claimtrack.extract.verdicts import Verdict
from claimtrack.lexicon.load import with_own
from claimtrack.lexicon.own.additions import Example
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import DateBasis, Document

_DAY = "2024-11-15"
_MOST_SHOWN = 3


def own_lexicon(files: Iterable[str | Path]) -> Lexicon:
    """The lexicon with the words of these files.

    Raises:
        LexiconError: something in the files is wrong, or an example does not hold; `problems` has all of it.
    """
    lexicon = with_own(files)
    problems = list(_failing(lexicon))
    if problems:
        raise LexiconError.of(problems)
    return lexicon


def _failing(lexicon: Lexicon) -> Iterator[LexiconError]:
    """What is wrong with the examples."""
    for example in lexicon.examples:
        verdicts = pipeline.explain(_document(example), lexicon)
        found = any(verdict.claim is not None and verdict.claim.metric == example.metric for verdict in verdicts)
        if found != example.wanted:
            label = "example" if example.wanted else "counter-example"
            wrong = f"the {label} {example.text.strip()!r} gives {_told(verdicts)}"
            expected = f"{'a' if example.wanted else 'no'} figure of {example.metric}"
            yield LexiconError(example.file, example.line, wrong, expected)


def _document(example: Example) -> Document:
    """An example as an article."""
    return Document(
        id="example", text=example.text, sha256="0" * 64, address="example", published=_DAY,
        published_basis=DateBasis.EXPLICIT,
    )  # fmt: skip


def _told(verdicts: list[Verdict]) -> str:
    """What became of the numbers of an example."""
    if not verdicts:
        return "nothing, for it has no number"
    words = [
        f"{one.claim.metric} {one.text}" if one.claim is not None else f"nothing for {one.text} ({one.reason})"
        for one in verdicts[:_MOST_SHOWN]
    ]
    return " and ".join([*words, "more"] if len(verdicts) > _MOST_SHOWN else words)
