"""One country or region: which one the filters name, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atlas.facts import fact_table
from atlas.model import REGIONS, Network
from atlas.selection import Selection
from atlas.summaries import growth, place
from atlas.summaries.compare import Thing

EUROPE = "Europe and North America"


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


@pytest.mark.parametrize(
    ("here", "region"),
    [
        (Thing("region", "Africa"), "Africa"),
        (Thing("country", "FRA"), EUROPE),
        (Thing("country", "QAT"), "Arab States"),  # a Member State without a member
    ],
)
def test_a_place_has_its_region(tiny: Network, here: Thing, region: str) -> None:
    assert place.region_of(tiny, here) == region


def test_a_country_with_members_that_is_no_member_state_has_the_region_of_its_members(tiny: Network) -> None:
    fewer = replace(tiny, member_states=tiny.member_states[tiny.member_states["iso3"] != "KOR"])
    assert place.region_of(fewer, Thing("country", "KOR")) == "Asia and the Pacific"


def test_a_country_that_is_neither_member_nor_member_state_has_no_region(tiny: Network) -> None:
    with pytest.raises(KeyError):
        place.region_of(tiny, Thing("country", "XXX"))


@pytest.mark.parametrize(
    ("region", "codes"),
    [
        ("Africa", ["BEN"]),
        ("Latin America and the Caribbean", ["BRA", "MEX"]),
        (EUROPE, ["CAN"]),
        ("Asia and the Pacific", ["JPN"]),
    ],
)
def test_states_without_a_member_are_named_in_order(tiny: Network, region: str, codes: list[str]) -> None:
    assert place.states_without_member(tiny, region) == codes


def test_states_without_a_member_are_those_of_the_growth_page(network: Network) -> None:
    for row in growth.summarise_member_states(network).itertuples():
        assert place.states_without_member(network, row.region) == list(row.missing_codes)


def test_countries_stand_by_region_the_most_members_first_and_equal_ones_by_code(tiny: Network) -> None:
    assert place.summarise_countries(tiny) == {
        "Africa": [("KEN", 1), ("NGA", 1)],
        "Arab States": [("EGY", 1)],
        "Asia and the Pacific": [("KOR", 3)],
        EUROPE: [("FRA", 2), ("DEU", 1), ("GRC", 1)],
        "Latin America and the Caribbean": [],
    }
    assert tuple(place.summarise_countries(tiny)) == REGIONS


def test_awards_are_those_of_the_members_newest_first_then_by_name(tiny: Network) -> None:
    everyone = tiny.only(tiny.cities.index)
    assert [(each.year, each.city_id, each.iso3) for each in place.list_awards(everyone)] == [
        (2019, "formula-nga", "NGA"),
        (2017, "accent-fra", "FRA"),
        (2017, "rtl-egy", "EGY"),
        (2015, "formula-nga", "NGA"),
    ]
    assert place.list_awards(tiny.only(tiny.cities["iso3"] == "KOR")) == []


def test_an_award_names_its_city_as_the_page_does(tiny: Network) -> None:
    spoken = replace(tiny, cities=tiny.cities.assign(display_name=tiny.cities["display_name"].str.upper()))
    assert [each.city for each in place.list_awards(spoken)][1] == "ÉVRY"
    assert fact_table(spoken, "awards")["City"].tolist() == [each.upper() for each in tiny.awards["city"]]
    assert fact_table(spoken, "other_awards")["City"].tolist() == tiny.other_awards["city"].tolist()
