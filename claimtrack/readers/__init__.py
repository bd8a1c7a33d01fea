"""From a path or stream to documents, one module a format."""
