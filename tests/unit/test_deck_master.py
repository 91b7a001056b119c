"""The master of the decks: made by its script, with a theme of our colours and layouts of real placeholders."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pytest

from atlas.deck import tables
from atlas.deck.build import MASTER
from tests.decks import boxes

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = ROOT / "scripts" / "build_deck_master.py"
    spec = importlib.util.spec_from_file_location("build_deck_master", path)
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def master() -> Any:
    return pptx.Presentation(str(MASTER))


def theme_of(master: Any) -> str:
    (part,) = [each.target_part for each in master.slide_master.part.rels.values() if each.reltype.endswith("/theme")]
    return str(part.blob.decode())


def test_the_committed_file_is_what_the_script_makes(script: ModuleType) -> None:
    assert script.build() == MASTER.read_bytes(), "run python scripts/build_deck_master.py"


def test_its_colours_are_those_of_the_atlas(master: Any) -> None:
    scheme = dict(re.findall(r'<a:(\w+)><a:srgbClr val="(\w+)"/>', theme_of(master)))
    assert [scheme[name] for name in ("dk1", "lt1", "accent1")] == ["22282D", "FBF8F1", "3D5D6F"]
    assert [scheme[f"accent{at}"] for at in range(2, 7)] == ["D55E00", "009E73", "0072B2", "22282D", "CC79A7"]


def test_its_faces_are_on_every_machine_and_know_other_scripts(master: Any) -> None:
    theme = theme_of(master)
    assert re.findall(r'<a:latin typeface="([^"]+)"/>', theme) == ["Georgia", "Calibri"]
    assert set(re.findall(r'<a:ea typeface="([^"]+)"/>', theme)) == {"Malgun Gothic"}
    assert set(re.findall(r'<a:cs typeface="([^"]+)"/>', theme)) == {"Arial"}
    assert {"Arab", "Hang", "Hans", "Jpan", "Thai", "Ethi", "Geor", "Armn"} <= set(re.findall(r'script="(\w+)"', theme))


def test_every_layout_has_real_placeholders_that_neither_overlap_nor_run_off(master: Any) -> None:
    kinds = {
        each.name: [holder.placeholder_format.type.name for holder in each.placeholders]
        for each in master.slide_layouts
    }
    assert list(kinds) == [
        "Opening",
        "Message and chart",
        "Message and picture",
        "Message and table",
        "Message, picture and table",
        "Message, table and small picture",
        "Sources and chart",
        "Sources",
    ]
    assert kinds["Message, picture and table"] == [
        "TITLE", "BODY", "PICTURE", "TABLE", "BODY", "FOOTER", "DATE", "SLIDE_NUMBER", "BODY",
    ]  # fmt: skip
    for layout in master.slide_layouts:
        for name, (left, top, right, bottom) in _of(layout):
            assert 0 <= left < right <= master.slide_width, (layout.name, name)
            assert 0 <= top < bottom <= master.slide_height, (layout.name, name)


def _of(layout: Any) -> list[tuple[str, tuple[int, int, int, int]]]:
    holders = {each.name for each in layout.placeholders}
    return [(name, box) for name, box in boxes(layout) if name in holders]


def test_no_slide_is_left_in_it_and_nothing_that_only_looks_is_read_out(master: Any) -> None:
    assert len(master.slides) == 0
    drawn = [shape for shape in master.slide_master.shapes if not shape.is_placeholder]
    assert len(drawn) == 6  # a line and five pins
    for shape in drawn:
        (flag,) = shape._element.xpath('.//*[local-name()="decorative"]/@val')
        assert flag == "1"


def test_the_tables_find_their_styles(script: ModuleType) -> None:
    assert (script.TABLE, script.FIGURES) == (tables.STYLE, tables.FIGURES)
    found = re.findall(r'styleId="([^"]+)"', script.table_styles())
    assert found == [tables.STYLE, tables.FIGURES]
