"""Putting cities side by side and opening a country, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import map_frame, pick, settle, shown

if TYPE_CHECKING:
    from atlas.model import Network
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_TWO = "item=city:larissa-grc&item=city:yeonsu-gu-kor"
_TOO_WIDE = "(element) => element.scrollWidth - element.clientWidth"


def test_two_cities_stand_side_by_side_on_a_phone(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/compare?{_TWO}", width=390, height=844)
    facts = page.get_by_role("region", name="Facts")
    heads = facts.get_by_role("columnheader")
    boxes = [box for head in heads.all() if (box := head.bounding_box())]
    assert len(boxes) == 2
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[1]["x"] + boxes[1]["width"] <= 390
    assert page.locator('[data-testid="stMain"]').evaluate(_TOO_WIDE) <= 0


def test_a_third_city_is_added_by_keyboard_and_the_link_restores_it(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/compare?{_TWO}")
    field = page.get_by_role("combobox", name="Compare")
    pick(field, "Bouak", "Bouaké")
    expect(page).to_have_url(re.compile(r"bouake-civ"))
    page.keyboard.press("Escape")  # the open list hides the rest of the page from screen readers
    expect(page.get_by_role("region", name="Facts").get_by_role("columnheader")).to_have_count(4)
    again = visit(page.url)
    expect(again.get_by_role("region", name="Facts").get_by_role("columnheader")).to_have_count(4)


def test_a_region_of_the_overview_opens_whole_with_its_map(visit: Visit, app_url: str, network: Network) -> None:
    page = visit(app_url)
    page.locator("ul.legend").get_by_role("link", name="Africa").click()
    expect(page).to_have_url(re.compile(r"/place\?region=Africa$"))
    expect(page.locator("h1")).to_have_text("Africa")
    assert shown(settle(page)) == int((network.cities["region"] == "Africa").sum())
    assert map_frame(page).evaluate("() => atlas.count()") == shown(page)


def test_what_is_compared_speaks_the_new_language_and_grows_and_the_way_back_undoes_it(
    visit: Visit, app_url: str
) -> None:
    page = visit(f"{app_url}/compare?item=country:FRA&item=country:DEU")
    page.get_by_role("radio", name="Français").click()
    expect(page).to_have_url(re.compile(r"[?&]lang=fr"))
    settle(page)
    chosen = page.locator(".st-key-compared [data-tag]")
    expect(chosen).to_have_text(["France (pays)", "Allemagne (pays)"])

    pick(page.get_by_role("combobox", name="Comparer"), "Maroc", "Maroc")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"FRA&item=country\W.*DEU&item=country\W.*MAR&lang=fr$"))
    expect(chosen).to_have_text(["France (pays)", "Allemagne (pays)", "Maroc (pays)"])

    page.go_back()
    expect(page).not_to_have_url(re.compile("MAR"))
    settle(page)
    expect(chosen).to_have_text(["France (pays)", "Allemagne (pays)"])
    expect(page.get_by_role("heading", name="Les faits côte à côte")).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0


def test_another_place_can_be_chosen_in_another_language_and_the_way_back_leads_back(
    visit: Visit, app_url: str
) -> None:
    page = visit(f"{app_url}/place?country=DEU")
    page.get_by_role("radio", name="Français").click()
    expect(page.locator("h1")).to_have_text("Allemagne")
    settle(page)

    page.get_by_role("combobox", name="Pays ou région").fill("Afrique")
    page.get_by_role("option", name="Afrique (région)").click()
    expect(page.locator("h1")).to_have_text("Afrique")
    expect(page).to_have_url(re.compile(r"/place\?region=Africa&lang=fr$"))

    page.go_back()
    expect(page.locator("h1")).to_have_text("Allemagne")
    settle(page)
    expect(page.get_by_role("combobox", name="Pays ou région")).to_have_value("Allemagne (pays)")
    assert page.get_by_test_id("stException").count() == 0
