"""Files to take away."""

import csv
import io
import json
import zipfile
from typing import Any

import geopandas
import pandas as pd
import pytest

from atlas import export
from atlas.facts import FACTS, fact_columns
from atlas.load import load_network
from atlas.model import Network
from atlas.selection import Selection

ABOUT = export.Provenance(version="2026-11-22+0c97e2a", coverage="12 listed; 34 announced.", filter="Region: Africa")
SCRIPTS = ("부산", "القاهرة", "Сургут", "Đà Nẵng", "Αθήνα", "ኣዲስ ኣበባ", "თბილისი", 'Say "A, B"\nand C')
FORMULAS = ("=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx", "＝1")


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


@pytest.fixture
def members(network: Network) -> pd.DataFrame:
    return export.members_to_export(network)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def geojson_of(members: pd.DataFrame) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(export.to_geojson(members, ABOUT))
    return collection


def named(members: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    return members.head(len(names)).assign(display_name=list(names))


def test_a_csv_starts_with_the_mark_that_spreadsheets_need(members: pd.DataFrame) -> None:
    assert export.to_csv(members).startswith(b"\xef\xbb\xbfcity_id,")


def test_a_csv_has_a_row_per_member_and_ends_lines_as_rfc_4180_says(members: pd.DataFrame) -> None:
    content = export.to_csv(members)
    assert len(rows_of(content)) == len(members)
    assert content.endswith(b"\r\n")


def test_a_csv_has_no_columns_but_those_of_the_table(members: pd.DataFrame) -> None:
    assert list(rows_of(export.to_csv(members))[0]) == list(members.columns)


def test_an_archive_says_once_where_it_comes_from(members: pd.DataFrame) -> None:
    files = zipfile.ZipFile(io.BytesIO(export.to_zip(members, ABOUT, "atlas_all.zip")))
    assert files.namelist() == ["atlas_all.csv", "README.txt"]
    assert rows_of(files.read("atlas_all.csv")) == rows_of(export.to_csv(members))
    lines = files.read("README.txt").decode().split("\r\n")
    assert lines == [
        "Learning Cities Atlas: members of the UNESCO Global Network of Learning Cities, compiled from public pages. "
        "Data version 2026-11-22+0c97e2a of 22 November 2026. Licence CC BY 4.0.",
        "Independent; not an official product of UNESCO.",
        "",
        f"atlas_all.csv: {len(members)} rows.",
        "Filter: Region: Africa.",
        "Coverage: 12 listed; 34 announced.",
        "Data version 2026-11-22+0c97e2a of 22 November 2026; licence CC BY 4.0, "
        "https://creativecommons.org/licenses/by/4.0/.",
        "Attribution: Learning Cities Atlas, compiled from public pages (see source_url); places: GeoNames, CC BY 4.0.",
        "",
        "Comma-separated, UTF-8. Empty means not published. A text that begins like a formula has an apostrophe in "
        "front.",
        "",
    ]


def test_the_same_data_make_the_same_archive(members: pd.DataFrame) -> None:
    one, other = (export.to_zip(members.head(3), ABOUT, "a.zip") for _time in range(2))
    assert one == other
    assert zipfile.ZipFile(io.BytesIO(one)).infolist()[0].date_time == (2026, 11, 22, 0, 0, 0)


def test_an_archive_brings_what_the_columns_mean_where_the_schema_knows_them(tiny: Network) -> None:
    content = export.to_zip(tiny.awards, ABOUT, "atlas_awards.zip", {"awards": fact_columns("awards")})
    files = zipfile.ZipFile(io.BytesIO(content))
    assert files.namelist() == ["atlas_awards.csv", "README.txt", "DICTIONARY.csv"]
    entries = rows_of(files.read("DICTIONARY.csv"))
    assert [each["column"] for each in entries] == list(rows_of(files.read("atlas_awards.csv"))[0])
    assert entries[0] == {
        "table": "awards",
        "column": "year",
        "type": "year",
        "values": "",
        "meaning": "Year of the award.",
    }


@pytest.mark.parametrize("name", FACTS)
def test_every_other_table_has_the_columns_that_its_dictionary_describes(tiny: Network, name: str) -> None:
    assert [column.name for column in fact_columns(name)] == list(getattr(tiny, name).columns)


def test_one_row_and_none_are_counted_in_the_readme(members: pd.DataFrame) -> None:
    assert "a.csv: 1 row.\r\n" in export.readme(ABOUT, "a.csv", 1)
    assert "a.csv: 0 rows.\r\n" in export.readme(ABOUT, "a.csv", 0)


def test_names_in_all_scripts_survive_a_csv(members: pd.DataFrame) -> None:
    rows = rows_of(export.to_csv(named(members, SCRIPTS)))
    assert tuple(row["display_name"] for row in rows) == SCRIPTS


def test_texts_that_look_like_formulas_are_disarmed(members: pd.DataFrame) -> None:
    rows = rows_of(export.to_csv(named(members, FORMULAS)))
    assert [row["display_name"] for row in rows] == [f"'{text}" for text in FORMULAS]


def test_negative_numbers_stay_numbers(members: pd.DataFrame) -> None:
    table = members.head(2).assign(lat=[-33.5, 1.25], display_name=["-12", "-12,5"])
    rows = rows_of(export.to_csv(table))
    assert [row["lat"] for row in rows] == ["-33.5", "1.25"]
    assert [row["display_name"] for row in rows] == ["-12", "-12,5"]


def test_unknown_years_are_empty_and_known_ones_are_whole(members: pd.DataFrame) -> None:
    years = [row["joined_year"] for row in rows_of(export.to_csv(members))]
    assert years.count("") == members["joined_year"].isna().sum()
    assert all(year.isdigit() for year in years if year)


@pytest.mark.parametrize("name", ["focus", "awards", "milestones", "events", "theme_to_sdg", "clusters"])
def test_other_tables_keep_their_rows(network: Network, name: str) -> None:
    table = getattr(network, name)
    assert len(rows_of(export.to_csv(table))) == len(table)


def test_yes_and_no_are_words(network: Network) -> None:
    assert {row["mirror"] for row in rows_of(export.to_csv(network.focus))} == {"yes", "no"}


def test_statements_and_awards_stand_beside_the_member(network: Network, members: pd.DataFrame) -> None:
    themes = network.focus.loc[network.focus["kind"] == "theme"].iloc[0]
    assert themes["focus"] in members.loc[themes["city_id"], "stated_focus"].split("|")
    award = network.awards.iloc[0]
    assert str(award["year"]) in members.loc[award["city_id"], "award_years"].split("|")


def test_a_geojson_has_a_feature_per_member_and_says_what_it_is(members: pd.DataFrame) -> None:
    collection = geojson_of(members)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection  # RFC 7946: always WGS 84
    assert len(collection["features"]) == collection["metadata"]["count"] == len(members)
    assert collection["metadata"]["data_version"] == ABOUT.version
    assert collection["metadata"]["date"] == "2026-11-22"
    assert collection["metadata"]["licence"] == "CC BY 4.0"
    assert (collection["metadata"]["coverage"], collection["metadata"]["filter"]) == (ABOUT.coverage, ABOUT.filter)


def test_positions_are_longitude_then_latitude(members: pd.DataFrame) -> None:
    for feature in geojson_of(members)["features"]:
        if feature["geometry"]:
            member = members.loc[feature["id"]]
            assert feature["geometry"]["coordinates"] == pytest.approx([member["lon"], member["lat"]], abs=1e-5)


def test_members_that_are_not_placed_are_kept_without_a_point(members: pd.DataFrame) -> None:
    lost = members.head(3).assign(lat=[None, 1.0, 2.0], lon=[None, 1.0, 2.0])
    features = geojson_of(lost)["features"]
    assert [feature["geometry"] is None for feature in features] == [True, False, False]
    assert features[0]["properties"]["lat"] is None


def test_properties_are_typed_and_null_where_unknown(members: pd.DataFrame) -> None:
    for feature in geojson_of(members)["features"]:
        properties = feature["properties"]
        assert isinstance(properties["joined_year"], int | None)
        assert isinstance(properties["source_mirror"], bool)
        assert "" not in properties.values()


def test_geopandas_reads_names_in_all_scripts_and_null_geometries(members: pd.DataFrame) -> None:
    lost = named(members, SCRIPTS)
    lost = lost.assign(lat=lost["lat"].where(lost.index != lost.index[0]))
    frame = geopandas.read_file(io.BytesIO(export.to_geojson(lost, ABOUT)))
    assert frame.crs.to_epsg() == 4326
    assert tuple(frame["display_name"]) == SCRIPTS
    assert frame.geometry.isna().tolist() == [True, *[False] * (len(SCRIPTS) - 1)]


def test_no_member_makes_valid_empty_files(network: Network) -> None:
    none = export.members_to_export(network.only(network.cities.index[:0]))
    assert rows_of(export.to_csv(none)) == []
    assert geojson_of(none)["features"] == []


@pytest.mark.parametrize(
    ("selection", "extra", "name"),
    [
        (None, {}, "learning-cities-atlas_2026-11-22_all.csv"),
        (Selection(), {}, "learning-cities-atlas_2026-11-22_all.csv"),
        (Selection(region=("Arab States",)), {}, "learning-cities-atlas_2026-11-22_region-arab-states.csv"),
        (
            Selection(country=("KOR",), year=("2024",)),
            {"query": "São"},
            "learning-cities-atlas_2026-11-22_country-kor_year-2024_search-sao.csv",
        ),
        (Selection(), {"query": "부산"}, "learning-cities-atlas_2026-11-22_search.csv"),
        (None, {"table": "theme_to_sdg"}, "learning-cities-atlas_2026-11-22_theme-to-sdg_all.csv"),
    ],
)
def test_file_names_say_date_table_and_filter(selection: Selection | None, extra: dict[str, str], name: str) -> None:
    assert export.file_name(ABOUT.version, selection, "csv", **extra) == name


def test_file_names_stay_short() -> None:
    every = Selection(country=tuple(f"C{i:02}" for i in range(90)))
    assert len(export.file_name(ABOUT.version, every, "geojson")) < 130


def test_filters_are_told_in_words() -> None:
    choices = [("Region", "Africa"), ("Region", "Arab States"), ("Year", "2024")]
    assert export.filter_words(choices) == "Region: Africa, Arab States; Year: 2024"


def test_a_geojson_is_written_as_people_write_and_without_spaces(tiny: Network) -> None:
    text = export.to_geojson(export.members_to_export(tiny), ABOUT).decode()
    assert '"display_name":"المدينة"' in text
    assert '"geometry":{"type":"Point","coordinates":[2.4,48.6]}' in text


@pytest.mark.parametrize("degrees", [{"lat": None}, {"lon": None}, {"lat": None, "lon": None}])
def test_half_a_position_is_none(tiny: Network, degrees: dict[str, None]) -> None:
    half = export.members_to_export(tiny).loc[["at-deu"]].assign(**degrees)
    (feature,) = geojson_of(half)["features"]
    assert feature["geometry"] is None


def test_a_number_that_json_does_not_have_is_refused(tiny: Network) -> None:
    endless = export.members_to_export(tiny).assign(population=float("inf"))
    with pytest.raises(ValueError, match="JSON"):
        export.to_geojson(endless, ABOUT)


def test_statements_and_awards_are_joined_in_their_order(tiny: Network) -> None:
    members = export.members_to_export(tiny)
    assert members["stated_focus"].tolist() == [
        *("equity & inclusion|older people", "", "cluster:esd|equity & inclusion", "older people|sdg:5"),
        *("gender equality|older people|sdg:5", "citizenship", "cluster:esd|equity & inclusion|sdg:4", ""),
        *("environment & climate", ""),
    ]
    assert members["award_years"].tolist() == ["2015|2019", "", "2017", "", "", "", "2017", "", "", ""]
    assert "aliases" not in members


def test_a_csv_is_the_table_and_nothing_else(tiny: Network) -> None:
    row, _other = rows_of(export.to_csv(tiny.awards.head(2)))
    assert list(row) == list(tiny.awards.columns)
    assert (row["city"], row["is_member"], row["year"]) == ("'=1+1", "yes", "2015")
