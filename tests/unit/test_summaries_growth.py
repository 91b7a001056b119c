"""Summaries of growth: published counts, intakes and the gap between them stay apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from atlas.model import REGIONS, UNKNOWN_YEAR, Network
from atlas.selection import Selection, select
from atlas.summaries import growth

SEVEN = ("Brest", "Clermont-Ferrand", "Évry-Courcouronnes", "Mantes-la-Jolie", "Montpellier", "Nanterre", "Sarcelles")


def milestone(day: str, **given: Any) -> dict[str, Any]:
    empty = {"cities_added": None, "countries_added": None, "cities_total": None, "countries_total": None}
    texts = {"date_precision": "day", "is_official": True, "superseded_by": "", "note": "", "event": "", "date": day}
    return {"sort_date": day, "source_url": "", **empty, **texts, **given}


def milestones(*rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    numbers = ["cities_added", "countries_added", "cities_total", "countries_total"]
    return frame.astype(dict.fromkeys(numbers, "Int64"))


def test_a_corrected_total_is_kept_but_not_counted_as_the_last_word() -> None:
    rows = milestones(
        milestone("2020-09-23", cities_total=230, superseded_by="229"), milestone("2020-09-23", cities_total=229)
    )
    assert list(growth.summarise_counts(rows)["voice"]) == ["corrected", "unesco"]


def test_counts_of_the_press_are_told_from_those_of_unesco() -> None:
    rows = milestones(milestone("2019-02-08", cities_total=223, is_official=False))
    assert list(growth.summarise_counts(rows)["voice"]) == ["press"]


def test_an_intake_counts_in_its_corrected_version_and_one_country_alone_is_none() -> None:
    rows = milestones(
        milestone("2016-10-13", cities_added=13, countries_added=1),
        milestone("2020-09-23", cities_added=54, countries_added=27),
        milestone("2020-09-23", cities_added=55, countries_added=27, superseded_by="54"),
    )
    intakes = growth.summarise_intakes(rows)
    assert list(intakes["year"]) == ["2020"]
    assert list(intakes["cities_added"]) == [54]


def test_the_gap_is_what_was_announced_less_what_addition_gives() -> None:
    rows = milestones(
        milestone("2024-02-14", cities_total=356),
        milestone("2025-12-04", cities_added=72, countries_added=46, cities_total=425),
    )
    gap = growth.summarise_gaps(rows).iloc[0]
    assert (gap["before"], gap["added"], gap["expected"], gap["announced"], gap["gap"]) == (356, 72, 428, 425, -3)


def test_the_gaps_in_the_published_totals_come_out_of_the_data(network: Network) -> None:
    gaps = growth.summarise_gaps(network.milestones).set_index("day")
    assert gaps.loc[date(2022, 9, 2), "gap"] < 0
    assert gaps.loc[date(2022, 9, 2), "later"] == "292"
    assert gaps.loc[date(2024, 2, 14), "gap"] == 0


def test_cohorts_add_up_to_the_members_and_keep_the_unknown_year_last(network: Network) -> None:
    cohorts = growth.summarise_cohorts(network)
    assert cohorts["listed"].sum() == len(network)
    assert cohorts["year"].iloc[-1] == UNKNOWN_YEAR
    assert pd.isna(cohorts.set_index("year")["announced"][UNKNOWN_YEAR])


def test_cohorts_by_region_add_up_to_the_members(network: Network) -> None:
    rows = growth.summarise_cohort_regions(network.cities)
    assert rows["members"].sum() == len(network)
    assert set(rows["region"]) == set(REGIONS)


def test_in_june_2023_the_network_counted_292_cities_in_76_countries_seven_of_them_french(network: Network) -> None:
    day = date(2023, 6, 8)
    count = growth.summarise_counts(network.milestones).set_index("day").loc[day]
    assert (count["cities_total"], count["countries_total"]) == (292, 76)
    france = select(network, Selection(country=("FRA",)))
    found = growth.summarise_countries_on(france.cities, day)
    assert list(found["members"]) == [len(SEVEN)]
    assert found["names"][0] == SEVEN


def test_a_member_known_only_later_is_not_yet_one_on_the_date(network: Network) -> None:
    assert growth.members_on(network.cities, date(2015, 1, 1)).empty
    assert len(growth.members_on(network.cities, date(2100, 1, 1))) == len(network)


def test_member_states_with_and_without_a_member_are_all_member_states(network: Network) -> None:
    states = growth.summarise_member_states(network)
    assert tuple(states["region"]) == REGIONS
    assert states["states"].sum() == len(network.member_states)
    assert (states["reached"] + states["missing"] == states["states"]).all()
    missing = {code for codes in states["missing_codes"] for code in codes}
    assert not missing & set(network.cities["iso3"])


def test_each_conference_knows_how_many_awards_were_given_there(network: Network) -> None:
    events = growth.summarise_events(network.events, network.all_awards).set_index("city")
    assert events.loc["Beijing", "awards"] == 0
    assert events.loc["Mexico City", "awards"] == 12  # Ybycuí among them, which is no member


def test_first_members_name_one_day_for_each_country(network: Network) -> None:
    first = growth.summarise_first_members(network.cities)
    assert set(first["iso3"]) == set(network.cities["iso3"])
    assert first["day"].is_monotonic_increasing
