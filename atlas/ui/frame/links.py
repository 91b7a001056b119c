"""Addresses within the Atlas that a link can carry: relative, so that they work under any base path."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from atlas.ui.frame.keys import CITY, ITEM, LANGUAGE
from atlas.ui.frame.url_state import current_selection
from atlas.wording import DEFAULT_LANGUAGE, language

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from atlas.summaries.compare import Thing


def address(page: str, parameters: Iterable[tuple[str, str]], without: Container[str] = ()) -> str:
    """Return the address of a page with its parameters, in the language in use and with the filters in use.

    Parameters
    ----------
    page : str
        Stem of a file in ``pages/``.
    parameters : iterable of (str, str)
        Names and values; a name may occur several times.
    without : container of str
        Filters that the link leaves behind.
    """
    filters = [(name, code) for name, code in current_selection().items() if name not in without]
    spoken = [] if language() == DEFAULT_LANGUAGE else [(LANGUAGE, language())]
    return f"{page}?{urlencode([*parameters, *filters, *spoken], safe=':')}"


def thing_address(thing: Thing) -> str:
    """Return the page of a city, or of a country or region."""
    if thing.kind == "city":
        return address("city", [(CITY, thing.code)])
    return address("place", [(thing.kind, thing.code)], without=("country", "region"))


def compare_address(things: Iterable[Thing]) -> str:
    """Return the page that shows things side by side."""
    return address("compare", [(ITEM, str(thing)) for thing in things])


def link(text: str, to: str) -> str:
    """Return a link to another page of the Atlas as HTML."""
    return f'<a href="{escape(to)}" target="_self">{escape(text)}</a>'
