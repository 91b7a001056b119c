"""Limits of pages: nothing, exactly as many as there is room for, and one more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st

from atlas.exhibits import focus as focus_exhibits
from atlas.exhibits import place as place_exhibits
from atlas.partners import within
from atlas.selection import Selection
from atlas.ui.city import page as city_page
from atlas.ui.city import partners
from atlas.ui.compare import page as compare_page
from atlas.ui.frame import cache, keys, links
from atlas.ui.growth import date as growth_date
from atlas.ui.parts import cards, search_box, tables
from atlas.ui.place import choice as place_choice
from tests.app.driver import (
    alts_of,
    charts_of,
    downloads_of,
    forget,
    html_of,
    key_of,
    open_page,
    parameter,
    settings_of,
    with_tables,
)
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")

EVRY = "accent-fra"
EUROPE = "Europe and North America"


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Return what sets a limit; what a server keeps is forgotten, as it may hang on the limit."""
    forget()
    yield monkeypatch
    monkeypatch.undo()
    forget()


def bars_of(app: AppTest, at: int = 0) -> list[Any]:
    """Return the lengths of the bars of a chart."""
    return list(charts_of(app)[at]["data"][0]["x"])


@pytest.mark.parametrize(
    ("short", "focus", "bars", "switch"),
    [
        (5, None, [3, 2, 2, 1, 1, 4], []),
        (4, None, [3, 2, 2, 1, 4], ["Show all 5 themes and clusters"]),
        (2, "gender equality", [3, 2, 1, 4], ["Show all 5 themes and clusters"]),
        (1, "older people", [3, 4], ["Show all 5 themes and clusters"]),
    ],
)
def test_rare_themes_wait_for_a_switch_unless_they_are_chosen(
    limit: pytest.MonkeyPatch, short: int, focus: str | None, bars: list[int], switch: list[str]
) -> None:
    limit.setattr(focus_exhibits, "SHORT", short)
    app = open_page("focus", **({"focus": focus} if focus else {}))
    assert bars_of(app) == bars
    assert [each.label for each in app.toggle] == switch
    if switch:
        app.toggle(key=keys.ALL_THEMES).set_value(True).run()
        assert bars_of(app) == [3, 2, 2, 1, 1, 4]


@pytest.mark.parametrize(("most", "bars"), [(2, [2, 1, 1]), (1, [2, 1])])
def test_a_place_draws_its_first_themes_and_lists_all(limit: pytest.MonkeyPatch, most: int, bars: list[int]) -> None:
    limit.setattr(place_exhibits, "THEMES", most)
    app = with_tables(open_page("place", region="Asia and the Pacific"))
    assert bars_of(app, 1) == bars  # the last without a statement
    assert app.dataframe[1].value["Members"].tolist() == [2, 1]


@pytest.mark.parametrize(("most", "first", "folded"), [(2, 2, 2), (4, 4, 0)])
def test_a_comparison_draws_its_first_themes_and_folds_the_others(
    limit: pytest.MonkeyPatch, most: int, first: int, folded: int
) -> None:
    limit.setattr(compare_page, "_THEMES", most)
    html = html_of(open_page("compare", item=[f"city:{EVRY}", "country:KOR", "city:formula-nga"]))
    drawn, _fold, others = html.split("matrix n3", 1)[1].partition("<details")
    assert (drawn.count('<th scope="row">'), others.count('<th scope="row">')) == (first, folded)


@pytest.mark.parametrize(("most", "offered"), [(10, 1), (9, 0)])
def test_the_sums_of_all_pairs_are_offered_up_to_a_size(limit: pytest.MonkeyPatch, most: int, offered: int) -> None:
    limit.setattr(partners, "LARGEST_TABLE", most)
    labels = downloads_of(with_tables(open_page("city", city=EVRY)))
    assert sum("all pairs" in label for label in labels) == offered


@pytest.mark.parametrize(("most", "folded"), [(2, 0), (1, 1)])
def test_countries_on_a_date_are_named_at_once_up_to_a_number(
    limit: pytest.MonkeyPatch, most: int, folded: int
) -> None:
    limit.setattr(growth_date, "_SHORT_LIST", most)
    app = open_page("growth", region="Africa")
    assert sum(each.label == "Members on that date, by country" for each in app.expander) == folded
    assert ("<h3>Kenya <small>1</small></h3>" in html_of(app)) == (not folded)
    assert "<h3>Kenya <small>1</small></h3>" in html_of(with_tables(app))


def test_a_single_country_on_a_date_is_not_counted() -> None:
    assert "They are in 2 countries." in html_of(open_page("growth", region="Africa"))
    assert "They are in" not in html_of(open_page("growth", region="Arab States"))


@pytest.mark.parametrize(("most", "height"), [(10, None), (9, 460)])
def test_a_long_table_scrolls(limit: pytest.MonkeyPatch, most: int, height: int | None) -> None:
    asked: list[dict[str, Any]] = []
    limit.setattr(tables, "_MOST_ROWS", most)
    limit.setattr(st, "dataframe", lambda _table, **settings: asked.append(settings))
    tables.show_members(tiny_network().cities, key="members")
    assert asked[0]["height"] == (height or "auto")


def test_what_stands_beside_a_table_of_members_can_be_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[pd.DataFrame, dict[str, Any]]] = []
    monkeypatch.setattr(st, "dataframe", lambda table, **settings: asked.append((table, settings)))
    links.carry(Selection())
    two = tiny_network().cities.head(2)
    tables.show_members(two, ("display_name", "kind"), key="usual")
    tables.show_members(two, ("display_name",), key="own", more={"km": [1, 2]}, pages=["one", "two"], alt="Two")
    (usual, settings), (own, own_settings) = asked
    assert list(usual) == ["Member", "Page of the city", "Kind"]
    assert usual["Page of the city"].tolist() == ["city?city=formula-nga", "city?city=markup-ken"]
    assert settings["alt"] == "Table of the members shown, one row each, with its source page."
    assert list(own) == ["Member", "Page of the city", "km"]
    assert own["Page of the city"].tolist() == ["one", "two"]
    assert (own_settings["alt"], list(own_settings["column_config"])) == ("Two", ["Member", "Page of the city"])


def test_numbers_years_and_links_are_shown_as_such() -> None:
    app = open_page("data")
    app.session_state[keys.COLUMNS] = ["display_name", "joined_year", "population", "kind", "source_url"]
    app.run()
    settings = {name: each.get("type_config", {}) for name, each in settings_of(app.dataframe[0]).items()}
    assert settings["Joined"] == {"type": "number", "format": "%d"}
    assert settings["Population"] == {"type": "number", "format": "localized"}
    for link in ("Source page", "Page of the city"):
        assert settings[link] == {"type": "link", "display_text": "open page"}
    assert settings["Member"] == settings["Kind"] == {}


@pytest.mark.parametrize(
    ("table", "linked", "whole", "plain"),
    [
        ("focus", ["Source page"], ["Year"], ["Kind", "Focus"]),
        ("theme_to_sdg", [], [], ["Goal"]),
    ],
)
def test_the_other_tables_show_links_whole_numbers_and_words(
    table: str, linked: list[str], whole: list[str], plain: list[str]
) -> None:
    app = open_page("data")
    app.session_state[keys.OTHER_TABLE] = table
    app.run()
    settings = {name: each.get("type_config", {}) for name, each in settings_of(app.dataframe[1]).items()}
    for name in linked:
        assert settings[name] == {"type": "link", "display_text": "open page"}
    for name in whole:
        assert settings[name] == {"type": "number", "format": "%d"}
    for name in plain:
        assert settings.get(name, {}) == {}


def test_a_table_that_holds_nothing_says_so_and_offers_no_file() -> None:
    app = open_page("data", region="Europe and North America", kind="commune")
    assert app.info
    assert not [label for label in downloads_of(app) if re.fullmatch(r"\d+ rows? as CSV \(zip\)", label)]


def test_files_of_the_members_shown_are_offered_when_they_are_some_and_not_all() -> None:
    assert downloads_of(open_page("data", country="GRC"))[0] == "1 shown row as CSV (zip)"
    for query in ({}, {"region": "Africa", "country": "KOR"}, {"evidence": "weak"}):
        assert not any("shown" in label for label in downloads_of(open_page("data", **query)))


def test_what_is_searched_for_stays_with_the_visitor_until_another_link() -> None:
    app = open_page("data", q=" evry ")
    assert parameter(app, keys.QUERY) == ["evry"]
    app.text_input(key=keys.QUERY).set_value("plain").run()
    assert app.dataframe[0].value["Member"].tolist() == ["Plain"]
    assert parameter(app, keys.QUERY) == ["plain"]
    app.text_input(key=keys.QUERY).set_value("").run()
    assert parameter(app, keys.QUERY) == []
    assert len(app.dataframe[0].value) == 10


def test_a_selection_of_no_column_shows_the_usual_ones_in_their_order() -> None:
    app = open_page("data")
    usual = list(app.dataframe[0].value)
    app.session_state[keys.COLUMNS] = []
    app.run()
    assert list(app.dataframe[0].value) == usual
    app.session_state[keys.COLUMNS] = ["kind", "display_name"]
    app.run()
    assert list(app.dataframe[0].value) == ["Member", "Page of the city", "Kind"]


@pytest.mark.parametrize(
    ("asked", "looked_up"),
    [
        *[("ville-neuve-fra", "ville neuve"), ("la_paz-bol", "la paz"), ("fra", "fra"), ("Évry", "Évry")],
        *[("san-jose", "san jose"), ("rio-de-janeiro-bra", "rio de janeiro"), (79 * "x" + "yz", 79 * "x" + "y")],
    ],
)
def test_the_nearest_names_are_those_of_the_link_without_its_country(
    asked: str, looked_up: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[tuple[str, int]] = []

    class Index:
        def search(self, query: str, limit: int) -> list[object]:
            searched.append((query, limit))
            return []

    monkeypatch.setattr(cache, "search_index", Index)
    assert city_page._nearest_ids(asked) == []
    assert searched == [(looked_up, 5)]


def test_a_link_to_no_city_offers_the_nearest_names_or_the_search_alone() -> None:
    near, nothing, none = (
        html_of(open_page("city", **query)) for query in ({"city": "evri-fra"}, {"city": "zzqx"}, {})
    )
    assert ("The nearest names" in near, "begin with a member" in near) == (True, False)
    assert ("The nearest names" in nothing, "begin with a member" in nothing) == (False, False)
    assert ("The nearest names" in none, "begin with a member" in none) == (False, True)


@pytest.mark.parametrize("near", [3, 8])
def test_as_many_neighbours_are_drawn_and_named(limit: pytest.MonkeyPatch, near: int) -> None:
    limit.setattr(city_page, "NEIGHBOURS", near)
    html = html_of(open_page("city", city=EVRY)).split("nearest members")[1].split("</ul>")[0]
    expected = list(within(tiny_network(), EVRY, 99_999))[:near]
    assert re.findall(r"city=([\w-]+)", html) == expected


def test_the_search_offers_as_many_as_there_is_room_for(limit: pytest.MonkeyPatch) -> None:
    for most in (1, 3):
        limit.setattr(search_box, "MOST_RESULTS", most)
        app = open_page("map")
        app.text_input(key="search").set_value("Korea").run()
        assert sum(str(each.key).startswith("match_") for each in app.button) == most
    assert "match_" not in "".join(str(each.key) for each in open_page("map").button)


def test_a_field_that_searches_answers_while_one_types() -> None:
    for stem, key in (("map", "search"), ("data", keys.QUERY), ("city", "search")):
        assert 0 < open_page(stem).text_input(key=key).proto.live_debounce_ms <= 300


@pytest.mark.parametrize(
    ("query", "things"),
    [
        (
            {"region": EUROPE},
            [f"region:{EUROPE}", "region:Africa", "region:Arab States", "region:Asia and the Pacific"],
        ),
        ({"country": "DEU"}, ["country:DEU", "country:FRA", "country:GRC"]),
        ({"country": ["KEN", "NGA"]}, ["country:KEN", "country:NGA"]),
        ({"country": ["KEN", "NGA"], "region": "Africa"}, ["country:KEN", "country:NGA"]),
        ({"region": ["Africa", "Arab States"]}, ["region:Africa", "region:Arab States"]),
    ],
)
def test_a_place_is_compared_with_its_equals(query: dict[str, Any], things: list[str]) -> None:
    (address,) = re.findall(r'<p class="ways"><a href="compare\?([^"]*)"', html_of(open_page("place", **query)))
    found = [
        each.removeprefix("item=").replace("+", " ") for each in address.split("&amp;") if each.startswith("item=")
    ]
    assert found[: len(things)] == things


@pytest.mark.parametrize(("most", "beside"), [(1, ["DEU", "FRA"]), (4, ["DEU", "FRA", "GRC"])])
def test_a_country_is_compared_with_the_largest_of_its_region(
    limit: pytest.MonkeyPatch, most: int, beside: list[str]
) -> None:
    limit.setattr(place_choice, "_BESIDE", most)
    assert (
        re.findall(r"country:(\w+)", html_of(open_page("place", country="DEU")).split('class="ways"')[1])[: len(beside)]
        == beside
    )


def test_without_a_place_there_is_nothing_to_compare() -> None:
    assert 'class="ways"' not in html_of(open_page("place"))


def test_countries_and_members_of_a_place_come_by_name() -> None:
    index = html_of(open_page("place"))
    assert re.findall(r'country=\w+" target="_self">([^<]+)<', index) == [
        *("Kenya", "Nigeria", "Egypt", "Republic of Korea", "France", "Germany", "Greece"),
    ]
    region = html_of(open_page("place", region=EUROPE)).split('class="members"')[1]
    assert re.findall(r'city=([\w-]+)[^"]*" target', region) == [EVRY, "minus-fra", "at-deu", "script-grc"]
    french = html_of(open_page("place", lang="fr"))
    assert re.findall(r'country=\w+[^"]*" target="_self">([^<]+)<', french)[-3:] == ["Allemagne", "France", "Grèce"]


def test_the_chart_of_countries_is_for_a_region_alone() -> None:
    for query, drawn in (({"region": EUROPE}, 1), ({"country": "KOR"}, 0)):
        alts = alts_of(open_page("place", **query))
        assert sum(each.startswith("Members by country") for each in alts) == drawn


def test_the_page_of_a_country_leads_to_its_region_and_that_of_a_region_nowhere() -> None:
    assert 'href="place?region=Asia+and+the+Pacific"' in html_of(open_page("place", country="KOR"))
    assert "The whole region" not in html_of(open_page("place", region=EUROPE))


def test_folds_say_what_they_hold() -> None:
    labels = {key_of(block): str(block.label) for block in open_page("focus").expander}
    assert labels[cards.expander_key("themes_table")] == "Table and notes"
    assert labels[cards.expander_key("pairs_table")] == "Table"
    assert labels[cards.expander_key("mapping")] == "How themes map to goals"
