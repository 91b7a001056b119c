"""Take the screenshots of the README from the running app: ``python scripts/screenshots.py``.

Starts the app on a free port, opens every page in the system's Chromium and writes PNG files to docs/screenshots/.
With ``--all`` every page is taken at four sizes, in light and dark, English and French, into build/screenshots/ for
looking through.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from atlas.wording import LANGUAGES  # noqa: E402
from tests.e2e.browser import BUILD, find_chromium, map_frame, running_app, settle  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "overview": "/?",
    "map": "/map?",
    "map-filtered": "/map?region=Europe+and+North+America&focus=health+%26+well-being&city=larissa-grc&",
    "focus": "/focus?",
    "growth": "/growth?",
    "city": "/city?city=larissa-grc&",
    "compare": "/compare?item=city:larissa-grc&item=city:shiraz-irn&item=country:KOR&",
    "place": "/place?country=KOR&",
    "data": "/data?",
    "present": "/present?",
    "talk": "/present?country=KOR&at=where&",
    "about": "/about?",
}
SIZES = {"laptop": (1366, 768), "small-laptop": (1280, 720), "phone": (390, 844), "projector": (1920, 1080)}
WHOLE = {"laptop-whole": (1366, 3200), "phone-whole": (390, 5200)}
"""High enough for all of a page: what lies under the fold is looked at too."""
_DRAWN = """() => [...document.querySelectorAll('.facets .picture .plot, [data-testid="stPlotlyChart"]')]
  .every((each) => !each.checkVisibility() || each.querySelector("svg.main-svg"))
  && !document.querySelector(".st-key-talk:not(:has(.steps))")"""
README = (("overview", "light"), ("map", "dark"), ("focus", "light"), ("growth", "light"))


def take(page: Page, url: str, target: Path, size: tuple[int, int], scheme: str) -> None:
    """Open one address and write its picture once map, charts and fonts are there."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(url)
    settle(page)
    if page.locator("iframe[title]").count():
        map_frame(page)
    page.wait_for_function(_DRAWN)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.screenshot(path=target)


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every page, size and theme, into build/screenshots/")
    everything = parser.parse_args().all
    folder = ROOT / ("build/screenshots" if everything else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (
        [*product(PAGES, SIZES, ("light", "dark"), LANGUAGES), *product(PAGES, WHOLE, ("light",), LANGUAGES)]
        if everything
        else [(page, "laptop", scheme, "en") for page, scheme in README]
    )
    with running_app(BUILD / "screenshots.log") as url, sync_playwright() as playwright:
        chromium = find_chromium(playwright)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(locale="en-GB")
        for page, size, scheme, language in wanted:
            name = f"{page}-{size}-{scheme}-{language}.png" if everything else f"{page}.png"
            take(tab, f"{url}{PAGES[page]}lang={language}", folder / name, {**SIZES, **WHOLE}[size], scheme)
            print(folder.relative_to(ROOT) / name)


if __name__ == "__main__":
    main()
