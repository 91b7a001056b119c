"""One press makes the story of what is shown into slides: a bar says how far they are, then the browser saves them."""

from __future__ import annotations

from time import time_ns
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from atlas import export
from atlas.ui.parts import downloads
from atlas.ui.parts.component import scripted
from atlas.words import deck as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from atlas.story import Story
    from atlas.ui.frame.shell import View

_WAITS: Final = "_deck_waits"
"""Where a session notes that slides were asked for and the browser has not told yet how they are arranged."""
_STEPS, _TITLE = "steps", "title."
"""Where the address says how a talk is arranged (``static/present/present.js``)."""


def show_button(page: str) -> bool:
    """Draw the button and return whether it was pressed; ``page`` is the stem of the page."""
    return bool(st.button(words.label(), key=f"deck_{page}", icon=":material/co_present:"))


def arrangement(page: str, *, pressed: bool) -> dict[str, str] | None:
    """Return how the slides are to be arranged, None while nobody has asked for any.

    Parameters
    ----------
    page : str
        Stem of the page; that of the talk has steps and titles in its address, written there by its script, so the
        browser is asked for them and the part of the page runs once more.
    pressed : bool
        Whether the button was pressed.
    """
    if page != "present":
        return {} if pressed else None
    if pressed:
        st.session_state[_WAITS] = str(time_ns())
    turn = st.session_state.get(_WAITS)
    if not turn:
        return None
    told = _courier()(key="deck_asks", data={"turn": turn}, on_address_change=_wait).address
    if told is None and pressed:
        st.progress(0.0, text=words.begun())
        return None
    del st.session_state[_WAITS]  # told, or left by a visitor who went to another page meanwhile
    return None if told is None else dict(parse_qsl(told.removeprefix("?"), keep_blank_values=True))


def _wait() -> None:
    """Do nothing: Streamlit hands on what a component triggers only where somebody listens."""


def hand_over(view: View, page: str, address: str, asked: Mapping[str, str]) -> None:
    """Make the slides, say how far they are, and let the browser save them.

    Parameters
    ----------
    view : View
        What is shown, at least one member.
    page : str
        Stem of the page.
    address : str
        Where the same can be seen.
    asked : mapping
        Which steps are told, in which order and under which titles, as :func:`arrangement` returns it.
    """
    from atlas.deck.build import build_deck
    from atlas.story import make_story, scope_of

    bar = st.progress(0.0, text=words.begun())
    story = _as_told(make_story(view.network, scope_of(view.selection)), asked)
    if not story.steps:
        bar.empty()
        st.info(words.nothing_told())
        return

    def tell(slide: int, of_all: int, title: str) -> None:
        bar.progress((slide - 1) / of_all, text=words.progress(slide, of_all, title))

    with downloads.AT_ONCE:
        deck = build_deck(story, address=address, told=tell)
    bar.progress(1.0, text=words.done())
    key = f"deck_file_{page}"
    name = export.file_name(view.network.version, view.selection, "pptx", table="deck")
    downloads.show_download(words.save_label(), name, lambda: deck, key=key)
    _courier()(key=f"deck_saver_{page}", data={"press": key, "turn": str(time_ns())})


def _as_told(story: Story, asked: Mapping[str, str]) -> Story:
    from atlas.story import arranged

    order = asked[_STEPS].split(",") if _STEPS in asked else None
    return arranged(story, order, {step.code: asked.get(f"{_TITLE}{step.code}", "") for step in story.steps})


def _courier() -> Callable[..., Any]:
    """Return what tells the browser to press a button, or asks it for the address."""
    return scripted("deck_courier", "board/courier.js")
