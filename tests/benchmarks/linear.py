"""Whether reading takes time in proportion to the text, whatever the text is.

    python -m tests.benchmarks.linear [--size 1000000] [--only WORDS] [--news FILE.jsonl ...]

Reads texts that break readers (`tests/extract/long_texts.py`) at half the size and at the whole, in one run, and prints
how the time of each stands to that of as much news (aim: at most 3), and the whole to its half (aim: less than 2.6; a
step that is quadratic in the length shows as 4). A text of little but figures may take longer than news, as long as
each of its claims takes no longer than a claim of the news does. The news is the seeds, each article by itself, unless
files are named: the seeds are dense with figures, so the times of plainer news are the stricter measure.

Times are the processor's, which other programs disturb the least. Where a text misses its aims both sizes are read
again, and the shorter time counts; a text that takes twenty times as long as news is given up. Ends with 1 where a
text misses its aims. Needs Unix, for the clock that stops a reading.
"""

from __future__ import annotations

import argparse
import gc
import math
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from claimtrack import extract, read
from claimtrack.model import DateBasis, Document
from tests.extract.long_texts import LONG

SEEDS = Path(__file__).parents[2] / "seeds"
TIMES_NEWS, GROWTH, GIVEN_UP = 3.0, 2.6, 20
# Below this many seconds, a time says nothing of how it grows.
FAINT = 0.5


class GivenUp(Exception):
    """A reading that took too long was stopped."""


class Taken(NamedTuple):
    """What reading some text took: processor seconds for its half and for the whole; how many claims the whole has."""

    half: float
    whole: float
    claims: int

    @property
    def growth(self) -> float:
        """How much longer twice the text takes; 2 where it takes too little time to tell."""
        if self.whole == math.inf:
            return math.inf
        return self.whole / self.half if self.whole > FAINT else 2.0

    def keeps(self, news: Taken) -> bool:
        """Whether the times keep to the aims."""
        costly = self.whole > TIMES_NEWS * news.whole and self.claim_to(news) > 1
        return not costly and self.growth < GROWTH

    def claim_to(self, news: Taken) -> float:
        """How the time of a claim stands to that of a claim of the news."""
        return self.whole / news.whole * news.claims / self.claims if self.claims else math.inf

    def best(self, again: Taken) -> Taken:
        """The shorter of two times, at either size."""
        return Taken(min(self.half, again.half), min(self.whole, again.whole), max(self.claims, again.claims))


def main() -> int:
    """Measure and print; 1 where a text takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters (default: a million)")
    parser.add_argument("--only", default="", help="only the texts whose names hold these words")
    parser.add_argument("--news", nargs="*", type=Path, default=[SEEDS], help="articles to compare with")
    options = parser.parse_args()
    news = news_taken(list(read(options.news)), options.size)
    print(f"{options.size:,} characters of news: {news.whole:.2f} s, {news.claims:,} claims")
    print(f"{'':40} {'seconds':>8} {'claims':>8} {'to news':>8} {'a claim':>8} {'to half':>8}")
    slow = [name for name in LONG if options.only in name and not is_linear(name, options.size, news)]
    print(f"too slow: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def news_taken(documents: Sequence[Document], size: int) -> Taken:
    """What as many characters of articles take, each read by itself."""
    read_whole = sum(len(document.text) for document in documents)
    rounds = max(1, round(size / read_whole))
    extract(documents[0])
    taken = [seconds(document) for _ in range(rounds) for document in documents]
    share = size / (rounds * read_whole)
    whole, claims = sum(time for time, _ in taken) * share, round(sum(claims for _, claims in taken) * share)
    return Taken(whole / 2, whole, claims)


def is_linear(name: str, size: int, news: Taken) -> bool:
    """Print the times of one text, and say whether they keep to the aims."""
    taken = measure(name, size, GIVEN_UP * news.whole)
    if taken.whole < math.inf and not taken.keeps(news):
        taken = taken.best(measure(name, size, GIVEN_UP * news.whole))
    claim = f"{taken.claim_to(news):8.2f}" if taken.claims else f"{'':8}"
    mark = "" if taken.keeps(news) else "  <-- slow"
    times = f"{taken.whole:8.2f} {taken.claims:8} {taken.whole / news.whole:8.2f} {claim} {taken.growth:8.2f}"
    print(f"{name:40} {times}{mark}", flush=True)
    return not mark


def measure(name: str, size: int, most: float) -> Taken:
    """What one text takes; endless where it takes more than `most` seconds."""
    half, _ = seconds(document(LONG[name](size // 2)), most)
    whole, claims = seconds(document(LONG[name](size)), most) if half < math.inf else (math.inf, 0)
    return Taken(half, whole, claims)


def document(text: str) -> Document:
    """A text as a document with a day of publication."""
    return Document(
        id="text", text=text, sha256="0" * 64, address="benchmark:text", published="2024-11-15",
        published_basis=DateBasis.EXPLICIT,
    )  # fmt: skip


def seconds(source: Document, most: float = 0) -> tuple[float, int]:
    """The processor seconds that the extraction of a document takes, and how many claims it gives.

    Endless, and none, where it takes more than `most` seconds (0: no limit).
    """
    gc.collect()
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, most)
    started = time.process_time()
    try:
        claims = len(extract(source))
    except GivenUp:
        return math.inf, 0
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - started, claims


def _give_up(number: int, frame: FrameType | None) -> None:
    """What the clock calls."""
    raise GivenUp


if __name__ == "__main__":
    raise SystemExit(main())
