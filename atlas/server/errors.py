"""What a visitor sees when a run of the script fails: what to do, in their language, and nothing of the inside.

Streamlit has written the traceback to the log before it asks us.
"""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from atlas.server.page import wanted_language
from atlas.wording import DEFAULT_LANGUAGE, language, use_language
from atlas.wording import gettext as _

_CARD: Final = (
    '<section class="failure" role="alert"><h2>{title}</h2><p>{sentence}</p>'
    '<p><a href="{again}" target="_self">{try_again}</a> · <a href="./{start}" target="_self">{to_start}</a></p>'
    "</section>"
)


def show_error(_error: Exception) -> bool:
    """Draw the message and tell Streamlit that nothing more is to be shown."""
    st.html(failure_card(dict(st.query_params)))
    return True


def failure_card(parameters: dict[str, str]) -> str:
    """Return the message as HTML.

    Parameters
    ----------
    parameters : dict
        Of the address: the same page is offered again as it was asked for, and without.
    """
    spoken = language() if language() != DEFAULT_LANGUAGE else wanted_language(urlencode(parameters).encode())
    use_language(spoken)
    start = {} if spoken == DEFAULT_LANGUAGE else {"lang": spoken}
    return _CARD.format(
        title=escape(_("This page could not be drawn")),
        sentence=escape(
            _("The fault is on our side and has been noted. Your filters are in the address; nothing of them is lost.")
        ),
        again=escape("?" + urlencode(parameters)),
        try_again=escape(_("Try again")),
        start=escape("?" + urlencode(start) if start else ""),
        to_start=escape(_("Start at the overview")),
    )
