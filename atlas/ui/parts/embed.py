"""The Atlas on somebody else's page (``?embed=true``): a map with its key, the coverage, and the way to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import credits
from atlas.html import render
from atlas.palette import SHAPES
from atlas.ui.frame import keys, links, state
from atlas.ui.parts import city_card, map_view
from atlas.words.map import map_alt
from atlas.words.preview import members_in
from geo.folium_map import Move
from geo.points import bounds

if TYPE_CHECKING:
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 400
"""Of the map in pixels, until the styles give it what head and foot leave of the frame (static/css/embed.css)."""


def show_instead(page: str, view: View) -> None:
    """Draw the map and end there, where a page is embedded; do nothing where it is not.

    Parameters
    ----------
    page : str
        The stem of the page, which the link at the foot opens with the same filters.
    view : View
        What is shown.
    """
    if not state.is_embedded():
        return
    network, chosen = view.network, city_card.chosen_city(view.network)
    map_view.adopt_link(network.cities.loc[chosen] if chosen else None)
    st.html(render("embed_head", title=members_in(network, view.selection)))
    clicked = map_view.show_map(
        view.shown_ids,
        key="embed",
        height=_HEIGHT,
        selected=chosen,
        move=map_view.current_move() or _fitted(view),
        title=map_alt(map_view.by_region(view.shown_ids), alone=True),
    )
    if clicked:
        city_card.choose_city(clicked)
    _show_foot(page, view, clicked or chosen)
    st.stop()


def _fitted(view: View) -> Move | None:
    """Return the order to show those whom the filters leave from near; without filters it is the world."""
    box = bounds(view.shown.cities) if view.selection else None
    return Move(number=1, bounds=box, fly=False) if box else None


def _show_foot(page: str, view: View, chosen: str | None) -> None:
    """Draw the key, the coverage, the sentences that every map carries, and the link to the view or to the member."""
    name = view.network.cities.at[chosen, "display_name"] if chosen else ""
    st.html(
        render(
            "embed_foot",
            regions=[each for each in view.summary.regions if each.members],
            shapes=SHAPES,
            coverage=credits.coverage_sentence(view.network.coverage),
            notes=[credits.independence(), credits.map_disclaimer()],
            name=name,
            address=links.address("city", [(keys.CITY, chosen)]) if chosen else links.address(page),
        )
    )
