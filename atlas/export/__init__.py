"""Files to take away, which still say where they come from when the Atlas is long out of sight.

A file carries the data as they are (codes and English words, not the translated table), so that files in two
languages can be joined; only the sentences about the file are in the visitor's language.

:data:`FORMATS` is the list of what is offered: buttons, command line and tests follow it.  What a format needs from
others (openpyxl, GDAL) is imported when a file of it is made.
"""

from atlas.export.delimited import readme, to_csv, to_zip
from atlas.export.formats import FORMATS, Format
from atlas.export.geojson import to_geojson
from atlas.export.parcel import Parcel, members_to_export
from atlas.export.provenance import Provenance, file_name, filter_words, provenance
from atlas.export.whole import write_whole

__all__ = [
    "FORMATS",
    "Format",
    "Parcel",
    "Provenance",
    "file_name",
    "filter_words",
    "members_to_export",
    "provenance",
    "readme",
    "to_csv",
    "to_geojson",
    "to_zip",
    "write_whole",
]
