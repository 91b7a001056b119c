"""What the dashboard says in words, on counts written down here: most, all, one, a tie, nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas import wording
from atlas.words import map as words

if TYPE_CHECKING:
    from atlas.model import Network


@pytest.mark.parametrize(
    ("shown", "whole", "english", "french"),
    [
        (10, 10, "10 members shown", "10 membres affichés"),
        (1, 1, "1 member shown", "1 membre affiché"),
        (3, 1403, "3 of 1,403 members shown", "3 membres affichés sur 1\u202f403"),
        (1, 10, "1 of 10 members shown", "1 membre affiché sur 10"),
        (0, 10, "0 of 10 members shown", "0 membre affiché sur 10"),
    ],
)
def test_the_title_counts_what_is_shown(shown: int, whole: int, english: str, french: str) -> None:
    assert words.count(shown, whole) == english
    with wording.speaking("fr"):
        assert words.count(shown, whole) == french


def test_the_map_is_told_by_region_and_empty_regions_are_left_out() -> None:
    assert words.map_alt({"Africa": 2, "Arab States": 1, "Asia and the Pacific": 0}) == (
        "Map of the members shown. Africa: 2; Arab States: 1. The same members stand in the table below."
    )


@pytest.mark.parametrize(
    ("themes", "title"),
    [
        ({"older people": 3, "citizenship": 2, "none": 9}, "Older people is stated most often"),
        ({"older people": 2, "citizenship": 2, "none": 9}, "2 themes are stated most often"),
        ({"older people": 2, "citizenship": 2, "libraries & reading": 2}, "3 themes are stated most often"),
        ({"older people": 1, "citizenship": 1, "libraries & reading": 1}, "No theme is stated more than once"),
        ({"older people": 1, "citizenship": 1, "none": 9}, "No theme is stated more than once"),
        ({"older people": 1, "none": 9}, "Older people is stated most often"),
        ({"older people": 0, "none": 4}, "No theme is stated"),
        ({"none": 4}, "No theme is stated"),
    ],
)
def test_the_title_of_the_themes_is_the_finding(tiny: Network, themes: dict[str, int], title: str) -> None:
    assert words.themes_title(themes, tiny.clusters) == title


@pytest.mark.parametrize(
    ("years", "title"),
    [
        ({"2015": 2, "2016": 5, "unknown": 9}, "Most joined in 2016"),
        ({"2015": 5, "2016": 5, "unknown": 0}, "Most joined in 2015 and 2016, 5 each"),
        ({"2015": 1, "2016": 0, "unknown": 0}, "1 joined in 2015"),
        ({"2015": 2, "2017": 2, "2019": 1}, "Most joined in 2015 and 2017, 2 each"),
        ({"2015": 5, "2016": 5, "2017": 5}, "Never more than 5 joined in a year"),
        ({"2015": 0, "unknown": 4}, "No year of joining is published"),
        ({"unknown": 4}, "No year of joining is published"),
    ],
)
def test_the_title_of_the_years_is_the_finding(years: dict[str, int], title: str) -> None:
    assert words.years_title(years) == title


def test_charts_are_told_bar_by_bar(tiny: Network) -> None:
    assert words.themes_alt({"older people": 3, "none": 4}, tiny.clusters) == (
        "Bar chart of members by stated theme. Older people: 3; no statement found: 4."
    )
    assert words.years_alt({"2015": 2, "unknown": 1200}) == (
        "Column chart of members by year of joining. 2015: 2; year not published: 1,200."
    )


def test_labels_are_short_and_names_are_whole(tiny: Network) -> None:
    assert words.year_labels(["2015", "unknown"]) == ["2015", "n. p."]
    assert words.year_names(["2015", "unknown"]) == ["2015", "n. p. (year not published)"]
    assert words.theme_labels(["older people", "none"], tiny.clusters) == ["Older people", "No statement found"]
    assert words.theme_labels(["cluster:esd"], tiny.clusters) == ["Cluster: Education for sustainable development"]
    assert words.bar_name("2016", 1200) == "2016: 1,200 members"
    assert (words.bar_name("2015", 1), words.bar_name("2015", 0)) == ("2015: 1 member", "2015: 0 members")
    with wording.speaking("fr"):
        assert words.bar_name("2015", 0) == "2015\u202f: 0 membre"


def test_the_tools_name_the_newest_year() -> None:
    assert words.tools(2025)["newest"] == ("Newest", "Highlight members that joined in 2025")
