"""The version of the program, from where the package states it."""

from __future__ import annotations

import claimtrack


def version() -> str:
    """The version that the package states, else that of the installed distribution."""
    stated: str | None = getattr(claimtrack, "__version__", None)
    if stated is not None:
        return stated
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("claimtrack")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0+unknown"
