"""From a document to its claims: `extract` gives them, `explain` says why each number was taken or passed over."""

from claimtrack.extract.pipeline import explain, extract
from claimtrack.extract.verdicts import Verdict

__all__ = ["Verdict", "explain", "extract"]
