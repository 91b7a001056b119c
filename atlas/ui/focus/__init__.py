"""The page “Focus”."""
