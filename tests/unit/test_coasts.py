"""Finer coasts: land unpacked from TopoJSON, borders told apart from coasts, the south left out."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, shape

from geo.base_files import write_outlines
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


def _land(*parts: Polygon) -> list[list[tuple[float, ...]]]:
    """Return the bounds of the land that is drawn, group by group."""
    features = build_coasts(MultiPolygon(parts), LineString([(0, -5), (0, -4)]))["features"]
    groups = [shape(each["geometry"]) for each in features if each["properties"]["part"] == "both"]
    return [[part.bounds for part in group.geoms] for group in groups]


def test_land_is_grouped_by_the_ten_degrees_where_it_begins_from_west_to_east() -> None:
    east, north, south, west = box(19, 1, 21, 2), box(9, 9, 11, 11), box(0, 1, 2, 3), box(-1, 1, 0, 2)
    north_east, upper = box(12, 8, 13, 9), box(3, 10, 4, 11)
    assert _land(east, north, north_east, upper, south, west) == [
        [(-1, 1, 0, 2)],
        [(9, 9, 11, 11), (0, 1, 2, 3)],
        [(3, 10, 4, 11)],
        [(19, 1, 21, 2), (12, 8, 13, 9)],
    ]


def test_islets_and_what_ends_at_60_degrees_south_are_left_out() -> None:
    smallest, larger = box(0, 0, 1, 0.001), box(2, 0, 3, 0.002)
    assert smallest.area == 0.001
    assert _land(smallest, larger, box(4, -70, 6, -60), box(6, -70, 8, -59)) == [[(6, -70, 8, -59)], [(2, 0, 3, 0.002)]]


@pytest.mark.parametrize(("west", "south", "corners"), [(0, 66.5, 6), (0, 66.6, 5), (70, 10, 6), (70, -50, 6)])
def test_only_land_all_beyond_66_and_a_half_degrees_north_loses_more_detail(
    west: float, south: float, corners: int
) -> None:
    """A square with a fifth corner that stands out by 0.04 degrees; the first corner closes the ring."""
    roof = [(west + 2, south + 1), (west + 1, south + 1.04), (west, south + 1)]
    part = MultiPolygon([Polygon([(west, south), (west + 2, south), *roof])])
    land = build_coasts(part, LineString([(0, -5), (0, -4)]))["features"][0]
    assert len(land["geometry"]["coordinates"][0][0]) == corners


def test_a_gap_between_neighbours_is_no_sea_and_has_no_coast() -> None:
    boxes = [box(0, 0, 1, 1), box(1.009, 0, 2, 1)]
    two = gpd.GeoDataFrame({"iso3": ["AAA", "BBB"]}, geometry=boxes, crs="EPSG:4326")
    assert inner_borders(two).distance(Point(1.009, 0.5)) == 0
    apart = gpd.GeoDataFrame({"iso3": ["AAA", "BBB"]}, geometry=[box(0, 0, 1, 1), box(1.011, 0, 2, 1)], crs="EPSG:4326")
    assert inner_borders(apart).is_empty


def test_the_files_of_the_base_map_are_written_where_the_app_looks_for_them(tmp_path: Path) -> None:
    boundaries, folder = tmp_path / "boundaries", tmp_path / "map"
    boundaries.mkdir()
    folder.mkdir()
    square = {"type": "Polygon", "coordinates": [[[10, 20], [14, 20], [14, 22], [10, 22], [10, 20]]]}
    country = {"type": "Feature", "properties": {"iso3": "AAA"}, "geometry": square}
    collection = json.dumps({"type": "FeatureCollection", "features": [country]})
    (boundaries / "un_countries_50m.geojson").write_text(collection, encoding="utf-8")
    (boundaries / "natural_earth_land_10m.topojson.gz").write_bytes(gzip.compress(json.dumps(TWO_ARCS).encode()))
    write_outlines(boundaries, folder)
    names = ["countries.json", "outlines-close.geojson", "outlines-near.geojson", "outlines-world.geojson"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert (folder / "countries.json").read_text(encoding="utf-8") == '{"AAA":[21.0,12.0,4.0]}\n'
    for name in names[1:]:
        first = json.loads((folder / name).read_text(encoding="utf-8"))["features"][0]
        assert shape(first["geometry"]).bounds == (10, 20, 14, 22)
