"""The page that puts things side by side: links with mistakes, missing facts, twins, the address."""

from __future__ import annotations

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
    assert not at.get("plotly_chart")
    at.button("compare_0").click().run()
    assert chosen(at) == ["city:accent-fra", "city:rtl-egy"]  # in one cluster, of two regions
    assert parameter(at, keys.ITEM) == chosen(at)
    assert len(at.get("plotly_chart")) == 2


def test_a_link_opens_the_comparison_in_its_order(mixed: AppTest) -> None:
    assert chosen(mixed) == [EVRY, KOREA, AFRICA]
    assert "Different kinds stand side by side" in html_of(mixed)


def test_facts_stand_side_by_side_and_missing_ones_are_named(mixed: AppTest) -> None:
    text = html_of(open_page(FORMULA, "city:minus-fra", KOREA))
    for part in ("not published", "none listed", "does not apply", "no statement found"):
        assert part in text


def test_charts_say_in_words_what_they_show(mixed: AppTest) -> None:
    themes, years = alts_of(mixed)
    assert "Évry: Cluster: Education for sustainable development 1 of 1" in themes
    assert "Republic of Korea: Older people 2 of 2, Gender equality 1 of 2" in themes
    assert "Africa: Older people 1 of 1, Equity & inclusion 1 of 1" in themes
    assert years == (
        "Members by year of joining. Évry: 1 in 2017; Republic of Korea: 2 in 2017, 1 in 2019; "
        "Africa: 1 in 2015, 1 without a published year."
    )


def test_every_chart_has_a_table_with_one_column_per_thing(mixed: AppTest) -> None:
    themes, years = (each.value for each in mixed.dataframe)
    things = ["Évry, France", "Republic of Korea (country)", "Africa (region)"]
    assert list(themes.columns[1:]) == things
    assert list(years.columns[1:]) == things
    assert years.iloc[:, 1:].to_numpy().tolist() == [
        *([0, 0, 1], [0, 0, 0], [1, 2, 0], [0, 0, 0], [0, 1, 0], [0, 0, 1]),
    ]


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
    assert "Republic of Korea: 0 members" in text
    assert "a filter leaves it out" in text


def test_two_silent_cities_say_that_no_statement_was_found() -> None:
    assert "no statement found" in html_of(open_page("city:minus-fra", "city:script-grc"))


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
    assert not open_page(EVRY, FORMULA).code
    asked = "https://atlas.example/cities/compare?item=region:Africa&lang=en"
    monkeypatch.setattr(type(st.context), "url", property(lambda _self: asked))
    at = open_page(EVRY, FORMULA, year="2015")
    (link,) = at.code
    assert link.value == ("https://atlas.example/cities/compare?item=city:accent-fra&item=city:formula-nga&year=2015")
    assert link.proto.wrap_lines
    assert "Link to this comparison" in titles_of(at)
