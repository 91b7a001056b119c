"""Figures of focus: traces, colours, labels and the words that belong to them."""

from __future__ import annotations

import pytest

from atlas.charts import bars
from atlas.charts import focus as charts
from atlas.model import NETWORK_GOALS, NO_STATEMENT, Network
from atlas.palette import DARK, LIGHT, SDG_COLOURS, Tone
from atlas.selection import Selection, select
from atlas.summaries import focus
from atlas.words import focus as focus_words


@pytest.fixture
def shown(network: Network) -> Network:
    return select(network, Selection())


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_themes_are_in_one_neutral_ink_and_the_unknown_is_hollow(shown: Network, tone: Tone) -> None:
    themes = focus.summarise_themes(shown)
    figure = charts.build_themes(themes, missing=131, clusters=shown.clusters, tone=tone)
    marker = figure.data[0].marker
    assert set(marker.color[:-1]) == {tone.quantity}
    assert marker.color[-1] == bars.CLEAR
    assert marker.line.color[-1] == tone.muted
    assert list(figure.data[0].x) == [*themes["members"], 131]


def test_a_click_anywhere_in_a_row_carries_the_code_of_its_theme(shown: Network) -> None:
    themes = focus.summarise_themes(shown).head(3)
    target = charts.build_themes(themes, missing=1, clusters=shown.clusters, tone=LIGHT).data[-1]
    assert list(target.customdata) == [*themes["code"], NO_STATEMENT]
    assert target.hoverinfo == "none"  # "skip" would swallow the click
    assert len(set(target.x)) == 1


def test_the_chosen_theme_keeps_its_ink_and_the_others_turn_pale(shown: Network) -> None:
    themes = focus.summarise_themes(shown).head(3)
    chosen = themes["code"].iloc[1]
    figure = charts.build_themes(themes, missing=1, clusters=shown.clusters, tone=LIGHT, chosen=(chosen,))
    assert list(figure.data[0].marker.color[:3]) == [LIGHT.quantity_soft, LIGHT.quantity, LIGHT.quantity_soft]


def test_stated_goals_are_solid_and_mapped_ones_pale_with_an_outline(shown: Network) -> None:
    goals = focus.summarise_goals(shown)
    stated, mapped = charts.build_goals(goals, tone=LIGHT).data[:2]
    assert (stated.name, mapped.name) == ("stated", "mapped")
    assert stated.marker.color == LIGHT.ink
    assert (mapped.marker.color, mapped.marker.line.color) == (LIGHT.quantity_soft, LIGHT.quantity)


def test_colours_of_goals_are_badges_with_a_number_and_never_bars(shown: Network) -> None:
    goals = focus.summarise_goals(shown)
    figure = charts.build_goals(goals, tone=LIGHT)
    assert [shape.fillcolor for shape in figure.layout.shapes] == [SDG_COLOURS[goal] for goal in goals["sdg"]]
    assert all(shape.line.color == LIGHT.ink for shape in figure.layout.shapes)
    written = {annotation.text for annotation in figure.layout.annotations}
    assert {f"<b>{goal}</b>" for goal in goals["sdg"]} <= written


@pytest.mark.parametrize("colour", SDG_COLOURS.values())
def test_the_number_on_a_badge_is_black_or_white_whichever_reads_better(colour: str) -> None:
    assert bars.readable_on(colour) in {"#000000", "#FFFFFF"}


def test_goals_of_the_whole_network_are_a_sentence(shown: Network) -> None:
    sentence = focus_words.network_goals_sentence(focus.summarise_goals(shown))
    assert all(f"SDG {goal}" in sentence for goal in NETWORK_GOALS)


def test_every_column_of_the_regions_has_its_denominator_in_the_heading(shown: Network) -> None:
    rows = focus.summarise_themes_by(shown, shown.cities["region"])
    figure = charts.build_themes_by_region(rows, clusters=shown.clusters, tone=LIGHT)
    headings = [trace.name for trace in figure.data]
    covered = focus.summarise_coverage(shown)["covered"]
    assert [heading.rsplit("<br>", 1)[1] for heading in headings] == [f"of {count}" for count in covered]
    assert [trace.marker.color for trace in figure.data] == list(LIGHT.regions.values())


def test_the_longest_bar_of_a_matrix_leaves_room_for_its_number(shown: Network) -> None:
    rows = focus.summarise_themes_by(shown, focus.joining_periods(shown))
    figure = charts.build_themes_by_period(rows, clusters=shown.clusters, tone=LIGHT)
    assert max(max(trace.x) for trace in figure.data) < 0.7


def test_alternative_texts_hold_the_numbers_of_the_data(shown: Network) -> None:
    themes = focus.summarise_themes(shown)
    alt = focus_words.themes_alt(themes, missing=131, clusters=shown.clusters)
    assert str(themes["members"].iloc[0]) in alt
    assert "No statement found: 131" in alt or "no statement found: 131" in alt
    goals = focus.summarise_goals(shown)
    assert f"{goals['mapped'].iloc[0]} mapped, {goals['stated'].iloc[0]} stated" in focus_words.goals_alt(goals)


def test_titles_are_findings_from_the_data(shown: Network) -> None:
    themes = focus.summarise_themes(shown)
    assert "Equity & inclusion" in focus_words.themes_title(themes, shown.clusters)
    pairs = focus.summarise_pairs(shown)
    assert str(pairs["members"].iloc[0]) in focus_words.pairs_title(pairs, shown.clusters)


def test_the_sentence_on_weak_statements_says_whether_they_count() -> None:
    assert "would add 14 members" in focus_words.weak_note(14, counted=False)
    assert "count now" in focus_words.weak_note(1, counted=True)


def test_without_any_statement_the_words_say_so(network: Network) -> None:
    nobody = focus.summarise_themes(select(network, Selection(focus=(NO_STATEMENT,))))
    assert "No statement" in focus_words.lead(nobody, covered=0, members=3, clusters=network.clusters)
    assert "No stated theme" in focus_words.themes_title(nobody, network.clusters)
