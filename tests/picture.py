"""Draws the README's picture from a real run at a real terminal: `python -m tests.picture`."""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
from html import unescape
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from tests.newcomer import ROOT, checkout, environment, printed

PICTURE = ROOT / ".github/terminal.svg"
WIDTH = 112
BEFORE = ("claimtrack ingest", "claimtrack ingest --published 2024-12-28 seeds/000_074bd0d527d90a66.txt")
SHOWN = ("claimtrack list", "claimtrack diff 2024-09-26 2024-12-28 --metric deaths")


def run() -> Text:
    """The screen after the commands, in its colours."""
    with checkout() as folder, environment(WIDTH) as variables:
        for command in BEFORE:
            printed(command, folder, variables)
        screen = Text()
        for command in SHOWN:
            screen.append("$ ", "dim").append(f"{command}\n", "bold")
            screen.append_text(Text.from_ansi(at_terminal(command, folder, variables))).append("\n\n")
    screen.rstrip()
    return screen


def at_terminal(command: str, folder: Path, variables: dict[str, str]) -> str:
    """What a command prints where its output is a terminal."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, WIDTH, 0, 0))
    program = subprocess.Popen(
        command, shell=True, cwd=folder, env={**variables, "TERM": "xterm-256color"}, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    pieces = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:  # how some systems say that the other end is closed
        pass
    finally:
        os.close(ours)
    assert program.wait() == 0, command
    return b"".join(pieces).decode().replace("\r\n", "\n").rstrip("\n")


def draw(screen: Text) -> str:
    """The picture of a screen, which fetches nothing from anywhere."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(screen, soft_wrap=True)
    drawn = console.export_svg(title="claimtrack", theme=MONOKAI)
    drawn = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return drawn.replace("<text ", '<text xml:space="preserve" ')


def words(drawn: str) -> str:
    """The letters that a picture shows below its title, without blanks, as far as its run determines them."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", drawn, flags=re.DOTALL)
    return "".join(unescape("".join(texts)).removeprefix("claimtrack").split())


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw(run()), encoding="utf-8")
    print(f"drawn: {PICTURE}")
