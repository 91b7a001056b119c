"""What is said about growth and intakes: texts beside bars and marks, notes, alternative texts."""

from __future__ import annotations

from datetime import date

import pandas as pd

from atlas import wording
from atlas.model import Network
from atlas.summaries import growth
from atlas.words import growth as growth_words
from atlas.words import intakes as intake_words


def test_a_conference_has_its_city_and_its_awards_in_a_second_line() -> None:
    events = pd.DataFrame(
        {
            "day": [date(2015, 9, 28), date(2017, 9, 18), date(2021, 10, 27)],
            "city": ["Mexico City", "<b>Cork</b>", "Yeonsu"],
            "awards": [12, 1, 0],
        }
    )
    assert growth_words.conference_marks(events) == [
        (date(2015, 9, 28), "Mexico City\n12 awards"),
        (date(2017, 9, 18), "<b>Cork</b>\n1 award"),
        (date(2021, 10, 27), "Yeonsu"),
    ]


def test_years_of_joining_begin_with_a_capital_letter() -> None:
    assert intake_words.year_names(["2015", "unknown"]) == ["2015", "Year not published"]


def test_every_region_with_members_has_their_sum_in_its_heading() -> None:
    rows = pd.DataFrame(
        {
            "year": ["2015", "2015", "2015", "unknown", "unknown", "unknown"],
            "region": ["Asia and the Pacific", "Africa", "Arab States"] * 2,
            "members": [1000, 2, 0, 1, 3, 0],
        }
    )
    assert list(intake_words.cohort_region_headings(rows).items()) == [
        ("Africa", "Africa\n5"),
        ("Asia and the Pacific", "Asia and the Pacific\n1,001"),
    ]


def test_the_sum_of_an_intake_is_written_out() -> None:
    gaps = pd.DataFrame(
        {
            "day": [date(2017, 9, 18)], "before": [1200], "added": [5], "expected": [1205], "announced": [1190],
            "gap": [-15],
        }
    )  # fmt: skip
    assert intake_words.gap_names(gaps) == ["September 2017: 1,200 + 5 = 1,205, announced 1,190"]


def test_a_gap_is_told_as_more_fewer_or_none() -> None:
    assert [intake_words.gap_label(gap) for gap in (-1200, -1, 0, 1, 5)] == [
        "1,200 fewer", "1 fewer", "adds up", "1 more", "5 more",
    ]  # fmt: skip


def test_member_states_are_told_as_reached_of_all() -> None:
    states = pd.DataFrame({"region": ["Africa", "Arab States"], "states": [3, 2], "reached": [2, 0], "missing": [1, 2]})
    assert intake_words.states_texts(states) == ["2 of 3", "0 of 2"]


def test_texts_beside_marks_are_translated() -> None:
    wording.use_language("fr")
    assert intake_words.gap_label(-2) == "2 de moins"
    assert growth_words.press_label() == "selon la presse"


def test_both_conflicts_between_totals_are_told(network: Network) -> None:
    notes = " ".join(growth_words.stock_notes(growth.summarise_counts(network.milestones)))
    assert "230, corrected to 229" in notes
    assert "announced as 294; later texts of UNESCO say 292" in notes


def test_the_gap_between_countries_listed_and_announced_is_told() -> None:
    assert "at least 6 of these" in intake_words.states_note(listed=85, announced=91)
    assert intake_words.states_note(listed=91, announced=91) == ""


def test_alternative_texts_hold_the_numbers_of_the_data(network: Network) -> None:
    counts = growth.summarise_counts(network.milestones)
    events = growth.summarise_events(network.events, network.all_awards)
    alt = growth_words.stock_alt(counts, events)
    assert str(network.coverage.announced) in alt
    assert "Medellín 2019" in alt
    cohorts = growth.summarise_cohorts(network)
    assert "72 of 77 announced" in intake_words.cohorts_alt(cohorts)
    rows = growth.summarise_cohort_regions(network.cities)
    assert str(rows["members"][rows["region"] == "Africa"].sum()) in intake_words.cohort_regions_alt(rows)


def test_a_count_of_the_press_names_the_page_and_one_of_unesco_names_unesco(network: Network) -> None:
    counts = growth.summarise_counts(network.milestones)
    own = counts[counts["day"] == date(2024, 2, 14)].iloc[0]
    assert growth_words.count_sentence(own) == "On 14 February 2024 UNESCO counted 356 cities in 79 countries."
    press = counts[counts["day"] == date(2019, 7, 11)].iloc[0]
    assert growth_words.count_sentence(press) == "For 11 July 2019, elcampesino.co prints a count of 216 cities."


def test_dates_are_told_as_precisely_as_they_were_published(network: Network) -> None:
    counts = growth.summarise_counts(network.milestones)
    told = dict(zip(counts["date"], (growth_words.when(row) for _, row in counts.iterrows()), strict=True))
    assert told["2023-10"] == "October 2023"
    assert told["2016"] == "2016"
    assert told["2016-08-23"] == "23 August 2016"
