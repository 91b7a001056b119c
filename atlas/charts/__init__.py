"""Figures: pure functions from a tidy frame to a plotly figure.  No streamlit, no reading, no side effects."""
