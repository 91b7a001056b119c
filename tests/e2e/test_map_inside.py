"""Inside the map's frame: what its rings and names show, and how fingers and keys reach them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import map_frame, settle

if TYPE_CHECKING:
    from playwright.sync_api import Frame

    from tests.e2e.conftest import Visit
    from tests.e2e.visitors import Visitors

pytestmark = pytest.mark.offline

_REGIONS_SEEN: Final = """() => {
  const marks = [...document.querySelectorAll(".leaflet-marker-pane .arc, .leaflet-marker-pane .pin")]
    .filter((mark) => mark.getBoundingClientRect().width > 0);
  return [...new Set(marks.map((mark) => mark.getAttribute("class").match(/region-(\\d)/)[1]))].sort();
}"""
_COVERED: Final = """() => {
  const labels = [...document.querySelectorAll(".pin-label, .country-name span")]
    .filter((each) => each.checkVisibility());
  const box = (each) => each.getBoundingClientRect();
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const found = [];
  labels.forEach((one, i) => {
    for (const other of [...labels.slice(i + 1), ...document.querySelectorAll(".bunch")]) {
      if (meet(box(one), box(other))) found.push([one.textContent, other.textContent]);
    }
  });
  return { labels: labels.length, found };
}"""
_SMALL: Final = """() => [...document.querySelectorAll(".pin, .bunch")].filter(
  ({ offsetWidth, offsetHeight }) => offsetWidth < 24 || offsetHeight < 24).length"""
_KOREA: Final = "(zoom) => void map.setView([36.4, 127.8], zoom, { animate: false })"
_ACTIVE: Final = "() => document.activeElement.getAttribute('aria-label')"
_SEEN: Final = """() => {
  const { x, y } = map.getSize();
  const [north, south] = [80, -57].map((latitude) => map.latLngToContainerPoint([latitude, 0]).y);
  const edges = [...document.querySelectorAll(".pin, .bunch")].map((mark) => mark.getBoundingClientRect());
  const inside = edges.every(({ left, right, top, bottom }) => left >= 0 && right <= x && top >= 0 && bottom <= y);
  return [inside, (south - north) / y];
}"""
"""Whether every mark is whole, and how much of the frame's height lies between Greenland's north and Cape Horn."""
_VIEW: Final = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"


def _focus_first_ring(frame: Frame) -> str:
    """Put the focus on a ring as Tab would, and return what it is called."""
    ring = frame.locator(".bunch[aria-label*='Arab States']").first
    ring.focus()
    return str(ring.get_attribute("aria-label"))


def test_rings_and_names_say_what_is_where_and_keys_reach_them(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/map", still=True)
    frame = map_frame(page)
    assert frame.evaluate(_REGIONS_SEEN) == ["0", "1", "2", "3", "4"]

    name = _focus_first_ring(frame)
    counted = re.fullmatch(r"(\d+) members around [^:]+: (.+)", name)
    assert counted, name
    parts = [int(part.split()[0]) for part in counted[2].split(", ")]
    assert sum(parts) == int(counted[1])
    assert parts == sorted(parts, reverse=True)

    view = frame.evaluate(_VIEW)
    page.keyboard.press("ArrowLeft")
    assert frame.evaluate(_ACTIVE) != name
    page.keyboard.press("ArrowRight")
    assert frame.locator("[role=button].bunch[tabindex='0'], .pin[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    frame.wait_for_function("(zoom) => map.getZoom() > zoom", arg=view[2])
    assert frame.evaluate("() => document.activeElement.matches('.bunch, .pin')")
    page.keyboard.press("Escape")
    frame.wait_for_function("(zoom) => map.getZoom() === zoom", arg=view[2])
    assert frame.evaluate(_VIEW)[:2] == pytest.approx(view[:2], abs=0.6)

    for zoom in (6.5, 7.5):
        frame.evaluate(_KOREA, zoom)
        covered = frame.evaluate(_COVERED)
        assert covered["labels"] >= 5
        assert covered["found"] == []

    frame.evaluate("() => void map.setView([20, 10], 2, { animate: false })")
    ring = frame.locator(".bunch").filter(has=frame.locator(".arc.region-1")).first
    expect(ring.locator(".arc-shape").first).to_be_hidden()
    page.emulate_media(forced_colors="active")
    expect(ring.locator(".arc-shape")).to_have_count(ring.locator(".arc").count())
    expect(ring.locator(".arc-shape").first).to_be_visible()
    page.emulate_media(forced_colors="none")

    frame.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.tagName") not in ("IFRAME", "BODY")
    assert page.evaluate(
        "() => Boolean(document.querySelector('iframe[title]').compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING)"
    )


def test_the_chosen_member_leaves_its_cluster_and_its_coast_is_fine(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/map?city=gangnam-gu-kor", still=True)
    frame = map_frame(page)
    frame.evaluate("() => void map.setView([20, 10], 2, { animate: false })")
    chosen = frame.locator(".pin.is-chosen")
    expect(chosen).to_have_count(1)
    expect(chosen.locator(".pin-label")).to_be_visible()
    frame.evaluate(_KOREA, 6)
    frame.wait_for_function("() => atlasBase.grade() === 'close'")
    assert frame.evaluate("() => document.querySelector('.leaflet-control-scale-line').textContent").endswith("km")


def test_the_world_fills_the_map_of_a_phone_and_one_finger_leaves_it_there(visitors: Visitors, app_url: str) -> None:
    page = visitors.tab(width=390, height=844)
    finger = page.context.new_cdp_session(page)
    finger.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.goto(f"{app_url}/map")
    assert page.evaluate("() => matchMedia('(pointer: coarse)').matches && 'ontouchstart' in window")
    frame = map_frame(settle(page))
    whole, filled = frame.evaluate(_SEEN)
    assert whole
    assert filled > 0.95
    before = frame.evaluate(_VIEW)
    page.locator("iframe[title]").first.scroll_into_view_if_needed()
    box = page.locator("iframe[title]").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 6):
        point = {"x": x - 12 * step, "y": y - 12 * step}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert frame.evaluate(_VIEW) == before
    expect(frame.locator(".touch-hint")).to_have_text("Use two fingers to move the map")
    assert frame.evaluate(_SMALL) == 0
    visitors.leave(page, reusable=False)  # it would go on feeling fingers
