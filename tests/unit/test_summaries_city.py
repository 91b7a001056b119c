"""What is known about one member: every fact in words, unknown ones as unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.model import NETWORK_GOALS
from atlas.summaries import city as summary

if TYPE_CHECKING:
    from atlas.model import Network


def _facts(network: Network, city_id: str) -> dict[str, summary.Fact]:
    return {fact.field: fact for fact in summary.list_facts(network, city_id)}


def test_every_member_has_its_facts(network: Network) -> None:
    for city_id in network.cities.index:
        assert all(fact.value for fact in summary.list_facts(network, city_id)), city_id


def test_a_fact_that_nobody_published_says_so(network: Network) -> None:
    facts = _facts(network, "athens-grc")
    assert facts["joined_year"].value == facts["population"].value == "not published"
    assert facts["award"].value == "none listed"


def test_geonames_is_a_source_of_its_own_beside_the_page(network: Network) -> None:
    facts = _facts(network, "larissa-grc")
    town = facts["population_geonames"]
    assert (facts["population"].value, town.value) == ("162,000", "146,926")
    assert (town.date, town.note, town.source) == ("undated", "for the town", "https://www.geonames.org/258576")


def test_members_that_are_no_town_have_no_population_of_geonames(network: Network) -> None:
    facts = _facts(network, "kilifi-county-ken")
    assert facts["population"].value == "not published"
    assert "population_geonames" not in facts


def test_a_population_comes_with_its_year_and_page(network: Network) -> None:
    population = _facts(network, "larissa-grc")["population"]
    assert (population.value, population.date) == ("162,000", "2015")
    assert population.source.startswith("https://")


def test_an_award_names_its_year_and_page(network: Network) -> None:
    award = _facts(network, "larissa-grc")["award"]
    assert award.date == "2017"
    assert award.source


def test_no_copy_of_a_page_is_linked(network: Network) -> None:
    for city_id in network.cities.index[network.cities["source_mirror"] == "yes"]:
        sources = {fact.source for fact in summary.list_facts(network, city_id)}
        assert network.cities.loc[city_id, "source_url"] not in sources


def test_weak_statements_come_last_and_are_marked(network: Network) -> None:
    weak = network.focus[network.focus["strength"] == "weak"]["city_id"].iloc[0]
    strengths = [each.strength for each in summary.list_statements(network, weak)]
    assert strengths[-1] == "Weak"
    assert strengths == sorted(strengths, key=lambda each: each == "Weak")


def test_the_networks_own_goals_are_repeated_only_where_a_city_states_them(network: Network) -> None:
    for city_id in network.cities.index:
        goals = summary.list_goals(network, city_id)
        assert not {goal for goal, basis in goals if basis == "mapped"} & set(NETWORK_GOALS)


@pytest.mark.parametrize("city_id", ["larissa-grc", "athens-grc"])
def test_standing_counts_every_member_once(network: Network, city_id: str) -> None:
    standing = summary.summarise_standing(network, city_id).set_index("scope")
    assert standing.loc["network", "members"] == len(network)
    if standing["earlier"].notna().all():
        parts = standing[["earlier", "same", "later", "unknown"]].sum(axis=1)
        assert parts.tolist() == standing["members"].tolist()


def test_without_a_year_nobody_is_earlier_or_later(network: Network) -> None:
    standing = summary.summarise_standing(network, "athens-grc")
    assert standing[["earlier", "same", "later"]].isna().all(axis=None)
    assert summary.summarise_cohort(network, "athens-grc").empty


def test_a_cohort_begins_with_its_own_country_and_leaves_the_member_out(network: Network) -> None:
    mates = summary.summarise_cohort(network, "cork-irl")
    own = network.cities.loc["cork-irl"]
    assert "cork-irl" not in mates.index
    assert (mates["joined_year"] == own["joined_year"]).all()
    dated = summary.summarise_cohort(network, "larissa-grc")
    assert len(dated) == int((network.cities["joined_year"] == 2015).sum()) - 1
