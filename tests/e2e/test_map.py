"""The map in a real browser: every member is on it, it stands still, and it answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import map_frame, settle, shown, tab_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Frame

    from atlas.model import Network
    from tests.e2e.conftest import Visit
    from tests.e2e.visitors import Visitors

pytestmark = pytest.mark.offline

_VIEW: Final = "() => { const c = map.getCenter(); return [c.lat, c.lng, map.getZoom()]; }"
_ALL_COUNTED: Final = """(number) => {
  const bunches = [...document.querySelectorAll(".leaflet-marker-pane .bunch")];
  const pins = document.querySelectorAll(".leaflet-marker-pane .pin").length;
  return bunches.reduce((sum, bunch) => sum + Number(bunch.textContent), pins) === number;
}"""
_UNREACHED: Final = """async (members) => {
  const isOnTop = (name) => [...document.querySelectorAll(".leaflet-marker-pane .pin")].some((pin) => {
    if (!pin.getAttribute("aria-label").startsWith(name + ",")) return false;
    const { x, y, width, height } = pin.querySelector("svg").getBoundingClientRect();
    return pin.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  const unreached = [];
  for (const [id, name] of members) {
    atlas.reveal(id);
    const patience = performance.now() + 5000;
    do await new Promise(requestAnimationFrame); while (!isOnTop(name) && performance.now() < patience);
    if (!isOnTop(name)) unreached.push(name);
  }
  return unreached;
}"""
"""Members whose pin cannot be pointed at after the map has shown it."""
_AT_REST: Final = "() => !map._animatingZoom && !(map._panAnim && map._panAnim._inProgress)"
# streamlit-folium tells Python about a moved map 250 ms after it came to rest; twice that has to stay silent.
_AFTER_THE_DEBOUNCE: Final = "() => new Promise((done) => setTimeout(done, 600))"


@pytest.fixture(scope="module")
def opened_once(visitors: Visitors, app_url: str) -> Iterator[Page]:
    """Open the map once for all who leave no filter and no card behind, wherever it then stands."""
    page = visitors.tab(width=1366, height=768)
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{app_url}/map")
    yield settle(page)
    visitors.leave(page)


@pytest.fixture
def world(opened_once: Page) -> Page:
    """Go to the map that is open already."""
    opened_once.bring_to_front()
    return opened_once


def _pin(page: Page, name: str) -> Any:
    return page.frame_locator("iframe[title]").first.locator(f'.pin[aria-label^="{name},"]')


def _drag_map(page: Page, frame: Frame) -> None:
    before = frame.evaluate(_VIEW)
    box = page.locator("iframe[title]").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 90, y - 40, steps=8)
    page.mouse.up()
    frame.wait_for_function(f"(before) => JSON.stringify(({_VIEW})()) !== JSON.stringify(before)", arg=before)


def test_clusters_and_pins_sum_to_the_members_shown(world: Page, network: Network) -> None:
    frame = map_frame(world)
    placed = int(network.cities["lat"].notna().sum())
    assert shown(world) == len(network)
    assert frame.evaluate("() => atlas.count()") == placed
    frame.wait_for_function(_ALL_COUNTED, arg=placed)


def test_every_member_of_the_republic_of_korea_can_be_pointed_at(world: Page, network: Network) -> None:
    korean = network.cities[(network.cities["iso3"] == "KOR") & network.cities["lat"].notna()]
    assert len(korean) > 40
    assert map_frame(world).evaluate(_UNREACHED, list(korean["display_name"].items())) == []


def test_a_click_on_a_pin_opens_its_card_and_so_does_the_second(world: Page) -> None:
    frame = map_frame(world)
    frame.evaluate("() => atlas.reveal('cork-irl')")
    card = world.locator(".st-key-city_card")
    for _click in range(2):
        _pin(world, "Cork").click()
        expect(card).to_contain_text("Cork")
        expect(world).to_have_url(re.compile("city=cork-irl"))
        card.get_by_role("button", name="Close the card").click()
        expect(card).to_have_count(0)


def test_the_keyboard_alone_finds_a_city(world: Page) -> None:
    tab_to(world, "element.matches('.st-key-search input')")
    world.keyboard.type("sao filipe")
    world.keyboard.press("Enter")
    expect(world.locator(".st-key-city_card h2")).to_have_text("São Filipe")
    expect(world.locator(".st-key-city_card h2")).to_be_focused()
    world.keyboard.press("Escape")
    expect(world.locator(".st-key-city_card")).to_have_count(0)
    expect(world.locator(".st-key-search input")).to_be_focused()


def test_a_filter_redraws_the_members_and_leaves_the_view_alone(visit: Visit, app_url: str, network: Network) -> None:
    page = visit(f"{app_url}/map", still=True)
    frame = map_frame(page)
    frame.evaluate("() => { window.sameFrame = true; map.setView([12, 20], 4, { animate: false }); }")
    before = frame.evaluate(_VIEW)
    page.get_by_test_id("stSidebar").get_by_role("button", name="Africa", exact=True).click()
    african = network.cities[network.cities["region"] == "Africa"]
    frame.wait_for_function("(number) => atlas.count() === number", arg=int(african["lat"].notna().sum()))
    expect(page.locator(".status")).to_contain_text(str(len(african)))
    assert frame.evaluate(_VIEW) == before
    assert frame.evaluate("() => window.sameFrame")


def test_moving_the_map_asks_the_server_for_nothing(visit: Visit, app_url: str) -> None:
    sent: list[str | bytes] = []
    page = visit(f"{app_url}/map", sent=sent)
    frame = map_frame(page)
    frame.evaluate(_AFTER_THE_DEBOUNCE)
    assert sent, "the test would see nothing"
    sent.clear()
    _drag_map(page, frame)
    _drag_map(page, frame)
    frame.evaluate(_AFTER_THE_DEBOUNCE)
    assert not sent


def test_a_copied_link_shows_the_same_part_of_the_map(visit: Visit, app_url: str) -> None:
    still = visit(f"{app_url}/map", still=True)
    frame = map_frame(still)
    before = frame.evaluate("() => map.getZoom()")
    still.frame_locator("iframe[title]").first.get_by_role("button", name="Zoom in", exact=True).click()
    frame.wait_for_function("(before) => map.getZoom() > before", arg=before)
    frame.wait_for_function(_AT_REST)
    _drag_map(still, frame)
    expect(still).to_have_url(re.compile("view="))
    frame.evaluate(_AFTER_THE_DEBOUNCE)
    lat, lon, zoom = frame.evaluate(_VIEW)
    copy = map_frame(visit(still.url))
    copy.wait_for_function("(zoom) => Math.abs(map.getZoom() - zoom) < 0.01", arg=zoom)
    two_pixels = 2 * 360 / (256 * 2**zoom)  # the frame settles to whole pixels after the view is set
    assert copy.evaluate(_VIEW) == pytest.approx([lat, lon, zoom], abs=two_pixels)


def test_the_street_map_is_a_switch_and_gives_way_to_the_outlines(
    visit: Visit, app_url: str, outside: list[str], network: Network
) -> None:
    page = visit(f"{app_url}/map")
    map_frame(page)
    assert outside == []
    page.frame_locator("iframe[title]").first.get_by_role("button", name="Streets").press("Space")
    notice = page.frame_locator("iframe[title]").first.locator(".atlas-notice")
    expect(notice).to_contain_text("The street map cannot be reached")
    assert {address.split("/")[2] for address in outside} == {"tile.openstreetmap.org"}
    outside.clear()  # that much was asked for by the visitor
    assert map_frame(page).evaluate("() => atlas.count()") == len(network)
