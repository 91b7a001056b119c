"""The Atlas on somebody else's page, in a frame of 600 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import map_frame

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_OVERFLOW: Final = """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
  .map((each) => [each.scrollHeight - each.clientHeight, each.scrollWidth - each.clientWidth]).flat()"""


def test_an_embedded_map_is_whole_in_600_pixels_and_leads_to_all_of_it(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/map?country=KOR&embed=true", width=800, height=600, complete=False)
    frame = map_frame(page)
    frame.wait_for_function("() => map.getZoom() >= 6")  # near the members of the filter
    assert not frame.evaluate("() => map.scrollWheelZoom.enabled()"), "the wheel belongs to the page round it"
    foot = page.locator(".embed-foot")
    expect(page.locator("h1")).to_have_text(
        "53 members in the Republic of Korea UNESCO Global Network of Learning Cities"
    )
    expect(foot.locator("li")).to_have_text(["Asia and the Pacific 53"])
    expect(foot).to_contain_text("UNESCO announced 425 in 91 on 4 December 2025.")
    for part in ("stSidebar", "stHeader", "stDataFrame"):
        expect(page.get_by_test_id(part).filter(visible=True)).to_have_count(0)
    expect(page.locator(".wordmark, .share, .st-key-lang, .footer")).to_have_count(0)

    boxes = [page.locator(part).bounding_box() for part in ("h1", "iframe[title]", ".embed-foot")]
    edges = [edge for box in boxes if box for edge in (box["y"], box["y"] + box["height"])]
    assert edges == sorted(edges)
    assert len(edges) == 6
    assert edges[-1] <= 600
    page.mouse.click(60, 400)
    frame.wait_for_function("() => map.scrollWheelZoom.enabled()")
    for width in (800, 390):
        page.set_viewport_size({"width": width, "height": 600})
        page.wait_for_function("(width) => innerWidth === width", arg=width)
        assert page.evaluate(_OVERFLOW) == [0, 0, 0, 0]

    way = foot.get_by_role("link")
    expect(way).to_have_attribute("rel", "noopener noreferrer")  # Streamlit adds the second
    with page.expect_popup() as opened:
        way.click()
    expect(opened.value).to_have_url(f"{app_url}/map?country=KOR")
    opened.value.close()
