"""What a shell offers while a command is being typed. A failure here offers nothing and says nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path

import typer

_MOST = 200
DEFAULT_STORE = Path("data/claims.jsonl")


def metrics(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The names of metrics, with what they count; those of the user's own are among them."""
    with suppress(Exception):
        from claimtrack.cli.words import files
        from claimtrack.lexicon.load import lexicon, with_own

        own = files(ctx.params.get("lexicon"))
        known = (with_own(own) if own else lexicon()).metrics.values()
        return [(metric.name, metric.title) for metric in known if metric.name.startswith(incomplete)]
    return []


def claim_ids(incomplete: str) -> list[str]:
    """Ids of claims in the store."""
    with suppress(Exception):
        from claimtrack.store import Store

        with Store.open(_path()) as store:
            return list(islice((claim.id for claim in store.claims() if claim.id.startswith(incomplete)), _MOST))
    return []


def document_ids(incomplete: str) -> list[str]:
    """Ids of documents in the store."""
    with suppress(Exception):
        from claimtrack.store import Store

        with Store.open(_path()) as store:
            return list(islice((row.id for row in store.documents() if row.id.startswith(incomplete)), _MOST))
    return []


def _path() -> Path:
    """The store that the environment names, or the default one; a `--store` on the line is not known here."""
    return Path(os.environ.get("CLAIMTRACK_STORE") or DEFAULT_STORE)
