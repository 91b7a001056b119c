"""Coasts for the closest map: those of Natural Earth, with the borders of UN Geodata and no others.

The UN outlines are made for maps of the whole world: at zoom 7 a coast is a few straight strokes.  Natural Earth's land
(1:10 million, public domain, TopoJSON as packaged in world-atlas 2.0.2) has no countries in it, so it says nothing of
borders; these come from the UN file as everywhere else on the map.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from geo.basemap import clipped_to_world, unwrapped
from geo.outlines_json import feature, simple

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

SOUTHERN_END = -60.0
TOLERANCE_DEGREES = 0.018
TOLERANCE_IN_THE_FAR_NORTH = 0.06
FAR_NORTH = 66.5
"""No member beyond, and Mercator's largest islands: a fifth of all the points would be spent there."""
DECIMALS = 3
ISLET_SQUARE_DEGREES = 0.001
GROUP_DEGREES = 10
COAST_WIDTH_DEGREES = 0.02
"""What of a country's outline lies closer to the sea than this is coast, and not border."""
GAP_DEGREES = 0.005
"""Countries this close to each other touch: what lies between them is no sea."""


def read_land(path: Path) -> MultiPolygon:
    """Return the land of a gzipped TopoJSON file as polygons, degrees (lon, lat), EPSG:4326.

    Parameters
    ----------
    path : pathlib.Path
        With an object ``land``.
    """
    from shapely.geometry import MultiPolygon, Polygon

    topology = json.loads(gzip.decompress(path.read_bytes()))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    land = topology["objects"]["land"]
    shapes = [ring for geometry in land.get("geometries", [land]) for ring in geometry["arcs"]]
    parts = [unwrapped(Polygon(_ring(outer, arcs), [_ring(hole, arcs) for hole in holes])) for outer, *holes in shapes]
    pieces = [part for piece in clipped_to_world(parts) for part in getattr(piece, "geoms", [piece])]
    return MultiPolygon([part for part in pieces if part.geom_type == "Polygon"])


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
    coast = unary_union([shape.buffer(GAP_DEGREES) for shape in shapes]).boundary
    return line_merge(unary_union([shape.boundary for shape in shapes]).difference(coast.buffer(COAST_WIDTH_DEGREES)))


def build_coasts(land: MultiPolygon, borders: BaseGeometry) -> dict[str, Any]:
    """Return the closest base map as GeoJSON: features with the land of one part of the world each, then the borders.

    Parameters
    ----------
    land : shapely.geometry.MultiPolygon
        From `read_land`; what lies south of 60 degrees and islets of a few square kilometres are left out.
    borders : shapely.geometry.base.BaseGeometry
        From `inner_borders`; drawn as far as they lie on land.
    """
    from shapely import prepare
    from shapely.ops import unary_union

    kept = [part for part in land.geoms if part.bounds[3] > SOUTHERN_END and part.area > ISLET_SQUARE_DEGREES]
    ground = unary_union(kept)
    prepare(ground)
    groups = _by_neighbourhood([simple(part, _tolerance(part)) for part in kept])
    features = [feature("", "both", group, DECIMALS) for group in groups]
    features.append(feature("", "border", simple(borders.intersection(ground), TOLERANCE_DEGREES), DECIMALS))
    return {"type": "FeatureCollection", "features": features}


def _tolerance(part: BaseGeometry) -> float:
    return TOLERANCE_IN_THE_FAR_NORTH if part.bounds[1] > FAR_NORTH else TOLERANCE_DEGREES


def _by_neighbourhood(parts: list[Any]) -> list[MultiPolygon]:
    """Return the pieces of land grouped by where they begin: the map skips whole groups that are out of sight."""
    from shapely.geometry import MultiPolygon

    groups: dict[tuple[int, int], list[Any]] = {}
    for part in parts:
        west, south, *_ = part.bounds
        groups.setdefault((int(west // GROUP_DEGREES), int(south // GROUP_DEGREES)), []).append(part)
    return [MultiPolygon(group) for _key, group in sorted(groups.items())]
