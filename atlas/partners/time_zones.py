"""The members' clocks: their IANA time zones, and their offsets from UTC on a stated day."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import numpy as np

from atlas.load import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

PATH: Final = DATA / "gazetteer" / "time_zones.csv"
"""The repository's own table: it knows countries, so it also serves another data folder."""


_NOON: Final = time(12)


@cache
def load_time_zones() -> Mapping[tuple[str, str], str]:
    """Return IANA time zones by (country, member); the member is empty where one zone serves the whole country.

    Source: GeoNames (CC BY 4.0), the zone of the member's place or of the nearest one; made by
    ``scripts/build_time_zones.py``.
    """
    with PATH.open(encoding="utf-8", newline="") as source:
        return {(row["iso3"], row["city_id"]): row["time_zone"] for row in csv.DictReader(source)}


@cache
def utc_offset(zone: str, on: date) -> float:
    """Return by how many hours a zone is ahead of UTC at noon (UTC) of a day.

    >>> utc_offset("Asia/Kathmandu", date(2025, 12, 4))
    5.75
    """
    moment = datetime.combine(on, _NOON, UTC).astimezone(ZoneInfo(zone))
    return (moment.utcoffset() or timedelta()) / timedelta(hours=1)


def member_offsets(cities: pd.DataFrame, on: date) -> NDArray[np.float64]:
    """Return the members' offsets from UTC on a day.

    Parameters
    ----------
    cities : pandas.DataFrame
        Needs ``city_id`` and ``iso3``.

    Returns
    -------
    numpy.ndarray
        Shape (members,), hours; NaN where the zone is not known (a new member of a country with more than one).
    """
    zones = load_time_zones()
    by_key = {key: utc_offset(zone, on) for key, zone in zones.items()}
    pairs = zip(cities["iso3"].astype(str), cities["city_id"], strict=True)
    return np.array([by_key.get((iso3, city), by_key.get((iso3, ""), np.nan)) for iso3, city in pairs], dtype=float)


def hours_ahead(offsets: NDArray[np.float64], own: float) -> NDArray[np.float64]:
    """Return by how many hours clocks are ahead of one's own, the date left aside.

    A webinar has no date line: +13 and -11 hours show the same time of day, so the difference is at most 12.

    >>> hours_ahead(np.array([13.0, 9.0]), -11.0)
    array([ 0., -4.])
    """
    return (offsets - own + 12) % 24 - 12
