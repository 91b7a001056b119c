"""Bars with their label above: order, parts, texts at the end, marks, badges, targets for a click."""

from __future__ import annotations

import pytest

from atlas.charts.bars import Segment, build_rows, solid_and_hollow
from atlas.palette import DARK, LIGHT, Tone
from tests.figures import checked, text_places, texts

HOSTILE = ["<b>Bold</b> & Co", "المدينة", "=1+1", "Long" + "-long" * 30, "<script>alert(1)</script>"]


def test_the_first_row_is_on_top_with_its_label_above_and_its_text_at_the_end() -> None:
    parts = [Segment([5, 1, 0], "#111111"), Segment([2, 0, 3], "#222222")]
    figure = checked(build_rows(labels=["A", "B", "C"], texts=["seven", "one", "three"], segments=parts, tone=LIGHT))
    assert [list(trace.x) for trace in figure.data] == [[5, 1, 0], [2, 0, 3]]
    assert [list(trace.y) for trace in figure.data] == [[0.22, 1.22, 2.22]] * 2
    assert text_places(figure) == {
        "A": (0, -0.22), "seven": (7, 0.22), "B": (0, 0.78), "one": (1, 1.22), "C": (0, 1.78), "three": (3, 2.22),
    }  # fmt: skip
    assert list(figure.layout.yaxis.range) == [2.5, -0.5]
    assert {trace.orientation for trace in figure.data} == {"h"}
    assert figure.layout.barmode == "stack"


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_labels_are_in_ink_and_numbers_in_the_muted_colour(tone: Tone) -> None:
    figure = checked(build_rows(labels=["A"], texts=["5"], segments=[Segment([5], "#111111")], tone=tone))
    label, text = figure.layout.annotations
    assert (label.font.color, text.font.color) == (None, tone.muted)
    assert figure.layout.font.color == tone.ink


def test_bars_begin_at_zero_and_the_longest_fills_the_width() -> None:
    figure = checked(build_rows(labels=["A", "B"], texts=["", ""], segments=[Segment([250, 4], "#111111")], tone=LIGHT))
    assert list(figure.layout.xaxis.range) == [pytest.approx(-1), pytest.approx(251)]


def test_bars_of_nothing_are_drawn_without_a_scale_of_zero() -> None:
    figure = checked(build_rows(labels=["A"], texts=["0"], segments=[Segment([0], "#111111")], tone=LIGHT))
    assert list(figure.layout.xaxis.range) == [-0.004, 1.004]


def test_no_rows_are_an_empty_figure() -> None:
    figure = checked(build_rows(labels=[], texts=[], segments=[Segment([], "#111111")], tone=LIGHT))
    assert len(figure.data[0].x) == 0
    assert not figure.layout.annotations
    assert figure.layout.height == 44


def test_names_are_shown_letter_by_letter() -> None:
    figure = checked(
        build_rows(labels=HOSTILE, texts=["<i>1</i>"] * 5, segments=[Segment([1] * 5, "#111111")], tone=LIGHT)
    )
    assert texts(figure)[:4] == [
        "&lt;b&gt;Bold&lt;/b&gt; &amp; Co", "&lt;i&gt;1&lt;/i&gt;", "المدينة", "&lt;i&gt;1&lt;/i&gt;",
    ]  # fmt: skip
    assert texts(figure)[-2] == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_rows_are_as_high_as_a_finger_and_texts_have_room() -> None:
    short = checked(build_rows(labels=["A"], texts=["5"], segments=[Segment([5], "#111111")], tone=LIGHT)).layout
    many = checked(
        build_rows(labels=["A", "B"], texts=["5", "12345678"], segments=[Segment([5, 6], "#111111")], tone=LIGHT)
    ).layout
    assert many.height - short.height == 38
    assert many.margin.r - short.margin.r == 49
    assert short.margin.l == 0


def test_without_codes_nothing_can_be_clicked() -> None:
    figure = checked(build_rows(labels=["A"], texts=["5"], segments=[Segment([5], "#111111")], tone=LIGHT))
    assert [trace.hoverinfo for trace in figure.data] == ["skip"]


def test_a_click_anywhere_in_a_row_carries_its_code_and_fades_nothing() -> None:
    figure = checked(
        build_rows(
            labels=["A", "B"], texts=["5", "1"], segments=[Segment([5, 1], "#111111")], codes=["a", "b"], tone=LIGHT
        )
    )
    target = figure.data[-1]
    assert (list(target.x), list(target.y), target.width) == ([5, 5], [0, 1], 1)
    assert list(target.customdata) == ["a", "b"]
    assert target.hoverinfo == "none"  # "skip" would swallow the click
    assert target.marker.color == "rgba(0,0,0,0)"
    assert [trace.unselected.marker.opacity for trace in figure.data] == [1, 1]
    assert [trace.selected.marker.opacity for trace in figure.data] == [1, 1]


def test_a_text_comes_after_bar_and_mark() -> None:
    figure = checked(
        build_rows(
            labels=["A", "B"], texts=["less", "more"], segments=[Segment([5, 9], "#111111")], marks=[7, 8], tone=DARK
        )
    )
    mark = figure.data[-1]
    assert (list(mark.x), list(mark.y)) == ([7, 8], [0.22, 1.22])
    assert (mark.mode, mark.marker.symbol, mark.marker.line.color) == ("markers", "line-ns", DARK.ink)
    assert (text_places(figure)["less"][0], text_places(figure)["more"][0]) == (7, 9)


def test_a_badge_stands_left_of_its_row_with_its_number_in_readable_ink() -> None:
    figure = checked(
        build_rows(
            labels=["A", "B"], texts=["5", "1"], segments=[Segment([5, 1], "#111111")], goals=[7, 17], tone=LIGHT
        )
    )
    assert [(each.fillcolor, each.yanchor, each.x1) for each in figure.layout.shapes] == [
        ("#FCC30B", 0, -8),
        ("#19486A", 1, -8),
    ]
    assert [(each.x0, each.y0, each.y1) for each in figure.layout.shapes] == [(-34, -13, 13)] * 2
    assert {each.line.color for each in figure.layout.shapes} == {LIGHT.ink}
    numbers = [each for each in figure.layout.annotations if each.text.startswith("<b>")]
    assert [(each.text, each.y, each.font.color, each.xshift) for each in numbers] == [
        ("<b>7</b>", 0, "#000000", -21),
        ("<b>17</b>", 1, "#FFFFFF", -21),
    ]
    assert figure.layout.margin.l == 38


def test_the_first_part_is_solid_and_the_rest_an_outline_of_the_same_colour() -> None:
    solid, hollow = solid_and_hollow([1, 2], [3, 4], ["#111111", "#222222"])
    assert (solid.values, solid.fill, solid.line) == ([1, 2], ["#111111", "#222222"], ["#111111", "#222222"])
    assert (hollow.values, hollow.fill, hollow.line) == ([3, 4], "rgba(0,0,0,0)", ["#111111", "#222222"])
