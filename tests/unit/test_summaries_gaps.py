"""What the data do not know, counted."""

from __future__ import annotations

from dataclasses import replace

from atlas.model import Network
from atlas.summaries.gaps import Gaps, summarise_missing, summarise_theme_goals, summarise_values


def test_every_gap_is_counted_for_itself(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities.loc[["rtl-egy", "plain-kor"], "population_geonames"] = 1  # the second one's page states a number
    assert summarise_missing(replace(tiny, cities=cities)) == Gaps(
        without_year=2,
        not_placed=1,
        without_focus=4,
        without_population=7,
        without_size=4,
        mirrored=2,
        profile_only=1,
        corrected_counts=1,
        not_counted=1,
    )


def test_gaps_are_those_of_the_members_given(tiny: Network) -> None:
    asian = summarise_missing(tiny.only(["long-kor", "quote-kor", "plain-kor"]))
    assert (asian.without_year, asian.not_placed, asian.without_focus, asian.without_population) == (0, 0, 1, 2)
    assert (asian.mirrored, asian.profile_only) == (0, 0)


def test_a_member_with_half_a_position_is_not_placed(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities.loc["at-deu", "lat"] = None
    cities.loc["plain-kor", "lon"] = None
    assert summarise_missing(replace(tiny, cities=cities)).not_placed == 3


def test_values_are_counted_the_most_frequent_first(tiny: Network) -> None:
    assert list(summarise_values(tiny.cities["evidence"]).items()) == [
        *(("member page", 5), ("cohort list", 4), ("profile", 1)),
    ]
    african = tiny.cities.loc[tiny.cities["region"] == "Africa", "kind"]
    assert summarise_values(african) == {"city": 2}  # no kind that does not occur


def test_a_theme_comes_with_its_goals_in_rising_order(tiny: Network) -> None:
    goals = summarise_theme_goals(tiny.theme_to_sdg.iloc[::-1])
    assert dict(goals.itertuples(index=False)) == {
        "citizenship": [16],
        "environment & climate": [12, 13],
        "equity & inclusion": [4, 10],
        "gender equality": [5],
        "older people": [10],
        "rural development": [],
    }
