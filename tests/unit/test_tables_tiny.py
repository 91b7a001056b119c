"""Every column of every table holds what its heading says: the ten made-up members, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from atlas.facts import FACTS, fact_table
from atlas.tables import COLUMNS, member_table
from atlas.wording import use_language

if TYPE_CHECKING:
    from atlas.model import Network

SHOWN: Final = ["formula-nga", "at-deu", "rtl-egy", "accent-fra"]
COPY: Final = "copy of a UNESCO page, not linked"
CELLS: Final[dict[str, tuple[str, list[Any]]]] = {
    "display_name": ("Member", ["=1+1", "@Home", "المدينة", "Évry"]),
    "city": ("Name as announced", ["=1+1", "@Home", "المدينة", "Évry"]),
    "local_name": ("Local name", ["", "", "المدينة", ""]),
    "iso3": ("Country", ["Nigeria", "Germany", "Egypt", "France"]),
    "region": ("Region", ["Africa", "Europe and North America", "Arab States", "Europe and North America"]),
    "kind": ("Kind", ["City", "City", "Governorate", "City"]),
    "joined_year": ("Joined", [2015, 2019, 2015, 2017]),
    "lat": ("Latitude", [6.5, 53.5, 30.0, 48.6]),
    "lon": ("Longitude", [3.4, 10.0, 31.0, 2.4]),
    "precision": ("Pin stands for", ["Town centre", "Town centre", "Area centre", "Town centre"]),
    "population": ("Population", [1_000_000, None, None, 1_000_000]),
    "population_year": ("Year of the population", [2020, None, None, 2019]),
    "population_geonames": ("Population in GeoNames", [None, 1_000_001, None, 50_000]),
    "stated_focus": (
        "Stated focus",
        [
            *("Equity & inclusion, Older people", "Environment & climate"),
            "Cluster: Education for sustainable development, Equity & inclusion",
            "Cluster: Education for sustainable development, Equity & inclusion, Stated: SDG 4 · Quality education",
        ],
    ),
    "award_years": ("Learning City Award", ["2015, 2019", "", "2017", "2017"]),
    "website": ("Website", ["https://www.nga.example/", "", "", "javascript:alert(1)"]),
    "profile_url": ("Profile at UIL", ["https://uil.example/?a&b", "", "", ""]),
    "evidence": ("Type of evidence", ["Cohort list", "Member page", "Cohort list", "Member page"]),
    "source_url": (
        "Source page",
        ["https://www.formula.example/page", "", "https://www.rtl.example/page", "https://www.accent.example/page"],
    ),
    "site": ("Source", ["formula.example", COPY, "rtl.example", "accent.example"]),
    "notes": ("Notes", ["", "", "", ""]),
    "city_id": ("Identifier", SHOWN),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_holds_what_its_heading_says(tiny: Network, name: str) -> None:
    heading, cells = CELLS[name]
    (column,) = member_table(tiny.cities.loc[SHOWN], [name], network=tiny).items()
    found = column[1].astype(object)
    assert column[0] == heading
    assert found.where(found.notna(), None).tolist() == cells


def test_unknown_years_focus_and_awards_are_empty_or_said(tiny: Network) -> None:
    table = member_table(tiny.cities.loc[["minus-fra"]], ["joined_year", "stated_focus", "award_years"], network=tiny)
    (row,) = table.astype(object).where(table.notna(), None).to_numpy().tolist()
    assert row == [None, "no statement found", ""]


def test_tables_are_in_the_language_of_the_visitor(tiny: Network) -> None:
    use_language("fr")
    table = member_table(tiny.cities.loc[["at-deu"]], ["iso3", "region"])
    assert table.to_dict("list") == {"Pays": ["Allemagne"], "Région": ["Europe et Amérique du Nord"]}


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("focus", 14, {"Member": "@Home", "Focus": "Environment & climate", "Strength": "Reported", "Source": COPY}),
        ("focus", 6, {"Kind": "Goal (SDG)", "Focus": "SDG 5 · Gender equality", "Year": 2017}),
        ("focus", 4, {"Kind": "Cluster", "Focus": "Education for sustainable development"}),
        ("awards", 0, {"Year": 2015, "City": "=1+1", "Country": "Nigeria", "Source": "award.example"}),
        ("other_awards", 0, {"Year": 2015, "City": "Outside", "Country": "Brazil"}),
        ("milestones", 1, {"Date": "2016-12-31", "Members in total": 6, "Announced by UNESCO": "no"}),
        ("milestones", 3, {"Members admitted": 4, "Countries of those admitted": 2, "Later texts say": "11"}),
        ("events", 1, {"Kind": "Award", "City": "Mexico City", "Outcome": "2 cities", "Last day": "2015-09-28"}),
        ("theme_to_sdg", 7, {"Focus": "Rural development", "Goal (SDG)": "no single goal", "Source": "no page"}),
        ("theme_to_sdg", 9, {"Focus": "Whole network (not a cluster)", "Stated or mapped": "Stated"}),
        ("clusters", 1, {"Name": "Education for sustainable development", "Coordinating cities": "Évry (France)"}),
        ("member_states", 6, {"Country": "Republic of Korea", "Members listed": 3}),
        ("member_states", 0, {"Country": "Benin", "Region": "Africa", "Members listed": 0}),
        ("not_members", 0, {"City": "Nowhere", "Why it is not counted": "no <b>second</b> one"}),
    ],
)
def test_a_row_of_the_other_tables_says_what_is_known(
    tiny: Network, name: str, row: int, expected: dict[str, Any]
) -> None:
    cells = fact_table(tiny, name).iloc[row].to_dict()
    assert {heading: str(cells[heading]) for heading in expected} == {
        heading: str(value) for heading, value in expected.items()
    }


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        *[("focus", 15), ("awards", 4), ("other_awards", 1), ("milestones", 6), ("events", 4), ("theme_to_sdg", 11)],
        *[("clusters", 2), ("member_states", 13), ("not_members", 1)],
    ],
)
def test_the_other_tables_keep_their_rows(tiny: Network, name: str, rows: int) -> None:
    assert name in FACTS
    assert len(fact_table(tiny, name)) == rows


def test_pages_that_are_copies_are_linked_nowhere(tiny: Network) -> None:
    assert (
        not fact_table(tiny, "focus").astype(str).apply(lambda each: each.str.contains("copy.example")).any(axis=None)
    )
    assert (
        not member_table(tiny.cities).astype(str).apply(lambda each: each.str.contains("copy.example")).any(axis=None)
    )
