"""What is counted round one member: goals, standing, mates; a year that nobody published stays unknown."""

from __future__ import annotations

import pytest

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries import city as summary


def test_no_more_than_five_other_names_are_told_and_none_that_is_too_short(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities.loc["plain-kor", "aliases"] = "Ffff|Eeee|Dddd|Cccc|Bbbb|Aaaa|Abc|PLAIN"
    assert summary.former_names(cities.loc["plain-kor"]) == ["Aaaa", "Bbbb", "Cccc", "Dddd", "Eeee"]


def test_the_networks_own_goals_are_repeated_only_where_a_city_states_them(tiny: Network) -> None:
    strong = select(tiny, Selection())
    assert summary.list_goals(strong, "formula-nga") == [(10, False)]
    assert summary.list_goals(strong, "accent-fra") == [(4, True), (13, False)]
    assert summary.list_goals(strong, "quote-kor") == [(5, True), (10, False)]
    assert summary.list_goals(strong, "minus-fra") == []


@pytest.mark.parametrize(
    ("city_id", "expected"),
    [  # members, earlier, same, later, unknown: in the country, in the region, in the network
        ("formula-nga", [(1, 0, 1, 0, 0), (2, 0, 1, 0, 1), (10, 0, 2, 6, 2)]),
        ("plain-kor", [(3, 2, 1, 0, 0), (3, 2, 1, 0, 0), (10, 5, 3, 0, 2)]),
        ("accent-fra", [(2, 0, 1, 0, 1), (4, 0, 1, 2, 1), (10, 2, 3, 3, 2)]),
        ("minus-fra", [(2, None, None, None, 1), (4, None, None, None, 1), (10, None, None, None, 2)]),
    ],
)
def test_standing_counts_by_time_of_joining_only(
    tiny: Network, city_id: str, expected: list[tuple[int | None, ...]]
) -> None:
    assert summary.list_standings(tiny, city_id) == [
        (scope, *counts) for scope, counts in zip(("country", "region", "network"), expected, strict=True)
    ]


def test_a_cohort_begins_with_its_own_country_then_region_and_leaves_the_member_out(tiny: Network) -> None:
    assert summary.list_cohort(tiny, "long-kor") == ["quote-kor", "accent-fra"]
    assert summary.list_cohort(tiny, "script-grc") == ["at-deu", "plain-kor"]
    assert summary.list_cohort(tiny, "rtl-egy") == ["formula-nga"]
    assert summary.list_cohort(tiny, "minus-fra") == []


def test_mates_equally_near_go_by_name(tiny: Network) -> None:
    assert summary.list_cohort(tiny, "accent-fra") == ["long-kor", "quote-kor"]  # signs do not count
