"""Summaries of growth: published counts, intakes and the gap between them stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries import growth
from tests.tiny import LONG_NAME

SEVEN = ("Brest", "Clermont-Ferrand", "Évry-Courcouronnes", "Mantes-la-Jolie", "Montpellier", "Nanterre", "Sarcelles")
OPENED, FIRST, SECOND = date(2015, 9, 28), date(2017, 9, 18), date(2019, 12, 1)


def rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(frame.itertuples(index=False, name=None))


def milestone(day: str, **given: Any) -> dict[str, Any]:
    empty = {"cities_added": None, "countries_added": None, "cities_total": None, "countries_total": None}
    texts = {"date_precision": "day", "is_official": True, "superseded_by": "", "note": "", "event": "", "date": day}
    return {"sort_date": day, "source_url": "", **empty, **texts, **given}


def milestones(*given: dict[str, Any]) -> pd.DataFrame:
    numbers = ["cities_added", "countries_added", "cities_total", "countries_total"]
    return pd.DataFrame(given).astype(dict.fromkeys(numbers, "Int64"))


def test_counts_of_unesco_of_the_press_and_corrected_ones_are_told_apart(tiny: Network) -> None:
    counts = growth.summarise_counts(tiny.milestones)
    assert rows(counts[["day", "cities_total", "voice"]]) == [
        (OPENED, 3, "unesco"),
        (date(2016, 12, 31), 6, "press"),
        (FIRST, 9, "unesco"),
        (SECOND, 12, "corrected"),
        (SECOND, 11, "unesco"),
        (date(2020, 3, 1), 14, "unesco"),
    ]


def test_a_count_corrected_only_later_is_still_what_unesco_said(tiny: Network) -> None:
    later = milestones(milestone("2022-09-02", cities_total=294, superseded_by="292"))
    assert list(growth.summarise_counts(later)["voice"]) == ["unesco"]


def test_a_correction_by_the_press_corrects_nothing() -> None:
    both = milestones(
        milestone("2020-09-23", cities_total=230, superseded_by="229"),
        milestone("2020-09-23", cities_total=229, is_official=False),
    )
    assert list(growth.summarise_counts(both)["voice"]) == ["unesco", "press"]


def test_an_intake_counts_in_its_corrected_version_and_one_country_alone_is_none(tiny: Network) -> None:
    expected = [("2017", FIRST, 5, 3), ("2019", SECOND, 3, 2)]
    assert rows(growth.summarise_intakes(tiny.milestones)) == expected
    assert rows(growth.summarise_intakes(tiny.milestones.iloc[::-1])) == expected


def test_an_intake_without_a_number_or_of_the_press_is_none() -> None:
    given = milestones(
        milestone("2016-10-13", countries_added=4),
        milestone("2017-10-13", cities_added=9, countries_added=4, is_official=False),
        milestone("2018-10-13", cities_added=9, countries_added=2),
    )
    assert list(growth.summarise_intakes(given)["year"]) == ["2018"]


def test_the_gap_is_what_was_announced_less_what_addition_gives(tiny: Network) -> None:
    gaps = growth.summarise_gaps(tiny.milestones)
    assert list(gaps.columns[:7]) == ["day", "before", "before_day", "added", "expected", "announced", "gap"]
    assert rows(gaps.iloc[:, :7]) == [(FIRST, 3, OPENED, 5, 8, 9, 1), (SECOND, 9, FIRST, 3, 12, 11, -1)]


def test_a_gap_needs_a_count_before_the_intake_and_one_on_its_day() -> None:
    first = milestone("2016-01-01", cities_total=10)
    with_total = milestone("2017-01-01", cities_added=5, countries_added=2, cities_total=14, superseded_by="13")
    without = milestone("2018-01-01", cities_added=5, countries_added=2)
    gaps = growth.summarise_gaps(milestones(first, with_total, without))
    assert rows(gaps[["expected", "gap", "later"]]) == [(15, -1, "13")]
    assert growth.summarise_gaps(milestones(with_total)).empty


def test_the_gaps_in_the_published_totals_come_out_of_the_data(network: Network) -> None:
    gaps = growth.summarise_gaps(network.milestones).set_index("day")
    assert gaps.loc[date(2022, 9, 2), "gap"] < 0
    assert gaps.loc[date(2022, 9, 2), "later"] == "292"
    assert gaps.loc[date(2024, 2, 14), "gap"] == 0


def test_cohorts_stand_beside_their_intakes_the_unknown_year_last(tiny: Network) -> None:
    cohorts = growth.summarise_cohorts(tiny)
    assert rows(cohorts[["year", "listed"]]) == [("2015", 2), ("2017", 3), ("2019", 3), ("unknown", 2)]
    assert cohorts["announced"].fillna(-1).tolist() == [-1, 5, 3, -1]


def test_an_intake_of_which_nobody_is_shown_still_has_its_year(tiny: Network) -> None:
    cohorts = growth.summarise_cohorts(select(tiny, Selection(country=("NGA",))))
    assert rows(cohorts[["year", "listed"]]) == [("2015", 1), ("2017", 0), ("2019", 0)]


def test_cohorts_by_region_have_a_row_for_every_year_and_region(tiny: Network) -> None:
    found = rows(growth.summarise_cohort_regions(tiny.cities))
    assert len(found) == 4 * 5
    assert found[0] == ("2015", "Africa", 1)
    assert [each for each in found if each[2]] == [
        ("2015", "Africa", 1),
        ("2015", "Arab States", 1),
        ("2017", "Asia and the Pacific", 2),
        ("2017", "Europe and North America", 1),
        ("2019", "Asia and the Pacific", 1),
        ("2019", "Europe and North America", 2),
        ("unknown", "Africa", 1),
        ("unknown", "Europe and North America", 1),
    ]


def test_in_june_2023_the_network_counted_292_cities_in_76_countries_seven_of_them_french(network: Network) -> None:
    day = date(2023, 6, 8)
    count = growth.summarise_counts(network.milestones).set_index("day").loc[day]
    assert (count["cities_total"], count["countries_total"]) == (292, 76)
    france = select(network, Selection(country=("FRA",)))
    found = growth.summarise_countries_on(france.cities, day)
    assert list(found["members"]) == [len(SEVEN)]
    assert found["names"][0] == SEVEN


def test_a_member_counts_from_the_day_on_which_it_is_known_to_be_one(tiny: Network) -> None:
    def known(day: date) -> list[str]:
        return list(growth.members_on(tiny.cities, day).index)

    assert known(date(2015, 9, 27)) == []
    assert known(OPENED) == ["formula-nga", "rtl-egy"]
    assert known(date(2017, 9, 17)) == ["formula-nga", "markup-ken", "rtl-egy"]
    assert len(known(FIRST)) == 6
    assert len(known(date(2100, 1, 1))) == 9  # of one nobody knows since when


def test_countries_on_a_day_go_by_their_members_then_by_code(tiny: Network) -> None:
    assert rows(growth.summarise_countries_on(tiny.cities, FIRST)) == [
        ("KOR", "Asia and the Pacific", 2, (LONG_NAME, "\"Quoted\" 'City'")),
        ("EGY", "Arab States", 1, ("المدينة",)),
        ("FRA", "Europe and North America", 1, ("Évry",)),
        ("KEN", "Africa", 1, ("<b>Bold</b> & Co",)),
        ("NGA", "Africa", 1, ("=1+1",)),
    ]


def test_first_members_name_one_day_for_each_country(tiny: Network) -> None:
    assert rows(growth.summarise_first_members(tiny.cities)) == [
        ("EGY", "Arab States", "2015-09-28", ("المدينة",)),
        ("NGA", "Africa", "2015-09-28", ("=1+1",)),
        ("KEN", "Africa", "2016-12-31", ("<b>Bold</b> & Co",)),
        ("FRA", "Europe and North America", "2017-09-18", ("Évry",)),
        ("KOR", "Asia and the Pacific", "2017-09-18", (LONG_NAME, "\"Quoted\" 'City'")),
        ("DEU", "Europe and North America", "2019-12-01", ("@Home",)),
        ("GRC", "Europe and North America", "2019-12-01", ("<script>alert(1)</script>",)),
    ]


def test_names_are_sorted_without_accents(tiny: Network) -> None:
    cities = tiny.cities.loc[["long-kor", "quote-kor", "accent-fra"]].copy()
    cities["iso3"] = "FRA"
    cities["display_name"] = ["Zürich", "eze", "Évry"]
    assert growth.summarise_countries_on(cities, FIRST)["names"][0] == ("Évry", "eze", "Zürich")


def test_member_states_with_and_without_a_member_are_told_apart(tiny: Network) -> None:
    assert rows(growth.summarise_member_states(tiny)) == [
        ("Africa", 3, 2, 1, ("BEN",)),
        ("Arab States", 2, 1, 1, ("QAT",)),
        ("Asia and the Pacific", 2, 1, 1, ("JPN",)),
        ("Europe and North America", 4, 3, 1, ("CAN",)),
        ("Latin America and the Caribbean", 2, 0, 2, ("BRA", "MEX")),
    ]


def test_each_conference_knows_how_many_awards_were_given_there(tiny: Network) -> None:
    events = growth.summarise_events(tiny.events.iloc[::-1], tiny.all_awards)
    assert rows(events[["day", "city", "event", "outcome", "awards", "source_url"]]) == [
        (OPENED, "Mexico City", "Second <b>conference</b>", "A statement", 2, "https://c.example/15"),
        (FIRST, "Cork", "Third conference", "", 2, "https://c.example/17"),
        (date(2021, 10, 27), "Yeonsu", "Fifth conference", "", 0, "https://c.example/21"),
    ]


def test_member_states_without_a_member_come_by_code_whatever_the_order_of_the_table(tiny: Network) -> None:
    backwards = replace(tiny, member_states=tiny.member_states.iloc[::-1])
    states = growth.summarise_member_states(backwards)
    assert [list(each) for each in states["missing_codes"]] == [["BEN"], ["QAT"], ["JPN"], ["CAN"], ["BRA", "MEX"]]


def test_counts_are_numbered_anew(tiny: Network) -> None:
    backwards = tiny.milestones.iloc[::-1]
    assert growth.summarise_counts(backwards).index.tolist() == [0, 1, 2, 3, 4, 5]
