"""The story of what is shown, for a meeting: the way to the talk, slides, the page to print and kit to take away."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from atlas import export
from atlas.ui.frame import links, shell
from atlas.ui.parts import deck, downloads
from atlas.ui.parts.addresses import full_address
from atlas.words import kit as kit_words
from atlas.words import present as present_words
from atlas.words import story as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.ui.frame.shell import View


def show_meeting(view: View, page: str) -> None:
    """Draw the way to the talk about what is shown, and the buttons of its files; nothing where nobody is shown.

    Parameters
    ----------
    view : View
        What is shown: the network, a region, a country, or what the filters leave.
    page : str
        Stem of the page, whose address the files give; the page of the talk needs no way to itself.
    """
    if len(view):
        _show_meeting(view, page)


@shell.fragment
def _show_meeting(view: View, page: str) -> None:
    address = full_address(links.address(page))
    with st.container(horizontal=True, vertical_alignment="center", key=f"meeting_{page}"):
        if page != "present":
            links.show_page_link("present", present_words.link(), icon=":material/slideshow:")
        pressed = deck.show_button(page)
        downloads.show_download(
            words.handout_label(),
            export.file_name(view.network.version, view.selection, "html", table="handout"),
            partial(_make, view.network, view.selection, address, date.today()),
            key=f"handout_{page}",
        )
        downloads.show_download(
            kit_words.label(),
            export.file_name(view.network.version, view.selection, "html", table="kit"),
            partial(_make_kit, view.network, view.selection, address, date.today()),
            key=f"kit_{page}",
        )
    asked = deck.arrangement(page, pressed=pressed)
    if asked is not None:
        deck.hand_over(view, page, address, asked)


def _make(network: Network, selection: Selection, address: str, on: date) -> bytes:
    from atlas.story import make_story, scope_of
    from atlas.story.handout import build_handout

    return build_handout(make_story(network, scope_of(selection)), on=on, address=address)


def _make_kit(network: Network, selection: Selection, address: str, on: date) -> bytes:
    from atlas.kit import build_kit

    return build_kit(network, selection, on=on, address=address)
