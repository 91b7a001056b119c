"""The map on a page: streamlit-folium with everything that keeps it still while filters change."""

from __future__ import annotations

import json
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit import runtime
from streamlit_folium import st_folium

from atlas.labels import sentence_case
from atlas.model import REGIONS
from atlas.summaries.places import summarise_regions
from atlas.ui.frame import cache, keys
from atlas.wording import country_name, language, number
from atlas.wording import gettext as _
from geo.folium_map import Move, build_base_map, build_member_layer
from geo.points import member_columns, members_mask

CITY_ZOOM: Final = 6.0


def show_map(
    cities: pd.DataFrame,
    *,
    key: str,
    height: int,
    selected: str | None = None,
    newest: int | None = None,
    tiles: bool = False,
    move: Move | None = None,
) -> str | None:
    """Draw the members; return the one that was clicked in this run.

    Our script in the frame sends a click itself, with a number that rises, so a second click on the same pin counts;
    streamlit-folium is asked for nothing (``returned_objects=[]``), so moving the map reruns nothing.  It keeps the
    message under our key, where it can be read before the map is drawn: the member clicked is marked at once.
    """
    clicked = _new_click(st.session_state.get(key) or {}, key)
    layer = build_member_layer(
        _members_address(),
        members_mask(cache.network().cities.index, cities.index),
        words=_words(cities),
        selected=clicked or selected,
        newest=newest,
        tiles=tiles,
        move=move,
    )
    st_folium(
        build_base_map("UN Geodata · GeoNames"),
        key=key,
        height=height,
        use_container_width=True,
        feature_group_to_add=layer,
        returned_objects=[],
    )
    return clicked


def _members_address() -> str:
    """Return where the map's frame finds the members; Streamlit forgets a file that a run does not name again."""
    files = runtime.get_instance().media_file_mgr
    address = files.add(_members_file(language()), "application/json", coordinates="members")
    return f"../..{address}"


@st.cache_resource(show_spinner=False)
def _members_file(_language: str) -> bytes:
    cities = cache.network().cities
    columns = member_columns(
        cities,
        regions=REGIONS,
        countries={code: country_name(code) for code in cities["iso3"].unique()},
        notes={kind: sentence_case(_(kind)) for kind in cities["kind"].unique() if kind != "city"},
    )
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _new_click(value: dict[str, Any], key: str) -> str | None:
    clicks, seen = value.get("clicks", 0), st.session_state.get(f"{keys.LAST_CLICK}_{key}", 0)
    st.session_state[f"{keys.LAST_CLICK}_{key}"] = clicks
    return value.get("city") if clicks and clicks != seen else None


def _words(cities: pd.DataFrame) -> dict[str, str]:
    return {
        "language": language(),
        "title": _alternative_text(cities),
        "joined": _("joined {year}"),
        "no_year": _("joining year not published"),
        "bunch": _("{number} members close together: zoom in"),
        "osm": "© OpenStreetMap",
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "tiles_failed": _("The street map cannot be reached; the outlines stay."),
    }


def _alternative_text(cities: pd.DataFrame) -> str:
    """Return what the map shows, as the name of its frame: screen readers read it out before what is inside."""
    regions = summarise_regions(cities)
    parts = [
        _("{name}: {value}").format(name=_(row.region), value=number(row.members))
        for row in regions.itertuples()
        if row.members
    ]
    return _("Map of the members shown. {values}. The same members stand in the table below.").format(
        values="; ".join(parts)
    )


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
