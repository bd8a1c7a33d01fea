"""The user's own words: the files that a call names, and the project's file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.lexicon.readings import Lexicon

PROJECT_FILE = "claimtrack.toml"


def files(given: Sequence[Path] | None) -> list[Path]:
    """The files in use: the project's, where there is one, and those that the call names."""
    project = project_file()
    return [*([project] if project else []), *(given or ())]


def project_file() -> Path | None:
    """The nearest claimtrack.toml: in the working directory, or in a folder around it, the home directory the last."""
    try:
        here, home = Path.cwd(), Path.home().resolve()
    except (OSError, RuntimeError):  # the working directory is gone, or nobody's home is known
        return None
    for folder in (here, *here.parents):
        if os.path.isfile(folder / PROJECT_FILE):  # unlike Path's own, False where nobody may look
            return folder / PROJECT_FILE
        if folder == home:
            return None
    return None


def lexicon_with(given: Sequence[Path] | None) -> Lexicon | None:
    """The lexicon with the user's words, for reading articles; None where they have none.

    Raises:
        LexiconError: something is wrong in the files, or an example in them does not hold.
    """
    found = files(given)
    if not found:
        return None
    from claimtrack.extract import own_lexicon

    return own_lexicon(*found)


def metric_names(given: Sequence[Path] | None) -> list[str]:
    """The metrics of the user's own; the examples are not tried.

    Raises:
        LexiconError: something is wrong in the files.
    """
    found = files(given)
    if not found:
        return []
    from claimtrack.lexicon.load import with_own

    return [metric.name for metric in with_own(found).metrics.values() if metric.origin is not None]
