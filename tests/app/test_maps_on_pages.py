"""Maps on pages: whom they show, where they stand, and where a click on a pin leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from atlas.ui.frame import keys
from tests.app.driver import click_on_map, heading_of, html_of, maps_of, open_page, parameter
from tests.tiny import NAMES

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")

EUROPE = "Europe and North America"


def on_map(app: AppTest) -> dict[str, object]:
    """Return what the one map of the page is told."""
    (told,) = maps_of(app)
    return told


def card_of(app: AppTest) -> str:
    """Return whose card is open, nothing where none is."""
    return "".join(re.findall(r'<h2 class="city"[^>]*>(.*?)</h2>', html_of(app)))


def order(app: AppTest) -> tuple[object, ...]:
    """Return number and bounds of the order that the map of the page carries out, and whether it flies."""
    move = on_map(app)["move"]
    return (move["number"], move["bounds"], move["fly"]) if isinstance(move, dict) else ()


@pytest.mark.parametrize(
    ("stem", "query", "mask"),
    [
        *[("overview", {}, "/wM="), ("overview", {"region": "Africa"}, "AwA="), ("map", {"country": "KOR"}, "OAA=")],
        *[("place", {"region": EUROPE}, "wAM="), ("city", {"city": "at-deu"}, "/wE=")],
    ],
)
def test_the_members_shown_are_those_that_fit(stem: str, query: dict[str, str], mask: str) -> None:
    assert on_map(open_page(stem, **query))["mask"] == mask


def test_a_click_on_a_pin_opens_its_card_and_goes_into_the_address() -> None:
    app = click_on_map(open_page("map"), "world", "accent-fra")
    assert card_of(app) == "Évry"
    assert parameter(app, keys.CITY) == ["accent-fra"]
    assert on_map(app)["selected"] == "accent-fra"
    app.run()
    assert on_map(app)["selected"] == "accent-fra"
    click_on_map(app, "world", "at-deu", clicks=2)
    assert card_of(app) == "@Home"
    assert on_map(app)["selected"] == "at-deu"


def test_a_card_that_was_closed_opens_again_with_the_next_click_only() -> None:
    app = click_on_map(open_page("map"), "world", "accent-fra")
    app.button(key="close_card").click().run()
    assert card_of(app) == ""
    assert parameter(app, keys.CITY) == []
    click_on_map(app, "world", "accent-fra", clicks=2)
    assert card_of(app) == "Évry"


def test_the_card_leads_round_the_members_shown_and_says_which_it_is() -> None:
    app = open_page("map", region=EUROPE, city="accent-fra")
    assert '<p class="card-at">1 of 4</p>' in html_of(app)
    app.button(key="card_before").click().run()
    assert parameter(app, keys.CITY) == ["script-grc"]
    assert '<p class="card-at">4 of 4</p>' in html_of(app)
    app.button(key="card_after").click().run()
    app.button(key="card_after").click().run()
    assert card_of(app) == "-Minus"
    assert '<p class="card-at">2 of 4</p>' in html_of(app)


@pytest.mark.parametrize("query", [{"country": "DEU"}, {"region": "Africa"}])
def test_a_card_alone_or_left_out_by_a_filter_leads_nowhere(query: dict[str, str]) -> None:
    app = open_page("map", city="at-deu", **query)
    assert card_of(app) == "@Home"
    ways = [str(each.key) for each in app.button if str(each.key).startswith(("card_", "close_card"))]
    assert ways == ["close_card", "card_country", "card_region"]
    assert 'class="card-at"' not in html_of(app)
    assert ("a filter leaves it out" in html_of(app)) == ("region" in query)


def test_a_click_on_the_overview_opens_the_member_on_the_map() -> None:
    app = click_on_map(open_page("overview", region=EUROPE), "overview_world", "accent-fra")
    assert app.dataframe[0].value["Member"].tolist() == ["Évry", "-Minus", "@Home", NAMES["script-grc"]]
    assert card_of(app) == "Évry"
    assert parameter(app, "region") == [EUROPE]


def test_the_map_of_a_city_stands_at_once_round_it_and_its_neighbours() -> None:
    evry, brest = (open_page("city", city=city_id) for city_id in ("accent-fra", "minus-fra"))
    assert on_map(evry)["selected"] == "accent-fra"
    assert order(evry)[1:] == ([[-1.3, -4.5], [53.5, 129.0]], False)
    numbers = [order(app)[0] for app in (evry, brest)]
    assert len(set(numbers)) == 2  # going from one to the other is another order
    assert all(isinstance(number, int) and number > 0 for number in numbers)


def test_a_click_on_a_neighbour_leads_to_its_page_and_one_on_the_city_itself_nowhere() -> None:
    app = click_on_map(open_page("city", city="accent-fra"), "city_map", "accent-fra")
    assert heading_of(app) == "Évry"
    click_on_map(app, "city_map", "minus-fra", clicks=2)
    assert heading_of(app) == "-Minus"
    assert parameter(app, keys.CITY) == ["minus-fra"]


def test_a_click_on_the_map_of_a_place_leads_to_the_member() -> None:
    app = click_on_map(open_page("place", country="FRA"), "place_world", "minus-fra")
    assert heading_of(app) == "-Minus"
    assert parameter(app, "country") == ["FRA"]


def test_the_map_of_a_place_stands_on_its_members_and_flies_to_others() -> None:
    app = open_page("place", region=EUROPE)
    assert order(app) == (1, [[48.4, -4.5], [53.5, 10.0]], False)
    app.run()
    assert order(app) == (1, [[48.4, -4.5], [53.5, 10.0]], False)
    app.selectbox(keys.PLACE).set_value("country:FRA").run()
    assert order(app) == (2, [[48.4, -4.5], [48.6, 2.4]], True)
    app.selectbox(keys.PLACE).set_value("country:GRC").run()
    assert order(app) == ()  # its member is not placed
    app.selectbox(keys.PLACE).set_value("country:FRA").run()
    assert order(app)[1:] == ([[48.4, -4.5], [48.6, 2.4]], True)


def test_the_file_of_the_members_is_named_in_the_language_of_the_visitor() -> None:
    english, french = (on_map(open_page("map", lang=code)) for code in ("en", "fr"))
    assert english["source"] != french["source"]
    assert str(english["source"]).startswith("../..")
    assert str(english["source"]).endswith(".json")
