"""The outlines: unwrapped, clipped, without streaks, with the water where it is."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import numpy as np
import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, shape

from geo.basemap import borders_of, build_outlines, split_at_antimeridian, unwrap_ring, write_outlines
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
    for hole in ([(-178, 4), (-176, 4), (-176, 6), (-178, 6)], [(176, 4), (178, 4), (178, 6), (176, 6)]):
        land = split_at_antimeridian(Polygon(shell, [hole]))
        assert land.area == 20 * 10 - 2 * 2
        assert not land.contains(Point(hole[0][0] + 1, 5))
        assert land.contains(Point(hole[0][0] + 1, 8))


def test_a_ring_round_a_pole_is_closed_along_it() -> None:
    south = split_at_antimeridian(Polygon([(lon, -70) for lon in range(-180, 180, 30)] + [(180, -70)]))
    north = split_at_antimeridian(Polygon([(lon, 70) for lon in range(-180, 180, 30)] + [(180, 70)]))
    assert (south.bounds, south.area) == ((-180, -90, 180, -70), 360 * 20)
    assert (north.bounds, north.area) == ((-180, 70, 180, 90), 360 * 20)


def test_a_border_ends_at_the_edge_of_the_map_and_nowhere_else() -> None:
    inside = MultiPolygon([Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])])
    assert borders_of(inside).length == 40
    west = MultiPolygon([Polygon([(-180, 0), (-170, 0), (-170, 10), (-180, 10)])])
    assert borders_of(west).bounds == (-179.98, 0, -170, 10)
    south = MultiPolygon([Polygon([(0, -90), (10, -90), (10, -80), (0, -80)])])
    assert borders_of(south).bounds == (0, -85, 10, -80)
    north = MultiPolygon([Polygon([(0, 80), (10, 80), (10, 89.9), (0, 89.9)])])
    assert borders_of(north).length == pytest.approx(2 * 10 + 2 * 9.9)


def test_outlines_are_written_for_both_detail_levels(tmp_path: Path) -> None:
    square = geopandas.GeoDataFrame({"iso3": ["AAA"]}, geometry=[Polygon([(0, 0), (1.004, 0), (1, 1)])], crs=4326)
    square.to_file(tmp_path / "source.geojson")
    write_outlines(tmp_path / "source.geojson", tmp_path)
    for name in ("world", "near"):
        text = (tmp_path / f"outlines-{name}.geojson").read_text(encoding="utf-8")
        (feature,) = json.loads(text)["features"]
        assert feature["properties"] == {"iso3": "AAA", "part": "both"}
        assert shape(feature["geometry"]).equals(Polygon([(0, 0), (1, 0), (1, 1)]))  # hundredths of a degree
        assert text.endswith("}\n")
        assert " " not in text
