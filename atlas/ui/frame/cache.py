"""What is computed once per server: the tables, never a filtered view of them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import load
from atlas.labels import code_label
from atlas.selection import filter_codes
from atlas.wording import use_language

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.search import SearchIndex


_COLLECT_EVERY: Final = (20_000, 10, 10)
"""Python's own 700 means a hundred collections in every run; most of what a run makes goes without them."""


@st.cache_resource(show_spinner=False)
def network() -> Network:
    """Return the whole network, read once per server process; read-only by contract of :class:`Network`.

    What is in memory by then stays: taking it out of Python's garbage collection saves every run a walk over half a
    million objects (streamlit, pandas, plotly).
    """
    found = load.load_network()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT_EVERY)
    return found


@st.cache_resource(show_spinner=False)
def filter_options() -> dict[str, list[str]]:
    """Return every code that each filter knows, in the order offered."""
    return filter_codes(network())


@st.cache_resource(show_spinner=False)
def filter_labels(language: str) -> dict[str, dict[str, str]]:
    """Return what each code of each filter is called in a language: a hundred labels that every run needs.

    Parameters
    ----------
    language : str
        The language in use (:func:`atlas.wording.language`); part of the key of the cache.
    """
    use_language(language)
    clusters = network().clusters
    return {
        name: {code: code_label(name, code, clusters) for code in codes} for name, codes in filter_options().items()
    }


@st.cache_resource(show_spinner=False)
def search_index() -> SearchIndex:
    """Return the search index over all members, built once per server process."""
    from atlas.search import SearchIndex

    return SearchIndex.from_cities(network().cities)
