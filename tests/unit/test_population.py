"""Who gives the population of a member, and what size that makes it."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.labels import population_label, size_label
from atlas.model import Network
from atlas.population import GEONAMES, PAGE, SIZES, Population, population_of, populations, size_of, sizes
from atlas.wording import use_language

MEMBERS = pd.DataFrame(
    {
        "population": pd.array([50_000, None, None, 99_999], dtype="Int64"),
        "population_year": pd.array([2020, None, None, None], dtype="Int64"),
        "population_geonames": pd.array([2_000_000, 1_000_001, None, None], dtype="Int64"),
    },
    index=["both", "town", "neither", "page"],
)


def test_what_a_page_states_comes_before_geonames() -> None:
    assert population_of(MEMBERS.loc["both"]) == Population(50_000, PAGE, 2020)
    assert population_of(MEMBERS.loc["town"]) == Population(1_000_001, GEONAMES, None)
    assert population_of(MEMBERS.loc["neither"]) == Population(None, "", None)
    assert population_of(MEMBERS.loc["page"]) == Population(99_999, PAGE, None)


def test_all_members_at_once_are_told_the_same_as_each_alone() -> None:
    found = populations(MEMBERS)
    assert found["value"].fillna(-1).tolist() == [50_000, 1_000_001, -1, 99_999]
    assert found["source"].tolist() == ["page", "geonames", "", "page"]
    assert sizes(MEMBERS).to_dict() == {"both": "small", "town": "large", "neither": "unknown", "page": "small"}


@pytest.mark.parametrize(
    ("value", "size"),
    [
        (1, "small"),
        (99_999, "small"),
        (100_000, "medium"),
        (1_000_000, "medium"),
        (1_000_001, "large"),
        (None, "unknown"),
    ],
)
def test_the_limits_belong_to_medium(value: int | None, size: str) -> None:
    assert size_of(value) == size


def test_no_members_have_no_sizes() -> None:
    assert sizes(MEMBERS.iloc[:0]).tolist() == []


def test_every_member_has_a_size(network: Network) -> None:
    assert set(sizes(network.cities)) == set(SIZES)


def test_a_population_says_year_or_source() -> None:
    said = [population_label(population_of(MEMBERS.loc[name])) for name in MEMBERS.index]
    assert said == [
        "50,000 (2020)",
        "1,000,001 (GeoNames, for the town, undated)",
        "not published",
        "99,999 (year not stated)",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sizes_have_names_of_their_own(language: str) -> None:
    use_language(language)
    names = {size_label(code) for code in SIZES}
    assert len(names) == len(SIZES)
    assert not names & set(SIZES)
