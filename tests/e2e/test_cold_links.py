"""A shared link is often the very first thing that a server is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from atlas.ui.frame.pages import LISTED
from tests.e2e.browser import chip, map_frame, shown

if TYPE_CHECKING:
    from atlas.model import Network
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline


@pytest.mark.parametrize("path", ["/growth", "/map"])
def test_the_first_request_ever_may_be_a_deep_link(
    visit: Visit, fresh_app_url: str, network: Network, path: str
) -> None:
    page = visit(f"{fresh_app_url}{path}?region=Africa")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)
    for listed in LISTED:
        expect(page.get_by_role("link", name=listed.title, exact=True)).to_be_visible()
    expect(chip(page, "Africa")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"{path}\?region=Africa"))
    assert shown(page) == int((network.cities["region"] == "Africa").sum())
    if path == "/map":
        assert map_frame(page).evaluate("() => atlas.count()") == shown(page)
