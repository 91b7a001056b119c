"""Members as a GeoPackage that QGIS opens styled: points in WGS 84, tables beside them, and what the file is.

GDAL writes the layer of points.  Everything else is rows of ordinary tables, added to the database in memory: nothing
passes through temporary files, and every moment that is written down is the day of the data, so that the same data
make the same bytes.
"""

from __future__ import annotations

import io
import sqlite3
import struct
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyarrow as pa
import pyogrio

from atlas import credits
from atlas.export import style
from atlas.export.parcel import Entry, dictionary
from atlas.export.provenance import about_lines, metadata
from atlas.wording import gettext as _
from atlas.wording import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.export.parcel import Parcel, Table

LAYER: Final = "members"
_GEOMETRY: Final = "geom"
_VERSION: Final = "1.2"  # of the standard: the GDAL of older QGIS warns of anything newer
_DESCRIPTIONS: Final = {
    "members": mark("The members, as points; members that are not placed have none."),
    "focus": mark("What pages say that the members work on, one row per page and theme."),
    "awards": mark("The members that received the UNESCO Learning City Award."),
    "dictionary": mark("What every column means."),
    "about": mark("Source, licence, date, coverage and filter."),
}
_ARROW: Final = {
    "string": pa.string(),
    "category": pa.string(),
    "boolean": pa.bool_(),
    "integer": pa.int64(),
    "year": pa.int32(),
    "number": pa.float64(),
    "date": pa.date32(),
}
_SQL: Final = {"boolean": "BOOLEAN", "integer": "INTEGER", "year": "MEDIUMINT", "number": "DOUBLE", "date": "DATE"}
# As QGIS makes it; it looks for a style whose catalogue and schema are empty, not null.
_STYLES: Final = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
    styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
    description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
)"""
_QGIS_METADATA: Final = "http://mrcc.com/qgis.dtd"


class _Column(NamedTuple):
    name: str
    type: str


def to_gpkg(parcel: Parcel) -> bytes:
    """Return members as a GeoPackage: layer ``members`` (EPSG:4326), tables beside it, its style and metadata.

    Parameters
    ----------
    parcel : Parcel
        The members, with what the file says about itself.
    """
    members, *beside = parcel.tables()
    moment = f"{credits.version_date(parcel.about.version).isoformat()}T00:00:00.000Z"
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(_points(members, parcel))
        for table in beside:
            _add_table(base, table.name, table.columns, table.rows)
        described = dictionary({each.name: each.columns for each in (members, *beside)})
        _add_table(base, "dictionary", [_Column(name, "string") for name in Entry._fields], described)
        lines = about_lines(parcel.about, len(parcel.members))
        _add_table(base, "about", [_Column("item", "string"), _Column("text", "string")], lines)
        _add_style(base, moment)
        _add_qgis_metadata(base, parcel)
        for name, column in (("gpkg_contents", "last_change"), ("gpkg_metadata_reference", "timestamp")):
            base.execute(f"UPDATE {name} SET {column} = ?", (moment,))
        base.commit()
        return _with_one_count(base.serialize())
    finally:
        base.close()


def _points(members: Table, parcel: Parcel) -> bytes:
    """Return a GeoPackage with the members alone, as GDAL writes it."""
    names = [column.name for column in members.columns]
    lat, lon = names.index("lat"), names.index("lon")
    columns = zip(*members.rows, strict=True) if members.rows else [()] * len(names)
    arrays = [pa.array(cells, _ARROW[each.type]) for cells, each in zip(columns, members.columns, strict=True)]
    points = pa.array([_well_known(row[lon], row[lat]) for row in members.rows], pa.binary())
    target = io.BytesIO()
    pyogrio.write_arrow(
        pa.table([points, *arrays], names=[_GEOMETRY, *names]),
        target,
        layer=LAYER,
        driver="GPKG",
        geometry_name=_GEOMETRY,
        geometry_type="Point",
        crs="EPSG:4326",
        dataset_options={"VERSION": _VERSION},
        dataset_metadata={key.upper(): str(value) for key, value in metadata(parcel.about, len(members.rows)).items()},
        layer_options={"GEOMETRY_NAME": _GEOMETRY, "IDENTIFIER": LAYER, "DESCRIPTION": _(_DESCRIPTIONS[LAYER])},
    )
    return target.getvalue()


def _with_one_count(content: bytes) -> bytes:
    """Return a database whose count of changes is 1, however many transactions GDAL took.

    GDAL takes one more or fewer by the moment.  The count stands twice in the header, at 24 and at 92
    (https://sqlite.org/fileformat2.html#file_change_counter), and a reader wants both to be the same.
    """
    one = struct.pack(">I", 1)
    return b"".join((content[:24], one, content[28:92], one, content[96:]))


def _well_known(lon: float | None, lat: float | None) -> bytes | None:
    """Return a position as well-known binary: x, which is the longitude, then y."""
    return None if lon is None or lat is None else struct.pack("<BIdd", 1, 1, lon, lat)


def _add_table(base: sqlite3.Connection, name: str, columns: Sequence[Any], rows: Sequence[tuple[Any, ...]]) -> None:
    """Add a table without geometry, as the GeoPackage standard wants it."""
    declared = ", ".join(f'"{column.name}" {_SQL.get(column.type, "TEXT")}' for column in columns)
    base.execute(f'CREATE TABLE "{name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {declared})')
    into, marks = ", ".join(f'"{column.name}"' for column in columns), ", ".join("?" * len(columns))
    base.executemany(f'INSERT INTO "{name}" ({into}) VALUES ({marks})', rows)
    _register(base, name, _(_DESCRIPTIONS[name]))


def _register(base: sqlite3.Connection, name: str, description: str) -> None:
    base.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES (?, 'attributes', ?, ?)",
        (name, name, description),
    )


def _add_style(base: sqlite3.Connection, moment: str) -> None:
    """Add how the members are drawn, where QGIS looks for it."""
    base.execute(_STYLES)
    style_of = {
        "f_table_catalog": "",
        "f_table_schema": "",
        "f_table_name": LAYER,
        "f_geometry_column": _GEOMETRY,
        "styleName": "regions",
        "styleQML": style.qml(),
        "styleSLD": style.sld(),
        "useAsDefault": 1,
        "description": _("Members by region"),
        "update_time": moment,
    }
    marks = ", ".join("?" * len(style_of))
    base.execute(f"INSERT INTO layer_styles ({', '.join(style_of)}) VALUES ({marks})", (*style_of.values(),))
    _register(base, "layer_styles", "")


def _add_qgis_metadata(base: sqlite3.Connection, parcel: Parcel) -> None:
    """Add what QGIS shows among the properties of the layer."""
    added = base.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
        " VALUES ('dataset', ?, 'text/xml', ?)",
        (_QGIS_METADATA, style.qmd(parcel.about, len(parcel.members))),
    )
    base.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)",
        (LAYER, added.lastrowid),
    )
