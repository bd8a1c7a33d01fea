"""From a document to its claims: `extract` gives them, `explain` says why each number was taken or passed over.

The pipeline is loaded when it is first called: a command that only reads the store does not pay for the lexicon.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.extract.verdicts import Verdict
    from claimtrack.lexicon.readings import Lexicon
    from claimtrack.model import Claim, Document

__all__ = ["Verdict", "explain", "extract", "own_lexicon"]


def extract(document: Document, lexicon: Lexicon | None = None) -> list[Claim]:
    """The claims of a document, in the order of its text, those of a separate title first.

    Dates such as `on Saturday` are resolved against `document.published`; where that is None they stay unknown, and
    a claim's `period.words` keeps the text's own. `lexicon` is one with words of your own: see `own_lexicon`.
    """
    from claimtrack.extract import pipeline

    return pipeline.extract(document, lexicon)


def explain(document: Document, lexicon: Lexicon | None = None) -> list[Verdict]:
    """Every number of a document, with the rule that took it or the reason why it was passed over."""
    from claimtrack.extract import pipeline

    return pipeline.explain(document, lexicon)


def own_lexicon(*files: str | Path) -> Lexicon:
    """The lexicon with the words of your own files, for `extract` and `explain`; their examples are tried.

    Raises:
        LexiconError: something in the files is wrong, or an example does not hold; `problems` has all of it.
    """
    from claimtrack.extract import examples

    return examples.own_lexicon(files)


def __getattr__(name: str) -> Any:
    """Load `Verdict` when it is asked for."""
    if name == "Verdict":
        from claimtrack.extract.verdicts import Verdict

        return Verdict
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
