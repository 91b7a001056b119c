"""The page “Map”."""
