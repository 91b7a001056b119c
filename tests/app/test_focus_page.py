"""The focus page: stated first, mapped apart, the unknown visible, a click that filters."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from atlas.model import NO_STATEMENT, WEAK, Network
from atlas.selection import Selection, select
from atlas.summaries import focus
from atlas.ui.focus import page as focus_cards
from tests.app.tables import open_tables

PAGE = str(Path(__file__).parents[2] / "pages" / "focus.py")
ROUTER = str(Path(__file__).parents[2] / "dashboard.py")


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


def test_the_page_says_first_what_is_stated_and_how_much_is_unknown(network: Network) -> None:
    at = open_page()
    shown = select(network, Selection())
    covered = len(focus.covered_ids(shown))
    assert f"of the {covered} members for which any statement was found" in text_of(at)
    assert f"for {len(network) - covered} of {len(network)} none was found" in text_of(at)
    assert any("Members speak most of" in title for title in titles_of(at))


def test_every_chart_has_an_alternative_text_and_a_table() -> None:
    at = open_tables(open_page())
    charts = at.get("plotly_chart")
    assert len(charts) == 5
    assert all(chart.proto.alt for chart in charts)
    assert len(at.dataframe) == len(charts) + 1  # and the mapping of themes to goals


def test_the_page_says_what_weak_statements_would_add(network: Network) -> None:
    weak = len(focus.weak_only_ids(network, select(network, Selection())))
    assert f"they would add {weak} members" in text_of(open_page())
    assert "Weak statements count now" in text_of(open_page(evidence=WEAK))


def test_a_chosen_theme_narrows_the_rest_and_stays_in_sight(network: Network) -> None:
    at = open_page(focus="older people")
    shown = select(network, Selection(focus=("older people",)))
    assert f"{len(shown)} members shown" in text_of(at)
    rows = charts_of(at)[0]["data"][-1]["customdata"]
    assert "older people" in rows
    assert "gender equality" in rows


def test_a_click_sets_the_filter_and_a_second_click_removes_it() -> None:
    state = {"focus": ["older people"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "session_state", state)
        focus_cards._toggle(["gender equality"])
        assert state["focus"] == ["older people", "gender equality"]
        focus_cards._toggle(["older people"])
        assert state["focus"] == ["gender equality"]
        focus_cards._toggle(["gender equality"])
    assert state["focus"] == []


def test_the_state_a_click_leaves_does_not_loop(network: Network) -> None:
    at = open_page()
    at.session_state["focus"] = ["older people"]
    shown = select(network, Selection(focus=("older people",)))
    for _ in range(3):
        at.run()
        assert f"{len(shown)} members shown" in text_of(at)
    at.session_state["focus"] = []
    at.run()
    assert f"{len(network)} members shown" in text_of(at)


def test_all_themes_come_with_the_switch(network: Network) -> None:
    at = open_page()
    assert len(charts_of(at)[0]["data"][-1]["customdata"]) == focus_cards.SHORT + 1
    at.toggle(focus_cards.ALL_THEMES).set_value(True).run()
    themes = focus.summarise_themes(select(network, Selection()))
    assert len(charts_of(at)[0]["data"][-1]["customdata"]) == len(themes) + 1


def test_themes_can_be_compared_by_year_of_joining() -> None:
    at = open_page()
    at.session_state[focus_cards.BY] = "period"
    at.run()
    assert not at.exception
    assert any("joined in" in title for title in titles_of(at))


def test_members_without_a_statement_leave_nothing_to_compare() -> None:
    at = open_page(focus=NO_STATEMENT)
    assert "nothing to compare" in text_of(at)
    assert len(at.get("plotly_chart")) == 2


@pytest.mark.parametrize(
    "query", [{"region": "Africa"}, {"sdg": "7"}, {"country": "FRA"}, {"year": "unknown"}, {"focus": "cluster:esd"}]
)
def test_every_kind_of_filter_draws(query: dict[str, str]) -> None:
    assert open_page(**query).get("plotly_chart")


def test_an_empty_result_is_a_sentence_and_no_chart() -> None:
    at = open_page(region="Africa", country="FRA")
    assert not at.get("plotly_chart")
    assert "No member fits all filters" in titles_of(at)


def test_the_page_opens_in_french() -> None:
    assert len(open_page(lang="fr").get("plotly_chart")) == 5
