"""What the data do not know, counted; and what a pin, a kind and a goal stand for, with how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.model import WEAK
from atlas.population import populations

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network


@dataclass(frozen=True)
class Gaps:
    """Numbers of listed members, and of counts, for which something is missing or doubtful.

    Attributes
    ----------
    without_year : int
        Members whose joining year no source gives.
    not_placed : int
        Members without a position.
    without_focus : int
        Members for which no statement was found, or only weak ones.
    without_population : int
        Members whose population no page about them states.
    without_size : int
        Those among them for which GeoNames gives no population either.
    mirrored : int
        Members that only a copy of a page proves.
    profile_only : int
        Members that only a profile at UIL proves: it may outlive the membership.
    corrected_counts : int
        Totals of the network for which later official texts give another one.
    not_counted : int
        Cities that some text names but that are not counted as members.
    """

    without_year: int
    not_placed: int
    without_focus: int
    without_population: int
    without_size: int
    mirrored: int
    profile_only: int
    corrected_counts: int
    not_counted: int


def summarise_missing(network: Network) -> Gaps:
    """Count what is missing among the listed members."""
    cities, focus = network.cities, network.focus
    strong = cities.index.isin(focus.loc[focus["strength"] != WEAK, "city_id"])
    return Gaps(
        without_year=int(cities["joined_year"].isna().sum()),
        not_placed=int((cities["lat"].isna() | cities["lon"].isna()).sum()),
        without_focus=int((~strong).sum()),
        without_population=int(cities["population"].isna().sum()),
        without_size=int(populations(cities)["value"].isna().sum()),
        mirrored=int(cities["source_mirror"].sum()),
        profile_only=int((cities["evidence"] == "profile").sum()),
        corrected_counts=int(network.milestones["superseded_by"].notna().sum()),
        not_counted=len(network.not_members),
    )


def summarise_values(values: pd.Series) -> dict[str, int]:
    """Return how often each value occurs, the most frequent first; values that do not occur are left out."""
    counts = values.astype("str").value_counts()
    return {str(value): int(count) for value, count in counts.items() if count}


def summarise_theme_goals(theme_to_sdg: pd.DataFrame) -> pd.DataFrame:
    """Return one row per stated theme with the goals it is mapped to.

    Returns
    -------
    pandas.DataFrame
        Columns ``focus`` and ``goals`` (list of int in rising order; empty where no goal fits).
    """
    themes = theme_to_sdg[theme_to_sdg["focus_kind"] == "theme"]
    goals = themes.groupby("focus")["sdg"].agg(lambda each: sorted(int(goal) for goal in each.dropna()))
    return goals.rename("goals").reset_index()
