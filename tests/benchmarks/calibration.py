"""What the confidence of claims is worth: of those that state one, how many were right.

    python -m tests.benchmarks.calibration FOLDER [--only IDS]

FOLDER holds `docs.jsonl` and `gold.jsonl`; IDS is a file that names the articles to judge, such as those that the
shares were not measured on. A claim is right where number, metric, bounds and status are as the gold has them; those
that the gold calls optional are left out. The aim: of the claims with a confidence of 0.9 and above, 95 in a hundred
are right.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack import extract, read
from claimtrack.model import Claim, Segment

AIM, SURE = 0.95, 0.9
BINS = (0.0, 0.7, 0.8, 0.9, 0.95, 1.0)


class Judged(NamedTuple):
    """A claim with whether it was right."""

    claim: Claim
    right: bool


def main() -> int:
    """Judge, print the tables; 1 where the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", type=Path, metavar="IDS")
    options = parser.parse_args()
    folder = options.folder
    wanted = set(options.only.read_text(encoding="utf-8").split()) if options.only else None
    rows = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row["claims"] for row in map(json.loads, rows) if not wanted or row["id"] in wanted}
    judged: list[Judged] = []
    for document in read([folder / "docs.jsonl"]):
        judged += judge(extract(document), gold[document.id]) if document.id in gold else ()
    print(f"{len(judged)} claims of {len(gold)} articles\n\nconfidence    claims  stated  right")
    for low, high in pairwise(BINS):
        inside = [j for j in judged if low <= j.claim.confidence < high]
        print(f"{low:.2f} to {high:.2f}  {_line(inside)}")
    sure = [j for j in judged if j.claim.confidence >= SURE]
    print(f"{SURE:.2f} and up   {_line(sure)}   (aim {AIM})\n\nrule                        claims  stated  right")
    by_rule: Mapping[str, list[Judged]] = defaultdict(list)
    for one in judged:
        by_rule[one.claim.rules[0]].append(one)
    for rule, made in sorted(by_rule.items(), key=lambda item: -len(item[1])):
        print(f"{rule:26}  {_line(made)}")
    return 0 if _share(sure) >= AIM else 1


def judge(claims: Sequence[Claim], gold: Sequence[Mapping[str, Any]]) -> Iterable[Judged]:
    """Each claim of an article's body with whether the gold has it, each claim of the gold being met once."""
    body = [claim for claim in claims if claim.segment != Segment.TITLE]
    met: set[int] = set()
    for wanted in (row for row in gold if not row.get("optional")):
        claim = next((c for c in body if id(c) not in met and _meets(c, wanted)), None)
        if claim is not None:
            met.add(id(claim))
            bounds = (claim.value.low, claim.value.high) == (wanted["low"], wanted["high"])
            yield Judged(claim, bounds and claim.status == wanted["status"])
    optional = [row for row in gold if row.get("optional")]
    yield from (Judged(c, False) for c in body if id(c) not in met and not any(_overlap(c, row) for row in optional))


def _meets(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    return claim.metric == wanted["metric"] and _overlap(claim, wanted)


def _overlap(claim: Claim, row: Mapping[str, Any]) -> bool:
    low, high = max(claim.span.start, row["start_char"]), min(claim.span.end, row["end_char"])
    return bool(low < high)


def _line(judged: Sequence[Judged]) -> str:
    """Claims, mean confidence and share of right ones."""
    if not judged:
        return f"{0:6}"
    stated = sum(j.claim.confidence for j in judged) / len(judged)
    return f"{len(judged):6}   {stated:.3f}  {_share(judged):.3f}"


def _share(judged: Sequence[Judged]) -> float:
    return sum(j.right for j in judged) / len(judged) if judged else 0.0


if __name__ == "__main__":
    sys.exit(main())
