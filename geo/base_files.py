"""Writes the files of the base map that the app serves: ``python -m geo.base_files``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geo.basemap import FOLDER, TOLERANCES_DEGREES, build_outlines, label_points, split_at_antimeridian
from geo.coasts import build_coasts, inner_borders, read_land

if TYPE_CHECKING:
    from pathlib import Path


def write_outlines(boundaries: Path, folder: Path) -> None:
    """Read the packaged outlines and write the base maps that the app serves (compact JSON, same bytes every time).

    Parameters
    ----------
    boundaries : pathlib.Path
        The folder with the outlines as packaged.
    folder : pathlib.Path
        Where ``outlines-*.geojson`` and the places of the countries' names, ``countries.json``, go.
    """
    import geopandas as gpd

    countries = gpd.read_file(boundaries / "un_countries_50m.geojson")
    for name, tolerance in TOLERANCES_DEGREES.items():
        _write(folder / f"outlines-{name}.geojson", build_outlines(countries, tolerance))
    _write(folder / "countries.json", label_points(countries))
    land = read_land(boundaries / "natural_earth_land_10m.topojson.gz")
    borders = inner_borders(countries.assign(geometry=countries.geometry.map(split_at_antimeridian)))
    _write(folder / "outlines-close.geojson", build_coasts(land, borders))


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_outlines(FOLDER.parents[1] / "data" / "boundaries", FOLDER)
