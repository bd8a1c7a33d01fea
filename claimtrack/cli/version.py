"""The version of the program, from where the package states it."""

from __future__ import annotations


def version() -> str:
    """The version of claimtrack as installed."""
    import claimtrack

    stated: str | None = getattr(claimtrack, "__version__", None)
    if stated is not None:
        return stated
    from importlib.metadata import version as installed

    return installed("claimtrack")
