"""What belongs to a map beside the picture: its key with counts, the disclaimer below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas import credits
from atlas.html import render
from atlas.palette import SHAPES
from atlas.summaries.compare import Thing
from atlas.ui.frame import links
from atlas.ui.parts import cards

if TYPE_CHECKING:
    from atlas.summaries.members import Summary


def show_regions(shown: Summary) -> None:
    """Draw shape, name (a link to the region) and number of members of each region.

    Parameters
    ----------
    shown : Summary
        The members.
    """
    addresses = {each.region: links.thing_address(Thing("region", each.region)) for each in shown.regions}
    st.html(render("legend", regions=shown.regions, shapes=SHAPES, addresses=addresses))


def show_disclaimer() -> None:
    """Draw the sentence that stands under every map."""
    cards.show_note(credits.map_disclaimer())
