"""How long a start takes, against a bare typer app that prints its version.

    python -m tests.benchmarks.startup [--runs 21]

Runs `claimtrack --version`, `claimtrack list` on a store of the seeds' articles and two bare apps in turn, so that a
busy machine hits all of them alike, and prints the medians and their ratios to the first bare app. The aim is 1.5.
The first bare app has a `--version` flag that its command prints; the second has an eager one, as claimtrack itself:
it ends before any parameter is converted, which is the cheapest start that typer has.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import claimtrack

ROOT = Path(claimtrack.__file__).parents[1]
AIM = 1.5
BARE = """
import typer
app = typer.Typer()
@app.command()
def main(version: bool = typer.Option(False, "--version")) -> None:
    if version:
        typer.echo("bare 1.0")
app()
"""
BARE_EAGER = """
import typer
app = typer.Typer()
def show(wanted: bool) -> None:
    if wanted:
        typer.echo("bare 1.0")
        raise typer.Exit
@app.command()
def main(version: bool = typer.Option(False, "--version", callback=show, is_eager=True)) -> None:
    pass
app()
"""
CLAIMTRACK = "from claimtrack.cli.app import main; main()"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bare.py").write_text(BARE)
        (Path(folder) / "eager.py").write_text(BARE_EAGER)
        calls = {
            "bare app": [f"{folder}/bare.py", "--version"],
            "bare app, eager flag": [f"{folder}/eager.py", "--version"],
            "claimtrack --version": ["-c", CLAIMTRACK, "--version"],
            "claimtrack list": ["-c", CLAIMTRACK, "list"],
        }
        run(["-c", CLAIMTRACK, "ingest", str(ROOT / "seeds")], folder)
        report(measure(calls, runs, folder))


def run(arguments: list[str], folder: str) -> float:
    """The seconds that a call of Python takes in a folder; compiled modules are kept, as an installed package's are."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{folder}/cache"}
    for name in ("PYTHONDONTWRITEBYTECODE", "CLAIMTRACK_STORE"):
        environment.pop(name, None)
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def measure(calls: dict[str, list[str]], runs: int, folder: str) -> dict[str, list[float]]:
    """The times of each call, taken in turn; a first round, which fills the caches, does not count."""
    for arguments in calls.values():
        run(arguments, folder)
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(runs):
        for name, arguments in calls.items():
            times[name].append(run(arguments, folder))
    return times


def report(times: dict[str, list[float]]) -> None:
    """Print the medians and how they stand to the bare app."""
    bare = statistics.median(next(iter(times.values())))
    print(f"{'':22} {'median':>8} {'least':>8} {'ratio':>6}   (aim: {AIM})")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:22} {median * 1000:5.0f} ms {min(taken) * 1000:5.0f} ms {median / bare:6.2f}")


if __name__ == "__main__":
    main()
