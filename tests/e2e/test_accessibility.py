"""axe-core finds nothing serious on any page, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.e2e.browser import PATHS, map_frame, settle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_AXE: Final = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
_RUN: Final = """async () => {
  const { violations } = await axe.run(
    document,
    { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] },
  );
  return violations;
}"""

_ESSENTIAL: Final = ("target-size", "leaflet-marker-icon")
"""Pins stand where the places are, however close together: the exception "essential" of WCAG 2.2, 2.5.8, which names
pins on maps.  Search and list reach every member without them."""

_IS_DARK: Final = """() => getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor
  === "rgb(21, 27, 33)" """

FILLED: Final = (
    "/place",
    "/city?city=larissa-grc",
    "/compare?item=city:larissa-grc&item=country:KEN&item=region:Africa",
)
"""What is not in the navigation, or is empty without a choice."""


def _faults(page: Page) -> list[str]:
    for frame in page.frames:
        frame.evaluate(_AXE)
    violations = [_without_pins(each) for each in page.evaluate(_RUN)]
    serious = [each for each in violations if each["nodes"] and each["impact"] in ("serious", "critical")]
    return [line for each in serious for line in _lines(each)]


def _without_pins(violation: dict[str, Any]) -> dict[str, Any]:
    rule, marker = _ESSENTIAL
    nodes = [node for node in violation["nodes"] if violation["id"] != rule or marker not in node["html"]]
    return {**violation, "nodes": nodes}


def _lines(violation: dict[str, Any]) -> list[str]:
    places = [f"    {' '.join(map(str, node['target']))}: {node['html'][:160]}" for node in violation["nodes"][:8]]
    return [f"{violation['id']} ({violation['impact']}): {violation['help']}, {len(violation['nodes'])} times", *places]


@pytest.mark.parametrize("path", [*PATHS, *FILLED])
def test_axe_finds_nothing_serious_in_light_or_dark(visit: Visit, app_url: str, path: str) -> None:
    page = visit(f"{app_url}{path}{'&' if '?' in path else '?'}region=Africa")
    if path == "/map":
        map_frame(page)
    light = _faults(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(_IS_DARK)
    settle(page)
    dark = [f"in dark: {line}" for line in _faults(page)]
    assert not light + dark, "\n".join(light + dark)
