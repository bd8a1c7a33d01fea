"""The line of each key and element is found, however the file is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lexicon.own.positions import Path, Positions

TEXT = '''\
# a comment with [brackets] = "and signs"
one = 1
[table."quoted.key".'other']
list = ["a", # ]
  "b]", """
  two " lines """"", \'\'\'and ' "\'\'\']
  dotted . key = {x = 1, "y" = [1, [2,
    3]]} # }
[[many]]
n = 2024-11-15T10:00:00
[many.inner]
"\\u00e9" = true
[[many]]
n = -inf
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("one",), 2),
        (("table",), 3),
        (("table", "quoted.key", "other", "list"), 4),
        (("table", "quoted.key", "other", "list", 0), 4),
        (("table", "quoted.key", "other", "list", 1), 5),
        (("table", "quoted.key", "other", "list", 2), 5),
        (("table", "quoted.key", "other", "list", 3), 6),
        (("table", "quoted.key", "other", "dotted", "key", "x"), 7),
        (("table", "quoted.key", "other", "dotted", "key", "y", 1, 1), 8),
        (("many", 0, "n"), 10),
        (("many", 0, "inner", "é"), 12),
        (("many", 1), 13),
        (("many", 1, "n"), 14),
    ],
)
def test_lines(path: Path, line: int) -> None:
    assert Positions(TEXT).line(path) == line


def test_what_has_no_line_has_that_of_what_holds_it() -> None:
    positions = Positions(TEXT)
    assert positions.line(("one", "below")) == 2
    assert positions.line(("nothing",)) is None
    assert positions.line(()) is None


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of everything in a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield (*path, key)
        yield from paths(one, (*path, key))


def test_everything_that_is_read_has_a_line_of_its_own() -> None:
    positions = Positions(TEXT)
    for path in paths(tomllib.loads(TEXT)):
        assert positions.line(path) != positions.line(()), path


PIECES = [
    "[a]", "[a.b]", "[[c]]", "[[c.d]]", '["x y"]', "k = 1", "k.l = 'v'", 'm = """x\n"""', "n = '''\n]'''", "o = [",
    '"s"', ",", "]", "p = {q = 1, r = [2]}", "# c", "\n", "\n", "\n", "\n", "1.5e3", "07:30:00", '"\\""', " ",
]  # fmt: skip


@given(st.one_of(st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map("\n".join)))
def test_any_toml_is_walked_through(text: str) -> None:
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    positions = Positions(text)
    count = text.count("\n") + 1
    for path in paths(read):
        line = positions.line(path)
        assert line is not None and 1 <= line <= count
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        assert isinstance(path[-1], int) or key in text.split("\n")[line - 1]
