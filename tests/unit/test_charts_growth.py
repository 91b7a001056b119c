"""Figures of growth: what UNESCO counted, what the press counted, and the line of the overview."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from atlas import wording
from atlas.charts import spark
from atlas.charts.growth import build_stock
from atlas.charts.spark import build_stock_line
from atlas.palette import DARK, LIGHT, Tone
from atlas.summaries.growth import Drop
from tests.figures import checked

if TYPE_CHECKING:
    import plotly.graph_objects as go

COUNTS = pd.DataFrame(
    [
        ("2015-09-28", "day", "unesco", 3, 2, ""),
        ("2016-06-30", "day", "press", 8, pd.NA, ""),
        ("2016-12-31", "year", "unesco", 99, 99, ""),
        ("2017-03-31", "month", "press", 6, 4, ""),
        ("2017-09-18", "day", "unesco", 9, 6, "8"),
        ("2018-01-01", "day", "unesco", 9, 6, ""),
        ("2019-12-01", "day", "corrected", 12, 7, "11"),
        ("2019-12-01", "day", "unesco", 7, 7, ""),
        ("2020-03-01", "day", "unesco", 1200, 8, ""),
    ],
    columns=["date", "date_precision", "voice", "cities_total", "countries_total", "superseded_by"],
).astype({"cities_total": "Int64", "countries_total": "Int64"})
COUNTS["sort_date"] = COUNTS["date"]
COUNTS["day"] = [date.fromisoformat(day) for day in COUNTS["date"]]

CONFERENCES = [(date(2015, 9, 28), "Mexico City\n12 awards"), (date(2021, 10, 27), "<b>Yeonsu</b>")]
DROP = Drop(date(2016, 6, 30), 8, date(2017, 9, 18), 5, "some were dropped")


def _stock(tone: Tone = LIGHT, **settings: Any) -> go.Figure:
    return checked(build_stock(COUNTS, tone=tone, height=400, **{"column": "cities_total", **settings}))


def _placed(figure: go.Figure) -> dict[str, Any]:
    return {each.text: each for each in figure.layout.annotations}


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_counts_of_the_press_are_faint_hollow_diamonds_without_a_line(tone: Tone) -> None:
    press = _stock(tone).data[0]
    assert (list(press.x), list(press.y)) == (["2016-06-30", "2017-03-31"], [8, 6])
    assert (press.mode, press.marker.symbol, press.marker.color) == ("markers", "diamond-open", tone.muted)
    assert (press.opacity, press.marker.size) == (0.6, 6)


def test_unescos_counts_are_a_line_without_the_count_of_which_only_the_year_is_known() -> None:
    own = _stock().data[2]
    assert own.mode == "lines+markers"
    assert list(own.x) == ["2015-09-28", "2017-09-18", "2018-01-01", "2019-12-01", "2020-03-01"]
    assert list(own.y) == [3, 9, 9, 7, 1200]
    assert own.line.color == LIGHT.quantity


def test_a_total_that_later_texts_change_is_hollow_and_one_corrected_at_once_a_ring() -> None:
    figure = _stock(DARK)
    _press, corrected, own = figure.data
    ink = DARK.quantity
    assert list(own.marker.color) == [ink, DARK.paper, ink, ink, ink]
    assert (list(corrected.x), list(corrected.y)) == (["2019-12-01"], [12])
    assert (corrected.mode, corrected.marker.symbol, corrected.marker.color) == ("markers", "circle-open", DARK.ink)


def test_the_axis_begins_at_zero_and_ends_above_the_largest_count() -> None:
    assert list(_stock().layout.yaxis.range) == [0, pytest.approx(1320)]
    assert list(_stock(column="countries_total").layout.yaxis.range) == [0, pytest.approx(8.8)]


def test_the_axis_of_time_holds_every_count_and_conference() -> None:
    assert list(_stock().layout.xaxis.range) == ["2015-05-31", "2020-06-29"]
    assert list(_stock(conferences=CONFERENCES).layout.xaxis.range) == ["2015-05-31", "2022-02-24"]


def test_a_count_is_written_where_it_changes_above_a_rise_and_below_a_fall() -> None:
    placed = _placed(_stock())
    assert list(placed) == ["<b>3</b>", "<b>9</b>", "<b>7</b>", "<b>1,200</b>"]
    assert [(each.x, each.y) for each in placed.values()] == [
        ("2015-09-28", 3), ("2017-09-18", 9), ("2019-12-01", 7), ("2020-03-01", 1200),
    ]  # fmt: skip
    assert [each.yanchor for each in placed.values()] == ["bottom", "bottom", "top", "bottom"]
    assert [each.yshift for each in placed.values()] == [5, 5, -7, 5]
    assert [each.xshift for each in placed.values()] == [-3, -3, None, -3]


def test_a_fall_from_a_count_of_the_press_is_a_fall_and_one_from_a_corrected_count_is_none() -> None:
    placed = _yearly(("press", 9), ("unesco", 8), ("corrected", 20), ("unesco", 12))
    assert [(text, each.yanchor) for text, each in placed.items()] == [("<b>8</b>", "top"), ("<b>12</b>", "bottom")]


def _yearly(*counts: tuple[str, int]) -> dict[str, Any]:
    """Return the texts of a figure with a count a year by a voice."""
    table = pd.DataFrame(
        [(date(2015 + at, 1, 1), "day", voice, total, "") for at, (voice, total) in enumerate(counts)],
        columns=["day", "date_precision", "voice", "cities_total", "superseded_by"],
    )
    figure = build_stock(table, column="cities_total", tone=LIGHT, height=400, press_label="press")
    return _placed(checked(figure))


def test_as_many_as_the_press_had_told_is_no_fall_and_as_many_as_before_no_lower_diamond() -> None:
    placed = _yearly(("unesco", 3), ("press", 9), ("press", 9), ("unesco", 9))
    assert [(text, each.yanchor) for text, each in placed.items()] == [("<b>3</b>", "bottom"), ("<b>9</b>", "bottom")]


def test_countries_that_nobody_counted_have_no_mark() -> None:
    press, _corrected, own = _stock(column="countries_total").data
    assert list(press.y) == [4]
    assert list(own.y) == [2, 6, 6, 7, 8]


def test_conferences_are_triangles_below_the_line_each_with_city_and_awards() -> None:
    figure = _stock(conferences=CONFERENCES)
    marks = figure.data[-1]
    assert (list(marks.x), marks.yaxis, marks.marker.symbol) == (["2015-09-28", "2021-10-27"], "y2", "triangle-up")
    assert marks.marker.color == LIGHT.ink
    texts = list(_placed(figure).values())[-2:]
    assert [each.y for each in texts] == [pytest.approx(0.1)] * 2  # below the triangles, in the strip
    assert [(each.text, each.x, each.yref) for each in texts] == [
        ("Mexico City<br>12 awards", "2015-09-28", "paper"),
        ("&lt;b&gt;Yeonsu&lt;/b&gt;", "2021-10-27", "paper"),
    ]
    assert list(figure.layout.yaxis.domain) == [pytest.approx(0.215), 1]
    assert list(figure.layout.yaxis2.domain) == [0, 0.13]


def test_without_conferences_the_line_has_all_the_room() -> None:
    figure = _stock()
    assert len(figure.data) == 3
    assert list(figure.layout.yaxis.domain) == [0, 1]
    assert not figure.layout.shapes


def test_the_diamonds_are_named_below_the_first_one_that_is_lower_than_the_one_before() -> None:
    named = _placed(_stock(press_label="in the press & elsewhere"))["in the<br>press &amp;<br>elsewhere"]
    assert (named.x, named.y, named.yanchor, named.yshift) == ("2017-03-31", 6, "top", -6)


def test_the_grid_begins_at_zero_and_is_light() -> None:
    axis = _stock(DARK).layout.yaxis
    assert list(axis.tickvals) == [0, 500, 1000]
    assert list(axis.ticktext) == ["0", "500", "1,000"]
    assert list(_stock(column="countries_total").layout.yaxis.tickvals) == [0, 2, 4, 6, 8]  # the largest count too
    assert (axis.showgrid, axis.gridcolor, axis.showline) == (True, DARK.hairline, False)


def test_the_line_breaks_at_a_drop_that_only_the_press_saw_coming() -> None:
    figure = _stock(drop=DROP, drop_label="From 8 to 5: <i>some</i> left")
    way, own = figure.data[2], figure.data[3]
    assert list(own.y) == [3, None, 9, 9, 7, 1200]
    assert list(own.x)[:3] == ["2015-09-28", "2017-09-18", "2017-09-18"]
    assert own.marker.color[1] == "rgba(0,0,0,0)"
    assert (list(way.x), list(way.y)) == (["2015-09-28", "2016-06-30"], [3, 8])
    assert (way.mode, way.line.dash) == ("lines", "dot")
    (arrow,) = [each for each in figure.layout.annotations if each.showarrow]
    assert (arrow.ax, arrow.ay, arrow.x, arrow.y) == ("2016-06-30", 8, "2017-09-18", 5)
    said = _placed(figure)["From 8 to 5: &lt;i&gt;some&lt;/i&gt;<br>left"]
    assert (said.x, said.y, said.yanchor, said.yshift) == ("2017-09-18", 5, "top", -26)


def test_a_drop_between_two_of_unescos_counts_breaks_no_line() -> None:
    seen = Drop(date(2018, 1, 1), 9, date(2019, 12, 1), 7, "")
    figure = _stock(drop=seen)
    assert list(figure.data[3].y) == [3, 9, 9, 7, 1200]
    assert list(figure.data[2].x) == ["2018-01-01"]  # the way down begins with UNESCO's own count of that day


def test_diamonds_that_only_rise_are_not_named() -> None:
    rising = COUNTS[COUNTS["day"] != date(2016, 6, 30)]
    figure = checked(build_stock(rising, column="cities_total", tone=LIGHT, height=400, press_label="in the press"))
    assert "in the press" not in _placed(figure)


def test_the_line_of_the_overview_has_unescos_counts_at_their_height() -> None:
    html = build_stock_line(COUNTS, alt='3 to "1,200" & <more>')
    assert 'aria-label="3 to &#34;1,200&#34; &amp; &lt;more&gt;"' in html
    days = (date(2015, 9, 28), date(2017, 9, 18), date(2018, 1, 1), date(2019, 12, 1), date(2020, 3, 1))
    lefts = [f"{100 * (day - date(2015, 1, 1)).days / 2192:.2f}" for day in days]  # 2015 to 2020 are 2,192 days
    tops = ["87.82", "87.46", "87.46", "87.58", "16.00"]  # 88 is zero, 16 the largest count
    points = [f"{left} {top}" for left, top in zip(lefts, tops, strict=True)]
    assert f'<path d="M{"L".join(points)}"/>' in html
    assert re.findall(r'<i style="left:([\d.]+)%;top:([\d.]+)%">', html) == list(zip(lefts, tops, strict=True))


def test_the_line_of_the_overview_breaks_at_a_drop_and_a_dotted_one_leads_down() -> None:
    whole, broken = build_stock_line(COUNTS, alt=""), build_stock_line(COUNTS, alt="", drop=DROP)
    (line,) = re.findall(r'<path d="([^"]*)"/>', whole)
    first, second, *rest = line.removeprefix("M").split("L")
    assert f'<path d="M{first} M{second}L{"L".join(rest)}"/>' in broken
    (dotted,) = re.findall(r'<path class="dotted" d="([^"]*)"/>', broken)
    left = f"{100 * (date(2016, 6, 30) - date(2015, 1, 1)).days / 2192:.2f}"
    assert dotted == f"M{first}L{left} 87.52L{second}"  # 88 is zero; 8 of 1,200 are 0.48 higher
    assert "dotted" not in whole


def test_the_line_of_the_overview_names_counts_that_change_and_have_room() -> None:
    html = build_stock_line(COUNTS, alt="")
    assert re.findall(r"<b [^>]*>([^<]*)</b>", html) == ["3", "9", "7"]  # 1,200 stands too near to 7
    assert re.findall(r"<span [^>]*>(\d+)</span>", html) == ["2015", "2016", "2017", "2018", "2019", "2020", "2021"]


def test_a_value_has_room_from_eight_hundredths_of_the_width() -> None:
    points = [(10.0, 50.0, 3), (18.0, 40.0, 4), (25.9, 30.0, 5), (30.0, 30.0, 5)]
    assert spark._written(points) == points[:2]


def test_numbers_on_the_line_are_those_of_the_language() -> None:
    wording.use_language("fr")
    assert "<b>1\u202f200</b>" in _placed(_stock())
