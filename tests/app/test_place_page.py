"""The page of a country or region: named by the filters, its numbers those of the filtered table."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries import place
from atlas.ui.frame import keys
from atlas.ui.frame.pages import PAGES
from tests.app.tables import open_tables

PAGE = str(Path(__file__).parents[2] / "pages" / "place.py")
ROUTER = str(Path(__file__).parents[2] / "dashboard.py")


def open_page(**query: str | list[str]) -> AppTest:
    at = AppTest.from_file(ROUTER, default_timeout=30)
    at.query_params.update(query)
    at.switch_page(PAGE).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    return " ".join(str(each.proto.body) for each in at.get("html"))


def test_the_page_is_not_in_the_navigation() -> None:
    assert not PAGES["place"].listed


@pytest.mark.parametrize(
    ("query", "heading", "charts"), [({"country": "KOR"}, "Republic of Korea", 2), ({"region": "Africa"}, "Africa", 3)]
)
def test_numbers_are_those_of_the_filtered_table(
    network: Network, query: dict[str, str | list[str]], heading: str, charts: int
) -> None:
    shown = select(network, Selection(**{name: (str(code),) for name, code in query.items()}))
    at = open_page(**query)
    assert at.title[0].value == heading
    assert f"{len(shown)} members shown" in text_of(at)
    assert len(at.dataframe[0].value) == len(shown)
    assert len(at.get("plotly_chart")) == charts
    labels = [each.proto.label for each in at.get("download_button")]
    assert labels == [f"{len(shown)} shown rows as CSV", f"{len(shown)} shown rows as GeoJSON"]


def test_member_states_without_a_member_are_named_for_a_region(network: Network) -> None:
    text = text_of(open_page(region="Africa"))
    without = place.states_without_member(network, "Africa")
    assert f"{len(without)} Member States" in text
    assert "Burkina Faso" in text


def test_without_a_place_every_region_and_country_is_offered() -> None:
    text = text_of(open_page())
    assert "place?country=KOR" in text
    assert "place?region=Africa" in text


def test_choosing_another_place_changes_filter_and_address() -> None:
    at = open_page(country="KOR")
    at.selectbox(keys.PLACE).set_value("region:Arab States").run()
    assert at.title[0].value == "Arab States"
    assert at.query_params["region"] in ("Arab States", ["Arab States"])
    assert "country" not in at.query_params
    at.selectbox(keys.PLACE).set_value(None).run()
    assert at.title[0].value == "Countries and regions"


def test_other_filters_apply_and_are_said() -> None:
    at = open_page(country="KOR", year="2022")
    assert "fit all filters" in text_of(at)
    assert len(at.dataframe[0].value) == 3


def test_a_member_state_without_a_member_and_an_unknown_code_are_named() -> None:
    text = text_of(open_page(country=["NER", "XXX"]))
    assert "Niger is a Member State of UNESCO in Africa; no member is listed there." in text
    assert "“XXX”" in text


def test_several_places_can_be_compared() -> None:
    text = text_of(open_page(country=["KOR", "FRA"]))
    assert "Republic of Korea and France" in text
    assert "compare?item=country:KOR&amp;item=country:FRA" in text


def test_an_empty_result_says_which_filter_to_loosen() -> None:
    assert "No member fits all filters" in [each.value for each in open_page(region="Africa", country="KOR").subheader]


def test_every_chart_has_an_alternative_text_and_a_table() -> None:
    at = open_tables(open_page(region="Africa"))
    charts = at.get("plotly_chart")
    assert all(chart.proto.alt for chart in charts)
    assert len(at.dataframe) == len(charts) + 1


@pytest.mark.parametrize("query", [{}, {"country": "FRA"}, {"region": "Arab States"}, {"country": "BEN"}])
def test_the_page_opens_in_french(query: dict[str, str | list[str]]) -> None:
    open_page(lang="fr", **query)
