"""Below every chart and map: its picture as files, drawn on the click, or the reason why there is none."""

from __future__ import annotations

import pytest

from atlas.ui.frame import keys
from tests.app.driver import alts_of, downloads_of, html_of, open_page, with_tables

pytestmark = pytest.mark.usefixtures("tiny_app")

FILES = ["PNG for slides, 1920 × 1080", "PNG for social media, 1080 × 1080", "SVG for print, any size"]


def offered(labels: list[str]) -> list[str]:
    return [label for label in labels if label in FILES]


def test_nothing_is_offered_before_somebody_asks() -> None:
    assert not offered(downloads_of(open_page("growth")))


@pytest.mark.parametrize("page", ["growth", "focus"])
def test_every_chart_offers_its_picture_as_files_with_a_text_for_those_who_do_not_see_it(page: str) -> None:
    at = with_tables(open_page(page))
    charts = len(alts_of(at))
    assert charts >= 5
    assert offered(downloads_of(at)) == FILES * charts
    assert html_of(at).count("Text for those who do not see the picture: ") == charts


def test_the_dashboard_offers_the_map_and_both_charts_or_says_why_not() -> None:
    at = with_tables(open_page("map", region="Africa"))
    assert offered(downloads_of(at)) == FILES * 2
    assert "Map of 2 members in Africa. Africa: 2." in html_of(at)
    assert "this chart has nothing to say about the members chosen" in html_of(at)  # one of two has a year


@pytest.mark.parametrize("page", ["overview", "place"])
def test_a_map_offers_its_picture(page: str) -> None:
    at = with_tables(open_page(page, region="Europe and North America"))
    assert "Map of 4 members in Europe and North America." in html_of(at)
    assert offered(downloads_of(at))[:3] == FILES


def test_a_comparison_offers_its_picture() -> None:
    at = with_tables(open_page("compare", **{keys.ITEM: ["country:KOR", "country:FRA"]}))
    assert offered(downloads_of(at)) == FILES
