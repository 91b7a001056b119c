"""Where the members are and since when: the numbers behind the map and the overview."""

from __future__ import annotations

import pandas as pd

from atlas.model import REGIONS, UNKNOWN_YEAR


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
    members = cities["region"].value_counts()
    countries = cities[["iso3", "region"]].drop_duplicates("iso3")["region"].value_counts()
    counts = pd.DataFrame({"members": members, "countries": countries}).reindex(REGIONS).fillna(0).astype(int)
    return counts.rename_axis("region").reset_index()


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


def newest_year(cities: pd.DataFrame) -> int:
    """Return the newest joining year."""
    return int(cities["joined_year"].max())


def newest_cohort(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the members of the newest joining year, by country and name."""
    members = cities[cities["joined_year"] == newest_year(cities)]
    return members.sort_values(["iso3", "display_name"])


def not_placed(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the members that no source places."""
    return cities[cities["lat"].isna()]
