"""The terminal, or what stands in for it: its width, colours and letters, and text made safe for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TextIO

import msgspec

from claimtrack.render import safe

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text


class Screen(msgspec.Struct, frozen=True):
    """Where answers for people go; every text passes through it, so none reaches a terminal unguarded."""

    console: Console
    encoding: str

    @property
    def width(self) -> int:
        """The room in columns."""
        return self.console.width

    @property
    def coloured(self) -> bool:
        """Whether styles are seen; where not, what they say must be said in signs."""
        return self.console.color_system is not None

    @property
    def ellipsis(self) -> str:
        """The sign for a text that was cut."""
        return self.letters("…")

    def letters(self, text: str) -> str:
        """The text on one line, neutral, and in letters that the terminal has."""
        return safe.encodable(safe.line(text), self.encoding)

    def text(self, text: str, style: str = "") -> Text:
        """The same as a styled text; brackets in it are brackets, never markup."""
        from rich.text import Text

        return Text(self.letters(text), style=style)

    def print(self, *parts: Text | str, indent: int = 0) -> None:
        """Print parts as one paragraph, wrapped at the screen's width, with an indent on each line."""
        from rich.text import Text

        self.show(Text.assemble(*(self.text(part) if isinstance(part, str) else part for part in parts)), indent)

    def show(self, thing: Text | Table, indent: int = 0) -> None:
        """Print a table or a text; without colours, no line ends in blanks."""
        from rich.padding import Padding

        padded = Padding(thing, (0, 0, 0, indent), expand=False)
        if self.coloured:
            self.console.print(padded)
            return
        with self.console.capture() as capture:
            self.console.print(padded)
        self.console.file.write(
            "".join(f"{line.rstrip(' ')}\n" for line in capture.get().removesuffix("\n").split("\n"))
        )

    def cut(self, text: str, width: int) -> str:
        """The text cut at its end to a width, with the sign for it."""
        from rich.cells import cell_len, set_cell_size

        text = self.letters(text)
        if cell_len(text) <= width:
            return text
        mark = self.ellipsis if len(self.ellipsis) < width else ""
        return set_cell_size(text, width - len(mark)).rstrip() + mark

    def gap(self) -> None:
        """Print an empty line."""
        self.console.print()

    def note(self, *parts: str) -> None:
        """Print one dimmed line, from the parts that say anything; where it is too long it breaks between them."""
        line = ""
        for part in filter(None, parts):
            longer = f"{line} · {part}" if line else part
            if line and len(longer) > self.width:
                self.print(self.text(line, "dim"))
                longer = part
            line = longer
        self.print(self.text(line, "dim"))

    def closing(self, *parts: str) -> None:
        """Print the one dimmed line that ends an answer."""
        self.gap()
        self.note(*parts)


def screen(stream: TextIO) -> Screen:
    """A screen on a stream: coloured on a terminal, plain elsewhere, as NO_COLOR, FORCE_COLOR and COLUMNS say."""
    from rich.console import Console

    plain = bool(os.environ.get("NO_COLOR"))
    console = Console(file=stream, color_system=None if plain else "auto", markup=False, emoji=False, highlight=False)
    return Screen(console, getattr(stream, "encoding", None) or "utf-8")
