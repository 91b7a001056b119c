"""The overview: every number comes out of the data, whatever is filtered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.app.driver import html_of, open_page, prose_of, shown_in, titles_of, with_tables

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page without any choice, its tables open, for tests that only read it."""
    return with_tables(open_page("overview"))


def _figures(app: AppTest) -> list[str]:
    return re.findall(r"<li><b>(\d+)</b>", html_of(app))


def test_the_numbers_are_members_with_a_year_with_a_statement_and_placed(opened: AppTest) -> None:
    assert _figures(opened) == ["10", "8", "6", "9"]
    assert "members shown, in 7 countries" in html_of(opened)


def test_the_numbers_follow_the_filters() -> None:
    african = open_page("overview", region="Africa")
    assert _figures(african) == ["2", "1", "1", "2"]
    assert "members shown, in 2 countries" in html_of(african)


def test_the_lead_speaks_of_the_whole_network(opened: AppTest) -> None:
    assert "connects 14 cities in 8 countries" in html_of(opened)


def test_the_newest_cohort_is_named_completely_by_region(opened: AppTest) -> None:
    assert "The newest cohort: 3 members of 2019 listed here" in titles_of(opened)
    asian, european = re.findall(r"<section>(.*?)</section>", html_of(opened), flags=re.DOTALL)
    assert "Asia and the Pacific" in asian
    assert "Plain <small>Republic of Korea</small>" in asian
    assert "Europe and North America" in european
    assert "@Home <small>Germany</small>" in european
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <small>Greece</small>" in european


def test_the_line_says_in_words_what_it_shows_and_has_a_table(opened: AppTest) -> None:
    (alternative,) = re.findall(r'role="img" aria-label="([^"]+)"', prose_of(opened))
    assert "28 September 2015: 3; 18 September 2017: 9; 1 December 2019: 11; 1 March 2020: 14." in alternative
    members, counts = (each.value for each in opened.dataframe)
    assert len(members) == 10
    assert counts["Cities"].tolist() == [3, 6, 9, 12, 11, 14]


def test_an_empty_result_offers_a_way_back() -> None:
    app = open_page("overview", region="Africa", country="KOR")
    assert "No member fits all filters" in titles_of(app)
    app.button(key="reset_empty").click().run()
    assert shown_in(app) == 10
