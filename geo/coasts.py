"""Coasts for the closest map: those of Natural Earth, with the borders of UN Geodata and no others.

The UN outlines are made for maps of the whole world: at zoom 7 a coast is a few straight strokes.  Natural Earth's land
(1:10 million, public domain, TopoJSON as packaged in world-atlas 2.0.2) has no countries in it, so it says nothing of
borders; these come from the UN file as everywhere else on the map.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from geo.outlines_json import feature, simple

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

SOUTHERN_END = -60.0
COAST_WIDTH_DEGREES = 0.02
"""What of a country's outline lies closer to the sea than this is coast, and not border."""


def read_land(path: Path) -> MultiPolygon:
    """Return the land of a gzipped TopoJSON file as polygons, degrees (lon, lat), EPSG:4326.

    Parameters
    ----------
    path : pathlib.Path
        With an object ``land``.
    """
    from shapely import make_valid
    from shapely.geometry import MultiPolygon, Polygon

    topology = json.loads(gzip.decompress(path.read_bytes()))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    land = topology["objects"]["land"]
    shapes = [ring for geometry in land.get("geometries", [land]) for ring in geometry["arcs"]]
    polygons = [
        make_valid(Polygon(_ring(outer, arcs), [_ring(hole, arcs) for hole in holes])) for outer, *holes in shapes
    ]
    return MultiPolygon(
        [part for polygon in polygons for part in getattr(polygon, "geoms", [polygon]) if part.geom_type == "Polygon"]
    )


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Undo delta encoding and quantisation of one arc."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * kx + dx, y * ky + dy))
    return points


def _ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Join arcs to a ring; a negative number is an arc walked backwards."""
    points: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def inner_borders(countries: gpd.GeoDataFrame) -> BaseGeometry:
    """Return the borders between countries: their outlines without the coasts.

    Parameters
    ----------
    countries : geopandas.GeoDataFrame
        Columns ``iso3`` and ``geometry`` (EPSG:4326), made fit for one world (`geo.basemap.split_at_antimeridian`).
    """
    from shapely import line_merge
    from shapely.ops import unary_union

    shapes = list(countries.geometry.buffer(0))
    coast = unary_union([shape.buffer(COAST_WIDTH_DEGREES / 4) for shape in shapes]).boundary
    return line_merge(unary_union([shape.boundary for shape in shapes]).difference(coast.buffer(COAST_WIDTH_DEGREES)))


def build_coasts(land: MultiPolygon, borders: BaseGeometry, tolerance: float, decimals: int) -> dict[str, Any]:
    """Return the closest base map as GeoJSON: a feature per piece of land, then the borders as far as they lie on it.

    Parameters
    ----------
    land : shapely.geometry.MultiPolygon
        From `read_land`; what lies south of 60 degrees is left out, as the map does.
    borders : shapely.geometry.base.BaseGeometry
        From `inner_borders`.
    tolerance, decimals
        Detail to leave out (degrees), and decimals of the coordinates.
    """
    from shapely import prepare
    from shapely.ops import unary_union

    kept = [part for part in land.geoms if part.bounds[3] > SOUTHERN_END]
    ground = unary_union(kept)
    prepare(ground)
    features = [feature("", "both", simple(part, tolerance), decimals) for part in kept]
    features.append(feature("", "border", simple(borders.intersection(ground), tolerance), decimals))
    return {"type": "FeatureCollection", "features": features}
