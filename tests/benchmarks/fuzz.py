"""Reads articles changed at random, and holds the extraction to what it promises of any text.

    python -m tests.benchmarks.fuzz [--count 10000] [--seed 1] [--start 0] [--jobs 1]

The promises are those of `tests/extract/promises.py`: nothing is raised, spans match the text, bounds are finite and in
order, and so on. Input N of a seed is always the same: `--start N --count 1` makes it again. A text that breaks a
promise is cut down to what breaks it, and printed; the run goes on, and ends with 1. The last line has a digest of all
claims: two runs of the same inputs print the same one, whatever Python's hash seed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from claimtrack.model import Document, claim_json
from tests.benchmarks.mutations import Mutator
from tests.benchmarks.shrinking import shrunk
from tests.extract.promises import Broken, broken, examined

BATCH = 500
# Failures of one promise that are cut down and shown; of the others only the number is.
SHOWN = 3


class Batch(NamedTuple):
    """What reading some inputs gave: how many claims and characters, their digest, and what broke by input."""

    inputs: int
    characters: int
    claims: int
    digest: bytes
    failures: list[tuple[int, Broken]]


def main() -> int:
    """Read, and print what broke; 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, help="which inputs")
    parser.add_argument("--start", type=int, default=0, help="the number of the first input")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes")
    options = parser.parse_args()
    inputs = claims = characters = 0
    digest, failed = hashlib.blake2b(digest_size=8), dict[str, int]()
    started = time.perf_counter()
    for batch in batches(options.seed, options.start, options.count, options.jobs):
        inputs, claims, characters = inputs + batch.inputs, claims + batch.claims, characters + batch.characters
        digest.update(batch.digest)
        for n, found in batch.failures:
            failed[found.promise] = failed.get(found.promise, 0) + 1
            if failed[found.promise] <= SHOWN:
                show(options.seed, n, found)
        rate = inputs / (time.perf_counter() - started)
        print(f"\r{inputs:,} of {options.count:,}, {rate:.0f}/s ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for promise, count in failed.items():
        print(f"{count} inputs break: {promise}")
    print(
        f"{inputs:,} inputs, {characters / 1e6:.1f} million characters, {claims:,} claims, "
        f"{sum(failed.values())} failures, {time.perf_counter() - started:.0f} s, digest {digest.hexdigest()}"
    )
    return 1 if failed else 0


def batches(seed: int, start: int, count: int, jobs: int) -> Iterator[Batch]:
    """What the inputs gave, in order, read by so many processes."""
    firsts = range(start, start + count, BATCH)
    sizes = [min(BATCH, start + count - first) for first in firsts]
    if jobs == 1:
        yield from map(read, [seed] * len(sizes), firsts, sizes)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(read, [seed] * len(sizes), firsts, sizes)


@cache
def mutator(seed: int) -> Mutator:
    """The inputs of a run, prepared once a process."""
    return Mutator(seed)


def read(seed: int, first: int, count: int) -> Batch:
    """Read some inputs."""
    characters = claims = 0
    digest, failures = hashlib.blake2b(digest_size=16), list[tuple[int, Broken]]()
    for n in range(first, first + count):
        source = mutator(seed).document(n)
        characters += len(source.text)
        made, found = examined(source)
        failures += [(n, one) for one in {one.promise: one for one in found}.values()]
        claims += len(made)
        digest.update(b"\n".join(map(claim_json, made)))
    return Batch(count, characters, claims, digest.digest(), failures)


def show(seed: int, n: int, found: Broken) -> None:
    """Print a failure, with the smallest document that shows it."""

    def fails(source: Document) -> bool:
        return any(one.promise == found.promise for one in broken(source))

    small = shrunk(mutator(seed).document(n), fails)
    after = next(one for one in broken(small) if one.promise == found.promise)
    print(f"\ninput {n}: {found.promise}\n  {after.found}\n  {small}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
