"""The charts that are filters: their bars, which of them are full, pale or hollow, and what a click on each means."""

from __future__ import annotations

from atlas.charts.base import CLEAR
from atlas.charts.facets import build_facet_columns, build_facet_rows
from atlas.palette import LIGHT
from atlas.ui.parts.facet_charts import FacetChart, Row
from tests.figures import checked

COUNTS = {"older people": 3, "citizenship": 0, "none": 4}


def test_rows_lie_from_the_top_and_the_longest_fills_the_width() -> None:
    figure = build_facet_rows(COUNTS, unknown="none", chosen=(), rows=10, tone=LIGHT)
    checked(figure)
    bars, *_others = figure["data"]
    assert (bars["x"], bars["y"], bars["orientation"]) == ([3, 0, 4], [0, 1, 2], "h")
    numbers = figure["data"][1]
    assert (numbers["text"], numbers["x"], numbers["y"]) == (["\u20023", "", "\u20024"], [3, 0, 4], [0, 1, 2])
    assert figure["layout"]["xaxis"]["range"] == [0, 4]
    assert figure["layout"]["yaxis"]["range"] == [9.5, -0.5]
    assert "height" not in figure["layout"]


def test_columns_stand_on_zero_with_room_for_the_number_above_the_highest() -> None:
    figure = build_facet_columns({"2015": 50, "unknown": 100}, unknown="unknown", chosen=(), tone=LIGHT)
    checked(figure)
    columns, *_others = figure["data"]
    assert (columns["x"], columns["y"]) == ([0, 1], [50, 100])
    numbers = figure["data"][1]
    assert (numbers["text"], numbers["x"], numbers["y"]) == (["50", "100"], [0, 1], [50, 100])
    assert figure["layout"]["yaxis"]["range"] == [0, 118]
    assert figure["layout"]["xaxis"]["range"] == [-0.5, 1.5]


def test_what_is_not_known_is_hollow_and_the_rest_is_full() -> None:
    bars, *_others = build_facet_rows(COUNTS, unknown="none", chosen=(), rows=10, tone=LIGHT)["data"]
    assert bars["marker"]["color"] == [LIGHT.quantity, LIGHT.quantity, CLEAR]
    assert bars["marker"]["line"] == {"color": [LIGHT.quantity] * 3, "width": [0, 0, 1.2]}


def test_what_is_not_chosen_turns_pale() -> None:
    bars, *_others = build_facet_rows(COUNTS, unknown="none", chosen=("older people",), rows=10, tone=LIGHT)["data"]
    assert bars["marker"]["color"] == [LIGHT.quantity, LIGHT.quantity_soft, CLEAR]
    assert bars["marker"]["line"]["color"] == [LIGHT.quantity, LIGHT.quantity_soft, LIGHT.quantity_soft]


def test_the_unknown_that_is_chosen_is_full() -> None:
    columns, *_others = build_facet_columns(COUNTS, unknown="none", chosen=("none",), tone=LIGHT)["data"]
    assert columns["marker"]["color"] == [LIGHT.quantity_soft, LIGHT.quantity_soft, LIGHT.quantity]
    assert columns["marker"]["line"]["width"] == [0, 0, 0]


def test_a_click_anywhere_in_a_row_or_column_means_its_code() -> None:
    for figure in (
        build_facet_rows(COUNTS, unknown="none", chosen=(), rows=10, tone=LIGHT),
        build_facet_columns(COUNTS, unknown="none", chosen=(), tone=LIGHT),
    ):
        targets = figure["data"][-1]
        assert targets["customdata"] == ["older people", "citizenship", "none"]
        assert targets["hoverinfo"] == "none"  # "skip" would swallow the click
        assert targets["width"] == 1
    rows = build_facet_rows(COUNTS, unknown="none", chosen=(), rows=10, tone=LIGHT)["data"][-1]
    assert rows["x"] == [4, 4, 4]
    columns = build_facet_columns({"2015": 50, "unknown": 100}, unknown="unknown", chosen=(), tone=LIGHT)["data"][-1]
    assert (columns["x"], columns["y"]) == ([0, 1], [118, 118])


def test_a_thousand_is_written_with_its_separator() -> None:
    numbers = build_facet_rows({"a": 1200}, unknown="none", chosen=(), rows=1, tone=LIGHT)["data"][1]
    assert (numbers["mode"], numbers["text"]) == ("text", ["\u20021,200"])


def test_without_any_member_there_is_still_a_scale() -> None:
    figure = build_facet_rows({"none": 0}, unknown="none", chosen=(), rows=10, tone=LIGHT)
    assert figure["layout"]["xaxis"]["range"] == [0, 1]
    figure = build_facet_columns({"unknown": 0}, unknown="unknown", chosen=(), tone=LIGHT)
    assert figure["layout"]["yaxis"]["range"] == [0, 1.18]


def test_a_label_is_a_button_that_says_its_number_and_whether_it_is_chosen() -> None:
    rows = [
        Row("a", "<b>A</b>", "A: 3 members", chosen=True, members=3, shape="circle"),
        Row("b", "B", "B: 0 members", chosen=False, members=0),
        Row("c", "C", "C: 0 members", chosen=True, members=0),
    ]
    key = str(FacetChart("region", "key", rows, "Regions").as_data()["rows"])
    first, second, third = key.split("</button>")[:3]
    assert 'data-code="a" aria-pressed="true" title="A: 3 members"' in first  # its name is what it shows
    assert "<span>&lt;b&gt;A&lt;/b&gt;</span><b>3</b>" in first
    assert 'class="shape circle"' in first
    assert ("disabled" in first, "disabled" in second, "disabled" in third) == (False, True, False)
    assert 'aria-pressed="false"' in second
    assert "shape" not in second
    figure = build_facet_rows({"a": 3}, unknown="none", chosen=(), rows=1, tone=LIGHT)
    data = FacetChart("focus", "rows", rows[:1], "Title", figure, "Sub", "Alt", [("More", "focus?a&b")]).as_data()
    assert "<b>3</b>" not in str(data["rows"])  # the picture has it
    assert (data["filter"], data["kind"], data["alt"]) == ("focus", "rows", "Alt")
    assert '<h2 title="Title">Title</h2>' in str(data["head"])
    assert 'aria-label="A: 3 members"' in str(data["rows"])
    assert "<p>Sub</p>" in str(data["head"])
    assert '<a href="focus?a&amp;b" target="_self">More</a>' in str(data["foot"])
    assert FacetChart("region", "key", rows, "Regions").as_data()["head"] == ""
