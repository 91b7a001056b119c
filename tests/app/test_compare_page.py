"""The page that puts things side by side: links with mistakes, missing facts, twins, the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import streamlit as st

from atlas.ui.frame import keys
from tests.app import driver
from tests.app.driver import alts_of, go_to, html_of, parameter, titles_of, with_tables

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")
FORMULA, EVRY, KOREA, AFRICA = "city:formula-nga", "city:accent-fra", "country:KOR", "region:Africa"


def open_page(*items: str, **query: str | list[str]) -> AppTest:
    return driver.open_page("compare", **query, **({keys.ITEM: list(items)} if items else {}))


@pytest.fixture(scope="module")
def mixed(tiny_app: None) -> AppTest:
    """Return the page with a city, a country and a region, its tables open, for tests that only read it."""
    return with_tables(open_page(EVRY, KOREA, AFRICA))


def chosen(at: AppTest) -> list[str]:
    return list(at.multiselect(keys.COMPARED).value)


def test_an_empty_page_invites_with_examples() -> None:
    at = open_page()
    assert "Examples to start from" in titles_of(at)
    assert not alts_of(at)
    at.button("compare_0").click().run()
    assert chosen(at) == ["city:accent-fra", "city:rtl-egy"]  # in one cluster, of two regions
    assert parameter(at, keys.ITEM) == chosen(at)
    assert "What they work on" in html_of(at)


def test_a_link_opens_the_comparison_in_its_order(mixed: AppTest) -> None:
    assert chosen(mixed) == [EVRY, KOREA, AFRICA]
    assert "Different kinds stand side by side" in html_of(mixed)


def test_facts_stand_side_by_side_and_missing_ones_are_named(mixed: AppTest) -> None:
    text = html_of(open_page(FORMULA, "city:minus-fra", KOREA))
    for part in ("not published", "none listed", "no statement found"):
        assert part in text
    assert "does not apply" not in text  # no region is compared, so the row of Member States carries nothing
    assert "does not apply" in html_of(mixed)


def _marks(at: AppTest) -> dict[str, list[str]]:
    """Return what stands in the cells of each theme."""
    rows = re.findall(r'<th scope="row">([^<]*)</th>((?:\s*<td[^>]*><span aria-hidden.*?</td>)+)', html_of(at))
    return {theme: re.findall(r'title="[^"]*">([^<]*)</span>', cells) for theme, cells in rows}


def test_cities_have_dots_and_many_members_shares(mixed: AppTest) -> None:
    marks = _marks(mixed)
    assert marks["Cluster: Education for sustainable development"] == ["●", "", ""]
    assert marks["Older people"] == ["", "100%", "100%"]
    assert marks["Equity &amp; inclusion"] == ["", "", "100%"]
    assert len(marks) == 4


def test_the_years_of_many_members_are_a_chart_with_a_twin_and_a_city_has_no_strip(mixed: AppTest) -> None:
    (years,) = alts_of(mixed)
    assert years == (
        "Members by year of joining. Republic of Korea: 2 in 2017, 1 in 2019; "
        "Africa: 1 in 2015, 1 without a published year."
    )
    (table,) = (each.value for each in mixed.dataframe)
    assert list(table.columns[1:]) == ["Republic of Korea (country)", "Africa (region)"]
    assert table.iloc[:, 1:].to_numpy().tolist() == [*([0, 1], [0, 0], [2, 0], [0, 0], [1, 0], [0, 1])]
    assert not open_page(EVRY, FORMULA).get("plotly_chart")


@pytest.mark.parametrize(
    ("typed", "thing"),
    [("المدينة", "city:rtl-egy"), ("Ville neuve", EVRY), ("Corée du Sud", KOREA), ("South Korea", KOREA)],
)
def test_a_name_in_another_script_or_language_is_found(typed: str, thing: str) -> None:
    at = open_page(FORMULA)
    at.session_state[keys.COMPARED] = [FORMULA, typed]
    at.run()
    assert chosen(at) == [FORMULA, thing]
    assert parameter(at, keys.ITEM) == [FORMULA, thing]


def test_a_name_that_nothing_bears_is_told_and_left_out() -> None:
    at = open_page(FORMULA)
    at.session_state[keys.COMPARED] = [FORMULA, "Qqqq"]
    at.run()
    assert chosen(at) == [FORMULA]
    assert "The Atlas knows no “Qqqq” to compare." in html_of(at)


def test_unknown_things_are_named_and_the_rest_stays() -> None:
    at = open_page(EVRY, "city:atlantis-xxx", "<b>x</b>", FORMULA)
    assert chosen(at) == [EVRY, FORMULA]
    text = html_of(at)
    assert "“city:atlantis-xxx”" in text
    assert "“&lt;b&gt;x&lt;/b&gt;”" in text


def test_of_seven_things_the_last_is_named_and_left_out() -> None:
    countries = [f"country:{code}" for code in ("KOR", "KEN", "FRA", "EGY", "NGA", "DEU", "GRC")]
    at = open_page(*countries)
    assert chosen(at) == countries[:6]
    assert "more than 6 things; left out: Greece" in html_of(at)


def test_one_thing_asks_for_another() -> None:
    assert "Choose at least one more" in html_of(open_page(EVRY))


def test_a_change_in_the_field_changes_the_address_and_ends_the_notices() -> None:
    at = open_page(EVRY, "city:atlantis-xxx")
    at.multiselect(keys.COMPARED).set_value([EVRY, FORMULA]).run()
    assert parameter(at, keys.ITEM) == [EVRY, FORMULA]
    assert "atlantis" not in html_of(at)


def test_clearing_the_field_clears_the_address() -> None:
    at = open_page(EVRY, FORMULA)
    at.multiselect(keys.COMPARED).set_value([]).run()
    assert parameter(at, keys.ITEM) == []
    assert "Examples to start from" in titles_of(at)


def test_countries_follow_the_filters_and_a_city_stays() -> None:
    text = html_of(open_page(EVRY, KOREA, region="Africa"))
    assert "Members listed: 0 in the Republic of Korea." in text
    assert "a filter leaves it out" in text


def test_cities_stay_where_no_member_fits_the_filters_and_the_page_says_what_filters_do() -> None:
    filters = {"region": "Africa", "country": "KOR"}  # nobody
    cities = open_page(EVRY, FORMULA, **filters)
    assert "The filters do not change a comparison of cities" in html_of(cities)
    assert "0 members fit the filters" in html_of(cities)
    assert "Facts side by side" in titles_of(cities)
    assert "No member fits all filters" not in titles_of(cities)
    groups = open_page(KOREA, AFRICA, **filters)
    assert "No member fits all filters" in titles_of(groups)
    assert "whatever they say" not in html_of(groups)


def test_a_filter_that_narrows_nothing_is_no_reason_for_a_remark(mixed: AppTest) -> None:
    weak = html_of(open_page(EVRY, KOREA, evidence="weak"))
    assert "10 members listed" in weak
    assert "whatever they say" not in weak
    assert "whatever they say" not in html_of(mixed)


def test_two_silent_cities_say_that_no_statement_was_found() -> None:
    assert "No statement on the focus was found for any of them." in html_of(
        open_page("city:minus-fra", "city:script-grc")
    )


def test_a_link_from_another_page_replaces_what_was_compared_before_and_the_navigation_keeps_it() -> None:
    at = open_page(EVRY, FORMULA)
    at.query_params.clear()
    go_to(go_to(at, "about"), "compare")
    assert chosen(at) == [EVRY, FORMULA]
    at.query_params.clear()
    go_to(at, "about")
    at.query_params[keys.ITEM] = [KOREA, AFRICA]
    go_to(at, "compare")
    assert chosen(at) == [KOREA, AFRICA]


def test_a_link_to_the_comparison_can_be_copied_where_the_address_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "to-copy" not in html_of(open_page(EVRY, FORMULA))
    asked = "https://atlas.example/cities/compare?item=region:Africa&lang=en"
    monkeypatch.setattr(type(st.context), "url", property(lambda _self: asked))
    at = open_page(EVRY, FORMULA, year="2015")
    (link,) = re.findall(r'<p class="to-copy".*?>(.*?)</p>', html_of(at))
    assert link == ("https://atlas.example/cities/compare?item=city:accent-fra&amp;item=city:formula-nga&amp;year=2015")
    assert "Link to this comparison" in titles_of(at)
