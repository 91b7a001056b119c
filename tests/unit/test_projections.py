"""From degrees to pixels: what is in sight, what lies in the middle, and nothing torn apart at the antimeridian."""

from __future__ import annotations

import numpy as np
import pytest

from geo.projections import fitted_view, world_edge, world_height, world_view
from geo.sheet import Box

WIDE = Box(100, 50, 1800, 800)
SEOUL, BUSAN = (37.57, 126.98), (35.18, 129.08)
SUVA, APIA = (-18.14, 178.44), (-13.83, -171.77)


def test_the_world_is_as_wide_as_the_box_lets_it_be_and_stands_in_its_middle() -> None:
    view = world_view(WIDE)
    edge = world_edge(view)
    assert (view.kind, view.crs) == ("equal earth", "EPSG:8857")
    assert edge[:, 0].min() == pytest.approx(100)  # of 800 pixels 789 are enough: the width decides
    assert edge[:, 0].max() == pytest.approx(1900)
    assert edge[:, 1].min() + edge[:, 1].max() == pytest.approx(2 * 450)
    (x, _y), (_x, north) = view.pixels([0, 0], [0, 84])
    assert (x, north) == pytest.approx((1000, edge[:, 1].min()))
    assert world_height(1800) == pytest.approx(edge[:, 1].max() - edge[:, 1].min())


def test_areas_are_true_in_both_projections() -> None:
    """On the ellipsoid a small square at 60 degrees has 0.5043 of the area of one at the equator."""
    for view in (world_view(WIDE), fitted_view([0, 60], [10, 10], WIDE)):
        squares = [view.pixels([10, 10.1, 10.1, 10], [lat, lat, lat + 0.1, lat + 0.1]) for lat in (0, 60)]
        equator, north = (_area(square) for square in squares)
        assert north / equator == pytest.approx(0.5043, abs=0.0005)


def _area(corners: np.ndarray) -> float:
    x, y = corners.T
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def test_a_country_has_a_projection_round_its_own_middle_with_air_on_every_side() -> None:
    view = fitted_view([SEOUL[0], BUSAN[0]], [SEOUL[1], BUSAN[1]], WIDE)
    assert view.kind == "lambert"
    assert (view.lat, view.lon) == pytest.approx((36.4, 128.0), abs=0.1)
    (x1, y1), (x2, y2) = view.pixels([SEOUL[1], BUSAN[1]], [SEOUL[0], BUSAN[0]])
    assert (y1 - 50, 850 - y2) == pytest.approx((0.07 * 800, 0.07 * 800), abs=0.5)
    assert x1 + x2 == pytest.approx(2000, abs=0.5)
    assert x1 < x2  # Seoul lies west of Busan


def test_what_lies_on_both_sides_of_the_antimeridian_lies_together() -> None:
    view = fitted_view([SUVA[0], APIA[0]], [SUVA[1], APIA[1]], WIDE)
    assert view.kind == "lambert"
    assert abs(view.lon) == pytest.approx(176.7, abs=0.2)
    (x1, _), (x2, _) = view.pixels([SUVA[1], APIA[1]], [SUVA[0], APIA[0]])
    assert 100 < x1 < x2 < 1900
    windows = list(view.windows())
    assert len(windows) == 2
    assert {window[0] for window, _turn in windows} >= {-180}
    assert all(-180 <= west < east <= 180 for (west, _s, east, _n), _turn in windows)


def test_a_picture_with_a_pole_in_it_shows_every_meridian() -> None:
    view = fitted_view([80, 80, 80], [0, 120, -120], WIDE)
    spans = [(west, east) for (west, _s, east, _n), _turn in view.windows()]
    assert sum(east - west for west, east in spans) >= 360
    assert max(north for (_w, _s, _e, north), _turn in view.windows()) == 90


def test_what_is_spread_over_half_the_globe_is_shown_in_equal_earth_round_its_own_meridian() -> None:
    view = fitted_view([35, -38, 33], [48, 145, 136], WIDE)  # from Iran to Australia and Japan
    assert (view.kind, view.lon) == ("equal earth", 96)
    assert "lon_0=96" in view.crs
    places = view.pixels([48, 145, 136], [35, -38, 33])
    assert ((places > [100, 50]) & (places < [1900, 850])).all()


def test_what_is_spread_over_the_whole_globe_is_a_picture_of_the_world() -> None:
    assert fitted_view([65, 60, -50, -45], [-150, 160, -70, 170], WIDE) == world_view(WIDE)


def test_a_single_point_is_shown_with_its_surroundings() -> None:
    view = fitted_view([48.6], [2.4], WIDE)
    assert view.pixels([2.4], [48.6])[0] == pytest.approx([1000, 450], abs=5)
    assert 800 / view.scale == pytest.approx(139_500, rel=0.01)  # metres from top to bottom: twice 60 km, and the air
