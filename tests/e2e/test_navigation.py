"""What a visitor chose stays chosen: from page to page, in the address, in another language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from atlas import wording
from atlas.ui.frame.pages import LISTED
from tests.e2e.browser import FILTERED, PATHS, chip, chips, pick, settle, shown

if TYPE_CHECKING:
    from atlas.model import Network
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline


def _count(network: Network, region: str) -> int:
    return int((network.cities["region"] == region).sum())


def _choose_region(page: Page, region: str) -> None:
    page.get_by_test_id("stSidebar").get_by_role("button", name=region, exact=True).click()


def test_a_chip_removes_its_own_filter_and_one_reset_the_rest(visit: Visit, app_url: str, network: Network) -> None:
    page = visit(f"{app_url}/?region=Africa&region=Arab+States&year=2022&kind=city")
    chip(page, "Africa").click()
    expect(page).to_have_url(f"{app_url}/?region=Arab+States&year=2022&kind=city")
    assert shown(settle(page)) < _count(network, "Arab States")
    page.get_by_role("button", name="Reset all filters").first.click()
    expect(chips(page)).to_have_count(0)
    expect(page).to_have_url(f"{app_url}/")
    assert shown(settle(page)) == len(network)


def test_filters_are_kept_while_walking_through_all_pages(page: Page, network: Network) -> None:
    _choose_region(page, "Africa")
    for listed, path in zip(LISTED, PATHS, strict=True):
        page.get_by_role("link", name=listed.title, exact=True).click()
        expect(page).to_have_url(re.compile(rf"{path}\?region=Africa$"))
        if path not in FILTERED:  # nothing there to filter
            continue
        expect(chip(page, "Africa")).to_be_visible()
        assert shown(settle(page)) == _count(network, "Africa")


def _shows_french(page: Page) -> None:
    wording.use_language("fr")
    for listed in LISTED:
        expect(page.get_by_role("link", name=wording.gettext(listed.title), exact=True)).to_be_visible()
    assert wording.gettext("Map") == "Carte"
    expect(chip(page, "Africa")).to_contain_text(wording.gettext("Africa"))


def test_each_choice_is_one_step_back_and_the_page_shows_what_the_address_says(
    visit: Visit, app_url: str, network: Network
) -> None:
    page = visit(f"{app_url}/map")
    for region, address in (("Africa", "region=Africa"), ("Arab States", "region=Africa&region=Arab+States")):
        _choose_region(page, region)
        expect(page).to_have_url(f"{app_url}/map?{address}")
        settle(page)
    page.go_back()
    expect(page).to_have_url(f"{app_url}/map?region=Africa")
    expect(chips(page)).to_have_count(1)
    page.go_back()
    expect(page).to_have_url(f"{app_url}/map")
    expect(chips(page)).to_have_count(0)
    assert shown(settle(page)) == len(network)
    page.go_forward()
    expect(chip(page, "Africa")).to_be_visible()


def test_a_step_back_brings_back_the_date_that_the_address_says(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/growth?date=2023-06-08")
    answer = page.locator(".st-key-card_on_date .lead")
    expect(answer).to_contain_text("On 8 June 2023")
    pick(page.locator(".st-key-date input"), "14 February 2024", "14 February 2024")
    expect(answer).to_contain_text("On 14 February 2024")
    expect(page).to_have_url(f"{app_url}/growth?date=2024-02-14")
    page.go_back()
    expect(answer).to_contain_text("On 8 June 2023")
    expect(page).to_have_url(f"{app_url}/growth?date=2023-06-08")


def test_enter_on_a_typed_text_takes_the_best_match_of_a_filter(visit: Visit, app_url: str) -> None:
    page = visit(app_url)
    pick(page.get_by_test_id("stSidebar").get_by_role("combobox", name="Stated focus"), "Equity", "Equity & inclusion")
    expect(page).to_have_url(f"{app_url}/?focus=equity+%26+inclusion")
    expect(chips(page)).to_have_count(1)
