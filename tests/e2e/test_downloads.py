"""Files to take away, as a visitor gets them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pptx
import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_WIDTH, _HEIGHT = 390, 844  # of a phone


def test_a_phone_gets_the_shown_rows_as_a_workbook_in_its_language(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/data?country=KOR&lang=fr", width=_WIDTH, height=_HEIGHT)
    page.get_by_role("button", name="Télécharger les 53 lignes affichées").click()
    files = page.get_by_test_id("stPopoverBody").get_by_test_id("stDownloadButton")
    expect(files).to_have_count(4)
    for each in files.all():
        each.scroll_into_view_if_needed()
        box = each.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= _WIDTH
    with page.expect_download() as download:
        page.get_by_role("button", name="53 lignes affichées en Excel (XLSX)").click()
    assert download.value.suggested_filename.startswith("learning-cities-atlas_")
    assert download.value.suggested_filename.endswith("_country-kor.xlsx")
    members = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert (members.title, members.max_row) == ("Membres", 54)


def test_one_press_saves_the_slides_of_the_talk_as_it_is_arranged(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/present?country=BEN&steps=title,where,sources")
    page.get_by_role("textbox", name="Title of “Where we are” for this talk").fill("Our one")
    with page.expect_download() as download:
        page.get_by_role("button", name="Slides (PowerPoint)").click()
    expect(page.get_by_text("The slides are ready and are being saved.")).to_be_visible()
    assert download.value.suggested_filename.endswith("_deck_country-ben.pptx")
    slides = pptx.Presentation(io.BytesIO(download.value.path().read_bytes())).slides
    kickers = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.name == "Step"]
    assert kickers == ["Our one", "Sources and disclaimer"]
