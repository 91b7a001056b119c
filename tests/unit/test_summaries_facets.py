"""Members by the codes of one filter: whom a bar of the dashboard counts, and which bars it has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.selection import Selection
from atlas.summaries.facets import count_without, every_year, facet, leading_themes

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


def test_two_facets_of_one_selection_each_leave_out_their_own_filter(tiny: Network) -> None:
    chosen = Selection(region=["Asia and the Pacific"], year=["2019"])
    assert facet(tiny, chosen, "year") == {"2015": 0, "2017": 2, "2019": 1, "unknown": 0}
    assert facet(tiny, chosen, "region") == {
        "Africa": 0,
        "Arab States": 0,
        "Asia and the Pacific": 1,
        "Europe and North America": 2,
        "Latin America and the Caribbean": 0,
    }
    assert (count_without(tiny, chosen, "year"), count_without(tiny, chosen, "region")) == (3, 3)
    assert count_without(tiny, chosen, "kind") == 1


def test_weak_statements_count_in_a_facet_only_when_asked_for(tiny: Network) -> None:
    assert facet(tiny, Selection(), "focus")["none"] == 4
    assert "citizenship" not in facet(tiny, Selection(), "focus")
    weak = facet(tiny, Selection(evidence=["weak"]), "focus")
    assert (weak["none"], weak["citizenship"]) == (3, 1)
    assert count_without(tiny, Selection(focus=["older people"], kind=["city"]), "focus") == 6


def test_the_most_frequent_come_first_those_chosen_stay_and_nothing_found_is_last() -> None:
    counted = {"a": 1, "b": 3, "c": 3, "d": 0, "e": 2, "none": 9}
    assert list(leading_themes(counted, (), 10).items()) == [("b", 3), ("c", 3), ("e", 2), ("a", 1), ("none", 9)]
    assert list(leading_themes(counted, ("d",), 10)) == ["b", "c", "e", "a", "d", "none"]
    assert list(leading_themes(counted, (), 3)) == ["b", "c", "none"]
    assert list(leading_themes(counted, ("a",), 3)) == ["b", "a", "none"]
    assert list(leading_themes(counted, ("d",), 3)) == ["b", "d", "none"]


def test_years_without_anybody_are_drawn_between_the_others() -> None:
    assert every_year({"2015": 2, "2017": 3, "unknown": 1}) == {"2015": 2, "2016": 0, "2017": 3, "unknown": 1}
    assert list(every_year({"2017": 3, "2015": 0, "unknown": 0})) == ["2015", "2016", "2017", "unknown"]
    assert every_year({"unknown": 1}) == {"unknown": 1}
