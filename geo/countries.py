"""Country outlines, and whether a point lies in the country it is said to be in.

The outlines are those of UN Geodata at two scales (GeoJSON, WGS 84, property
``iso3``; codes that begin with X are areas shown as disputed or undetermined).
They are generalised and leave out small islands, so a check needs a tolerance.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

BOUNDARIES_DIR = Path(__file__).resolve().parent.parent / "data" / "boundaries"
# Measured on the members: the outlines cut off or leave out coasts and islands, so that true
# positions lie up to 29 km (Phuket) and 20 km (Dakar) outside; 7 km is the most elsewhere.
# A namesake abroad is hundreds of kilometres away.
TOLERANCE_KM = 35.0
Scale = Literal["50m", "110m"]


@lru_cache(maxsize=2)
def load_outlines(scale: Scale = "50m", folder: Path = BOUNDARIES_DIR) -> gpd.GeoDataFrame:
    """Read the country outlines.

    Parameters
    ----------
    scale : {"50m", "110m"}
        1:50 million for checks and close maps, 1:110 million for world maps.

    Returns
    -------
    geopandas.GeoDataFrame
        Indexed by ``iso3``, geometry in WGS 84 (EPSG:4326).  Shared between
        callers: do not change it.

    Raises
    ------
    FileNotFoundError
        If the file is missing.
    """
    import geopandas as gpd

    path = folder / f"un_countries_{scale}.geojson"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing; restore it from the repository")
    outlines = gpd.read_file(path).set_index("iso3").sort_index()
    outlines.geometry = outlines.geometry.make_valid()
    return outlines


def country_distance_km(
    iso3: Sequence[str],
    lat: Sequence[float] | NDArray[np.float64],
    lon: Sequence[float] | NDArray[np.float64],
    *,
    outlines: gpd.GeoDataFrame | None = None,
) -> NDArray[np.float64]:
    """Return how far each point lies outside its country, 0 inside.

    Parameters
    ----------
    iso3 : sequence of str
        Country of each point, ISO 3166-1 alpha-3.
    lat, lon : sequence of float
        WGS 84 degrees, as long as `iso3`.
    outlines : geopandas.GeoDataFrame, optional
        From `load_outlines`; 1:50 million if left out.

    Returns
    -------
    numpy.ndarray
        Kilometres to the nearest point of the outline.  NaN where the position
        is missing.

    Raises
    ------
    ValueError
        If a country has no outline.
    """
    import geopandas as gpd
    import numpy as np

    outlines = load_outlines() if outlines is None else outlines
    unknown = sorted(set(iso3) - set(outlines.index))
    if unknown:
        raise ValueError(f"no outline for {', '.join(unknown)}; use ISO 3166-1 alpha-3 codes")
    points = gpd.points_from_xy(lon, lat)  # (lon, lat) from here on
    countries = outlines.geometry.loc[list(iso3)].to_numpy()
    distance = np.where(gpd.GeoSeries(countries).covers(gpd.GeoSeries(points)), 0.0, np.nan)
    for row in np.flatnonzero(np.isnan(distance) & np.isfinite(points.x) & np.isfinite(points.y)):
        distance[row] = _gap_km(countries[row], points.x[row], points.y[row])
    return distance


def _gap_km(country: BaseGeometry, lon: float, lat: float) -> float:
    """Distance from a point outside to a country, on a plane that is true from that point."""
    import numpy as np
    import shapely
    from pyproj import Transformer

    # Distances from the centre of an azimuthal equidistant projection are geodesic ones.
    local = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=km"
    to_local = Transformer.from_crs("EPSG:4326", local, always_xy=True)
    flat = shapely.transform(shapely.boundary(country), lambda xy: np.column_stack(to_local.transform(*xy.T)))
    return float(shapely.distance(flat, shapely.Point(0.0, 0.0)))


def contains(
    iso3: Sequence[str],
    lat: Sequence[float] | NDArray[np.float64],
    lon: Sequence[float] | NDArray[np.float64],
    *,
    tolerance_km: float = TOLERANCE_KM,
    outlines: gpd.GeoDataFrame | None = None,
) -> NDArray[np.bool_]:
    """Tell for each point whether it lies in its country, give or take `tolerance_km`.

    Parameters and errors as in `country_distance_km`; a missing position is
    not contained.
    """
    import numpy as np

    distance = country_distance_km(iso3, lat, lon, outlines=outlines)
    return np.nan_to_num(distance, nan=np.inf) <= tolerance_km
