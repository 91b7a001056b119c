"""A first opening: little comes over the wire, nothing jumps, nothing is forbidden that a page needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import BUILD, PATIENCE_S, ROOT, running_app

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

LAPTOP: Final = (1366, 768)
PHONE: Final = (390, 844)
PAGES: Final = (
    ("/", LAPTOP), ("/map", LAPTOP), ("/focus", LAPTOP), ("/growth", LAPTOP), ("/city?city=espoo-fin", LAPTOP),
    ("/compare?item=country:FRA&item=country:DEU", LAPTOP), ("/place?country=DEU", LAPTOP), ("/data", LAPTOP),
    ("/about", LAPTOP), ("/", PHONE), ("/map", PHONE), ("/city?city=espoo-fin", PHONE),
)  # fmt: skip
MOST_SHIFT: Final = 0.1
"""What Chromium's authors call good: at most a tenth of the screen moved by its own height."""
MOST_BYTES: Final = {"/": 1_600_000, "/map": 3_200_000}
OBSERVER: Final = (ROOT / "tests" / "benchmarks" / "_first_load.js").read_text(encoding="utf-8")
FORBIDDEN: Final = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  (window.top.forbidden ??= []).push(`${violatedDirective} ${blockedURI} in ${location.pathname}`);
});
"""


def _open(browser: Browser, address: str, size: tuple[int, int], received: list[int] | None = None) -> Page:
    """Open an address as a visitor with nothing in the cache, and observe what comes and what moves."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    if received is not None:
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", lambda event: received.append(round(event["encodedDataLength"])))
        session.send("Network.enable")
    page.add_init_script(OBSERVER)
    page.add_init_script(FORBIDDEN)
    page.goto(address)
    page.wait_for_function("() => window.firstLoad.done", timeout=3_000 * PATIENCE_S)
    return page


@pytest.mark.parametrize(("path", "size"), PAGES)
def test_nothing_moves_while_a_page_comes_and_nothing_that_it_needs_is_forbidden(
    browser: Browser, app_url: str, path: str, size: tuple[int, int]
) -> None:
    received: list[int] = []
    page = _open(browser, app_url + path, size, received)
    assert page.evaluate("() => firstLoad.shift") <= MOST_SHIFT, page.evaluate("() => firstLoad.shifts")
    assert page.evaluate("() => window.forbidden ?? []") == []
    assert sum(received) <= MOST_BYTES.get(path, MOST_BYTES["/map"])
    page.close()


def test_what_an_inline_script_would_do_is_forbidden(browser: Browser, app_url: str) -> None:
    page = _open(browser, app_url, LAPTOP)
    page.evaluate(
        "() => { document.body.append(Object.assign(document.createElement('script'), {text: 'hurt = 1'})); }"
    )
    assert page.evaluate("() => window.hurt") is None
    assert page.evaluate("() => window.forbidden") == ["script-src-elem inline in /"]
    page.close()


def test_the_document_is_in_the_language_of_the_visitor_also_after_a_switch(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/about?lang=fr")
    document = page.locator("html")
    expect(document).to_have_attribute("lang", "fr")
    page.get_by_role("radio", name="English").click()
    expect(document).to_have_attribute("lang", "en")
    page.get_by_role("radio", name="Français").click()
    expect(document).to_have_attribute("lang", "fr")


def test_a_page_that_cannot_be_drawn_says_what_to_do_and_keeps_language_and_filters(
    visit: Visit, tmp_path: Path
) -> None:
    log = BUILD / "logs" / "failing.log"
    with running_app(log, ATLAS_DATA_DIR=str(tmp_path / "nowhere")) as url:
        page = visit(f"{url}/map?region=Africa&lang=fr", complete=False)
        expect(page.get_by_role("alert")).to_contain_text("Cette page n’a pas pu être affichée")
        assert "nowhere" not in page.locator("body").inner_text()
        expect(page.get_by_role("link", name="Réessayer")).to_have_attribute("href", "?region=Africa&lang=fr")
        expect(page.get_by_role("link", name="Commencer par la vue d’ensemble")).to_have_attribute("href", "./?lang=fr")
        expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert "nowhere" in log.read_text(encoding="utf-8")
