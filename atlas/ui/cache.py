"""What is computed once per server: the tables, never a filtered view of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas import load
from atlas.selection import filter_codes

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.search import SearchIndex


@st.cache_resource(show_spinner=False)
def network() -> Network:
    """Return the whole network, read once per server process; read-only by contract of :class:`Network`."""
    return load.load_network()


@st.cache_resource(show_spinner=False)
def filter_options() -> dict[str, list[str]]:
    """Return every code that each filter knows, in the order offered."""
    return filter_codes(network())


@st.cache_resource(show_spinner=False)
def search_index() -> SearchIndex:
    """Return the search index over all members, built once per server process."""
    from atlas.search import SearchIndex

    return SearchIndex.from_cities(network().cities)
