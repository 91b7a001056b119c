"""The check tells row, column and remedy for everything a sent table can have wrong."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from atlas.check import CellFault, Report, _suggest_place, check_bytes, check_file
from atlas.export import to_csv
from geo.gazetteer import Gazetteer, Place

HEADER = "city,country,iso3,unesco_region,joined_year,source_url"
EUROPE = "Europe and North America"
GOOD = {
    "city": "Lyon",
    "country": "France",
    "iso3": "FRA",
    "unesco_region": EUROPE,
    "joined_year": "2022",
    "source_url": "https://example.org/lyon",
}


def check(*rows: str, header: str = HEADER) -> Report:
    return check_bytes("\n".join((header, *rows)).encode(), "sent.csv")


def row_with(**changes: str) -> str:
    return ",".join({**GOOD, **changes}.values())


def only_fault(**changes: str) -> CellFault:
    (fault,) = check(row_with(**changes)).faults
    return fault


def test_a_table_without_faults_gives_none() -> None:
    report = check(row_with(), row_with(city="Nantes", joined_year=""))
    assert (report.faults, report.rows) == ((), 2)


def test_the_compiled_table_itself_has_no_faults() -> None:
    path = Path(__file__).parents[2] / "data" / "raw" / "members.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = len(list(csv.DictReader(source)))
    report = check_file(path)
    assert (report.faults, report.rows) == ((), rows)


def test_a_common_country_name_is_answered_with_the_official_one() -> None:
    report = check("Busan,South Korea,KOR,Asia and the Pacific,2020,https://example.org/a")
    assert report.faults[0].column == "country"
    assert '"Republic of Korea"' in report.faults[0].remedy


def test_the_row_number_is_that_of_the_spreadsheet() -> None:
    report = check(row_with(), "", '"Nan\ntes"' + row_with().removeprefix("Lyon"), row_with(city="Nice", iso3="XXX"))
    rows = {fault.row for fault in report.faults if fault.column == "iso3"}
    assert rows == {5}  # header, row, blank row, a row of two lines, this row


def test_an_unknown_code_is_answered_with_the_code_of_the_country() -> None:
    fault = only_fault(iso3="FRX")
    assert (fault.column, fault.value) == ("iso3", "FRX")
    assert "FRA (France)" in fault.remedy


def test_a_two_letter_code_is_answered_with_three_letters() -> None:
    assert "FRA (France)" in only_fault(iso3="FR", country="FR").remedy


def test_country_and_code_must_agree() -> None:
    fault = only_fault(country="Germany")
    assert fault.column == "country"
    assert "DEU (Germany)" in fault.remedy


def test_the_region_must_be_that_of_the_member_state() -> None:
    fault = only_fault(unesco_region="Africa")
    assert fault.column == "unesco_region"
    assert EUROPE in fault.remedy


@pytest.mark.parametrize("year", ["2012", str(datetime.now(UTC).year + 1), "20l9", "2019.0", "-2019", "２０１９"])
def test_an_impossible_year_is_a_fault(year: str) -> None:
    assert "joined_year" in {fault.column for fault in check(row_with(joined_year=year)).faults}


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org", "https://", "javascript:alert(1)", "see notes"])
def test_a_source_that_is_no_address_is_a_fault(url: str) -> None:
    assert only_fault(source_url=url).column == "source_url"


def test_an_empty_cell_is_a_fault_except_for_the_year() -> None:
    assert only_fault(source_url="").problem == "the cell is empty"
    assert check(row_with(joined_year="")).faults == ()


def test_the_same_city_twice_is_a_fault_whatever_its_spelling() -> None:
    report = check(row_with(city="Évry"), row_with(city="EVRY"))
    assert [(fault.row, fault.column) for fault in report.faults if "same city" in fault.problem] == [(3, "city")]


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1+1", "@SUM(A1)", "-cmd", "=1"])
def test_a_cell_that_would_run_as_a_formula_is_a_fault(cell: str) -> None:
    row = ",".join(f'"{value}"'.replace('"x"', '""x""') for value in {**GOOD, "city": cell}.values())
    assert any("formula" in fault.problem for fault in check(row).faults)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_what_the_check_lets_pass_the_export_need_not_disarm(start: str) -> None:
    cell = f"{start}1+1"
    exported = to_csv(pd.DataFrame({"city": [cell]})).decode("utf-8-sig")
    assert f"'{cell}" in exported
    row = ",".join(f'"{value}"' for value in {**GOOD, "city": cell}.values())
    assert "a spreadsheet would run the cell as a formula" in {fault.problem for fault in check(row).faults}


def test_a_formula_is_found_in_columns_the_check_does_not_know() -> None:
    report = check(row_with() + ",=1+1", header=HEADER + ",remark")
    assert [(fault.column, fault.value) for fault in report.faults] == [("remark", "=1+1")]


def test_negative_numbers_are_no_formulas() -> None:
    assert check(row_with() + ",-33.4", header=HEADER + ",lat").faults == ()


@pytest.mark.parametrize("mark", ["\x07", "\u202e", "\x1b"])
def test_invisible_control_characters_are_a_fault(mark: str) -> None:
    assert any("invisible" in fault.problem for fault in check(row_with(city=f"Ly{mark}on")).faults)


def test_a_misspelt_city_is_answered_with_the_place_that_exists() -> None:
    fault = only_fault(city="Marseile")
    assert fault.column == "city"
    assert '"Marseille"' in fault.remedy


def test_a_city_of_another_country_is_not_accepted() -> None:
    assert only_fault(city="Ouagadougou").problem == "no such place is known in the country"


def test_a_member_placed_by_hand_is_accepted() -> None:
    assert check("Kuno Consortium,Kenya,KEN,Africa,2022,https://example.org/k").faults == ()


def test_missing_columns_are_named() -> None:
    report = check("Lyon,France", header="city,country")
    assert {fault.column for fault in report.faults} == {"iso3", "unesco_region", "joined_year", "source_url"}


def test_a_column_that_is_there_twice_is_named() -> None:
    report = check(row_with() + ",Nice", header=HEADER + ",City")
    assert ("city", "two columns have this name") in {(fault.column, fault.problem) for fault in report.faults}


def test_a_row_with_too_few_cells_is_named() -> None:
    assert [(fault.row, fault.column) for fault in check("Lyon,France").faults] == [(2, "")]


def test_the_column_may_be_called_region() -> None:
    assert check(row_with(), header=HEADER.replace("unesco_region", "Region")).faults == ()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_semicolons_and_tabs_are_understood(delimiter: str) -> None:
    assert check(row_with().replace(",", delimiter), header=HEADER.replace(",", delimiter)).faults == ()


def test_a_byte_order_mark_does_no_harm() -> None:
    content = f"{HEADER}\n{row_with(city='Évry-Courcouronnes')}\n".encode("utf-8-sig")
    assert check_bytes(content, "sent.csv").faults == ()


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16")])
def test_another_encoding_is_reported_and_the_rows_still_checked(encoding: str, name: str) -> None:
    content = f"{HEADER}\n{row_with(city='Évry-Courcouronnes', joined_year='1999')}\n".encode(encoding)
    faults = check_bytes(content, "sent.csv").faults
    assert name in faults[0].problem
    assert faults[1].column == "joined_year"


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_fault(content: bytes) -> None:
    assert check_bytes(content, "sent.csv").faults[0].problem == "the file is empty"


def test_a_header_alone_is_a_fault() -> None:
    assert check().faults[0].problem == "there are no rows below the header"


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04workbook", b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)) * 4, b"\xd0\xcf\x11\xe0old excel"],
)
def test_a_binary_file_is_refused_with_a_remedy(content: bytes) -> None:
    (fault,) = check_bytes(content, "sent.xlsx").faults
    assert "CSV UTF-8" in fault.remedy


def test_a_quote_that_never_ends_is_a_fault_not_an_error() -> None:
    assert check('"Lyon,France').faults[0].remedy == "Save it as CSV UTF-8"


def test_the_report_turns_into_plain_values() -> None:
    report = check(row_with(joined_year="1999")).as_json()
    assert report["file"] == "sent.csv"
    assert set(report["faults"][0]) == {"row", "column", "value", "problem", "remedy"}


def told(*rows: str, header: str = HEADER) -> list[tuple[int, str, str, str, str]]:
    """Return all that is said of a table, in the order in which it is said."""
    faults = check(*rows, header=header).faults
    return [(each.row, each.column, each.value, each.problem, each.remedy) for each in faults]


def test_an_empty_cell_has_no_other_fault() -> None:
    assert told(row_with(city=""), row_with(city="")) == [
        (2, "city", "", "the cell is empty", "Fill it in"),
        (3, "city", "", "the cell is empty", "Fill it in"),
    ]
    for column in ("country", "iso3", "unesco_region", "source_url"):
        assert told(row_with(**{column: ""})) == [(2, column, "", "the cell is empty", "Fill it in")]


def test_a_country_that_means_another_says_both() -> None:
    problem, remedy = "FRA is France, not this country", "Correct the name or the code. Did you mean DEU (Germany)?"
    assert told(row_with(country="Germany")) == [(2, "country", "Germany", problem, remedy)]
    berlin = told(row_with(city="Berlin", iso3="DEU"))  # whose names in English and French differ
    assert [each[3] for each in berlin] == ["DEU is Germany, not this country"]
    berlin = told(row_with(city="Berlin", country="GERMANY", iso3="DEU"))
    assert [each[4] for each in berlin] == ['Did you mean "Germany"?']


@pytest.mark.parametrize("country", ["FRANCE", "Qwxyz"])
def test_a_country_that_means_no_other_is_told_as_it_is_written(country: str) -> None:
    problem, remedy = "the country is not written as UNESCO writes it", 'Did you mean "France"?'
    assert told(row_with(country=country)) == [(2, "country", country, problem, remedy)]


@pytest.mark.parametrize(
    ("country", "iso3", "asked"),
    [
        *[("France", "XXX", ". Did you mean FRA (France)?"), ("Qwxyz", "fra", ". Did you mean FRA (France)?")],
        *[("Qwxyz", "QQQ", "")],
    ],
)
def test_a_code_that_is_none_is_answered_by_the_name_or_else_by_the_code(country: str, iso3: str, asked: str) -> None:
    assert told(row_with(country=country, iso3=iso3)) == [
        (2, "iso3", iso3, "no Member State of UNESCO has this code", f"Use the ISO 3166 code{asked}")
    ]


@pytest.mark.parametrize(("years_ago", "faults"), [(0, 0), (-1, 1)])
def test_this_year_is_possible_and_the_next_is_not(years_ago: int, faults: int) -> None:
    assert len(told(row_with(joined_year=str(datetime.now(UTC).year - years_ago)))) == faults


@pytest.mark.parametrize(("year", "faults"), [("2013", 0), ("2012", 1)])
def test_nobody_joined_before_the_network_was_launched(year: str, faults: int) -> None:
    assert len(told(row_with(joined_year=year))) == faults


def test_faults_come_row_by_row_those_of_the_whole_file_first() -> None:
    report = check_bytes("city,REGION,Region,Extra,Extra\nÉvry,=1".encode("cp1252"), "sent.csv")
    assert [(each.row, each.column, each.problem) for each in report.faults] == [
        (0, "", "the file is Windows-1252, not UTF-8: letters may be wrong"),
        (1, "country", "the column is missing"),
        (1, "extra", "two columns have this name"),
        (1, "iso3", "the column is missing"),
        (1, "joined_year", "the column is missing"),
        (1, "source_url", "the column is missing"),
        (1, "unesco_region", "two columns have this name"),
        (2, "", "2 cells where the header has 5"),
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04workbook", HEADER.encode()])
def test_what_is_no_table_is_a_fault_of_the_whole_file(content: bytes) -> None:
    report = check_bytes(content, "sent.csv")
    assert [(each.row, each.column, each.value) for each in report.faults] == [(0, "", "")]
    assert (report.file, report.rows) == ("sent.csv", 0)


def test_a_place_that_is_spelt_about_so_is_suggested() -> None:
    towns = tuple(Place(at, name, "FRA", 0, 0, 0, "") for at, name in enumerate(["Brest", "Marseille", "Nice"]))
    gazetteer = Gazetteer({"FRA": towns})
    assert _suggest_place("marseile", "FRA", gazetteer) == "Marseille"
    assert _suggest_place("Qwxyz", "FRA", gazetteer) == ""
