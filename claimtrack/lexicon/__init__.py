"""Words, as data: metrics, numbers, qualifiers, sources, places."""
