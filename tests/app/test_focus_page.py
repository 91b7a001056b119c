"""The focus page: stated first, mapped apart, the unknown visible, a click that filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import streamlit as st

from atlas.ui.focus import page as focus_cards
from atlas.ui.frame import keys
from tests.app.driver import alts_of, charts_of, heading_of, html_of, open_page, shown_in, titles_of, with_tables

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page without any choice, its tables open, for tests that only read it."""
    return with_tables(open_page("focus"))


def themes_in(at: AppTest) -> list[str]:
    """Return the codes that a click on a row of the first chart chooses."""
    return [str(code) for code in charts_of(at)[0]["data"][-1]["customdata"]]


def test_the_page_says_first_what_is_stated_and_how_much_is_unknown(opened: AppTest) -> None:
    assert (
        "3 of the 6 members with a statement work on “Older people”, more than on any other theme. "
        "For 4 of 10 members no statement was found."
    ) in html_of(opened)


def test_every_chart_says_in_words_what_it_shows(opened: AppTest) -> None:
    themes, coverage, pairs, matrix, goals = alts_of(opened)
    assert "Older people: 3; Cluster: Education for sustainable development: 2; Equity &" in themes
    assert themes.endswith("no statement found: 4.")
    assert coverage.endswith(
        "Africa: 1 of 2; Arab States: 1 of 1; Asia and the Pacific: 2 of 3; Europe and North America: 2 of 4."
    )
    assert "Africa: 1 of 1; Arab States: 0 of 1; Asia and the Pacific: 2 of 2; Europe" in matrix
    assert "SDG 10 · Reduced inequalities: 4 mapped, 0 stated; SDG 13 · Climate action: 3 mapped, 0 stated" in goals
    assert "SDG 5 · Gender equality: 0 mapped, 2 stated" in goals
    assert "Older people and Gender equality: 1" in pairs


def test_no_alternative_text_is_just_a_title(opened: AppTest) -> None:
    assert not set(alts_of(opened)) & {*titles_of(opened), heading_of(opened)}


def test_every_chart_has_a_table_with_its_numbers(opened: AppTest) -> None:
    themes, coverage, pairs, matrix, goals, mapping = (each.value for each in opened.dataframe)
    assert themes["Members"].tolist() == [3, 2, 2, 1, 1, 4]
    assert themes.iloc[:, 0].tolist() == [
        *("Older people", "Cluster: Education for sustainable development", "Equity & inclusion"),
        *("Environment & climate", "Gender equality", "No statement found"),
    ]
    assert coverage.iloc[:, 1:].to_numpy().tolist() == [[2, 1, 1], [1, 1, 0], [3, 2, 1], [4, 2, 2]]
    assert matrix.shape == (20, 4)
    assert matrix.iloc[:, 2].sum() == 9
    assert goals.iloc[:, 1:3].to_numpy().tolist() == [[4, 0], [2, 1], [3, 0], [0, 2], [1, 0]]
    assert len(mapping) == 11
    assert pairs.iloc[:, 2:].to_numpy().tolist() == [[1, 2, 2], [1, 3, 2], [1, 3, 1]]


def test_the_page_says_what_weak_statements_would_add(opened: AppTest) -> None:
    assert "they would add 1 member." in html_of(opened)
    weak = open_page("focus", evidence="weak")
    assert "Weak statements count now" in html_of(weak)
    # An alternative text names five.
    assert alts_of(weak)[0].endswith("Citizenship: 1; Environment & climate: 1; no statement found: 3.")


def test_a_chosen_theme_narrows_the_rest_and_stays_in_sight(opened: AppTest) -> None:
    everything = themes_in(opened)
    at = open_page("focus", focus="older people")
    assert shown_in(at) == 3
    assert sorted(themes_in(at)) == sorted(everything)


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


def test_the_state_a_click_leaves_does_not_loop() -> None:
    at = open_page("focus")
    at.session_state["focus"] = ["older people"]
    for _ in range(3):
        at.run()
        assert shown_in(at) == 3
    at.session_state["focus"] = []
    at.run()
    assert shown_in(at) == 10


def test_members_without_a_statement_leave_nothing_to_compare() -> None:
    at = open_page("focus", focus="none")
    assert shown_in(at) == 4
    assert "nothing to compare" in html_of(at)
    assert len(alts_of(at)) == 2


def test_themes_can_be_compared_by_year_of_joining() -> None:
    at = open_page("focus")
    at.session_state[keys.THEMES_BY] = "period"
    at.run()
    assert not at.exception
    assert alts_of(at)[3].endswith("For “Older people”: 2015–2019: 3 of 6.")


def test_an_empty_result_is_a_sentence_and_no_chart() -> None:
    at = open_page("focus", region="Africa", country="FRA")
    assert not alts_of(at)
    assert "No member fits all filters" in titles_of(at)
