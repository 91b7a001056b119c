"""Figures: pure functions from a tidy frame and words to a figure of plotly.js.  No reading, no side effects."""
