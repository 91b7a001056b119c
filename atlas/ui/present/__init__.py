"""The page “Present”."""
