"""Members as a GeoPackage, read back by geopandas and as the database that it is."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import geopandas
import pyogrio
import pytest

from atlas import export
from atlas.export.geopackage import to_gpkg
from atlas.wording import use_language
from tests.tiny import NAMES, VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.model import Network

ABOUT = export.Provenance(VERSION, "10 listed; 14 announced.", "Region: “Africa” <&>")
SE = "{http://www.opengis.net/se}"
COLOURS = {
    "Africa": ("213,94,0,255", "circle"),
    "Arab States": ("0,158,115,255", "triangle"),
    "Asia and the Pacific": ("0,114,178,255", "square"),
    "Europe and North America": ("34,40,45,255", "diamond"),
    "Latin America and the Caribbean": ("204,121,167,255", "pentagon"),
}


@pytest.fixture(scope="module")
def saved(tiny: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "atlas_all.gpkg"
    path.write_bytes(to_gpkg(export.Parcel(tiny, ABOUT, path.stem)))
    return path


def rows(saved: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(saved)) as base:
        return base.execute(query).fetchall()


def style(saved: Path, kind: str) -> ET.Element:
    ((text,),) = rows(saved, f"SELECT style{kind} FROM layer_styles")
    return ET.fromstring(text.encode())


def test_the_first_layer_is_the_members_and_tables_follow(saved: Path) -> None:
    names = [*("members", "focus", "awards", "dictionary", "about", "layer_styles")]
    assert pyogrio.list_layers(saved).tolist() == [[name, "Point" if name == "members" else None] for name in names]
    assert [len(geopandas.read_file(saved, layer=name)) for name in names] == [10, 15, 4, 46, 16, 1]


def test_positions_are_points_in_wgs_84(saved: Path) -> None:
    members = geopandas.read_file(saved, layer="members").set_index("city_id")
    assert members.crs.to_epsg() == 4326
    assert (members.geometry["minus-fra"].x, members.geometry["minus-fra"].y) == (-4.5, 48.4)
    assert members["display_name"].tolist() == list(NAMES.values())


def test_a_member_that_is_not_placed_has_no_geometry(saved: Path) -> None:
    members = geopandas.read_file(saved, layer="members").set_index("city_id")
    assert members.index[members.geometry.isna()].tolist() == ["script-grc"]


@pytest.mark.parametrize("degrees", [{"lat": None}, {"lon": None}])
def test_half_a_position_is_none(tiny: Network, tmp_path: Path, degrees: dict[str, None]) -> None:
    parcel = export.Parcel(tiny, ABOUT, "half")
    parcel.__dict__["members"] = parcel.members.assign(**degrees)
    (tmp_path / "half.gpkg").write_bytes(to_gpkg(parcel))
    assert geopandas.read_file(tmp_path / "half.gpkg", layer="members").geometry.isna().all()


def test_columns_are_typed_and_empty_where_nothing_is_published(saved: Path) -> None:
    told = dict(rows(saved, "SELECT name, type FROM pragma_table_info('members')"))
    assert {
        name: told[name] for name in ("geom", "joined_year", "population", "member_by", "lat", "source_mirror")
    } == {
        "geom": "POINT",
        "joined_year": "MEDIUMINT",
        "population": "INTEGER",
        "member_by": "DATE",
        "lat": "REAL",
        "source_mirror": "BOOLEAN",
    }
    (found,) = rows(
        saved,
        "SELECT joined_year, member_by, population, website, source_mirror FROM members WHERE city_id = 'minus-fra'",
    )
    assert found == (None, None, None, None, 0)
    years = rows(saved, "SELECT year, typeof(year), mirror FROM focus WHERE city_id = 'formula-nga'")
    assert years == [(2016, "integer", 0), (None, "null", 0)]


def test_the_database_is_sound(saved: Path) -> None:
    assert rows(saved, "PRAGMA integrity_check") == [("ok",)]
    assert rows(saved, "PRAGMA foreign_key_check") == []
    assert rows(saved, "PRAGMA application_id") == [(0x47504B47,)]  # "GPKG"
    assert rows(saved, "PRAGMA user_version") == [(10200,)]  # 1.2.0, which older programs know


def test_every_moment_is_the_day_of_the_data(saved: Path) -> None:
    day = ("2020-03-01T00:00:00.000Z",)
    assert set(rows(saved, "SELECT last_change FROM gpkg_contents")) == {day}
    assert set(rows(saved, "SELECT timestamp FROM gpkg_metadata_reference")) == {day}
    assert rows(saved, "SELECT update_time FROM layer_styles") == [day]
    clock = rf"{datetime.now(UTC).year}-\d\d-\d\dT".encode()  # also not between the rows, where something was replaced
    assert not re.search(clock, saved.read_bytes())


def test_programs_are_told_what_the_file_is(saved: Path) -> None:
    told = pyogrio.read_info(saved, layer="members")
    about = told["dataset_metadata"]
    assert (about["LICENCE"], about["DATE"], about["COUNT"]) == ("CC BY 4.0", "2020-03-01", "10")
    assert about["FILTER"] == "Region: “Africa” <&>"
    assert told["layer_metadata"]["DESCRIPTION"].startswith("The members, as points")


def test_qgis_finds_licence_and_date_among_the_properties_of_the_layer(saved: Path) -> None:
    ((text,),) = rows(
        saved,
        "SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id"
        " WHERE md_standard_uri = 'http://mrcc.com/qgis.dtd' AND reference_scope = 'table' AND table_name = 'members'",
    )
    told = ET.fromstring(text)
    assert told.findtext("license") == "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
    assert told.find("dates/date").attrib["value"] == "2020-03-01"  # type: ignore[union-attr]
    assert "Region: “Africa” <&>" in str(told.findtext("abstract"))


def test_the_style_is_where_qgis_looks_for_it(saved: Path) -> None:
    (found,) = rows(
        saved,
        "SELECT f_table_catalog, f_table_schema, f_table_name, f_geometry_column, useAsDefault FROM layer_styles",
    )
    assert found == ("", "", "members", "geom", 1)
    assert rows(saved, "SELECT column_name FROM gpkg_geometry_columns") == [("geom",)]


def test_qgis_draws_each_region_in_its_colour_and_shape(saved: Path) -> None:
    qml = style(saved, "QML")
    renderer = qml.find("renderer-v2")
    assert renderer is not None
    assert (renderer.get("type"), renderer.get("attr")) == ("categorizedSymbol", "region")
    symbols = {
        symbol.get("name"): {option.get("name"): option.get("value") for option in symbol.iter("Option")}
        for symbol in renderer.iter("symbol")
    }
    drawn = {
        str(each.get("value")): (symbols[each.get("symbol")]["color"], symbols[each.get("symbol")]["name"])
        for each in renderer.iter("category")
    }
    assert drawn == COLOURS


def test_qgis_writes_names_from_a_scale_on(saved: Path) -> None:
    qml = style(saved, "QML")
    assert qml.get("labelsEnabled") == "1"
    (text,), (scales,) = qml.iter("text-style"), qml.iter("rendering")
    assert text.get("fieldName") == "display_name"
    assert (scales.get("scaleVisibility"), scales.get("scaleMin"), scales.get("scaleMax")) == ("1", "0", "12000000")


def test_other_software_draws_the_same(saved: Path) -> None:
    sld = style(saved, "SLD")
    rules = [rule for rule in sld.iter(f"{SE}Rule") if rule.find(f"{SE}PointSymbolizer")]
    drawn = {}
    for rule in rules:
        (fill, *_stroke) = (each.text for each in rule.iter(f"{SE}SvgParameter"))
        literal = rule.findtext(".//{http://www.opengis.net/ogc}Literal")
        assert fill
        rgb = ",".join(str(int(fill[at : at + 2], 16)) for at in (1, 3, 5))
        drawn[literal] = (f"{rgb},255", rule.findtext(f".//{SE}WellKnownName"))
    assert drawn == COLOURS


def test_the_legend_is_in_the_language_of_the_visitor_and_the_values_are_not(tiny: Network, tmp_path: Path) -> None:
    use_language("fr")
    (tmp_path / "fr.gpkg").write_bytes(to_gpkg(export.Parcel(tiny, ABOUT, "fr")))
    renderer = style(tmp_path / "fr.gpkg", "QML").find("renderer-v2")
    assert renderer is not None
    labels = {each.get("value"): each.get("label") for each in renderer.iter("category")}
    assert labels["Arab States"] == "États arabes"
