"""Figures of the intakes: listed beside announced, regions, sums that miss the total, Member States."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from atlas.charts import intakes as charts
from atlas.palette import DARK, LIGHT, Tone
from tests.figures import checked, text_places, texts
from tests.matrices import headings_of, rows_of

CLEAR = "rgba(0,0,0,0)"
COHORTS = pd.DataFrame(
    {
        "year": ["2015", "2017", "2019", "unknown"],
        "listed": [2, 3, 0, 1200],
        "announced": pd.array([4, pd.NA, 3, pd.NA], dtype="Int64"),
    }
)
YEARS = ["2015", "2017", "2019", "Year not published"]


def test_listed_members_are_solid_inside_the_outline_of_the_announced_intake() -> None:
    figure = checked(charts.build_cohorts(COHORTS, labels=YEARS, tone=DARK, with_announced=True))
    announced, listed = figure.data
    assert (list(announced.y), list(listed.y)) == ([4, 0, 3, 0], [2, 3, 0, 1200])
    assert (announced.marker.color, announced.marker.line.color) == (CLEAR, DARK.muted)
    assert listed.marker.color == DARK.quantity
    assert listed.marker.line.color == listed.marker.pattern.fgcolor == DARK.quantity
    assert listed.marker.pattern.bgcolor == DARK.paper
    assert listed.width < announced.width
    assert list(figure.layout.yaxis.range) == [0, pytest.approx(1344)]
    assert list(figure.layout.xaxis.range) == [-0.5, pytest.approx(4.05)]  # all of the first and the last bar
    assert list(announced.x) == list(listed.x) == list(figure.layout.xaxis.tickvals) == [0, 1, 2, 3.45]
    assert figure.layout.xaxis.linecolor == DARK.muted


def test_undated_members_are_a_hatched_bar_of_their_own() -> None:
    listed = checked(charts.build_cohorts(COHORTS, labels=YEARS, tone=LIGHT, with_announced=True)).data[1]
    assert list(listed.marker.pattern.shape) == ["", "", "", "/"]


def test_the_announced_number_is_above_its_outline_and_the_listed_one_inside_its_bar() -> None:
    figure = checked(charts.build_cohorts(COHORTS, labels=YEARS, tone=LIGHT, with_announced=True))
    assert [each.yshift for each in figure.layout.annotations] == [3, -3, 3, 3, 3]
    assert [(each.text, each.x, each.y, each.yanchor, each.font.color) for each in figure.layout.annotations] == [
        ("4", 0, 4, "bottom", LIGHT.muted),
        ("2", 0, 2, "top", LIGHT.paper),
        ("3", 1, 3, "bottom", None),
        ("3", 2, 3, "bottom", LIGHT.muted),  # announced, and nobody listed
        ("1,200", 3.45, 1200, "bottom", None),
    ]
    assert list(figure.layout.xaxis.ticktext) == ["2015", "2017", "2019", "Year not<br>published"]


def test_the_outline_is_named_left_of_the_first_number_announced() -> None:
    later = COHORTS.iloc[1:]
    figure = checked(
        charts.build_cohorts(later, labels=YEARS[1:], tone=LIGHT, with_announced=True, announced_label="announced: <3")
    )
    named = figure.layout.annotations[-1]
    assert (named.text, named.x, named.y, named.xanchor) == ("announced: &lt;3", 1, 3, "right")
    assert (named.xshift, named.yshift) == (-14, 3)


def test_announced_intakes_leave_with_the_filters() -> None:
    figure = checked(charts.build_cohorts(COHORTS.head(3), labels=YEARS[:3], tone=LIGHT, with_announced=False))
    assert list(figure.data[0].y) == [0, 0, 0]
    assert texts(figure) == ["2", "3", "0"]
    assert list(figure.layout.yaxis.range) == [0, pytest.approx(3.36)]


def test_no_cohort_is_an_empty_figure() -> None:
    figure = checked(charts.build_cohorts(COHORTS.head(0), labels=[], tone=LIGHT, with_announced=True))
    assert not texts(figure)
    assert list(figure.layout.yaxis.range) == [0, pytest.approx(1.12)]


def test_a_matrix_of_years_and_regions_has_one_scale() -> None:
    rows = pd.DataFrame(
        {
            "year": ["2015", "2015", "2015", "unknown", "unknown", "unknown"],
            "region": ["Africa", "Arab States", "Asia and the Pacific"] * 2,
            "members": [1, 0, 4, 2, 0, 1],
        }
    )
    headings = {"Africa": "Africa\n3", "Asia and the Pacific": "Asia and the Pacific\n5"}
    matrix = charts.build_cohort_regions(rows, labels=["2015", "Year not published"], headings=headings, tone=LIGHT)
    assert headings_of(matrix) == [("Africa", "3"), ("Asia and the Pacific", "5")]
    africa, asia = LIGHT.regions["Africa"], LIGHT.regions["Asia and the Pacific"]
    assert rows_of(matrix) == {
        "2015": [(africa, "0.250", "1"), (asia, "1.000", "4")],
        "Year not published": [(africa, "0.500", "2"), (asia, "0.250", "1")],
    }


def test_a_gap_is_a_pale_total_an_outlined_intake_and_a_mark_at_what_was_announced() -> None:
    gaps = pd.DataFrame(
        {"day": [date(2017, 9, 18), date(2019, 12, 1)], "before": [3, 9], "added": [5, 3], "announced": [9, 11]}
    )
    figure = checked(
        charts.build_gaps(gaps, labels=["3 + 5 = 8", "9 + 3 = 12"], texts=["1 more", "1 fewer"], tone=LIGHT)
    )
    before, added, mark = figure.data
    assert (list(before.x), list(added.x), list(mark.x)) == ([3, 9], [5, 3], [9, 11])
    assert (before.marker.color, added.marker.color) == (LIGHT.quantity_soft, CLEAR)
    assert added.marker.line.color == LIGHT.quantity
    assert text_places(figure) == {
        "3 + 5 = 8": (0, -0.22), "1 more": (9, 0.22), "9 + 3 = 12": (0, 0.78), "1 fewer": (12, 1.22),
    }  # fmt: skip


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_member_states_are_solid_with_a_member_and_hollow_without_in_the_colour_of_their_region(tone: Tone) -> None:
    states = pd.DataFrame(
        {
            "region": ["Africa", "Latin America and the Caribbean"],
            "states": [3, 2],
            "reached": [2, 0],
            "missing": [1, 2],
        }
    )
    figure = checked(
        charts.build_member_states(states, labels=["Africa", "LAC"], texts=["2 of 3", "0 of 2"], tone=tone)
    )
    solid, hollow = figure.data
    colours = [tone.regions["Africa"], tone.regions["Latin America and the Caribbean"]]
    assert (list(solid.x), list(hollow.x)) == ([2, 0], [1, 2])
    assert (list(solid.marker.color), hollow.marker.color) == (colours, CLEAR)
    assert list(hollow.marker.line.color) == colours
    assert text_places(figure)["2 of 3"] == (3, 0.22)
    assert text_places(figure)["0 of 2"] == (2, 1.22)
