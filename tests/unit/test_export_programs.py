"""The files as other programs open them.

LibreOffice and GDAL's own tools are no part of the set-up: where they are found, these tests run, elsewhere each says
what it misses.  On Debian and Ubuntu: ``apt-get install --no-install-recommends libreoffice-calc gdal-bin``.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, Final

import pytest

from atlas import export
from tests.tiny import NAMES, VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.model import Network

ABOUT: Final = export.Provenance(VERSION, "10 listed; 14 announced.", "Region: Africa")
SOFFICE, OGRINFO = shutil.which("soffice"), shutil.which("ogrinfo")
needs_libreoffice = pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
needs_gdal = pytest.mark.skipif(not OGRINFO, reason="GDAL's tools (ogrinfo, of gdal-bin) are not installed")
# Comma, quotes, UTF-8, all sheets, cells as they are shown.
EVERY_SHEET: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
PATIENCE_S: Final = 120


def write(tiny: Network, folder: Path, code: str) -> Path:
    """Write the tiny network as a file of a format."""
    path = folder / f"atlas.{export.FORMATS[code].ending}"
    path.write_bytes(export.FORMATS[code].write(export.Parcel(tiny, ABOUT, path.stem)))
    return path


@pytest.fixture(scope="module")
def sheets(tiny: Network, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return the cells of every sheet as LibreOffice shows them."""
    folder = tmp_path_factory.mktemp("office")
    path = write(tiny, folder, "xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # beside an office that runs already
    command = [str(SOFFICE), profile, "--headless", "--convert-to", EVERY_SHEET, "--outdir", str(folder), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE_S)
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


def ogrinfo(path: Path, *words: str) -> dict[str, Any]:
    """Return what GDAL's own tool says about a file."""
    run = subprocess.run(
        [str(OGRINFO), "-json", *words, str(path)], capture_output=True, check=True, timeout=PATIENCE_S
    )
    assert not run.stderr, run.stderr.decode()
    told: dict[str, Any] = json.loads(run.stdout)
    return told


@needs_gdal
def test_gdal_finds_the_layers_of_a_geopackage_and_what_it_is(tiny: Network, tmp_path: Path) -> None:
    told = ogrinfo(write(tiny, tmp_path, "gpkg"))
    counts = {layer["name"]: layer["featureCount"] for layer in told["layers"]}
    assert {**counts, "layer_styles": 1} == {
        "members": 10,
        "focus": 15,
        "awards": 4,
        "dictionary": 46,
        "about": 16,
        "layer_styles": 1,
    }
    assert told["metadata"][""]["LICENCE"] == "CC BY 4.0"
    (points,) = told["layers"][0]["geometryFields"]
    assert (points["type"], points["coordinateSystem"]["projjson"]["id"]["code"]) == ("Point", 4326)


@needs_gdal
def test_gdal_reads_the_points_of_a_geojson(tiny: Network, tmp_path: Path) -> None:
    (layer,) = ogrinfo(write(tiny, tmp_path, "geojson"))["layers"]
    assert layer["featureCount"] == 10
    assert layer["geometryFields"][0]["extent"] == [-4.5, -1.3, 129.0, 53.5]
