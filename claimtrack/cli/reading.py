"""Inputs that cannot be read: each is reported, the rest go on, and the exit code remembers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from claimtrack.cli.options import say

if TYPE_CHECKING:
    from claimtrack.model import Document
    from claimtrack.readers import ReadProblem


class Problems:
    """Reports problems on standard error as they come; counts the documents read, and those that a problem cost."""

    def __init__(self) -> None:
        """Begin with none."""
        self.read = self.failed = 0

    def documents(self, paths: Iterable[str]) -> Iterator[Document]:
        """The documents of the inputs."""
        from claimtrack.readers import read

        for document in read(paths, on_problem=self.report):
            self.read += 1
            yield document

    @property
    def nothing_read(self) -> bool:
        """Whether there was no text at all, so that nothing can be said of one."""
        return self.failed > 0 and self.read == 0

    def report(self, problem: ReadProblem) -> None:
        """Say what is wrong with an input."""
        self.failed += problem.fatal
        say(str(problem.error) if problem.fatal else f"warning: {problem.error}")

    def end(self) -> None:
        """Leave with exit code 1 if anything failed."""
        if self.failed:
            raise typer.Exit(1)
