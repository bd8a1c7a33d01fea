"""How names and values are told in messages."""

from __future__ import annotations

from collections.abc import Collection


def nearest(name: str, known: Collection[str]) -> str:
    """A question that names what was perhaps meant."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def listed(names: Collection[str]) -> str:
    """Names in one phrase: `a, b or c`."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def told(value: object) -> str:
    """A value as a file has it, cut short."""
    try:
        text = str(value).lower() if isinstance(value, bool) else repr(value)
    except ValueError:  # a number with more digits than Python writes out
        text = "a very large number"
    return text if len(text) <= 60 else f"{text[:57]}..."


def on_one_line(text: str) -> str:
    """A text with its line ends made visible: keys of TOML may hold some."""
    return text.replace("\n", "\\n").replace("\r", "\\r")
