"""A sheet: texts are letters and never code, lines break where they may, files are what they claim to be."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from atlas.palette import LIGHT
from atlas.pictures.fonts import Type
from geo.sheet import Box, Sheet, plain

FONT = Type(LIGHT).sans(20)


def sheet() -> Sheet:
    return Sheet(300, 200, "#FFFFFF")


def ink(made: Sheet) -> Image.Image:
    return Image.open(io.BytesIO(made.png({}))).convert("L")


def test_a_text_breaks_at_spaces_and_not_at_narrow_ones() -> None:
    made = sheet()
    assert made.lines("un deux trois", FONT, made.width_of("un deux", FONT)) == ["un deux", "trois"]
    assert made.lines("Filtres\u202f: région", FONT, made.width_of("Filtres\u202f:", FONT) + 1) == [
        "Filtres\u202f:",
        "région",
    ]
    assert made.lines("", FONT, 100) == []


def test_a_word_that_is_too_long_is_cut_with_an_ellipsis() -> None:
    made = sheet()
    (line,) = made.lines("Llanfairpwllgwyngyll", FONT, 100)
    assert line.endswith("…")
    assert line.startswith("Llan")
    assert made.width_of(line, FONT) <= 100
    assert made.cut("short", FONT, 100) == "short"


def test_balanced_lines_are_as_few_but_none_is_left_with_a_single_word() -> None:
    made, text = sheet(), "one two three four five six"
    width = made.width_of("one two three four five", FONT) + 1
    assert made.lines(text, FONT, width) == ["one two three four five", "six"]
    assert made.balanced(text, FONT, width) == ["one two three", "four five six"]
    assert made.balanced("one", FONT, width) == ["one"]


def test_formulas_and_markup_are_written_letter_by_letter() -> None:
    made = sheet()
    made.write("$x^2$ <b>& co", 10, 50, FONT, "#000000")
    made.write(r"\frac{1}{2} $", 10, 90, FONT, "#000000")  # as a formula this would be a mistake
    root = ET.fromstring(made.svg("a <title>", "b & c"))
    assert {each.tag.rpartition("}")[2] for each in root.iter()}.isdisjoint({"b", "script"})


def test_characters_that_xml_forbids_become_blanks() -> None:
    assert plain("a\x00\x0bb\ud800c\u202fd") == "a  b c\u202fd"
    made = sheet()
    made.write("a\x00b\x1b", 10, 50, FONT, "#000000")
    ET.fromstring(made.svg("t\x00", "d\x08"))


def test_an_svg_says_what_it_shows() -> None:
    root = ET.fromstring(sheet().svg("A & B", "<what> it shows"))
    name = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert (root.findtext(f"{name}title"), root.findtext(f"{name}desc")) == ("A & B", "<what> it shows")
    assert root.get("viewBox") == "0 0 300 200"


def test_a_png_has_the_size_of_the_sheet_and_carries_texts() -> None:
    image = Image.open(io.BytesIO(sheet().png({"Title": "Ünïcode 부산", "Source": "here"})))
    assert image.size == (300, 200)
    assert image.info["Title"] == "Ünïcode 부산"
    assert image.info["Source"] == "here"
    assert "Software" not in image.info


def test_things_stand_where_they_were_put_counted_from_the_top() -> None:
    made = sheet()
    made.rect(Box(10, 20, 30, 40), fill="#000000")
    image = ink(made)
    assert [image.getpixel(place) for place in ((12, 22), (38, 58), (12, 15), (45, 40))] == [0, 0, 255, 255]


def test_what_is_drawn_later_lies_above() -> None:
    made = sheet()
    made.rect(Box(0, 0, 300, 200), fill="#000000")
    made.stroke([(0, 100), (300, 100)], "#FFFFFF", 10)
    assert ink(made).getpixel((150, 100)) == 255


@pytest.mark.parametrize(("align", "at"), [("left", 100), ("center", 80), ("right", 60)])
def test_a_text_begins_ends_or_is_centred_at_its_place(align: str, at: int) -> None:
    made = sheet()
    made.write("HHHH", 100, 100, FONT, "#000000", align=align)  # type: ignore[arg-type]
    box = ink(made).point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    wide = made.width_of("HHHH", FONT)
    left = {"left": 100, "center": 100 - wide / 2, "right": 100 - wide}[align]
    assert box[0] == pytest.approx(left, abs=4)
    assert box[3] == pytest.approx(100, abs=2)  # the letters stand on their line


def test_the_same_sheet_is_the_same_file() -> None:
    def made() -> Sheet:
        one = sheet()
        one.write("Évry", 10, 50, FONT, "#123456", halo="#FFFFFF")
        one.rect(Box(10, 20, 30, 40), fill=None, line="#000000", width=1, hatch="//")
        return one

    assert made().svg("t", "d") == made().svg("t", "d")
    assert made().png({}) == made().png({})
