"""The map page: search, card, legend and list agree with the filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from atlas.ui.frame import keys
from tests.app.driver import alts_of, html_of, open_page, parameter, shown_in, with_tables
from tests.tiny import NAMES

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page without any choice, its tables open, for tests that only read it."""
    return with_tables(open_page("map"))


def _legend(app: AppTest) -> dict[str, int]:
    found = re.findall(r"<span><a [^>]*>([^<]+)</a></span>\s*<b>(\d+)</b>", html_of(app))
    return {name: int(members) for name, members in found}


def test_legend_list_and_count_say_the_same(opened: AppTest) -> None:
    assert list(_legend(opened).items()) == [
        *(("Africa", 2), ("Arab States", 1), ("Asia and the Pacific", 3)),
        *(("Europe and North America", 4), ("Latin America and the Caribbean", 0)),
    ]
    assert shown_in(opened) == 10
    assert opened.dataframe[-1].value["Member"].tolist() == list(NAMES.values())


def test_a_filter_changes_legend_and_list_together() -> None:
    app = open_page("map", country="KOR")
    assert _legend(app)["Asia and the Pacific"] == 3
    assert _legend(app)["Africa"] == 0
    assert app.dataframe[-1].value["Joined"].tolist() == [2017, 2017, 2019]


def test_the_chart_of_years_has_an_alternative_text_and_a_table(opened: AppTest) -> None:
    assert alts_of(opened) == [
        "Members shown by year of joining. 2015: 2; 2017: 3; 2019: 3; year not published: 2.",
    ]
    assert opened.dataframe[0].value["Members"].tolist() == [2, 0, 3, 0, 3, 2]


@pytest.mark.parametrize(
    ("query", "city_id"),
    [("Evri", "accent-fra"), ("평범", "plain-kor"), ("bold", "markup-ken"), ("=1+1", "formula-nga")],
)
def test_search_offers_the_city_as_its_first_button(query: str, city_id: str) -> None:
    app = open_page("map")
    app.text_input(key="search").set_value(query).run()
    offered = [button.key for button in app.button if str(button.key).startswith("match_")]
    assert offered[0] == f"match_{city_id}"


def test_choosing_a_result_shows_its_card_and_moves_the_map() -> None:
    app = open_page("map")
    app.text_input(key="search").set_value("evry").run()
    app.button(key="match_accent-fra").click().run()
    assert '<h2 class="city">Évry</h2>' in html_of(app)
    assert parameter(app, keys.CITY) == ["accent-fra"]
    order = app.session_state[keys.DESTINATION]
    assert (order["lat"], order["lon"]) == (48.6, 2.4)


def test_nothing_found_is_said_in_words() -> None:
    app = open_page("map")
    app.text_input(key="search").set_value("Xyzzyx").run()
    assert "Xyzzyx" in html_of(app)


def test_the_card_tells_what_is_known() -> None:
    html = html_of(open_page("map", city="formula-nga"))
    assert '<h2 class="city">=1+1</h2>' in html
    assert "Nigeria · Africa" in html
    assert "<dt>Joined</dt><dd>2015</dd>" in html
    assert "1,000,000" in html
    assert 'href="https://www.formula.example/page"' in html


def test_the_card_says_what_nobody_published() -> None:
    html = html_of(open_page("map", city="minus-fra"))
    assert "<dt>Joined</dt><dd>not published</dd>" in html
    assert "<dt>Population</dt><dd>99,999 (GeoNames, for the town, undated)</dd>" in html
    assert "<dt>Stated focus</dt><dd>no statement found</dd>" in html
    assert "<dt>Learning City Award</dt><dd>none listed</dd>" in html


def test_a_population_that_no_source_gives_is_not_published() -> None:
    assert "<dt>Population</dt><dd>not published</dd>" in html_of(open_page("map", city="script-grc"))


def test_the_card_links_no_copy_of_a_page() -> None:
    html = html_of(open_page("map", city="at-deu"))
    assert "a copy of a UNESCO page, not linked" in html
    assert "copy.example" not in html


def test_a_city_that_a_filter_leaves_out_keeps_its_card_and_says_so() -> None:
    html = html_of(open_page("map", city="accent-fra", region="Africa"))
    assert '<h2 class="city">Évry</h2>' in html
    assert "a filter leaves it out" in html


def test_a_city_that_is_not_listed_is_named() -> None:
    html = html_of(open_page("map", city="atlantis-xxx"))
    assert "“atlantis-xxx”" in html
    assert 'class="city"' not in html


@pytest.mark.parametrize("view", ["1,2", "north,pole,3", "95,0,3", ""])
def test_a_view_that_cannot_be_read_shows_the_world(view: str) -> None:
    assert open_page("map", view=view).session_state[keys.DESTINATION] == {"number": 0}


def test_the_view_of_a_link_is_where_the_map_begins() -> None:
    order = open_page("map", view="37.5,127.0,8.5").session_state[keys.DESTINATION]
    assert (order["lat"], order["lon"], order["zoom"], order["fly"]) == (37.5, 127.0, 8.5, False)
