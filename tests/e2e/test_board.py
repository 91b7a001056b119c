"""The dashboard on one screen: map, charts and filters answer each other, by mouse, by keyboard and on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import map_frame, settle, shown, wait_until

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_PARTS: Final = (
    *("h1", ".st-key-chip_region_Africa", "iframe[title]"),
    *(".facets .rows", ".facets .columns", ".facets .key"),
)
"""What the first screen has to hold."""
_IS_OVER: Final = """(code) => document.querySelector(".facets .columns .plot")._hoverdata
  ?.some(({ customdata }) => customdata === code)"""
_NOTE_A_PRESS: Final = """() => {
  document.querySelector(".facets .columns .plot").once("plotly_click", () => { window.pressed = true; });
}"""
_TWO_FRAMES: Final = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def _box(page: Page, selector: str) -> tuple[float, float, float, float]:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def _drawn(page: Page) -> Page:
    expect(page.locator(".facets .columns .js-plotly-plot .trace").first).to_be_attached()
    return page


def test_all_is_on_the_first_screen_and_nothing_lies_on_the_charts(visit: Visit, app_url: str) -> None:
    page = _drawn(visit(f"{app_url}/map?region=Africa"))
    for width, height in ((1366, 768), (1280, 720)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("(width) => window.innerWidth === width", arg=width)
        for part in _PARTS:
            _left, top, right, bottom = _box(page, part)
            assert (top >= 0, right <= width, bottom <= height) == (True, True, True), (part, width)
        left, top, right, bottom = _box(page, "iframe[title]")
        assert right - left >= 640
        assert bottom - top >= 520
        assert right <= _box(page, ".facets .rows")[0]
        assert _box(page, ".facets .rows")[3] <= _box(page, ".facets .columns")[1]


def test_bars_key_and_sidebar_say_the_same_and_nothing_jumps(visit: Visit, app_url: str) -> None:
    page = _drawn(visit(f"{app_url}/map"))
    before = _box(page, "iframe[title]")
    everyone = shown(page)
    page.locator(".facets .key button", has_text="Africa").click()
    expect(page).to_have_url(re.compile("region=Africa"))
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="Africa")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.locator(".facets .key button", has_text="Africa")).to_be_focused()
    africans = shown(settle(page))
    left, _top, right, bottom = _box(page, ".facets .columns .plot")
    _press_bar(page, "2022", left + (right - left) * 7.5 / 12, bottom - 4)  # the eighth column of twelve
    expect(page).to_have_url(re.compile("year=2022"))
    expect(page.locator('.facets .columns [data-code="2022"]')).to_have_attribute("aria-pressed", "true")
    assert shown(settle(page)) < africans < everyone
    map_frame(page).wait_for_function("(number) => atlas.count() === number", arg=shown(page))
    page.locator('.facets .columns [data-code="2022"]').press("Enter")  # the same by keyboard, and out again
    expect(page).not_to_have_url(re.compile("year="))
    page.get_by_test_id("stSidebar").get_by_role("button", name="Africa").click()
    expect(page.locator(".facets .key button", has_text="Africa")).to_have_attribute("aria-pressed", "false")
    assert shown(settle(page)) == everyone
    assert _box(page, "iframe[title]") == before


def _press_bar(page: Page, code: str, x: float, y: float) -> None:
    """Press a column once plotly knows that the mouse is over it, until plotly says that it was pressed.

    Plotly looks a moment later, and forgets what it saw and takes no press while it draws.
    """

    def pressed() -> bool:
        page.mouse.move(x, y - 1)
        page.mouse.move(x, y)
        page.evaluate(_TWO_FRAMES)
        if page.evaluate(_IS_OVER, code):
            page.mouse.down()
            page.mouse.up()
            page.evaluate(_TWO_FRAMES)
        return bool(page.evaluate("() => Boolean(window.pressed)"))

    page.evaluate(_NOTE_A_PRESS)
    wait_until(pressed, lambda: f"plotly takes no press on {code}")


def test_a_row_of_the_table_opens_the_card_over_the_charts(visit: Visit, app_url: str) -> None:
    page = _drawn(visit(f"{app_url}/map?country=KOR"))
    cell = page.get_by_test_id("stDataFrame")
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box
    page.mouse.click(box["x"] + 15, box["y"] + 35 + 17)  # the mark of the first row
    heading = page.locator(".st-key-city_card h2")
    expect(heading).to_be_focused()
    first = heading.inner_text()
    page.get_by_role("button", name="Next member shown").click()
    expect(heading).not_to_have_text(first)
    assert _box(page, ".st-key-city_card")[0] == pytest.approx(_box(page, ".facets .rows")[0], abs=2)
    expect(page.locator(".facets .rows button").first).to_be_hidden()
    page.get_by_role("button", name="Close the card").click()
    expect(page.locator(".facets .rows button").first).to_be_visible()


def test_on_a_phone_a_pin_shows_its_card_without_scrolling(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/map?city=cork-irl", width=390, height=844)
    expect(page.locator(".st-key-city_card h2")).to_have_text("Cork")
    _left, top, _right, bottom = _box(page, ".st-key-city_card")
    assert top > 844 / 3
    assert bottom <= 844
    pin = map_frame(page).locator(".pin.is-chosen").bounding_box()
    assert pin
    assert pin["y"] + pin["height"] < top
    _left, top, _right, bottom = _box(_drawn(page), ".facets .columns .plot")
    assert bottom - top > 100
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
