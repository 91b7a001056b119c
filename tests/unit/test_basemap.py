"""The outlines: unwrapped, clipped, without streaks, with the water where it is."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box, shape

from geo.basemap import (
    GRADES,
    borders_of,
    build_outlines,
    label_points,
    named_areas,
    split_at_antimeridian,
    unwrap_ring,
)
from geo.countries import load_outlines

MAP = Path(__file__).parents[2] / "static" / "map"


def _land(name: str) -> dict[str, MultiPolygon]:
    features = json.loads((MAP / f"outlines-{name}.geojson").read_text(encoding="utf-8"))["features"]
    return {
        each["properties"]["iso3"]: shape(each["geometry"])
        for each in features
        if each["properties"]["part"] != "border"
    }


def test_a_ring_that_crosses_the_antimeridian_is_unwrapped() -> None:
    assert unwrap_ring(np.array([170.0, -170.0, -175.0])).tolist() == [170.0, 190.0, 185.0]


def test_a_shape_across_the_antimeridian_becomes_two_that_stay_in_the_world() -> None:
    square = Polygon([(170, 0), (-170, 0), (-170, 10), (170, 10)])
    land = split_at_antimeridian(square)
    assert sorted(part.bounds for part in land.geoms) == [(-180, 0, -170, 10), (170, 0, 180, 10)]


def test_the_cut_at_the_antimeridian_is_no_border() -> None:
    land = MultiPolygon([Polygon([(170, 0), (180, 0), (180, 10), (170, 10)])])
    east = borders_of(land).bounds[2]
    assert east < 180


def test_an_ordinary_country_keeps_its_shape() -> None:
    square = Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert split_at_antimeridian(square).equals(MultiPolygon([square]))


@pytest.mark.parametrize("name", ["world", "near"])
def test_no_outline_streaks_across_the_map(name: str) -> None:
    for iso3, land in _land(name).items():
        for polygon in getattr(land, "geoms", [land]):
            steps = np.abs(np.diff(np.asarray(polygon.exterior.coords)[:, 0]))
            # Antarctica is closed along the pole; the border of Canada and the United States is that straight.
            assert steps.max() < 20 or iso3 in {"ATA", "CAN", "USA"}, iso3


@pytest.mark.parametrize(
    ("place", "lon", "lat", "is_land"),
    [
        ("the White Sea", 38.0, 65.6, False),
        ("the Gulf of Ob", 73.5, 69.5, False),
        ("Kara Sea", 65.0, 74.5, False),
        ("Moscow", 37.6, 55.75, True),
        ("Yakutsk", 129.7, 62.0, True),
        ("Norilsk", 88.2, 69.3, True),
        ("Chukotka east of 180 degrees", -175.0, 66.5, True),
    ],
)
def test_the_russian_federation_has_its_seas(place: str, lon: float, lat: float, *, is_land: bool) -> None:
    assert _land("near")["RUS"].contains(Point(lon, lat)) is is_land, place


def test_the_committed_outlines_are_what_the_code_makes() -> None:
    made = build_outlines(load_outlines("50m").reset_index(), 0.15)
    text = json.dumps(made, separators=(",", ":")) + "\n"
    assert text == (MAP / "outlines-world.geojson").read_text(encoding="utf-8")


def test_every_un_area_is_drawn() -> None:
    assert set(_land("world")) == set(load_outlines("50m").reset_index()["iso3"])


def test_a_hole_stays_in_its_shell_whichever_turn_it_was_written_in() -> None:
    shell = [(170, 0), (-170, 0), (-170, 10), (170, 10)]
    east, west = [(-178, 4), (-176, 4), (-176, 6), (-178, 6)], [(176, 4), (178, 4), (178, 6), (176, 6)]
    for begun, hole in ((shell, east), (shell, west), (shell[1:] + shell[:1], west)):
        land = split_at_antimeridian(Polygon(begun, [hole]))
        left = hole[0][0]
        assert land.area == 20 * 10 - 2 * 2
        assert not land.contains(Point(left + 1, 5))
        assert all(land.contains(Point(left + x, y)) for x, y in ((1, 6.5), (1, 3.5), (2.5, 5), (-0.5, 5)))


def test_a_ring_round_a_pole_is_closed_along_it() -> None:
    south = split_at_antimeridian(Polygon([(lon, -70) for lon in range(-180, 180, 30)] + [(180, -70)]))
    north = split_at_antimeridian(Polygon([(lon, 70) for lon in range(-180, 180, 30)] + [(180, 70)]))
    assert (south.bounds, south.area) == ((-180, -90, 180, -70), 360 * 20)
    assert (north.bounds, north.area) == ((-180, 70, 180, 90), 360 * 20)


def _two_halves(west: float, east: float, south: float, north: float, *, gap: float) -> MultiPolygon:
    """Return a shape cut in two along its middle, as rings that begin in its south-western corner."""
    middle = (south + north) / 2
    parts = ((south, middle), (middle + gap, north))
    return MultiPolygon([Polygon([(west, low), (east, low), (east, high), (west, high)]) for low, high in parts])


@pytest.mark.parametrize(("west", "east"), [(150, -150), (-150, 150)])
def test_a_sliver_along_a_straight_cut_across_the_antimeridian_is_closed(west: float, east: float) -> None:
    land = split_at_antimeridian(_two_halves(west, east, 60, 70, gap=0.05))
    assert len(land.geoms) == 2
    for lon in (150.5, 165, 179.5, -179.5, -165, -150.5):
        assert land.contains(Point(lon, 65.02)), lon
        assert land.distance(Point(lon, 59.9)) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("west", "east", "south", "gap"),
    [(170, -170, 60, 0.05), (150, -150, 60, 0.4), (150, -150, 80, 0.05)],
    ids=["no longer than 20 degrees", "too wide", "as far north as 85 degrees"],
)
def test_other_gaps_stay_open(west: float, east: float, south: float, gap: float) -> None:
    land = split_at_antimeridian(_two_halves(west, east, south, south + 10, gap=gap))
    assert len(land.geoms) == 4
    assert not land.contains(Point(175, south + 5 + gap / 2))


@pytest.mark.parametrize(("west", "east"), [(150, 180), (-180, -150)])
def test_a_straight_edge_of_what_only_touches_the_antimeridian_is_a_border(west: float, east: float) -> None:
    gap = _two_halves(west, east, 60, 70, gap=0.05)
    assert split_at_antimeridian(gap).equals(gap)


def test_a_border_ends_at_the_edge_of_the_map_and_nowhere_else() -> None:
    inside = MultiPolygon([Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])])
    assert borders_of(inside).length == 40
    west = MultiPolygon([Polygon([(-180, 0), (-170, 0), (-170, 10), (-180, 10)])])
    assert borders_of(west).bounds == (-179.98, 0, -170, 10)
    south = MultiPolygon([Polygon([(0, -90), (10, -90), (10, -80), (0, -80)])])
    assert borders_of(south).bounds == (0, -85, 10, -80)
    north = MultiPolygon([Polygon([(0, 80), (10, 80), (10, 89.9), (0, 89.9)])])
    assert borders_of(north).length == pytest.approx(2 * 10 + 2 * 9.9)


def test_each_grade_is_finer_than_the_one_before_and_small_enough_to_send() -> None:
    sizes = [(MAP / f"outlines-{grade}.geojson").stat().st_size for grade in GRADES]
    assert sizes == sorted(sizes)
    assert sizes[-1] < 1_600_000


def test_the_closest_grade_has_the_coast_of_korea_and_the_borders_of_the_un() -> None:
    features = json.loads((MAP / "outlines-close.geojson").read_text(encoding="utf-8"))["features"]
    land = [part for each in features if each["properties"]["part"] == "both" for part in shape(each["geometry"]).geoms]
    [border] = [shape(each["geometry"]) for each in features if each["properties"]["part"] == "border"]
    busan = next(part for part in land if part.contains(Point(128.9, 35.3)))
    assert len(busan.exterior.coords) > len(_land("near")["KOR"].geoms[0].exterior.coords)
    assert not any(part.contains(Point(124.0, 36.0)) for part in land), "the Yellow Sea"
    assert border.distance(Point(-110.0, 49.0)) < 0.05, "Canada and the United States"
    assert border.distance(Point(-30.0, 0.0)) > 5, "no border in the Atlantic"


def test_countries_are_named_inside_their_largest_part_and_disputed_areas_not_at_all() -> None:
    countries = load_outlines("50m").reset_index()
    kept = countries[countries["iso3"].isin(["FRA", "RUS", "TWN", "XJK"])]
    found = label_points(kept)
    assert set(found) == {"FRA", "RUS"}
    lat, lon, span = found["FRA"]
    assert _land("near")["FRA"].contains(Point(lon, lat))
    assert 41 < lat < 51, "mainland"
    assert 11 < span < 14
    assert found["RUS"][2] > 90


def test_the_committed_points_of_names_lie_in_their_countries() -> None:
    points = json.loads((MAP / "countries.json").read_text(encoding="utf-8"))
    land = _land("near")
    outside = [code for code, (lat, lon, _span) in points.items() if land[code].distance(Point(lon, lat)) > 0.05]
    assert outside == []
    assert len(points) > 200


def _label(*parts: Polygon) -> tuple[float, float, float]:
    only = gpd.GeoDataFrame({"iso3": ["AAA"]}, geometry=[MultiPolygon(parts)], crs="EPSG:4326")
    return label_points(only)["AAA"]


@pytest.mark.parametrize("height", [5, 4, 6, 3, 7])
@pytest.mark.parametrize(("trunk", "tip"), [(-52, -40), (-40, -50)], ids=["to the east", "to the west"])
def test_a_country_is_named_on_that_of_five_parallels_that_has_most_land(height: int, trunk: int, tip: int) -> None:
    """A trunk two degrees wide from 20 to 30 degrees north, with a thorn of eight or ten degrees on one side."""
    bark = trunk + 2 if tip > trunk else trunk - 2
    lat = 20 + height
    thorn = [(bark, lat - 0.4), (tip, lat), (bark, lat + 0.4)]
    country = Polygon([(trunk, 20), (bark, 20), *thorn, (bark, 30), (trunk, 30)])
    assert _label(country) == (lat, (trunk + tip) / 2, abs(tip - trunk))


def test_a_country_as_wide_everywhere_is_named_in_the_middle_to_a_hundredth() -> None:
    assert _label(box(1.001, 0.002, 2.235, 1.246)) == (0.62, 1.62, 1.23)


def test_a_country_is_named_in_its_largest_part_on_the_wider_side_of_a_gulf() -> None:
    gulf = Polygon([(0, 0), (10, 0), (10, 10), (8, 10), (8, 1), (6, 1), (6, 10), (0, 10)])
    assert _label(gulf, box(20, 0, 30, 9)) == (4.5, 25, 10)
    assert _label(gulf, box(20, 0, 28, 9)) == (5, 3, 6)


def test_areas_without_a_name_are_not_among_the_named_ones() -> None:
    assert {"FRA", "ATA", "TWN"} & set(named_areas()) == {"FRA"}
