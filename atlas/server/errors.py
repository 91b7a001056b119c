"""What a visitor sees when a run of the script fails: what to do, in their language, and nothing of the inside.

Streamlit has written the traceback to the log before it asks us.
"""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from atlas.html import render
from atlas.server.page import wanted_language
from atlas.wording import DEFAULT_LANGUAGE, known_language, language, use_language


def show_error(_error: Exception) -> bool:
    """Draw the message and tell Streamlit that nothing more is to be shown."""
    parameters = st.query_params
    st.html(failure_card([(name, value) for name in parameters for value in parameters.get_all(name)]))
    return True


def failure_card(parameters: list[tuple[str, str]]) -> str:
    """Return the message as HTML.

    Parameters
    ----------
    parameters : list of tuple
        Names and values of the address: the same page is offered again as it was asked for, and without.
    """
    address = urlencode(parameters)
    accepted = st.context.locale or ""
    spoken = language() if language() != DEFAULT_LANGUAGE else wanted_language(address.encode(), accepted)
    use_language(spoken)
    start = "./" if spoken == known_language(accepted) else f"./?lang={spoken}"
    return render("failure", again=f"?{address}", start=start)
