"""Tables as CSV, in an archive that says where they come from.

A CSV holds the table and nothing else, so that columns are variables.  Licence, attribution, version, coverage and
filter stand once, in a README beside it in the same archive: RFC 4180 knows no comments, and constant columns in each
row say four hundred times what one page says better.  What the columns mean is a table of its own.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas import credits
from atlas.export.parcel import Entry, dictionary
from atlas.spreadsheet import is_formula
from atlas.wording import day, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atlas.export.provenance import Provenance
    from atlas.schema import Column

_DICTIONARY: Final = "DICTIONARY.csv"


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV: RFC 4180, UTF-8 with the mark that spreadsheets need to read it as such.

    Texts that a spreadsheet would run as a formula get an apostrophe in front; numbers stay numbers, also negative
    ones.  Unknown is empty; yes and no are written as words.
    """
    text: str = table.apply(_safe_column).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def to_zip(
    table: pd.DataFrame, provenance: Provenance, name: str, columns: Mapping[str, tuple[Column, ...]] | None = None
) -> bytes:
    """Return an archive of a table as CSV and of a README that says once where it comes from and what may be done.

    Parameters
    ----------
    table : pandas.DataFrame
        The rows.
    provenance : Provenance
        What the file says about itself.
    name : str
        Name of the archive; the CSV in it is called the same.
    columns : mapping of str to tuple of Column, optional
        The columns that the schema describes, by the name of their table; they come as a dictionary.
    """
    inside = PurePath(name).with_suffix(".csv").name
    content = {inside: to_csv(table), "README.txt": readme(provenance, inside, len(table)).encode()}
    if columns:
        content[_DICTIONARY] = to_csv(pd.DataFrame(dictionary(columns), columns=Entry._fields))
    made = credits.version_date(provenance.version)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for path, text in content.items():  # with the day of the data: the same data make the same file
            files.writestr(
                zipfile.ZipInfo(path, (made.year, made.month, made.day, 0, 0, 0)), text, zipfile.ZIP_DEFLATED
            )
    return archive.getvalue()


def readme(provenance: Provenance, name: str, rows: int) -> str:
    """Return what an archive says about the table in it, in the visitor's language.

    Parameters
    ----------
    provenance : Provenance
        Version, coverage and filter.
    name : str
        Name of the table's file.
    rows : int
        Number of its rows.
    """
    lines = [
        credits.citation(provenance.version),
        credits.independence(),
        "",
        ngettext("{file}: {number} row.", "{file}: {number} rows.", rows).format(file=name, number=number(rows)),
        _("Filter: {filter}.").format(filter=provenance.filter.removesuffix(".")),
        _("Coverage: {coverage}").format(coverage=provenance.coverage),
        _("Data version {version} of {date}; licence {licence}, {url}.").format(
            version=provenance.version,
            date=day(credits.version_date(provenance.version)),
            licence=credits.CC_BY,
            url=credits.CC_BY_URL,
        ),
        _("Attribution: {attribution}.").format(attribution=credits.attribution()),
        "",
        _("Comma-separated, UTF-8. Empty means not published. A text that begins like a formula has an apostrophe in "
          "front."),
    ]  # fmt: skip
    return "\r\n".join(lines) + "\r\n"


def _safe_column(column: pd.Series) -> pd.Series:
    if pd.api.types.is_bool_dtype(column):
        return column.map({True: "yes", False: "no"})
    return column if pd.api.types.is_numeric_dtype(column) else _safe(column.astype("str"))


def _safe(texts: pd.Series) -> pd.Series:
    return texts.mask(texts.map(is_formula).astype(bool), "'" + texts)
