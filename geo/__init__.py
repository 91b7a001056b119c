"""Geospatial parts of the Atlas: places, country outlines, maps.

Nothing here knows about Streamlit, plotly or the network: what is to be drawn or placed is handed in.  Tables carry
``lat`` before ``lon``; the order ``(lon, lat)`` of geometry libraries stays inside this package.
"""
