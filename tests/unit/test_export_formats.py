"""What holds for every format in which members are handed out."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import openpyxl
import pytest

from atlas import export
from atlas.exonyms import speak
from atlas.schema import load_schema
from atlas.wording import use_language
from tests.tiny import NAMES, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.model import Network

ABOUT = export.Provenance(VERSION, "10 listed; 14 announced.", "Region: Africa & more")
EVERY = pytest.mark.parametrize("code", export.FORMATS)


def made(code: str, network: Network, about: export.Provenance = ABOUT) -> bytes:
    return export.FORMATS[code].write(export.Parcel(network, about, "atlas_all"))


def opened(content: bytes) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    return base


def sheets(content: bytes) -> list[list[tuple[object, ...]]]:
    return [list(sheet.values) for sheet in openpyxl.load_workbook(io.BytesIO(content))]


def files(content: bytes) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def rows_of_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(content)["atlas_all.csv"], newline="")))


NAMES_IN: dict[str, Callable[[bytes], list[str]]] = {
    "csv": lambda content: [row["display_name"].removeprefix("'") for row in rows_of_csv(content)],
    "xlsx": lambda content: [str(row[1]) for row in sheets(content)[0][1:]],
    "geojson": lambda content: [each["properties"]["display_name"] for each in json.loads(content)["features"]],
    "gpkg": lambda content: [name for (name,) in opened(content).execute("SELECT display_name FROM members")],
}
"""How the names of the members are read from a file."""

TEXT_IN: dict[str, Callable[[bytes], str]] = {
    "csv": lambda content: "\n".join(files(content).values()),
    "xlsx": lambda content: "\n".join(str(cell) for sheet in sheets(content) for row in sheet for cell in row),
    "geojson": lambda content: json.dumps(json.loads(content), ensure_ascii=False),
    "gpkg": lambda content: "\n".join(opened(content).iterdump()),
}
"""How all of its text is read."""


@EVERY
def test_every_member_is_there_under_its_name(tiny: Network, code: str) -> None:
    assert NAMES_IN[code](made(code, tiny)) == list(NAMES.values())


@EVERY
def test_only_the_shown_members_are_there_in_their_order(tiny: Network, code: str) -> None:
    shown = tiny.only(tiny.cities.index[[8, 0]])
    assert NAMES_IN[code](made(code, shown)) == ["@Home", "=1+1"]


@EVERY
def test_no_member_makes_a_valid_file(tiny: Network, code: str) -> None:
    assert NAMES_IN[code](made(code, tiny.only(tiny.cities.index[:0]))) == []


@EVERY
@pytest.mark.parametrize(
    "told",
    [
        *(VERSION, "10 listed; 14 announced.", "Independent; not an official product of UNESCO.", "CC BY 4.0"),
        *("https://creativecommons.org/licenses/by/4.0/", "Data version 2020-03-01+tiny of 1 March 2020."),
        *("Region: Africa & more", "places: GeoNames, CC BY 4.0"),
    ],
)
def test_source_licence_date_coverage_and_filter_are_inside(tiny: Network, code: str, told: str) -> None:
    assert told in TEXT_IN[code](made(code, tiny))


@EVERY
def test_what_the_columns_mean_is_inside(tiny: Network, code: str) -> None:
    text = TEXT_IN[code](made(code, tiny))
    meanings = {
        column.name: column.help for column in load_schema()["cities"] if column.name not in ("aliases", "site")
    }
    assert not [name for name, meaning in meanings.items() if meaning not in text.replace('""', '"').replace("''", "'")]


@EVERY
def test_sentences_are_in_the_language_of_the_visitor_and_data_are_not(network: Network, code: str) -> None:
    use_language("fr")
    cairo = speak(network, "fr").only(network.cities.index[network.cities["display_name"] == "Cairo"])
    assert cairo.cities["display_name"].tolist() == ["Le Caire"]
    content = made(code, cairo)
    assert NAMES_IN[code](content) == ["Cairo"]
    assert "Indépendant" in TEXT_IN[code](content)


@EVERY
def test_the_same_data_make_the_same_bytes(tiny: Network, code: str) -> None:
    assert made(code, tiny) == made(code, tiny)


def test_a_geopackage_counts_one_change_however_many_transactions_gdal_took(tiny: Network) -> None:
    content = made("gpkg", tiny)
    assert content[24:28] == content[92:96] == b"\x00\x00\x00\x01"


@EVERY
def test_several_at_once_do_not_disturb_each_other(tiny: Network, code: str) -> None:
    alone = made(code, tiny)
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _visitor: made(code, tiny), range(8))) == {alone}


@EVERY
def test_nothing_passes_through_temporary_files(tiny: Network, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile._get_candidate_names", lambda: pytest.fail("a temporary file was asked for"))
    assert made(code, tiny)


def test_codes_and_endings_are_told_apart() -> None:
    assert list(export.FORMATS) == ["csv", "xlsx", "geojson", "gpkg"]
    assert [each.ending for each in export.FORMATS.values()] == ["zip", "xlsx", "geojson", "gpkg"]
    assert len({each.mime for each in export.FORMATS.values()}) == 4
