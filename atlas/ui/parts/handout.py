"""The story of what is shown, for a meeting: the way to the talk, and the buttons for what to hand out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from atlas import export
from atlas.ui.frame import links
from atlas.ui.parts import downloads
from atlas.ui.parts.addresses import full_address
from atlas.words import kit as kit_words
from atlas.words import present as present_words
from atlas.words import story as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.ui.frame.shell import View


def show_meeting(view: View, page: str) -> None:
    """Draw the way to the talk about what is shown and the buttons for hand-out and kit; nothing about nobody."""
    if not len(view):
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"meeting_{page}"):
        links.show_page_link("present", present_words.link(), icon=":material/slideshow:")
        show_handout(view, page)
        show_kit(view, page)


def show_kit(view: View, page: str) -> None:
    """Draw the button for the kit; nothing where no member fits the filters.

    Parameters
    ----------
    view : View
        What is shown, as for :func:`show_handout`.
    page : str
        Stem of the page.
    """
    if not len(view):
        return
    downloads.show_download(
        kit_words.label(),
        export.file_name(view.network.version, view.selection, "html", table="kit"),
        partial(_make_kit, view.network, view.selection, full_address(links.address(page)), date.today()),
        key=f"kit_{page}",
    )


def _make_kit(network: Network, selection: Selection, address: str, on: date) -> bytes:
    from atlas.kit import build_kit

    return build_kit(network, selection, on=on, address=address)


def show_handout(view: View, page: str) -> None:
    """Draw the button; nothing where no member fits the filters, as there is nothing to tell.

    Parameters
    ----------
    view : View
        What is shown: the network, a region, a country, or what the filters leave.
    page : str
        Stem of the page, whose address the hand-out gives.
    """
    if not len(view):
        return
    downloads.show_download(
        words.handout_label(),
        export.file_name(view.network.version, view.selection, "html", table="handout"),
        partial(_make, view.network, view.selection, full_address(links.address(page)), date.today()),
        key=f"handout_{page}",
    )


def _make(network: Network, selection: Selection, address: str, on: date) -> bytes:
    from atlas.story import make_story, scope_of
    from atlas.story.handout import build_handout

    return build_handout(make_story(network, scope_of(selection)), on=on, address=address)
