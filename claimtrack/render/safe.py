"""Article text is data: made safe for terminals, CSV and Markdown, so that nothing in it acts as a command."""

from __future__ import annotations

import re

# Patterns are kept as texts: re compiles each when it is first used, which most runs never do.
# What a terminal may obey or hide: C0 and C1 controls, bidi overrides and isolates, marks of no width, line and
# paragraph separators, tag characters, and halves of surrogate pairs, which no encoding can write.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_SPACES = r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+"
# Of no width and of no power: they shape letters or hint at line breaks, and are left out of what is shown.
_WEIGHTLESS = "[\xad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]"

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "′": "'", "″": '"',
        "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "…": "...", "•": "*", "·": "-", "×": "x",
        "\xa0": " ", "\u2009": " ", "\u202f": " ", "≥": ">=", "≤": "<=", "≈": "~", "↗": "<~",
    }
)  # fmt: skip

_FORMULA = "[' ]*[=+\\-@＝＋－＠]"
_MARKDOWN = r"[\\`*_\[\]|~$]"
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def line(text: str) -> str:
    r"""The text as one line that a terminal shows and never obeys.

    Breaks and tabs become one space, marks of no width go, and every other control is written out in its visible
    form: `\x1b` for an escape, `\u202e` for a right-to-left override.
    """
    if text.isprintable() or not re.search(_UNSAFE, text):
        return text
    text = re.sub(_WEIGHTLESS, "", re.sub(_SPACES, " ", text))
    return re.sub(_UNSAFE, lambda match: _visible(match[0]), text)


def _visible(character: str) -> str:
    r"""The escape that stands for a character, as text: `\x1b`, `\u202e`."""
    code = ord(character)
    return f"\\x{code:02x}" if code <= 0xFF else character.encode("ascii", "backslashreplace").decode("ascii")


def encodable(text: str, encoding: str) -> str:
    """The text in the letters that an encoding has: typographic signs in their plain forms, the rest written out."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    return text


def json_text(text: str) -> str:
    r"""JSON with the same content in which what a terminal may obey is escaped: `\u009b`."""
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    # The breaks between JSON's own lines are the only raw controls below a space that JSON holds.
    return re.sub(_UNSAFE, lambda match: match[0] if match[0] == "\n" else _json_escape(match[0]), text)


def _json_escape(character: str) -> str:
    r"""The `\uXXXX` form, in two halves above the first plane."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def csv_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula, on one line.

    A cell that begins with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe before it.
    """
    shown = line(text)
    return f"'{shown}" if re.match(_FORMULA, shown) or text.startswith(("\t", "\r", "\n")) else shown


def markdown_cell(text: str) -> str:
    """The text as one cell of a Markdown table: no break, no column, no markup, no HTML."""
    return re.sub(_MARKDOWN, r"\\\g<0>", line(text)).translate(_HTML)
