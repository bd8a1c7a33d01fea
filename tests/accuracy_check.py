"""Compares the accuracy of the extraction with the floors under which it must not fall.

    python tests/accuracy_check.py EVAL_FOLDER [--table]

EVAL_FOLDER holds `score.py`, `dev/docs.jsonl`, `dev/gold.jsonl` and `dev/check_ids.txt`. The documents of
`check_ids.txt` are scored apart (`check`) from those whose errors may be read (`work`). The floors are in
`accuracy_floor.json` beside this file: `{"work": {"claims.f1": 0.8, …}, "check": {…}}`. With `--table` the figures
are printed as the README's tables.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("accuracy_floor.json")
PARTS = {"work": "--without", "check": "--only"}


def main(folder: Path, *, table: bool = False) -> int:
    """Extract, score, print the figures; 1 if one lies under its floor."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        with predicted.open("wb") as stream:
            extract = ["claimtrack", "extract", str(folder / "dev/docs.jsonl"), "--format", "jsonl"]
            subprocess.run(extract, stdout=stream, check=True)
        scores = {part: _score(folder, predicted, option) for part, option in PARTS.items()}
    if table:
        print(markdown(scores))
        return 0
    fallen = [line for part in PARTS for line in _compare(part, scores[part], floors.get(part, {}))]
    print("\n".join(["", *fallen, f"{len(fallen)} of the figures under their floors"]))
    return 1 if fallen else 0


def _score(folder: Path, predicted: Path, option: str) -> dict[str, Any]:
    """What score.py says of one part of the development set."""
    command = [
        sys.executable,
        str(folder / "score.py"),
        str(folder / "dev/gold.jsonl"),
        str(predicted),
        "--json",
        option,
        str(folder / "dev/check_ids.txt"),
    ]
    scored: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return scored


def markdown(scores: dict[str, dict[str, Any]]) -> str:
    """The README's tables: the whole, the attributes of the matched claims, and the metrics, of both parts."""
    work, check = scores["work"], scores["check"]
    rows = ["| | working | check |", "| --- | --- | --- |"]
    rows += [f"| {part} | {work[part]:,} | {check[part]:,} |" for part in ("documents", "gold")]
    for group in ("claims", "tuple"):
        rows += [f"| {group}, {name} | {work[group][name]:.3f} | {check[group][name]:.3f} |" for name in work[group]]
    rows += [
        f"| {name} | {right:.3f} | {check['attributes'][name]:.3f} |" for name, right in work["attributes"].items()
    ]
    rows += ["", "| metric | working: claims | precision | recall | F1 | check: claims | precision | recall | F1 |"]
    rows.append("| --- " * 9 + "|")
    for name in dict.fromkeys((*work["metrics"], *check["metrics"])):
        cells = [_cells(part["metrics"].get(name)) for part in (work, check)]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cells(figures: dict[str, Any] | None) -> str:
    """Claims, precision, recall and F1 of a metric; dashes where the part has none of it."""
    if figures is None or not figures["gold"]:
        return "0 | – | – | –"
    return " | ".join([str(figures["gold"]), *(f"{figures[name]:.2f}" for name in ("precision", "recall", "f1"))])


def _compare(part: str, scores: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Print the figures of a part beside their floors, and name those that fell."""
    print(f"\n{part}: {scores['documents']} documents, {scores['gold']} claims, {scores['predicted']} predicted")
    fallen = []
    for name, figure in _figures(scores).items():
        floor = floors.get(name)
        print(f"  {name:20} {figure:.4f}" + (f"  floor {floor:.4f}" if floor is not None else ""))
        if floor is not None and figure < floor:
            fallen.append(f"FALLEN {part} {name}: {figure:.4f}, its floor is {floor:.4f}")
    missing = floors.keys() - _figures(scores).keys()
    return fallen + [f"FALLEN {part} {name}: there is no such figure" for name in sorted(missing)]


def _figures(scores: dict[str, Any]) -> dict[str, float]:
    """The figures that can have floors, by name: `claims.f1`, `tuple.f1`, `attributes.place`."""
    groups = ("claims", "tuple", "attributes")
    return {f"{group}.{name}": figure for group in groups for name, figure in scores[group].items()}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), table="--table" in sys.argv[2:]))
