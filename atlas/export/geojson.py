"""Members as GeoJSON (RFC 7946), which has a place of its own for what a file says about itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from atlas.export.parcel import dictionary, member_columns, plain
from atlas.export.provenance import metadata

if TYPE_CHECKING:
    import pandas as pd

    from atlas.export.provenance import Provenance

_COORDINATE_DIGITS: Final = 5  # about a metre: more than any pin means, and what GeoNames gives


def to_geojson(members: pd.DataFrame, provenance: Provenance) -> bytes:
    """Return members as GeoJSON (RFC 7946): WGS 84, positions as (longitude, latitude).

    Members that are not placed are kept with a null geometry.  Properties are typed, null where unknown; the foreign
    member ``metadata`` (RFC 7946, 6.1) says source, licence, date, coverage and filter, and ``dictionary`` what every
    property means.

    Parameters
    ----------
    members : pandas.DataFrame
        As :func:`atlas.export.members_to_export` returns them; ``lat`` and ``lon`` in degrees, EPSG:4326.
    provenance : Provenance
        What the file says about itself.
    """
    features = [
        {"type": "Feature", "id": each["city_id"], "geometry": _point(each["lon"], each["lat"]), "properties": each}
        for each in _plain_rows(members)
    ]
    collection = {
        "type": "FeatureCollection",
        "metadata": metadata(provenance, len(features)),
        "dictionary": {each.column: each.meaning for each in dictionary({"members": member_columns()})},
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _plain_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    columns = {name: plain(column) for name, column in table.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _point(lon: float | None, lat: float | None) -> dict[str, Any] | None:
    """Return a position in GeoJSON's order, which is that of x and y: longitude first."""
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [round(lon, _COORDINATE_DIGITS), round(lat, _COORDINATE_DIGITS)]}
