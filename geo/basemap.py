"""The outlines that the map draws: UN Geodata made fit for a web map.

The source file wraps shapes that cross the antimeridian from +180° to -180° within one ring; drawn as they are, such
rings streak across the whole map.  Here every ring is unwrapped, clipped to one world and only then simplified.  Land
and borders are kept apart, so that the cut at the antimeridian is never drawn as if it were a border.
"""

from __future__ import annotations

import json
from functools import lru_cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.outlines_json import feature, simple

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).resolve().parent.parent / "static" / "map"
TOLERANCES_DEGREES = {"world": 0.15, "near": 0.01}
"""How much detail is left out of the two base maps of countries: one to begin with, one for zooming in."""
COORDINATE_DECIMALS = 2
GRADES = (*TOLERANCES_DEGREES, "close")
"""The third has finer coasts (:mod:`geo.coasts`)."""
UNNAMED = frozenset({"ATA", "ESH", "FLK", "HKG", "MAC", "SGS", "TWN"})
"""Areas without a name on the map beside those whose code starts with X: no name suits everybody who reads it."""
ANTIMERIDIAN = 180.0
# No country across the antimeridian has a real edge as straight and long as this; the source cuts the Russian
# Federation along a few, leaving slivers.
SEAM_MIN_DEGREES = 20.0
SEAM_WIDTH_DEGREES = 0.15


def unwrap_ring(longitudes: np.ndarray) -> np.ndarray:
    """Undo jumps of more than half a turn between neighbouring vertices.

    Parameters
    ----------
    longitudes : numpy.ndarray, shape (n,)
        Degrees east, EPSG:4326, as they follow each other along a ring.

    Returns
    -------
    numpy.ndarray, shape (n,)
        The same ring without jumps; values may leave the range [-180, 180].

    Examples
    --------
    >>> import numpy as np
    >>> unwrap_ring(np.array([179.0, -179.0, -178.0])).tolist()
    [179.0, 181.0, 182.0]
    """
    import numpy as np

    return np.unwrap(longitudes, period=2 * ANTIMERIDIAN)


def split_at_antimeridian(geometry: BaseGeometry) -> MultiPolygon:
    """Return the polygons of a shape, each inside one world of 360 degrees.

    A ring that does not come back to its start after unwrapping runs round a pole (Antarctica): it is closed along
    the pole first.
    """
    from shapely.geometry import MultiPolygon

    parts = [unwrapped(polygon) for polygon in getattr(geometry, "geoms", [geometry])]
    pieces = clipped_to_world(parts)
    # The source also lists the holes of a split shape as parts of their own (the White Sea): what is covered twice
    # is water, so the parts are combined by exclusive or.
    merged = _without_seams(reduce(lambda land, piece: land.symmetric_difference(piece), pieces), parts)
    polygons = [part for part in getattr(merged, "geoms", [merged]) if part.geom_type == "Polygon"]
    return MultiPolygon(polygons)


def clipped_to_world(parts: list[BaseGeometry]) -> list[BaseGeometry]:
    """Return unwrapped shapes cut at the antimeridian, every piece moved into [-180, 180]."""
    from shapely.affinity import translate
    from shapely.geometry import box

    pieces = []
    for offset in (-360.0, 0.0, 360.0):
        world = box(-ANTIMERIDIAN + offset, -90, ANTIMERIDIAN + offset, 90)
        pieces += [translate(part.intersection(world), -offset) for part in parts if part.intersects(world)]
    return pieces


def unwrapped(polygon: Any) -> BaseGeometry:
    """Return a polygon whose rings do not jump at the antimeridian; it may leave [-180, 180]."""
    import numpy as np
    from shapely import make_valid
    from shapely.geometry import Polygon

    rings = []
    for ring in (polygon.exterior, *polygon.interiors):
        lon, lat = np.asarray(ring.coords).T[:2]
        lon = unwrap_ring(lon)
        if abs(lon[-1] - lon[0]) > ANTIMERIDIAN:  # once round the pole
            pole = np.copysign(90.0, lat.mean())
            lon, lat = np.r_[lon, lon[-1], lon[0]], np.r_[lat, pole, pole]
        rings.append(np.column_stack([lon, lat]))
    # A hole is unwrapped on its own and can end up one turn away from its shell.
    shell = rings[0]
    holes = [hole + [360.0 * round((shell[:, 0].mean() - hole[:, 0].mean()) / 360.0), 0.0] for hole in rings[1:]]
    return make_valid(Polygon(shell, holes))


def _seams(part: BaseGeometry) -> BaseGeometry:
    """Return the artificial long straight edges of a polygon as lines, for every turn of the globe."""
    import numpy as np
    from shapely.affinity import translate
    from shapely.geometry import LineString, MultiLineString
    from shapely.ops import unary_union

    edges = []
    for polygon in getattr(part, "geoms", [part]):
        corners = np.asarray(polygon.exterior.coords)
        for i in np.flatnonzero(np.abs(np.diff(corners[:, 0])) > SEAM_MIN_DEGREES):
            if abs(corners[i, 1]) < 85:  # the closing line along the pole is wanted
                edges.append(LineString(corners[i : i + 2]))
    return unary_union([translate(MultiLineString(edges), offset) for offset in (-360.0, 0.0, 360.0)])


def _without_seams(land: BaseGeometry, parts: list[BaseGeometry]) -> BaseGeometry:
    """Close the gaps and drop the slivers along seams; nothing away from a seam is touched."""
    from shapely.ops import unary_union

    if all(part.bounds[0] >= -ANTIMERIDIAN and part.bounds[2] <= ANTIMERIDIAN for part in parts):
        return land  # a straight edge away from the antimeridian is a border: the 49th parallel
    corridor = unary_union([_seams(part) for part in parts]).buffer(2 * SEAM_WIDTH_DEGREES, cap_style="flat")
    closed = land.buffer(SEAM_WIDTH_DEGREES).buffer(-SEAM_WIDTH_DEGREES)
    opened = closed.buffer(-SEAM_WIDTH_DEGREES).buffer(SEAM_WIDTH_DEGREES)
    return unary_union([land.difference(corridor), opened.intersection(corridor)])


def borders_of(land: MultiPolygon) -> BaseGeometry:
    """Return the outline of a shape without the cuts along the antimeridian and the map's lower edge."""
    from shapely.geometry import box

    inside = box(-ANTIMERIDIAN + 0.02, -85.0, ANTIMERIDIAN - 0.02, 90)
    return land.boundary.intersection(inside)


def build_outlines(countries: gpd.GeoDataFrame, tolerance: float) -> dict[str, Any]:
    """Return the base map as GeoJSON: a feature per country, or land and border if the map's edge cuts it.

    Parameters
    ----------
    countries : geopandas.GeoDataFrame
        Columns ``iso3`` and ``geometry`` (EPSG:4326), as in ``data/boundaries/un_countries_50m.geojson``.
    tolerance : float
        Detail to leave out, degrees; islets smaller than that stay as they are.

    Returns
    -------
    dict
        A FeatureCollection; properties ``iso3`` and ``part`` (``"both"``, ``"land"`` or ``"border"``), coordinates
        (lon, lat) in degrees with two decimals (about 1 km, finer than the 1:50 million source).
    """
    features = []
    for row in countries.sort_values("iso3").itertuples():
        land = split_at_antimeridian(row.geometry)
        border = borders_of(land)
        if border.length < land.length:
            features.append(feature(row.iso3, "land", simple(land, tolerance), COORDINATE_DECIMALS))
            features.append(feature(row.iso3, "border", simple(border, tolerance), COORDINATE_DECIMALS))
        else:
            features.append(feature(row.iso3, "both", simple(land, tolerance), COORDINATE_DECIMALS))
    return {"type": "FeatureCollection", "features": features}


def label_points(countries: gpd.GeoDataFrame) -> dict[str, tuple[float, float, float]]:
    """Return where each country is named: inside the largest of its parts.

    Parameters
    ----------
    countries : geopandas.GeoDataFrame
        As for `build_outlines`.

    Returns
    -------
    dict
        ``(lat, lon, span)`` per ISO 3166-1 alpha-3 code, degrees with two decimals; ``span`` is how wide the land is
        at that point, in degrees of longitude.  Areas that are not named are left out.
    """
    named = countries[~countries["iso3"].isin(UNNAMED) & ~countries["iso3"].str.startswith("X")]
    return {row.iso3: _label_point(row.geometry) for row in named.sort_values("iso3").itertuples()}


def _label_point(country: BaseGeometry) -> tuple[float, float, float]:
    """Return the point of the largest part with the most land to both sides, on five lines across its middle."""
    from shapely import area

    largest = max(split_at_antimeridian(country).geoms, key=area)
    south, north = largest.bounds[1], largest.bounds[3]
    chords = [_chord(largest, south + (north - south) * share) for share in (0.5, 0.4, 0.6, 0.3, 0.7)]
    west, east, lat = max(chords, key=lambda chord: chord[1] - chord[0])
    return round(lat, 2), round((west + east) / 2, 2), round(east - west, 2)


def _chord(polygon: Any, lat: float) -> tuple[float, float, float]:
    """Return the longest stretch of land on a parallel: its western and eastern end, and the parallel."""
    from shapely.geometry import LineString

    across = polygon.intersection(LineString([(-ANTIMERIDIAN, lat), (ANTIMERIDIAN, lat)]))
    west, _lat, east, _lat = max(getattr(across, "geoms", [across]), key=lambda line: line.length).bounds
    return west, east, lat


@lru_cache(maxsize=1)
def named_points() -> dict[str, tuple[float, float, float]]:
    """Return where each country is named (`label_points`), as `write_outlines` left it."""
    points = json.loads((FOLDER / "countries.json").read_text(encoding="utf-8"))
    return {code: tuple(point) for code, point in points.items()}


def named_areas() -> tuple[str, ...]:
    """Return the codes of the areas that have a name on the map."""
    return tuple(named_points())
