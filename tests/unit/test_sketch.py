"""The plain map: places in the window that fits them, land cut at its edge, the whole world true to area."""

from __future__ import annotations

import re

import pytest

from geo.sketch import WIDTH, build_sketch, clipped


def _corners(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", path)]


def test_a_window_has_its_places_in_the_middle_with_air_round_them() -> None:
    sketch = build_sketch([(10.0, 20.0), (-10.0, 40.0)])
    (x0, y0), (x1, y1) = sketch.place(10, 20), sketch.place(-10, 40)
    # 20 degrees high and a quarter as much free round them; as the window is 0.6 as high as wide: 24.8 / 41.3
    assert (round(x0), round(x1)) == (258, 742)
    assert (round(y0 + y1), sketch.height) == (600, 600)


def test_what_is_wider_than_high_has_air_at_its_sides() -> None:
    sketch = build_sketch([(0.0, 0.0), (0.0, 40.0)])
    assert [round(sketch.place(0, lon)[0]) for lon in (0, 40)] == [97, 903]  # 40 of 49.6 degrees
    assert sketch.height == 500


def test_a_single_place_has_something_round_it() -> None:
    sketch = build_sketch([(0.0, 10.0)])
    assert sketch.place(0, 10) == pytest.approx((500, 300))
    assert sketch.place(5.5, 10)[1] == pytest.approx(0)  # 11 degrees high


def test_a_degree_of_longitude_is_as_wide_as_in_the_middle() -> None:
    sketch = build_sketch([(60.0, 10.0)])
    east, south = sketch.place(60, 11)[0] - 500, sketch.place(59, 10)[1] - 300
    assert east == pytest.approx(south / 2)


def test_a_window_may_lie_across_the_date_line() -> None:
    sketch = build_sketch([(-18.0, 178.0), (-17.0, -179.0)])
    west, east = sketch.place(-18, 178)[0], sketch.place(-17, -179)[0]
    assert 0 < west < 500 < east < WIDTH
    assert sketch.land  # Fiji


def test_places_all_over_the_world_are_shown_on_the_whole_of_it() -> None:
    sketch = build_sketch([(0.0, -120.0), (40.0, 0.0), (-30.0, 120.0)])
    assert sketch.place(0, 0)[0] == 500
    assert sketch.place(0, 180)[0] == pytest.approx(1000)
    assert sketch.place(60, 180)[0] < 900  # meridians come together towards the poles
    assert 0 < sketch.place(82, 0)[1] < sketch.place(-55, 0)[1] < sketch.height


def test_equal_earth_keeps_areas() -> None:
    place = build_sketch([(0.0, -120.0), (40.0, 0.0), (-30.0, 120.0)]).place

    def area(south: float) -> float:
        """Return the area of a degree by a degree, divided by its area on the sphere (Lambert's cylinder)."""
        from math import radians, sin

        wide = place(south + 0.5, 1)[0] - place(south + 0.5, 0)[0]
        high = place(south, 0)[1] - place(south + 1, 0)[1]
        return wide * high / (sin(radians(south + 1)) - sin(radians(south)))

    assert area(70) == pytest.approx(area(0), rel=1e-3)


def test_land_goes_on_beyond_the_window_as_far_as_a_slide_may_show_and_no_further() -> None:
    for places in ([(37.5, 127.0), (35.1, 129.0)], [(5.0, -15.0), (-30.0, 45.0)], [(0, -120), (0, 0), (0, 120)]):
        sketch = build_sketch([(float(lat), float(lon)) for lat, lon in places])
        xs, ys = zip(*_corners(sketch.land), strict=True)
        assert min(xs) >= -480
        assert max(xs) <= WIDTH + 480
        assert min(ys) >= -480
        assert max(ys) <= sketch.height + 480


def test_a_country_by_the_sea_has_its_neighbours_beside_it_on_a_wide_and_on_an_upright_slide() -> None:
    sketch = build_sketch([(37.5, 127.0), (35.1, 129.0)])  # Japan to the right, China to the left and above
    xs, ys = zip(*_corners(sketch.land), strict=True)
    assert min(xs) == -480
    assert max(xs) == WIDTH + 480
    assert min(ys) == -480


def test_a_ring_is_cut_where_it_leaves_a_box() -> None:
    square = [(-1.0, -1.0), (3.0, -1.0), (3.0, 3.0), (-1.0, 3.0)]
    assert set(clipped(square, (0, 0, 2, 2))) == {(0, 0), (2, 0), (2, 2), (0, 2)}
    assert clipped([(5.0, 5.0), (6.0, 5.0), (6.0, 6.0)], (0, 0, 2, 2)) == []
