"""Text as it is compared: a filter matches whatever its case, its typographic quotes and its composition."""

from __future__ import annotations

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "\xad": None})


def fold(text: str | None) -> str | None:
    """The text's form for comparison, in any script; None stays None."""
    if text is None or text.isascii():
        return text and text.lower()
    import unicodedata

    # Case folding can decompose what the first normalisation composed (U+0345), so it is done on both sides of it.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_PLAIN)
