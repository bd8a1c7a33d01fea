"""Writes the table of known misses anew: `python -m tests.extract.misses`.

A row keeps its reason where its case, number and field are in the table already; what is new has none, and fails the
tests until somebody has written one, or put the grammar right.
"""

from __future__ import annotations

import sys

import msgspec

from tests.extract.cases import MISSES, cases, known_misses, misses

HEAD = """\
# Every field of a case that comes out otherwise than the case wants, with the reason: `held:` where our own form is the
# right one, `not yet:` where a kind of grammar is missing. A row that comes out right, or wrong in another way, fails.
# Written by `python -m tests.extract.misses`, which keeps the reasons; the reasons are written by hand.
"""


def main() -> None:
    """Rewrite the table, and say what changed."""
    reasons = {(miss.case, miss.number, miss.field): miss.reason for miss in known_misses()}
    found = [
        msgspec.structs.replace(miss, reason=reasons.get((miss.case, miss.number, miss.field), ""))
        for case in cases()
        for miss in misses(case)
    ]
    rows = "\n".join(miss.row() for miss in found)
    MISSES.write_text(f"{HEAD}\nmisses = [\n{rows}\n]\n", encoding="utf-8")
    new = [miss.row() for miss in found if not miss.reason]
    print(
        f"{len(found)} fields of {len({miss.case for miss in found})} cases, {len(new)} without a reason",
        *new,
        sep="\n",
    )
    sys.exit(1 if new else 0)


if __name__ == "__main__":
    main()
