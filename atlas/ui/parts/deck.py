"""One press makes the story of what is shown into slides: a bar says how far they are, then the browser saves them."""

from __future__ import annotations

from functools import cache
from time import time_ns
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit.components import v2 as components

from atlas import export
from atlas.ui.parts import downloads
from atlas.words import deck as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.story import Story
    from atlas.ui.frame.shell import View

_SCRIPT: Final = """
let saved;
export default function ({ data }) {
  const press = (left) => {
    const button = document.querySelector(`.st-key-${data.key} button`);
    if (button) button.click();
    else if (left) requestAnimationFrame(() => press(left - 1));
  };
  if (saved !== data.file) press(120);
  saved = data.file;
}
"""
"""Streamlit hands a file over when its button is pressed, and the visitor has pressed one already: this presses it."""


_STEPS, _TITLE = "steps", "title."
"""Where the address says how a talk is arranged (``static/present/present.js``)."""


def show_button(page: str) -> bool:
    """Draw the button and return whether it was pressed; ``page`` is the stem of the page."""
    return bool(st.button(words.label(), key=f"deck_{page}", icon=":material/co_present:"))


def hand_over(view: View, page: str, address: str) -> None:
    """Make the slides, say how far they are, and let the browser save them.

    Parameters
    ----------
    view : View
        What is shown, at least one member.
    page : str
        Stem of the page; the talk's is followed in which steps are told, in which order and under which titles.
    address : str
        Where the same can be seen.
    """
    from atlas.deck.build import build_deck
    from atlas.story import make_story, scope_of

    bar = st.progress(0.0, text=words.begun())
    story = make_story(view.network, scope_of(view.selection))
    if page == "present":
        story = _as_told(story)
    if not story.steps:
        bar.empty()
        st.info(words.nothing_told())
        return

    def tell(slide: int, of_all: int, title: str) -> None:
        bar.progress((slide - 1) / of_all, text=words.progress(slide, of_all, title))

    deck = build_deck(story, address=address, told=tell)
    bar.progress(1.0, text=words.done())
    key = f"deck_file_{page}"
    name = export.file_name(view.network.version, view.selection, "pptx", table="deck")
    downloads.show_download(words.save_label(), name, lambda: deck, key=key)
    _saver()(key=f"deck_saver_{page}", data={"key": key, "file": str(time_ns())})


def _as_told(story: Story) -> Story:
    """Return a story as the address arranges it for the talk."""
    from atlas.story import arranged

    asked = st.query_params
    order = asked[_STEPS].split(",") if _STEPS in asked else None
    return arranged(story, order, {step.code: asked.get(f"{_TITLE}{step.code}", "") for step in story.steps})


@cache
def _saver() -> Callable[..., Any]:
    return components.component("deck_saver", js=_SCRIPT, isolate_styles=False)
