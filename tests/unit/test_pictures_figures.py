"""Charts on paper: bars, points and texts stand where the figure says, and what is not understood is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from atlas.charts.bars import Segment, build_rows
from atlas.charts.base import CLEAR, Figure, build_figure, text_at
from atlas.charts.intakes import build_cohorts
from atlas.charts.places import build_joining_years
from atlas.palette import LIGHT
from atlas.pictures.figures import Plot, UnknownMarkError, draw_figure
from atlas.pictures.fonts import Type
from atlas.summaries.growth import Drop
from atlas.summaries.members import YearCount
from geo.sheet import Box
from tests.sheets import Recorder

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX = Box(100, 50, 800, 400)


def drawn(figure: Figure, *, box: Box = BOX, scale: float = 2, rows: tuple[float, float] | None = None) -> Recorder:
    sheet = Recorder(1000, 500, LIGHT.paper)
    draw_figure(Plot(sheet, figure, box, scale, Type(LIGHT), rows))
    return sheet


def rows_of(labels: Sequence[str], values: Sequence[int], **settings: Any) -> Figure:
    texts = [str(value) for value in values]
    return build_rows(labels=labels, segments=[Segment(values, "#111111")], texts=texts, tone=LIGHT, **settings)


def test_bars_are_as_long_as_their_values_and_stand_below_their_labels() -> None:
    sheet = drawn(rows_of(["Health & care", "<b>Work</b>"], [10, 5]))
    (first, fill, _line), (second, _fill, _l) = sheet.boxes
    assert fill == "#111111"
    assert first.width / second.width == pytest.approx(2)
    assert first.left == second.left
    assert set(sheet.texts) == {"Health & care", "<b>Work</b>", "10", "5"}  # letter by letter
    assert sheet.sizes["10"] == 14 * 2
    assert sheet.texts["Health & care"][1] < first.top < sheet.texts["<b>Work</b>"][1] < second.top
    assert sheet.texts["10"][0] == pytest.approx(first.right + 6 * 2, abs=0.01)


def test_parts_of_a_bar_follow_each_other() -> None:
    figure = build_rows(
        labels=["A"], segments=[Segment([3], "#111111"), Segment([1], CLEAR, "#222222")], texts=["4"], tone=LIGHT
    )
    (solid, _f, _l), (hollow, fill, line) = drawn(figure).boxes
    assert hollow.left == pytest.approx(solid.right)
    assert solid.width / hollow.width == pytest.approx(3)
    assert (fill, line) == (None, "#222222")


def test_a_long_figure_is_set_in_columns_without_losing_or_doubling_a_row() -> None:
    figure = rows_of([f"Theme {at}" for at in range(6)], [6, 5, 4, 3, 2, 1])
    left, right = drawn(figure, rows=(2.5, -0.5)), drawn(figure, rows=(5.5, 2.5))
    assert [text for text in left.texts if text.startswith("Theme")] == ["Theme 0", "Theme 1", "Theme 2"]
    assert [text for text in right.texts if text.startswith("Theme")] == ["Theme 3", "Theme 4", "Theme 5"]
    assert len(left.boxes) == len(right.boxes) == 3
    assert left.boxes[0][0].width / right.boxes[0][0].width == pytest.approx(2)  # one scale for both


def test_a_mark_and_a_badge_stand_at_their_row() -> None:
    marked = drawn(rows_of(["A", "B"], [10, 5], marks=[8, 10]))
    assert [line[0][0] for line in marked.strokes] == pytest.approx(
        [marked.boxes[0][0].left + 0.8 * marked.boxes[0][0].width, marked.boxes[0][0].right], abs=0.5
    )
    badged = drawn(rows_of(["Health", "Work"], [10, 5], goals=[3, 8]))
    assert [fill for _box, fill, _line in badged.boxes[2:]] == ["#4C9F38", "#A21942"]
    assert badged.boxes[2][0].right < badged.boxes[0][0].left


def test_columns_carry_their_numbers_and_years_stand_below() -> None:
    years = [YearCount("2015", 2), YearCount("2016", 0), YearCount("unknown", 4)]
    sheet = drawn(build_joining_years(years, unknown="not publ.", tone=LIGHT))
    (first, _f, _l), (unknown, fill, line) = sheet.boxes
    assert unknown.height / first.height == pytest.approx(2)
    assert (fill, line) == (None, LIGHT.quantity)
    assert set(sheet.texts) == {"2", "4", "’15", "’16", "not", "publ."}
    assert sheet.texts["’15"][1] > first.bottom > sheet.texts["2"][1]
    assert sheet.texts["’15"][0] == pytest.approx(first.left + first.width / 2)


def test_members_without_a_year_are_hatched() -> None:
    table = pd.DataFrame(
        {"year": ["2015", "unknown"], "listed": [3, 1], "announced": pd.Series([4, None], dtype="Int64")}
    )
    figure = build_cohorts(table, labels=["2015", "Year not published"], tone=LIGHT, with_announced=True)
    sheet = drawn(figure)
    announced, listed, paper, outline = sheet.boxes
    assert announced[1:] == (None, LIGHT.muted)
    assert announced[0].height / listed[0].height == pytest.approx(4 / 3)
    assert paper[1] == LIGHT.paper
    assert outline[1:] == (None, LIGHT.quantity)


def test_days_stand_where_they_lie_between_the_first_and_the_last() -> None:
    figure = build_figure(
        tone=LIGHT,
        data=[
            {
                "type": "scatter",
                "mode": "lines",
                "x": ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"],
                "y": [0, 10, None, 10],
                "line": {"color": "#111111", "width": 1, "dash": "dot"},
            }
        ],
        xaxis={"range": ["2020-01-01", "2023-01-01"], "tickformat": "%Y", "linecolor": LIGHT.muted},
        yaxis={"visible": False, "range": [0, 10]},
        annotations=[text_at("here", x="2021-01-01", y=10)],
    )
    sheet = drawn(figure)
    (start, end), *_axis = [line for line in sheet.strokes if line[0][1] != line[1][1]]
    assert end[0] - start[0] == pytest.approx((BOX.width - 8 * 2) * 366 / 1096)  # a gap is no line
    assert sheet.texts["here"][0] == pytest.approx(end[0])
    assert {"2021", "2022", "2023"} <= set(sheet.texts)


@pytest.mark.parametrize(
    "figure",
    [
        {"data": [{"type": "pie", "x": [1]}]},
        {"data": [{"type": "bar", "x": [1], "y": [1], "marker": {"color": "#111111"}, "error_y": 1}]},
        {"data": [], "shapes": [{"type": "circle", "y0": 0, "y1": 1, "layer": "below"}]},
        {"data": [], "annotations": [{"text": "a", "textangle": 90}]},
    ],
    ids=["trace", "property", "shape", "annotation"],
)
def test_what_is_not_understood_is_refused(figure: dict[str, Any]) -> None:
    axes: dict[str, Any] = {name: {"range": [0, 1], "visible": False} for name in ("xaxis", "yaxis")}
    with pytest.raises(UnknownMarkError):
        drawn(build_figure(tone=LIGHT, **axes, **figure))


def test_an_arrow_leads_from_before_a_drop_to_after_it() -> None:
    drop = Drop(date(2019, 1, 1), 90, date(2020, 1, 1), 40, "")
    from atlas.charts.growth import _drop_texts

    figure = build_figure(
        tone=LIGHT,
        data=[],
        xaxis={"range": ["2018-01-01", "2021-01-01"], "visible": False},
        yaxis={"range": [0, 100], "visible": False},
        annotations=_drop_texts(drop, "From 90 to 40", LIGHT),
    )
    sheet = drawn(figure)
    ((x0, y0), (x1, y1)) = sheet.strokes[0]
    assert x0 < x1
    assert y0 < y1
    assert len(sheet.shapes) == 1  # its head
    assert "From 90 to 40" in sheet.texts
