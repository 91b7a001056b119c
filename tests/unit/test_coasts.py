"""Finer coasts: land unpacked from TopoJSON, borders told apart from coasts, the south left out."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import geopandas as gpd
from shapely.geometry import LineString, MultiPolygon, Point, box

from geo.coasts import build_coasts, inner_borders, read_land

if TYPE_CHECKING:
    from pathlib import Path

TWO_ARCS = {
    "transform": {"scale": [0.5, 0.5], "translate": [10.0, 20.0]},
    # (10,20) to (14,20) to (14,22); and (10,20) to (10,22) to (14,22), to be walked backwards.
    "arcs": [[[0, 0], [8, 0], [0, 4]], [[0, 0], [0, 4], [8, 0]]],
    "objects": {"land": {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]]]}]}},
}


def test_arcs_are_summed_scaled_and_walked_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "land.gz"
    path.write_bytes(gzip.compress(json.dumps(TWO_ARCS).encode()))
    assert read_land(path).equals(box(10, 20, 14, 22))


def test_a_border_is_where_two_countries_meet_and_not_their_coast() -> None:
    two = gpd.GeoDataFrame({"iso3": ["AAA", "BBB"]}, geometry=[box(0, 0, 1, 1), box(1, 0, 2, 1)], crs="EPSG:4326")
    borders = inner_borders(two)
    assert borders.distance(Point(1, 0.5)) == 0
    assert borders.distance(Point(0, 0.5)) > 0.9
    assert 0.9 < borders.length < 1


def test_land_is_filled_borders_end_at_its_coast_and_the_south_is_left_out() -> None:
    land = MultiPolygon([box(0, 0, 2, 1), box(0, -80, 2, -70)])
    made = build_coasts(land, LineString([(1, -5), (1, 5)]))["features"]
    assert [each["properties"]["part"] for each in made] == ["both", "border"]
    assert sorted(made[1]["geometry"]["coordinates"]) == [[1.0, 0.0], [1.0, 1.0]]
