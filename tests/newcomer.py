"""A folder as a newcomer has it, with seeds/ and a `claimtrack` to call: where all that the README shows is run."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_OURS = ("CLAIMTRACK_STORE", "CLAIMTRACK_LEXICON", "CLAIMTRACK_DEBUG", "NO_COLOR", "FORCE_COLOR", "TERM", "LINES")


@contextmanager
def checkout() -> Iterator[Path]:
    """A folder that holds seeds/ and nothing else, for as long as it is used."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        yield folder


@contextmanager
def environment(columns: int) -> Iterator[dict[str, str]]:
    """The variables of a plain shell of a width, in which this checkout's `claimtrack` is the one that is called."""
    with tempfile.TemporaryDirectory() as programs:
        _program(Path(programs, "claimtrack"), f'exec {shlex.quote(sys.executable)} -m claimtrack "$@"')
        _program(Path(programs, "python"), f'exec {shlex.quote(sys.executable)} "$@"')
        variables = {name: value for name, value in os.environ.items() if name not in _OURS}
        paths = [str(ROOT), *filter(None, [variables.get("PYTHONPATH")])]
        yield {
            **variables,
            "PATH": f"{programs}{os.pathsep}{variables.get('PATH', os.defpath)}",
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTHONUTF8": "1",
            "COLUMNS": str(columns),
        }


def printed(command: str, folder: Path, variables: dict[str, str]) -> str:
    """What a command line prints, on both its outputs; it must end well."""
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=variables,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, f"$ {command}\n{done.stdout}"
    return done.stdout


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
