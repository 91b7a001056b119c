"""Charts that filter: what they count, which bars they draw, in which ink, and what a bar is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.charts.facets import build_facet_columns, build_facet_rows
from atlas.palette import LIGHT
from atlas.selection import Selection, count_without, facet
from atlas.ui.map import charts
from atlas.ui.parts.facet_charts import FacetChart, Row
from atlas.words import map as words
from tests.figures import checked

if TYPE_CHECKING:
    from atlas.model import Network

CLEAR = "rgba(0,0,0,0)"


@pytest.mark.parametrize(
    ("selection", "years"),
    [
        (Selection(), {"2015": 2, "2017": 3, "2019": 3, "unknown": 2}),
        (Selection(year=["2015"]), {"2015": 2, "2017": 3, "2019": 3, "unknown": 2}),
        (Selection(region=["Africa"]), {"2015": 1, "2017": 0, "2019": 0, "unknown": 1}),
        (Selection(region=["Africa"], year=["2019"]), {"2015": 1, "2017": 0, "2019": 0, "unknown": 1}),
        (Selection(region=["Africa"], country=["KOR"]), {"2015": 0, "2017": 0, "2019": 0, "unknown": 0}),
    ],
)
def test_a_facet_counts_among_those_that_fit_the_other_filters(
    tiny: Network, selection: Selection, years: dict[str, int]
) -> None:
    assert facet(tiny, selection, "year") == years
    assert count_without(tiny, selection, "year") == sum(years.values())


def test_weak_statements_count_in_a_facet_only_when_asked_for(tiny: Network) -> None:
    assert "citizenship" not in facet(tiny, Selection(), "focus")
    assert facet(tiny, Selection(evidence=["weak"]), "focus")["citizenship"] == 1
    assert facet(tiny, Selection(), "focus")["none"] == 4
    assert count_without(tiny, Selection(focus=["older people"], kind=["city"]), "focus") == 6


def test_the_most_frequent_come_first_those_chosen_stay_and_nothing_found_is_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = {"a": 1, "b": 3, "c": 3, "d": 0, "e": 2, "none": 9}
    assert list(charts._most(counted, ()).items()) == [("b", 3), ("c", 3), ("e", 2), ("a", 1), ("none", 9)]
    assert list(charts._most(counted, ("d",))) == ["b", "c", "e", "a", "d", "none"]
    monkeypatch.setattr(charts, "_ROWS", 3)
    assert list(charts._most(counted, ())) == ["b", "c", "none"]
    assert list(charts._most(counted, ("a",))) == ["b", "a", "none"]
    assert list(charts._most(counted, ("d",))) == ["b", "d", "none"]


def test_years_without_anybody_are_drawn_between_the_others() -> None:
    assert charts._every_year({"2015": 2, "2017": 3, "unknown": 1}) == {"2015": 2, "2016": 0, "2017": 3, "unknown": 1}
    assert list(charts._every_year({"2017": 3, "2015": 0, "unknown": 0})) == ["2015", "2016", "2017", "unknown"]
    assert charts._every_year({"unknown": 1}) == {"unknown": 1}


def test_rows_are_bars_from_zero_with_the_unknown_in_outline() -> None:
    counts = {"a": 1200, "b": 0, "none": 3}
    figure = checked(build_facet_rows(counts, unknown="none", chosen=(), rows=5, tone=LIGHT))
    bars, numbers, targets = figure.data
    assert (bars.orientation, list(bars.x), list(bars.y)) == ("h", [1200, 0, 3], [0, 1, 2])
    assert (numbers.mode, list(numbers.x), list(numbers.y)) == ("text", [1200, 0, 3], [0, 1, 2])
    assert list(numbers.text) == ["\u20021,200", "", "\u20023"]
    assert list(bars.marker.color) == [LIGHT.quantity, LIGHT.quantity, CLEAR]
    assert list(bars.marker.line.color) == [LIGHT.quantity] * 3
    assert [bool(each) for each in bars.marker.line.width] == [False, False, True]
    assert (list(targets.x), list(targets.customdata)) == ([1200] * 3, ["a", "b", "none"])
    assert (figure.layout.xaxis.range, figure.layout.yaxis.range) == ((0, 1200), (4.5, -0.5))


def test_columns_stand_from_zero_with_room_for_their_numbers() -> None:
    figure = checked(build_facet_columns({"2015": 2, "unknown": 4}, unknown="unknown", chosen=(), tone=LIGHT))
    bars, numbers, targets = figure.data
    assert (list(bars.x), list(bars.y), list(numbers.text)) == ([0, 1], [2, 4], ["2", "4"])
    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] > 4
    assert list(targets.y) == [figure.layout.yaxis.range[1]] * 2
    assert figure.layout.xaxis.range == (-0.5, 1.5)


@pytest.mark.parametrize(
    ("chosen", "fills"),
    [
        (("a",), [LIGHT.quantity, LIGHT.quantity_soft, CLEAR]),
        (("none",), [LIGHT.quantity_soft, LIGHT.quantity_soft, LIGHT.quantity]),
        (("a", "none"), [LIGHT.quantity, LIGHT.quantity_soft, LIGHT.quantity]),
    ],
)
def test_what_is_chosen_keeps_its_ink(chosen: tuple[str, ...], fills: list[str]) -> None:
    for figure in (
        build_facet_rows({"a": 1, "b": 2, "none": 3}, unknown="none", chosen=chosen, rows=3, tone=LIGHT),
        build_facet_columns({"a": 1, "b": 2, "none": 3}, unknown="none", chosen=chosen, tone=LIGHT),
    ):
        assert list(checked(figure).data[0].marker.color) == fills


def test_bars_of_nobody_divide_by_nothing() -> None:
    figure = checked(build_facet_rows({"a": 0}, unknown="none", chosen=(), rows=1, tone=LIGHT))
    assert figure.layout.xaxis.range == (0, 1)
    figure = checked(build_facet_columns({"a": 0}, unknown="none", chosen=(), tone=LIGHT))
    assert figure.layout.yaxis.range[1] > 1


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


@pytest.mark.parametrize(
    ("shown", "whole", "text"),
    [
        *[(10, 10, "10 members shown"), (1, 1, "1 member shown"), (0, 10, "0 of 10 members shown")],
        *[(1, 10, "1 of 10 members shown"), (1, 1200, "1 of 1,200 members shown")],
    ],
)
def test_the_title_counts_the_members_shown(shown: int, whole: int, text: str) -> None:
    assert words.count(shown, whole) == text


@pytest.mark.parametrize(
    ("years", "title"),
    [
        *[({"2015": 2, "2017": 3, "unknown": 9}, "Most joined in 2017"), ({"2015": 1, "2017": 0}, "1 joined in 2015")],
        *[({"2015": 2, "2017": 2, "2019": 1}, "Most joined in 2015 and 2017, 2 each")],
        *[({"2015": 2, "2017": 2, "2019": 2}, "Never more than 2 joined in a year")],
        *[({"unknown": 2}, "No year of joining is published"), ({"2015": 0}, "No year of joining is published")],
    ],
)
def test_the_title_of_the_years_says_when_most_joined(years: dict[str, int], title: str) -> None:
    assert words.years_title(years) == title


@pytest.mark.parametrize(
    ("themes", "title"),
    [
        *[
            ({"health": 2, "citizenship": 1, "none": 9}, "Health is stated most often"),
            ({"none": 9}, "No theme is stated"),
        ],
        *[({"health": 1, "citizenship": 1}, "No theme is stated more than once")],
        *[({"health": 1, "citizenship": 1, "older people": 1}, "No theme is stated more than once")],
        *[({"health": 2, "citizenship": 2, "older people": 2}, "3 themes are stated most often")],
    ],
)
def test_the_title_of_the_themes_says_which_leads(tiny: Network, themes: dict[str, int], title: str) -> None:
    assert words.themes_title(themes, tiny.clusters) == title


def test_pictures_and_bars_are_told_in_words(tiny: Network) -> None:
    assert words.themes_alt({"older people": 3, "none": 4}, tiny.clusters).endswith(
        "theme. Older people: 3; no statement found: 4."
    )
    assert words.years_alt({"2015": 2, "2016": 0, "unknown": 1}).endswith(
        "joining. 2015: 2; 2016: 0; year not published: 1."
    )
    assert words.year_labels(["2015", "unknown"]) == ["2015", "n. p."]
    assert words.year_names(["2015", "unknown"]) == ["2015", "n. p. (year not published)"]
    assert words.theme_labels(["older people", "cluster:esd", "none"], tiny.clusters) == [
        *("Older people", "Cluster: Education for sustainable development", "No statement found"),
    ]
    assert (words.bar_name("2015", 1), words.bar_name("2016", 1200)) == ("2015: 1 member", "2016: 1,200 members")
    assert words.map_alt({"Africa": 2, "Arab States": 0}) == (
        "Map of the members shown. Africa: 2. The same members stand in the table below."
    )
    assert words.tools(2019)["newest"][1] == "Highlight members that joined in 2019"
