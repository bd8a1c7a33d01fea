"""Inputs that cannot be read: each is reported, the rest go on, and the exit code remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from claimtrack.cli.options import say

if TYPE_CHECKING:
    from claimtrack.readers import ReadProblem


class Problems:
    """Reports problems on standard error as they come, and counts those that cost a document."""

    def __init__(self) -> None:
        """Begin with none."""
        self.failed = 0

    def report(self, problem: ReadProblem) -> None:
        """Say what is wrong with an input."""
        self.failed += problem.fatal
        say(str(problem.error) if problem.fatal else f"warning: {problem.error}")

    def end(self) -> None:
        """Leave with exit code 1 if anything failed."""
        if self.failed:
            raise typer.Exit(1)
