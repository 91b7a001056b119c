"""The page “Growth”."""
