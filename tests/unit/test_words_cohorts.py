"""What is said of members by year of joining and of Member States: one, all, none and a tie have their own sentence."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from atlas.model import Network
from atlas.summaries import growth
from atlas.words import cohorts as words
from tests.tiny import LONG_NAME


def listed(**members: int) -> pd.DataFrame:
    years = [year.removeprefix("y") for year in members]
    announced = pd.Series([None] * len(years), dtype="Int64")
    return pd.DataFrame({"year": years, "listed": list(members.values()), "announced": announced})


def by_region(*given: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(given, columns=["year", "region", "members"])


@pytest.mark.parametrize(
    ("cohorts", "title"),
    [
        (listed(y2015=2, y2017=3, unknown=0), "Most joined in 2017: 3 members"),
        (listed(y2015=3, y2017=3), "3 members joined in each of 2015 and 2017"),
        (listed(y2015=3, y2017=3, y2019=1), "Most joined in 2015 and 2017, 3 members each"),
        (
            listed(y2015=2, y2017=3, unknown=1200),
            "Most joined in 2017: 3 members; year of joining unknown for 1,200",
        ),
        (listed(y2015=3, y2017=3, y2018=3), "3 members joined in each of 2015, 2017 and 2018"),
        (listed(y2015=3, y2017=3, y2018=3, y2019=1), "Most joined in 2015, 2017 and 2018, 3 members each"),
        (listed(y2015=3, y2017=3, y2018=3, y2019=3), "Never more than 3 members joined in a year"),
        (listed(y2015=1, y2017=1, y2018=1, y2019=1), "Never more than 1 member joined in a year"),
        (listed(y2015=2, y2017=0), "Each of the 2 members with a published year joined in 2015"),
        (
            listed(y2015=1, unknown=1),
            "The only member with a published year joined in 2015; year of joining unknown for 1",
        ),
        (listed(y2015=0, unknown=2), "No year of joining is published for these members"),
        (listed(), "No year of joining is published for these members"),
    ],
)
def test_the_title_names_the_year_or_years_in_which_most_joined(cohorts: pd.DataFrame, title: str) -> None:
    assert words.cohorts_title(cohorts) == title


def test_bars_in_words_tell_announced_only_where_a_number_was_published(tiny: Network) -> None:
    cohorts = growth.summarise_cohorts(tiny)
    assert words.cohorts_alt(cohorts) == (
        "Bars of members listed here by year of joining. 2015: 2; 2017: 3 of 5 announced; 2019: 3 of 3 announced; "
        "Year not published: 2."
    )
    assert words.cohorts_table(cohorts).fillna(-1).to_numpy().tolist() == [
        *(["2015", 2, -1], ["2017", 3, 5], ["2019", 3, 3], ["Year not published", 2, -1]),
    ]
    assert "left out" in words.cohorts_remark(whole=False)
    assert "Outline" in words.cohorts_subtitle(whole=True)
    assert words.cohorts_source(whole=True).endswith("; UNESCO and UIL.")
    assert words.cohorts_source(whole=False) == "Source: members listed in the Atlas."


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            (("2019", "Africa", 1), ("2019", "Arab States", 1200), ("2015", "Africa", 5000)),
            "1,200 of the 1,201 listed members of 2019 are in the Arab States, more than in any other region",
        ),
        (
            (("2019", "Africa", 2), ("2019", "Arab States", 2), ("2019", "Asia and the Pacific", 1)),
            "2 each of the 5 listed members of 2019 are in Africa and in the Arab States",
        ),
        (
            (("2019", "Africa", 2), ("2019", "Arab States", 0), ("2015", "Arab States", 1)),
            "Each of the 2 listed members of 2019 is in Africa",
        ),
        (
            (("2019", "Africa", 1), ("2015", "Arab States", 1)),
            "The only listed member of 2019 is in Africa",
        ),
        (
            (("2019", "Africa", 2), ("unknown", "Arab States", 1)),
            "Members listed in Africa, by year of joining",
        ),
        ((("unknown", "Africa", 2), ("2019", "Africa", 0)), "No year of joining is published for these members"),
    ],
)
def test_the_title_tells_where_the_newest_members_are(rows: tuple[tuple[str, str, int], ...], title: str) -> None:
    assert words.regions_title(by_region(*rows)) == title


def test_regions_come_with_their_sums_in_unescos_order(tiny: Network) -> None:
    table = growth.summarise_cohort_regions(tiny.cities)
    assert words.regions_alt(table).endswith(
        "Sums: Africa: 2; Arab States: 1; Asia and the Pacific: 3; Europe and North America: 4; Latin America and the "
        "Caribbean: 0."
    )
    assert list(words.region_headings(table).items()) == [
        ("Africa", "Africa\n2"),
        ("Arab States", "Arab States\n1"),
        ("Asia and the Pacific", "Asia and the Pacific\n3"),
        ("Europe and North America", "Europe and North America\n4"),
    ]
    wide = words.regions_table(table)
    assert wide.columns.tolist()[:3] == ["Year of joining", "Africa", "Arab States"]
    assert wide.iloc[-1].tolist() == ["Year not published", 1, 0, 0, 1, 0]


def test_member_states_without_a_member_are_counted_and_named(tiny: Network) -> None:
    states = growth.summarise_member_states(tiny)
    assert words.states_title(states) == "6 of UNESCO’s 13 Member States have no member listed here"
    assert words.states_texts(states) == ["2 of 3", "1 of 2", "1 of 2", "3 of 4", "0 of 2"]
    assert words.states_alt(states).endswith("Latin America and the Caribbean: 0 of 2.")
    assert words.states_table(states).iloc[0].tolist() == ["Africa", 3, 2, 1]
    assert words.states_without(states)[-1] == ("Latin America and the Caribbean", 2, "Brazil and Mexico")


def test_countries_come_in_the_order_of_their_names() -> None:
    assert words.names_of(("DEU", "EGY", "KEN")) == "Egypt, Germany and Kenya"


def test_one_member_state_or_none_without_a_member_has_its_own_sentence() -> None:
    def title(missing: int) -> str:
        return words.states_title(pd.DataFrame({"states": [1200], "missing": [missing]}))

    assert title(1) == "1 of UNESCO’s 1,200 Member States has no member listed here"
    assert title(0) == "All of UNESCO’s 1,200 Member States have a member listed here"


def test_the_gap_between_countries_listed_and_announced_is_told() -> None:
    assert "so at least 6 of these Member States have a member missing" in words.states_subtitle(
        listed=85, announced=91
    )
    assert "so at least 1 of these Member States has a member missing" in words.states_subtitle(listed=90, announced=91)
    assert words.states_subtitle(listed=91, announced=91).endswith("hollow without.")


def test_first_members_are_named_with_the_day(tiny: Network) -> None:
    table = words.first_members_table(growth.summarise_first_members(tiny.cities))
    assert table.iloc[0].tolist() == ["Egypt", "28 September 2015", "المدينة"]
    assert table.iloc[4, 2] == f"{LONG_NAME} and \"Quoted\" 'City'"


@pytest.mark.parametrize(
    ("members", "shown", "sentence"),
    [
        (0, 1, "The member shown is not known to have been one by 1 March 2020."),
        (0, 5, "None of the 5 members shown is known to have been one by 1 March 2020."),
        (1, 1, "The member shown was one by 1 March 2020."),
        (5, 5, "Each of the 5 members shown was a member by 1 March 2020."),
        (1, 5, "1 of the 5 members shown was a member by 1 March 2020."),
        (1200, 1201, "1,200 of the 1,201 members shown were members by 1 March 2020."),
    ],
)
def test_members_on_a_day_are_told_as_one_some_all_or_none(members: int, shown: int, sentence: str) -> None:
    assert words.members_sentence(date(2020, 3, 1), members=members, shown=shown) == sentence


def test_countries_on_a_day_are_counted() -> None:
    assert words.countries_sentence(1) == "They are in 1 country."
    assert words.countries_sentence(1200) == "They are in 1,200 countries."
