"""The files as other programs open them.

LibreOffice and GDAL's own tools are no part of the set-up: where they are found, these tests run, elsewhere each says
what it misses.  On Debian and Ubuntu: ``apt-get install --no-install-recommends libreoffice-calc libreoffice-impress
gdal-bin``.
"""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from atlas import export
from atlas.deck.build import build_deck
from atlas.story import arranged
from tests.stories import told as story_of
from tests.tiny import NAMES, VERSION

if TYPE_CHECKING:
    from atlas.model import Network

ABOUT: Final = export.Provenance(VERSION, "10 listed; 14 announced.", "Region: Africa")
SOFFICE, OGRINFO = shutil.which("soffice"), shutil.which("ogrinfo")
needs_libreoffice = pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
needs_impress = pytest.mark.skipif(
    not SOFFICE or not (Path(SOFFICE).resolve().parent / "simpress").exists(),
    reason="LibreOffice Impress (libreoffice-impress) is not installed",
)
needs_gdal = pytest.mark.skipif(not OGRINFO, reason="GDAL's tools (ogrinfo, of gdal-bin) are not installed")
# Comma, quotes, UTF-8, all sheets, cells as they are shown.
EVERY_SHEET: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
PATIENCE_S: Final = 120


def convert(path: Path, form: str) -> None:
    """Let LibreOffice write a file in another form beside it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"  # beside an office that runs already
    command = [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE_S)


def write(tiny: Network, folder: Path, code: str) -> Path:
    """Write the tiny network as a file of a format."""
    path = folder / f"atlas.{export.FORMATS[code].ending}"
    path.write_bytes(export.FORMATS[code].write(export.Parcel(tiny, ABOUT, path.stem)))
    return path


@pytest.fixture(scope="module")
def sheets(tiny: Network, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return the cells of every sheet as LibreOffice shows them."""
    folder = tmp_path_factory.mktemp("office")
    convert(write(tiny, folder, "xlsx"), EVERY_SHEET)
    found = {}
    for each in folder.glob("atlas-*.csv"):
        with each.open(encoding="utf-8", newline="") as text:
            found[each.stem.removeprefix("atlas-")] = list(csv.reader(text))
    return found


@needs_libreoffice
def test_libreoffice_opens_every_sheet(sheets: dict[str, list[list[str]]]) -> None:
    assert {name: len(rows) for name, rows in sheets.items()} == {
        "Members": 11,
        "Focus statements": 16,
        "Awards": 5,
        "Dictionary": 47,
        "About this file": 16,
    }


@needs_libreoffice
def test_libreoffice_runs_no_name_as_a_formula(sheets: dict[str, list[list[str]]]) -> None:
    head, *rows = sheets["Members"]
    assert [row[head.index("display_name")] for row in rows] == list(NAMES.values())


@needs_libreoffice
def test_libreoffice_reads_dates_numbers_and_yes_or_no(sheets: dict[str, list[list[str]]]) -> None:
    head, row, *_others = sheets["Members"]
    told = dict(zip(head, row, strict=True))
    assert {name: told[name] for name in ("joined_year", "member_by", "lat", "population", "source_mirror")} == {
        "joined_year": "2015",
        "member_by": "2015-09-28",
        "lat": "6.50000",
        "population": "1,000,000",
        "source_mirror": "FALSE",
    }


@needs_impress
def test_libreoffice_shows_every_slide_of_a_deck(tiny: Network, tmp_path: Path) -> None:
    story = arranged(story_of(tiny, "country:KOR"), ["title", "work", "missing", "sources"])
    path = tmp_path / "deck.pptx"
    path.write_bytes(build_deck(story))
    convert(path, "pdf")
    pages = re.findall(rb"/Type\s*/Page[^s]", path.with_suffix(".pdf").read_bytes())
    assert len(pages) == 4


def ogrinfo(path: Path, *words: str) -> str:
    """Return what GDAL's own tool says about a file, which it must read without a warning."""
    run = subprocess.run([str(OGRINFO), "-ro", *words, str(path)], capture_output=True, check=True, timeout=PATIENCE_S)
    assert not run.stderr, run.stderr.decode()
    return run.stdout.decode()


def said(report: str, name: str) -> list[str]:
    """Return the values of a line that the report has for each layer."""
    return re.findall(rf"^ *{name}[:=] ?(.*)$", report, re.MULTILINE)


@needs_gdal
def test_gdal_finds_the_layers_of_a_geopackage_and_what_it_is(tiny: Network, tmp_path: Path) -> None:
    told = ogrinfo(write(tiny, tmp_path, "gpkg"), "-so", "-al")
    assert said(told, "Layer name")[:5] == ["members", "focus", "awards", "dictionary", "about"]
    assert said(told, "Feature Count")[:5] == ["10", "15", "4", "46", "16"]
    assert said(told, "Geometry")[:2] == ["Point", "None"]
    assert said(told, "LICENCE") == ["CC BY 4.0"]
    assert said(told, "member_by") == ["Date (0.0)"]
    assert 'ID["EPSG",4326]' in told


@needs_gdal
def test_gdal_reads_the_points_of_a_geojson(tiny: Network, tmp_path: Path) -> None:
    told = ogrinfo(write(tiny, tmp_path, "geojson"), "-so", "-al")
    assert said(told, "Feature Count") == ["10"]
    assert said(told, "Extent") == ["(-4.500000, -1.300000) - (129.000000, 53.500000)"]
