"""From a path or stream to documents, one module a format."""

from __future__ import annotations

from claimtrack.readers.reading import Reading, ReadProblem, ReadWarning
from claimtrack.readers.sources import read, readings

__all__ = ["ReadProblem", "ReadWarning", "Reading", "read", "readings"]
