"""What is known about one member: every fact in words, unknown ones as unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries import city as summary
from atlas.summaries.city import Fact
from tests.tiny import LONG_NAME


def facts_of(network: Network, city_id: str, field: str) -> list[Fact]:
    return [fact for fact in summary.list_facts(network, city_id) if fact.field == field]


def fact_of(network: Network, city_id: str, field: str) -> Fact:
    (fact,) = facts_of(network, city_id, field)
    return fact


def values_of(network: Network, city_id: str) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in summary.list_facts(network, city_id)]


def test_facts_come_in_the_order_in_which_people_ask(tiny: Network) -> None:
    assert values_of(tiny, "formula-nga") == [
        ("Name as announced", "=1+1"),
        ("Joined", "2015"),
        ("Kind of proof", "Cohort list"),
        ("Award", "UNESCO Learning City Award 2015"),
        ("Award", "UNESCO Learning City Award 2019"),
        ("Country", "Nigeria"),
        ("Region", "Africa"),
        ("Kind of member", "City"),
        ("The pin marks", "Town centre"),
        ("Population", "1,000,000"),
        ("Profile at UIL", "uil.example"),
        ("Website", "nga.example"),
    ]


def test_what_nobody_published_says_so(tiny: Network) -> None:
    assert values_of(tiny, "minus-fra") == [
        ("Name as announced", "-Minus"),
        ("Joined", "not published"),
        ("Kind of proof", "Profile"),
        ("Learning City Award", "none listed"),
        ("Country", "France"),
        ("Region", "Europe and North America"),
        ("Kind of member", "Commune"),
        ("The pin marks", "Seat"),
        ("Population", "not published"),
        ("Population in GeoNames", "99,999"),
        ("Profile at UIL", "uil.example"),
        ("Website", "none found"),
    ]


def test_every_member_has_its_facts(network: Network) -> None:
    for city_id in network.cities.index:
        assert all(fact.value for fact in summary.list_facts(network, city_id)), city_id


def test_a_fact_comes_with_its_date_and_page(tiny: Network) -> None:
    population = fact_of(tiny, "formula-nga", "population")
    assert (population.date, population.source) == ("2020", "https://formula-nga.example/people")
    assert fact_of(tiny, "plain-kor", "population").date == "year not stated"
    town = fact_of(tiny, "accent-fra", "population_geonames")
    assert (town.value, town.date, town.note) == ("50,000", "undated", "for the town")
    assert town.source == "https://www.geonames.org/3016321"
    assert facts_of(tiny, "formula-nga", "population_geonames") == []
    awards = facts_of(tiny, "formula-nga", "award")
    assert [(each.date, each.source) for each in awards] == [
        *(("2015", "https://award.example/2015"), ("2019", "https://award.example/2019")),
    ]
    assert fact_of(tiny, "formula-nga", "joined_year").source == "https://www.formula.example/page"
    assert fact_of(tiny, "formula-nga", "profile_url").source == "https://uil.example/?a&b"


def test_no_copy_of_a_page_is_linked(tiny: Network) -> None:
    for city_id in ("markup-ken", "at-deu"):
        found = summary.list_facts(tiny, city_id)
        assert not any("copy.example" in fact.source for fact in found)
        assert {fact.note for fact in found if fact.field in ("city", "evidence")} == {
            "a copy of a UNESCO page, not linked"
        }


def test_without_a_year_the_day_of_being_named_is_told(tiny: Network) -> None:
    joined = fact_of(tiny, "markup-ken", "joined_year")
    assert (joined.value, joined.date, joined.source) == (
        *("not published", "named as a member by 31 December 2016"),
        "",  # its page is a copy
    )
    cities = tiny.cities.copy()
    cities["source_mirror"] = False
    named = fact_of(replace(tiny, cities=cities), "markup-ken", "joined_year")
    assert named.source == "https://markup-ken.example/by"


def test_other_names_are_those_a_reader_would_take_for_a_name(tiny: Network) -> None:
    assert fact_of(tiny, "accent-fra", "aliases").value == "Evri and Ville neuve"  # Evry is its own, without accent
    assert fact_of(tiny, "markup-ken", "aliases").value == "Old Bold"  # b<i>old is a spelling for the search
    assert facts_of(tiny, "plain-kor", "aliases") == []
    assert fact_of(tiny, "rtl-egy", "local_name").value == "المدينة"


def test_no_more_than_five_other_names_are_told_and_none_that_is_too_short(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities.loc["plain-kor", "aliases"] = "Ffff|Eeee|Dddd|Cccc|Bbbb|Aaaa|Abc|PLAIN"
    assert summary.former_names(cities.loc["plain-kor"]) == ["Aaaa", "Bbbb", "Cccc", "Dddd", "Eeee"]


def test_statements_come_with_year_and_page_weak_ones_last(tiny: Network) -> None:
    assert [
        (each.theme, each.strength, each.year, each.source) for each in summary.list_statements(tiny, "accent-fra")
    ] == [
        *(("Cluster: Education for sustainable development", "Official", "2019", "https://accent.example/1"),),
        *(("Stated: SDG 4 · Quality education", "Official", "2019", "https://accent.example/3"),),
        *(("Equity & inclusion", "Weak", "", "https://accent.example/2"),),
    ]
    (copied,) = summary.list_statements(tiny, "at-deu")
    assert (copied.theme, copied.mirrored, copied.evidence) == ("Environment & climate", True, "says climate")
    assert not any(each.mirrored for each in summary.list_statements(tiny, "rtl-egy"))
    assert summary.list_statements(tiny, "markup-ken") == []


def test_the_networks_own_goals_are_repeated_only_where_a_city_states_them(tiny: Network) -> None:
    strong = select(tiny, Selection())
    assert summary.list_goals(strong, "formula-nga") == [(10, "mapped")]
    assert summary.list_goals(strong, "accent-fra") == [(4, "stated"), (13, "mapped")]
    assert summary.list_goals(strong, "quote-kor") == [(5, "stated"), (10, "mapped")]
    assert summary.list_goals(strong, "minus-fra") == []


@pytest.mark.parametrize(
    ("city_id", "expected"),
    [  # members, unknown, earlier, same, later: in the country, in the region, in the network
        ("formula-nga", [(1, 0, 0, 1, 0), (2, 1, 0, 1, 0), (10, 2, 0, 2, 6)]),
        ("plain-kor", [(3, 0, 2, 1, 0), (3, 0, 2, 1, 0), (10, 2, 5, 3, 0)]),
        ("accent-fra", [(2, 1, 0, 1, 0), (4, 1, 0, 1, 2), (10, 2, 2, 3, 3)]),
    ],
)
def test_standing_counts_by_time_of_joining_only(tiny: Network, city_id: str, expected: list[tuple[int, ...]]) -> None:
    standing = summary.summarise_standing(tiny, city_id)
    assert standing["scope"].tolist() == ["country", "region", "network"]
    columns = ["members", "unknown", "earlier", "same", "later"]
    assert list(standing[columns].itertuples(index=False, name=None)) == expected


def test_without_a_year_nobody_is_earlier_or_later(tiny: Network) -> None:
    standing = summary.summarise_standing(tiny, "minus-fra")
    assert standing[["earlier", "same", "later"]].isna().all(axis=None)
    assert list(standing[["members", "unknown"]].itertuples(index=False, name=None)) == [(2, 1), (4, 1), (10, 2)]
    assert summary.summarise_cohort(tiny, "minus-fra").empty


def test_a_cohort_begins_with_its_own_country_then_region_and_leaves_the_member_out(tiny: Network) -> None:
    assert summary.summarise_cohort(tiny, "long-kor").index.tolist() == ["quote-kor", "accent-fra"]
    assert summary.summarise_cohort(tiny, "script-grc").index.tolist() == ["at-deu", "plain-kor"]
    assert summary.summarise_cohort(tiny, "rtl-egy").index.tolist() == ["formula-nga"]


def test_mates_equally_near_go_by_name(tiny: Network) -> None:
    assert [tiny.cities.loc[each, "display_name"] for each in summary.summarise_cohort(tiny, "accent-fra").index] == [
        *(LONG_NAME, "\"Quoted\" 'City'"),
    ]


def test_geonames_is_a_source_of_its_own_beside_the_page(network: Network) -> None:
    stated, town = (fact_of(network, "larissa-grc", field) for field in ("population", "population_geonames"))
    assert (stated.value, town.value) == ("162,000", "146,926")
    assert (town.date, town.note, town.source) == ("undated", "for the town", "https://www.geonames.org/258576")


def test_members_that_are_no_town_have_no_population_of_geonames(network: Network) -> None:
    assert fact_of(network, "kilifi-county-ken", "population").value == "not published"
    assert facts_of(network, "kilifi-county-ken", "population_geonames") == []
