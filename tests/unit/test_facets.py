"""Charts that filter: what they count, which bars they draw in which order, and what a bar is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.charts.facets import build_facet_rows
from atlas.palette import LIGHT
from atlas.selection import Selection, count_without, facet
from atlas.ui.map import charts
from atlas.ui.parts.facet_charts import FacetChart, Row

if TYPE_CHECKING:
    from atlas.model import Network


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


def test_a_label_is_a_button_that_says_its_number_and_whether_it_is_chosen() -> None:
    rows = [
        Row("a", "<b>A</b>", "A: 3 members", chosen=True, members=3, shape="circle"),
        Row("b", "B", "B: 0 members", chosen=False, members=0),
        Row("c", "C", "C: 0 members", chosen=True, members=0),
    ]
    key = str(FacetChart("region", "key", rows, "Regions").as_data()["rows"])
    first, second, third = key.split("</button>")[:3]
    assert 'data-code="a" aria-pressed="true" title="A: 3 members"' in first
    assert "<span>&lt;b&gt;A&lt;/b&gt;</span><b>3</b>" in first
    assert 'class="shape circle"' in first
    assert ("disabled" in first, "disabled" in second, "disabled" in third) == (False, True, False)
    assert 'aria-pressed="false"' in second
    assert "shape" not in second
    figure = build_facet_rows({"a": 3}, unknown="none", chosen=(), rows=1, tone=LIGHT)
    data = FacetChart("focus", "rows", rows[:1], "Title", figure, "Sub", "Alt", [("More", "focus?a&b")]).as_data()
    assert "<b>3</b>" not in str(data["rows"])  # the picture has it
    assert 'aria-label="A: 3 members"' in str(data["rows"])
    assert (data["filter"], data["kind"], data["alt"]) == ("focus", "rows", "Alt")
    assert ">Title</h2>" in str(data["head"])
    assert "<p>Sub</p>" in str(data["head"])
    assert '<a href="focus?a&amp;b" target="_self">More</a>' in str(data["foot"])
    assert FacetChart("region", "key", rows, "Regions").as_data()["head"] == ""
