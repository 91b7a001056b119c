"""One country or one region: which one the filters name, and what can be said of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from atlas.kept import once_per_network
from atlas.model import REGIONS
from atlas.summaries.compare import Thing

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.selection import Selection


class CountryCount(NamedTuple):
    """Members in a country (ISO 3166-1 alpha-3)."""

    iso3: str
    members: int


class Award(NamedTuple):
    """A Learning City Award of a member."""

    year: int
    city: str
    city_id: str
    iso3: str


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
    return place.code if place.kind == "region" else _regions(network)[place.code]


@once_per_network
def _regions(network: Network) -> dict[str, str]:
    """Return the region of each country: the one of its members, and of Member States without one UNESCO's."""
    cities, states = network.cities, network.member_states
    of_members = dict(zip(cities["iso3"].tolist(), cities["region"].tolist(), strict=True))
    return dict(zip(states["iso3"], states["region"], strict=True)) | of_members


def states_without_member(network: Network, region: str) -> list[str]:
    """Return the ISO 3166-1 alpha-3 codes of a region's Member States in which no member is listed, in order."""
    states, listed = network.member_states, set(network.cities["iso3"].tolist())
    pairs = zip(states["iso3"], states["region"], strict=True)
    return sorted(code for code, group in pairs if group == region and code not in listed)


def summarise_countries(network: Network) -> dict[str, list[CountryCount]]:
    """Return, by region in UNESCO's order, its countries with their members, the most members first."""
    cities = network.cities
    counts = Counter(zip(cities["region"].tolist(), cities["iso3"].tolist(), strict=True))
    found: dict[str, list[CountryCount]] = {region: [] for region in REGIONS}
    for (region, iso3), members in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        found[region].append(CountryCount(iso3, members))
    return found


def list_awards(network: Network) -> list[Award]:
    """Return the Learning City Awards of the members, newest first, then by name of the city as shown."""
    table = network.awards
    names = table["city_id"].map(network.cities["display_name"])
    columns = (table["year"].tolist(), names, table["city_id"], table["iso3"])
    return sorted((Award(*row) for row in zip(*columns, strict=True)), key=lambda each: (-each.year, each.city))
