"""The replay in a real browser: each year counts what the data say, it plays by itself, and ends by itself."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import map_frame

if TYPE_CHECKING:
    from playwright.sync_api import Frame

    from atlas.model import Network
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_SAID: Final = ".replay-said"
_MOVES_ON_A_STEP_BACK: Final = """() => {
  document.querySelector(".replay-back").click();
  return document.getAnimations().length > 0;
}"""
# Each year as it comes: what the slider says, and how many the map draws.
_WATCH: Final = """() => {
  const slider = document.querySelector(".replay-slider");
  window.seen = [];
  new MutationObserver(() => queueMicrotask(() => window.seen.push([slider.ariaValueText, atlas.count()])))
    .observe(slider, { attributes: true, attributeFilter: ["aria-valuetext"] });
}"""
_COUNTED: Final = """() => [...document.querySelectorAll(".leaflet-marker-pane .bunch")].reduce(
  (sum, bunch) => sum + Number(bunch.querySelector(".number").textContent),
  document.querySelectorAll(".leaflet-marker-pane .pin").length)"""
# streamlit-folium would tell Python of a change 250 ms later; twice that has to stay silent.
_AFTER_THE_DEBOUNCE: Final = "() => new Promise((done) => setTimeout(done, 600))"
_PLAYED_FROM: Final = "2024"


def _steps(network: Network) -> list[tuple[str, int, int]]:
    """Return label, members who joined and members so far of each step, straight from the table."""
    joined = Counter(network.cities["joined_year"].dropna().astype(int).tolist())
    years = list(range(2013, max(joined) + 1))  # from the first conference
    counts = [joined[year] for year in years]
    undated = int(network.cities["joined_year"].isna().sum())
    labels = [*map(str, years), "Year not published"]
    return list(zip(labels, [*counts, undated], accumulate([*counts, undated]), strict=True))


def _told(text: str) -> tuple[str, int, int]:
    found = re.match(r"(.+?): (\d+) (?:joined|members), (\d+) (?:so far|in all)", text)
    assert found, text
    return found[1], int(found[2]), int(found[3])


def _keys_go_through_the_years(frame: Frame, steps: list[tuple[str, int, int]]) -> None:
    slider = frame.locator(".replay-slider")
    slider.press("Home")
    for step in steps:
        assert _told(str(slider.get_attribute("aria-valuetext"))) == step
        assert frame.evaluate("() => atlas.count()") == frame.evaluate(_COUNTED) == step[2]
        slider.press("ArrowRight")
    slider.press("End")
    assert _told(str(slider.get_attribute("aria-valuetext"))) == steps[-1]


def test_the_years_count_what_the_data_say_and_playing_asks_the_server_for_nothing(
    visit: Visit, app_url: str, network: Network
) -> None:
    sent: list[str | bytes] = []
    steps = _steps(network)
    page = visit(f"{app_url}/growth", sent=sent)
    assert page.locator("iframe[title]").count() == 0
    page.get_by_role("button", name="Replay on the map").press("Enter")
    frame = map_frame(page)
    newest = next(i for i in reversed(range(len(steps) - 1)) if steps[i][1])
    slider = frame.locator(".replay-slider")
    assert _told(str(slider.get_attribute("aria-valuetext"))) == steps[newest]
    _keys_go_through_the_years(frame, steps)

    first = next(i for i, (label, _joined, _so_far) in enumerate(steps) if label == _PLAYED_FROM)
    slider.fill(str(first))
    frame.evaluate(_AFTER_THE_DEBOUNCE)
    sent.clear()
    frame.evaluate(_WATCH)
    frame.get_by_role("button", name="Play").press("Space")
    expect(frame.get_by_role("button", name="Pause")).to_be_visible()
    expect(frame.locator(_SAID)).to_have_text("")  # nobody is read a film
    expect(frame.locator(_SAID)).to_contain_text("Year not published")
    expect(frame.get_by_role("button", name="Play")).to_be_visible()
    seen = frame.evaluate("() => window.seen")
    assert [(*_told(text), drawn) for text, drawn in seen] == [(*step, step[2]) for step in steps[first + 1 :]]
    assert "UNESCO admitted 72 cities from 46 countries" in seen[0][0]
    expect(page).to_have_url(re.compile("replay=unknown"))
    frame.evaluate(_AFTER_THE_DEBOUNCE)
    assert not sent

    assert frame.evaluate(_MOVES_ON_A_STEP_BACK)
    page.emulate_media(reduced_motion="reduce")
    assert not frame.evaluate(_MOVES_ON_A_STEP_BACK)
    assert _told(frame.locator(_SAID).inner_text()) == steps[-3]
    expect(page).to_have_url(re.compile(f"replay={steps[-3][0]}"))
