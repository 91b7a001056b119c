"""The state of a visit: filters and language, kept in widgets and pictured in the address.

Streamlit can bind a widget to a query parameter itself, but it writes the *label* of an option there: the link of a
French visitor would break for an English one (see docs/decisions/004-url-state.md).  Here the widgets stay the only
state of a session, the URL is read when it changes from outside (first request, step in the history) and written after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

from atlas import filters
from atlas.selection import Selection
from atlas.ui.frame import cache, choices
from atlas.ui.frame.keys import LANGUAGE, LAST_URL, SPOKEN, SYNCED, UNKNOWN
from atlas.wording import LANGUAGES, known_language

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_language() -> str:
    """Return the language of the link on arrival, and else that of the session; the browser's where neither says any.

    An address without a language means that of the reader's browser: a link that a French visitor copied opens in
    English for an English one, unless it was in another language than that visitor's browser.
    """
    if arrives():
        wanted = st.query_params.get(LANGUAGE, browser_language())
        if wanted in LANGUAGES:
            return wanted
    return st.session_state.get(LANGUAGE) or st.session_state.get(SPOKEN) or browser_language()


def browser_language() -> str:
    """Return the language that the visitor's browser asks for, of those that the Atlas speaks."""
    return known_language(st.context.locale or "")


def adopt_url() -> None:
    """Give the filters the values of the link, when the address changed from outside; else settle what they hold.

    Unknown values are remembered, to be named to the visitor, and ignored.
    """
    spoken = read_language()
    if arrives():
        st.session_state[UNKNOWN] = [*_adopt_filters(), *_unknown_language()]
        st.session_state[LAST_URL] = None
    for name in filters.FILTERS:
        codes(name)
    st.session_state[LANGUAGE] = st.session_state[SPOKEN] = spoken


def _adopt_filters() -> Iterable[tuple[str, str]]:
    """Set the filters and yield what of the link nobody knows."""
    held = set() if came_back() else _held_by_browser()
    for name, known in cache.filter_options().items():
        given = list(dict.fromkeys(st.query_params.get_all(name)))
        if name not in held:
            choose(name, (code for code in given if code in known))
        yield from ((name, code) for code in given if code not in known)


def _held_by_browser() -> set[str]:
    """Return the keys of the widgets that the browser has already, in the first run of a session.

    That is a visit whose server went away: another one continues it, and the click that brought the visitor here is in
    the widgets, not yet in the address.
    """
    context = get_script_run_ctx()
    states = context.session_state.get_widget_states() if context else []
    return {user_key_from_element_id(each.id) or "" for each in states}


def _unknown_language() -> list[tuple[str, str]]:
    given = st.query_params.get(LANGUAGE)
    return [] if given is None or given in LANGUAGES else [(LANGUAGE, given)]


def write_url(selection: Selection) -> None:
    """Show what is chosen in the URL; other parameters stay as they are."""
    wanted = _wanted(selection)
    # Writing makes an entry in the browser's history; on the way back that would be a trap.
    if wanted != _owned() and not came_back():
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in SYNCED}
        st.query_params.from_dict({**others, **wanted})
    if st.session_state[LAST_URL] not in (None, wanted):
        st.session_state[UNKNOWN] = []  # the visitor went on from the link
    st.session_state[LAST_URL] = wanted


def _wanted(selection: Selection) -> dict[str, list[str]]:
    """Return what the URL should say: filters, and the language unless it is the browser's own."""
    wanted = {name: list(chosen) for name, chosen in selection.chosen}
    if (language := read_language()) != browser_language():
        wanted[LANGUAGE] = [language]
    return wanted


def codes(name: str) -> list[str]:
    """Return the codes that a filter holds."""
    return choices.settle(name, cache.filter_options()[name], cache.filter_label(name))


def choose(name: str, chosen: Iterable[str]) -> None:
    """Make these the codes of a filter."""
    choices.hold(name, list(chosen))


def current_selection() -> Selection:
    """Return what the filters say."""
    return Selection(**{name: codes(name) for name in filters.FILTERS})


def adopt_selection(selection: Selection) -> None:
    """Make the filters say this."""
    for name in filters.FILTERS:
        choose(name, selection[name])


def _owned() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in SYNCED if name in st.query_params}


def came_back() -> bool:
    """Whether this run follows a step in the history of the browser."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def is_embedded() -> bool:
    """Whether the page is shown on somebody else's (``?embed=true``), where it is a map with its key."""
    return bool(st.context.is_embedded)


def runs_alone() -> bool:
    """Whether only a part of the page is drawn in this run (:func:`atlas.ui.frame.shell.fragment`)."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def arrives() -> bool:
    """Whether the URL was changed by anyone but us: the first request of a session, or a step in the history.

    Comparing it with what was written last would not do: a slow browser still sends the URL of the run before.
    """
    return LAST_URL not in st.session_state or came_back()
