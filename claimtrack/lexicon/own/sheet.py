"""A file of a user's own words, as read: its values, and the line of each."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack.errors import LexiconError
from claimtrack.lexicon.own.positions import Path as KeyPath
from claimtrack.lexicon.own.positions import Positions

_A_FILE = "a lexicon file, such as words.toml (see the README: Your own words)"
_TOML = 'TOML: [tables] of key = value, texts in "quotes"'
_LARGEST = 4_000_000
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class Sheet(NamedTuple):
    """The contents of a file, and where they stand; `name` is what the file is called in messages."""

    path: Path
    name: str
    data: dict[str, Any]
    positions: Positions

    def line(self, path: KeyPath) -> int | None:
        """The line on which a key, or an element of a list, stands."""
        return self.positions.line(path)


def read_sheet(path: Path) -> Sheet:
    """Read a file.

    Raises:
        LexiconError: there is no such file, or it is no TOML.
    """
    name = shown(path)
    text = _text(path, name)
    try:
        return Sheet(path, name, tomllib.loads(text), Positions(text))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(name, text, str(error)) from None
    except (RecursionError, ValueError) as error:
        wrong = "lists within lists without end" if isinstance(error, RecursionError) else "a number that is too long"
        raise LexiconError(name, None, wrong, _TOML) from None


def shown(path: Path) -> str:
    """A path as it is named in messages: from the working directory where it lies inside."""
    try:
        here = os.path.relpath(path)
    except (OSError, ValueError):  # the working directory is gone, or on another drive
        return str(path)
    return str(path) if here.startswith(os.pardir) else here


def _text(path: Path, name: str) -> str:
    """The text of a file, its lines ended by a line feed."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise LexiconError(name, None, (error.strerror or "cannot be read").lower(), _A_FILE) from None
    except ValueError:
        raise LexiconError(name, None, "no name of a file", _A_FILE) from None
    if len(raw) > _LARGEST:
        raise LexiconError(name, None, "larger than 4 MB", _A_FILE)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise LexiconError(name, line, "a sign that is not UTF-8", "the file saved as UTF-8") from None


def _no_toml(name: str, text: str, said: str) -> LexiconError:
    """What the parser says, with the line in front."""
    where = _WHERE.search(said)
    wrong = _WHERE.sub("", said)
    line = int(where[1]) if where and where[1] else text.rstrip().count("\n") + 1
    return LexiconError(name, line, f"no valid TOML: {wrong[:1].lower()}{wrong[1:]}", _TOML)
