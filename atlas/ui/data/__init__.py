"""The page “Data”."""
