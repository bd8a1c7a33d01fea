"""claimtrack: the numbers in the news, each with its sentence, source, period and place.

    from claimtrack import read, extract, Store, compare, diff

Names are loaded when they are first used, so that a program pays for nothing that it does not call.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Bound here rather than on first use: the package of the same name would take the name once anything imports it.
from claimtrack.extract import explain, extract, own_lexicon

if TYPE_CHECKING:
    from claimtrack.analysis import compare, diff
    from claimtrack.errors import ClaimtrackError
    from claimtrack.model import Claim, Document
    from claimtrack.readers import read
    from claimtrack.store import Criteria, Store

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "ClaimtrackError",
    "Criteria",
    "Document",
    "Store",
    "__version__",
    "compare",
    "diff",
    "explain",
    "extract",
    "own_lexicon",
    "read",
]

_HOMES = {
    "Claim": "model",
    "ClaimtrackError": "errors",
    "Criteria": "store",
    "Document": "model",
    "Store": "store",
    "compare": "analysis",
    "diff": "analysis",
    "read": "readers",
}


def __getattr__(name: str) -> Any:
    """Load a public name from the module it lives in."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
