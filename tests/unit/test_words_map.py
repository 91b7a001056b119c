"""What the map says in words, on ten members known by heart: most, all, one, a tie, nobody."""

from __future__ import annotations

import pytest

from atlas import wording
from atlas.model import Network
from atlas.summaries.members import Summary
from atlas.words import map as words


def of(tiny: Network, *city_ids: str) -> Summary:
    return Summary(tiny.only(list(city_ids)))


@pytest.mark.parametrize(
    ("city_ids", "sentence"),
    [
        (("formula-nga", "long-kor", "quote-kor"), "2 of the 3 members shown are in Asia and the Pacific."),
        (("long-kor", "quote-kor"), "All 2 members shown are in Asia and the Pacific."),
        (("rtl-egy",), "The one member shown is in the Arab States."),
        (("formula-nga", "rtl-egy"), "2 members are shown; most are in Africa and Arab States, 1 each."),
        ((), "No member fits all filters."),
    ],
)
def test_the_sentence_names_the_region_that_leads(tiny: Network, city_ids: tuple[str, ...], sentence: str) -> None:
    assert words.lead(of(tiny, *city_ids)) == sentence


def test_the_sentence_of_all_members(tiny: Network) -> None:
    assert words.lead(Summary(tiny)) == "4 of the 10 members shown are in Europe and North America."


def test_the_map_is_told_by_region_and_empty_regions_are_left_out(tiny: Network) -> None:
    assert words.map_alt(Summary(tiny)) == (
        "Map of the members shown. Africa: 2; Arab States: 1; Asia and the Pacific: 3; Europe and North America: 4. "
        "The same members stand in the table below."
    )


def test_the_years_are_told_with_the_unknown_one_also_when_it_is_nobodys(tiny: Network) -> None:
    assert words.years_alt(Summary(tiny)) == (
        "Members shown by year of joining. 2015: 2; 2017: 3; 2019: 3; year not published: 2."
    )
    assert words.years_alt(of(tiny, "plain-kor")).endswith("year not published: 0.")


def test_the_table_of_the_years_has_the_years_between(tiny: Network) -> None:
    table = words.years_table(Summary(tiny))
    assert table.columns.tolist() == ["Year of joining", "Members"]
    assert table.to_numpy().tolist() == [
        *(["2015", 2], ["2016", 0], ["2017", 3], ["2018", 0], ["2019", 3], ["year not published", 2]),
    ]


def test_the_sentence_is_french_in_french(tiny: Network) -> None:
    with wording.speaking("fr"):
        assert words.lead(of(tiny, "rtl-egy")) == "Le seul membre affiché se trouve dans les États arabes."
