"""How fast texts are read for claims, against one pass of a regular expression that only splits them into words.

    python -m tests.benchmarks.extraction [--runs 5] [FILE.jsonl ...]

Without files it reads the seeds, which are dense with figures: what it prints for them is the slow end. The pass over
the words runs in turn with the extraction, so that a busy machine hits both alike: quote the ratio, not the rate.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from claimtrack import extract, read
from claimtrack.model import Document

SEEDS = Path(__file__).parents[2] / "seeds"
LEAST = 200_000
_WORDS = re.compile(r"\w+|\S")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    documents = list(read(options.files or [SEEDS]))
    size = sum(len(document.text) for document in documents)
    documents *= max(1, -(-LEAST // size))
    report(documents, options.runs)


def report(documents: Sequence[Document], runs: int) -> None:
    """Print megabytes of characters a second of both, and their ratio."""
    size = sum(len(document.text) for document in documents) / 1e6
    claims = sum(len(extract(document)) for document in documents)
    splitting, reading = [], []
    for _ in range(runs):
        splitting.append(seconds(lambda: [_WORDS.findall(document.text) for document in documents]))
        reading.append(seconds(lambda: [extract(document) for document in documents]))
    words, whole = statistics.median(splitting), statistics.median(reading)
    print(f"{len(documents)} documents, {size:.2f} million characters, {claims} claims")
    print(f"words only  {size / words:8.2f} million characters/s")
    print(f"claims      {size / whole:8.2f} million characters/s   {whole / words:.1f} times the words' time")


def seconds(work: Callable[[], object]) -> float:
    """The seconds that a piece of work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
