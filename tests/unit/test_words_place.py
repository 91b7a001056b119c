"""What the page of a country or region says: one, all, none and a tie each have their own words."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.model import REGIONS, UNKNOWN_YEAR, Network
from atlas.selection import Selection, counting
from atlas.summaries import compare
from atlas.summaries.compare import Profile, Thing
from atlas.summaries.members import YearCount
from atlas.summaries.place import CountryCount
from atlas.words import place as words

AFRICA, LATIN = Thing("region", "Africa"), Thing("region", "Latin America and the Caribbean")
KOREA, FRANCE, EGYPT, KENYA = (Thing("country", code) for code in ("KOR", "FRA", "EGY", "KEN"))


def profile_of(network: Network, thing: Thing) -> Profile:
    strong = counting(network, weak=False)
    return compare.summarise_profile(strong, compare.members_of(strong, thing))


def stated(themes: dict[str, int], covered: int) -> Profile:
    return Profile(9, 1, {}, covered, themes, (), 0, 0)


@pytest.mark.parametrize(
    ("here", "text"),
    [
        (AFRICA, "2 members in 2 countries are listed in this region of UNESCO. "
                 "1 joined in 2015; for the others the year is not published."),
        (LATIN, "No member is listed in this region of UNESCO. No source gives a year of joining."),
        (KOREA, "All 3 members listed in Asia and the Pacific are in the Republic of Korea. "
                "Published years of joining run from 2017 to 2019."),
        (EGYPT, "The one member listed in the Arab States is in Egypt. It joined in 2015."),
        (FRANCE, "2 of the 4 members listed in Europe and North America are in France. "
                 "1 joined in 2017; for the others the year is not published."),
        (KENYA, "1 of the 2 members listed in Africa is in Kenya. No source gives a year of joining."),
    ],
)  # fmt: skip
def test_the_lead_says_how_many_members_and_since_when(tiny: Network, here: Thing, text: str) -> None:
    assert words.lead(here, profile_of(tiny, here), tiny, filtered=False) == text


@pytest.mark.parametrize(
    ("here", "text"),
    [
        (KOREA, "3 members in the Republic of Korea fit all filters."),
        (KENYA, "1 member in Kenya fits all filters."),
        (AFRICA, "2 members in Africa fit all filters."),
    ],
)
def test_with_other_filters_the_lead_says_so(tiny: Network, here: Thing, text: str) -> None:
    assert words.lead(here, profile_of(tiny, here), tiny, filtered=True) == text


def test_without_a_place_the_lead_invites(tiny: Network) -> None:
    assert words.title(None, tiny) == "Countries and regions"
    assert words.title(KOREA, tiny) == "Republic of Korea"
    assert words.lead(None, profile_of(tiny, AFRICA), tiny, filtered=False) == (
        "Choose a country or a region to see all its members: where, since when, and what they work on."
    )


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_can_be_the_place_of_something(tiny: Network, region: str) -> None:
    code = {"Africa": "BEN", "Arab States": "QAT", "Asia and the Pacific": "JPN"}.get(region, "CAN")
    code = "BRA" if region.startswith("Latin") else code
    (notice,) = words.notices(None, Selection(), {code}, tiny)
    place = "in the Arab States" if region == "Arab States" else f"in {region}"
    assert notice.endswith(f"is a Member State of UNESCO {place}; no member is listed there.")


def test_several_places_at_once_are_noticed(tiny: Network) -> None:
    countries, regions = Selection(country=("KOR", "FRA")), Selection(region=("Africa", "Arab States"))
    assert words.notices(None, countries, set(), tiny) == [
        "The filters name Republic of Korea and France: choose one of them here, or compare them."
    ]
    assert words.notices(None, regions, set(), tiny) == [
        "The filters name Africa and Arab States: choose one of them here, or compare them."
    ]
    assert words.notices(KOREA, Selection(country=("KOR",), region=REGIONS), {"XXX"}, tiny) == []


def test_the_figures_say_what_they_count(tiny: Network) -> None:
    assert words.figures(profile_of(tiny, AFRICA), of_region=True) == [
        (2, "members shown"),
        (2, "countries with a member shown"),
        (1, "has a published year of joining"),
        (1, "has a focus stated on a public page"),
        (1, "has a Learning City Award"),
    ]
    assert words.figures(profile_of(tiny, KOREA), of_region=False) == [
        (3, "members shown"),
        (3, "have a published year of joining"),
        (2, "have a focus stated on a public page"),
        (0, "have a Learning City Award"),
    ]


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ({}, ""),
        ({"2015": 0}, ""),
        ({"2015": 1, "2016": 0}, ""),
        ({"2015": 3, "2016": 0}, ""),
        ({"2015": 2, "2016": 5}, "5 of 7 joined in 2016, more than in any other year"),
        ({"2015": 1, "2016": 0, "2017": 1}, ""),
        ({"2015": 2, "2016": 1, "2017": 2}, "2015 and 2017: 2 members each, more than in any other year"),
        ({"2015": 1, "2016": 1, "2017": 1, "2018": 1}, ""),
        ({"2015": 2, "2016": 2, "2017": 1}, "2015 and 2016: 2 members each, more than in any other year"),
        (
            {"2015": 2, "2016": 2, "2017": 2, "2018": 1},
            "2015, 2016 and 2017: 2 members each, more than in any other year",
        ),
        ({"2015": 3, "2016": 3, "2017": 3, "2018": 3}, "Never more than 3 members joined in a year"),
    ],
)
def test_the_title_of_the_years_names_those_that_lead(counts: dict[str, int], title: str) -> None:
    years = [*(YearCount(year, members) for year, members in counts.items()), YearCount(UNKNOWN_YEAR, 7)]
    assert words.years_title(years) == title


def test_years_are_told_in_words_and_as_a_table() -> None:
    years = [YearCount("2015", 1200), YearCount("2016", 0), YearCount(UNKNOWN_YEAR, 2)]
    assert words.years_alt(years) == "Members by year of joining. 2015: 1,200; year not published: 2."
    expected = {"Year of joining": ["2015", "2016", "Year not published"], "Members": [1200, 0, 2]}
    assert words.years_table(years).to_dict("list") == expected


@pytest.mark.parametrize(
    ("themes", "covered", "title"),
    [
        ({}, 0, "No statement on their focus was found"),
        ({"health": 3, "equity & inclusion": 2}, 4, "“Health” is stated most often, by 3 of the 4 with a statement"),
        ({"a": 2, "b": 2, "c": 1}, 3, "“A” and “B” are stated most often, each by 2 of the 3 with a statement"),
        ({"a": 1, "b": 1, "c": 1}, 2, "“A”, “B” and “C” are stated most often, each by 1 of the 2 with a statement"),
        (dict.fromkeys("abcd", 1), 1, "What the 1 member with a statement works on"),
        (dict.fromkeys("abcd", 2), 3, "What the 3 members with a statement work on"),
        ({}, 2, "What the 2 members with a statement work on"),
    ],
)
def test_the_title_of_the_themes_names_those_that_lead(
    tiny: Network, themes: dict[str, int], covered: int, title: str
) -> None:
    assert words.themes_title(stated(themes, covered), tiny.clusters) == title


def test_themes_are_told_in_words_and_as_a_table(tiny: Network) -> None:
    profile = stated({"older people": 2, "cluster:esd": 1}, 3)
    assert words.themes_alt(["older people"], profile, tiny.clusters) == (
        "Members by stated theme. Older people: 2; no statement found: 6."
    )
    assert words.themes_table(profile, tiny.clusters).to_dict("list") == {
        "Stated focus": ["Older people", "Cluster: Education for sustainable development"],
        "Members": [2, 1],
    }
    assert "has all 21 themes" in words.themes_remark(21)


def test_countries_are_told_in_words_and_as_a_table() -> None:
    countries = [CountryCount("FRA", 2), CountryCount("DEU", 1)]
    assert words.countries_alt(countries) == "Members by country. France: 2; Germany: 1."
    expected = pd.DataFrame({"Country": ["France", "Germany"], "Members": [2, 1]})
    pd.testing.assert_frame_equal(words.countries_table(countries), expected)


@pytest.mark.parametrize(
    ("count", "title"),
    [(0, "0 countries with members"), (1, "1 country with a member"), (2, "2 countries with members")],
)
def test_the_title_of_the_countries_counts_them(count: int, title: str) -> None:
    assert words.countries_title(count) == title


def test_the_note_on_member_states_does_not_prove_an_absence() -> None:
    assert words.states_note(0) == "Every Member State of UNESCO in this region has a member listed here."
    assert words.states_note(1).startswith("1 Member State of UNESCO in this region has no member listed here.")
    assert words.states_note(5).startswith("5 Member States of UNESCO in this region have no member listed here.")


def test_headings_count() -> None:
    assert [words.awards_title(count) for count in (1, 2)] == ["1 Learning City Award", "2 Learning City Awards"]
    assert [words.members_title(count) for count in (1, 2)] == ["The 1 member shown", "The 2 members shown"]
    assert words.whole_region("Arab States") == "The whole region: Arab States"
