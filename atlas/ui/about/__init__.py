"""The page “About”."""
