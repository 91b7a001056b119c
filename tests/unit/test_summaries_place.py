"""One country or region: which one the filters name, and what is said of it."""

from __future__ import annotations

import pytest

from atlas.model import REGIONS, Network
from atlas.selection import Selection, select
from atlas.summaries import compare, growth, place
from atlas.summaries.compare import Thing
from atlas.words import place as words


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(country=("KOR",)), Thing("country", "KOR")),
        (Selection(region=("Africa",)), Thing("region", "Africa")),
        (Selection(region=("Africa",), country=("KEN",)), Thing("country", "KEN")),
        (Selection(region=("Africa", "Arab States")), None),
        (Selection(region=("Africa",), country=("KEN", "TGO")), None),
        (Selection(year=("2022",)), None),
    ],
)
def test_the_filters_name_one_place_or_none(selection: Selection, expected: Thing | None) -> None:
    assert place.chosen_place(selection) == expected


def test_every_member_state_and_every_country_with_a_member_has_a_region(network: Network) -> None:
    codes = {*network.cities["iso3"].astype(str), *network.member_states["iso3"]}
    assert {place.region_of(network, Thing("country", code)) for code in codes} <= set(REGIONS)
    with pytest.raises(KeyError):
        place.region_of(network, Thing("country", "XXX"))


def test_states_without_a_member_are_those_of_the_growth_page(network: Network) -> None:
    for row in growth.summarise_member_states(network).itertuples():
        assert place.states_without_member(network, row.region) == list(row.missing_codes)


def test_the_index_holds_every_member_once(network: Network) -> None:
    index = place.summarise_index(network)
    assert tuple(index) == REGIONS
    assert sum(members for countries in index.values() for _code, members in countries) == len(network)


def test_awards_are_those_of_the_members_shown(network: Network) -> None:
    africa = select(network, Selection(region=("Africa",)))
    awards = place.summarise_awards(africa)
    assert set(awards["city_id"]) <= set(africa.cities.index)
    assert awards["year"].is_monotonic_decreasing


@pytest.mark.parametrize("here", [Thing("country", "KOR"), Thing("country", "BEN"), Thing("region", "Africa")])
def test_the_lead_says_how_many_members_there_are(network: Network, here: Thing) -> None:
    profile = compare.summarise_profile(compare.part_of(network, here))
    assert str(profile.members) in words.lead(here, profile, network, filtered=False)
    assert "all filters" in words.lead(here, profile, network, filtered=True)


def test_without_a_place_the_lead_invites(network: Network) -> None:
    assert words.title(None, network) == "Countries and regions"
    assert words.lead(None, compare.summarise_profile(network), network, filtered=False).startswith("Choose")
