"""Geospatial parts of the Atlas: places, country outlines, maps.

Nothing here knows about Streamlit or plotly.  Tables carry ``lat`` before
``lon``; the order ``(lon, lat)`` of geometry libraries stays inside this package.
"""
