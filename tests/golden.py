"""Golden files: expected outputs in files of their own, rewritten only where UPDATE_GOLDEN=1 is set."""

from __future__ import annotations

import os
from pathlib import Path


def check(path: Path, text: str) -> None:
    """Compare a text with the one that a file keeps; blanks at the ends of lines do not count."""
    text = "".join(line.rstrip() + "\n" for line in text.splitlines())
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
