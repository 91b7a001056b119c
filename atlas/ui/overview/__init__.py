"""The page “Overview”."""
