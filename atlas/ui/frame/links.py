"""Links within the Atlas.  One function makes their parameters, so that language and filters go along everywhere.

Addresses are relative, so that they work under any base path.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlencode

import streamlit as st

from atlas.selection import Selection
from atlas.ui.frame.keys import CITY, ITEM, LANGUAGE
from atlas.ui.frame.pages import START
from atlas.ui.frame.state import browser_language
from atlas.wording import DEFAULT_LANGUAGE, language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from atlas.summaries.compare import Thing

    Pairs: TypeAlias = Iterable[tuple[str, str]]


_NOTHING: Final = Selection()
_selection: ContextVar[Selection] = ContextVar("selection", default=_NOTHING)
_unsaid: ContextVar[str] = ContextVar("unsaid", default=DEFAULT_LANGUAGE)
"""The language of an address that names none: that of the browser."""


def carry(selection: Selection) -> None:
    """Make these the filters that every link of this run carries: widgets and browser are asked once, not per link."""
    _selection.set(selection)
    _unsaid.set(browser_language())


def parameters(own: Pairs, without: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return the query parameters of a link: its own, then the filters and the language in use.

    Parameters
    ----------
    own : iterable of (str, str)
        Names and values; a name may occur several times.
    without : collection of str
        Filters that the link leaves behind.
    """
    pairs = list(own)
    left = {*without, *(name for name, _value in pairs)}
    filters = [pair for pair in _selection.get().items() if pair[0] not in left]
    spoken = [] if language() == _unsaid.get() else [(LANGUAGE, language())]
    return [*pairs, *filters, *spoken]


def address(page: str, own: Pairs = (), without: Collection[str] = ()) -> str:
    """Return the address of a page with its parameters (:func:`parameters`); ``page`` is a stem in ``pages/``."""
    query, path = urlencode(parameters(own, without), safe=":"), "./" if page == START else page
    return f"{path}?{query}" if query else path


def show_page_link(page: str, text: str, own: Pairs = (), *, icon: str | None = None) -> None:
    """Draw a link that changes the page without loading it anew."""
    st.page_link(f"pages/{page}.py", label=text, icon=icon, query_params=parameters(own))


def go_to(page: str, own: Pairs = ()) -> None:
    """Leave for another page at once."""
    st.switch_page(f"pages/{page}.py", query_params=parameters(own))


def thing_address(thing: Thing) -> str:
    """Return the page of a city, or of a country or region."""
    if thing.kind == "city":
        return address("city", [(CITY, thing.code)])
    return address("place", [(thing.kind, thing.code)], without=("country", "region"))


def compare_address(things: Iterable[Thing], without: Collection[str] = ()) -> str:
    """Return the page that shows things side by side, with all filters but those named in ``without``."""
    return address("compare", [(ITEM, str(thing)) for thing in things], without)
