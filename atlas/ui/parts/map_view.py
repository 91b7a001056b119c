"""The map on a page: streamlit-folium with everything that keeps it still while filters change."""

from __future__ import annotations

import json
from functools import cache as kept
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st
from streamlit import runtime
from streamlit_folium import st_folium

from atlas.filters import memberships
from atlas.summaries.pins import pins
from atlas.ui.frame import cache, keys
from atlas.wording import language
from atlas.words import map as words
from geo.folium_map import Move, build_base_map, build_member_layer
from geo.map_files import CREDIT
from geo.points import members_mask

if TYPE_CHECKING:
    from atlas.model import Network

CITY_ZOOM: Final = 6.0


def show_map(
    shown: pd.Index,
    *,
    key: str,
    height: int,
    selected: str | None = None,
    newest: int | None = None,
    move: Move | None = None,
    title: str = "",
    replay: bytes | None = None,
) -> str | None:
    """Draw the members with these ids; return the one that was clicked in this run.

    ``title`` names the frame where it is more than a map of the members shown; ``replay`` is what its script needs to
    show them year by year (:mod:`atlas.ui.growth.replay`).

    Our script in the frame sends a click itself, with a number that rises, so a second click on the same pin counts;
    streamlit-folium is asked for nothing (``returned_objects=[]``), so moving the map reruns nothing.  It keeps the
    message under our key, where it can be read before the map is drawn: the member clicked is marked at once.
    """
    whole = cache.network()
    clicked = _new_click(st.session_state.get(key) or {}, key)
    layer = build_member_layer(
        _address(_members_file(whole, language()), "members"),
        members_mask(whole.cities.index, shown),
        words={
            "language": language(),
            "title": title or words.map_alt(by_region(shown)),
            **words.texts(),
        },
        selected=clicked or selected,
        newest=newest,
        tools=words.tools(newest) if newest else None,
        move=move,
        replay=None if replay is None else _address(replay, f"replay_{key}"),
    )
    with st.container(key=f"frame_{key}"):  # holds the map's place until it is there (static/css/map.css)
        st_folium(
            build_base_map(CREDIT, replay=replay is not None),
            key=key,
            height=height,
            use_container_width=True,
            feature_group_to_add=layer,
            returned_objects=[],
        )
    return clicked


def by_region(shown: pd.Index) -> dict[str, int]:
    """Return how many of these members are in each region."""
    whole = cache.network()
    return memberships(whole)["region"].count(whole.cities.index.isin(shown))


def _address(content: bytes, name: str) -> str:
    """Return where the map's frame finds a file; Streamlit forgets one that a run does not name again."""
    address = runtime.get_instance().media_file_mgr.add(content, "application/json", coordinates=name)
    return f"../..{address}"


@kept
def _members_file(network: Network, _language: str) -> bytes:
    return json.dumps(pins(network), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _new_click(value: dict[str, Any], key: str) -> str | None:
    clicks, seen = value.get("clicks"), st.session_state.get(f"{keys.LAST_CLICK}_{key}")
    st.session_state[f"{keys.LAST_CLICK}_{key}"] = clicks
    return value.get("city") if clicks and clicks != seen else None


def next_move(**where: Any) -> None:
    """Order the map to go somewhere in the next run."""
    number = st.session_state.get(keys.DESTINATION, {}).get("number", 0) + 1
    st.session_state[keys.DESTINATION] = {"number": number, **where}


def adopt_link(city: pd.Series | None) -> None:
    """Go, on arrival, where the link says: to its view or else to its city.

    Parameters
    ----------
    city : pandas.Series, optional
        The row of the chosen member.
    """
    if keys.DESTINATION in st.session_state:
        return
    st.session_state[keys.DESTINATION] = {"number": 0}
    if view := _linked_view(st.query_params.get(keys.VIEW, "")):
        next_move(**view, fly=False)
    elif city is not None and pd.notna(city["lat"]):
        next_move(lat=float(city["lat"]), lon=float(city["lon"]), zoom=CITY_ZOOM, fly=False)


def _linked_view(text: str) -> dict[str, float] | None:
    """Read ``latitude,longitude,zoom``; anything else is no view, and the map shows the world."""
    parts = text.split(",")
    if len(parts) != len(("lat", "lon", "zoom")):
        return None
    try:
        lat, lon, zoom = map(float, parts)
    except ValueError:
        return None
    inside = abs(lat) <= 90 and abs(lon) <= 360 and 0 <= zoom <= 18
    return {"lat": lat, "lon": lon, "zoom": zoom} if inside else None


def current_move() -> Move | None:
    """Return the last order given, which the map carries out once."""
    order = st.session_state.get(keys.DESTINATION)
    return Move(**order) if order and order["number"] else None
