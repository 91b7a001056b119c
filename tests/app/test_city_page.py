"""The page of a city: it is found, it is complete, its partners explain themselves, and bad links are named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas.ui.city import known as city_facts
from atlas.ui.frame import keys
from tests.app.tables import open_tables

if TYPE_CHECKING:
    from atlas.model import Network

ROOT = Path(__file__).resolve().parents[2]
LARISSA = "larissa-grc"


def _open(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.query_params.update(query)
    app.switch_page("pages/city.py").run()
    assert not app.exception
    return app


def _html(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def _partners(app: AppTest) -> list[str]:
    return re.findall(r'<li data-city="([^"]+)">', _html(app))


def _weights(app: AppTest) -> dict[str, Any]:
    return {
        str(each.key).removeprefix(keys.WEIGHT): each.value for each in app.slider if str(each.key).startswith("w_")
    }


def test_without_a_city_the_page_invites_to_look_one_up() -> None:
    app = _open()
    assert app.text_input(key="search")
    assert "city?city=" in _html(app)
    assert 'class="notices" role="status"></div>' in _html(app)


def test_search_leads_to_the_page() -> None:
    app = _open()
    app.text_input(key="search").set_value("Λάρισα").run()
    app.button(key=f"match_{LARISSA}").click().run()
    assert "<h1>Larissa</h1>" in "".join(str(each.proto.body) for each in app.get("html"))
    assert app.query_params[keys.CITY] in (LARISSA, [LARISSA])


@pytest.mark.parametrize("asked", ["larisa-grc", "larissa-xxx", "Larissa"])
def test_an_unknown_city_is_named_and_the_nearest_names_are_offered(asked: str) -> None:
    html = _html(_open(city=asked))
    assert f"“{asked}”" in html
    assert f"city?city={LARISSA}" in html


def test_each_fact_has_its_source(network: Network) -> None:
    html = _html(_open(city=LARISSA))
    assert str(network.cities.loc[LARISSA, "population_source_url"]) in html
    for part in ("Λάρισα", "162,000", "UNESCO Learning City Award 2017", "mapped from a stated focus", "Official"):
        assert part in html


def test_what_nobody_published_is_said() -> None:
    assert "not published" in _html(_open(city="athens-grc"))


def test_ten_partners_give_reasons_that_add_up() -> None:
    app = _open(city=LARISSA)
    assert len(_partners(app)) == 10
    for card in re.findall(r'<table class="reasons">(.*?)</table>', _html(app)):
        *parts, total = [float(each) for each in re.findall(r"<td>([\d.]+)</td>", card)]
        assert sum(parts) == pytest.approx(total)


def test_the_table_twin_names_the_same_partners(network: Network) -> None:
    app = open_tables(_open(city=LARISSA))
    twin = next(each.value for each in app.dataframe if "Sum, of 100" in each.value)
    assert twin["Member"].tolist() == network.cities.loc[_partners(app), "display_name"].tolist()


def test_another_region_only_leaves_the_own_region_out(network: Network) -> None:
    app = _open(city=LARISSA, other_region="1")
    regions = set(network.cities.loc[_partners(app), "region"])
    assert regions
    assert network.cities.loc[LARISSA, "region"] not in regions


def test_weights_come_from_the_link_and_go_back_into_it() -> None:
    app = _open(city=LARISSA, like="mentor", w_size="70")
    assert _weights(app)["size"] == 70
    app.slider(key="w_language").set_value(0).run()
    assert app.query_params["w_language"] in ("0", ["0"])
    assert app.query_params["like"] in ("mentor", ["mentor"])


@pytest.mark.parametrize("value", ["abc", "-1", "101", "1e2", "٣", "99999999999999"])
def test_a_weight_that_is_no_number_is_named_and_ignored(value: str) -> None:
    usual = _weights(_open(city=LARISSA))
    app = _open(city=LARISSA, w_size=value, w_focus="80")
    assert f"“{value}”" in _html(app)
    assert _weights(app) == {**usual, "focus": 80}


def test_a_question_that_is_not_known_is_named_and_ignored() -> None:
    app = _open(city=LARISSA, like="best")
    assert "“best”" in _html(app)
    assert len(_partners(app)) == 10


def test_weights_of_nothing_say_that_nobody_fits() -> None:
    app = _open(city=LARISSA, **{f"w_{reason}": "0" for reason in _weights(_open(city=LARISSA))})
    assert not _partners(app)
    assert "No member fits" in _html(app)


def test_a_city_without_a_published_focus_is_marked(network: Network) -> None:
    silent = network.cities.index.difference(network.focus["city_id"])[0]
    app = _open(city=silent)
    assert "is published, so its partners are found by the other reasons" in _html(app)
    assert _partners(app)


def test_corrections_are_offered_only_where_they_can_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(city_facts.CORRECTIONS_VARIABLE, raising=False)
    assert city_facts.correction_link(LARISSA, "population") == ""
    monkeypatch.setenv(city_facts.CORRECTIONS_VARIABLE, "javascript:alert(1)")
    assert city_facts.correction_link(LARISSA, "population") == ""
    monkeypatch.setenv(city_facts.CORRECTIONS_VARIABLE, "mailto:atlas@example.org?subject={row}%20{field}")
    assert "subject=larissa-grc%20population" in city_facts.correction_link(LARISSA, "population")


def test_reach_is_counted_in_a_straight_line_or_in_hours() -> None:
    app = _open(city=LARISSA)
    assert "in a straight line; roads and rails are longer" in _html(app)
    app.segmented_control(key=keys.TRAVEL_BY).set_value("hours").run()
    assert "differ by at most 2 h from that of Larissa" in _html(app)


def test_a_theme_leads_to_the_map() -> None:
    assert re.search(r'href="map\?focus=[^"]+"', _html(_open(city=LARISSA)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_member_without_a_position_or_with_one_has_a_page(network: Network, language: str) -> None:
    for city_id in network.cities.sort_values("lat", na_position="first").index[:2]:
        shown = "".join(str(each.proto.body) for each in _open(city=city_id, lang=language).get("html"))
        assert f"<h1>{network.cities.loc[city_id, 'display_name']}</h1>" in shown
