"""Figures of growth: what UNESCO counted, what the press counted, who is listed, what does not add up."""

from __future__ import annotations

from datetime import date

import pytest

from atlas.charts import bars, intakes
from atlas.charts import growth as charts
from atlas.model import Network
from atlas.palette import DARK, LIGHT, Tone
from atlas.selection import Selection, select
from atlas.summaries import growth
from atlas.words import growth as growth_words
from atlas.words import intakes as intake_words


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_unescos_counts_are_a_line_and_those_of_the_press_hollow_marks(network: Network, tone: Tone) -> None:
    counts = growth.summarise_counts(network.milestones)
    events = growth.summarise_events(network.events, network.awards)
    figure = charts.build_stock(counts, column="cities_total", tone=tone, height=400, events=events)
    traces = {trace.name: trace for trace in figure.data}
    assert traces["UNESCO’s own"].mode == "lines+markers"
    assert traces["in the press"].mode == "markers"
    assert traces["in the press"].marker.symbol == "diamond-open"
    assert traces["UNESCO’s own"].y[-1] == network.coverage.announced
    assert len(traces["conferences"].x) == len(events)


def test_a_count_known_only_by_its_year_has_no_place_on_the_line(network: Network) -> None:
    counts = growth.summarise_counts(network.milestones)
    figure = charts.build_stock(counts, column="cities_total", tone=LIGHT, height=400)
    drawn = sum(len(trace.x) for trace in figure.data)
    assert drawn == (counts["date_precision"] != "year").sum()


def test_a_total_that_later_texts_change_is_hollow(network: Network) -> None:
    counts = growth.summarise_counts(network.milestones)
    figure = charts.build_stock(counts, column="cities_total", tone=LIGHT, height=400)
    own = next(trace for trace in figure.data if trace.name == "UNESCO’s own")
    fills = dict(zip(own.y, own.marker.color, strict=True))
    assert fills[294] == LIGHT.paper
    assert fills[425] == LIGHT.quantity


def test_both_conflicts_between_totals_are_told(network: Network) -> None:
    notes = " ".join(growth_words.stock_notes(growth.summarise_counts(network.milestones)))
    assert "230, corrected to 229" in notes
    assert "announced as 294; later texts of UNESCO say 292" in notes


def test_undated_members_are_a_hatched_bar_of_their_own(network: Network) -> None:
    cohorts = growth.summarise_cohorts(network)
    announced, listed = intakes.build_cohorts(cohorts, tone=LIGHT, with_announced=True).data
    assert announced.marker.color == bars.CLEAR
    assert list(listed.marker.pattern.shape)[-1] == "/"
    assert sum(listed.y) == len(network)


def test_announced_intakes_leave_with_the_filters(network: Network) -> None:
    cohorts = growth.summarise_cohorts(select(network, Selection(country=("FRA",))))
    announced = intakes.build_cohorts(cohorts, tone=LIGHT, with_announced=False).data[0]
    assert not any(announced.y)


def test_the_mark_at_the_announced_total_and_the_gap_in_words(network: Network) -> None:
    gaps = growth.summarise_gaps(network.milestones)
    figure = intakes.build_gaps(gaps, tone=LIGHT)
    assert list(figure.data[-1].x) == list(gaps["announced"])
    assert intakes.gap_label(-12) == "12 fewer"
    assert intakes.gap_label(5) == "5 more"
    assert intakes.gap_label(0) == "adds up"
    assert "306" in intake_words.gaps_title(gaps)


def test_member_states_are_solid_and_hollow_in_the_colour_of_their_region(network: Network) -> None:
    states = growth.summarise_member_states(network)
    reached, missing = intakes.build_member_states(states, tone=DARK).data
    assert list(reached.marker.color) == list(DARK.regions.values())
    assert missing.marker.color == bars.CLEAR
    assert str(states["missing"].sum()) in intake_words.states_title(states)


def test_the_gap_between_countries_listed_and_announced_is_told() -> None:
    assert "at least 6 of these" in intake_words.states_note(listed=85, announced=91)
    assert intake_words.states_note(listed=91, announced=91) == ""


def test_alternative_texts_hold_the_numbers_of_the_data(network: Network) -> None:
    counts = growth.summarise_counts(network.milestones)
    events = growth.summarise_events(network.events, network.awards)
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


def test_a_wrapped_heading_keeps_hyphenated_names_whole() -> None:
    assert bars.wrap("Yeonsu-gu", 8) == "Yeonsu-gu"
    assert bars.wrap("Mexico City", 8) == "Mexico<br>City"
