"""The journal of truth and the index derived from it, behind one Store."""
