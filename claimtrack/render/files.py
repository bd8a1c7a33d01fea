"""Files for answers: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import ClaimtrackError, UsageError


class OutputError(ClaimtrackError):
    """The file for an answer cannot be written."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of a file at the end, if nothing failed; an old file stays until then.

    Raises:
        UsageError: the path is a folder, or its folder does not exist.
        OutputError: it cannot be written.
    """
    if path.is_dir():
        raise UsageError(f"-o {path}: is a folder, expected a file to write")
    if not path.parent.is_dir():
        raise UsageError(f"-o {path}: there is no folder {path.parent}, make it first")
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            with path.open("wb") as stream:
                yield stream
            return
        yield from _replaced(Path(os.path.realpath(path)))
    except OSError as error:
        raise OutputError(f"-o {path}: cannot be written: {error.strerror or error}") from error


def _replaced(path: Path) -> Iterator[BinaryIO]:
    """Write beside the file and rename; with the rights that the old file had, or that a new one gets."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The rights that new files are not given."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
