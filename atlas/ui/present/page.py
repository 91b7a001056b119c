"""A talk about what is shown: its steps to be arranged, and the slides themselves, in one element of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from atlas.html import render
from atlas.kept import once_per_network
from atlas.ui.parts import handout
from atlas.ui.parts.component import scripted
from atlas.words import present as words
from atlas.words import story as story_words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.ui.frame.shell import View


def title(view: View) -> str:
    """Return the title of the page: whose story it is."""
    from atlas.story import scope_of

    return words.title(scope_of(view.selection).name(view.network))


def lead() -> str:
    """Return what the page is for."""
    return words.lead()


def show_talk(view: View) -> None:
    """Draw the steps with all that the script needs to tell them."""
    data = _talk(view.network, view.selection)
    scripted("talk", "present/present.js")(key="talk", data=data | {"words": words.controls()})
    st.html(render("left_out", title=story_words.left_out_title(), lines=data["left_out"]))
    handout.show_meeting(view, "present")


@once_per_network
def _talk(network: Network, selection: Selection) -> dict[str, Any]:
    """Return the slides and what the list of steps says: 0.2 s for the whole network, so made once."""
    from atlas.story import make_story, scope_of
    from atlas.story.talk import talk_data

    story = make_story(network, scope_of(selection))
    return {
        **talk_data(story),
        "left_out": [{"title": each.title, "reason": each.reason} for each in story.left_out],
    }
