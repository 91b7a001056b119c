"""What is said about one member: every fact in words, unknown ones as unknown, and numbers in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atlas.model import Network
from atlas.partners import members_with_focus
from atlas.summaries.city import Goal
from atlas.wording import use_language
from atlas.words import city as words
from atlas.words.city import Fact
from tests.tiny import LONG_NAME


def facts_of(network: Network, city_id: str, field: str) -> list[Fact]:
    return [fact for fact in words.list_facts(network, city_id) if fact.field == field]


def fact_of(network: Network, city_id: str, field: str) -> Fact:
    (fact,) = facts_of(network, city_id, field)
    return fact


def values_of(network: Network, city_id: str) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in words.list_facts(network, city_id)]


def test_facts_come_in_the_order_in_which_people_ask(tiny: Network) -> None:
    assert values_of(tiny, "formula-nga") == [
        ("Name as announced", "=1+1"),
        ("Joined", "2015"),
        ("Type of evidence", "Cohort list"),
        ("Award", "UNESCO Learning City Award 2015"),
        ("Award", "UNESCO Learning City Award 2019"),
        ("Country", "Nigeria"),
        ("Region", "Africa"),
        ("Kind of member", "City"),
        ("What the pin shows", "Town centre"),
        ("Population", "1,000,000"),
        ("Profile at UIL", "uil.example"),
        ("Website", "nga.example"),
    ]


def test_what_nobody_published_says_so(tiny: Network) -> None:
    assert values_of(tiny, "minus-fra") == [
        ("Name as announced", "-Minus"),
        ("Joined", "not published"),
        ("Type of evidence", "Profile"),
        ("Learning City Award", "none listed"),
        ("Country", "France"),
        ("Region", "Europe and North America"),
        ("Kind of member", "Commune"),
        ("What the pin shows", "Seat"),
        ("Population", "not published"),
        ("Population in GeoNames", "99,999"),
        ("Profile at UIL", "uil.example"),
        ("Website", "none found"),
    ]


def test_every_member_has_its_facts(network: Network) -> None:
    for city_id in network.cities.index:
        assert all(fact.value for fact in words.list_facts(network, city_id)), city_id


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
        found = words.list_facts(tiny, city_id)
        assert not any("copy.example" in fact.source for fact in found)
        assert {fact.note for fact in found if fact.field in ("city", "evidence")} == {
            "a copy of a UNESCO page, not linked"
        }


def test_without_a_year_the_day_of_being_named_is_told(tiny: Network) -> None:
    joined = fact_of(tiny, "markup-ken", "joined_year")
    assert (joined.value, joined.date, joined.source) == (
        *("not published", "first named as a member on 31 December 2016 or earlier"),
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


def test_statements_come_with_year_and_page_weak_ones_last(tiny: Network) -> None:
    assert [
        (each.theme, each.strength, each.year, each.source) for each in words.list_statements(tiny, "accent-fra")
    ] == [
        *(("Cluster: Education for sustainable development", "Official", "2019", "https://accent.example/1"),),
        *(("Stated: SDG 4 · Quality education", "Official", "2019", "https://accent.example/3"),),
        *(("Equity & inclusion", "Weak", "", "https://accent.example/2"),),
    ]
    (copied,) = words.list_statements(tiny, "at-deu")
    assert (copied.theme, copied.evidence) == ("Environment & climate", "says climate")
    assert (copied.source, copied.note) == ("", "a copy of a UNESCO page, not linked")
    assert not any(each.note for each in words.list_statements(tiny, "rtl-egy"))
    assert words.list_statements(tiny, "markup-ken") == []


def test_geonames_is_a_source_of_its_own_beside_the_page(network: Network) -> None:
    stated, town = (fact_of(network, "larissa-grc", field) for field in ("population", "population_geonames"))
    assert (stated.value, town.value) == ("162,000", "146,926")
    assert (town.date, town.note, town.source) == ("undated", "for the town", "https://www.geonames.org/258576")


def test_members_that_are_no_town_have_no_population_of_geonames(network: Network) -> None:
    assert fact_of(network, "kilifi-county-ken", "population").value == "not published"
    assert facts_of(network, "kilifi-county-ken", "population_geonames") == []


def test_the_lead_counts_members_of_the_country_and_themes(tiny: Network) -> None:
    assert words.lead(tiny, "formula-nga") == (
        "=1+1 joined the network in 2015 and is the only member listed in Nigeria. "
        "Public pages state 2 themes of its work."
    )
    assert words.lead(tiny, "rtl-egy").endswith("Public pages state 2 themes of its work.")  # one is stated twice
    assert words.lead(tiny, "at-deu").endswith("Public pages state 1 theme of its work.")
    assert words.lead(tiny, "minus-fra") == (
        "-Minus is one of the 2 members listed in France; its year of joining is not published. "
        "No statement about what it works on was found."
    )


def test_weak_evidence_counts_in_the_lead_as_little_as_elsewhere(tiny: Network) -> None:
    # accent: a cluster, a goal, and equity & inclusion by weak evidence; plain: weak evidence alone
    assert words.lead(tiny, "accent-fra").endswith("Public pages state 2 themes of its work.")
    assert words.lead(tiny, "plain-kor").endswith("Of what it works on, there is weak evidence only.")


def test_the_lead_is_french_in_french(tiny: Network) -> None:
    use_language("fr")
    assert words.lead(tiny, "minus-fra") == (
        "-Minus est l’un des 2 membres recensés en France\u202f; son année d’adhésion n’est pas publiée. "
        "Aucune déclaration sur ses travaux n’a été trouvée."
    )
    assert words.distance_sentence("Espoo", 0, 1000).startswith(
        "Aucun autre membre ne se trouve à moins de 1\u202f000\u00a0km d’Espoo"
    )


def test_an_address_that_is_none_is_told_as_it_is(tiny: Network) -> None:
    assert fact_of(tiny, "accent-fra", "website").value == "javascript:alert(1)"


def test_unknown_agrees_with_what_is_unknown_in_french(tiny: Network) -> None:
    use_language("fr")
    assert fact_of(tiny, "minus-fra", "population").value == "non publiée"
    assert fact_of(tiny, "minus-fra", "joined_year").value == "non publiée"


def test_the_card_has_room_for_a_few_facts(tiny: Network) -> None:
    assert [(fact.name, fact.value, fact.source) for fact in words.list_card_facts(tiny, "formula-nga")] == [
        ("Joined", "2015", ""),
        ("Source", "page that shows the membership", "https://www.formula.example/page"),
        ("Kind of member", "City; the pin stands at the town centre", ""),
        ("Population", "1,000,000 (2020)", ""),
        ("Learning City Award", "2015, 2019", ""),
    ]
    assert [(fact.value, fact.source) for fact in words.list_card_facts(tiny, "markup-ken")] == [
        ("not published", ""),
        ("a copy of a UNESCO page, not linked", ""),
        ("City; the pin stands at the town centre", ""),
        ("not published", ""),
        ("none listed", ""),
    ]


def test_a_member_without_a_pin_has_none_to_speak_of(tiny: Network) -> None:
    assert [fact.value for fact in words.list_card_facts(tiny, "script-grc") if fact.field == "kind"] == [
        "City; it is not placed on the map"
    ]
    pin = fact_of(tiny, "script-grc", "precision")
    assert (pin.value, pin.note) == ("Not placed", "")
    assert fact_of(tiny, "plain-kor", "precision").note == "placed with GeoNames"


def test_a_pin_on_the_likeliest_place_says_so(tiny: Network) -> None:
    unsure = replace(tiny, cities=tiny.cities.assign(precision="ambiguous"))
    kinds = [fact.value for fact in words.list_card_facts(unsure, "minus-fra") if fact.field == "kind"]
    assert kinds == ["Commune; the pin stands at the likeliest of several places of the same name"]


def test_the_card_names_each_theme_once_and_marks_weak_ones(tiny: Network) -> None:
    assert words.list_themes(tiny, "rtl-egy") == [
        ("Equity & inclusion", "https://rtl.example/1"),
        ("Cluster: Education for sustainable development", "https://rtl.example/3"),
    ]
    assert words.list_themes(tiny, "plain-kor") == [("Citizenship (weak statement)", "https://plain.example/1")]
    assert words.list_themes(tiny, "at-deu") == [("Environment & climate", "")]
    assert words.list_themes(tiny, "markup-ken") == []


def test_goals_say_on_what_they_rest() -> None:
    assert words.goal_sentence(Goal(5, stated=True)) == "SDG 5 · Gender equality (stated)"
    assert words.goal_sentence(Goal(13, stated=False)) == "SDG 13 · Climate action (mapped from a stated focus)"


def test_the_standing_is_told_for_country_region_and_list(tiny: Network) -> None:
    assert words.standing_headings() == ["Members", "Earlier", "Same year", "Later", "Year unknown"]
    assert words.standing_rows(tiny, "plain-kor") == [
        ("Republic of Korea", ["3", "2", "1", "0", "0"]),
        ("Asia and the Pacific", ["3", "2", "1", "0", "0"]),
        ("The whole list", ["10", "5", "3", "0", "2"]),
    ]
    assert words.standing_rows(tiny, "markup-ken") == []  # without a year of its own: neither before nor after


def test_names_come_with_country_and_distance(tiny: Network) -> None:
    assert words.member_name(tiny, "long-kor") == f"{LONG_NAME}, Republic of Korea"
    assert words.neighbour_name(tiny, "at-deu", 1234.5) == "@Home, Germany, 1,234 km away"
    assert words.where(tiny.cities.loc["rtl-egy"]) == "Egypt · Arab States"


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (0, "No other member lies within 1,500 km of Évry in a straight line."),
        (1, "1 member lies within 1,500 km of Évry in a straight line; roads and rails are longer."),
        (2, "2 members lie within 1,500 km of Évry in a straight line; roads and rails are longer."),
    ],
)
def test_distances_are_told_for_none_one_and_many(found: int, sentence: str) -> None:
    assert words.distance_sentence("Évry", found, 1500) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (0, "No other member’s clock is within 2 h of the clock of Évry (1 March 2020)."),
        (1, "1 member’s clock is within 2 h of the clock of Évry (1 March 2020)."),
        (3, "3 members’ clocks are within 2 h of the clock of Évry (1 March 2020)."),
    ],
)
def test_clocks_are_told_for_none_one_and_many(tiny: Network, found: int, sentence: str) -> None:
    assert words.clocks_sentence(tiny, "Évry", found, 2) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (0, "No other member has the same time of day (1 March 2020)."),
        (1, "1 member has the same time of day (1 March 2020)."),
        (3, "3 members have the same time of day (1 March 2020)."),
    ],
)
def test_no_difference_of_clocks_is_the_same_time(tiny: Network, found: int, sentence: str) -> None:
    assert words.clocks_sentence(tiny, "Évry", found, 0) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (0, "No member states this focus; weak evidence is left out."),
        (1, "1 member states this focus; weak evidence is left out."),
        (2, "2 members state this focus; weak evidence is left out."),
    ],
)
def test_themes_are_told_for_none_one_and_many(found: int, sentence: str) -> None:
    assert words.theme_sentence(found) == sentence


def test_mates_are_told_for_one_and_many() -> None:
    assert words.cohort_label(1, 2015) == "The other member that joined in 2015"
    assert words.cohort_label(2, 2017) == "The other 2 members that joined in 2017"


def test_each_measure_has_a_purpose_and_a_heading() -> None:
    assert [words.measure_label(each) for each in ("km", "hours")] == [
        *("For a meeting: distance", "For a webinar: time zones"),
    ]
    assert [words.measure_heading(each) for each in ("km", "hours")] == ["Kilometres", "Hours ahead"]


def test_evidence_is_a_table_that_links_no_copy(tiny: Network) -> None:
    table = words.evidence_table(tiny, members_with_focus(tiny, "environment & climate"))
    assert table.to_dict("records") == [
        {
            "Member": "@Home",
            "Country": "Germany",
            "What was found": "says climate",
            "Strength": "Reported",
            "Year": 2019,
            "Source page": "",
        }
    ]
    linked = words.evidence_table(tiny, members_with_focus(tiny, "equity & inclusion"))
    assert linked["Member"].tolist() == ["Évry", "=1+1", "المدينة", "المدينة"]
    assert linked["Source page"].tolist()[2:] == ["https://rtl.example/2", "https://rtl.example/1"]
