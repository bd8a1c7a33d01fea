"""Who says it: the named source of a claim, else the outlet in its own voice, else its document."""

from __future__ import annotations

from claimtrack.analysis.names import Names
from claimtrack.model import Claim


def source_of(claim: Claim, by: str = "attribution") -> tuple[str, str]:
    """Who says it, and what kind of source that is: `attribution`, `outlet` (in its own voice) or `document`."""
    if by == "attribution" and claim.attribution is not None:
        return claim.attribution.name, "attribution"
    if claim.outlet is not None:
        return claim.outlet, "outlet"
    return claim.document, "document"


def source_key(claim: Claim, names: Names, by: str = "attribution") -> str:
    """One spelling for all the spellings of a source; an outlet's own voice is no attribution to it."""
    name, kind = source_of(claim, by)
    return f"{kind}:{name if kind == 'document' else names.key(name)}"


def source_caveat(claim: Claim, reference: Claim, names: Names, by: str = "attribution") -> tuple[str, ...]:
    """The caveat that two claims come from different sources, if they do."""
    if source_key(claim, names, by) == source_key(reference, names, by):
        return ()
    return (f"sources differ: {source_of(claim, by)[0]} / {source_of(reference, by)[0]}",)


def name_of(claim: Claim) -> str:
    """A claim in a few words: its figure and who says it."""
    return f"{claim.value.text} ({source_of(claim)[0]})"
