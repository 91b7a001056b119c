"""The members shown in numbers: where they are, since when, and of how many something is stated."""

from __future__ import annotations

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries.members import Summary, newest_cohort, newest_year


def test_all_five_regions_are_counted_in_their_order(tiny: Network) -> None:
    assert Summary(tiny).regions == (
        ("Africa", 2, 2),
        ("Arab States", 1, 1),
        ("Asia and the Pacific", 3, 1),
        ("Europe and North America", 4, 3),
        ("Latin America and the Caribbean", 0, 0),
    )


def test_every_year_from_the_first_to_the_last_is_there_and_the_unknown_comes_last(tiny: Network) -> None:
    assert Summary(tiny).years == (*(("2015", 2), ("2016", 0), ("2017", 3), ("2018", 0), ("2019", 3), ("unknown", 2)),)


def test_members_countries_dated_and_stated_are_counted(tiny: Network) -> None:
    strong = Summary(select(tiny, Selection()))
    assert (strong.members, strong.countries, strong.dated, strong.stated) == (10, 7, 8, 6)
    assert Summary(tiny).stated == 7
    korean = Summary(select(tiny, Selection(country=["KOR"])))
    assert (korean.members, korean.countries, korean.dated, korean.stated) == (3, 1, 3, 2)


def test_members_without_any_year_are_only_unknown(tiny: Network) -> None:
    undated = Summary(tiny.only(["markup-ken", "minus-fra"]))
    assert undated.years == (("unknown", 2),)
    assert undated.dated == 0


def test_nobody_is_counted_as_nobody(tiny: Network) -> None:
    nobody = Summary(tiny.only([]))
    assert [each.members for each in nobody.regions] == [0] * 5
    assert nobody.years == (("unknown", 0),)
    assert (nobody.members, nobody.countries, nobody.dated, nobody.stated) == (0, 0, 0, 0)


def test_the_newest_cohort_goes_by_country_and_name(tiny: Network) -> None:
    assert newest_year(tiny) == 2019
    assert newest_cohort(tiny).index.tolist() == ["at-deu", "script-grc", "plain-kor"]
