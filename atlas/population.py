"""How many people live in a member, who says so, and what size that makes it.

Two sources are kept apart: what a page about the member states (``population``, with its year where the page has one),
and what GeoNames gives for the town (``population_geonames``, undated).  What a page states comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE: Final = "page"
"""Source of a population: a page about the member states it."""

GEONAMES: Final = "geonames"
"""Source of a population: GeoNames gives it for the town, undated."""

MEDIUM_FROM: Final = 100_000
"""The least population of a member of medium size; this number itself is medium."""

LARGE_ABOVE: Final = 1_000_000
"""The greatest population of a member of medium size; this number itself is medium still."""

UNKNOWN_SIZE: Final = "unknown"
SIZES: Final = ("small", "medium", "large", UNKNOWN_SIZE)
"""Codes of size: under 100,000; 100,000 to 1,000,000, both included; above; no source gives a population."""


@dataclass(frozen=True)
class Population:
    """The population of one member.

    Attributes
    ----------
    value : int or None
        Inhabitants; None where neither source gives a number.
    source : str
        :data:`PAGE`, :data:`GEONAMES`, or empty text where there is no number.
    year : int or None
        Year the page gives the number for; None where it has none, and always for GeoNames.
    """

    value: int | None = None
    source: str = ""
    year: int | None = None


def population_of(city: Mapping[str, object] | pd.Series) -> Population:
    """Return the population of a member: what a page states, else what GeoNames gives for the town.

    Parameters
    ----------
    city : mapping or pandas.Series
        A row of ``cities`` with ``population``, ``population_year`` and ``population_geonames``.

    Examples
    --------
    >>> population_of({"population": 162_000, "population_year": 2015, "population_geonames": 146_926})
    Population(value=162000, source='page', year=2015)
    >>> population_of({"population": None, "population_year": None, "population_geonames": 61_653})
    Population(value=61653, source='geonames', year=None)
    """
    stated, town = _whole(city["population"]), _whole(city["population_geonames"])
    if stated is not None:
        return Population(stated, PAGE, _whole(city["population_year"]))
    return Population(town, GEONAMES) if town is not None else Population()


def _whole(cell: object) -> int | None:
    return None if pd.isna(cell) else int(cell)  # type: ignore[call-overload]


def populations(cities: pd.DataFrame) -> pd.DataFrame:
    """Return for each member what :func:`population_of` says, without the year.

    Returns
    -------
    pandas.DataFrame
        Index as ``cities``; ``value`` (nullable integer) and ``source`` (:data:`PAGE`, :data:`GEONAMES` or ``""``).
    """
    stated, town = cities["population"], cities["population_geonames"]
    source = pd.Series("", index=cities.index, dtype=object)
    source = source.mask(town.notna(), GEONAMES).mask(stated.notna(), PAGE)
    return pd.DataFrame({"value": stated.fillna(town), "source": source})


def size_of(value: int | None) -> str:
    """Return the code of the size that a population makes, one of :data:`SIZES`.

    >>> [size_of(value) for value in (99_999, 100_000, 1_000_000, 1_000_001, None)]
    ['small', 'medium', 'medium', 'large', 'unknown']
    """
    if value is None:
        return UNKNOWN_SIZE
    if value < MEDIUM_FROM:
        return "small"
    return "large" if value > LARGE_ABOVE else "medium"


def sizes(cities: pd.DataFrame) -> pd.Series:
    """Return the code of each member's size; index as ``cities``."""
    found = populations(cities)["value"]
    return found.map(lambda value: size_of(_whole(value))).astype(object)
