"""Compiles the lexicon's patterns, written with names of units, to regular expressions over letters.

`<n: people | bare> [adverb date]{0,2} <v: passive>` becomes an expression over a string that has one letter a
unit. `[a b]` is any one of the named units, `[^ a b]` any other; a macro stands for its own pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(
    r"\s+|<(?P<capture>\w):|>|\{[\d,]*\}|(?P<name>[a-z_]+)|(?P<open>\[\^?)|(?P<close>\])|\(\?<?[=!]|.", re.DOTALL
)


def compile_pattern(source: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a pattern.

    Raises:
        ValueError: it names a unit that does not exist, or is no regular expression.
    """
    return re.compile(translate(source, letters, macros))


def translate(source: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> str:
    """The regular expression that a pattern stands for.

    Raises:
        ValueError: it names a unit that does not exist.
    """
    out: list[str] = []
    in_class = False
    for match in _PART.finditer(source):
        part = match[0]
        if part.isspace():
            continue
        if match["capture"]:
            out.append(f"(?P<{match['capture']}>")
        elif part == ">":
            out.append(")")
        elif match["open"]:
            in_class = True
            out.append(part)
        elif match["close"]:
            in_class = False
            out.append(part)
        elif match["name"]:
            out.append(_named(part, letters, macros, in_class))
        elif part == "(":
            out.append("(?:")
        else:
            out.append(part)
    return "".join(out)


def _named(name: str, letters: Mapping[str, str], macros: Mapping[str, str], in_class: bool) -> str:
    """The letter of a unit, or a macro's own expression."""
    if name in letters:
        return re.escape(letters[name])
    if name not in macros:
        raise ValueError(f"no unit or macro is called {name!r}")
    inner = translate(macros[name], letters, macros)
    if not in_class:
        return f"(?:{inner})"
    if not (inner.startswith("[") and inner.endswith("]") and "[" not in inner[1:]):
        raise ValueError(f"macro {name!r} is no class of units and cannot stand inside [ ]")
    return inner[1:-1]
