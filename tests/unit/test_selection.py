"""What a selection keeps: pure, agreeing with itself, honest about the unknown."""

from __future__ import annotations

import pytest

from atlas.filters import filter_codes
from atlas.focus_codes import member_goals
from atlas.load import load_network
from atlas.model import NO_STATEMENT, REGIONS, UNKNOWN_YEAR, WEAK, Network
from atlas.selection import Selection, select


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


def test_an_empty_selection_keeps_every_member(network: Network) -> None:
    assert len(select(network, Selection())) == len(network)


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_keeps_its_members_only(network: Network, region: str) -> None:
    shown = select(network, Selection(region=(region,)))
    assert set(shown.cities["region"].astype(str)) == {region}
    assert set(shown.focus["city_id"]) <= set(shown.cities.index)
    assert set(shown.awards["city_id"]) <= set(shown.cities.index)


def test_the_regions_together_are_the_network(network: Network) -> None:
    assert sum(len(select(network, Selection(region=(region,)))) for region in REGIONS) == len(network)


def test_codes_of_one_filter_add_and_filters_narrow(network: Network) -> None:
    one = len(select(network, Selection(country=("KOR",))))
    two = len(select(network, Selection(country=("KOR", "JPN"))))
    narrow = len(select(network, Selection(country=("KOR", "JPN"), year=("2016",))))
    assert narrow < one < two


def test_members_without_a_published_year_can_be_asked_for(network: Network) -> None:
    shown = select(network, Selection(year=(UNKNOWN_YEAR,)))
    assert len(shown) == network.cities["joined_year"].isna().sum() > 0


def test_weak_statements_count_only_when_asked_for(network: Network) -> None:
    without = select(network, Selection())
    with_weak = select(network, Selection(evidence=(WEAK,)))
    assert WEAK not in set(without.focus["strength"])
    assert WEAK in set(with_weak.focus["strength"])


def test_members_without_a_statement_and_with_one_make_the_whole(network: Network) -> None:
    none = select(network, Selection(focus=(NO_STATEMENT,)))
    some = select(network, Selection()).focus["city_id"].nunique()
    assert len(none) + some == len(network)


def test_a_theme_keeps_the_members_that_state_it(network: Network) -> None:
    shown = select(network, Selection(focus=("older people",)))
    stated = network.focus.query("kind == 'theme' and focus == 'older people' and strength != @WEAK")
    assert set(shown.cities.index) == set(stated["city_id"])


def test_a_stated_goal_counts_as_stated_even_if_a_theme_maps_to_it(network: Network) -> None:
    goals = member_goals(network)
    edmonton = goals[(goals["city_id"] == "edmonton-can") & (goals["sdg"] == 4)]
    assert edmonton["basis"].tolist() == ["stated"]


def test_every_code_that_a_filter_offers_keeps_somebody(network: Network) -> None:
    silent = {
        (name, code)
        for name, codes in filter_codes(network).items()
        if name not in ("sdg", "evidence")  # all seventeen goals are offered, named by somebody or not
        for code in codes
        if not len(select(network, Selection(**{name: (code,)}, evidence=(WEAK,) if name == "focus" else ())))
    }
    assert silent == set()


def test_dropping_a_code_leaves_the_others() -> None:
    selection = Selection(region=("Africa", "Arab States"), kind=("city",))
    assert selection.toggled("region", "Africa") == Selection(region=("Arab States",), kind=("city",))
    assert selection.toggled("year", "2022") == Selection(
        region=("Africa", "Arab States"), kind=("city",), year=("2022",)
    )
    assert selection.without("region") == Selection(kind=("city",))


def test_coverage_counts_the_rows_that_are_there(network: Network) -> None:
    fewer = network.only(network.cities.index[:-10])
    assert fewer.coverage.listed == network.coverage.listed - 10
    assert fewer.coverage.announced == network.coverage.announced == 425
