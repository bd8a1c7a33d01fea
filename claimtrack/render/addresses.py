"""Where a document came from, as short as a person would type it."""

from __future__ import annotations

import os
import shlex
from pathlib import Path


def near(address: str) -> str:
    """An address; a path below the current folder as it is seen from there."""
    if not os.path.isabs(address):
        return address
    try:
        here = os.path.relpath(address)
    except (OSError, ValueError):  # no current folder, or another drive
        return address
    return address if here.startswith(os.pardir) else Path(here).as_posix()


def typed(address: str) -> str:
    """An address as one word of a command."""
    word = near(address)
    return shlex.quote(f"./{word}" if word.startswith("-") else word)
