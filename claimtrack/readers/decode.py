"""From bytes to characters: UTF-8, or UTF-16 and UTF-32 with a byte order mark, else a named guess.

The guess is between damaged UTF-8, UTF-16 without its mark, Windows-1252 and Mac Roman, the encodings in which English
text is met. A general detector is no better here: on English articles in Windows-1252, whose only foreign bytes are
quotes and dashes, charset-normalizer 3.5 names Windows-1250 or even Big5 and gets one text in four wrong.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1a\x1b\x85")
_MOST_CONTROLS = 0.01
_SAMPLE = 1 << 16
_TRUST_UTF8 = 0.8
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_FOREIGN = re.compile(rb"[\x80-\xff]")
_PRINTED_MARKS = frozenset("“”‘’–—…•£€°é")


class Decoded(NamedTuple):
    """A text as decoded; `guess` words how, where the bytes do not say it themselves."""

    text: str
    guess: str | None = None


def binary_kind(data: bytes) -> str | None:
    """What the bytes are if they are no text: `a PDF`, `a binary file`; None for text."""
    kind = next((words for start, words in _KINDS if data.startswith(start)), None)
    if kind or any(data.startswith(mark) for mark, _, _ in _MARKS) or _utf16(data):
        return kind
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "a binary file" if b"\0" in data or controls > len(sample) * _MOST_CONTROLS else None


def decode(data: bytes) -> Decoded:
    """Decode text, its byte order mark removed and nothing else changed."""
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name)
    wide = _utf16(data)  # first, since zeros are valid UTF-8
    if wide:
        return Decoded(data.decode(wide, errors="replace"), "UTF-16 without its byte order mark")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(data)


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, f"damaged {name}; {text.count('�')} places that cannot be read are marked �")


def _guessed(data: bytes) -> Decoded:
    foreign = len(_FOREIGN.findall(data))
    valid = sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data))
    if valid >= foreign * _TRUST_UTF8:
        text = data.decode("utf-8", errors="replace")
        return Decoded(text, f"damaged UTF-8; {text.count('�')} places that cannot be read are marked �")
    windows, mac = data.decode("cp1252", errors="replace"), data.decode("mac_roman")
    if _marks(mac) > _marks(windows):
        return Decoded(mac, "Mac Roman")
    return Decoded(windows, "Windows-1252")


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in _PRINTED_MARKS)


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: in Latin text nearly every second byte is zero, and no other."""
    sample = data[: _SAMPLE & ~1]
    half = len(sample) // 2
    if not half or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even == 0 and odd > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 and even > half * 0.7 else None
