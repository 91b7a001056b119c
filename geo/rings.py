"""The land as rings of points, for drawings without a map library."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

FOLDER: Final = Path(__file__).resolve().parent.parent / "static" / "map"

Grade: TypeAlias = Literal["world", "near"]
Ring: TypeAlias = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude), degrees, EPSG:4326; the last is the first."""


@cache
def land_rings(grade: Grade = "world") -> tuple[Ring, ...]:
    """Return the outer rings of the land of each country; they are split at the date line already.

    Parameters
    ----------
    grade : {"world", "near"}
        How much detail (:data:`geo.basemap.TOLERANCES_DEGREES`).
    """
    outlines = json.loads((FOLDER / f"outlines-{grade}.geojson").read_text(encoding="utf-8"))
    found = []
    for feature in outlines["features"]:
        shape = feature["geometry"]
        if shape["type"] in ("Polygon", "MultiPolygon"):
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found += [tuple((lon, lat) for lon, lat in polygon[0]) for polygon in polygons]
    return tuple(found)
