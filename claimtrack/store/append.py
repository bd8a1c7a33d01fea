"""Writing the journal: one writer at a time, one entry at a time, on the disk before it counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from claimtrack.errors import StoreError, StoreLockedError
from claimtrack.store.entry import SCHEMA, Head, write_line
from claimtrack.store.journal import Journal, Position, Stamp

_POLL = 0.01


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold the writer's lock of the journal at `path`, making its folder first where there is none.

    Raises:
        StoreLockedError: another process held it for all of `wait` seconds.
        StoreError: the folder or the lock cannot be made.
    """
    from filelock import FileLock, Timeout

    name = _lock_name(path)
    lock = FileLock(str(name), timeout=wait)
    try:
        _make_folder(path.parent)
        lock.acquire(poll_interval=_POLL)
    except Timeout:
        raise StoreLockedError(
            f"{path}: {_holder(name)} is writing to the store and was not done after {wait:g} s: "
            "try again when it has ended, or wait longer"
        ) from None
    except OSError as error:
        raise StoreError(f"{path}: the store cannot be written ({error.strerror or error})") from None
    try:
        _sign(name)
        yield
    finally:
        lock.release()


def append(path: Path, after: Position, *, kind: str, payload: msgspec.Struct) -> None:
    """Append one entry after the last whole one, and return once it is on the disk; only under the lock.

    Raises:
        StoreError: it could not be written; the journal is then as it was.
    """
    try:
        head = Head(
            schema=SCHEMA,
            seq=after.seq + 1,
            time=_now(),
            kind=kind,
            payload=msgspec.Raw(msgspec.json.encode(payload)),
            prev=after.sum,
        )
        line, _ = write_line(head)
    except (UnicodeEncodeError, OverflowError) as error:
        raise StoreError(f"{path}: the entry cannot be written as JSON ({error})") from None
    created = not path.exists()
    try:
        _append_line(path, line)
        if created:
            sync_folder(path.parent)
    except OSError as error:
        raise StoreError(f"{path}: the entry could not be written ({error.strerror}): nothing was added") from None


def set_aside(path: Path, offset: int, seq: int) -> str:
    """Cut off what stands after `offset`, keeping it in a file beside the journal; the notice of it; under the lock."""
    try:
        with open(path, "r+b") as file:
            file.seek(offset)
            rest = file.read()
            kept = _keep(path, rest, seq)
            file.truncate(offset)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"{path}: its torn last entry cannot be set aside ({error.strerror})") from None
    return (
        f"{path}: the last entry was cut short, as by a crash while it was written; "
        f"its {len(rest):,} bytes were set aside in {kept.name}"
    )


def torn_notice(journal: Journal, stamp: Stamp) -> str | None:
    """What a reader says of a torn last line seen at `stamp`; None where a writer is just in the middle of it."""
    from filelock import FileLock, Timeout

    lock = FileLock(str(_lock_name(journal.path)), timeout=0)
    with suppress(OSError):  # a folder that cannot be written has no writer either
        try:
            lock.acquire()
        except Timeout:
            return None
        lock.release()
    if journal.stamp() != stamp:
        return None
    return f"{journal.path}: the last entry was cut short, as by a crash while it was written, and is left out"


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lock_name(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _append_line(path: Path, line: bytes) -> None:
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        size = os.fstat(handle).st_size
        try:
            _write_all(handle, line if _ended(handle, size) else b"\n" + line)
            os.fsync(handle)
        except BaseException:
            with suppress(OSError):  # where even this fails, the rest is found as a torn entry and set aside
                os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def _ended(handle: int, size: int) -> bool:
    """Whether the last line has its end; an editor may have taken it from a whole entry."""
    if size == 0:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _keep(path: Path, rest: bytes, seq: int) -> Path:
    """Write the bytes to a new file beside the journal, on the disk before it returns."""
    number, name = 1, f"{path.name}.torn-{seq}"
    while True:
        target = path.with_name(name)
        try:
            with open(target, "xb") as file:
                file.write(rest)
                file.flush()
                os.fsync(file.fileno())
            sync_folder(path.parent)
            return target
        except FileExistsError:
            number, name = number + 1, f"{path.name}.torn-{seq}-{number + 1}"


def _make_folder(folder: Path) -> None:
    """Make the folder and those above it, each name safe on the disk."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
        sync_folder(folder.parent)


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _sign(lock: Path) -> None:
    """Write into the lock's file who holds it, for the message to those who wait."""
    import platform

    with suppress(OSError):
        lock.write_text(f"process {os.getpid()} on {platform.node() or 'this machine'}\n", encoding="utf-8")


def _holder(lock: Path) -> str:
    """Who holds the lock, as far as its file says."""
    with suppress(OSError, UnicodeDecodeError):
        return lock.read_text(encoding="utf-8").strip() or "another process"
    return "another process"
