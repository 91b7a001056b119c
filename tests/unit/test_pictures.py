"""Pictures: every one can be drawn, says what it must, withstands hostile names, and two at once do not mix."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from atlas.pictures import draw, maps
from atlas.pictures.draw import LANDSCAPE, SQUARE, EmptyPictureError, Size, draw_picture, tell_picture
from atlas.pictures.files import FORMS
from atlas.pictures.registry import PICTURES
from atlas.pictures.scope import Scope
from atlas.selection import Selection
from atlas.summaries.compare import Thing
from atlas.wording import LANGUAGES, speaking
from tests.sheets import Recorder
from tests.tiny import NAMES

if TYPE_CHECKING:
    from atlas.model import Network

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
COVERAGE = "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."
EUROPE = "Europe and North America"


def scope_of(network: Network, code: str = "map", **chosen: list[str]) -> Scope:
    """Return what a picture is about; the one of a region's countries needs a region, that of things needs things."""
    if code == "place_countries":
        chosen.setdefault("region", [EUROPE])
    things = (Thing("country", "KOR"), Thing("region", EUROPE)) if code == "compare_years" else ()
    return Scope(network, Selection(**chosen), things=things)


def image_of(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> list[Recorder]:
    """Return the sheets that the test draws on, the newest last."""
    made: list[Recorder] = []

    def sheet(width: int, height: int, paper: str) -> Recorder:
        made.append(Recorder(width, height, paper))
        return made[-1]

    monkeypatch.setattr(draw, "Sheet", sheet)
    return made


@pytest.mark.parametrize("code", PICTURES)
def test_every_picture_has_the_size_asked_for_and_says_what_it_shows(code: str, tiny: Network) -> None:
    scope = scope_of(tiny, code)
    told = tell_picture(code, scope)
    image = image_of(draw_picture(code, scope, size=SQUARE))
    assert image.size == (1080, 1080)
    assert image.info["Title"] == told.title
    assert image.info["Description"] == told.alt
    assert told.alt != told.title
    assert image.info["Source"].startswith(COVERAGE)
    assert image.info["Source"].endswith("Data of 1 March 2020.")
    assert "Independent; not an official product of UNESCO." in image.info["Disclaimer"]
    assert ("do not imply official endorsement" in image.info["Disclaimer"]) == (code == "map")


@pytest.mark.parametrize("code", PICTURES)
def test_every_picture_is_a_drawing_in_well_formed_xml_as_well(code: str, tiny: Network) -> None:
    with speaking("fr"):
        scope = scope_of(tiny, code)
        root = ET.fromstring(draw_picture(code, scope, form="svg"))
        told = tell_picture(code, scope)
    assert root.get("viewBox") == "0 0 1920 1080"
    assert root.findtext(f"{SVG}title") == told.title
    assert (root.findtext(f"{SVG}desc") or "").startswith(told.alt)
    assert {each.tag for each in root.iter() if "script" in each.tag or each.tag.endswith("}b")} == set()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_each_form_is_drawn_in_its_own_size(form: Any, tiny: Network) -> None:
    content = draw_picture("years", scope_of(tiny), size=form.size, form=form.ending)
    with speaking("fr"):
        assert form.label() != form.title
    if form.ending == "png":
        assert image_of(content).size == form.size
    else:
        assert content.startswith(b"<?xml")


def test_a_map_names_its_members_letter_by_letter(tiny: Network, sheets: list[Recorder]) -> None:
    draw_picture("map", scope_of(tiny))
    written = sheets[0].texts.keys()
    placed = set(NAMES.values()) - {NAMES["script-grc"], NAMES["long-kor"]}  # without a position; longer than the sea
    assert placed <= written
    assert {"10 members in 7 countries", "Africa", "2", "Arab States", "1"} <= written
    assert "1 member has no known position and no pin." in " ".join(written)
    assert "Projection: Equal Earth." in " ".join(written)


def test_local_names_take_the_place_of_those_that_have_one(tiny: Network, sheets: list[Recorder]) -> None:
    draw_picture("map", Scope(tiny, Selection(country=["KOR"]), local_names=True))
    assert "평범" in sheets[0].texts
    assert "Plain" not in sheets[0].texts
    assert NAMES["quote-kor"] in sheets[0].texts


def test_a_local_name_that_no_font_can_write_gives_way_to_the_other(tiny: Network, sheets: list[Recorder]) -> None:
    gothic = replace(tiny, cities=tiny.cities.assign(local_name="𐌲𐌿𐍄"))
    draw_picture("map", Scope(gothic, Selection(country=["KOR"]), local_names=True))
    assert "Plain" in sheets[0].texts
    assert "𐌲𐌿𐍄" not in sheets[0].texts


def test_a_country_is_told_in_the_title_and_other_filters_below(tiny: Network, sheets: list[Recorder]) -> None:
    draw_picture("map", scope_of(tiny, country=["KOR"], year=["2017"]))
    assert "2 members in the Republic of Korea" in sheets[0].texts
    assert "Filters: Year of joining: 2017" in sheets[0].texts
    draw_picture("map", scope_of(tiny, region=["Africa"]))
    assert "2 members in Africa" in sheets[1].texts
    assert not any(text.startswith("Filters:") for text in sheets[1].texts)


def test_a_chart_names_the_filters_that_it_follows_and_no_others(tiny: Network, sheets: list[Recorder]) -> None:
    for code in ("cohorts", "coverage", "stock"):
        draw_picture(code, scope_of(tiny, region=[EUROPE], focus=["cluster:esd"]))
    named = [[text for text in sheet.texts if text.startswith("Filters:")] for sheet in sheets]
    assert named == [
        ["Filters: Region: Europe and North America; Stated focus: Cluster: Education for sustainable development"],
        ["Filters: Region: Europe and North America"],
        [],
    ]


@pytest.fixture(scope="module")
def recorded(tiny: Network) -> dict[tuple[str, Size], Recorder]:
    """Return every picture, wide and square, as what is written and drawn on it."""
    found = {}
    with pytest.MonkeyPatch.context() as patched:
        for code in PICTURES:
            for size in (LANDSCAPE, SQUARE):
                sheet = found[code, size] = Recorder(*size, paper="#FFFFFF")
                patched.setattr(draw, "Sheet", lambda *_size, sheet=sheet, **_paper: sheet)
                draw_picture(code, scope_of(tiny, code), size=size)
    return found


def test_no_picture_tells_what_only_a_page_can_do(recorded: dict[tuple[str, Size], Recorder]) -> None:
    for sheet in recorded.values():
        said = " ".join(sheet.texts)
        assert "ilters do not apply" not in said
        assert "ollows the filters" not in said
        assert "Click" not in said


def test_nothing_is_written_beyond_the_edge_of_the_sheet(recorded: dict[tuple[str, Size], Recorder]) -> None:
    for of, sheet in recorded.items():
        for text, (x, y) in sheet.texts.items():
            assert 0 <= x <= sheet.width, (of, text)
            assert 0 <= y <= sheet.height, (of, text)
        for box, _fill, _line in sheet.boxes:
            assert 0 <= box.left <= box.right <= sheet.width, of
            assert 0 <= box.top <= box.bottom <= sheet.height, of


def test_letters_can_be_read_from_the_back_row(recorded: dict[tuple[str, Size], Recorder]) -> None:
    """On a sheet 1080 high nothing has fewer than 15 pixels, and no finding fewer than 32."""
    for of, sheet in recorded.items():
        assert min(sheet.sizes.values()) >= 15, of
        assert next(iter(sheet.sizes.values())) >= 32, of


def test_letters_grow_with_the_sheet(tiny: Network, sheets: list[Recorder]) -> None:
    draw_picture("years", scope_of(tiny), size=LANDSCAPE)
    draw_picture("years", scope_of(tiny), size=Size(3840, 2160))
    small, large = (sheet.sizes["Learning Cities Atlas"] for sheet in sheets)
    assert large == pytest.approx(2 * small)


def test_a_bare_picture_leaves_title_and_footer_to_whoever_shows_it(tiny: Network, sheets: list[Recorder]) -> None:
    draw_picture("map", scope_of(tiny, region=["Africa"]), bare=True)
    written = " ".join(sheets[0].texts)
    assert "2 members in Africa" not in written
    assert COVERAGE not in written
    assert "Projection: Lambert azimuthal equal-area" in written
    assert {"=1+1", "<b>Bold</b> & Co"} <= sheets[0].texts.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nobody_fits_there_is_a_message_instead_of_an_empty_picture(language: str, tiny: Network) -> None:
    nobody = scope_of(tiny, region=["Latin America and the Caribbean"])
    with speaking(language):
        for code in ("map", "cohorts", "goals"):
            with pytest.raises(EmptyPictureError, match=r"Nothing to draw|Rien à dessiner"):
                draw_picture(code, nobody)
        assert image_of(draw_picture("stock", nobody)).size == LANDSCAPE  # of the whole network, whatever is chosen


def test_a_chart_without_anything_to_tell_says_so(tiny: Network) -> None:
    for code, selection in (
        ("years", Selection(year=["2015"])),  # of a single year a chart tells nothing
        ("place_countries", Selection(country=["KOR"])),
        ("pairs", Selection(country=["DEU"])),  # one theme
        ("compare_years", Selection()),  # nothing to compare
    ):
        with pytest.raises(EmptyPictureError, match="this chart has nothing to say"):
            draw_picture(code, Scope(tiny, selection))


def test_an_unknown_picture_is_an_error(tiny: Network) -> None:
    with pytest.raises(KeyError):
        draw_picture("pie", scope_of(tiny))


def test_two_sessions_draw_at_once_and_each_gets_its_own_picture(tiny: Network) -> None:
    wishes = [
        ("map", {"country": ["KOR"]}, "en", "png"),
        ("map", {"region": ["Africa"]}, "fr", "svg"),
        ("themes", {}, "fr", "png"),
        ("cohort_regions", {}, "en", "svg"),
    ]

    def made(wish: tuple[str, dict[str, list[str]], str, Any]) -> bytes:
        code, chosen, language, form = wish
        with speaking(language):
            return draw_picture(code, Scope(tiny, Selection(**chosen)), size=SQUARE, form=form)

    alone = [made(wish) for wish in wishes]
    assert len(set(alone)) == len(wishes)
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(made, wishes * 2))
    assert together == alone * 2


def test_the_names_of_the_most_important_members_take_the_room_first(tiny: Network) -> None:
    order = maps._in_order(tiny).index.tolist()
    assert order[:3] == ["formula-nga", "rtl-egy", "accent-fra"]  # who has an award
    assert order[3] == "at-deu"  # large, then medium
    assert "script-grc" not in order  # not placed


def test_nothing_of_matplotlib_is_loaded_before_a_picture_is_asked_for_and_never_pyplot() -> None:
    told = """
import sys
import atlas.export_cli, atlas.pictures.files, atlas.ui.parts.pictures
assert not any(name.startswith("matplotlib") for name in sys.modules), "too early"
from atlas.load import load_network
from atlas.pictures.draw import draw_picture
from atlas.pictures.scope import Scope
from atlas.selection import Selection
import matplotlib
before = dict(matplotlib.rcParams)
draw_picture("map", Scope(load_network(), Selection(country=["FRA"])))
changed = {name for name, value in matplotlib.rcParams.items() if before[name] != value}
assert changed == {"svg.hashsalt"}, changed
assert "matplotlib.pyplot" not in sys.modules
"""
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
