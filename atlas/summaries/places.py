"""Where the members are and since when: the numbers behind the map and the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.model import REGIONS, UNKNOWN_YEAR

if TYPE_CHECKING:
    from atlas.model import Network


def summarise_regions(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the number of members and countries per UNESCO region.

    Parameters
    ----------
    cities : pandas.DataFrame
        Columns ``region`` and ``iso3``.

    Returns
    -------
    pandas.DataFrame
        Columns ``region, members, countries``; all five regions in UNESCO's order, zeros included.
    """
    grouped = cities.groupby(cities["region"].astype(str))
    counts = pd.DataFrame({"members": grouped.size(), "countries": grouped["iso3"].nunique()})
    return counts.reindex(REGIONS, fill_value=0).rename_axis("region").reset_index()


def summarise_years(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the number of members per joining year, those without a published year last.

    Returns
    -------
    pandas.DataFrame
        Columns ``year`` (text, or ``UNKNOWN_YEAR``) and ``members``; every year from the first to the last.
    """
    known = cities["joined_year"].dropna().astype(int)
    years = range(known.min(), known.max() + 1) if len(known) else range(0)
    counts = known.value_counts().reindex(years, fill_value=0)
    rows = [(str(year), int(members)) for year, members in counts.items()]
    rows.append((UNKNOWN_YEAR, int(cities["joined_year"].isna().sum())))
    return pd.DataFrame(rows, columns=["year", "members"])


def summarise_countries(cities: pd.DataFrame) -> pd.DataFrame:
    """Return ``iso3, region, members`` per country with a member, most members first, ties by code."""
    counts = cities.groupby("iso3", observed=True).agg(members=("city_id", "size"), region=("region", "first"))
    return counts.reset_index().sort_values(["members", "iso3"], ascending=[False, True], ignore_index=True)


def newest_cohort(network: Network) -> tuple[int, pd.DataFrame]:
    """Return the newest joining year and its members, by country and name."""
    year = int(network.cities["joined_year"].max())
    members = network.cities[network.cities["joined_year"] == year]
    return year, members.sort_values(["iso3", "display_name"])


def not_placed(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the members that no source places."""
    return cities[cities["lat"].isna()]
