"""The members shown in numbers: computed once per run and handed to map, charts, key and sentences alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from atlas.model import REGIONS, UNKNOWN_YEAR

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network


class RegionCount(NamedTuple):
    """Members and countries in one of UNESCO's regional groups."""

    region: str
    members: int
    countries: int


class YearCount(NamedTuple):
    """Members that joined in a year (text, or ``UNKNOWN_YEAR``)."""

    year: str
    members: int


@dataclass(frozen=True, eq=False)
class Summary:
    """What is counted of the members of a network, each sum once and when it is first asked for."""

    network: Network

    @property
    def members(self) -> int:
        """Number of members."""
        return len(self.network.cities)

    @cached_property
    def countries(self) -> int:
        """Number of countries with a member."""
        return int(self.network.cities["iso3"].nunique())

    @cached_property
    def regions(self) -> tuple[RegionCount, ...]:
        """Members and countries by region: all five in UNESCO's order, zeros included."""
        regions, iso3 = (self.network.cities[column].tolist() for column in ("region", "iso3"))
        members = Counter(regions)
        countries = Counter(region for region, _country in set(zip(regions, iso3, strict=True)))
        return tuple(RegionCount(name, members[name], countries[name]) for name in REGIONS)

    @cached_property
    def years(self) -> tuple[YearCount, ...]:
        """Members by year of joining, every year from the first to the last, those without a published year last."""
        years = self.network.cities["joined_year"].to_numpy(dtype=float, na_value=np.nan)
        known = Counter(years[~np.isnan(years)].astype(int).tolist())
        span = range(min(known), max(known) + 1) if known else ()
        unknown = YearCount(UNKNOWN_YEAR, len(years) - known.total())
        return (*(YearCount(str(year), known[year]) for year in span), unknown)

    @property
    def dated(self) -> int:
        """Members whose year of joining is published."""
        return self.members - self.years[-1].members

    @cached_property
    def stated(self) -> int:
        """Members for which a statement on their focus was found."""
        return len(set(self.network.focus["city_id"]) & set(self.network.cities.index))


def newest_year(network: Network) -> int:
    """Return the newest joining year."""
    return int(network.cities["joined_year"].max())


def newest_cohort(network: Network) -> pd.DataFrame:
    """Return the members of the newest joining year, by country and name."""
    cities = network.cities
    return cities[cities["joined_year"] == newest_year(network)].sort_values(["iso3", "display_name"])
