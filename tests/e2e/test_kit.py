"""The kit in a real browser, opened as a file with the network off: it asks nobody, finds, filters and tells."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from atlas.exonyms import speak
from atlas.search import SearchIndex
from atlas.wording import speaking
from geo.names import fold
from tests.e2e.browser import PATIENCE_S
from tests.kits import kit
from tests.tiny import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from atlas.model import Network

_AXE: Final = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
_WRONG: Final = """async (runOnly) => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))
    .filter(([, html]) => !html.includes("leaflet-marker-icon"));
}"""
"""What axe finds; pins stand where the places are, however close together."""
_RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_READY: Final = "() => window.atlas && window.atlas.ready && window.atlas.count() > 0"
_VIEW: Final = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
_ACTIVE: Final = "() => document.activeElement.getAttribute('aria-label')"
_LISTENS: Final = """
window.forbidden = [];
addEventListener("securitypolicyviolation", ({ violatedDirective }) => forbidden.push(violatedDirective));
window.alert = () => forbidden.push("alert");
"""
_QUERIES: Final = (
    "sao filipe", "Bouaké", "bouake", "부산", "Turkey", "turkiye", "Corée du Sud", "la paz mexique", "seul", "Larisa",
    "evry", "gangnam", "mexico", "St", "Łódź", "Каир", "القاهرة", "ville", "", "xyzzy", "republic of korea", "wuhn",
)  # fmt: skip


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open kits as files, each in a browser without a network; nothing may be asked of anybody or be forbidden."""
    asked: list[str] = []
    faults: list[str] = []
    pages: list[Page] = []

    def opening(html: str, width: int = 1366, height: int = 768) -> Page:
        file = tmp_path / f"kit {len(pages)} é.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", offline=True
        )
        context.set_default_timeout(PATIENCE_S * 1000)
        context.add_init_script(_LISTENS)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_function(_READY)
        pages.append(page)
        return page

    yield opening
    for page in pages:
        assert page.evaluate("() => window.forbidden") == []
        page.context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith(tmp_path.as_uri())] == []


def _count(page: Page, text: str, on_the_map: int) -> None:
    expect(page.locator("#count")).to_have_text(text)
    page.wait_for_function("(number) => atlas.count() === number", arg=on_the_map)


def _searches_as_the_app(page: Page, network: Network) -> None:
    index = SearchIndex.from_cities(network.cities)
    found = page.evaluate(
        """(queries) => queries.map((query) => atlasKit.search.search(query)
          .map((at) => JSON.parse(document.getElementById("kit-members").textContent).id[at]))""",
        list(_QUERIES),
    )
    assert found == [[match.city_id for match in index.search(query)] for query in _QUERIES]
    names = [
        *network.cities["display_name"],
        *network.cities["local_name"],
        *"|".join(network.cities["aliases"]).split("|"),
    ]
    assert page.evaluate("(names) => names.map(atlasKit.search.fold)", names) == [fold(name) for name in names]


def test_the_kit_of_the_network_is_all_there_without_one(opened: Callable[..., Page], network: Network) -> None:
    page = opened(kit(network))
    placed = int(network.cities["lat"].notna().sum())
    _count(page, f"{len(network)} members shown", placed)
    _searches_as_the_app(page, network)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the list of members")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#members")).to_be_focused()

    page.get_by_role("combobox", name="Find a city").fill("sao filpe")
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_have_text("São Filipe")
    expect(page.locator("#card h2")).to_be_focused()
    expect(page.locator(".pin.is-chosen")).to_have_count(1)
    page.wait_for_function("() => atlasBase.grade() === 'close'")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    expect(page.locator("#search")).to_be_focused()

    joined = network.cities[network.cities["joined_year"] == 2019]
    page.get_by_label("Year of joining", exact=True).select_option("2019")
    _count(page, f"{len(joined)} of {len(network)} members shown", int(joined["lat"].notna().sum()))
    page.locator("#key").get_by_role("button", name=re.compile("^Asia and the Pacific")).click()
    both = joined[joined["region"] == "Asia and the Pacific"]
    _count(page, f"{len(both)} of {len(network)} members shown", int(both["lat"].notna().sum()))
    page.get_by_role("button", name="Member", exact=True).click()
    page.get_by_role("button", name="Member", exact=True).click()
    rows = page.locator("#list tbody th")
    assert rows.all_inner_texts() == sorted(both["display_name"], key=fold, reverse=True)
    rows.first.get_by_role("button").click()
    name = str(page.locator("#card h2").inner_text())
    assert name == rows.first.inner_text()
    expect(page.locator("#card h2")).to_be_in_viewport()
    assert page.locator("#card .statements li, #card dl div").count() >= 10

    page.reload()
    page.wait_for_function(_READY)
    _count(page, f"{len(both)} of {len(network)} members shown", int(both["lat"].notna().sum()))
    expect(page.locator("#card h2")).to_have_text(name)
    expect(page.locator("#list th").filter(has_text="Member")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Close the card").click()
    page.get_by_role("button", name="Reset all filters").first.click()
    _count(page, f"{len(network)} members shown", placed)


def test_the_talk_and_the_map_answer_to_keys(opened: Callable[..., Page], tiny: Network) -> None:
    page = opened(kit(tiny))
    page.evaluate(_AXE)
    assert page.evaluate(_WRONG, _RULES) == []
    pin = page.locator('.pin[tabindex="0"], .bunch[tabindex="0"]')
    expect(pin).to_have_count(1)
    pin.focus()
    first = page.evaluate(_ACTIVE)
    page.keyboard.press("ArrowDown")
    assert page.evaluate(_ACTIVE) != first
    page.locator(".bunch").first.focus()
    view = page.evaluate(_VIEW)
    page.keyboard.press("Enter")
    page.wait_for_function("(zoom) => map.getZoom() > zoom", arg=view[2])
    page.keyboard.press("Escape")
    page.wait_for_function("(zoom) => map.getZoom() === zoom", arg=view[2])

    page.evaluate("() => { location.hash = 'city=nowhere&region=Africa&year=1066'; }")
    _count(page, "2 of 10 members shown", 2)
    expect(page.locator("#notices p")).to_have_text(
        [re.compile("Year of joining “1066”"), re.compile("the city “nowhere”, which is not listed")]
    )
    page.evaluate("() => { location.hash = ''; }")
    expect(page.locator("#notices p")).to_have_count(0)

    page.get_by_role("button", name="Start the talk").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("dialog .place")).to_have_text("2 of 9")
    expect(page).to_have_url(re.compile("#.*at=where$"))
    page.reload()
    page.wait_for_function(_READY)
    expect(page.locator("dialog .place")).to_have_text("2 of 9")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_hostile_names_are_text_on_a_phone_and_in_french_too(opened: Callable[..., Page], tiny: Network) -> None:
    with speaking("fr"):
        page = opened(kit(speak(tiny, "fr")), width=390, height=844)
    _count(page, "10 membres affichés", 9)
    assert page.locator("#list tbody th").all_inner_texts() == list(NAMES.values())
    page.get_by_text("Autres filtres").click()
    expect(page.get_by_label("Type de membre", exact=True)).to_be_visible()
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")
    for city_id, name in NAMES.items():
        page.evaluate("(id) => atlasKit.choose(id)", city_id)
        expect(page.locator("#card h2")).to_have_text(name)
        expect(page.locator("#card h2 *, #card .statements em, #card dd b, #card dd i")).to_have_count(0)
    page.locator("#search").fill("<b>bold")
    expect(page.locator("#matches li").first).to_contain_text("<b>Bold</b> & Co")
    page.get_by_label("Année d’adhésion", exact=True).select_option("2015")
    page.get_by_label("Pays", exact=True).select_option("EGY")
    _count(page, "1 membre affiché sur 10", 1)

    alone = opened(kit(tiny, country=["NGA"]), width=390, height=844)
    expect(alone.locator("#card h2")).to_have_text("=1+1")
    expect(alone.locator("#search")).to_be_hidden()
