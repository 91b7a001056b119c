"""Members as points: compact columns for the map, bounds to zoom to."""

from __future__ import annotations

import base64
import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

COORDINATE_DECIMALS: Final = 4
"""About 10 m: finer than any seat of a city is defined."""


def placed(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the members that have coordinates."""
    return cities[cities["lat"].notna() & cities["lon"].notna()]


def member_columns(
    cities: pd.DataFrame,
    *,
    regions: Sequence[str],
    countries: Mapping[str, str],
    notes: Mapping[str, str],
    ranks: pd.Series,
) -> dict[str, Any]:
    """Return the members column by column, the smallest form that the map's script reads.

    Parameters
    ----------
    cities : pandas.DataFrame
        Rows as in ``data/curated/cities.csv``.
    regions : sequence of str
        Names of the regions, at most ten, in the order of their numbers.
    countries : mapping
        Name to show per ISO 3166-1 alpha-3 code.
    notes : mapping
        What a pin stands for, per kind.
    ranks : pandas.Series
        A digit per member, index as `cities`: the lower, the earlier the member is named where names compete for room.

    Returns
    -------
    dict
        ``id, name, lat, lon, year, note`` as lists; ``region`` as a string of digits (index into
        ``regions``), ``rank`` likewise; ``country`` as indices into ``countries``; ``names`` is the mapping
        ``countries`` as it came.  An unknown year is 0, a member that is not placed has no coordinates (``None``).
    """
    iso3 = cities["iso3"].astype("category").cat.remove_unused_categories()
    region = cities["region"].astype(str).map({name: str(index) for index, name in enumerate(regions)})
    return {
        "id": cities["city_id"].tolist(),
        "name": cities["display_name"].tolist(),
        "lat": _degrees(cities["lat"]),
        "lon": _degrees(cities["lon"]),
        "region": "".join(region),
        "rank": "".join(ranks.loc[cities.index].astype(int).astype(str)),
        "names": dict(countries),
        "countries": [countries.get(code, code) for code in iso3.cat.categories],
        "country": iso3.cat.codes.tolist(),
        "year": cities["joined_year"].fillna(0).astype(int).tolist(),
        "note": [notes.get(kind, "") for kind in cities["kind"].astype(str)],
    }


def _degrees(values: pd.Series) -> list[float | None]:
    return [None if math.isnan(value) else value for value in values.round(COORDINATE_DECIMALS).tolist()]


def members_mask(everyone: pd.Index, shown: pd.Index) -> str:
    """Return which members are shown as one bit each: what a change of a filter sends to the map.

    Returns
    -------
    str
        Base64 of the bits in the order of ``everyone``, the first member in the lowest bit of the first byte.

    Examples
    --------
    >>> import pandas as pd
    >>> members_mask(pd.Index(["a", "b", "c"]), pd.Index(["a", "c"]))
    'BQ=='
    """
    return pack(everyone.isin(shown))


def pack(mask: NDArray[np.bool_]) -> str:
    """Return booleans as bits, the first in the lowest bit of the first byte, in base64.

    >>> pack(np.array([True, False, True]))
    'BQ=='
    """
    return base64.b64encode(np.packbits(mask, bitorder="little").tobytes()).decode("ascii")


def bounds(cities: pd.DataFrame) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return ``((south, west), (north, east))`` in degrees of the placed members, or nothing when none is placed."""
    lat, lon = (cities[column].to_numpy(dtype=float) for column in ("lat", "lon"))
    known = ~np.isnan(lat) & ~np.isnan(lon)
    if not known.any():
        return None
    lat, lon = lat[known], lon[known]
    return (float(lat.min()), float(lon.min())), (float(lat.max()), float(lon.max()))
