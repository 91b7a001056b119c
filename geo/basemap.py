"""The outlines that the map draws: UN Geodata made fit for a web map.

The source file wraps shapes that cross the antimeridian from +180° to -180° within one ring; drawn as they are, such
rings streak across the whole map.  Here every ring is unwrapped, clipped to one world and only then simplified.  Land
and borders are kept apart, so that the cut at the antimeridian is never drawn as if it were a border.
"""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

TOLERANCES_DEGREES = {"world": 0.15, "near": 0.01}
"""How much detail is left out of the two base maps: one to begin with, one for zooming in."""
COORDINATE_DECIMALS = 2
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
    from shapely.affinity import translate
    from shapely.geometry import MultiPolygon, box

    parts = [_unwrapped(polygon) for polygon in getattr(geometry, "geoms", [geometry])]
    pieces = []
    for offset in (-360.0, 0.0, 360.0):
        world = box(-ANTIMERIDIAN + offset, -90, ANTIMERIDIAN + offset, 90)
        pieces += [translate(part.intersection(world), -offset) for part in parts if part.intersects(world)]
    # The source also lists the holes of a split shape as parts of their own (the White Sea): what is covered twice
    # is water, so the parts are combined by exclusive or.
    merged = _without_seams(reduce(lambda land, piece: land.symmetric_difference(piece), pieces), parts)
    polygons = [part for part in getattr(merged, "geoms", [merged]) if part.geom_type == "Polygon"]
    return MultiPolygon(polygons)


def _unwrapped(polygon: Any) -> BaseGeometry:
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
            features.append(_feature(row.iso3, "land", _simple(land, tolerance)))
            features.append(_feature(row.iso3, "border", _simple(border, tolerance)))
        else:
            features.append(_feature(row.iso3, "both", _simple(land, tolerance)))
    return {"type": "FeatureCollection", "features": features}


def _simple(shape: BaseGeometry, tolerance: float) -> BaseGeometry:
    simple = shape.simplify(tolerance)
    return shape if simple.is_empty else simple


def _feature(iso3: str, part: str, shape: BaseGeometry) -> dict[str, Any]:
    from shapely.geometry import mapping

    return {
        "type": "Feature",
        "properties": {"iso3": iso3, "part": part},
        "geometry": _rounded(mapping(shape)),
    }


def _rounded(geometry: Any) -> Any:
    if isinstance(geometry, dict):
        return {key: _rounded(value) for key, value in geometry.items()}
    if isinstance(geometry, list | tuple):
        return [_rounded(value) for value in geometry]
    return round(geometry, COORDINATE_DECIMALS) if isinstance(geometry, float) else geometry


def write_outlines(source: Path, folder: Path) -> None:
    """Read the UN outlines and write the base maps that the app serves (compact JSON, same bytes every time).

    Parameters
    ----------
    source : pathlib.Path
        The outlines as packaged.
    folder : pathlib.Path
        Where ``outlines-world.geojson`` and ``outlines-near.geojson`` go.
    """
    import geopandas as gpd

    countries = gpd.read_file(source)
    for name, tolerance in TOLERANCES_DEGREES.items():
        text = json.dumps(build_outlines(countries, tolerance), separators=(",", ":"))
        (folder / f"outlines-{name}.geojson").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    write_outlines(root / "data" / "boundaries" / "un_countries_50m.geojson", root / "static" / "map")
