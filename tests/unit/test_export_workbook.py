"""Members as a workbook, read back by openpyxl."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from atlas import export
from atlas.export import workbook
from atlas.schema import load_schema
from atlas.wording import use_language
from tests.tiny import VERSION

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

    from atlas.model import Network

ABOUT = export.Provenance(VERSION, "10 listed; 14 announced.", "Region: Africa")


def _day(year: int, month: int, day: int) -> datetime:
    """Return a day as openpyxl gives it: a moment without a time zone."""
    return datetime(year, month, day, tzinfo=UTC).replace(tzinfo=None)


def content_of(network: Network, **changed: object) -> bytes:
    changes = network.cities.assign(**changed) if changed else network.cities
    parcel = export.Parcel(network, ABOUT, "atlas_all")
    parcel.__dict__["members"] = export.members_to_export(network).assign(**{name: changes[name] for name in changed})
    return workbook.to_xlsx(parcel)


def read(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book(tiny: Network) -> Workbook:
    return read(content_of(tiny))


def cell(book: Workbook, city_id: str, column: str, *, sheet: int = 0) -> Cell:
    """Return the cell of a member, or of the first row about it."""
    rows = list(book.worksheets[sheet].rows)
    heads = [head.value for head in rows[0]]
    row = next(row for row in rows[1:] if row[heads.index("city_id")].value == city_id)
    found: Cell = row[heads.index(column)]
    return found


def test_there_is_a_sheet_for_each_table_for_the_dictionary_and_for_the_sources(book: Workbook) -> None:
    assert book.sheetnames == ["Members", "Focus statements", "Awards", "Dictionary", "About this file"]
    assert [sheet.max_row for sheet in book][:3] == [11, 16, 5]  # a row of heads each
    assert book.active.title == "Members"


@pytest.mark.parametrize(
    ("city_id", "column", "value", "kind", "shown_as"),
    [
        ("formula-nga", "joined_year", 2015, "n", "0"),
        ("markup-ken", "joined_year", None, "n", "General"),
        ("formula-nga", "member_by", _day(2015, 9, 28), "d", "yyyy-mm-dd"),
        ("minus-fra", "member_by", None, "n", "General"),
        ("markup-ken", "lat", -1.3, "n", "0.00000"),
        ("script-grc", "lon", None, "n", "General"),
        ("formula-nga", "population", 1_000_000, "n", "#,##0"),
        ("accent-fra", "geonameid", 3_016_321, "n", "0"),
        ("markup-ken", "source_mirror", True, "b", '"TRUE";"TRUE";"FALSE"'),
        ("formula-nga", "source_mirror", False, "b", '"TRUE";"TRUE";"FALSE"'),
        ("formula-nga", "award_years", "2015|2019", "s", "General"),
        ("rtl-egy", "display_name", "المدينة", "s", "General"),
    ],
)
def test_cells_are_typed(book: Workbook, city_id: str, column: str, value: object, kind: str, shown_as: str) -> None:
    found = cell(book, city_id, column)
    assert (found.value, found.data_type, found.number_format) == (value, kind, shown_as)


@pytest.mark.parametrize(
    ("city_id", "name", "quoted"),
    [
        ("formula-nga", "=1+1", True),
        ("minus-fra", "-Minus", True),
        ("at-deu", "@Home", True),
        ("markup-ken", "<b>Bold</b> & Co", False),
        ("script-grc", "<script>alert(1)</script>", False),
    ],
)
def test_a_name_that_looks_like_a_formula_is_a_text_as_if_typed_with_an_apostrophe(
    book: Workbook, city_id: str, name: str, quoted: bool
) -> None:
    found = cell(book, city_id, "display_name")
    assert (found.value, found.data_type, found.quotePrefix) == (name, "s", quoted)


def test_no_sheet_has_a_formula(tiny: Network) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content_of(tiny)))
    parts = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(parts) == 5
    assert not [part for part in parts if b"<f>" in part or b"<f " in part]


@pytest.mark.parametrize(
    ("city_id", "column", "target"),
    [
        ("formula-nga", "source_url", "https://www.formula.example/page"),
        ("quote-kor", "source_url", 'https://quote.example/?"><b>x</b>'),
        ("formula-nga", "profile_url", "https://uil.example/?a&b"),
        ("markup-ken", "source_url", None),  # a copy on a foreign host
        ("accent-fra", "website", None),  # a script
    ],
)
def test_addresses_are_links_unless_they_are_copies_or_scripts(
    book: Workbook, city_id: str, column: str, target: str | None
) -> None:
    found = cell(book, city_id, column)
    assert (found.hyperlink.target if found.hyperlink else None) == target
    assert found.value


def test_statements_link_to_their_pages_unless_these_are_copies(book: Workbook) -> None:
    assert cell(book, "formula-nga", "source_url", sheet=1).hyperlink.target == "https://formula.example/1"
    assert cell(book, "at-deu", "source_url", sheet=1).hyperlink is None
    assert cell(book, "rtl-egy", "source_url", sheet=2).hyperlink.target == "https://award.example/2017"


def test_an_address_longer_than_excel_links_to_stays_a_text(tiny: Network) -> None:
    longest = "https://x.example/" + "a" * 2061  # 2,079 characters in all
    addresses = tiny.cities["website"].where(tiny.cities.index != "plain-kor", longest)
    assert cell(read(content_of(tiny, website=addresses)), "plain-kor", "website").hyperlink.target == longest
    found = cell(read(content_of(tiny, website=addresses + "a")), "plain-kor", "website")
    assert (found.hyperlink, found.value) == (None, longest + "a")


def test_no_more_links_than_excel_can_hold(tiny: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_LINKS", 3)
    sheet = read(content_of(tiny)).worksheets[0]
    linked = [each for row in sheet.rows for each in row if each.hyperlink]
    assert [each.coordinate for each in linked] == ["L2", "U2", "W2"]


def test_heads_stay_in_sight_and_filter_the_rows(book: Workbook) -> None:
    assert [sheet.freeze_panes for sheet in book] == ["C2", "A2", "A2", "A2", None]
    assert [sheet.auto_filter.ref for sheet in book] == ["A1:AD11", "A1:H16", "A1:H5", "A1:E47", None]


def test_columns_are_as_wide_as_most_of_their_values(book: Workbook) -> None:
    widths = {head.value: book["Members"].column_dimensions[head.column_letter].width for head in book["Members"][1]}
    assert widths["region"] == 27  # 24 letters and the arrow of the filter
    assert widths["iso3"] == 12  # no narrower than nine
    assert widths["source_url"] == 36
    assert widths["display_name"] == 46  # cut at a width that leaves room for the others


def test_the_dictionary_is_that_of_the_schema(book: Workbook) -> None:
    head, *entries = book["Dictionary"].values
    assert head == ("table", "column", "type", "values", "meaning")
    told = {(table, column): (kind, values or "", meaning) for table, column, kind, values, meaning in entries}
    schema = load_schema()
    names = [("members", head.value) for head in book["Members"][1]]
    names += [("focus", head.value) for head in book["Focus statements"][1]]
    names += [("awards", head.value) for head in book["Awards"][1]]
    assert list(told) == names
    for (table, name), entry in told.items():
        (column,) = (each for each in schema["cities" if table == "members" else table] if each.name == name)
        assert entry == (column.type, " | ".join(column.enum), column.help)
    assert told["members", "region"][1].startswith("Africa | Arab States | Asia")


def test_the_last_sheet_answers_where_the_file_comes_from(book: Workbook) -> None:
    told = dict(book["About this file"].values)
    assert told["Members in this file"] == "10"
    assert told["Filter"] == "Region: Africa"
    assert told["Coverage"] == "10 listed; 14 announced."
    assert told["Data version"] == "2020-03-01+tiny"
    assert told["Date of the data"] == "1 March 2020"
    assert told["Licence"] == "CC BY 4.0"
    (address,) = (row[1] for row in book["About this file"].rows if row[0].value == "Text of the licence")
    assert address.hyperlink.target == "https://creativecommons.org/licenses/by/4.0/"


def test_a_text_longer_than_its_column_is_cut_at_its_edge(book: Workbook) -> None:
    assert cell(book, "long-kor", "display_name").alignment.horizontal == "fill"  # 149 letters in a column of 46
    assert cell(book, "formula-nga", "display_name").alignment.horizontal is None  # would be repeated until it fills
    assert cell(book, "formula-nga", "population").alignment.horizontal is None


def test_rows_that_are_read_are_as_high_as_their_lines(book: Workbook) -> None:
    about = book["About this file"]
    heights = {row[0].value: about.row_dimensions[row[0].row].height for row in about.rows}
    assert (heights["Licence"], heights["To quote it"]) == (15, 30)  # the second has 172 letters in a column of 90
    (region,) = (
        row[0].row for row in book["Dictionary"].rows if [each.value for each in row[:2]] == ["members", "region"]
    )
    assert book["Dictionary"].row_dimensions[region].height == 45  # its 107 letters of values in a column of 40


def test_properties_and_parts_are_of_the_day_of_the_data(tiny: Network) -> None:
    content = content_of(tiny)
    told = read(content).properties
    assert (told.created, told.modified) == (_day(2020, 3, 1), _day(2020, 3, 1))
    assert told.creator == "Learning Cities Atlas"
    days = {each.date_time for each in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert days == {(2020, 3, 1, 0, 0, 0)}


def test_sheets_are_named_in_the_language_of_the_visitor_and_columns_are_not(tiny: Network) -> None:
    use_language("fr")
    book = read(content_of(tiny))
    assert book.sheetnames[0] == "Membres"
    assert book.worksheets[0]["A1"].value == "city_id"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x0bc\x1fd", "abcd"),
        ("a￾b", "ab"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("_x0041_", "_x005F_x0041_"),  # which Excel shows as _x0041_
        ("n" * 32_767, "n" * 32_767),
        ("n" * 32_768, "n" * 32_766 + "…"),
    ],
)
def test_texts_that_a_cell_cannot_hold_are_made_to_fit(tiny: Network, text: str, kept: str) -> None:
    notes = tiny.cities["notes"].where(tiny.cities.index != "plain-kor", text)
    found: Any = cell(read(content_of(tiny, notes=notes)), "plain-kor", "notes")
    assert found.value == kept
