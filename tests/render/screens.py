"""Screens that keep what is printed on them."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console

from claimtrack.render.terminal import Screen


def printed(show: Callable[[Screen], object], *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """What a renderer prints on a screen of a width."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    show(Screen(console, encoding))
    return buffer.getvalue()
