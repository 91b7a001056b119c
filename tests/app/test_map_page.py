"""The map page: search, card, legend and list agree with the filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from atlas.ui.frame import keys
from tests.app.driver import (
    facets_of,
    heading_of,
    html_of,
    open_page,
    parameter,
    press,
    prose_of,
    rows_of,
    shown_in,
    with_tables,
)
from tests.tiny import NAMES

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page without any choice, its tables open, for tests that only read it."""
    return with_tables(open_page("map"))


def test_title_key_list_and_charts_say_the_same(opened: AppTest) -> None:
    assert heading_of(opened).endswith(">10 members shown</span>")
    assert [(said, chosen) for said, _seen, chosen in rows_of(opened, "region")] == [
        ("Africa: 2 members", False),
        ("Arab States: 1 member", False),
        ("Asia and the Pacific: 3 members", False),
        ("Europe and North America: 4 members", False),
        ("Latin America and the Caribbean: 0 members", False),
    ]
    assert opened.dataframe[-1].value["Member"].tolist() == list(NAMES.values())
    assert "10 members in 7 countries listed; UNESCO announced 14 in 8" in html_of(opened)


def test_the_charts_name_their_finding_and_every_bar(opened: AppTest) -> None:
    themes, years = facets_of(opened)["focus"], facets_of(opened)["year"]
    assert ">Older people is stated most often</h2>" in themes["head"]
    assert "Members by theme, of 6 with a statement" in themes["head"]
    assert [said for said, _seen, _chosen in rows_of(opened, "focus")] == [
        "Older people: 3 members",
        "Cluster: Education for sustainable development: 2 members",
        "Equity & inclusion: 2 members",
        "Environment & climate: 1 member",
        "Gender equality: 1 member",
        "No statement found: 4 members",
    ]
    assert ">Most joined in 2017 and 2019, 3 each</h2>" in years["head"]
    assert [(said, seen) for said, seen, _chosen in rows_of(opened, "year")] == [
        ("2015: 2 members", "2015"),
        ("2016: 0 members", "2016"),
        ("2017: 3 members", "2017"),
        ("2018: 0 members", "2018"),
        ("2019: 3 members", "2019"),
        ("n. p. (year not published): 2 members", "n. p."),
    ]
    assert years["alt"] == (
        "Column chart of members by year of joining. 2015: 2; 2016: 0; 2017: 3; 2018: 0; 2019: 3; "
        "year not published: 2."
    )


def test_a_bar_adds_its_filter_and_a_second_press_takes_it_out() -> None:
    app = press(open_page("map"), "year", "2017")
    assert (shown_in(app), parameter(app, "year")) == (3, ["2017"])
    assert app.multiselect(key="year").value == ["2017"]
    assert [seen for _said, seen, chosen in rows_of(app, "year") if chosen] == ["2017"]
    press(app, "year", "2017")
    assert (shown_in(app), parameter(app, "year")) == (10, [])


def test_a_chart_is_counted_without_its_own_filter_and_with_all_others() -> None:
    app = press(press(open_page("map"), "region", "Asia and the Pacific"), "year", "2019")
    assert shown_in(app) == 1
    assert [said for said, _seen, _chosen in rows_of(app, "year")] == [
        "2015: 0 members",
        "2016: 0 members",
        "2017: 2 members",
        "2018: 0 members",
        "2019: 1 member",
        "n. p. (year not published): 0 members",
    ]
    assert [said for said, _seen, _chosen in rows_of(app, "region")] == [
        "Africa: 0 members",
        "Arab States: 0 members",
        "Asia and the Pacific: 1 member",
        "Europe and North America: 2 members",
        "Latin America and the Caribbean: 0 members",
    ]
    press(app, "region", "Europe and North America")
    assert (shown_in(app), parameter(app, "region")) == (3, ["Asia and the Pacific", "Europe and North America"])


def test_a_bar_that_would_show_nobody_cannot_be_pressed_unless_it_is_chosen() -> None:
    rows = facets_of(open_page("map", region="Africa", year="2019"))["region"]["rows"]
    disabled = re.findall(r'data-code="([^"]+)"[^>]* disabled', rows)
    assert disabled == ["Arab States", "Latin America and the Caribbean"]


def test_a_filter_changes_title_and_list_together() -> None:
    app = open_page("map", country="KOR")
    assert heading_of(app).endswith(">3 of 10 members shown</span>")
    assert app.dataframe[-1].value["Joined"].tolist() == [2017, 2017, 2019]


def test_when_nobody_fits_the_page_says_which_filter_to_loosen() -> None:
    app = open_page("map", region="Africa", year="2019")
    assert heading_of(app).endswith(">0 of 10 members shown</span>")
    assert "Without the filter “Region”, 3 members would be shown." in prose_of(app)


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
    assert '<h2 class="city" tabindex="-1">Évry</h2>' in html_of(app)
    assert parameter(app, keys.CITY) == ["accent-fra"]
    order = app.session_state[keys.DESTINATION]
    assert (order["lat"], order["lon"]) == (48.6, 2.4)


def test_nothing_found_is_said_in_words() -> None:
    app = open_page("map")
    app.text_input(key="search").set_value("Xyzzyx").run()
    assert "Xyzzyx" in html_of(app)


def test_the_card_tells_what_is_known() -> None:
    html = html_of(open_page("map", city="formula-nga"))
    assert '<h2 class="city" tabindex="-1">=1+1</h2>' in html
    assert "<dt>Joined</dt><dd>2015</dd>" in html
    assert "1,000,000" in html
    assert 'href="https://www.formula.example/page"' in html


def test_country_and_region_on_the_card_are_filters() -> None:
    app = open_page("map", city="quote-kor")
    assert [app.button(key=f"card_{name}").label for name in ("country", "region")] == [
        "Republic of Korea",
        "Asia and the Pacific",
    ]
    app.button(key="card_country").click().run()
    assert (shown_in(app), parameter(app, "country")) == (3, ["KOR"])
    app.button(key="card_country").click().run()
    assert (shown_in(app), parameter(app, "country")) == (10, [])


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
    assert '<h2 class="city" tabindex="-1">Évry</h2>' in html
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


def test_the_card_leads_to_the_members_before_and_after_and_round() -> None:
    app = open_page("map", city="quote-kor", country="KOR")
    assert "2 of 3" in html_of(app)
    app.button(key="card_after").click().run()
    assert parameter(app, keys.CITY) == ["plain-kor"]
    assert "3 of 3" in html_of(app)
    app.button(key="card_after").click().run()
    assert parameter(app, keys.CITY) == ["long-kor"]
    app.button(key="card_before").click().run()
    assert parameter(app, keys.CITY) == ["plain-kor"]
    app.button(key="close_card").click().run()
    assert parameter(app, keys.CITY) == []
    assert 'class="city"' not in html_of(app)


def test_a_city_that_a_filter_leaves_out_has_no_way_to_the_next() -> None:
    app = open_page("map", city="accent-fra", region="Africa")
    assert not {"card_before", "card_after"} & {each.key for each in app.button}
