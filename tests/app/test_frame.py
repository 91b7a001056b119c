"""The frame round every page, run by Streamlit's own test driver: filters, language, links, nothing found.

What needs a browser is in ``tests/e2e``: the driver forgets persistent widgets on the way to another page, and has no
cold start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.filters import FILTERS
from atlas.ui.frame.pages import LISTED
from tests.app.driver import go_to, heading_of, html_of, open_page, parameter, prose_of, shown_in
from tests.tiny import VERSION

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")

PAGES = [each.stem for each in LISTED]
FILTERED = [each.stem for each in LISTED if each.filtered]
COVERAGE = "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return a page without any choice, for tests that only read it."""
    return open_page("compare")


def options_of(at: AppTest, code: str) -> list[str]:
    """Return what the widget of a filter offers, as it is called."""
    if FILTERS[code].widget == "multiselect":
        return [str(each) for each in at.sidebar.multiselect(code).options]
    (found,) = (each for each in at.sidebar.get("button_group") if each.key == code)
    return [str(each.content) for each in found.proto.options]


@pytest.mark.parametrize("stem", PAGES)
def test_every_page_carries_one_title_the_coverage_and_the_credits(stem: str) -> None:
    app = open_page(stem)
    assert heading_of(app)
    assert COVERAGE in html_of(app)
    assert 'class="footer"' in html_of(app)
    assert f"Data version {VERSION}" in html_of(app)


@pytest.mark.parametrize("stem", PAGES)
def test_every_page_speaks_the_language_of_the_link(stem: str) -> None:
    app = open_page(stem, lang="fr")
    assert app.session_state["lang"] == "fr"
    assert "Indépendant · données du 1er mars 2020" in html_of(app)
    assert "10 membres" in html_of(app)
    assert "members" not in html_of(app)


def test_a_page_that_runs_again_still_speaks_the_language_of_the_visitor() -> None:
    app = open_page("focus", lang="fr")
    app.run()
    assert "10 membres" in html_of(app)
    assert "members" not in html_of(app)


def test_an_unknown_language_is_named_and_english_is_spoken() -> None:
    app = open_page("overview", lang="tlh")
    assert app.session_state["lang"] == "en"
    assert "“tlh”" in html_of(app)


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        *[("region", ["Africa", "Arab States", "Asia and the Pacific", "Europe and North America"])],
        *[("country", ["Egypt", "France", "Germany", "Greece", "Kenya", "Nigeria", "Republic of Korea"])],
        *[("year", ["2015", "2017", "2019", "Year not published"])],
        *[("kind", ["City", "Commune", "District", "Governorate"])],
        *[("award", ["Award 2015", "Award 2017", "Award 2019"])],
        *[("evidence", ["Include weak evidence"])],
    ],
)
def test_every_filter_offers_its_codes_under_their_names(opened: AppTest, code: str, offered: list[str]) -> None:
    assert options_of(opened, code)[: len(offered)] == offered


def test_the_focus_goes_by_name_and_nothing_found_stays_last(opened: AppTest) -> None:
    assert options_of(opened, "focus") == [
        *("Citizenship", "Cluster: Education for sustainable development", "Environment & climate"),
        *("Equity & inclusion", "Gender equality", "Older people", "No statement found"),
    ]
    assert len(options_of(opened, "sdg")) == 17


def test_what_goes_by_name_goes_by_the_names_of_the_language() -> None:
    french = open_page("focus", lang="fr")
    assert options_of(french, "country") == [
        *("Allemagne", "Égypte", "France", "Grèce", "Kenya", "Nigeria", "République de Corée"),
    ]
    assert options_of(french, "kind") == ["Commune", "District", "Gouvernorat", "Ville"]
    assert options_of(french, "focus")[-1] == "Aucune déclaration trouvée"


def test_every_filter_has_its_widget_in_the_sidebar(opened: AppTest) -> None:
    drawn = [each.key for each in (*opened.sidebar.multiselect, *opened.sidebar.get("button_group"))]
    assert set(FILTERS) <= set(drawn)


def test_countries_on_offer_are_those_of_the_chosen_regions_and_those_already_chosen() -> None:
    assert options_of(open_page("compare", region="Africa"), "country") == ["Kenya", "Nigeria"]
    both = open_page("compare", region=["Africa", "Arab States"], country="FRA")
    assert options_of(both, "country") == ["Egypt", "France", "Kenya", "Nigeria"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        *[({"region": "Africa"}, 2), ({"region": ["Africa", "Arab States"]}, 3), ({"country": "KOR"}, 3)],
        *[({"year": "2017"}, 3), ({"year": ["unknown", "2015"]}, 4), ({"kind": "city"}, 6), ({"kind": "commune"}, 1)],
        *[({"award": "2015"}, 1), ({"award": "2017"}, 2), ({"award": ["2015", "2017"]}, 3)],
        *[({"focus": "older people"}, 3), ({"focus": "cluster:esd"}, 2), ({"focus": "none"}, 4)],
        *[({"focus": "citizenship"}, 0), ({"focus": "citizenship", "evidence": "weak"}, 1)],
        *[({"sdg": "10"}, 4), ({"sdg": "5"}, 2), ({"sdg": "1"}, 0), ({"evidence": "weak"}, 10)],
        *[({"region": "Asia and the Pacific", "kind": "city"}, 1), ({"country": ["FRA", "DEU"], "year": "2019"}, 1)],
    ],
    ids=str,
)
def test_every_filter_of_a_link_applies(query: dict[str, str | list[str]], shown: int) -> None:
    app = open_page("compare", **query)
    assert shown_in(app) == shown
    assert {name: parameter(app, name) for name in query} == {
        name: [codes] if isinstance(codes, str) else codes for name, codes in query.items()
    }


def test_a_filter_that_came_with_the_link_goes_along_to_the_next_page() -> None:
    app = go_to(open_page("map", region="Africa", sdg="10"), "focus")
    assert shown_in(app) == 1
    assert (parameter(app, "region"), parameter(app, "sdg")) == (["Africa"], ["10"])


def test_a_choice_in_the_sidebar_narrows_and_goes_into_the_address() -> None:
    app = open_page("compare")
    app.sidebar.multiselect("kind").select("district").run()
    assert shown_in(app) == 2
    assert parameter(app, "kind") == ["district"]
    app.sidebar.multiselect("award").select("2017").run()
    assert shown_in(app) == 0
    assert parameter(app, "award") == ["2017"]


def test_a_chip_removes_its_own_code_and_the_reset_everything() -> None:
    app = open_page("compare", region=["Africa", "Arab States"], year="2015")
    assert shown_in(app) == 2
    app.button(key="chip_region_Africa").click().run()
    assert shown_in(app) == 1
    assert parameter(app, "region") == ["Arab States"]
    app.button(key="reset").click().run()
    assert shown_in(app) == 10
    assert app.query_params == {}


@pytest.mark.parametrize("stem", FILTERED)
def test_an_unknown_value_is_named_and_the_rest_applies(stem: str) -> None:
    app = open_page(stem, region=["Africa", "Atlantis"])
    assert "“Atlantis”" in html_of(app)
    assert shown_in(app) == 2


def test_a_value_from_a_link_cannot_bring_its_own_markup() -> None:
    assert "<script>alert" not in html_of(open_page("overview", region="<script>alert(1)</script>"))


@pytest.mark.parametrize("stem", FILTERED)
def test_nothing_found_is_a_sentence_and_a_way_back(stem: str) -> None:
    app = open_page(stem, region="Africa", country="KOR")
    assert shown_in(app) == 0
    assert "Without the filter “Region”, 3 members would be shown." in prose_of(app)
    app.button(key="reset_empty").click().run()
    assert not app.exception
    assert shown_in(app) == 10


def test_filters_that_only_together_leave_nothing_are_told_so() -> None:
    app = open_page("compare", region="Africa", country="KOR", kind="governorate")
    assert "Each filter alone leaves members, but no two of them together do." in prose_of(app)


@pytest.mark.parametrize("stem", FILTERED)
def test_a_single_member_is_enough_for_every_page(stem: str) -> None:
    assert shown_in(open_page(stem, country="DEU")) == 1
