"""Articles of our own making, changed at random: what the fuzz run reads.

`Mutator.document(n)` depends on the run's seed and on `n` alone, so that any input can be made again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import claimtrack.lexicon
from claimtrack.lexicon.load import lexicon
from claimtrack.model import DateBasis, Document
from tests.extract.cases import cases
from tests.extract.long_texts import NEWS

SEEDS = Path(__file__).parents[2] / "seeds"
GRAMMAR = Path(claimtrack.lexicon.__file__).parent / "en" / "grammar.toml"
LONGEST = 3000

ODD = [
    "\0", "\u00a0", "\u2009", "\u202f", "\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\u2028", "\u2029",
    "\u0085", "\ufeff", "\ufffd", "\x0b", "\x0c", "\x1b[31m", "\r", "\r\n", "\t", "\n", "\n\n", "\u0301",
    "\u0338\u0300", "\u05d0\u05d1", "\u0645\u0631\u062d", "\U0001f600", "\U0001f469\u200d\U0001f692",
    "\U000e0041", "ß", "İ", "ı", "ﬁ", "Ǆ", "ΐ", "ſ", "½", "¾", "⅓", "1½", "²", "10³", "₁₂", "①", "Ⅻ", "〇", "十二",
    "٤٥", "١٢٬٣٤٥", "۱۲", "१२", "１２", "𝟙𝟚", "1٫5", "1⁄2", "12e9", "1e999", "-12", "+12", "−12", "±12", "0",
    "00", "007", "0.0", "0.5", ".5", "5.", "1.4", "1,4", "1.4.5", "12%", "$12", "€1.4bn", "12k", "12m", "12bn",
    "12mn", "12M", "9,999,999,999", "10,000,000,001", "99999999999", "9" * 40, "9" * 400, "1,2,3",
    "1,23,45,678", "1.234.567", "1 234 567", "12-14", "14-12", "12–14", "12—14", "12 to 14", "12/14", "1/2",
    "12:30", "12.30pm", "31 February 2023", "February 29", "29 February 2023", "99 May 2024", "0 May",
    "May 1999", "2024-13-45", "2024-02-30", "1899", "2999", "9999", "0001-01-01", "since 2999", "until 1800",
    "in 1066", "999 years ago", "99 centuries ago", "the past 999 years", "between 30 and 40",
    "between 40 and 30", "from 12 to", "hundreds of", "a few dozen", "two and a half million", "half a",
    "million million million", "hundred hundred", "twenty-twelve", "zero", "no one", "none of the", "one of",
    "of whom", "including", "among them", "at least at least", "more than", "up to", "fewer than", "over",
    "nearly", "“", "”", '"', "’", "‘", "«", "(", ")", "[", "]", "{", "|", "•", "—", "…", ";", ":", "!", "?",
    "...", "@a", "#b", "https://a.example/12", "<b>", "</p>", "&amp;", "&#49;", "\\", "\\n", "\x7f", "%s",
    "{0}", "— Ana Costa (@ana) May 3, 2023", "KELD, Nov. 13 (ABC) --", "(c) 2023", "FILE - ",
    "as of 3 May 2023", "since then", "the day before", "on Saturday", "next Monday", "last week", "overnight",
    "“24–99”", "denied", "“", "according to",
]  # fmt: skip
PUBLISHED = (
    "2024-11-15", "2023-10-07", "2024-02-29", "2024-12-31", "2024-01-01", "2024-11", "2024", "1066", "1000-01-01",
    "2999-12-31", "1900-02-28", "1999-12-31", "2000-02-29",
)  # fmt: skip
OUTLETS = (None, "Example News", "", "\0", "\u202eabc", "Reuters", "A" * 300)
URLS = (None, "https://a.example/2024/11/15/12-killed", "javascript:1", "\u202e", "file:///etc")
_WORD = re.compile(r"\S+|\s+")


class Mutator:
    """Makes the documents of one run."""

    def __init__(self, seed: int) -> None:
        """A run's inputs; the seed and an input's number decide all of it."""
        self._seed = seed
        self._pieces = sorted(set(_pieces()))
        known = lexicon()
        self._words = sorted(known.words)
        self._ways: list[Callable[[Random, str], str]] = [
            _characters, _cut, _drop, _twice, _swap, _case, self._odd, self._odd, self._odds, self._word, self._word,
            self._splice, _strip, _rewrap, _digits, _repeat,
        ]  # fmt: skip

    def document(self, n: int) -> Document:
        """The input of a number."""
        rng = Random(f"{self._seed}:{n}")
        text = self._text(rng)
        published = rng.choice(PUBLISHED) if rng.random() < 0.75 else None
        basis = rng.choice((DateBasis.EXPLICIT, DateBasis.GIVEN)) if published else None
        return Document(
            id=rng.choice(("text", "", "a b", "ä\n")), text=text, sha256="0" * 64, address=f"fuzz:{n}",
            title=self._text(rng)[:300] if rng.random() < 0.2 else None, outlet=rng.choice(OUTLETS),
            published=published, published_basis=basis, url=rng.choice(URLS), language=rng.choice((None, "en", "")),
            body_start=rng.randint(0, len(text)) if rng.random() < 0.1 else 0,
        )  # fmt: skip

    def _text(self, rng: Random) -> str:
        """One to four pieces, changed up to eight times."""
        gap = rng.choice((" ", " ", "\n", "\n\n", ""))
        text = gap.join(rng.choice(self._pieces) for _ in range(rng.choice((1, 1, 2, 3, 4))))
        for _ in range(rng.choice((0, 1, 1, 2, 3, 5, 8))):
            text = rng.choice(self._ways)(rng, text)[:LONGEST]
        return text.encode("utf-8", "ignore").decode()

    def _odd(self, rng: Random, text: str) -> str:
        """One odd thing, with or without spaces around it."""
        space = rng.choice(("", " ", " "))
        at = rng.randint(0, len(text))
        return text[:at] + space + rng.choice(ODD) + space + text[at:]

    def _odds(self, rng: Random, text: str) -> str:
        """Numbers of the text made odd."""
        return re.sub(r"\d[\d,.]*\d|\d", lambda m: rng.choice(ODD) if rng.random() < 0.5 else m[0], text)

    def _word(self, rng: Random, text: str) -> str:
        """A word of the lexicon, beside one of the text's or in its place."""
        parts = _WORD.findall(text)
        at = rng.randint(0, len(parts))
        new = [rng.choice(self._words), " "]
        return "".join([*parts[:at], *new, *parts[at + rng.choice((0, 0, 1)) :]])

    def _splice(self, rng: Random, text: str) -> str:
        """The beginning of this text, and the end of another piece."""
        other = rng.choice(self._pieces)
        return text[: rng.randint(0, len(text))] + other[rng.randint(0, len(other)) :]


def _pieces() -> Iterator[str]:
    """Sentences and paragraphs of our own: of the seeds, the cases, and the examples of the lexicon."""
    for path in SEEDS.glob("*.txt"):
        yield from (part for part in path.read_text(encoding="utf-8").split("\n") if part.strip())
    yield NEWS
    yield from re.split(r"(?<=[.”]) ", NEWS)
    yield from (case.text for case in cases())
    for metric in lexicon().metrics.values():
        yield from (*metric.examples, *metric.not_examples)
    for rule in tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))["rules"]["list"]:
        yield from rule.get("examples", ())


def _span(rng: Random, text: str, most: int) -> tuple[int, int]:
    """A stretch of a text, at most so long."""
    start = rng.randint(0, len(text))
    return start, min(len(text), start + rng.randint(0, most))


def _characters(rng: Random, text: str) -> str:
    """Up to five characters made others, anywhere in Unicode but the surrogates."""
    for _ in range(rng.randint(1, 5)):
        at = rng.randint(0, len(text))
        new = chr(rng.choice((rng.randint(0, 127), rng.randint(0, 0xD7FF), rng.randint(0xE000, 0x10FFFF))))
        text = text[:at] + new + text[at + rng.choice((0, 1)) :]
    return text


def _cut(rng: Random, text: str) -> str:
    """The text's beginning, or its end."""
    at = rng.randint(0, len(text))
    return text[:at] if rng.random() < 0.6 else text[at:]


def _drop(rng: Random, text: str) -> str:
    """The text without some words."""
    share = rng.random() * 0.4
    return "".join(part for part in _WORD.findall(text) if part.isspace() or rng.random() > share)


def _twice(rng: Random, text: str) -> str:
    """A stretch of the text twice."""
    start, end = _span(rng, text, 120)
    return text[:end] + rng.choice(("", " ", ", ", " and ")) + text[start:end] + text[end:]


def _repeat(rng: Random, text: str) -> str:
    """A short stretch of the text many times."""
    start, end = _span(rng, text, 20)
    return text[:end] + text[start:end] * rng.choice((3, 10, 60)) + text[end:]


def _swap(rng: Random, text: str) -> str:
    """Two words changed for one another."""
    parts = _WORD.findall(text)
    if parts:
        i, k = rng.randrange(len(parts)), rng.randrange(len(parts))
        parts[i], parts[k] = parts[k], parts[i]
    return "".join(parts)


def _case(rng: Random, text: str) -> str:
    """Capitals, all small, or turned about, in all of the text or part of it."""
    change = rng.choice((str.upper, str.lower, str.swapcase, str.title, str.capitalize))
    start, end = (0, len(text)) if rng.random() < 0.5 else _span(rng, text, 80)
    return text[:start] + change(text[start:end]) + text[end:]


def _strip(rng: Random, text: str) -> str:
    """The text without a kind of marks."""
    return re.sub(rng.choice((r"[.!?]", r",", r"[“”\"]", r"\s+", r"[’']", r"\n")), rng.choice(("", " ")), text)


def _rewrap(rng: Random, text: str) -> str:
    """Spaces made line ends, or the other way round."""
    old, new = rng.choice(((" ", "\n"), ("\n", " "), (" ", "  "), (" ", "\u00a0"), (". ", ".\n\n"), (", ", "\n• ")))
    return text.replace(old, new) if rng.random() < 0.4 else text.replace(old, new, rng.randint(1, 4))


def _digits(rng: Random, text: str) -> str:
    """Each number another one."""
    return re.sub(r"\d+", lambda m: str(rng.randrange(10 ** rng.randint(1, len(m[0]) + 2))), text)
