"""Columns by year of joining, alone and as strips side by side, and themes side by side."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.charts.compare import build_year_strips
from atlas.charts.places import build_joining_years
from atlas.palette import DARK, LIGHT, Tone
from atlas.summaries.members import YearCount
from tests.figures import checked, texts

CLEAR = "rgba(0,0,0,0)"


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_known_years_are_solid_columns_and_the_unknown_one_hollow(tone: Tone) -> None:
    years = [YearCount("2015", 2), YearCount("2016", 0), YearCount("2017", 1200), YearCount("unknown", 2)]
    figure = checked(build_joining_years(years, unknown="not publ.", tone=tone))
    bars = figure.data[0]
    assert (list(bars.x), list(bars.y)) == ([0, 1, 2, 3], [2, 0, 1200, 2])
    assert list(bars.text) == ["2", "", "1,200", "2"]
    assert list(bars.customdata) == ["2015", "2016", "2017", "unknown"]
    assert list(bars.marker.color) == [tone.quantity, tone.quantity, tone.quantity, CLEAR]
    assert list(bars.marker.line.width) == [0, 0, 0, 1.5]
    assert list(figure.layout.xaxis.tickvals) == [0, 1, 2, 3]
    assert list(figure.layout.xaxis.ticktext) == ["’15", "’16", "’17", "not<br>publ."]
    assert list(figure.layout.yaxis.range) == [0, pytest.approx(1440)]


def test_nobody_shown_is_an_empty_column() -> None:
    figure = checked(build_joining_years([YearCount("unknown", 0)], unknown="not publ.", tone=LIGHT, height=240))
    assert (list(figure.data[0].y), list(figure.data[0].text)) == ([0], [""])
    assert list(figure.layout.yaxis.range) == [0, pytest.approx(1.2)]
    assert figure.layout.height == 240


ROWS = pd.DataFrame(
    {
        "item": ["city:a"] * 3 + ["region:Africa"] * 3,
        "year": ["2015", "2016", "unknown"] * 2,
        "members": [1, 0, 0, 4, 0, 2],
    }
)
NAMES = {"region:Africa": "Africa", "city:a": "<b>Bold</b> & Co"}
COLOURS = {"city:a": "#111111", "region:Africa": "#222222"}


def test_strips_stand_in_the_order_chosen_on_one_scale() -> None:
    figure = checked(build_year_strips(ROWS, names=NAMES, colours=COLOURS, unknown="not publ.", tone=LIGHT))
    africa, city = figure.data
    assert (africa.base, city.base) == (1, 2)
    assert list(africa.y) == [pytest.approx(-0.52), 0, pytest.approx(-0.26)]
    assert list(city.y) == [pytest.approx(-0.13), 0, 0]
    assert list(figure.layout.yaxis.range) == [2, 0]
    assert (list(africa.text), list(city.text)) == (["4", "", "2"], ["1", "", ""])
    assert texts(figure) == ["<b>Africa</b>", "<b>&lt;b&gt;Bold&lt;/b&gt; &amp; Co</b>"]
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes] == [(1, 1), (2, 2)]
    assert [each.y for each in figure.layout.annotations] == [0.06, 1.06]  # just below the line above
    assert list(figure.layout.xaxis.range) == [-0.6, pytest.approx(2.6)]


def test_in_a_strip_the_unknown_year_is_hollow_and_drawn_only_where_there_is_one() -> None:
    africa, city = checked(build_year_strips(ROWS, names=NAMES, colours=COLOURS, unknown="not publ.", tone=LIGHT)).data
    assert list(africa.marker.color) == ["#222222", "#222222", CLEAR]
    assert list(city.marker.color) == ["#111111", "#111111", CLEAR]
    assert list(africa.marker.line.width) == [0, 0, 1.5]
    assert list(city.marker.line.width) == [0, 0, 0]


def test_strips_of_single_members_are_flatter_and_need_no_numbers() -> None:
    rows = ROWS[ROWS["item"] == "city:a"]
    names = {"city:a": "A"}
    figure = checked(build_year_strips(rows, names=names, colours=COLOURS, unknown="not publ.", tone=LIGHT))
    both = checked(build_year_strips(ROWS, names=NAMES, colours=COLOURS, unknown="not publ.", tone=LIGHT))
    assert list(figure.data[0].text) == ["", "", ""]
    assert list(figure.data[0].y) == [pytest.approx(-0.52), 0, 0]
    assert (figure.layout.height, both.layout.height) == (64 + 44, 2 * 92 + 44)
