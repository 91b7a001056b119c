"""Filters and language in the URL, as codes that mean the same in every language.

Streamlit can bind a widget to a query parameter itself, but it writes the *label* of an option there: the link of a
French visitor would break for an English one (see docs/decisions/004-url-state.md).  Here the widgets stay the only
state of a session, the URL is read when it changes from outside (first request, back button, link) and written after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from atlas.selection import Selection
from atlas.ui.frame.keys import FILTERS, LANGUAGE, LAST_URL, SYNCED, UNKNOWN
from atlas.wording import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_language() -> str:
    """Return the language of the link or, without one there, of the session."""
    wanted = st.query_params.get(LANGUAGE) if _arrives() else st.session_state.get(LANGUAGE)
    return wanted if wanted in LANGUAGES else st.session_state.get(LANGUAGE) or DEFAULT_LANGUAGE


def adopt_url(options: Mapping[str, Sequence[str]]) -> None:
    """Give the filters the values of the link, when the link changed from outside.

    Parameters
    ----------
    options : mapping
        All known codes per filter.  Unknown values are remembered, to be named to the visitor, and ignored.
    """
    if not _arrives():
        return
    unknown = []
    for name in FILTERS:
        given = list(dict.fromkeys(st.query_params.get_all(name)))
        st.session_state[name] = [code for code in given if code in options[name]]
        unknown += [(name, code) for code in given if code not in options[name]]
    given_language = st.query_params.get(LANGUAGE, DEFAULT_LANGUAGE)
    if given_language not in LANGUAGES:
        unknown.append((LANGUAGE, given_language))
    st.session_state[LANGUAGE] = read_language()
    st.session_state[UNKNOWN] = unknown
    st.session_state[LAST_URL] = _wanted()


def write_url() -> None:
    """Show the state of the widgets in the URL; other parameters stay as they are."""
    wanted = _wanted()
    # Writing makes an entry in the browser's history; on the way back that would be a trap.
    if wanted != _owned() and not came_back():
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in SYNCED}
        st.query_params.from_dict({**others, **wanted})
    if wanted != st.session_state[LAST_URL]:
        st.session_state[UNKNOWN] = []  # the visitor went on from the link
    st.session_state[LAST_URL] = wanted


def _wanted() -> dict[str, list[str]]:
    """Return what the URL should say: the widgets' state, defaults left out."""
    wanted = {name: codes for name in FILTERS if (codes := list(st.session_state.get(name) or []))}
    if (language := st.session_state.get(LANGUAGE) or DEFAULT_LANGUAGE) != DEFAULT_LANGUAGE:
        wanted[LANGUAGE] = [language]
    return wanted


def current_selection() -> Selection:
    """Return what the widgets say."""
    return Selection(**{name: tuple(st.session_state.get(name) or ()) for name in FILTERS})


def _owned() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in SYNCED if name in st.query_params}


def came_back() -> bool:
    """Whether this run follows a step in the history of the browser."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _arrives() -> bool:
    """Whether the URL was changed by anyone but us: the first request of a session, or a way back that names filters.

    Comparing it with what was written last would not do: a slow browser still sends the URL of the run before.
    """
    return LAST_URL not in st.session_state or (came_back() and bool(_owned()))
