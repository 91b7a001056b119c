"""The whole address of a page, for what leaves the screen: a citation, a link to copy, a printed sheet."""

from __future__ import annotations

import streamlit as st


def full_address(relative: str) -> str:
    """Return the address of a page with its server, or empty text where nobody told us under which the Atlas runs.

    Parameters
    ----------
    relative : str
        As :mod:`atlas.ui.frame.links` makes it.
    """
    here = str(st.context.url or "").partition("?")[0]
    return f"{here.rpartition('/')[0]}/{relative}" if here else ""
