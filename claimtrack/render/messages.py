"""What is said on standard error: one line a message; on a terminal wrapped at words, its commands left whole."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TextIO

from claimtrack.render import safe

# What a reader may want to copy: a command in backticks, or one that is named with its --help.
_WHOLE = r"`[^`]*`|claimtrack(?: [a-z]+)? --help"
_HOLD = "\x00"


def message(words: str, commands: Sequence[str], stream: TextIO) -> str:
    """The text of a message on a stream; `commands` are ways out of what it says.

    Elsewhere than on a terminal it is one line. On a terminal that is too narrow for it, it is wrapped at words, and
    each command has a line of its own, which is never broken: so it can be copied.
    """
    words, commands = f"claimtrack: {safe.line(words)}", [safe.line(command) for command in commands]
    line = f"{words}: {', or '.join(commands)}" if commands else words
    if not stream.isatty():
        return line
    width = _width(stream)
    if len(line) <= width:
        return line
    return "\n".join([*_wrapped(f"{words}:" if commands else words, width), *(f"  {command}" for command in commands)])


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of a width, broken at spaces only, and never inside a command."""
    import textwrap

    held = re.sub(_WHOLE, lambda match: match[0].replace(" ", _HOLD), text)
    lines = textwrap.wrap(held, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return [line.replace(_HOLD, " ") for line in lines]


def _width(stream: TextIO) -> int:
    """The columns of the terminal behind a stream, or as many as COLUMNS says."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
