"""On which line of a TOML text each key and each element of an array stands: what the standard library does not tell.

The text is one that `tomllib` has read, so nothing is checked here; a path is the keys and indices that lead to a value
in what it read: `("metrics", "aid_trucks", "examples", 0)`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from itertools import accumulate
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_SKIP = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY = re.compile(r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'|[A-Za-z0-9_-]+")
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'|[^,\]}\n#]*", re.DOTALL
)


class Positions:
    """The line of each path in a text, counted from 1."""

    def __init__(self, text: str) -> None:
        """Find all lines of a valid TOML text, its lines ended by a line feed."""
        self._text, self._at = text, 0
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._lines: dict[Path, int] = {}
        self._arrays: dict[Path, int] = {}
        self._statements()

    def line(self, path: Path) -> int | None:
        """The line of a path, or of the nearest that holds it; None for the text as a whole."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)

    def _statements(self) -> None:
        """Walk through the tables and the keys of each."""
        table: Path = ()
        while self._skip() < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]`, and give the path of the table that it opens."""
        array = self._text.startswith("[[", self._at)
        start = self._at
        self._at += 2 if array else 1
        *around, name = self._dotted()
        self._at += 2 if array else 1
        path: Path = ()
        for key in around:
            path = self._within((*path, key), start)
        path = (*path, name)
        self._note(path, start)
        if array:
            self._arrays[path] = self._arrays.get(path, -1) + 1
            path = (*path, self._arrays[path])
            self._note(path, start)
        return path

    def _within(self, path: Path, start: int) -> Path:
        """A path, led on into the last element where it is an array of tables."""
        self._note(path, start)
        return (*path, self._arrays[path]) if path in self._arrays else path

    def _pair(self, table: Path) -> None:
        """Read `key = value`."""
        start = self._at
        path = table
        for key in self._dotted():
            path = (*path, key)
            self._note(path, start)
        self._at += 1
        self._value(path)

    def _dotted(self) -> list[str]:
        """Read a key, and what is joined to it by dots; end at the sign behind it."""
        keys = []
        while True:
            self._skip()
            match = _KEY.match(self._text, self._at)
            assert match is not None, "the text is valid TOML"
            keys.append(_plain(match[0]))
            self._at = match.end()
            self._skip()
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        """Read a value, and note the lines of what it holds."""
        self._skip()
        sign = self._text[self._at]
        if sign not in "[{":
            match = _SCALAR.match(self._text, self._at)
            assert match is not None, "every text begins with a scalar, if an empty one"
            self._at = match.end()
            return
        self._at += 1
        index = 0
        while self._text[self._skip()] not in "]}":
            if sign == "[":
                self._note((*path, index), self._at)
                self._value((*path, index))
            else:
                self._pair(path)
            index += 1
            if self._text[self._skip()] == ",":
                self._at += 1
        self._at += 1

    def _skip(self) -> int:
        """Pass over blanks, line ends and comments, and give the place behind them."""
        match = _SKIP.match(self._text, self._at)
        assert match is not None, "nothing is matched too"
        self._at = match.end()
        return self._at

    def _note(self, path: Path, start: int) -> None:
        """Keep the line on which a path is named first."""
        self._lines.setdefault(path, bisect_right(self._starts, start))


def _plain(key: str) -> str:
    """A key without its quotes."""
    if key[0] not in "\"'":
        return key
    return next(iter(tomllib.loads(f"{key} = 0")))
