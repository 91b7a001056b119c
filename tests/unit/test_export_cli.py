"""``python -m atlas export``: the files of the app without the app, whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from atlas import export, load
from atlas.cli import main
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _tiny_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(load, "load_network", tiny_network)
    monkeypatch.chdir(tmp_path)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was said about a failure: one sentence, and nothing else."""
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    return line


@pytest.mark.parametrize("code", export.FORMATS)
def test_every_format_is_written_under_a_name_with_date_and_filter(code: str, tmp_path: Path) -> None:
    assert main(["export", "data", "--country", "KOR", "--format", code]) == 0
    (written,) = tmp_path.iterdir()
    ending = export.FORMATS[code].ending
    assert written.name == f"learning-cities-atlas_2020-03-01_country-kor.{ending}"


def test_the_ending_of_the_file_says_the_format(tmp_path: Path) -> None:
    assert main(["export", "data", "--country", "FRA", "-o", "france.xlsx"]) == 0
    rows = list(openpyxl.load_workbook(tmp_path / "france.xlsx").active.values)
    assert [row[1] for row in rows[1:]] == ["Évry", "-Minus"]


def test_a_folder_gets_a_file_with_the_usual_name(tmp_path: Path) -> None:
    (tmp_path / "out.d").mkdir()
    assert main(["export", "data", "--format", "csv", "-o", "out.d"]) == 0
    assert [each.name for each in (tmp_path / "out.d").iterdir()] == ["learning-cities-atlas_2020-03-01_all.zip"]


def test_what_was_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "data", "--region", "africa", "-o", "a.geojson", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": "a.geojson", "format": "geojson", "members": 2}
    assert main(["export", "data", "--region", "africa", "-o", "a.geojson"]) == 0
    assert capsys.readouterr().out == "2 member(s) written to a.geojson\n"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([], 10),
        (["--region", "Africa"], 2),
        (["--region", "AFRICA", "--region", "arab states"], 3),
        (["--country", "kor"], 3),
        (["--format", "GeoJSON"], 10),
        (["--country", "Republic of Korea"], 3),
        (["--country", "KOR", "--year", "2017"], 2),
        (["--year", "unknown"], 2),
        (["--kind", "district"], 2),
        (["--award", "2017"], 2),
        (["--focus", "citizenship", "--evidence", "weak"], 1),
    ],
)
def test_the_filters_are_those_of_the_app(words: list[str], names: int, tmp_path: Path) -> None:
    assert main(["export", "data", *words, "-o", "a.geojson"]) == 0
    assert len(json.loads((tmp_path / "a.geojson").read_bytes())["features"]) == names


def test_the_sentences_are_in_the_language_asked_for(tmp_path: Path) -> None:
    assert main(["export", "data", "--region", "Africa", "--lang", "fr", "-o", "a.geojson"]) == 0
    about = json.loads((tmp_path / "a.geojson").read_bytes())["metadata"]
    assert about["filter"] == "Région\N{NARROW NO-BREAK SPACE}: Afrique"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--country", "XXX"], '"XXX" is no country with members; use an ISO 3166-1 alpha-3 code, such as KOR.'),
        (["--country", "Korea"], "Did you mean KOR (Republic of Korea)?"),
        (["--country", "JPN"], "no member of Japan is listed, so there is nothing to write."),
        (["--region", "Europe"], '"Europe" is no region in the data; use Africa, Arab States, Asia and the Pacific, '),
        (["--year", "1900"], '"1900" is no year of joining in the data; use 2015, 2017, 2019 or unknown.'),
        (["--format", "pdf"], '"pdf" is no format for data; use csv, xlsx, geojson or gpkg.'),
        (["--lang", "tlh"], '"tlh" is no language of the Atlas; use en or fr.'),
        (["-o", "a.csv"], "a.csv is no name for a file of format csv, which ends in .zip."),
        (["-o", "a.txt", "--format", "xlsx"], "a.txt is no name for a file of format xlsx, which ends in .xlsx."),
    ],
)
def test_wrong_use_is_one_sentence_and_no_file(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    given = [] if {"--format", "-o"} & {*words} else ["--format", "csv"]
    assert main(["export", "data", *words, *given]) == 2
    assert said in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_format_has_to_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "data", "-o", "file"]) == 2
    assert told(capsys) == "atlas: say in which format with --format: csv, xlsx, geojson or gpkg."


def test_nobody_is_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["export", "data", "--region", "Africa", "--country", "KOR", "-o", "a.xlsx"]) == 1
    assert told(capsys) == "atlas: no member fits all of these filters, so nothing was written."
    assert list(tmp_path.iterdir()) == []


def no_such_folder(_tmp_path: Path) -> str:
    return "none/a.gpkg"


def a_file_as_folder(tmp_path: Path) -> str:
    (tmp_path / "taken").write_text("a file")
    return "taken/a.gpkg"


@pytest.mark.parametrize("where", [no_such_folder, a_file_as_folder])
def test_a_place_that_cannot_be_written_is_one_sentence(
    where: Callable[[Path], str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = where(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main(["export", "data", "-o", path]) == 1
    assert told(capsys).startswith(f"atlas: {path} cannot be written: ")
    assert sorted(tmp_path.rglob("*")) == before


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from atlas.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit for the size of files")
def test_a_file_that_does_not_fit_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_text("the old one")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", _LIMITED, "export", "data", "-o", str(path)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr.splitlines() == [f"atlas: {path} cannot be written: File too large"]
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(path.name, "the old one")]


def test_a_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "a.geojson").write_text("the old one")
    assert main(["export", "data", "-o", "a.geojson"]) == 0
    assert json.loads((tmp_path / "a.geojson").read_bytes())["metadata"]["count"] == 10
    assert [each.name for each in tmp_path.iterdir()] == ["a.geojson"]


@pytest.mark.parametrize("words", [[], ["poster"]])
def test_a_kind_has_to_be_known(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", *words])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err
