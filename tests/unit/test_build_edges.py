"""The build at its edges: first and last allowed values, places of faults, order, and the bytes of its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atlas.build import BuildError, Built, Fault, accept_raw, write_files
from atlas.build.cells import cell_faults
from atlas.build.focus import build_theme_to_sdg
from atlas.build.history import event_kind
from atlas.build.hosts import mirror_hosts
from atlas.build.package import build_package, version_of
from atlas.build.provenance import compiled_on, measure
from atlas.build.raw import Raw
from atlas.build.schema import PRIMARY_KEYS, schema_faults
from atlas.build.tables import Overrides, Table, load_overrides, load_table, to_csv
from atlas.schema import stored_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = "2026-11-22"
PAGE = "https://example.org/page"


def refused(path: Path, *columns: str) -> tuple[Fault, ...]:
    with pytest.raises(BuildError) as raised:
        load_table(path, columns)
    return raised.value.faults


def test_a_fault_of_a_whole_file_has_no_row_and_one_of_a_row_the_number_a_spreadsheet_shows(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    name = f"{tmp_path.name}/t.csv"
    assert refused(file) == (Fault(name, 0, "", "the file is missing", "Put it back"),)
    file.write_bytes(b"a,b\n\xe9,1\n")
    assert refused(file) == (Fault(name, 0, "", "byte 4 is not UTF-8", "Save it as CSV UTF-8"),)
    file.write_text("a,b\n1,2\n1,2,3\n4\n", encoding="utf-8")
    short = "Put texts with commas in quotes"
    assert refused(file, "a", "c", "b") == (
        Fault(name, 1, "c", "the column is missing", "Add a column named c"),
        Fault(name, 3, "", "3 cells where the header has 2", short),
        Fault(name, 4, "", "1 cells where the header has 2", short),
    )


def test_a_fault_is_told_with_the_place_that_is_known() -> None:
    assert str(Fault("raw/t.csv", 2, "year", "it is 1", "Mend it")) == "raw/t.csv, row 2, column year: it is 1. Mend it"
    assert str(Fault("raw", 0, "", "it is gone", "Put it back")) == "raw: it is gone. Put it back"
    found = BuildError([Fault("b", 3, "", "p", "r"), Fault("a", 9, "", "p", "r"), Fault("b", 2, "", "p", "r")])
    assert str(found) == "3 fault(s) in the data:\n  a, row 9: p. r\n  b, row 2: p. r\n  b, row 3: p. r"


def test_cells_are_read_without_spaces_and_written_with_quotes_only_where_needed(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text('\ufeffa,b\n 1 ,"x, y"\n', encoding="utf-8")
    table = load_table(file, ["a", "b"])
    assert list(table.numbered()) == [(2, {"a": "1", "b": "x, y"})]
    assert to_csv(["b", "a"], table.rows) == b'b,a\n"x, y",1\n'
    file.write_text("", encoding="utf-8")
    assert load_table(file, []).rows == []


def overrides(*rows: tuple[str, str, str, str, str]) -> Overrides:
    columns = ("table", "city", "iso3", "source_url", "reason")
    table = Table("overrides/links.csv", columns, [dict(zip(columns, row, strict=True)) for row in rows])
    return Overrides(table, columns[:3])


def test_an_override_given_twice_or_used_by_nothing_is_told_at_its_last_key() -> None:
    row, other = ("focus", "Lyon", "FRA", PAGE, "why"), ("focus", "Nice", "FRA", PAGE, "why")
    links = overrides(row, row, other)
    assert links.find("focus", "Lyon", "FRA") is not None
    assert links.find("focus", "Lyon", "ITA") is None
    unused = "Correct table, city, iso3 or delete the row"
    assert list(links.use_faults()) == [
        Fault("overrides/links.csv", 3, "iso3", "given twice", "Keep one of the rows"),
        Fault("overrides/links.csv", 4, "iso3", "focus, Nice, FRA is used by nothing", unused),
    ]


def test_an_override_needs_a_reason_and_a_source_that_is_an_address() -> None:
    row = ("focus", "Lyon", "FRA")
    found = overrides((*row, PAGE, "why"), (*row, PAGE, ""), (*row, "a letter", "why"), (*row, "", "why"))
    assert [(fault.row, fault.column) for fault in found.cell_faults()] == [
        *((3, "reason"), (4, "source_url"), (5, "source_url")),
    ]


def test_overrides_are_read_with_their_reasons(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("iso3,city,reason\nFRA,Lyon,why\n", encoding="utf-8")
    found = load_overrides(tmp_path / "t.csv", ["iso3", "city"], ["iso3", "city"]).find("FRA", "Lyon")
    assert found == {"iso3": "FRA", "city": "Lyon", "reason": "why"}


def raw(compiled: str = DAY, **tables: list[dict[str, str]]) -> Raw:
    made = {name: Table(f"raw/{name}.csv", tuple(rows[0]), rows) for name, rows in tables.items()}
    return Raw(made, {}, compiled)


@pytest.mark.parametrize(
    ("joined", "faulty"),
    [("2012", True), ("2013", False), ("2026", False), ("2027", True), ("", False), ("²⁰¹⁹", True), ("soon", True)],
)
def test_a_year_lies_between_the_first_of_the_network_and_that_of_the_compilation(joined: str, *, faulty: bool) -> None:
    remedy = "Write a year from 2013 to 2026, or nothing"
    expected = [Fault("raw/members.csv", 2, "joined_year", f'"{joined}" is no possible year', remedy)]
    row = {"joined_year": joined, "source_url": PAGE}
    assert list(cell_faults(raw(members=[row]))) == (expected if faulty else [])


@pytest.mark.parametrize(("year", "faulty"), [("1999", True), ("2000", False)])
def test_each_column_of_years_has_a_first_one_of_its_own(year: str, *, faulty: bool) -> None:
    found = cell_faults(raw(city_facts=[{"population_year": year, "source_url": PAGE}]))
    assert [fault.column for fault in found] == (["population_year"] if faulty else [])


def test_every_row_needs_a_page_but_where_none_is_asked_for() -> None:
    nothing, something = {"source_url": "", "website": ""}, {"source_url": "a letter", "website": "www"}
    found = cell_faults(raw(members=[nothing, something], theme_to_sdg=[nothing, something]))
    assert [(fault.file, fault.row, fault.column) for fault in found] == [
        ("raw/members.csv", 2, "source_url"),
        ("raw/members.csv", 3, "source_url"),
        ("raw/members.csv", 3, "website"),
        ("raw/theme_to_sdg.csv", 3, "source_url"),
        ("raw/theme_to_sdg.csv", 3, "website"),
    ]


def problems(table: str, column: str, *cells: str) -> list[str]:
    """Return what the schema says against cells of a column, all others left out of sight."""
    key = {name: f"key of {name}" for name in PRIMARY_KEYS[table]}
    blank = {each.name: "" for each in stored_columns(table)}
    rows = [{**blank, **key, column: cell} for cell in cells]
    return [fault.problem for fault in schema_faults(table, rows, DAY) if fault.column == column]


@pytest.mark.parametrize(
    ("table", "column", "allowed", "outside", "limits"),
    [
        ("cities", "joined_year", ["2013", "2026", ""], ["2012", "2027"], "2013 to 2026"),
        ("cities", "member_by", ["2013-10-21", DAY], ["2013-10-20", "2026-11-23"], f"2013-10-21 to {DAY}"),
        ("cities", "lat", ["-90", "90", "-89.5", "0"], ["-90.1", "90.1"], "-90 to 90"),
        ("cities", "lon", ["-180", "180"], ["-180.5", "180.5"], "-180 to 180"),
        ("cities", "population", ["1", "100000000"], ["0", "-1"], "1 to …"),
        ("theme_to_sdg", "sdg", ["1", "17"], ["0", "18"], "1 to 17"),
    ],
)
def test_first_and_last_values_are_allowed_and_those_beyond_are_not(
    table: str, column: str, allowed: list[str], outside: list[str], limits: str
) -> None:
    told = [f'"{cell}" is outside {limits}' for cell in outside]
    assert problems(table, column, *allowed, *outside) == told


@pytest.mark.parametrize(
    ("table", "column", "cells", "told"),
    [
        ("cities", "iso3", ["FRA", "fra"], ['"fra" does not look like [A-Z]{3}']),
        ("cities", "source_mirror", ["yes", "no", ""], ["is empty"]),
        ("cities", "source_mirror", ["true"], ['"true" is no boolean']),
        ("cities", "member_by", ["2020-02-30", "2020"], ['"2020-02-30" is no date', '"2020" is no date']),
        ("cities", "population", ["1.5", "many"], ['"1.5" is no integer', '"many" is no integer']),
        ("cities", "lat", ["north"], ['"north" is no number']),
        ("cities", "city_id", ["a-fra", "b-fra", "a-fra", ""], ['"a-fra" is there twice', "is empty"]),
        ("cities", "city", ["Lyon", "Lyon"], []),
    ],
)
def test_a_cell_that_the_schema_does_not_allow_is_told(
    table: str, column: str, cells: list[str], told: list[str]
) -> None:
    assert problems(table, column, *cells) == told


def test_a_fault_of_a_cell_names_its_row_and_whose_it_is() -> None:
    rows = [{"iso3": code, "lang": "fr", "name": "Maroc", "source": "x", "reason": "y"} for code in ("MAR", "Mar")]
    of_file = "curated/country_names.csv"
    remedy = "Correct the raw table or an override for"
    assert [fault for fault in schema_faults("country_names", rows, DAY) if fault.column != "source"] == [
        Fault(of_file, 3, "iso3", '"Mar" does not look like [A-Z]{3}', f"{remedy} Mar / fr")
    ]
    whole, part = {**rows[0], "source": PAGE}, {name: rows[0][name] for name in ("iso3", "lang", "name")}
    assert list(schema_faults("country_names", [whole, part], DAY)) == [
        Fault(of_file, 0, "source", "nothing gives its values", "Give them in atlas/build")
    ]


def test_values_of_a_category_are_those_of_the_schema() -> None:
    kinds = next(each for each in stored_columns("cities") if each.enum)
    assert problems("cities", kinds.name, kinds.enum[0], "palace") == [f'"palace" is none of {", ".join(kinds.enum)}']


def test_goals_of_a_theme_are_sorted_as_numbers_and_the_row_without_a_goal_is_first() -> None:
    rows = [{"focus": "a", "sdg": goal, "basis": f"mapped: {goal}", "source_url": PAGE} for goal in ("10", "", "4")]
    focus = [{"focus": "a", "focus_kind": "theme"}]
    made = build_theme_to_sdg(raw(theme_to_sdg=rows, city_focus=focus, clusters=[{"cluster_id": "b"}]))
    assert [row["sdg"] for row in made] == ["", "4", "10"]


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("Third International Conference on Learning Cities", "conference"),
        ("64 cities admitted", "cohort"),
        ("New members (51)", "cohort"),
        ("A meeting of members", "other"),
    ],
)
def test_the_text_of_an_event_says_of_what_kind_it_is(event: str, kind: str) -> None:
    assert event_kind(event) == kind


def test_hosts_of_copies_are_those_marked_and_those_named_in_the_notes() -> None:
    found = mirror_hosts(
        [
            {"source_url": "https://www.copy.example/1", "mirror": "yes"},
            {"source_url": "https://own.example/1", "mirror": ""},
        ]
    )
    assert {"copy.example", "hindi-lyrics.com"} <= found
    assert "own.example" not in found


def test_without_a_sidecar_nobody_knows_when_the_tables_were_compiled(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    with pytest.raises(BuildError) as raised:
        compiled_on(tmp_path)
    remedy = "Put the files ending in .provenance.json back"
    assert raised.value.faults == (Fault("raw", 0, "", "no sidecar tells when it was compiled", remedy),)
    for name, day in (("a", "2026-11-21"), ("b", DAY), ("c", "2025-12-31")):
        (tmp_path / "raw" / f"{name}.csv.provenance.json").write_text(f'{{"compiled_on": "{day}"}}', encoding="utf-8")
    assert compiled_on(tmp_path) == DAY


@pytest.fixture
def backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the file system list files from last to first."""
    listed = Path.glob

    def turned(folder: Path, pattern: str) -> Iterator[Path]:
        return iter(sorted(listed(folder, pattern), reverse=True))

    monkeypatch.setattr(Path, "glob", turned)


@pytest.mark.usefixtures("backwards")
def test_changed_raw_files_are_told_by_name_and_their_sidecars_written_for_reading(tmp_path: Path) -> None:
    """The hash is that of "a,b\\n1,2\\n"; notes are no table and have no rows."""
    digest = "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470"
    folder = tmp_path / "raw"
    folder.mkdir()
    for name in ("a.csv", "b.csv", "notes.md"):
        (folder / name).write_text("a,b\n1,2\n", encoding="utf-8")
        (folder / f"{name}.provenance.json").write_text('{"what": "Évry", "sha256": "old"}', encoding="utf-8")
    assert accept_raw(tmp_path) == ["a.csv", "b.csv", "notes.md"]
    told = f'{{\n  "what": "Évry",\n  "sha256": "{digest}"'
    assert (folder / "a.csv.provenance.json").read_text(encoding="utf-8") == f'{told},\n  "rows": 1\n}}\n'
    assert (folder / "notes.md.provenance.json").read_text(encoding="utf-8") == f"{told}\n}}\n"
    assert measure(folder / "notes.md") == {"sha256": digest}
    (folder / "b.csv").write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    assert accept_raw(tmp_path) == ["b.csv"]


@pytest.mark.usefixtures("backwards")
def test_the_package_lists_files_by_name_whatever_the_file_system_says(tmp_path: Path) -> None:
    others = ["raw/a.csv", "raw/b.csv", "boundaries/a.geojson", "boundaries/b.geojson"]
    others += ["gazetteer/a.parquet", "gazetteer/b.parquet", "gazetteer/a.csv", "gazetteer/b.csv"]
    for path in others:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("Évry\n", encoding="utf-8")
    text = build_package(tmp_path, {"curated/awards.csv": b"x"}, DAY).decode()
    assert text.startswith('{\n  "name": "learning-cities-atlas",\n')
    assert text.endswith("]\n}\n")
    assert '"name": "Évry"' in text
    resources = json.loads(text)["resources"]
    assert [each["path"] for each in resources] == ["curated/awards.csv", *others]
    assert [each["name"] for each in resources[:2]] == ["awards", "raw-a"]


def test_the_version_is_of_paths_and_contents_in_any_order() -> None:
    """Its last seven digits are the first of the SHA-256 of "a", a zero byte, "x", "b", a zero byte, "y"."""
    assert version_of({"b": b"y", "a": b"x"}, DAY) == version_of({"a": b"x", "b": b"y"}, DAY) == f"{DAY}+beac67a"


def test_a_build_is_written_into_a_folder_that_is_not_there_yet_and_over_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "new" / "data"
    for text in (b"first", b"second"):
        write_files(Built({"curated/a.csv": text, "curated/b.csv": text, "about.json": text}, {}, DAY), out)
        assert {path.name: path.read_bytes() for path in (out / "curated").iterdir()} == {"a.csv": text, "b.csv": text}
        assert (out / "about.json").read_bytes() == text
        assert sorted(path.name for path in out.iterdir()) == ["about.json", "curated"]
