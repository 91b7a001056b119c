"""A talk in a real browser: by keyboard, from its address, in type for the last row, and without the server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import settle

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_SMALLEST: Final = """() => Math.min(...[...document.querySelectorAll(".talk .slide:not([hidden]) *")]
  .filter((each) => [...each.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
  .map((each) => parseFloat(getComputedStyle(each).fontSize) * (each.closest("svg") ? each.getScreenCTM().a : 1)))"""
_CUT: Final = """() => [...document.querySelectorAll(".talk .slide:not([hidden]) :is(h2, footer, .rows, .told, dl)")]
  .filter((each) => each.getBoundingClientRect().bottom > innerHeight || each.scrollHeight > each.clientHeight + 12)
  .map((each) => each.className || each.tagName)"""


def _at(page: Page, place: str, code: str) -> None:
    expect(page.locator(".talk .place")).to_have_text(place)
    expect(page.locator(f".talk .slide[data-code={code}]")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"[?&]at={code}(&|$)"))


def test_a_talk_goes_by_keyboard_and_lives_in_its_address(visit: Visit, app_url: str) -> None:
    sent: list[str | bytes] = []
    page = visit(
        f"{app_url}/present?country=KOR&steps=title,nonsense,where,partners", width=1920, height=1080, sent=sent
    )
    expect(page.locator(".presenting .steps li")).to_have_count(9)
    page.get_by_role("textbox", name="Title of “Where we are” for this talk").fill("Our 53")
    page.get_by_role("button", name="Tell “Partners to find” earlier").click()
    expect(page).to_have_url(re.compile(r"steps=title,partners,where&title\.where=Our\+53$"))
    sent.clear()
    page.get_by_role("button", name="Start the talk").click()
    _at(page, "1 of 3", "title")
    for key, place, code in (
        ("ArrowRight", "2 of 3", "partners"), ("Space", "3 of 3", "where"), ("PageDown", "3 of 3", "where"),
        ("Home", "1 of 3", "title"), ("ArrowLeft", "1 of 3", "title"), ("End", "3 of 3", "where"),
    ):  # fmt: skip
        page.keyboard.press(key)
        _at(page, place, code)
        assert page.evaluate(_SMALLEST) >= 24
        assert page.evaluate(_CUT) == []
    expect(page.locator(".talk .slide:not([hidden]) .step")).to_have_text("Our 53")
    expect(page.locator(".talk .said")).to_have_text("3 of 3: Our 53")
    page.keyboard.press("b")
    expect(page.locator(".talk h2").last).to_be_hidden()
    page.keyboard.press("r")  # Streamlit's own key: it would run the page again
    page.keyboard.press("b")
    assert not sent, "the server was asked"

    page.reload()
    _at(settle(page), "3 of 3", "where")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.talk")).not_to_be_visible()
    expect(page.get_by_role("button", name="Start the talk")).to_be_focused()
    expect(page).not_to_have_url(re.compile("at="))
    page.get_by_role("radio", name="Français").click()
    expect(page.get_by_role("button", name="Commencer l’exposé")).to_be_visible()
    expect(page).to_have_url(re.compile(r"steps=title,partners,where.*lang=fr|lang=fr.*steps=title"))
