"""Everything that can go wrong for a user, one class a kind of failure, each wording its own message."""

from __future__ import annotations

from collections.abc import Sequence


class ClaimtrackError(Exception):
    """A failure that a user can understand and act on; its text is one line.

    `exit_code` is what the command line ends with: 1 for bad input, 2 for a wrong call.
    """

    exit_code = 1


class InputError(ClaimtrackError):
    """A file or a line of it cannot be read: `file:line: what is wrong, what was expected`."""

    def __init__(self, source: str, line: int | None, wrong: str, expected: str) -> None:
        """Word the message; `line` counts from 1, None where the whole file is meant."""
        self.source, self.line, self.wrong, self.expected = source, line, wrong, expected
        where = f"{source}:{line}" if line is not None else source
        super().__init__(f"{where}: {wrong}, expected {expected}")


class UsageError(ClaimtrackError):
    """An argument or option makes no sense; the text says what to type instead."""

    exit_code = 2


class DateError(UsageError):
    """A date in an argument that cannot be read, or that can be read in two ways."""


class NotFoundError(ClaimtrackError):
    """Nothing in the store has the id, or the prefix of an id, that was asked for."""


class AmbiguousIdError(ClaimtrackError):
    """More than one thing in the store begins with the prefix that was given."""


class StoreError(ClaimtrackError):
    """The store cannot be opened, read or written."""


class StoreLockedError(StoreError):
    """Another process is writing to the store."""


class StoreDamagedError(StoreError):
    """An entry of the journal does not match its checksum or does not follow the one before it."""


class StoreVersionError(StoreError):
    """The store was written by a newer claimtrack than this one."""


class LexiconError(InputError):
    """Entries of lexicon files are wrong; the text is that of the first, `problems` has them all."""

    def __init__(self, source: str, line: int | None, wrong: str, expected: str) -> None:
        """Word the message of one wrong entry."""
        super().__init__(source, line, wrong, expected)
        self.problems: tuple[LexiconError, ...] = (self,)

    @classmethod
    def of(cls, problems: Sequence[LexiconError]) -> LexiconError:
        """All that is wrong, at least one thing, as one error."""
        first = problems[0]
        error = cls(first.source, first.line, first.wrong, first.expected)
        error.problems = tuple(problems)
        return error
