"""What reading yields: documents, and problems as values, so that one bad file or line never stops the rest."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from claimtrack.errors import ClaimtrackError, InputError
from claimtrack.model import Document


class ReadProblem(msgspec.Struct, frozen=True):
    """Something wrong with an input; `fatal` where no document comes of it, else a warning about one that does."""

    error: ClaimtrackError
    fatal: bool = True


class ReadWarning(UserWarning):
    """A problem that is not fatal, given to a caller who asked for no problems."""


Reading: TypeAlias = Document | ReadProblem


def refusal(source: str, line: int | None, wrong: str, expected: str) -> ReadProblem:
    """A problem of which no document comes."""
    return ReadProblem(InputError(source, line, wrong, expected))


def caution(source: str, line: int | None, wrong: str, expected: str) -> ReadProblem:
    """A problem beside which the document still comes."""
    return ReadProblem(InputError(source, line, wrong, expected), fatal=False)
