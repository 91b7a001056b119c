"""The map page: search, card, legend and list agree with the filters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from atlas.model import REGIONS
from atlas.ui.frame import keys

if TYPE_CHECKING:
    from atlas.model import Network

ROOT = Path(__file__).resolve().parents[2]


def _open(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.query_params.update(query)
    app.switch_page("pages/map.py").run()
    assert not app.exception
    return app


def _html(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def _legend(app: AppTest) -> dict[str, int]:
    found = re.findall(r"<span><a [^>]*>([^<]+)</a></span>\s*<b>(\d+)</b>", _html(app))
    return {name: int(members) for name, members in found}


def test_legend_list_and_count_say_the_same(network: Network) -> None:
    app = _open()
    assert list(_legend(app)) == list(REGIONS)
    assert sum(_legend(app).values()) == len(network) == len(app.dataframe[0].value)


def test_a_filter_changes_legend_and_list_together(network: Network) -> None:
    app = _open(country="KOR")
    korean = int((network.cities["iso3"] == "KOR").sum())
    assert _legend(app)["Asia and the Pacific"] == korean == len(app.dataframe[0].value)
    assert _legend(app)["Africa"] == 0


def test_the_chart_of_years_has_an_alternative_text_from_the_data(network: Network) -> None:
    chart = _open().get("plotly_chart")[0].proto
    undated = int(network.cities["joined_year"].isna().sum())
    assert f"year not published: {undated}" in chart.alt


@pytest.mark.parametrize(
    ("query", "city_id"), [("Bouake", "bouake-civ"), ("부산 서구", "seo-gu-busan-kor"), ("Torinno", "turin-ita")]
)
def test_search_offers_the_city_as_its_first_button(query: str, city_id: str) -> None:
    app = _open()
    app.text_input(key="search").set_value(query).run()
    offered = [button.key for button in app.button if str(button.key).startswith("match_")]
    assert offered[0] == f"match_{city_id}"


def test_choosing_a_result_shows_its_card_and_moves_the_map() -> None:
    app = _open()
    app.text_input(key="search").set_value("Larissa").run()
    app.button(key="match_larissa-grc").click().run()
    assert '<h2 class="city">Larissa</h2>' in _html(app)
    assert app.query_params[keys.CITY] in ("larissa-grc", ["larissa-grc"])
    assert app.session_state[keys.DESTINATION]["lat"] == pytest.approx(39.64, abs=0.1)


def test_nothing_found_is_said_in_words() -> None:
    app = _open()
    app.text_input(key="search").set_value("Xyzzyx").run()
    assert any("Xyzzyx" in caption.value for caption in app.caption)


def test_the_card_says_what_nobody_published() -> None:
    html = _html(_open(city="makueni-county-ken"))
    assert "<dt>Joined</dt><dd>not published</dd>" in html
    assert "<dt>Population</dt><dd>not published</dd>" in html


def test_the_card_says_where_a_population_is_from() -> None:
    assert "<dt>Population</dt><dd>162,000 (2015)</dd>" in _html(_open(city="larissa-grc"))
    assert "<dt>Population</dt><dd>61,653 (GeoNames, for the town, undated)</dd>" in _html(_open(city="trikala-grc"))


def test_the_card_links_no_copy_of_a_page(network: Network) -> None:
    mirrored = network.cities.index[network.cities["source_mirror"] == "yes"][0]
    html = _html(_open(city=mirrored))
    assert "a copy of a UNESCO page, not linked" in html
    assert network.cities.loc[mirrored, "source_url"] not in html


def test_a_city_that_a_filter_leaves_out_keeps_its_card_and_says_so() -> None:
    html = _html(_open(city="larissa-grc", region="Africa"))
    assert '<h2 class="city">Larissa</h2>' in html
    assert "a filter leaves it out" in html


def test_a_city_that_is_not_listed_is_named() -> None:
    html = _html(_open(city="atlantis-xxx"))
    assert "“atlantis-xxx”" in html
    assert 'class="city"' not in html


@pytest.mark.parametrize("view", ["1,2", "north,pole,3", "95,0,3", ""])
def test_a_view_that_cannot_be_read_shows_the_world(view: str) -> None:
    assert _open(view=view).session_state[keys.DESTINATION] == {"number": 0}


def test_the_view_of_a_link_is_where_the_map_begins() -> None:
    order = _open(view="37.5,127.0,8.5").session_state[keys.DESTINATION]
    assert (order["lat"], order["lon"], order["zoom"], order["fly"]) == (37.5, 127.0, 8.5, False)
