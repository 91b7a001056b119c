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


def test_the_numbers_are_members_those_with_a_year_and_those_with_a_statement(opened: AppTest) -> None:
    assert _figures(opened) == ["10", "8"]
    assert "members shown, in 7 countries" in html_of(opened)
    assert '<i style="--known:0.600" aria-hidden="true"></i>Stated themes known for 6, no statement found for 4' in (
        html_of(opened)
    )


def test_the_page_says_how_fresh_the_data_are(opened: AppTest) -> None:
    assert "Data of 1 March 2020, from public pages." in html_of(opened)


def test_what_one_can_do_stands_before_the_cohort_as_links_that_keep_the_filters() -> None:
    at = open_page("overview", region="Africa")
    html = html_of(at)
    assert html.index("What you can do here") < html.index("The newest cohort")
    links = [(each.proto.page, each.proto.label.partition("** ")[0]) for each in at.get("page_link")]
    assert links == [
        *(("map", "**Find a city"), ("focus", "**See what they work on")),
        *(("growth", "**Follow the growth"), ("data", "**Take the data")),
        ("present", "Present this at a meeting"),
    ]
    assert {each.proto.query_string for each in at.get("page_link")} == {"region=Africa"}


def test_the_numbers_follow_the_filters() -> None:
    african = open_page("overview", region="Africa")
    assert _figures(african) == ["2", "1"]
    assert "members shown, in 2 countries" in html_of(african)


def test_the_lead_speaks_of_the_whole_network(opened: AppTest) -> None:
    assert "connects 14 cities in 8 countries" in html_of(opened)


def test_the_newest_cohort_is_named_completely_by_region(opened: AppTest) -> None:
    assert "The newest cohort: 3 members of 2019 listed here" in titles_of(opened)
    asian, european = re.findall(r"<section>(.*?)</section>", html_of(opened), flags=re.DOTALL)
    assert "Asia and the Pacific" in asian
    assert '<a href="city?city=plain-kor" target="_self">Plain</a> <small>Republic of Korea</small>' in asian
    assert "Europe and North America" in european
    assert ">@Home</a> <small>Germany</small>" in european
    assert ">&lt;script&gt;alert(1)&lt;/script&gt;</a> <small>Greece</small>" in european


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
