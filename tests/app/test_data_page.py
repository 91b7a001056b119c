"""The data page: counts, search, choice of columns, downloads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from atlas.export import FORMATS
from atlas.tables import COLUMNS, column_heading
from atlas.ui.frame import keys
from tests.app.driver import downloads_of, html_of, open_page, parameter, shown_in, titles_of
from tests.tiny import NAMES, VERSION

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page without any choice, for tests that only read it."""
    return open_page("data")


def test_all_members_are_shown_with_their_sources(opened: AppTest) -> None:
    table = opened.dataframe[0].value
    assert table["Member"].tolist() == list(NAMES.values())
    assert table.loc["at-deu", ["Source page", "Source"]].tolist() == ["", "copy of a UNESCO page, not linked"]
    assert table.loc["accent-fra", "Source"] == "accent.example"
    assert shown_in(opened) == 10
    assert downloads_of(opened) == [
        *("All 10 rows as CSV (zip)", "All 10 rows as Excel (XLSX)", "All 10 rows as GeoJSON"),
        *("All 10 rows as GeoPackage", "13 rows as CSV (zip)"),
    ]


def test_filters_of_the_link_apply_to_table_count_and_downloads() -> None:
    at = open_page("data", region="Africa")
    assert at.dataframe[0].value.index.tolist() == ["formula-nga", "markup-ken"]
    assert shown_in(at) == 2
    assert downloads_of(at) == [
        *(f"2 shown rows as {each.name}" for each in FORMATS.values()),
        *(f"All 10 rows as {each.name}" for each in FORMATS.values()),
        "2 rows as CSV (zip)",
    ]
    assert at.dataframe[1].value["Focus"].tolist() == ["Equity & inclusion", "Older people"]


def test_the_search_of_the_link_narrows_the_table_and_stays_in_the_link() -> None:
    at = open_page("data", q="evry")
    assert at.dataframe[0].value["Member"].tolist() == ["Évry"]
    assert parameter(at, keys.QUERY) == ["evry"]


def test_search_and_filters_go_together() -> None:
    at = open_page("data", region="Africa")
    at.text_input(key=keys.QUERY).set_value("evry").run()
    assert not at.exception
    assert shown_in(at) == 0
    assert "No member found" in titles_of(at)
    assert "Nothing among the 2 members that the filters leave fits “evry”." in html_of(at)


def test_clearing_the_search_brings_every_member_back() -> None:
    at = open_page("data", q="zzqx")
    at.button(key="clear_search").click().run()
    assert not at.exception
    assert len(at.dataframe[0].value) == 10
    assert parameter(at, keys.QUERY) == []


def test_filters_that_leave_nothing_say_which_one_to_loosen() -> None:
    at = open_page("data", region="Africa", country="KOR")
    assert "No member fits all filters" in titles_of(at)
    assert not any("shown" in label for label in downloads_of(at))


def test_columns_can_be_chosen() -> None:
    at = open_page("data")
    at.session_state[keys.COLUMNS] = ["display_name", "stated_focus", "award_years", "population"]
    at.run()
    assert not at.exception
    table = at.dataframe[0].value
    assert list(table.columns) == ["Member", "Page of the city", "Population", "Stated focus", "Learning City Award"]
    assert table.loc["formula-nga"].tolist()[2:] == [1_000_000, "Equity & inclusion, Older people", "2015, 2019"]


def test_every_column_can_be_shown_at_once() -> None:
    at = open_page("data")
    at.session_state[keys.COLUMNS] = list(COLUMNS)
    at.run()
    assert not at.exception
    assert set(at.dataframe[0].value.columns) == {*map(column_heading, COLUMNS), "Page of the city"}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("milestones", 6),
        ("events", 4),
        ("theme_to_sdg", 11),
        ("clusters", 2),
        ("member_states", 13),
        ("not_members", 1),
    ],
)
def test_other_tables_can_be_looked_at(name: str, rows: int) -> None:
    at = open_page("data")
    at.session_state[keys.OTHER_TABLE] = name
    at.run()
    assert not at.exception
    assert len(at.dataframe[1].value) == rows


def test_the_citation_names_the_version(opened: AppTest) -> None:
    (quoted,) = re.findall(r'<p class="to-copy".*?>(.*?)</p>', html_of(opened))
    assert f"Data version {VERSION} of 1 March 2020. Licence CC BY 4.0." in quoted
    assert not opened.code  # whose highlighter weighs more than the page


def test_the_lead_counts_members_and_sites(opened: AppTest) -> None:
    assert "10 members, each with its source page; the pages are on 9 websites." in html_of(opened)
