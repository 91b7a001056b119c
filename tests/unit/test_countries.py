"""Whether a point lies in its country, with distances in kilometres."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import box

from geo.countries import TOLERANCE_KM, Scale, contains, country_distance_km, load_outlines


@pytest.mark.parametrize("scale", ["50m", "110m"])
def test_outlines_are_indexed_by_country_in_wgs_84(scale: Scale) -> None:
    outlines = load_outlines(scale)

    assert {"FRA", "KOR", "TGO"} <= set(outlines.index)
    assert outlines.crs.to_epsg() == 4326
    assert outlines.geometry.is_valid.all()


def test_a_point_inside_is_at_distance_zero() -> None:
    assert country_distance_km(["FRA"], [48.85], [2.35]).tolist() == [0.0]


def test_latitude_comes_before_longitude() -> None:
    assert contains(["KEN"], [-1.29], [36.82]).all()
    assert not contains(["KEN"], [36.82], [-1.29]).any()


def test_the_distance_of_a_point_abroad_is_in_kilometres() -> None:
    # Madrid to the nearest point of France, on the western Pyrenees: about 340 km.
    (distance,) = country_distance_km(["FRA"], [40.417], [-3.703])

    assert distance == pytest.approx(340, abs=30)


@pytest.mark.parametrize(
    ("city", "iso3", "lat", "lon"),
    [
        ("Phuket", "THA", 7.89, 98.40),
        ("Dakar", "SEN", 14.69, -17.44),
        ("Muharraq", "BHR", 26.257, 50.612),
        ("Praia da Vitória", "PRT", 38.733, -27.067),
        ("Câmara de Lobos", "PRT", 32.650, -16.977),
        ("São Filipe", "CPV", 14.896, -24.496),
        ("Mytilene", "GRC", 39.107, 26.555),
        ("Bluefields", "NIC", 12.013, -83.764),
    ],
)
def test_coastal_towns_and_islands_are_within_the_tolerance(city: str, iso3: str, lat: float, lon: float) -> None:
    assert contains([iso3], [lat], [lon]).all(), city


@pytest.mark.parametrize(
    ("iso3", "lat", "lon"),
    [("ARG", 24.142, -110.312), ("MEX", -33.462, -67.552), ("AUS", 53.683, -1.498)],
)
def test_a_namesake_in_another_country_is_not_within_the_tolerance(iso3: str, lat: float, lon: float) -> None:
    assert not contains([iso3], [lat], [lon]).any()


def test_a_smaller_tolerance_can_be_asked_for() -> None:
    assert not contains(["THA"], [7.89], [98.40], tolerance_km=1).any()
    assert TOLERANCE_KM > 1


def test_points_across_the_date_line_are_measured_the_short_way() -> None:
    (distance,) = country_distance_km(["RUS"], [66.0], [-168.0])

    assert distance < 200


def test_a_missing_position_is_not_contained() -> None:
    assert math.isnan(country_distance_km(["FRA"], [np.nan], [np.nan])[0])
    assert not contains(["FRA"], [np.nan], [np.nan]).any()


def test_no_points_give_no_distances() -> None:
    assert country_distance_km([], [], []).tolist() == []


def test_distances_count_from_the_nearest_edge_in_both_directions() -> None:
    """A degree at the equator is 110.6 km from south to north, and 111.3 km from west to east."""
    square = gpd.GeoDataFrame(geometry=[box(0, 0, 1, 1)], index=["AAA"], crs="EPSG:4326")
    south, west = country_distance_km(["AAA", "AAA"], [-1.0, 0.5], [0.5, -1.0], outlines=square)
    assert (south, west) == (pytest.approx(110.57, abs=0.05), pytest.approx(111.32, abs=0.05))


def test_a_point_inside_needs_no_tolerance() -> None:
    assert contains(["FRA"], [48.85], [2.35], tolerance_km=0).all()


def test_a_country_without_outline_is_an_error_that_names_it() -> None:
    codes = ["ZZZ", "FRA", "ZZB", "ZZA", "ZZC"]
    with pytest.raises(ValueError, match="no outline for ZZA, ZZB, ZZC, ZZZ; use"):
        country_distance_km(codes, [0.0] * 5, [0.0] * 5)
