"""Where the members are and since when."""

from __future__ import annotations

from atlas.model import Network
from atlas.summaries import places


def test_all_five_regions_are_counted_in_their_order(tiny: Network) -> None:
    assert list(places.summarise_regions(tiny.cities).itertuples(index=False, name=None)) == [
        ("Africa", 2, 2),
        ("Arab States", 1, 1),
        ("Asia and the Pacific", 3, 1),
        ("Europe and North America", 4, 3),
        ("Latin America and the Caribbean", 0, 0),
    ]


def test_every_year_from_the_first_to_the_last_has_a_row_and_the_unknown_comes_last(tiny: Network) -> None:
    assert list(places.summarise_years(tiny.cities).itertuples(index=False, name=None)) == [
        *(("2015", 2), ("2016", 0), ("2017", 3), ("2018", 0), ("2019", 3), ("unknown", 2)),
    ]


def test_members_without_any_year_are_only_unknown(tiny: Network) -> None:
    undated = tiny.cities.loc[["markup-ken", "minus-fra"]]
    assert list(places.summarise_years(undated).itertuples(index=False, name=None)) == [("unknown", 2)]


def test_nobody_is_counted_as_nobody(tiny: Network) -> None:
    nobody = tiny.cities.iloc[:0]
    assert places.summarise_regions(nobody)["members"].tolist() == [0] * 5
    assert list(places.summarise_years(nobody).itertuples(index=False, name=None)) == [("unknown", 0)]


def test_the_newest_cohort_goes_by_country_and_name(tiny: Network) -> None:
    assert places.newest_year(tiny.cities) == 2019
    assert places.newest_cohort(tiny.cities).index.tolist() == ["at-deu", "script-grc", "plain-kor"]


def test_who_is_not_placed_is_named(tiny: Network) -> None:
    assert places.not_placed(tiny.cities).index.tolist() == ["script-grc"]
