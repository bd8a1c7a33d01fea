"""The words as data: every entry does what its examples say."""
