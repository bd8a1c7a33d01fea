"""The journal of truth and the index derived from it, behind one Store."""

from __future__ import annotations

from claimtrack.store.criteria import SORT_KEYS, Criteria
from claimtrack.store.documents import DocumentRow
from claimtrack.store.history import Change, HistoryEntry
from claimtrack.store.identity import PutResult
from claimtrack.store.store import Store

__all__ = ["SORT_KEYS", "Change", "Criteria", "DocumentRow", "HistoryEntry", "PutResult", "Store"]
