"""A link may be the first thing a server is asked for, and another server takes over where one stopped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from atlas.ui.frame.pages import LISTED
from tests.e2e.browser import BUILD, app_process, chip, chips, free_port, settle, shown

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from atlas.model import Network
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_LOG = BUILD / "logs" / "restarted.log"
_CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'


def _region(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stSidebar").get_by_role("button", name=name, exact=True)


def _shows(page: Page, network: Network, *regions: str) -> None:
    members = network.cities[(network.cities["kind"] == "city") & network.cities["region"].isin(regions)]
    for region in regions:
        expect(_region(page, region)).to_have_attribute("aria-pressed", "true")
        expect(chip(page, region)).to_be_visible()
    expect(chip(page, "city", "kind")).to_be_visible()
    expect(chips(page)).to_have_count(len(regions) + 1)
    address = [*(f"region={region.replace(' ', '[+]')}" for region in regions), "kind=city"]
    expect(page).to_have_url(re.compile(rf"/map\?{'&'.join(address)}$"))
    assert shown(settle(page)) == len(members)


def test_a_link_may_come_first_and_a_server_that_starts_anew_goes_on_with_the_filters_and_takes_the_next_click(
    visit: Visit, network: Network
) -> None:
    port = free_port()
    with app_process(_LOG, port) as server:
        page = visit(f"http://localhost:{port}/map?region=Africa&kind=city")
        for listed in LISTED:
            expect(page.get_by_role("link", name=listed.title, exact=True)).to_be_visible()
        _shows(page, network, "Africa")
        server.kill()
        expect(page.locator(_CONNECTED)).to_have_count(0)
    with app_process(_LOG, port):
        expect(page.locator(_CONNECTED)).to_have_count(1)
        _shows(page, network, "Africa")
        _region(page, "Arab States").click()
        _shows(page, network, "Africa", "Arab States")
        page.go_back()
        _shows(page, network, "Africa")
