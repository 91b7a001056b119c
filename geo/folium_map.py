"""The folium map: a base that never changes and a layer of members that does.

streamlit-folium makes the map anew whenever the script of the base map changes, and ships no Leaflet of its own.  So
the base carries nothing that depends on a filter, the members are loaded once by address, a filter sends one bit per
member, and all assets come from ``static/`` through addresses relative to the component's frame (they work under any
base path).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.basemap import GRADES
from geo.map_files import CENTRE, LEAFLET, MAP_SCRIPTS, MAP_STYLES, START, script_json

if TYPE_CHECKING:
    from collections.abc import Mapping

ASSETS: Final = "../../app/static"
"""The app's static files as seen from the component's frame."""

SCRIPTS: Final = tuple(f"{ASSETS}/{file}" for file in (LEAFLET, "map/map_app.js", *MAP_SCRIPTS))
STYLES: Final = tuple(f"{ASSETS}/{file}" for file in MAP_STYLES)
"""All that a map loads, in this order."""

REPLAY_SCRIPT: Final = f"{ASSETS}/map/map_replay.js"
REPLAY_STYLE: Final = f"{ASSETS}/map/map_replay.css"
"""What a map loads beside that to show its members year by year; the script asks for its style itself."""


@dataclass(frozen=True)
class Move:
    """Where the map should go, once.

    Attributes
    ----------
    number : int
        A new number is a new order; the same number is never carried out twice.
    lat, lon : float, optional
        Centre, degrees, EPSG:4326.
    zoom : float, optional
        Leaflet zoom level.
    bounds : tuple, optional
        ``((south, west), (north, east))`` in degrees, instead of a centre.
    fly : bool
        Whether to animate (never when the visitor's system asks for less motion).
    """

    number: int
    lat: float | None = None
    lon: float | None = None
    zoom: float | None = None
    bounds: tuple[tuple[float, float], tuple[float, float]] | None = None
    fly: bool = True

    def as_json(self) -> dict[str, Any]:
        """Return the order as the map's script reads it."""
        return {**self.__dict__, "remember": True}


class _AtlasMap(folium.Map):
    """A folium map that loads Leaflet and our script from our own server, and nothing else."""

    default_js: Final = [(address, address) for address in SCRIPTS]  # type: ignore[misc]
    default_css: Final = [(address, address) for address in STYLES]  # type: ignore[misc]

    def render(self, **_kwargs: Any) -> str:
        """Do nothing: streamlit-folium takes script and files from the map; folium would compile a page each time."""
        return ""


class _ReplayMap(_AtlasMap):
    """One that can show its members year by year as well."""

    default_js: Final = [*_AtlasMap.default_js, (REPLAY_SCRIPT, REPLAY_SCRIPT)]  # type: ignore[misc]


class _Start(MacroElement):
    """Hands the finished Leaflet map to our script."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.atlas.start({{ this._parent.get_name() }}, {{ this.options }});"
        "{% endmacro %}"
    )

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__()
        self._name = "Start"
        self.options = script_json(options)


class _Members(MacroElement):
    """Hands the members to draw to our script."""

    _template = Template("{% macro script(this, kwargs) %}window.atlas.show({{ this.data }});{% endmacro %}")

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()
        self._name = "Members"
        self.data = script_json(data)

    def render(self, **_kwargs: Any) -> str:
        """Do nothing: streamlit-folium takes the script from the macro; folium would compile the data as a template."""
        return ""


def build_base_map(attribution: str, *, replay: bool = False) -> folium.Map:
    """Return the map without members: the same script on every run.

    Parameters
    ----------
    attribution : str
        Credit shown in the corner, as plain text.
    replay : bool
        Whether the members are to be shown year by year, with a bar to steer below the map.
    """
    base = (_ReplayMap if replay else _AtlasMap)(location=CENTRE, tiles=None, **START)
    base._name = "Map"  # streamlit-folium finds the map by this name
    outlines = {name: f"{ASSETS}/map/outlines-{name}.geojson" for name in GRADES}
    countries = f"{ASSETS}/map/countries.json"
    options = {"outlines": outlines, "countries": countries, "attribution": attribution}
    base.add_child(_Start({**options, "replay": REPLAY_STYLE if replay else None}))
    return base


def build_member_layer(
    source: str,
    mask: str,
    *,
    words: Mapping[str, Any],
    selected: str | None = None,
    newest: int | None = None,
    tools: Mapping[str, tuple[str, str]] | None = None,
    move: Move | None = None,
    replay: str | None = None,
) -> folium.FeatureGroup:
    """Return the layer that changes with the filters: not the members, only which of them are shown.

    Parameters
    ----------
    source : str
        Address of the members (:func:`geo.points.member_columns` as JSON), loaded by the map once.
    mask : str
        Which of them to draw (:func:`geo.points.members_mask`).
    words : mapping
        Translated texts of the map's script.
    selected : str, optional
        ``city_id`` to mark.
    newest : int, optional
        Joining year that a tool highlights.
    tools : mapping, optional
        Text and explanation of each tool (``fit``, ``newest``, ``tiles``); without it the map has none.  ``tiles``
        loads OpenStreetMap's tiles, the one thing that needs a network.
    move : Move, optional
        Where to go.
    replay : str, optional
        Address of what the script of the replay needs, loaded by the map once; only for a base map made for it.
    """
    data = {
        "source": source,
        "mask": mask,
        "words": dict(words),
        "selected": selected,
        "newest": newest,
        "tools": dict(tools) if tools else None,
        "move": move.as_json() if move else None,
        "replay": replay,
    }
    layer = folium.FeatureGroup(name="members", control=False)
    layer.add_child(_Members(data))
    return layer
