"""What a pattern over letters must find: letters that it can begin with, and letters that it cannot do without.

So a pattern is only tried where it can begin, and only on a line that has what it needs. Both are of the safe side:
looks ahead and behind are passed over, and where little can be said, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PART = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\(\?:|\(\?P<\w+>)|(?P<close>\))|(?P<bar>\|)|\[(?P<not>\^?)(?P<set>(?:\\.|[^\]])+)\]"
    r"|(?P<times>[*+?]\??|\{(?P<least>\d*)[\d,]*\}\??)|\\?(?P<letter>.)",
    re.DOTALL,
)
Letters = frozenset[str]


class Shape(NamedTuple):
    """Letters that a pattern begins with (None: any), whether it may be empty, and sets of which it needs one each."""

    begins: Letters | None
    empty: bool
    needs: tuple[Letters, ...]


_NOTHING = Shape(frozenset(), True, ())


def shape(expression: str) -> Shape:
    """The shape of an expression as `patterns.translate` makes them."""
    return _either(_PART.finditer(expression))


def _either(parts: Iterator[re.Match[str]]) -> Shape:
    """The alternatives up to a closing bracket, or to the end."""
    branches = [_NOTHING]
    last: Shape | None = None
    for part in parts:
        if part["times"]:
            least = part["least"] or ("1" if part["times"][0] == "+" else "0")
            last = last if last is None or int(least) else last._replace(empty=True, needs=())
            continue
        if last is not None:
            branches[-1] = _then(branches[-1], last)
        last = None
        if part["close"]:
            break
        if part["bar"]:
            branches.append(_NOTHING)
        elif part["look"]:
            _either(parts)
        else:
            last = _either(parts) if part["open"] else _one(part)
    if last is not None:
        branches[-1] = _then(branches[-1], last)
    return _merged(branches)


def _one(part: re.Match[str]) -> Shape:
    """A letter, or one of a set."""
    if part["not"]:
        return Shape(None, False, ())
    letters = frozenset(part["letter"] or part["set"].replace("\\", ""))
    return Shape(letters, False, (letters,))


def _then(first: Shape, second: Shape) -> Shape:
    """One pattern behind another."""
    begins = first.begins
    if first.empty:
        begins = None if begins is None or second.begins is None else begins | second.begins
    return Shape(begins, first.empty and second.empty, (*first.needs, *second.needs))


def _merged(branches: list[Shape]) -> Shape:
    """One pattern or another: what each of them needs, one of their smallest needs is needed."""
    if len(branches) == 1:
        return branches[0]
    begins: Letters | None = frozenset()
    for branch in branches:
        begins = None if begins is None or branch.begins is None else begins | branch.begins
    smallest = [min(branch.needs, key=len) for branch in branches if branch.needs]
    needs = (frozenset[str]().union(*smallest),) if len(smallest) == len(branches) else ()
    return Shape(begins, any(branch.empty for branch in branches), needs)
