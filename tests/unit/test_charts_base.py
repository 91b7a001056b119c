"""What all figures share: plain dictionaries, checked here and handed to Streamlit as they are."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas.charts import bars
from atlas.charts.base import build_figure, line_between, plain, text_at, wrap
from atlas.palette import DARK, LIGHT, SDG_COLOURS, Tone
from tests.figures import checked

BARS: dict[str, Any] = {"type": "bar", "x": [1, 2], "y": [3, 4]}


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_a_figure_is_ink_on_the_paper_of_the_page(tone: Tone) -> None:
    layout = checked(build_figure(tone=tone, height=100, data=[BARS])).layout
    assert layout.height == 100
    assert layout.font.color == tone.ink
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.xaxis.linecolor == layout.yaxis.linecolor == tone.hairline
    assert (layout.hoverlabel.bgcolor, layout.hoverlabel.font.color) == (tone.paper, tone.ink)


def test_nothing_but_a_click_is_possible() -> None:
    layout = checked(build_figure(tone=LIGHT, height=100, data=[BARS])).layout
    assert layout.dragmode is False
    assert layout.showlegend is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange


def test_no_grid_and_no_template_of_plotly() -> None:
    figure = checked(build_figure(tone=LIGHT, height=100, data=[BARS]))
    assert not figure.layout.xaxis.showgrid
    assert not figure.layout.yaxis.zeroline
    assert not figure.layout.template.layout.to_plotly_json()


def test_settings_of_a_chart_win_over_the_common_ones() -> None:
    layout = checked(
        build_figure(tone=LIGHT, height=90, data=[BARS], xaxis={"showgrid": True}, yaxis={"visible": False}, bargap=0.5)
    ).layout
    assert layout.xaxis.showgrid
    assert layout.xaxis.fixedrange
    assert layout.yaxis.visible is False
    assert layout.bargap == 0.5


@pytest.mark.parametrize(
    "wrong",
    [
        {"data": [{"type": "bar", "widht": 1}], "layout": {}},
        {"data": [], "layout": {"annotations": [{"txt": "a"}]}},
        {"data": [], "layout": {"xaxis": {"visible": "perhaps"}}},
        {"data": [{"type": "bar", "y": {1, 2}}], "layout": {}},
        {"data": [{"type": "bar", "y": [float("nan")]}], "layout": {}},
    ],
)
def test_the_check_of_these_tests_refuses_what_plotly_does_not_know(wrong: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        checked(wrong)


def test_streamlit_gets_the_figure_as_it_was_built() -> None:
    def page() -> None:
        import streamlit as st

        from atlas.ui.parts.unchecked import Unchecked

        misspelt = {"data": [{"type": "bar", "y": [1], "unknown": "kept"}], "layout": {"height": 77}}
        st.plotly_chart(Unchecked(misspelt), key="figure", theme=None)  # type: ignore[arg-type]

    at = AppTest.from_function(page, default_timeout=30)
    at.run()
    assert not at.exception
    spec = json.loads(at.get("plotly_chart")[0].proto.spec)
    assert spec == {"data": [{"type": "bar", "y": [1], "unknown": "kept"}], "layout": {"height": 77}}


def test_a_text_stands_at_its_point_flush_left_and_without_an_arrow() -> None:
    assert text_at("Cork", x=1, y=2) == {
        "xanchor": "left", "borderpad": 0, "align": "left", "text": "Cork", "x": 1, "y": 2, "showarrow": False,
        "font": {"size": 14},
    }  # fmt: skip
    other = text_at("Cork", x="2015-09-28", y=0, size=11, colour="#123456", xanchor="right", yref="paper")
    assert (other["xanchor"], other["yref"], other["font"]) == ("right", "paper", {"size": 11, "color": "#123456"})


def test_a_line_runs_from_point_to_point() -> None:
    line = line_between((1, 2), (3, 4), colour="#123456", xref="paper", line={"dash": "dot"})
    assert line == {
        "type": "line", "x0": 1, "y0": 2, "x1": 3, "y1": 4, "xref": "paper",
        "line": {"color": "#123456", "width": 1, "dash": "dot"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('<a href="https://x.example">R&D</a>', '&lt;a href="https://x.example"&gt;R&amp;D&lt;/a&gt;'),
        ("المدينة", "المدينة"),
        ("", ""),
    ],
)
def test_what_comes_from_the_data_is_shown_letter_by_letter(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Latin America and the Caribbean", 11, "Latin<br>America and<br>the<br>Caribbean"),
        ("Yeonsu-gu", 8, "Yeonsu-gu"),
        ("Mexico City\nof 3", 8, "Mexico<br>City<br>of 3"),
        ("<b>Bold</b> & Co", 8, "&lt;b&gt;Bold&lt;/b&gt;<br>&amp; Co"),
        ("", 8, ""),
    ],
)
def test_a_heading_is_broken_between_words_and_where_it_says(text: str, width: int, lines: str) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize("colour", SDG_COLOURS.values())
def test_the_number_on_a_badge_is_black_or_white_whichever_reads_better(colour: str) -> None:
    on_black = {1, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15}
    goal = next(goal for goal, each in SDG_COLOURS.items() if each == colour)
    assert bars.readable_on(colour) == ("#000000" if goal in on_black else "#FFFFFF")


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#000000", "#FFFFFF"),
        ("#0A0A0A", "#FFFFFF"),
        ("#757575", "#FFFFFF"),
        ("#767676", "#000000"),
        ("#FFFFFF", "#000000"),
    ],
)
def test_greys_turn_from_white_to_black_ink_where_contrasts_are_equal(colour: str, ink: str) -> None:
    assert bars.readable_on(colour) == ink
