"""One country or one region: which one the filters name, and what can be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.model import REGIONS
from atlas.summaries.compare import Thing

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.selection import Selection


def chosen_place(selection: Selection) -> Thing | None:
    """Return the one country or, without a country, the one region that the filters name."""
    if len(selection["country"]) == 1:
        return Thing("country", selection["country"][0])
    if len(selection["region"]) == 1 and not selection["country"]:
        return Thing("region", selection["region"][0])
    return None


def region_of(network: Network, place: Thing) -> str:
    """Return the UNESCO region of a country or of a region.

    Raises
    ------
    KeyError
        When the country has no member and is no Member State.
    """
    if place.kind == "region":
        return place.code
    members = network.cities.loc[network.cities["iso3"].astype(str) == place.code, "region"]
    if len(members):
        return str(members.iloc[0])
    return str(network.member_states.set_index("iso3").loc[place.code, "region"])


def states_without_member(network: Network, region: str) -> list[str]:
    """Return the ISO 3166-1 alpha-3 codes of a region's Member States in which no member is listed, in order."""
    states = network.member_states[network.member_states["region"] == region]
    return sorted(states.loc[~states["iso3"].isin(network.cities["iso3"]), "iso3"])


def summarise_neighbours(network: Network, region: str) -> pd.DataFrame:
    """Return the countries of a region with their members (``iso3, members``), the most members first."""
    here = network.cities[network.cities["region"] == region]
    counts = here["iso3"].astype(str).value_counts().rename_axis("iso3").rename("members").reset_index()
    return counts.sort_values(["members", "iso3"], ascending=[False, True], ignore_index=True)


def summarise_awards(network: Network) -> pd.DataFrame:
    """Return the Learning City Awards of the members (``year, city_id, city, iso3, source_url``), newest first."""
    columns = ["year", "city_id", "city", "iso3", "source_url"]
    return network.awards.sort_values(["year", "city"], ascending=[False, True], ignore_index=True)[columns]


def summarise_index(network: Network) -> dict[str, list[tuple[str, int]]]:
    """Return, by region in UNESCO's order, each country with a member and the number of its members."""
    return {
        region: [(str(row.iso3), int(row.members)) for row in summarise_neighbours(network, region).itertuples()]
        for region in REGIONS
    }
