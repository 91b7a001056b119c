"""The formats in which members are handed out, one record each.

A new one is a record here, and buttons, notes, command line and the tests that hold for every format follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.export.delimited import to_zip
from atlas.export.geojson import to_geojson
from atlas.export.parcel import member_columns
from atlas.wording import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.export.parcel import Parcel


@dataclass(frozen=True)
class Format:
    """A kind of file that members are handed out in.

    Attributes
    ----------
    code : str
        Name on the command line and in keys of buttons.
    name : str
        What it is called, in every language.
    use : str
        What it is for, as a sentence marked for translation.
    ending : str
        Ending of its files, without the dot.
    mime : str
        Media type.
    write : callable
        Takes a :class:`atlas.export.Parcel` and returns the content of the file.
    """

    code: str
    name: str
    use: str
    ending: str
    mime: str
    write: Callable[[Parcel], bytes]


def _csv(parcel: Parcel) -> bytes:
    return to_zip(parcel.members, parcel.about, f"{parcel.name}.zip", {"members": member_columns()})


def _xlsx(parcel: Parcel) -> bytes:
    from atlas.export.workbook import to_xlsx

    return to_xlsx(parcel)


def _geojson(parcel: Parcel) -> bytes:
    return to_geojson(parcel.members, parcel.about)


def _gpkg(parcel: Parcel) -> bytes:
    from atlas.export.geopackage import to_gpkg

    return to_gpkg(parcel)


_ALL: Final = (
    Format(
        "csv",
        "CSV (zip)",
        mark("Plain text for any program, with a README and a dictionary."),
        "zip",
        "application/zip",
        _csv,
    ),
    Format(
        "xlsx",
        "Excel (XLSX)",
        mark("A workbook with members, statements, awards, dictionary and sources."),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _xlsx,
    ),
    Format(
        "geojson",
        "GeoJSON",
        mark("Points for web maps and scripts."),
        "geojson",
        "application/geo+json",
        _geojson,
    ),
    Format(
        "gpkg",
        "GeoPackage",
        mark("Points and tables for QGIS, in the colours of the regions."),
        "gpkg",
        "application/geopackage+sqlite3",
        _gpkg,
    ),
)
FORMATS: Final = {each.code: each for each in _ALL}
"""Every format by its code, in the order offered."""
