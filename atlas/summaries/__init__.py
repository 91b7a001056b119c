"""Tidy frames for charts, tables and slides: what the network's tables say, counted."""
