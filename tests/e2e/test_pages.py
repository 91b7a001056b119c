"""Every page stands by itself, without a network, on a laptop and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATHS

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_LOADED_FACES = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', ""));
}"""
_TOO_WIDE = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_complete_without_a_network_and_never_scrolls_sideways_on_a_phone(
    visit: Visit, app_url: str, path: str
) -> None:
    page = visit(app_url + path)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    expect(page.get_by_text("announced", exact=False).first).to_be_visible()
    faces = page.evaluate(_LOADED_FACES)
    assert {"Atlas Sans", "Literata"} <= set(faces)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => window.innerWidth === 390")
    assert page.evaluate(_TOO_WIDE) <= 0
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("(element) => element.scrollWidth - element.clientWidth") <= 0


def test_fonts_come_from_the_app_itself(visit: Visit, app_url: str) -> None:
    page = visit(app_url)
    names = page.evaluate("() => performance.getEntriesByType('resource').map((each) => each.name)")
    fonts = [name for name in names if name.endswith(".woff2") and "source-sans" in name]
    assert fonts
    assert all(name.startswith(f"{app_url}/app/static/") for name in fonts)
