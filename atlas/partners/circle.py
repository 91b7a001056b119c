"""Who is near: members within a distance for a meeting, or within some hours of clock time for a webinar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from atlas.partners.model import UnknownCityError
from atlas.partners.nearest import nearest_members
from atlas.partners.similarity import distances_km, unit_vectors
from atlas.partners.time_zones import hours_ahead, member_offsets

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    from atlas.model import Network


def within(network: Network, city_id: str, km: float) -> pd.DataFrame:
    """Return the members within a distance of one member, the nearest first.

    Parameters
    ----------
    km : float
        Kilometres in a straight line (great circle on a sphere): roads and rails are longer.

    Returns
    -------
    pandas.DataFrame
        Index ``city_id``, column ``km``.  The member itself is not in it, nor are members that are not placed: nobody
        knows their distance.

    Raises
    ------
    UnknownCityError
        When no member has the identifier.
    """
    cities = network.cities
    own = _position(cities, city_id)
    points = unit_vectors(cities["lat"].to_numpy(dtype=float), cities["lon"].to_numpy(dtype=float))
    return _near(cities, own, "km", distances_km(points, points[own]), km)


def within_time_zones(network: Network, city_id: str, hours: float = 2.0, on: date | None = None) -> pd.DataFrame:
    """Return the members whose clocks differ by at most some hours from one member's, the least first.

    Parameters
    ----------
    hours : float
        Difference allowed, either way.
    on : datetime.date, optional
        Day of the meeting (summer time differs); by default the day of the newest announced count.

    Returns
    -------
    pandas.DataFrame
        Index ``city_id``, column ``hours``: by how much the clock is ahead.  Without the member itself and
        members whose time zone is not known.

    Raises
    ------
    UnknownCityError
        When no member has the identifier.
    """
    cities = network.cities
    own = _position(cities, city_id)
    offsets = member_offsets(cities, on or network.coverage.announced_on)
    return _near(cities, own, "hours", hours_ahead(offsets, float(offsets[own])), hours)


def _position(cities: pd.DataFrame, city_id: str) -> int:
    if city_id in cities.index:
        return int(cities.index.get_loc(city_id))
    nearest = nearest_members(city_id, cities)
    raise UnknownCityError(city_id, tuple(each.city_id for each in nearest), tuple(map(str, nearest)))


def _near(cities: pd.DataFrame, own: int, column: str, values: NDArray[np.float64], limit: float) -> pd.DataFrame:
    inside = np.abs(values) <= limit  # NaN, not known, is never inside
    inside[own] = False
    frame = pd.DataFrame({column: values, "city_id": cities.index}, index=cities.index)[inside]
    order = np.lexsort((frame["city_id"].to_numpy(dtype=object), frame[column].abs().to_numpy()))
    return frame.iloc[order][[column]].rename_axis("city_id")
