"""Widgets whose options have translated labels, all drawn by one function.

Streamlit sends labels, not codes, to the browser and back, and gives a keyed widget the same identity in every
language.  After a switch of the language the browser therefore still sends the labels of the old one, and Streamlit
hands those that it does not know on as if they were codes.  Here every held value is settled before it is used: a
label of any language is led back to its code, and after a switch the value is set anew, so that the browser gets the
new label.

The same is due when another page draws the widget: it is another widget there, and Streamlit hands it a value that was
set by code (a filter that came with the link) only after the first run of the page, which would have lost it by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from atlas.wording import LANGUAGES, language, speaking
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    Held: TypeAlias = str | list[str] | None

Widget = Literal["multiselect", "pills", "segmented_control", "select_slider", "selectbox"]

_DRAW: Final[dict[Widget, Callable[..., Any]]] = {
    "multiselect": st.multiselect,
    "pills": st.pills,
    "segmented_control": st.segmented_control,
    "select_slider": st.select_slider,
    "selectbox": st.selectbox,
}
_DRAWN: Final = "_drawn_"


def show_choice(
    widget: Widget,
    title: str,
    codes: Sequence[str],
    *,
    key: str,
    label: Callable[[str], str],
    first: Held = None,
    **settings: Any,
) -> Any:
    """Draw a choice among codes and return what is chosen: a code, a list of codes, or nothing.

    Parameters
    ----------
    widget : str
        Which of Streamlit's widgets.
    title : str
        What is asked for.
    codes : sequence of str
        The options.
    key : str
        Session key; the state stays with the session when the page is left.
    label : callable
        What a code is called, in the language in use.
    first : str or list of str, optional
        What is chosen at first.
    **settings
        Further settings of the widget.
    """
    if key not in st.session_state and first is not None:
        hold(key, first)
    settle(key, codes, label)
    if widget == "multiselect":
        # Else Enter on a typed text takes "select all matches", which stands before the best match.
        settings = {"placeholder": _("Any"), "select_all": False} | settings
    if widget == "selectbox":
        # Streamlit's own invitation is English.
        settings = {"placeholder": _("Choose or type")} | ({"index": None} if first is None else {}) | settings
    chosen = _DRAW[widget](title, codes, key=key, format_func=label, **({"persist_state": "session"} | settings))
    st.session_state[_DRAWN + key] = _here()  # also of what the browser held before this session knew the widget
    return chosen


def settle(key: str, codes: Collection[str], label: Callable[[str], str]) -> list[str]:
    """Bring what a widget holds back to known codes, and return these.

    Parameters
    ----------
    key : str
        The widget's key.
    codes : collection of str
        All codes that it may hold.
    label : callable
        What a code is called, in the language in use.
    """
    held: Held = st.session_state.get(key)
    if not held:
        return []
    values = held if isinstance(held, list) else [held]
    known = [found for value in values if (found := _code(value, codes, label)) is not None]
    if known != values or st.session_state.get(_DRAWN + key) != _here():
        hold(key, known if isinstance(held, list) else next(iter(known), None))
    return known


def hold(key: str, value: Held) -> None:
    """Make this what a widget holds, and have the browser told."""
    st.session_state[key] = value
    st.session_state[_DRAWN + key] = _here()


def _here() -> tuple[str, str]:
    """Return language and page of this run."""
    context = get_script_run_ctx()
    return language(), context.page_script_hash if context else ""


def _code(value: str, codes: Collection[str], label: Callable[[str], str]) -> str | None:
    """Return the code that is meant: the value itself, or the one that is called so in some language."""
    if value in codes:
        return value
    for spoken in LANGUAGES:
        with speaking(spoken):
            if (found := next((code for code in codes if label(code) == value), None)) is not None:
                return found
    return None
