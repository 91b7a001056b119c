"""What is worked out once per server: the tables and what belongs to them, never a filtered view of them."""

from __future__ import annotations

import gc
import os
from functools import cache
from typing import TYPE_CHECKING, Final

from atlas import exonyms, filters, load
from atlas.wording import language, speaking
from atlas.words.names import option_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.model import Network
    from atlas.search import SearchIndex


_COLLECT_EVERY: Final = (20_000, 10, 10)
"""Python's own 700 means a hundred collections in every run; most of what a run makes goes without them."""


def network() -> Network:
    """Return the whole network with names in the language in use; read-only by contract of :class:`Network`.

    The tables are read once per server process, and the names found once per language.
    """
    return _spoken(_network(os.environ.get(load.DATA_DIR_VARIABLE)), language())


@cache
def _spoken(whole: Network, spoken: str) -> Network:
    return exonyms.speak(whole, spoken)


@cache
def _network(_folder: str | None) -> Network:
    """Read the network; what is in memory by then stays.

    Taking it out of Python's garbage collection saves every run a walk over half a million objects (streamlit, pandas,
    plotly).
    """
    found = load.load_network()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT_EVERY)
    return found


@cache
def _filter_options(whole: Network) -> dict[str, list[str]]:
    return filters.filter_codes(whole)


def filter_options() -> dict[str, list[str]]:
    """Return every code that each filter knows, in the order offered."""
    return _filter_options(network())


def filter_label(name: str) -> Callable[[str], str]:
    """Return the function that says what a code of a filter is called in the language in use.

    It looks the label up among those of the language, made once per server: a run asks for a hundred of them.
    """
    whole = network()
    return lambda code: _filter_labels(whole, name, language())[code]


@cache
def _filter_labels(whole: Network, name: str, spoken: str) -> dict[str, str]:
    with speaking(spoken):
        return {code: filters.label(name, code, whole) for code in _filter_options(whole)[name]}


def thing_names() -> dict[str, str]:
    """Return what can be compared or opened as a page, by name in the language in use: regions, countries, cities."""
    return _thing_names(network(), language())


@cache
def _thing_names(whole: Network, spoken: str) -> dict[str, str]:
    with speaking(spoken):
        return option_names(whole)


def search_index() -> SearchIndex:
    """Return the search index over all members, built once per server process."""
    return _search_index(network())


@cache
def _search_index(whole: Network) -> SearchIndex:
    from atlas.search import SearchIndex

    return SearchIndex.from_cities(whole.cities)
