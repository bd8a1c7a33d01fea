"""How fast articles are read for claims, against a script of one level that pairs numbers with keywords.

    python -m tests.benchmarks.extraction [--runs 25] [FILE ...]

Two generated corpora are read (`corpus.py`): one as dense in claims as the seeds, and one of general news; files that
are named are a third. The script (`yardstick.py`) and the extraction take turns in one process, so that a busy machine
hits both alike, and the best of the runs counts: quote the ratios, not the rates. The aims are half the script's speed
on dense articles, and three times its own dense speed on general news.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack import extract, read
from claimtrack.model import Document
from tests.benchmarks import corpus, yardstick

SIZE = 200_000
DENSE, GENERAL = "dense", "general"
AIMS = {"dense / script": 0.5, "general / dense": 3.0}
PEAK_OF = "--peak-of"


class Speed(NamedTuple):
    """The best times of a corpus, in seconds: of the extraction and of the script."""

    articles: int
    megabytes: float
    claims: int
    seconds: float
    script: float

    @property
    def rate(self) -> float:
        """Megabytes a second."""
        return self.megabytes / self.seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument(PEAK_OF, choices=(DENSE, GENERAL), help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    if options.peak_of:
        print(peak(generated()[options.peak_of]))
        return
    corpora = generated()
    if options.files:
        corpora["files"] = list(read(options.files))
    speeds = measure(corpora, options.runs)
    report(speeds)
    for name in (DENSE, GENERAL):
        command = [sys.executable, "-m", "tests.benchmarks.extraction", PEAK_OF, name]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(f"peak memory, {name}: {printed.strip()}")


def generated() -> dict[str, list[Document]]:
    """The generated corpora by name."""
    return {DENSE: corpus.dense(SIZE), GENERAL: corpus.general(SIZE)}


def measure(corpora: dict[str, list[Document]], runs: int) -> dict[str, Speed]:
    """The best times of both readers: the sums of each article's best, taken in turn."""
    claims = {name: sum(len(extract(document)) for document in documents) for name, documents in corpora.items()}
    best = {name: [(float("inf"), float("inf"))] * len(documents) for name, documents in corpora.items()}
    for _ in range(runs):
        for name, documents in corpora.items():
            for k, document in enumerate(documents):
                mine, other = best[name][k]
                best[name][k] = min(mine, seconds(extract, document)), min(other, seconds(_script, document))
    return {
        name: Speed(
            len(documents),
            sum(len(document.text.encode()) for document in documents) / 1e6,
            claims[name],
            sum(mine for mine, _ in best[name]),
            sum(other for _, other in best[name]),
        )
        for name, documents in corpora.items()
    }


def _script(document: Document) -> list[dict[str, Any]]:
    """What the script reads in an article."""
    return list(yardstick.claims(document.text))


def seconds(reader: Callable[[Document], object], document: Document) -> float:
    """The seconds that a reader takes for an article."""
    started = time.perf_counter()
    reader(document)
    return time.perf_counter() - started


def report(speeds: dict[str, Speed]) -> None:
    """Print each corpus, and the two ratios beside their aims."""
    print(f"{'':9} {'articles':>8} {'claims/1000':>12} {'MB/s':>7} {'articles/s':>11} {'script MB/s':>12}")
    for name, speed in speeds.items():
        density = speed.claims / speed.megabytes / 1000
        print(
            f"{name:9} {speed.articles:8} {density:12.2f} {speed.rate:7.2f} {speed.articles / speed.seconds:11.0f}"
            f" {speed.megabytes / speed.script:12.2f}"
        )
    dense, general = speeds[DENSE], speeds[GENERAL]
    ratios = {"dense / script": dense.script / dense.seconds, "general / dense": general.rate / dense.rate}
    for name, ratio in ratios.items():
        print(f"{name:16} {ratio:5.2f}   (aim: {AIMS[name]})")


def peak(documents: Sequence[Document]) -> str:
    """The most memory of this process before and after it reads a corpus."""
    before = _resident()
    for document in documents:
        extract(document)
    return f"{_resident():.0f} MB ({before:.0f} MB before the first article is read)"


def _resident() -> float:
    """The most memory that this process has held, in megabytes; macOS counts it in bytes, others in kilobytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
