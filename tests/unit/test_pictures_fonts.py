"""The letters of pictures: nothing that the Atlas writes is without a glyph."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from matplotlib.ft2font import FT2Font

from atlas.load import DATA
from atlas.palette import LIGHT
from atlas.pictures.fonts import FOLDER, Type, font_files
from atlas.wording import LANGUAGES, country_name, day, number, percent, speaking
from geo.basemap import named_areas
from geo.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from atlas.model import Network

LARGEST = 1_300_000
"""Bytes of all fonts together: they are part of every clone."""


@cache
def _letters(first: str) -> frozenset[int]:
    """Return what a face and those after it can write."""
    names = [FOLDER / f"{first}.ttf", *(path for path in font_files() if not path.stem.startswith(("sans", "serif")))]
    return frozenset(code for path in names for code in FT2Font(path).get_charmap())


def _texts_of_the_data() -> Iterator[tuple[str, str]]:
    """Yield every text that can be shown; spellings for the search never are."""
    for path in sorted((DATA / "curated").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                yield from ((f"{path.name}: {name}", text or "") for name, text in row.items() if name != "aliases")


def _texts_of_the_catalogues() -> Iterator[tuple[str, str]]:
    for path in sorted((DATA.parent / "locale").rglob("*.po")):
        with path.open("rb") as source:
            messages = read_po(source)
        for message in messages:
            for text in (message.id, message.string):
                forms = text if isinstance(text, list | tuple) else [text or ""]
                yield from ((path.parts[-3], form) for form in forms)


def _texts_of_the_languages(a_day: date) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES.values():
        with speaking(language.code):
            texts = [language.name, day(a_day), number(1_234_567.8), percent(0.5), *map(country_name, named_areas())]
            yield from ((language.code, text) for text in [*texts, *(text.upper() for text in texts)])


@pytest.mark.parametrize("face", ["sans-400", "sans-600", "serif-500"])
def test_no_character_of_the_data_or_the_catalogues_is_without_a_glyph(face: str, network: Network) -> None:
    texts = (
        *_texts_of_the_data(),
        *_texts_of_the_catalogues(),
        *_texts_of_the_languages(network.coverage.announced_on),
    )
    missing = {
        f"U+{ord(each):04X} {each} in {where}"
        for where, text in texts
        for each in text
        if ord(each) not in _letters(face) and unicodedata.category(each) not in ("Cc", "Cf")
    }
    assert not missing, "run scripts/build_picture_fonts.py"


def test_the_fonts_are_small_and_come_with_their_licences() -> None:
    assert sum(path.stat().st_size for path in font_files()) < LARGEST
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    named = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "`sans-400.ttf`" in named
    assert "`cjk.otf`" in named


def test_the_fonts_do_not_bear_the_reserved_name_of_their_originals() -> None:
    assert {FT2Font(path).family_name for path in font_files()} == {
        f"Atlas Pictures {path.stem}" for path in font_files()
    }


def test_arabic_is_joined_and_each_script_is_as_wide_as_its_letters() -> None:
    sheet, font = Sheet(10, 10, "#FFFFFF"), Type(LIGHT).sans(20)
    joined, apart = sheet.width_of("المدينة", font), sum(sheet.width_of(each, font) for each in "المدينة")
    assert joined < 0.85 * apart
    for name in ("부산", "北京", "กรุงเทพ", "Երևան", "თბილისი", "አዲስ", "Αθήνα", "Київ", "Bắc Ninh"):
        assert sheet.width_of(name, font) > 20


def test_han_take_the_form_of_the_language() -> None:
    def written(language: str) -> bytes:
        sheet = Sheet(100, 100, "#FFFFFF")
        sheet.write("岡", 10, 80, Type(LIGHT).sans(60), "#000000", language=language)  # Okayama's
        return sheet.png({})

    assert written("ja") != written("zh-Hans")
    assert written("ja") == written("ja")
