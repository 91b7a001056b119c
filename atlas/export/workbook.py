"""Members as a workbook: typed cells, links, a dictionary and the sources, each on a sheet of its own.

Texts are written as texts, whatever they begin with: a spreadsheet shows ``=1+1`` and does not run it, also after
somebody has edited the cell (``quotePrefix``, which stands for the apostrophe that people type).  Nothing passes
through temporary files, and the same data make the same bytes.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from atlas import credits
from atlas.addresses import is_linkable
from atlas.export.parcel import Entry, Table, dictionary
from atlas.export.provenance import about_lines
from atlas.palette import LIGHT
from atlas.spreadsheet import is_formula
from atlas.wording import gettext as _
from atlas.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from atlas.export.parcel import Parcel
    from atlas.export.provenance import Provenance
    from atlas.schema import Column

_TITLES: Final = {"members": mark("Members"), "focus": mark("Focus statements"), "awards": mark("Awards")}
_FORMATS: Final = {
    "year": "0",
    "integer": "#,##0",
    "number": "0.00000",
    "date": "yyyy-mm-dd",
    "boolean": '"TRUE";"TRUE";"FALSE"',  # LibreOffice's own; it shows 0 and 1 otherwise
}
_FONT: Final = {"name": "Calibri", "size": 11, "family": 2, "scheme": "minor"}
_IDENTIFIERS: Final = ("geonameid",)  # numbers that nobody adds up
_NARROWEST, _WIDEST = 9, 46  # characters
_PROSE: Final = 90  # width of a column that is to be read
_LINE: Final = 15  # points: height of a line
_ENTRY_WIDTHS: Final = (12, 26, 11, 40, _PROSE)
_ABOUT_WIDTHS: Final = (28, _PROSE)
_LONGEST_CELL: Final = 32_767  # what a cell of Excel holds
_LONGEST_LINK, _MOST_LINKS = 2_079, 65_530  # of a sheet of Excel, which calls the file damaged beyond that
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A
_HEAD: Final = {
    "font": Font(bold=True, color=LIGHT.ink[1:], **_FONT),
    "fill": PatternFill("solid", fgColor=LIGHT.hairline[1:]),
    "alignment": Alignment(vertical="top"),
}
_CUT: Final = Alignment(horizontal="fill")
"""For texts longer than their column: cut at its edge, or they would run over the empty cells beside it."""
_LINK: Final = Font(color="0563C1", underline="single", **_FONT)


def to_xlsx(parcel: Parcel) -> bytes:
    """Return members as a workbook with sheets for members, statements, awards, dictionary and sources.

    Parameters
    ----------
    parcel : Parcel
        The members, with what the file says about itself.
    """
    book, tables = Workbook(), parcel.tables()
    book.remove(book.active)
    for table in tables:
        _add_table(book.create_sheet(_(_TITLES[table.name])), table)
    _add_dictionary(book.create_sheet(_("Dictionary")), dictionary({each.name: each.columns for each in tables}))
    _add_about(book.create_sheet(_("About this file")), parcel.about, len(parcel.members))
    _describe(book, parcel.about)
    return _packed(book)


def _add_table(sheet: Worksheet, table: Table) -> None:
    _add_head(sheet, [column.name for column in table.columns])
    widths = [_width(column.name, [row[i] for row in table.rows]) for i, column in enumerate(table.columns)]
    _set_widths(sheet, widths)
    links = 0
    for number, (row, mirrored) in enumerate(zip(table.rows, table.mirrors(), strict=True), 2):
        for position, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            if value is None:
                continue
            cell = _put(sheet, number, position, value, _number_format(column))
            if isinstance(value, str) and len(value) > widths[position - 1]:
                cell.alignment = _CUT
            if column.is_address and links < _MOST_LINKS and _may_link(column, value, mirrored=mirrored):
                cell.hyperlink, cell.font = value, _LINK
                links += 1
    sheet.freeze_panes = "C2" if table.name == "members" else "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _add_head(sheet: Worksheet, names: Sequence[str]) -> None:
    for position, name in enumerate(names, 1):
        cell = _put(sheet, 1, position, name)
        cell.font, cell.fill, cell.alignment = _HEAD["font"], _HEAD["fill"], _HEAD["alignment"]
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"


def _put(sheet: Worksheet, row: int, column: int, value: Any, number_format: str = "General") -> Cell:
    """Write a value into a cell as what it is; a text is a text, whatever it begins with."""
    cell: Cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value, cell.data_type = _cell_text(value), "s"
        cell.quotePrefix = is_formula(value)
    else:
        cell.value, cell.number_format = value, number_format
    return cell


def _cell_text(text: str) -> str:
    cut = text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
    return _ESCAPE.sub("_x005F_", cut)


def _number_format(column: Column) -> str:
    return "0" if column.name in _IDENTIFIERS else _FORMATS.get(column.type, "General")


def _may_link(column: Column, address: str, *, mirrored: bool) -> bool:
    """Return whether an address becomes a link: no copies of pages on other sites, no scripts, none too long."""
    is_copy = mirrored and column.name == "source_url"
    return is_linkable(address) and not is_copy and len(address) <= _LONGEST_LINK


def _width(name: str, values: Iterable[Any]) -> int:
    """Return a width in characters that fits nine tenths of a column: one long name does not widen it for all."""
    lengths = sorted(len(str(value)) for value in values if value is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(max(usual, len(name), _NARROWEST) + 3, _WIDEST)  # three more: the arrow of the filter


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for position, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(position)].width = width


def _add_dictionary(sheet: Worksheet, entries: Sequence[Entry]) -> None:
    _add_head(sheet, Entry._fields)
    _set_widths(sheet, _ENTRY_WIDTHS)
    for number, entry in enumerate(entries, 2):
        _put_prose(sheet, number, entry, _ENTRY_WIDTHS)
    sheet.freeze_panes, sheet.auto_filter.ref = "A2", sheet.dimensions
    _fit_to_page(sheet)


def _put_prose(sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Write texts that are to be read whole; not every program makes a row as high as its lines by itself."""
    for position, text in enumerate(texts, 1):
        _put(sheet, row, position, text).alignment = Alignment(vertical="top", wrap_text=True)
    lines = max(math.ceil(len(text) / width) for text, width in zip(texts, widths, strict=True))
    sheet.row_dimensions[row].height = lines * _LINE


def _add_about(sheet: Worksheet, about: Provenance, count: int) -> None:
    _set_widths(sheet, _ABOUT_WIDTHS)
    for number, (question, answer) in enumerate(about_lines(about, count), 1):
        _put_prose(sheet, number, (question, answer), _ABOUT_WIDTHS)
        sheet.cell(number, 1).font = _HEAD["font"]
        if is_linkable(answer):
            told = sheet.cell(number, 2)
            told.hyperlink, told.font = answer, _LINK
    _fit_to_page(sheet)


def _fit_to_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _describe(book: Workbook, about: Provenance) -> None:
    """Say in the file's properties what it is, as of the day of the data."""
    made = datetime.combine(credits.version_date(about.version), time())
    told = book.properties
    told.creator, told.title = "Learning Cities Atlas", credits.citation(about.version)
    told.subject, told.description = about.filter, f"{about.coverage} {credits.attribution()}"
    told.created = told.modified = made


class _Archive(zipfile.ZipFile):
    """An archive all of whose files are of one day."""

    day: datetime

    def writestr(self, name: Any, data: Any, *_more: Any) -> None:
        """Add a file as of the day of the data."""
        super().writestr(zipfile.ZipInfo(str(name), self.day.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)


class _Writer(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
    """openpyxl's writer without its temporary files."""

    def write_worksheet(self, sheet: Worksheet) -> None:
        """Add a sheet to the archive."""
        content = io.BytesIO()
        writer = WorksheetWriter(sheet, content)
        writer.write()
        sheet._rels = writer._rels
        self._archive.writestr(sheet.path[1:], content.getvalue())
        self.manifest.append(sheet)


def _packed(book: Workbook) -> bytes:
    target = io.BytesIO()
    with _Archive(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.day = book.properties.modified
        _Writer(book, archive).write_data()
    return target.getvalue()
