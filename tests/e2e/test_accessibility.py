"""axe-core finds nothing serious on any page, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.e2e.browser import PATHS, map_frame

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_AXE: Final = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
_RUN: Final = """async (excluded) => {
  const { violations } = await axe.run(
    { exclude: excluded },
    { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] },
  );
  return violations;
}"""

EXCLUDED: Final[tuple[str, ...]] = ()
"""Selectors of Streamlit's own markup that we cannot mend, each with its reason."""


def _faults(page: Page) -> list[str]:
    for frame in page.frames:
        frame.evaluate(_AXE)
    violations = page.evaluate(_RUN, [[selector] for selector in EXCLUDED])
    return [line for each in violations if each["impact"] in ("serious", "critical") for line in _lines(each)]


def _lines(violation: dict[str, Any]) -> list[str]:
    places = [f"    {' '.join(map(str, node['target']))}: {node['html'][:160]}" for node in violation["nodes"][:8]]
    return [f"{violation['id']} ({violation['impact']}): {violation['help']}, {len(violation['nodes'])} times", *places]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(visit: Visit, app_url: str, path: str, dark: bool) -> None:
    page = visit(f"{app_url}{path}?region=Africa", dark=dark)
    if path == "/map":
        map_frame(page)
    faults = _faults(page)
    assert not faults, "\n".join(faults)
