"""The growth page: announced, admitted, listed; who is missing; the network on a date."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas.model import Network
from atlas.summaries import growth
from atlas.ui.growth import date as date_card
from tests.app.tables import open_tables

PAGE = str(Path(__file__).parents[2] / "pages" / "growth.py")
ROUTER = str(Path(__file__).parents[2] / "dashboard.py")
FRENCH = ("Brest", "Clermont-Ferrand", "Évry-Courcouronnes", "Mantes-la-Jolie", "Montpellier", "Nanterre", "Sarcelles")


def open_page(**query: str | list[str]) -> AppTest:
    at = AppTest.from_file(ROUTER, default_timeout=30)
    at.query_params.update(query)
    at.switch_page(PAGE).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    return " ".join(str(each.proto.body) for each in at.get("html"))


def titles_of(at: AppTest) -> list[str]:
    return [unescape(each) for each in re.findall(r"<h[23]>(.*?)</h[23]>", text_of(at))]


def charts_of(at: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


def test_the_page_tells_first_and_last_count_and_that_intakes_do_not_add_up(network: Network) -> None:
    text = text_of(open_page())
    assert f"{network.coverage.announced} in {network.coverage.announced_on.year}" in text
    assert "intakes do not add up to the total" in text


def test_every_chart_has_an_alternative_text_and_a_table() -> None:
    at = open_tables(open_page())
    charts = at.get("plotly_chart")
    assert len(charts) == 6
    assert all(chart.proto.alt for chart in charts)
    assert len(at.dataframe) == len(charts) + 2  # and the conferences, and the first members of each country


def test_charts_say_whether_they_follow_the_filters() -> None:
    text = text_of(open_page())
    assert text.count("the filters do not apply") + text.count("The filters do not apply") == 4
    assert text.count("ollows the filters") >= 3


def test_on_8_june_2023_seven_members_were_french() -> None:
    text = text_of(open_page(date="2023-06-08", country="FRA"))
    assert "292 cities in 76 countries" in text
    assert "Of the 8 members shown here, 7 were members by 8 June 2023." in text
    assert ", ".join(FRENCH) in text


def test_another_date_gives_another_answer_and_the_link_carries_it() -> None:
    at = open_page()
    at.selectbox(date_card.ON_DATE).set_value("2024-02-14").run()
    assert "On 14 February 2024 UNESCO counted 356 cities in 79 countries." in text_of(at)
    assert at.query_params[date_card.ON_DATE] == "2024-02-14"


def test_both_versions_of_a_corrected_count_are_told() -> None:
    text = text_of(open_page(date="2020-09-23"))
    assert "UNESCO counted 230 cities" in text
    assert "UNESCO counted 229 cities" in text


def test_a_date_that_nobody_published_gives_the_newest(network: Network) -> None:
    assert f"UNESCO counted {network.coverage.announced} cities" in text_of(open_page(date="1999-01-01"))


def test_with_filters_the_announced_intakes_are_left_out() -> None:
    cohorts = charts_of(open_page(region="Africa"))[1]
    assert sum(cohorts["data"][1]["y"]) > 0
    assert "left out" in text_of(open_page(region="Africa"))


def test_member_states_without_a_member_are_named_by_region(network: Network) -> None:
    states = growth.summarise_member_states(network)
    prose = " ".join(each.value for each in open_page().markdown)
    for row in states.itertuples():
        assert f"**{row.region} ({row.missing}):**" in prose


def test_an_empty_result_keeps_what_is_about_the_whole_network() -> None:
    at = open_page(region="Africa", country="FRA")
    assert "No member fits all filters" in titles_of(at)
    assert len(at.get("plotly_chart")) == 4


@pytest.mark.parametrize("query", [{"year": "unknown"}, {"year": "2025"}, {"award": "2015"}, {"kind": "district"}])
def test_every_kind_of_filter_draws(query: dict[str, str]) -> None:
    assert len(open_page(**query).get("plotly_chart")) == 6


def test_the_page_opens_in_french() -> None:
    assert len(open_page(lang="fr").get("plotly_chart")) == 6
