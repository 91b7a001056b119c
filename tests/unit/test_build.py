"""The build refuses what cannot be true, says where it stands, and writes all or nothing."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest

from atlas.build import BuildError, Fault, accept_raw, build_files, write_files
from atlas.build.cities import announcements
from atlas.build.ids import city_id, slug
from atlas.build.raw import RAW_COLUMNS, load_raw
from atlas.build.schema import schema_faults
from atlas.schema import stored_columns
from geo import gazetteer

DATA = Path(__file__).parents[2] / "data"
PAGE = "https://example.org/page"
TABLES = {
    "members": (
        f"Lyon,France,FRA,Europe and North America,2022,2022,cohort list,{PAGE},\n"
        f"Nice,France,FRA,Europe and North America,2016,2016,member page,{PAGE},a note\n"
        f"La Paz (Mendoza),Argentina,ARG,Latin America and the Caribbean,,,profile,{PAGE},\n"
    ),
    "members_unconfirmed": "Paris,France,FRA,Europe and North America,,,recollection,,no source\n",
    "milestones": f"2022-09-02,UNESCO announces the 2022 cohort,77,44,294,76,{PAGE}\n2016-06,A count,,,49,22,{PAGE}\n",
    "city_focus": f"Lyon,France,FRA,theme,literacy,2023,says so,{PAGE},,official\n",
    "theme_to_sdg": f"literacy,4,mapped: target 4.6,{PAGE}\n",
    "clusters": f"literacy,Literacy,2019-2021,,{PAGE},\n",
    "awards": f"2024,Lyon,France,FRA,UNESCO Learning City Award 2024,{PAGE}\n",
    "events": f"2024-12-03/2024-12-05,Sixth International Conference on Learning Cities,Lyon,France,,{PAGE}\n",
    "city_facts": f"Nice,France,FRA,340000,2020,,,{PAGE}\n",
    "unesco_member_states": "FRA,Europe and North America\nARG,Latin America and the Caribbean\n",
}
OVERRIDES = {
    "corrections": "table,key,column,old,new,reason,source_url\n",
    "member_by": f"iso3,city,member_by,reason,source_url\nARG,La Paz (Mendoza),2024-07-01,named then,{PAGE}\n",
    "members": (
        "iso3,city,display_name,kind,local_name,extra_aliases,reason\nFRA,Lyon,Lyon,city,,Lyons,a city\n"
        "FRA,Nice,Nice,city,,,a city\nARG,La Paz (Mendoza),La Paz,city,,,a city\n"
    ),
    "coordinates": "iso3,city,lat,lon,precision,reason,source_url\n",
    "places": 'iso3,city,geonameid,reason\nARG,La Paz (Mendoza),3849516,"the town in Mendoza"\n',
    "not_placed": "iso3,city,reason\n",
    "milestones": (
        "action,date,event,cities_added,countries_added,cities_total,countries_total,source_url,"
        "is_official,superseded_by,note,reason\n"
        f"annotate,2022-09-02,UNESCO announces the 2022 cohort,,,,,{PAGE},yes,292,later 292,by UNESCO\n"
    ),
    "country_names": "iso3,lang,name,reason,source\n",
    "city_names": "iso3,city,lang,name,reason,named_in\n",
    "focus_links": "table,city,iso3,member_city,reason,source_url\n",
}


_read = cache(gazetteer.load_gazetteer)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with three members; the gazetteer, which no test changes, is read once for each choice."""
    monkeypatch.setattr(gazetteer, "load_gazetteer", lambda _path, *, iso3s: _read(iso3s=frozenset(iso3s)))
    folder = tmp_path / "data"
    (folder / "raw").mkdir(parents=True)
    (folder / "overrides").mkdir()
    for name, rows in TABLES.items():
        header = ",".join(RAW_COLUMNS[name])
        (folder / "raw" / f"{name}.csv").write_text(f"{header}\n{rows}", encoding="utf-8")
        sidecar = {"what": name, "compiled_on": "2026-11-22", "sha256": "", "rows": 0}
        (folder / "raw" / f"{name}.csv.provenance.json").write_text(json.dumps(sidecar), encoding="utf-8")
    for name, text in OVERRIDES.items():
        (folder / "overrides" / f"{name}.csv").write_text(text, encoding="utf-8")
    for name in ("boundaries", "gazetteer"):
        (folder / name).symlink_to(DATA / name)
    return folder


def edit(data: Path, path: str, old: str, new: str) -> None:
    file = data / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(data: Path, path: str, row: str) -> None:
    with (data / path).open("a", encoding="utf-8") as file:
        file.write(row + "\n")


def faults(data: Path) -> tuple[Fault, ...]:
    with pytest.raises(BuildError) as refused:
        build_files(data)
    return refused.value.faults


def rows(data: Path, table: str) -> list[dict[str, str]]:
    content = build_files(data).files[f"curated/{table}.csv"]
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_members_are_sorted_by_an_identifier_that_keeps_the_qualifier(data: Path) -> None:
    assert [row["city_id"] for row in rows(data, "cities")] == ["la-paz-mendoza-arg", "lyon-fra", "nice-fra"]


def test_a_member_of_a_known_intake_is_dated_by_its_announcement(data: Path) -> None:
    lyon = rows(data, "cities")[1]
    assert (lyon["member_by"], lyon["member_by_source"]) == ("2022-09-02", PAGE)


def test_a_member_of_another_year_is_dated_by_the_end_of_that_year(data: Path) -> None:
    assert rows(data, "cities")[2]["member_by"] == "2016-12-31"


def test_a_member_without_year_is_dated_by_hand_and_the_notes_say_why(data: Path) -> None:
    la_paz = rows(data, "cities")[0]
    assert la_paz["member_by"] == "2024-07-01"
    assert la_paz["notes"] == "member by 2024-07-01: named then"


def test_a_pinned_member_stands_where_the_pin_says(data: Path) -> None:
    la_paz = rows(data, "cities")[0]
    assert (la_paz["geonameid"], la_paz["geocode_method"]) == ("3849516", "gazetteer-pinned")


def test_population_comes_only_from_a_page_about_the_member(data: Path) -> None:
    assert [row["population"] for row in rows(data, "cities")] == ["", "", "340000"]


def test_geonames_counts_the_people_of_towns_only(data: Path) -> None:
    """Nice (2964574 in GeoNames, 342,669 people) is a town; as a municipality it would be more than its town."""
    assert rows(data, "cities")[2]["population_geonames"] == "342669"
    edit(data, "overrides/members.csv", "Nice,Nice,city", "Nice,Nice,municipality")
    assert rows(data, "cities")[2]["population_geonames"] == ""


def test_no_people_in_geonames_is_no_number(data: Path) -> None:
    """Yeoncheon-eup has a population of 0 in GeoNames, which means that nobody entered one."""
    add(data, "raw/unesco_member_states.csv", "KOR,Asia and the Pacific")
    add(data, "raw/members.csv", f"Yeoncheon,Republic of Korea,KOR,Asia and the Pacific,2016,2016,profile,{PAGE},")
    add(data, "overrides/members.csv", "KOR,Yeoncheon,Yeoncheon,city,,,a city")
    add(data, "overrides/places.csv", "KOR,Yeoncheon,1832699,the town")
    add(data, "overrides/country_names.csv", f"KOR,en,Republic of Korea,UN short name,{PAGE}")
    add(data, "overrides/country_names.csv", f"KOR,fr,République de Corée,UN short name,{PAGE}")
    yeoncheon = next(row for row in rows(data, "cities") if row["city"] == "Yeoncheon")
    assert (yeoncheon["geonameid"], yeoncheon["population_geonames"]) == ("1832699", "")


def test_aliases_hold_each_spelling_once(data: Path) -> None:
    aliases = rows(data, "cities")[1]["aliases"].split("|")
    assert aliases[0] == "Lyons"
    assert len(aliases) == len(set(aliases))


def test_a_focus_that_is_theme_and_cluster_is_mapped_for_both(data: Path) -> None:
    assert [row["focus_kind"] for row in rows(data, "theme_to_sdg")] == ["cluster", "theme"]


def test_dates_keep_their_precision_and_sort_by_their_last_day(data: Path) -> None:
    month, day = rows(data, "milestones")
    assert (month["date"], month["date_precision"], month["sort_date"]) == ("2016-06", "month", "2016-06-30")
    assert (day["is_official"], day["superseded_by"], day["note"]) == ("yes", "292", "later 292")


def test_an_award_is_an_event_of_the_conference_of_its_year(data: Path) -> None:
    award = next(row for row in rows(data, "events") if row["kind"] == "award")
    assert (award["start_date"], award["city"], award["outcome"]) == ("2024-12-03", "Lyon", "1 cities")


def test_the_same_input_gives_the_same_bytes(data: Path) -> None:
    assert build_files(data) == build_files(data)


def test_the_version_changes_with_the_content(data: Path) -> None:
    before = build_files(data).version
    edit(data, "raw/members.csv", "a note", "another note")
    assert before.startswith("2026-11-22+")
    assert build_files(data).version != before


@pytest.mark.parametrize(
    ("path", "old", "new", "column"),
    [
        ("raw/members.csv", "FRA", "XXX", "iso3"),
        ("raw/members.csv", "Lyon,France", "Lyon,Frankreich", "country"),
        ("raw/members.csv", "Europe and North America", "Africa", "unesco_region"),
        ("raw/members.csv", "Nice", "Lyon", "city"),
        ("raw/members.csv", "2022,2022", "1922,2022", "joined_year"),
        ("raw/members.csv", "2022,2022", "2027,2022", "joined_year"),
        ("raw/members.csv", PAGE, "see notes", "source_url"),
        ("raw/city_focus.csv", "Lyon", "Lion", "city"),
        ("raw/city_focus.csv", "literacy", "litaracy", "focus"),
        ("raw/city_focus.csv", PAGE, "", "source_url"),
        ("raw/awards.csv", "Lyon", "Lion", "city"),
        ("raw/city_facts.csv", "Nice", "Nizza", "city"),
        ("overrides/places.csv", "La Paz", "La Pas", "city"),
        ("overrides/member_by.csv", ",named then", ",", "reason"),
        ("overrides/member_by.csv", PAGE, "a letter", "source_url"),
    ],
)
def test_a_fault_names_file_row_column_and_remedy(data: Path, path: str, old: str, new: str, column: str) -> None:
    edit(data, path, old, new)
    found = [fault for fault in faults(data) if fault.column == column]
    assert found
    assert all(fault.row >= 2 and fault.remedy and fault.file.endswith(".csv") for fault in found)


def test_all_faults_are_told_at_once(data: Path) -> None:
    edit(data, "raw/members.csv", "2022,2022", "1922,2022")
    edit(data, "raw/awards.csv", "2024,", "1924,")
    assert {fault.file for fault in faults(data)} == {"raw/members.csv", "raw/awards.csv"}


def test_a_name_in_another_language_belongs_to_a_member_and_says_where_it_stands(data: Path) -> None:
    add(data, "overrides/city_names.csv", "FRA,Nice,it,Nizza,a reason,Treccani")
    assert rows(data, "city_names") == [{"city_id": "nice-fra", "lang": "it", "name": "Nizza", "named_in": "Treccani"}]
    edit(data, "overrides/city_names.csv", "Treccani", "")
    (fault,) = faults(data)
    assert (fault.file, fault.column, fault.problem) == ("curated/city_names.csv", "named_in", "is empty")
    edit(data, "overrides/city_names.csv", "Nice", "Nizza")
    (fault,) = faults(data)
    assert (fault.file, fault.row) == ("overrides/city_names.csv", 2)


def test_an_override_that_nothing_uses_is_a_fault(data: Path) -> None:
    add(data, "overrides/country_names.csv", f"DEU,en,Germany,a reason,{PAGE}")
    (fault,) = faults(data)
    assert (fault.file, fault.row) == ("overrides/country_names.csv", 2)
    assert "used by nothing" in fault.problem


def test_a_column_that_nothing_fills_is_a_fault() -> None:
    (fault,) = schema_faults("country_names", [{"iso3": "FRA", "lang": "fr", "name": "France"}], "2026-11-24")
    assert (fault.file, fault.column) == ("curated/country_names.csv", "source")
    assert fault.problem == "nothing gives its values"


@pytest.mark.parametrize(("cell", "faulty"), [("yes", False), ("no", False), ("maybe", True), ("True", True)])
def test_a_boolean_is_yes_or_no(cell: str, faulty: bool) -> None:
    row = {column.name: "2026" if column.name == "year" else "x" for column in stored_columns("focus")}
    row |= {"kind": "theme", "strength": "weak", "source_url": PAGE, "mirror": cell}
    assert [fault.column for fault in schema_faults("focus", [row], "2026-11-24")] == (["mirror"] if faulty else [])


def test_a_correction_that_fits_no_cell_is_a_fault(data: Path) -> None:
    add(data, "overrides/corrections.csv", f"events,city=Nowhere,city,Nowhere,Somewhere,a reason,{PAGE}")
    assert faults(data)[0].problem == "0 rows have this key and old value, not one"


def test_a_correction_changes_the_one_cell_it_names(data: Path) -> None:
    add(data, "overrides/corrections.csv", f"members,city=Nice;iso3=FRA,notes,a note,the note,a reason,{PAGE}")
    assert rows(data, "cities")[2]["notes"] == "the note"


def test_a_member_without_position_must_be_listed_openly(data: Path) -> None:
    edit(data, "raw/members.csv", "Nice", "Qwxyzt")
    edit(data, "raw/city_facts.csv", "Nice", "Qwxyzt")
    edit(data, "overrides/members.csv", "Nice,Nice", "Qwxyzt,Qwxyzt")
    assert any("no position" in fault.problem for fault in faults(data))
    add(data, "overrides/not_placed.csv", "FRA,Qwxyzt,nobody knows where it is")
    placed = {row["city"]: row for row in rows(data, "cities")}
    assert (placed["Qwxyzt"]["lat"], placed["Qwxyzt"]["precision"]) == ("", "not placed")


def test_a_point_outside_its_country_is_a_fault(data: Path) -> None:
    add(data, "overrides/coordinates.csv", f"FRA,Lyon,52.52,13.405,town centre,a reason,{PAGE}")
    (fault,) = faults(data)
    assert (fault.file, fault.row, fault.column) == ("raw/members.csv", 2, "city")
    assert "outside FRA" in fault.problem


def test_coordinates_that_are_no_numbers_are_a_fault(data: Path) -> None:
    add(data, "overrides/coordinates.csv", f"FRA,Lyon,north,13.405,town centre,a reason,{PAGE}")
    (fault,) = faults(data)
    assert (fault.file, fault.row, fault.column) == ("overrides", 0, "")
    assert fault.problem == "a position given by hand cannot be used (could not convert string to float: 'north')"


def test_coordinates_and_a_place_given_by_hand_are_both_used(data: Path) -> None:
    add(data, "overrides/coordinates.csv", f"ARG,La Paz (Mendoza),-33.4612345,-67.5,seat,a reason,{PAGE}")
    la_paz = rows(data, "cities")[0]
    assert (la_paz["lat"], la_paz["lon"], la_paz["precision"]) == ("-33.46123", "-67.5", "seat")
    assert (la_paz["geonameid"], la_paz["geocode_method"]) == ("3849516", "override")


def test_a_row_decided_to_be_about_no_member_is_left_out(data: Path) -> None:
    edit(data, "raw/awards.csv", "Lyon", "Lille")
    add(data, "overrides/focus_links.csv", f"awards,Lille,FRA,,not a member,{PAGE}")
    (award,) = rows(data, "awards")
    assert (award["city_id"], award["is_member"]) == ("", "no")


def test_a_row_under_another_name_is_linked_to_its_member(data: Path) -> None:
    edit(data, "raw/city_focus.csv", "Lyon", "Lyons")
    add(data, "overrides/focus_links.csv", f"city_focus,Lyons,FRA,Lyon,English name,{PAGE}")
    assert rows(data, "focus")[0]["city_id"] == "lyon-fra"


@pytest.mark.parametrize("text", ["", "city,country\nLyon,France\n", "city,country\nLyon\n"])
def test_a_malformed_table_is_a_fault(data: Path, text: str) -> None:
    (data / "raw" / "members.csv").write_text(text, encoding="utf-8")
    assert all(fault.file == "raw/members.csv" for fault in faults(data))


def test_a_missing_table_is_a_fault(data: Path) -> None:
    (data / "raw" / "events.csv").unlink()
    assert faults(data)[0].problem == "the file is missing"


def test_a_table_in_another_encoding_is_a_fault(data: Path) -> None:
    (data / "raw" / "events.csv").write_bytes("é".encode("latin-1"))
    assert "not UTF-8" in faults(data)[0].problem


def test_writing_replaces_the_curated_folder_as_a_whole(data: Path) -> None:
    (data / "curated").mkdir()
    (data / "curated" / "old.csv").write_text("left over", encoding="utf-8")
    built = build_files(data)
    write_files(built, data)
    curated = {f"curated/{path.name}" for path in (data / "curated").iterdir()}
    assert curated | {"datapackage.json", "DICTIONARY.md"} == set(built.files)
    assert not list(data.glob(".build-*"))


def test_changed_raw_tables_are_accepted_into_their_sidecars(data: Path) -> None:
    assert "members.csv" in accept_raw(data)
    assert accept_raw(data) == []
    sidecar = json.loads((data / "raw" / "members.csv.provenance.json").read_text(encoding="utf-8"))
    assert (sidecar["rows"], sidecar["what"]) == (3, "members")


def test_an_identifier_is_plain_and_stable() -> None:
    assert city_id("La Paz", "MEX") == "la-paz-mex"
    assert slug("  Çankırı – Łódź (ßæ)  ") == "cankiri-lodz-ssae"


def test_intakes_are_dated_by_their_first_announcement() -> None:
    days = {year: day for year, (day, _) in announcements(load_raw(DATA)).items()}
    assert days == {
        "2019": "2019-07-17",
        "2020": "2020-09-23",
        "2022": "2022-09-02",
        "2024": "2024-02-14",
        "2025": "2025-12-04",
    }
