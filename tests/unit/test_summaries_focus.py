"""Summaries of stated focus: each member counts once per theme, and what is unknown stays visible."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from atlas.model import UNKNOWN_YEAR, Network
from atlas.selection import Selection, select
from atlas.summaries import focus


def statement(city_id: str, name: str, kind: str = "theme", strength: str = "official") -> dict[str, object]:
    return {"city_id": city_id, "kind": kind, "focus": name, "strength": strength}


@pytest.fixture
def small(network: Network) -> Network:
    """Four members: two themes for the first, one for the second, a goal for the third, nothing for the last."""
    years = pd.array([2016, 2016, 2022, None], dtype="Int64")
    cities = pd.DataFrame(
        {"region": ["Africa", "Africa", "Arab States", "Arab States"], "joined_year": years}, index=list("abcd")
    )
    rows = [
        statement("a", "older people"),
        statement("a", "older people"),
        statement("a", "gender equality"),
        statement("b", "older people"),
        statement("b", "esd", kind="cluster"),
        statement("c", "8", kind="sdg"),
        statement("d", "older people", strength="weak"),
    ]
    return replace(network, cities=cities, focus=pd.DataFrame(rows))


def test_a_member_counts_once_per_theme_however_many_pages_state_it(small: Network) -> None:
    themes = focus.summarise_themes(small).set_index("code")["members"]
    assert themes["older people"] == 3
    assert themes["gender equality"] == 1


def test_clusters_have_their_own_code_and_goals_are_no_themes(small: Network) -> None:
    codes = set(focus.summarise_themes(small)["code"])
    assert "cluster:esd" in codes
    assert not any(code.startswith("sdg") for code in codes)


def test_weak_statements_are_counted_apart(small: Network) -> None:
    strong = select(small, Selection())
    assert list(focus.weak_only_ids(small, strong)) == ["d"]
    assert list(focus.covered_ids(strong)) == ["a", "b", "c"]


def test_coverage_has_members_covered_and_missing_by_region(small: Network) -> None:
    rows = focus.summarise_coverage(select(small, Selection())).set_index("region")
    assert tuple(rows.loc["Arab States"]) == (2, 1, 1)
    assert list(rows.index) == ["Africa", "Arab States"]


def test_every_count_by_region_carries_its_denominator(small: Network) -> None:
    strong = select(small, Selection())
    rows = focus.summarise_themes_by(strong, strong.cities["region"]).set_index(["code", "group"])
    assert tuple(rows.loc[("older people", "Africa")]) == (2, 2)
    assert tuple(rows.loc[("older people", "Arab States")]) == (0, 1)


def test_pairs_name_the_more_frequent_theme_first(small: Network) -> None:
    pairs = focus.summarise_pairs(select(small, Selection()))
    assert list(pairs[["first", "second", "members"]].iloc[0]) == ["older people", "cluster:esd", 1]


def test_stated_goals_stay_apart_from_mapped_ones(small: Network) -> None:
    goals = focus.summarise_goals(select(small, Selection())).set_index("sdg")
    assert tuple(goals.loc[8, ["stated", "mapped"]]) == (1, 0)
    assert tuple(goals.loc[5, ["stated", "mapped"]]) == (0, 1)
    assert list(goals.index[goals["network_wide"]]) == [4]


def test_small_years_run_together_and_the_unknown_year_stays_its_own(network: Network) -> None:
    shown = select(network, Selection())
    periods = focus.joining_periods(shown)
    assert UNKNOWN_YEAR in set(periods)
    covered = periods[focus.covered_ids(shown)].value_counts()
    dated = [period for period in periods.unique() if period != UNKNOWN_YEAR]
    assert all(covered[period] >= focus.LEAST_IN_PERIOD for period in sorted(dated)[:-1])
    assert (periods.isna()).sum() == 0


def test_the_published_notes_hold_for_the_committed_data(network: Network) -> None:
    shown = select(network, Selection())
    themes = focus.summarise_themes(shown)
    assert themes["members"].is_monotonic_decreasing
    assert themes["members"].max() <= len(focus.covered_ids(shown))
    coverage = focus.summarise_coverage(shown)
    assert coverage["members"].sum() == len(network)
    assert coverage["covered"].sum() + coverage["missing"].sum() == len(network)


def test_nobody_gives_empty_frames(network: Network) -> None:
    nobody = select(network, Selection(region=("Africa",), country=("FRA",)))
    assert focus.summarise_themes(nobody).empty
    assert focus.summarise_pairs(nobody).empty
    assert focus.summarise_goals(nobody).empty
