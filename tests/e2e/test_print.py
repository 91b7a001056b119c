"""On paper: a page without what is pressed and with everything else whole; the hand-out as one file, on a phone too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from atlas.load import load_network
from atlas.story import make_story, read_scope
from atlas.story.handout import build_handout

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.e2e.conftest import Visit

SHEET: int = 970
"""Width of a sheet in landscape, pixels (static/css/print.css)."""


def _print(page: Page) -> None:
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def test_a_page_prints_without_what_is_pressed_and_with_its_charts_whole(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/growth?region=Africa")
    _print(page)
    for pressed in ("stSidebar", "stHeader", "stButton", "stDownloadButton"):
        for each in page.get_by_test_id(pressed).all():
            expect(each).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    charts = [each.bounding_box() for each in page.locator(".main-svg").all()]
    assert charts
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= SHEET for box in charts)


def test_the_hand_out_opens_from_a_folder_and_fits_a_phone(visit: Visit, outside: list[str], tmp_path: Path) -> None:
    network = load_network()
    file = tmp_path / "handout.html"
    file.write_bytes(build_handout(make_story(network, read_scope("country:KOR", network)), on=date(2026, 11, 29)))
    page = visit(file.as_uri(), width=390, height=844, complete=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Republic of Korea")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("() => document.fonts.check('16px Literata')")
    assert outside == []
