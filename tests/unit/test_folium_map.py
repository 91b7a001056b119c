"""The map: own assets only, a base that never changes, members as one bit each, nothing evaluated."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import folium
import pandas as pd
import pytest
from streamlit_folium import _get_map_string, generate_leaflet_string

from atlas.load import load_network
from atlas.model import REGIONS
from geo.folium_map import ASSETS, Move, build_base_map, build_member_layer
from geo.points import bounds, member_columns, members_mask, placed

STATIC = Path(__file__).parents[2] / "static"


def _script(layer: folium.FeatureGroup) -> str:
    return str(generate_leaflet_string(layer, base_id="feature_group_0"))


def _payload(layer: folium.FeatureGroup) -> dict[str, object]:
    found = re.search(r"window\.atlas\.show\((.*)\);", _script(layer))
    assert found
    return dict(json.loads(found[1]))


def test_every_asset_of_the_map_is_served_by_us_and_exists() -> None:
    base = build_base_map("credit")
    links = [link for _name, link in (*base.default_js, *base.default_css)]
    assert links
    for link in links:
        assert link.startswith(ASSETS)
        assert (STATIC / link.removeprefix(ASSETS + "/")).is_file(), link


def test_the_lists_of_folium_itself_are_left_alone() -> None:
    build_base_map("credit")
    assert any("http" in link for _name, link in folium.Map.default_js)


def test_the_base_map_is_the_same_script_every_time() -> None:
    first, second = (_get_map_string(_rendered(build_base_map("credit"))) for _ in range(2))
    assert first == second


def _rendered(base: folium.Map) -> folium.Map:
    base.get_root().render()
    return base


def test_a_filter_sends_one_bit_per_member() -> None:
    everyone = pd.Index([f"city-{i}" for i in range(20)])
    mask = members_mask(everyone, everyone[[0, 9, 19]])
    bits = "".join(f"{byte:08b}"[::-1] for byte in base64.b64decode(mask))
    assert [i for i, bit in enumerate(bits) if bit == "1"] == [0, 9, 19]


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "{{ 7 * 7 }}", "{% raw %}", "a\u2028b"])
def test_texts_from_outside_reach_the_browser_as_text(name: str) -> None:
    layer = build_member_layer("members.json", "", words={"title": name})
    assert "</script>" not in _script(layer)
    assert _payload(layer)["words"] == {"title": name}


def test_a_move_is_an_order_with_a_number() -> None:
    payload = _payload(build_member_layer("m", "", words={}, move=Move(number=3, lat=1.5, lon=2.5, zoom=6)))
    assert isinstance(payload["move"], dict)
    assert {key: payload["move"][key] for key in ("number", "lat", "lon", "zoom")} == {
        "number": 3,
        "lat": 1.5,
        "lon": 2.5,
        "zoom": 6,
    }


def test_columns_keep_every_member_and_say_what_is_unknown() -> None:
    cities = load_network().cities.head(3).copy()
    cities["lat"] = [1.23456, float("nan"), 3.0]
    cities["joined_year"] = pd.array([2020, None, 2016], dtype="Int64")
    ranks = pd.Series([2, 0, 1], index=cities.index)
    columns = member_columns(cities, regions=REGIONS, countries={}, notes={"district": "District"}, ranks=ranks)
    assert columns["lat"] == [1.2346, None, 3.0]
    assert columns["year"] == [2020, 0, 2016]
    assert len(columns["region"]) == 3
    assert {int(digit) for digit in columns["region"]} <= set(range(len(REGIONS)))


def test_bounds_are_those_of_the_placed_members() -> None:
    cities = pd.DataFrame({"lat": [1.0, None, 5.0], "lon": [10.0, 20.0, -3.0]})
    assert bounds(cities) == ((1.0, -3.0), (5.0, 10.0))
    assert bounds(cities.iloc[[1]]) is None
    assert len(placed(cities)) == 2


TOOLS = {"fit": ("Fit", "Zoom")}


def test_the_layer_hands_over_exactly_what_the_script_reads() -> None:
    layer = build_member_layer("m.json", "AQ==", words={"zoom": "<b>"}, selected="evry", newest=2019, tools=TOOLS)
    assert _payload(layer) == {
        "source": "m.json",
        "mask": "AQ==",
        "words": {"zoom": "<b>"},
        "selected": "evry",
        "newest": 2019,
        "tools": {"fit": ["Fit", "Zoom"]},
        "move": None,
        "replay": None,
    }
    plain = _payload(build_member_layer("m.json", "", words={}))
    assert (plain["selected"], plain["newest"], plain["tools"], plain["move"]) == (None, None, None, None)
    assert (layer.layer_name, layer.control) == ("members", False)


def test_the_world_stands_as_it_is_before_anybody_moves_it() -> None:
    base = build_base_map('"credit" <b>')
    options = base.options
    assert (base.location, options["zoom"], options["zoom_snap"], options["zoom_delta"]) == ([15, 10], 2, 1 / 32, 0.75)
    assert (options["wheel_px_per_zoom_level"], options["world_copy_jump"]) == (90, False)
    assert options["max_bounds_viscosity"] == 0.8
    script = _get_map_string(_rendered(base))
    assert "tileLayer" not in script
    assert "outlines-world.geojson" in script
    assert "outlines-near.geojson" in script
    assert "outlines-close.geojson" in script
    assert "countries.json" in script
    assert "<b>" not in script


def test_only_a_map_made_for_a_replay_loads_its_script() -> None:
    plain, replaying = build_base_map("credit"), build_base_map("credit", replay=True)
    assert [each for each in replaying.default_js if each not in plain.default_js] == [
        (f"{ASSETS}/map/map_replay.js", f"{ASSETS}/map/map_replay.js")
    ]
    assert replaying.default_css == plain.default_css
    assert (STATIC / "map" / "map_replay.js").is_file()
    assert (STATIC / "map" / "map_replay.css").is_file()
    assert f'"replay":"{ASSETS}/map/map_replay.css"' in _get_map_string(_rendered(replaying))
    assert '"replay":null' in _get_map_string(_rendered(plain))
    assert _payload(build_member_layer("m", "", words={}, replay="years.json"))["replay"] == "years.json"


def test_a_move_asks_to_be_remembered_and_flies_unless_told_otherwise() -> None:
    assert Move(number=1).as_json() == {
        "number": 1,
        "lat": None,
        "lon": None,
        "zoom": None,
        "bounds": None,
        "fly": True,
        "remember": True,
    }


def test_the_map_starts_between_the_continents_and_zooms_in_fine_steps() -> None:
    base = build_base_map("credit")
    assert (base.location, base.options["zoom"]) == ([15, 10], 2)
    told = {name: base.options[name] for name in ("zoom_snap", "zoom_delta", "wheel_px_per_zoom_level")}
    assert told == {"zoom_snap": 0.03125, "zoom_delta": 0.75, "wheel_px_per_zoom_level": 90}
    assert (base.options["world_copy_jump"], base.options["max_bounds_viscosity"]) == (False, 0.8)


def test_names_are_sent_as_they_are_written_and_no_number_that_is_none() -> None:
    assert "Évry" in _script(build_member_layer("m", "", words={"title": "Évry"}))
    with pytest.raises(ValueError, match="JSON compliant"):
        _script(build_member_layer("m", "", words={}, move=Move(number=1, lat=float("nan"))))


def test_an_order_is_remembered_and_flown_to_and_the_layer_has_no_switch() -> None:
    layer = build_member_layer("m", "", words={}, move=Move(number=3))
    move = {"number": 3, "lat": None, "lon": None, "zoom": None, "bounds": None, "fly": True, "remember": True}
    assert _payload(layer)["move"] == move
    assert layer.control is False
