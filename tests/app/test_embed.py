"""The Atlas on somebody else's page: a map with its key, the coverage line, and the way to all of it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from atlas.ui.frame import state
from atlas.ui.frame.pages import PAGES
from tests.app.driver import click_on_map, html_of, maps_of, open_page

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app", "embedded")

COVERAGE = "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."
MAPS = [each.stem for each in PAGES.values() if each.embeddable]


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Streamlit say what it says where the address ends in ``embed=true``: its driver has no browser to tell it."""
    monkeypatch.setattr(state, "is_embedded", lambda: True)


def _way(at: AppTest) -> tuple[str, str]:
    """Return address and text of the only link."""
    ((address, text),) = re.findall(r'<a href="([^"]*)" target="_blank" rel="noopener">\s*(.*?)\s*</a>', html_of(at))
    assert html_of(at).count("<a ") == 1
    return unescape(address), unescape(text)


def _key(at: AppTest) -> dict[str, int]:
    found = re.findall(r'<li><i class="shape \w+"></i> (.*?) <b>(\d+)</b></li>', html_of(at))
    return {unescape(region): int(members) for region, members in found}


@pytest.mark.parametrize("stem", MAPS)
def test_a_page_with_a_map_is_that_map_its_key_the_coverage_and_one_link(stem: str) -> None:
    app = open_page(stem)
    assert len(maps_of(app)) == 1
    assert _key(app) == {"Africa": 2, "Arab States": 1, "Asia and the Pacific": 3, "Europe and North America": 4}
    assert COVERAGE in html_of(app)
    assert "do not imply official endorsement" in html_of(app)
    assert "Independent; not an official product of UNESCO." in html_of(app)
    assert _way(app) == ({"overview": "./"}.get(stem, stem), "Open in the Learning Cities Atlas")


@pytest.mark.parametrize("stem", MAPS)
def test_nothing_of_the_frame_is_drawn(stem: str) -> None:
    app = open_page(stem, region="Africa")
    assert len(app.sidebar.children) == 0
    assert [*app.button, *app.multiselect, *app.dataframe, *app.text_input] == []
    assert app.get("button_group") == app.get("bidi_component") == []
    assert "wordmark" not in html_of(app)
    assert 'class="footer"' not in html_of(app)


def test_the_filters_and_the_language_of_the_address_apply_and_go_along() -> None:
    app = open_page("map", country="KOR", year="2017", lang="fr")
    assert '<h1 class="embed-title">2 membres en République de Corée · membre depuis 2017 <small>' in html_of(app)
    assert _key(app) == {"Asie et Pacifique": 2}
    assert _way(app) == ("map?country=KOR&year=2017&lang=fr", "Ouvrir dans l’Atlas des villes apprenantes")
    (shown,) = maps_of(app)
    assert shown["words"]["language"] == "fr"
    assert shown["words"]["title"] == "Carte des membres affichés. Asie et Pacifique\u202f: 2."


def test_a_filter_is_seen_from_near_and_the_world_from_afar() -> None:
    (near,) = maps_of(open_page("map", country="KOR"))
    assert near["move"]["bounds"] == [[35.1, 127.0], [37.5, 129.0]]
    assert near["move"]["fly"] is False
    (far,) = maps_of(open_page("map"))
    assert far["move"] is None


def test_a_view_of_the_address_is_kept() -> None:
    (shown,) = maps_of(open_page("map", country="KOR", view="36,128,7"))
    assert (shown["move"]["lat"], shown["move"]["zoom"], shown["move"]["bounds"]) == (36.0, 7.0, None)


def test_there_are_no_tools_so_nothing_is_asked_of_anybody_else() -> None:
    (shown,) = maps_of(open_page("map"))
    assert shown["tools"] is None


def test_a_pin_leads_to_its_member_in_a_window_of_its_own() -> None:
    app = click_on_map(open_page("map", region="Arab States"), "embed", "rtl-egy")
    address, text = _way(app)
    assert address == "city?city=rtl-egy&region=Arab+States"
    assert text.endswith(" in the Learning Cities Atlas")
    (shown,) = maps_of(app)
    assert shown["selected"] == "rtl-egy"


def test_names_from_the_data_are_text() -> None:
    app = open_page("map", city="markup-ken")
    assert _way(app)[1] == "<b>Bold</b> & Co in the Learning Cities Atlas"
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; Co in the" in html_of(app)


def test_a_filter_that_leaves_nobody_says_so() -> None:
    app = open_page("map", country="KEN", year="2017")
    assert "0 members in Kenya · joined 2017" in html_of(app)
    assert "No member fits all filters" in html_of(app)
    assert _key(app) == {}


def test_what_nobody_knows_is_named() -> None:
    assert "“Atlantis”" in html_of(open_page("map", region="Atlantis"))


@pytest.mark.parametrize("stem", [each.stem for each in PAGES.values() if not each.embeddable])
def test_a_page_without_a_map_says_so_and_leads_to_itself(stem: str) -> None:
    app = open_page(stem, region="Africa")
    assert "This page has no map to embed." in html_of(app)
    assert _way(app) == (f"{stem}?region=Africa", "Open in the Learning Cities Atlas")
    assert maps_of(app) == []
    assert len(app.sidebar.children) == 0
