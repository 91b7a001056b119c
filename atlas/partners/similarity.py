"""How alike one member is to all others, reason by reason: vectors from 0 to 1, NaN where nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius R1 of the Earth (IUGG 1980)."""

NEAR_KM: Final = 1000.0
"""The distance at which nearness has fallen to a half."""

TENFOLD: Final = 10.0
"""The ratio of populations at which two members are no longer of similar size at all."""

WORKING_DAY_HOURS: Final = 8.0
"""The working day whose common part is counted."""


def unit_vectors(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points on the unit sphere, shape (members, 3), from degrees (EPSG:4326); NaN stays NaN."""
    phi, lam = np.radians(lat), np.radians(lon)
    return np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])


def distances_km(points: NDArray[np.float64], own: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return great-circle distances on a sphere, kilometres, NaN where a point is not placed.

    The chord is used because the arc cosine loses the metres between neighbours.

    Parameters
    ----------
    points : numpy.ndarray
        Unit vectors, shape (members, 3).
    own : numpy.ndarray
        One unit vector, shape (3,).
    """
    half_chord = np.sqrt(((points - own) ** 2).sum(axis=1)) / 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(half_chord, 1.0)))


def nearness(km: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 1 for the same place, 1/2 at :data:`NEAR_KM`, towards 0 at the other end of the world.

    >>> nearness(np.array([0.0, 1000.0, 3000.0]))
    array([1. , 0.5, 0.1])
    """
    return 1 / (1 + (km / NEAR_KM) ** 2)


def size_likeness(population: NDArray[np.float64], own: float) -> NDArray[np.float64]:
    """Return 1 for equal populations, 0 from tenfold on, even steps on a scale of ratios between.

    >>> size_likeness(np.array([100.0, 1000.0, 5000.0]), 100.0)
    array([1., 0., 0.])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.abs(np.log(population / own)) / np.log(TENFOLD)
    return np.asarray(np.maximum(1 - ratio, 0))


def common_working_hours(hours: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return which share of a working day two clocks have in common.

    >>> common_working_hours(np.array([0.0, -2.0, 10.0]))
    array([1.  , 0.75, 0.  ])
    """
    return np.asarray(np.maximum(1 - np.abs(hours) / WORKING_DAY_HOURS, 0))


def sameness(values: NDArray[np.float64], own: float) -> NDArray[np.float64]:
    """Return 1 for equal values, 0 for others, NaN where either is not known.

    >>> sameness(np.array([2015.0, 2017.0, np.nan]), 2015.0)
    array([ 1.,  0., nan])
    """
    return np.where(np.isnan(values) | np.isnan(own), np.nan, values == own)
