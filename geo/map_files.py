"""What the map consists of in a browser: its files below ``static/``, how it starts, JSON that is safe in a script.

The app hands the addresses of these files to its component (:mod:`geo.folium_map`); a file to take away has their
content inside.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAFLET: Final = "leaflet/leaflet.js"

MAP_SCRIPTS: Final = (
    "map/map_base.js",
    "map/map_clusters.js",
    "map/map_labels.js",
    "map/map_reach.js",
    "map/map_tools.js",
    "map/atlas_map.js",
)
"""The map itself, in this order; before it comes a host that says what is round it (``map/map_app.js`` in the app)."""

MAP_STYLES: Final = ("leaflet/leaflet.css", "map/atlas_map.css")

START: Final[Mapping[str, Any]] = {
    "zoom_start": 2,
    "zoom_snap": 1 / 32,
    "zoom_delta": 0.75,
    "wheel_px_per_zoom_level": 90,
    "world_copy_jump": False,
    "max_bounds_viscosity": 0.8,
}
"""How a map starts, as folium calls it.  So fine a step that what is fitted fills its frame; a part of two, so that a
zoom is the same after any way to it."""

CENTRE: Final = (15, 10)
"""Latitude and longitude of a map that nobody has moved, in degrees: between the continents."""

CREDIT: Final = "UN Geodata · GeoNames"
"""What stands in the corner of a map."""


def leaflet_options() -> dict[str, Any]:
    """Return how a map starts, as Leaflet calls it.

    >>> leaflet_options()["zoomSnap"], leaflet_options()["zoom"]
    (0.03125, 2)
    """
    named = {_camel(name.removesuffix("_start")): value for name, value in START.items()}
    return {"center": list(CENTRE), **named}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.title, others))


def script_json(data: Any) -> str:
    r"""Return JSON that is safe inside a script, whatever the names hold.

    >>> script_json({"name": "</script>"})
    '{"name":"\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
