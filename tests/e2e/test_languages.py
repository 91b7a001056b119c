"""Changing the language in the middle of a visit: nothing is lost, no page dies, and the way back leads back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import settle

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

VISITS: Final = (
    "/?region=Africa&award=2019",
    "/map?country=KOR&kind=district",
    "/focus?kind=city&award=2019&year=unknown",
    "/growth?focus=older+people&sdg=3",
    "/compare?item=country:FRA&item=country:DEU&evidence=weak",
    "/place?country=DEU",
    "/data?country=DEU",
)


def _speak(page: Page, language: str) -> None:
    page.get_by_role("radio", name=language).click()
    settle(page)


def _filters(page: Page) -> set[tuple[str, str]]:
    return {(name, value) for name, value in parse_qsl(urlsplit(page.url).query) if name not in ("lang", "view")}


@pytest.mark.parametrize("address", VISITS)
def test_a_switch_of_the_language_keeps_filters_also_after_another_filter_and_on_the_way_back(
    visit: Visit, app_url: str, address: str
) -> None:
    page = visit(f"{app_url}{address}")
    asked = _filters(page)
    _speak(page, "Français")
    expect(page).to_have_url(re.compile(r"[?&]lang=fr"))
    assert _filters(page) == asked
    in_french = page.url

    page.get_by_test_id("stSidebar").get_by_role("button", name="États arabes", exact=True).click()
    expect(page).to_have_url(re.compile("Arab"))
    settle(page)
    assert _filters(page) == asked | {("region", "Arab States")}
    assert page.get_by_test_id("stException").count() == 0

    page.go_back()
    expect(page).to_have_url(in_french)
    settle(page)
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="États arabes", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    assert _filters(page) == asked
    assert page.get_by_test_id("stException").count() == 0
