"""Figures of the focus, on numbers small enough to know by heart."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.charts import focus as charts
from atlas.charts.matrix import Column, Matrix
from atlas.palette import DARK, LIGHT, Tone
from tests.figures import checked, text_places, texts
from tests.matrices import headings_of, rows_of

THEMES = pd.DataFrame({"code": ["older people", "cluster:esd", "health"], "members": [3, 2, 2]})
LABELS = ["Older people", "Cluster: <i>ESD</i>", "Health", "No statement found"]
CLEAR = "rgba(0,0,0,0)"

MATRIX = pd.DataFrame(
    {
        "code": ["older people", "older people", "older people", "health", "health", "health"],
        "group": ["Arab States", "Africa", "Asia and the Pacific"] * 2,
        "members": [1, 2, 0, 1, 4, 0],
        "covered": [2, 8, 5, 2, 8, 5],
    }
)
HEADINGS = {"Africa": "Africa\nof 8", "Arab States": "Arab States\nof 2", "Asia and the Pacific": "Asia\nof 5"}


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_themes_are_in_one_neutral_ink_and_the_unknown_is_hollow(tone: Tone) -> None:
    figure = checked(charts.build_themes(THEMES, missing=1200, labels=LABELS, tone=tone))
    bars = figure.data[0]
    assert list(bars.x) == [3, 2, 2, 1200]
    assert list(bars.marker.color) == [tone.quantity, tone.quantity, tone.quantity, CLEAR]
    assert list(bars.marker.line.color) == [CLEAR, CLEAR, CLEAR, tone.muted]
    assert texts(figure) == [
        "Older people", "3", "Cluster: &lt;i&gt;ESD&lt;/i&gt;", "2", "Health", "2", "No statement found", "1,200",
    ]  # fmt: skip


def test_a_click_in_a_row_carries_the_code_of_its_theme() -> None:
    target = checked(charts.build_themes(THEMES, missing=4, labels=LABELS, tone=LIGHT)).data[-1]
    assert list(target.customdata) == ["older people", "cluster:esd", "health", "none"]


@pytest.mark.parametrize(
    ("chosen", "fills"),
    [
        (("cluster:esd",), [LIGHT.quantity_soft, LIGHT.quantity, LIGHT.quantity_soft, CLEAR]),
        (("none",), [LIGHT.quantity_soft, LIGHT.quantity_soft, LIGHT.quantity_soft, LIGHT.quantity]),
        (
            ("older people", "none"),
            [LIGHT.quantity, LIGHT.quantity_soft, LIGHT.quantity_soft, LIGHT.quantity],
        ),
    ],
)
def test_what_is_chosen_keeps_its_ink_and_the_others_turn_pale(chosen: tuple[str, ...], fills: list[str]) -> None:
    figure = checked(charts.build_themes(THEMES, missing=4, labels=LABELS, tone=LIGHT, chosen=chosen))
    assert list(figure.data[0].marker.color) == fills


def test_without_any_theme_the_unknown_stands_alone() -> None:
    figure = checked(charts.build_themes(THEMES.head(0), missing=3, labels=["No statement found"], tone=LIGHT))
    assert list(figure.data[0].x) == [3]
    assert list(figure.data[0].marker.color) == [CLEAR]
    assert texts(figure) == ["No statement found", "3"]


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_coverage_is_solid_with_a_statement_and_hollow_without(tone: Tone) -> None:
    coverage = pd.DataFrame(
        {"region": ["Africa", "Asia and the Pacific"], "members": [2, 3], "covered": [1, 3], "missing": [1, 0]}
    )
    figure = checked(charts.build_coverage(coverage, labels=["Africa", "Asia"], texts=["1 of 2", "3 of 3"], tone=tone))
    solid, hollow = figure.data
    colours = [tone.regions["Africa"], tone.regions["Asia and the Pacific"]]
    assert (list(solid.x), list(hollow.x)) == ([1, 3], [1, 0])
    assert (list(solid.marker.color), hollow.marker.color) == (colours, CLEAR)
    assert list(hollow.marker.line.color) == colours
    assert text_places(figure)["1 of 2"] == (2, 0.22)
    assert text_places(figure)["3 of 3"] == (3, 1.22)


def test_bars_are_shares_of_the_members_with_a_statement_and_the_longest_fills_its_column() -> None:
    table = charts.build_themes_by(
        MATRIX, labels=["Older <people>", "Health"], headings=HEADINGS, colours=LIGHT.regions
    )
    africa, arab_states, asia = (LIGHT.regions[each] for each in ("Africa", "Arab States", "Asia and the Pacific"))
    assert rows_of(table) == {  # 2 and 4 of 8, 1 and 1 of 2, 0 of 5: a half is the most
        "Older <people>": [(africa, "0.500", "2"), (arab_states, "1.000", "1"), (asia, "0.000", "0")],
        "Health": [(africa, "1.000", "4"), (arab_states, "1.000", "1"), (asia, "0.000", "0")],
    }
    assert "<people>" not in table.markup()


def test_the_heading_holds_the_denominator() -> None:
    table = charts.build_themes_by(MATRIX, labels=["A", "B"], headings=HEADINGS, colours=LIGHT.regions)
    assert headings_of(table) == [("Africa", "of 8"), ("Arab States", "of 2"), ("Asia", "of 5")]
    assert headings_of(Matrix(labels=["A"], columns=[Column("<b>", [1], ["1"], "#111111")])) == [("<b>", "")]


def test_a_matrix_of_zeros_has_no_bars_and_does_not_divide_by_them() -> None:
    table = charts.build_themes_by(
        MATRIX.assign(members=0), labels=["A", "B"], headings=HEADINGS, colours=LIGHT.regions
    )
    assert [[length for _hue, length, _text in cells] for cells in rows_of(table).values()] == [["0.000"] * 3] * 2


def test_pairs_are_bars_with_their_number() -> None:
    pairs = pd.DataFrame({"first": ["a", "a"], "second": ["b", "c"], "members": [1200, 1]})
    figure = checked(charts.build_pairs(pairs, labels=["A & B", "A + C"], tone=LIGHT))
    assert list(figure.data[0].x) == [1200, 1]
    assert figure.data[0].marker.color == LIGHT.quantity
    assert texts(figure) == ["A &amp; B", "1,200", "A + C", "1"]


def test_stated_goals_are_solid_and_mapped_ones_pale_with_an_outline() -> None:
    goals = pd.DataFrame({"sdg": [10, 5], "stated": [0, 2], "mapped": [4, 1]})
    figure = checked(charts.build_goals(goals, labels=["SDG 10", "SDG 5"], texts=["4 m", "1 m, 2 s"], tone=DARK))
    stated, mapped = figure.data
    assert (list(stated.x), list(mapped.x)) == ([0, 2], [4, 1])
    assert (stated.marker.color, stated.marker.line.color) == (DARK.ink, DARK.ink)
    assert (mapped.marker.color, mapped.marker.line.color) == (DARK.quantity_soft, DARK.quantity)
    assert [shape.fillcolor for shape in figure.layout.shapes] == ["#DD1367", "#FF3A21"]
    assert texts(figure) == ["SDG 10", "4 m", "SDG 5", "1 m, 2 s", "<b>10</b>", "<b>5</b>"]
