"""The store: its journal, its index, and what both promise."""
