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
    from collections.abc import Iterable

    import pandas as pd

    from atlas.summaries.members import RegionCount


def show_regions(counts: Iterable[RegionCount]) -> None:
    """Draw shape, name (a link to the region) and number of members of each region, in the order given."""
    rows = [
        {
            "shape": SHAPES[each.region],
            "name": _(each.region),
            "address": links.thing_address(Thing("region", each.region)),
            "members": each.members,
        }
        for each in counts
    ]
    st.html(render("legend", label=_("Legend: members shown by region"), rows=rows))


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
