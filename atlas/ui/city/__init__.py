"""The page “City”."""
