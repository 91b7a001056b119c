"""The small picture of where a place lies."""

from __future__ import annotations

import re

from geo.locator import HEIGHT, WIDTH, build_locator


def test_a_place_is_in_the_middle_and_its_neighbours_where_they_belong() -> None:
    # At 60 degrees north a degree of longitude is worth half a degree of latitude.
    found = build_locator(60.0, 25.0, [(61.0, 25.0), (60.0, 35.0), (60.0, 95.0), (20.0, 25.0)])
    assert (found.x, found.y) == (WIDTH / 2, HEIGHT / 2) == (30, 18)
    assert found.others == [(30, 17), (35, 18)]  # the other two lie outside


def test_near_the_poles_the_place_leaves_the_middle() -> None:
    assert build_locator(70.0, 0.0).y == 14.0
    assert build_locator(-70.0, 0.0).y == 22.0


def test_neighbours_across_the_date_line_are_near() -> None:
    assert build_locator(0.0, 179.0, [(0.0, -179.0)]).others == [(32, 18)]


def test_land_is_drawn_where_there_is_any_also_across_the_date_line() -> None:
    assert build_locator(0.0, -30.0).land.startswith("M")  # the coast of Brazil
    xs = [float(x) for x in re.findall(r"[ML]([-\d.]+) ", build_locator(66.0, 179.0).land)]
    assert min(xs) < 20
    assert max(xs) > 40  # Chukotka goes on beyond the line
