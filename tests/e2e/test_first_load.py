"""A first opening: little comes over the wire, nothing jumps, nothing is forbidden that a page needs.

A visitor opens each page once; what the page then is, all tests here look at in turn.  A page of every kind is opened
by somebody who has never seen the app, the others by somebody whose browser has the scripts already.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import BUILD, FILTERED, PATHS, PATIENCE_S, ROOT, chip, map_frame, running_app, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.e2e.conftest import Visit
    from tests.e2e.visitors import Visitors

pytestmark = pytest.mark.offline

LAPTOP: Final = (1366, 768)
PHONE: Final = (390, 844)
FILLED: Final = (
    "/place?country=DEU", "/city?city=larissa-grc",
    "/compare?item=city:larissa-grc&item=country:KEN&item=region:Africa",
)  # fmt: skip
"""What is not in the navigation, or is empty without a choice."""
OPENED: Final = (*(path for path in PATHS if path not in ("/city", "/compare")), *FILLED)

NEW_TO_ALL: Final = ("/", "/map", "/growth", "/present", FILLED[0])
"""What nobody's browser has anything of: map and charts alone and together, neither, and a script of its own."""

MOST_SHIFT: Final = 0.1
"""What Chromium's authors call good: at most a tenth of the screen moved by its own height."""
MOST_BYTES: Final = {"/": 1_600_000, "/map": 3_200_000}
OBSERVER: Final = (ROOT / "tests" / "benchmarks" / "_first_load.js").read_text(encoding="utf-8")
FORBIDDEN: Final = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  (window.top.forbidden ??= []).push(`${violatedDirective} ${blockedURI} in ${location.pathname}`);
});
"""
LOADED_FACES: Final = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', ""));
}"""
LOADED_FONTS: Final = """() => performance.getEntriesByType("resource").map((each) => each.name)
  .filter((name) => name.endsWith(".woff2") && name.includes("source-sans"))"""
TOO_WIDE: Final = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"

NAMELESS: Final = """() => [...document.querySelectorAll("table")]
  .filter((each) => !each.ariaLabel && !each.closest("figure[aria-label]")).map((each) => each.innerText)"""

AXE: Final = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE: Final = """async (runOnly) => {
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations;
}"""
WCAG: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
COLOUR: Final = ("color-contrast", "link-in-text-block")
"""What may be wrong in the dark alone; everything else of a page is the same in both."""
ESSENTIAL: Final = ("target-size", "leaflet-marker-icon")
"""Pins stand where the places are, however close together: the exception "essential" of WCAG 2.2, 2.5.8, which names
pins on maps.  Search and list reach every member without them."""
IS_DARK: Final = """() => getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor
  === "rgb(21, 27, 33)" """


@dataclass(frozen=True)
class Opening:
    """A page that was opened for the first time, what moved meanwhile, and how many bytes came."""

    page: Page
    path: str
    shift: float
    shifts: list[Any]
    received: int


def _open(visitors: Visitors, app_url: str, address: str, size: tuple[int, int]) -> Opening:
    page = visitors.tab(width=size[0], height=size[1], cold=address in NEW_TO_ALL)
    received: list[int] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda event: received.append(round(event["encodedDataLength"])))
    session.send("Network.enable")
    page.add_init_script(OBSERVER)
    page.add_init_script(FORBIDDEN)
    page.goto(f"{app_url}{address}")
    page.wait_for_function("() => window.firstLoad.done", timeout=3_000 * PATIENCE_S)
    shift, shifts = page.evaluate("() => [firstLoad.shift, firstLoad.shifts]")
    return Opening(page, address.partition("?")[0], shift, shifts, sum(received))


@pytest.fixture(scope="module", params=OPENED)
def opening(visitors: Visitors, app_url: str, request: pytest.FixtureRequest) -> Iterator[Opening]:
    """Open a page on a laptop, for all tests that look at it."""
    opened = _open(visitors, app_url, request.param, LAPTOP)
    yield opened
    visitors.leave(opened.page, reusable=False)  # what is watched there would go on


def _moves_little_and_gets_what_it_needs(opened: Opening) -> None:
    assert opened.shift <= MOST_SHIFT, opened.shifts
    assert opened.page.evaluate("() => window.forbidden ?? []") == []
    assert opened.received <= MOST_BYTES.get(opened.path, MOST_BYTES["/map"])


def test_nothing_moves_while_a_page_comes_and_nothing_that_it_needs_is_forbidden(opening: Opening) -> None:
    _moves_little_and_gets_what_it_needs(opening)


@pytest.mark.parametrize("address", ["/map", "/city?city=espoo-fin"])
def test_nothing_moves_on_a_phone_either(visitors: Visitors, app_url: str, address: str) -> None:
    opened = _open(visitors, app_url, address, PHONE)
    _moves_little_and_gets_what_it_needs(opened)
    visitors.leave(opened.page, reusable=False)


def test_a_page_is_complete_without_a_network_and_its_fonts_come_from_the_app(opening: Opening, app_url: str) -> None:
    page = settle(opening.page)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    expect(page.get_by_test_id("stMain")).to_contain_text("announced", use_inner_text=True)
    assert page.evaluate(NAMELESS) == []
    assert {"Atlas Sans", "Literata"} <= set(page.evaluate(LOADED_FACES))
    fonts = page.evaluate(LOADED_FONTS)
    assert fonts
    assert all(name.startswith(f"{app_url}/app/static/") for name in fonts)


def _faults(page: Page, rules: tuple[str, ...]) -> list[str]:
    violations = [_without_pins(each) for each in page.evaluate(RUN_AXE, rules)]
    serious = [each for each in violations if each["nodes"] and each["impact"] in ("serious", "critical")]
    return [line for each in serious for line in _lines(each)]


def _without_pins(violation: dict[str, Any]) -> dict[str, Any]:
    rule, marker = ESSENTIAL
    nodes = [node for node in violation["nodes"] if violation["id"] != rule or marker not in node["html"]]
    return {**violation, "nodes": nodes}


def _lines(violation: dict[str, Any]) -> list[str]:
    places = [f"    {' '.join(map(str, node['target']))}: {node['html'][:160]}" for node in violation["nodes"][:8]]
    return [f"{violation['id']} ({violation['impact']}): {violation['help']}, {len(violation['nodes'])} times", *places]


def test_axe_finds_nothing_serious_in_light_or_dark(opening: Opening) -> None:
    page = opening.page
    if opening.path in FILTERED:
        page.get_by_test_id("stSidebar").get_by_role("button", name="Africa", exact=True).click()
        expect(chip(page, "Africa")).to_be_visible()
    settle(page)
    if opening.path == "/map":
        map_frame(page)
    for frame in page.frames:
        frame.evaluate(AXE)
    light = _faults(page, WCAG)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(IS_DARK)
    settle(page)
    dark = [f"in dark: {line}" for line in _faults(page, COLOUR)]
    page.emulate_media(color_scheme="light")
    assert not light + dark, "\n".join(light + dark)


def test_a_page_never_scrolls_sideways_on_a_phone(opening: Opening) -> None:
    page = opening.page
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.wait_for_function("(width) => window.innerWidth === width", arg=PHONE[0])
    assert page.evaluate(TOO_WIDE) <= 0
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("(element) => element.scrollWidth - element.clientWidth") <= 0
    for members in page.locator(".members").all():  # name and year of each in its first line
        assert members.evaluate("(element) => element.scrollWidth - element.clientWidth") <= 0


def test_what_an_inline_script_would_do_is_forbidden(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/about")
    page.evaluate(FORBIDDEN)
    page.evaluate(
        "() => { document.body.append(Object.assign(document.createElement('script'), {text: 'hurt = 1'})); }"
    )
    page.wait_for_function("() => window.forbidden")
    assert page.evaluate("() => window.hurt") is None
    assert page.evaluate("() => window.forbidden") == ["script-src-elem inline in /about"]


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
