"""A user's own words: TOML files that add metrics, units, sources and places to the lexicon."""
