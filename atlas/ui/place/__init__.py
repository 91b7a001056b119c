"""The page “Countries and regions”."""
