"""Progress on long work, on a terminal only, and gone when the work is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_PATIENCE = 0.7


def watched(steps: Iterable[T], weight: Callable[[T], int]) -> Iterator[T]:
    """Pass steps on; once they have taken a while, show on standard error how far they have come."""
    if not sys.stderr.isatty():
        yield from steps
        return
    yield from _shown(iter(steps), weight)


def _shown(steps: Iterator[T], weight: Callable[[T], int]) -> Iterator[T]:
    """Pass steps on, and start the display when the work turns out to be long."""
    started, count, total = time.monotonic(), 0, 0
    for step in steps:
        yield step
        count, total = count + 1, total + weight(step)
        if time.monotonic() - started > _PATIENCE:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn("line"), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as display:
        task = display.add_task("")
        for step in steps:
            yield step
            count, total = count + 1, total + weight(step)
            display.update(task, description=f"{count:,} documents, {total:,} claims")
