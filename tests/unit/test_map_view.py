"""The map on a page, below its picture: clicks, orders to go somewhere, views in links, the file of the members."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st

from atlas.ui.frame import keys
from atlas.ui.parts import map_view
from geo.folium_map import Move
from tests.tiny import NAMES

if TYPE_CHECKING:
    from atlas.model import Network


@pytest.fixture(autouse=True)
def visit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin a visit."""
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", {})


@pytest.mark.parametrize(
    ("text", "view"),
    [
        *[("48.6,2.4,6", {"lat": 48.6, "lon": 2.4, "zoom": 6}), ("90,360,18", {"lat": 90, "lon": 360, "zoom": 18})],
        *[("-90,-360,0", {"lat": -90, "lon": -360, "zoom": 0}), ("90.5,0,3", None), ("-91,0,3", None)],
        *[("0,360.5,3", None), ("0,-361,3", None), ("0,0,-1", None), ("0,0,18.5", None), ("0,0", None), ("", None)],
        *[("0,0,3,4", None), ("a,b,c", None), ("nan,0,3", None), ("0,nan,3", None), ("0,0,nan", None)],
        *[("inf,0,3", None), ("91,0,-1", None), ("0,0,0.5", {"lat": 0, "lon": 0, "zoom": 0.5})],
    ],
)
def test_a_view_is_a_place_of_the_world_and_a_zoom_of_the_map(text: str, view: dict[str, float] | None) -> None:
    assert map_view._linked_view(text) == view


def test_a_click_counts_once_and_a_second_on_the_same_pin_again() -> None:
    assert map_view._new_click({}, "world") is None
    assert map_view._new_click({"clicks": 1, "city": "evry"}, "world") == "evry"
    assert map_view._new_click({"clicks": 1, "city": "evry"}, "world") is None
    assert map_view._new_click({"clicks": 2, "city": "evry"}, "world") == "evry"
    assert map_view._new_click({"clicks": 1, "city": "evry"}, "another map") == "evry"
    assert map_view._new_click({"city": "evry"}, "world") is None  # a map that was made anew counts from nothing
    assert map_view._new_click({"clicks": 1, "city": "evry"}, "world") == "evry"


def test_each_order_has_the_next_number() -> None:
    assert map_view.current_move() is None
    map_view.next_move(lat=1.0, lon=2.0, zoom=3.0)
    assert map_view.current_move() == Move(number=1, lat=1.0, lon=2.0, zoom=3.0)
    map_view.next_move(bounds=((0.0, 1.0), (2.0, 3.0)))
    assert map_view.current_move() == Move(number=2, bounds=((0.0, 1.0), (2.0, 3.0)))


@pytest.mark.parametrize(
    ("view", "city_id", "order"),
    [
        ("1,2,3", None, {"number": 1, "lat": 1, "lon": 2, "zoom": 3, "fly": False}),
        ("1,2,3", "accent-fra", {"number": 1, "lat": 1, "lon": 2, "zoom": 3, "fly": False}),
        (None, "accent-fra", {"number": 1, "lat": 48.6, "lon": 2.4, "zoom": 6, "fly": False}),
        ("north", "accent-fra", {"number": 1, "lat": 48.6, "lon": 2.4, "zoom": 6, "fly": False}),
        (None, "script-grc", {"number": 0}),
        (None, None, {"number": 0}),
    ],
)
def test_on_arrival_the_map_stands_at_once_where_the_link_says(
    tiny: Network, view: str | None, city_id: str | None, order: dict[str, Any]
) -> None:
    if view:
        st.query_params[keys.VIEW] = view
    map_view.adopt_link(tiny.cities.loc[city_id] if city_id else None)
    assert st.session_state[keys.DESTINATION] == order
    map_view.adopt_link(tiny.cities.loc["at-deu"])  # only on arrival
    assert st.session_state[keys.DESTINATION] == order


def test_before_anybody_moves_it_the_map_has_no_order() -> None:
    map_view.adopt_link(None)
    assert map_view.current_move() is None


def test_the_file_of_the_members_is_short_and_in_letters_as_they_are(tiny: Network) -> None:
    text = map_view._members_file(tiny, "en").decode()
    assert '"المدينة"' in text
    assert ": " not in text.replace(*("script>", ""))
    members = json.loads(text)
    assert members["name"] == list(NAMES.values())
    assert members["note"] == ["", "", "Governorate", "District", "District", "", "", "Commune", "", ""]
    assert members["countries"] == ["Germany", "Egypt", "France", "Greece", "Kenya", "Republic of Korea", "Nigeria"]


def test_a_position_that_is_no_number_is_refused_before_the_map_gets_it(
    tiny: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_view, "pins", lambda _network: {"lat": [float("nan")]})
    with pytest.raises(ValueError, match="JSON"):
        map_view._members_file(tiny, "another language")
