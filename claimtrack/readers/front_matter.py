"""The YAML block with which notes and web clippings begin: `key: value` lines between two lines of `---`.

Only the small part of YAML that such blocks use is read: plain and quoted values, `[a, b]`, and `- a` lists.
A block with any other line is taken for text that happens to begin with a rule, and stays part of the article.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 20_000
_FENCE = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_LINE = re.compile(r"(?P<content>[^\r\n]*)(?P<end>\r\n?|\n|\Z)")
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w \-.]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_SPLIT = re.compile(r"""\s*("[^"]*"|'[^']*'|[^,]+?)\s*(?:,|\Z)""")


class FrontMatter(NamedTuple):
    """The block's values by key (small letters, `_` for `-` and space), its lines by key, and where the body begins."""

    values: dict[str, tuple[str, ...]]
    lines: dict[str, int]
    end: int

    def first(self, *keys: str) -> str | None:
        """The first value that is given under any of the keys."""
        return next((value for key in keys for value in self.values.get(key, ())), None)

    def all(self, *keys: str) -> tuple[str, ...]:
        """All values of the first of the keys that has any."""
        return next((self.values[key] for key in keys if self.values.get(key)), ())

    def line(self, *keys: str) -> int | None:
        """The line, counted from 1, of the first of the keys that has a value."""
        return next((self.lines[key] for key in keys if self.values.get(key)), None)


def front_matter(text: str) -> FrontMatter | None:
    """Read the block at the beginning of a text; None where there is none."""
    opening = _FENCE.match(text)
    if not opening:
        return None
    values: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    position, number, key = opening.end(), 1, ""
    while position < min(len(text), LONGEST):
        line = _LINE.match(text, position)
        assert line is not None
        content, position, number = line["content"].rstrip(), line.end(), number + 1
        if content in ("---", "..."):
            return FrontMatter(values, lines, position) if values else None
        pair, item = _PAIR.fullmatch(content), _ITEM.fullmatch(content)
        if pair:
            key = re.sub(r"[ \-]", "_", pair["key"].lower())
            values[key], lines[key] = _values(pair["value"] or ""), number
        elif item and key:
            values[key] += _values(item["value"])
        elif content and not content.startswith((" ", "\t", "#")):
            return None
    return None


def _values(raw: str) -> tuple[str, ...]:
    """The values of a line: none for an empty one or a null, several for `[a, b]`."""
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        return tuple(value for part in _SPLIT.findall(raw[1:-1]) if (value := _scalar(part)))
    value = _scalar(raw)
    return (value,) if value else ()


def _scalar(raw: str) -> str:
    """A plain or quoted value, without a comment after it; empty for null and for block marks."""
    quoted = re.match(r"""(?P<quote>["'])(?P<inner>.*)(?P=quote)\s*(?:#.*)?\Z""", raw)
    if quoted:
        inner = quoted["inner"]
        return inner.replace("''", "'") if quoted["quote"] == "'" else inner.replace('\\"', '"')
    plain = re.split(r"\s#", raw, maxsplit=1)[0].strip()
    return "" if plain in ("null", "~", "Null", "NULL", "|", ">", "|-", ">-") else plain
