"""What belongs to a map beside the picture: its key with counts, the button that fits it, the disclaimer below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas import credits
from atlas.html import render
from atlas.palette import SHAPES
from atlas.summaries.compare import Thing
from atlas.ui.frame import links
from atlas.ui.parts import cards, map_view
from atlas.wording import gettext as _
from geo.points import bounds

if TYPE_CHECKING:
    import pandas as pd

    from atlas.summaries.members import Summary


def show_regions(shown: Summary, *, below: str = "") -> None:
    """Draw shape, name (a link to the region) and number of members of each region.

    Parameters
    ----------
    shown : Summary
        The members.
    below : str
        What the picture that follows shows.
    """
    addresses = {each.region: links.thing_address(Thing("region", each.region)) for each in shown.regions}
    st.html(render("legend", regions=shown.regions, shapes=SHAPES, addresses=addresses, below=below))


def show_zoom_to_results(cities: pd.DataFrame) -> None:
    """Draw the button that fits the map to the members shown."""
    st.button(
        _("Zoom to results"),
        key="zoom_to_results",
        icon=":material/zoom_in_map:",
        on_click=_fit,
        args=(bounds(cities),),
        width="stretch",
    )


def _fit(box: tuple[tuple[float, float], tuple[float, float]] | None) -> None:
    if box:
        map_view.next_move(bounds=box)


def show_disclaimer() -> None:
    """Draw the sentence that stands under every map."""
    cards.show_note(credits.map_disclaimer())
