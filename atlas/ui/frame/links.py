"""Links within the Atlas.  One function makes their parameters, so that language and filters go along everywhere.

Addresses are relative, so that they work under any base path.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlencode

import streamlit as st

from atlas.ui.frame.keys import CITY, ITEM, LANGUAGE
from atlas.ui.frame.state import current_selection
from atlas.wording import DEFAULT_LANGUAGE, language

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from atlas.summaries.compare import Thing

    Pairs: TypeAlias = Iterable[tuple[str, str]]

_PLACES: Final = ("country", "region")
"""The filters that name a country or region: a link to one leaves another one behind."""


def parameters(own: Pairs, without: Container[str] = ()) -> list[tuple[str, str]]:
    """Return the query parameters of a link: its own, then the filters and the language in use.

    Parameters
    ----------
    own : iterable of (str, str)
        Names and values; a name may occur several times.
    without : container of str
        Filters that the link leaves behind.
    """
    pairs = list(own)
    named = {name for name, _value in pairs}
    filters = [(name, code) for name, code in current_selection().items() if name not in without and name not in named]
    spoken = [] if language() == DEFAULT_LANGUAGE else [(LANGUAGE, language())]
    return [*pairs, *filters, *spoken]


def address(page: str, own: Pairs = (), without: Container[str] = ()) -> str:
    """Return the address of a page with its parameters (:func:`parameters`); ``page`` is a stem in ``pages/``."""
    return _joined(page, parameters(own, without))


def _joined(page: str, pairs: Pairs) -> str:
    query = urlencode(list(pairs), safe=":")
    return f"{page}?{query}" if query else page


def show_page_link(page: str, text: str, own: Pairs = (), *, icon: str | None = None) -> None:
    """Draw a link that changes the page without loading it anew."""
    st.page_link(f"pages/{page}.py", label=text, icon=icon, query_params=parameters(own))


def go_to(page: str, own: Pairs = ()) -> None:
    """Leave for another page at once."""
    st.switch_page(f"pages/{page}.py", query_params=parameters(own))


def thing_address(thing: Thing) -> str:
    """Return the page of a city, or of a country or region."""
    return thing_addresses([thing])[0]


def thing_addresses(things: Iterable[Thing]) -> list[str]:
    """Return the page of each thing; what goes along is looked up once, since a page may have hundreds of links."""
    with_city, with_place = parameters(()), parameters((), without=_PLACES)
    return [
        _joined("city", [(CITY, thing.code), *with_city])
        if thing.kind == "city"
        else _joined("place", [(thing.kind, thing.code), *with_place])
        for thing in things
    ]


def compare_address(things: Iterable[Thing]) -> str:
    """Return the page that shows things side by side."""
    return address("compare", [(ITEM, str(thing)) for thing in things])


def link(text: str, to: str) -> str:
    """Return a link to another page of the Atlas as HTML."""
    return f'<a href="{escape(to)}" target="_self">{escape(text)}</a>'
