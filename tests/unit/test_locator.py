"""The small picture of where a place lies."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from geo import rings
from geo.locator import HEIGHT, WIDTH, build_locator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Corners = list[tuple[float, float]]


@pytest.fixture
def draw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Return how to make shapes of (type, coordinates) the only land there is."""

    def only(*shapes: tuple[str, object]) -> None:
        features = [{"geometry": {"type": kind, "coordinates": coordinates}} for kind, coordinates in shapes]
        for grade in ("world", "near"):
            (tmp_path / f"outlines-{grade}.geojson").write_text(json.dumps({"features": features}), encoding="utf-8")
        monkeypatch.setattr(rings, "FOLDER", tmp_path)
        rings.land_rings.cache_clear()

    yield only
    rings.land_rings.cache_clear()


def island(west: float, south: float, east: float, north: float) -> Corners:
    return [(west, south), (east, south), (east, north), (west, north)]


def test_a_place_is_in_the_middle_and_its_neighbours_where_they_belong() -> None:
    # At 60 degrees north a degree of longitude is worth half a degree of latitude.
    found = build_locator(60.0, 25.0, [(61.0, 25.0), (60.0, 35.0), (60.0, 95.0), (20.0, 25.0)])
    assert (found.x, found.y) == (WIDTH / 2, HEIGHT / 2) == (30, 18)
    assert found.others == [(30, 17), (35, 18)]  # the other two lie outside


def test_near_the_poles_the_place_leaves_the_middle() -> None:
    assert build_locator(70.0, 0.0).y == 14.0
    assert build_locator(-70.0, 0.0).y == 22.0


def test_the_equator_and_the_meridian_of_greenwich_are_places_like_others() -> None:
    assert build_locator(0.0, 0.0, [(1.0, 2.0)]).others == [(32, 17)]


def test_a_neighbour_on_the_edge_of_the_picture_is_in_it_and_one_beyond_is_not() -> None:
    on_the_edge = [(0.0, -30.0), (0.0, 30.0), (18.0, 0.0), (-18.0, 0.0)]
    assert build_locator(0.0, 0.0, on_the_edge).others == [(0, 18), (60, 18), (30, 0), (30, 36)]
    assert build_locator(0.0, 0.0, [(0.0, -30.1), (0.0, 30.1), (18.1, 0.0), (-18.1, 0.0)]).others == []


def test_positions_are_told_to_a_tenth() -> None:
    found = build_locator(66.26, 0.0, [(65.74, 0.0)])
    assert (found.y, found.others) == (17.7, [(30.0, 18.3)])
    assert build_locator(0.0, 0.0, [(0.0, 1.26)]).others == [(31.3, 18.0)]


def test_neighbours_across_the_date_line_are_near() -> None:
    assert build_locator(0.0, 179.0, [(0.0, -179.0)]).others == [(32, 18)]
    assert build_locator(0.0, -179.0, [(0.0, 179.0)]).others == [(28, 18)]


def test_land_is_drawn_where_there_is_any_also_across_the_date_line() -> None:
    assert build_locator(0.0, -30.0).land.startswith("M")  # the coast of Brazil
    xs = [float(x) for x in re.findall(r"[ML]([-\d.]+) ", build_locator(66.0, 179.0).land)]
    assert min(xs) < 20
    assert max(xs) > 40  # Chukotka goes on beyond the line


def test_land_is_drawn_corner_by_corner_where_it_lies(draw: Callable[..., None]) -> None:
    draw(("Polygon", [island(10, 0, 20, 5)]))
    assert build_locator(0.0, 10.0).land == "M30.0 18.0L40.0 18.0L40.0 13.0L30.0 13.0Z"


def test_land_beyond_the_date_line_is_drawn_on_its_side_of_the_place(draw: Callable[..., None]) -> None:
    draw(("Polygon", [island(170, 0, 180, 5)]), ("Polygon", [island(-180, 0, -170, 5)]))
    east, west = "M19.0 18.0L29.0 18.0L29.0 13.0L19.0 13.0Z", "M29.0 18.0L39.0 18.0L39.0 13.0L29.0 13.0Z"
    assert build_locator(0.0, -179.0).land == east + west
    east, west = "M21.0 18.0L31.0 18.0L31.0 13.0L21.0 13.0Z", "M31.0 18.0L41.0 18.0L41.0 13.0L31.0 13.0Z"
    assert build_locator(0.0, 179.0).land == east + west


def test_of_land_only_the_outer_rings_are_drawn_and_of_lines_nothing(draw: Callable[..., None]) -> None:
    hole, other = island(1, 1, 2, 2), island(-20, 0, -10, 5)
    draw(("MultiPolygon", [[island(0, 0, 5, 5), hole], [other]]), ("LineString", [(0, 0), (5, 5)]))
    assert build_locator(0.0, 0.0).land == (
        "M30.0 18.0L35.0 18.0L35.0 13.0L30.0 13.0Z" + "M10.0 18.0L20.0 18.0L20.0 13.0L10.0 13.0Z"
    )


@pytest.mark.parametrize(
    ("touching", "step"),
    [
        (island(-40, -5, -30, 5), (-0.1, 0)),
        (island(30, -5, 40, 5), (0.1, 0)),
        (island(-5, 18, 5, 28), (0, 0.1)),
        (island(-5, -28, 5, -18), (0, -0.1)),
    ],
)
def test_land_that_touches_an_edge_is_drawn_and_land_beyond_is_not(
    draw: Callable[..., None], touching: Corners, step: tuple[float, float]
) -> None:
    draw(("Polygon", [touching]))
    assert build_locator(0.0, 0.0).land.count("Z") == 1
    draw(("Polygon", [[(lon + step[0], lat + step[1]) for lon, lat in touching]]))
    assert build_locator(0.0, 0.0).land == ""
