"""The page of a country or region: named by the filters, its numbers those of the filtered table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from atlas.export import FORMATS
from atlas.ui.frame import keys
from atlas.ui.frame.pages import PAGES
from tests.app.driver import (
    alts_of,
    downloads_of,
    heading_of,
    html_of,
    open_page,
    parameter,
    shown_in,
    titles_of,
    with_tables,
)

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def europe(tiny_app: None) -> AppTest:
    """Return the page of a region, its tables open, for tests that only read it."""
    return with_tables(open_page("place", region="Europe and North America"))


@pytest.fixture(scope="module")
def korea(tiny_app: None) -> AppTest:
    """Return the page of a country, its tables open, for tests that only read it."""
    return with_tables(open_page("place", country="KOR"))


def test_the_page_is_not_in_the_navigation() -> None:
    assert not PAGES["place"].listed


def _members(app: AppTest) -> list[str]:
    """Return the members of the table, in its order."""
    return re.findall(r'<th scope="row" role="rowheader" lang=""><a href="city\?city=([\w-]+)', html_of(app))


def _figures(app: AppTest) -> list[str]:
    return re.findall(r"<li><b>(\d+)</b><span>\w", html_of(app))


def test_a_region_shows_its_members_countries_years_statements_and_awards(europe: AppTest) -> None:
    assert heading_of(europe) == "Europe and North America"
    assert "4 members in 3 countries are listed in this region of UNESCO." in html_of(europe)
    assert "Published years of joining run from 2017 to 2019." in html_of(europe)
    assert _figures(europe) == ["4", "3", "3", "2", "1"]
    assert shown_in(europe) == 4
    assert downloads_of(europe)[-6:] == [
        *(f"4 shown rows as {each.name}" for each in FORMATS.values()),
        *("Hand-out (HTML, to print)", "Offline kit (HTML, works without internet)"),
    ]


def test_a_country_shows_its_part_of_the_region(korea: AppTest) -> None:
    assert heading_of(korea) == "Republic of Korea"
    assert "All 3 members listed in Asia and the Pacific are in the Republic of Korea." in html_of(korea)
    assert _figures(korea) == ["3", "3", "2", "0"]
    assert "None of the members shown is among the cities listed with an award." in html_of(korea)


def test_charts_say_in_words_what_they_show(europe: AppTest, korea: AppTest) -> None:
    assert alts_of(europe) == [
        "Members by year of joining. 2017: 1; 2019: 2; year not published: 1.",
        "Members by stated theme. Cluster: Education for sustainable development: 1; Environment & climate: 1; "
        "no statement found: 2.",
        "Members by country. France: 2; Germany: 1; Greece: 1.",
    ]
    assert alts_of(korea) == [
        "Members by year of joining. 2017: 2; 2019: 1.",
        "Members by stated theme. Older people: 2; Gender equality: 1; no statement found: 1.",
    ]


def test_every_chart_has_a_table_and_the_members_stand_last(europe: AppTest) -> None:
    years, themes, countries = (each.value for each in europe.dataframe)
    assert years["Members"].tolist() == [1, 0, 2, 1]
    assert themes["Members"].tolist() == [1, 1]
    assert countries["Members"].tolist() == [2, 1, 1]
    assert _members(europe) == ["accent-fra", "minus-fra", "at-deu", "script-grc"]  # by country, then by name


def test_a_member_stands_there_once_with_what_is_known(europe: AppTest, korea: AppTest) -> None:
    rows = re.findall(r'<tr role="row"><th scope="row" role="rowheader" lang="">(.*?)</tr>', html_of(europe))
    assert [re.findall(r"<td\b[^>]*>(.*?)</td>", row)[:4] for row in (rows[0], rows[2])] == [
        ["France", "2017", "Cluster: Education for sustainable development, Stated: SDG 4 · Quality education", "2017"],
        ["Germany", "2019", "Environment &amp; climate", ""],
    ]
    assert "><small>not published</small></td>" in rows[1]
    assert 'href="https://' in rows[0]
    assert 'class="joined_year" data-head="Joined">2017<' in rows[0]  # what a phone writes before the year
    assert '<th scope="col" role="columnheader">Country</th>' in html_of(europe)
    assert '<th scope="col" role="columnheader">Country</th>' not in html_of(korea)


def test_a_country_with_one_member_has_no_charts() -> None:
    egypt = open_page("place", country="EGY")
    assert not egypt.get("plotly_chart")
    assert _members(egypt) == ["rtl-egy"]


def test_the_comparison_with_others_is_free_of_the_filter_that_names_the_place(europe: AppTest) -> None:
    (way,) = re.findall(r'href="(compare\?[^"]*)"', html_of(europe))
    assert way.startswith("compare?item=region:Europe+and+North+America&amp;item=region:Africa&amp;")
    assert "&amp;region=" not in way


def test_the_award_names_its_city(europe: AppTest) -> None:
    assert "1 Learning City Award" in titles_of(europe)
    assert re.search(r'<b>2017</b><span><a href="city\?city=accent-fra[^"]*" target="_self">Évry</a>', html_of(europe))


def test_member_states_without_a_member_are_named_for_a_region(europe: AppTest) -> None:
    assert "1 Member State of UNESCO in this region has no member listed here." in html_of(europe)
    assert '<p class="names">Canada</p>' in html_of(europe)


def test_without_a_place_every_region_and_country_is_offered() -> None:
    text = html_of(open_page("place"))
    assert text.count("place?country=") == 7
    assert text.count("place?region=") == 4  # of a region without a member there is nothing to show
    assert '<a href="place?country=KOR" target="_self">Republic of Korea</a><b>3</b>' in text


def test_choosing_another_place_changes_filter_and_address() -> None:
    at = open_page("place", country="KOR")
    at.selectbox(keys.PLACE).set_value("region:Arab States").run()
    assert heading_of(at) == "Arab States"
    assert parameter(at, "region") == ["Arab States"]
    assert parameter(at, "country") == []
    at.selectbox(keys.PLACE).set_value(None).run()
    assert heading_of(at) == "Countries and regions"


def test_other_filters_apply_and_are_said() -> None:
    at = open_page("place", country="KOR", year="2017")
    assert "fit all filters" in html_of(at)
    assert sorted(_members(at)) == ["long-kor", "quote-kor"]


def test_a_member_state_without_a_member_and_an_unknown_code_are_named() -> None:
    text = html_of(open_page("place", country=["BEN", "XXX"]))
    assert "Benin is a Member State of UNESCO in Africa; no member is listed there." in text
    assert "“XXX”" in text


def test_several_places_can_be_compared() -> None:
    text = html_of(open_page("place", country=["KOR", "FRA"]))
    assert "Republic of Korea and France" in text
    assert "compare?item=country:KOR&amp;item=country:FRA" in text


def test_an_empty_result_says_which_filter_to_loosen() -> None:
    assert "No member fits all filters" in titles_of(open_page("place", region="Africa", country="KOR"))
