"""A visit from its first request: where it starts, what the page brings along, what is said about its link."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from atlas.ui.frame import head
from tests.app.driver import (
    PATIENCE_S,
    ROOT,
    charts_of,
    heading_of,
    html_of,
    open_page,
    titles_of,
)

pytestmark = pytest.mark.usefixtures("tiny_app")

LONG = 79 * "x" + "yz"
"""Of these letters a visitor is shown the first eighty, up to the y."""
NOT_HERE = "The filters do not change this page; they are kept for the others."


def notices_of(app: AppTest) -> list[str]:
    """Return what is said about the link, in the order in which it is said."""
    found = re.findall(r'<div class="notices" role="status">(.*?)</div>', html_of(app), re.DOTALL)
    return [each for part in found for each in re.findall(r"<p[^>]*>(.*?)</p>", part, re.DOTALL)]


def styles_of(app: AppTest) -> list[str]:
    return [str(each.proto.body) for each in app.get("html") if str(each.proto.body).startswith("<style")]


def test_the_address_of_the_app_alone_is_the_overview() -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE_S).run()
    assert not app.exception
    assert heading_of(app) == heading_of(open_page("overview"))


def test_styles_come_along_once_unless_the_server_sends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head, "styles_sent", False)
    (styles,) = styles_of(open_page("about"))
    assert styles == f"<style>{head.styles()}</style>"
    monkeypatch.setattr(head, "styles_sent", True)
    assert styles_of(open_page("about")) == []


def test_each_value_that_nobody_knows_is_named_with_its_filter_and_shortened() -> None:
    app = open_page("map", region=[LONG, "Africa"], lang="tlh", year="1999")
    ignored = "which the Atlas does not know. It is ignored; the rest applies."
    assert notices_of(app) == [
        f"The link asks for Region “{LONG[:80]}”, {ignored}",
        f"The link asks for Year of joining “1999”, {ignored}",
        f"The link asks for language “tlh”, {ignored}",
    ]


@pytest.mark.parametrize("stem", ["city", "about"])
def test_a_page_that_follows_no_filter_says_so_where_one_is_set(stem: str) -> None:
    assert notices_of(open_page(stem, region="Africa")) == [NOT_HERE]
    assert notices_of(open_page(stem)) == []


@pytest.mark.parametrize("stem", ["map", "focus", "data"])
def test_a_page_that_follows_the_filters_says_nothing(stem: str) -> None:
    assert notices_of(open_page(stem, region="Africa")) == []


def test_a_city_that_is_not_listed_is_named_shortened() -> None:
    assert notices_of(open_page("map", city=LONG)) == [
        f"The link names the city “{LONG[:80]}”, which is not listed (any more). The rest of the link applies."
    ]
    assert notices_of(open_page("city", city=LONG)) == [
        f"No listed member has the address “{LONG[:80]}”. It may have been renamed, or it left the list."
    ]
    assert notices_of(open_page("city")) == notices_of(open_page("city", city="accent-fra")) == []


def test_where_nothing_fits_the_page_ends_with_the_way_back() -> None:
    for stem in ("focus", "overview", "place"):
        app = open_page(stem, region="Africa", country="KOR")
        assert "No member fits all filters" in titles_of(app)
        assert not [each for each in app.dataframe if len(each.value)], stem
    assert "No member fits all filters" not in titles_of(open_page("focus", region="Africa"))
    assert charts_of(open_page("focus", region="Africa"))
