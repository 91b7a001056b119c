"""From a name to a partner, a comparison and a page to hand on: in a real browser, by keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import settle, tab_to

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline


def _partners(page: Page) -> Locator:
    return page.locator("ul.partners > li, ul.partner-rows > li")


def test_the_keyboard_alone_leads_from_a_name_to_partners_a_page_and_a_comparison(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/city")
    tab_to(page, "element.matches('.st-key-search input')")
    page.keyboard.type("larisa")
    expect(page.locator(".st-key-matches button").first).to_contain_text("Larissa")
    tab_to(page, "element.closest('.st-key-matches')")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Larissa")
    expect(page).to_have_url(re.compile(r"/city\?city=larissa-grc"))
    expect(_partners(settle(page))).to_have_count(10)
    expect(page.get_by_role("heading", level=1)).to_be_focused()  # what was pressed is gone
    tab_to(page, "element.closest('.st-key-sheet_top')")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith("_larissa-grc.html")
    tab_to(page, "element.matches('.st-key-partner_ways a')")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/compare\?item=city(:|%3A)larissa-grc&item="))


def test_the_ways_lead_to_parts_of_the_page_a_partner_to_another_and_back_returns(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/city?city=larissa-grc&like=elsewhere")
    page.locator(".ways").get_by_role("link", name="Within reach").click()
    expect(page.get_by_role("heading", name="Within reach")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"city=larissa-grc&like=elsewhere#reach"))
    partner = _partners(page).first.get_by_role("link")
    name = partner.inner_text().partition(",")[0]
    partner.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page).to_have_url(re.compile("like=elsewhere"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Larissa")


def test_the_card_on_the_map_leads_to_the_page_and_back_to_the_same_map(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/map?city=cork-irl&region=Europe+and+North+America")
    page.locator(".st-key-city_card a").filter(has_text="Its page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cork")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/map\?.*city=cork-irl"))
    expect(page.locator(".st-key-city_card")).to_contain_text("Cork")


def _speaks_french(page: Page) -> None:
    expect(page.get_by_role("radio", name="Français")).to_be_checked()
    if "/city" not in page.url:  # the page of a city offers no filters, and keeps them
        arab = page.get_by_test_id("stSidebar").get_by_role("button", name="États arabes", exact=True)
        expect(arab).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"[?&]lang=fr"))
    expect(page).to_have_url(re.compile(r"[?&]region=Arab(\+|%20)States"))


def test_language_and_filters_go_along_from_the_card_to_the_page_the_comparison_and_back(
    visit: Visit, app_url: str
) -> None:
    page = visit(f"{app_url}/map?city=espoo-fin&lang=fr&region=Arab+States")
    page.locator(".st-key-city_card a").filter(has_text="Sa page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Espoo")
    _speaks_french(settle(page))
    page.locator(".st-key-partner_ways a").click()
    expect(page).to_have_url(re.compile(r"/compare\?item=city(:|%3A)espoo-fin&item="))
    _speaks_french(settle(page))
    page.reload()
    _speaks_french(settle(page))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Espoo")
    _speaks_french(settle(page))
    _partners(page).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Espoo")
    _speaks_french(settle(page))


def test_a_weight_stays_when_its_slider_is_folded_away(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/city?city=larissa-grc")
    fold = page.locator(".st-key-weights_expander summary")
    fold.click()
    slider = page.locator(".st-key-w_language").get_by_role("slider")
    expect(slider).to_have_value("15")
    slider.focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("w_language=0"))
    settle(page)
    fold.click()
    expect(slider).to_be_hidden()
    page.locator(".st-key-other_region label").click()
    expect(page).to_have_url(re.compile("other_region=1"))
    expect(settle(page)).to_have_url(re.compile("w_language=0"))
    page.reload()
    settle(page).locator(".st-key-weights_expander summary").click()
    expect(slider).to_have_value("0")
