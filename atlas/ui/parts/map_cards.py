"""What surrounds the map: its controls, the legend with counts, the list of members."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from atlas import credits
from atlas.palette import SHAPES
from atlas.summaries.compare import Thing
from atlas.ui.frame import links
from atlas.ui.parts import map_view
from atlas.wording import gettext as _
from atlas.wording import number
from geo.points import bounds

if TYPE_CHECKING:
    import pandas as pd


def show_legend(by_region: pd.DataFrame) -> None:
    """Draw shape, name (a link to the region) and number of members of each region.

    Parameters
    ----------
    by_region : pandas.DataFrame
        Columns ``region`` and ``members``, in UNESCO's order.
    """
    rows = "".join(
        f'<li><i class="shape {SHAPES[row.region]}"></i>'
        f"<span>{_region_link(row.region)}</span><b>{number(row.members)}</b></li>"
        for row in by_region.itertuples()
    )
    st.html(f'<ul class="legend" aria-label="{escape(_("Legend: members shown by region"))}">{rows}</ul>')


def _region_link(region: str) -> str:
    return links.link(_(region), links.thing_address(Thing("region", region)))


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
    st.html(f'<p class="source">{escape(credits.map_disclaimer())}</p>')
