"""The search: forgiving of accents, scripts, old names and typos, and reachable by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.html import render
from atlas.ui.frame import cache
from atlas.ui.parts import cards, map_view
from atlas.ui.parts.city_card import choose_city
from atlas.wording import country_name
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Network

MOST_RESULTS: Final = 6


def show_search(network: Network) -> None:
    """Draw the field and, below it, the best matches as buttons; the first is one Tab away."""
    query = st.text_input(
        _("Find a city"),
        key="search",
        type="search",
        label_visibility="collapsed",
        placeholder=_("Find a city, in any script"),
        icon=":material/search:",
        live=True,
    )
    if not query:
        return
    matches = cache.search_index().search(query, limit=MOST_RESULTS)
    if not matches:
        cards.show_note(_("No listed member is called anything like “{query}”.").format(query=query))
        return
    with st.container(key="matches", gap="xsmall"):
        st.html(render("matches_of", query=query))
        for match in matches:
            city = network.cities.loc[match.city_id]
            st.button(
                _("{city}, {country}").format(city=city["display_name"], country=country_name(city["iso3"])),
                key=f"match_{match.city_id}",
                type="tertiary",
                icon=":material/place:",
                on_click=_go,
                args=(network, match.city_id),
            )


def _go(network: Network, city_id: str) -> None:
    city = network.cities.loc[city_id]
    choose_city(city_id)
    st.session_state["search"] = ""
    if pd.notna(city["lat"]):
        map_view.next_move(lat=float(city["lat"]), lon=float(city["lon"]), zoom=map_view.CITY_ZOOM)
