"""Names on pictures of maps: beside their pins where there is room, at the end of a line, or not at all."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from geo.labels import Place, Wish, is_free, place_names
from geo.sheet import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX = Box(0, 0, 600, 400)


def placed(wishes: Sequence[Wish], *, reach: float = 14, box: Box = BOX) -> list[Place | None]:
    pins = np.array([[wish.x, wish.y, wish.radius] for wish in wishes]).reshape(-1, 3)
    return place_names(wishes, box, pins, reach=reach)


def wish(x: float, y: float, width: float = 80) -> Wish:
    return Wish(x, y, radius=8, width=width, height=20)


def test_a_name_stands_right_of_its_pin() -> None:
    assert placed([wish(100, 200)]) == [Place(110, 190)]


def test_at_the_right_edge_a_name_stands_left_of_its_pin() -> None:
    assert placed([wish(580, 200)]) == [Place(490, 190)]


def test_a_name_gives_way_to_the_pin_beside_it() -> None:
    first, second = placed([wish(100, 200), wish(130, 200)])
    assert first == Place(10, 190)
    assert second == Place(140, 190)


def test_without_room_beside_its_pin_a_name_is_led_to() -> None:
    ring = [wish(300 + dx, 200 + dy, width=500) for dx in (-30, 0, 30) for dy in (-30, 0, 30) if dx or dy]
    middle = placed([wish(300, 200), *ring])[0]
    assert middle is not None
    assert middle.leader is not None
    (x, y), end = middle.leader
    assert (x, y) == (300, 200)
    assert middle.left <= end[0] <= middle.left + 80
    assert middle.top <= end[1] <= middle.top + 20


def test_where_not_all_have_room_the_important_come_first() -> None:
    small = Box(0, 0, 120, 60)
    crowd = [wish(60, 30) for _each in range(12)]
    found = placed(crowd, box=small)
    assert found[0] is not None
    assert None in found


def test_no_name_stands_farther_away_than_it_may() -> None:
    crowd = [wish(300, 200) for _each in range(30)]
    near, far = placed(crowd, reach=2), placed(crowd, reach=14)
    assert 2 < sum(each is not None for each in near) < sum(each is not None for each in far)
    for place in filter(None, near):
        assert abs(place.top + 10 - 200) <= 8 + 2.5 * 20


def test_without_pins_nothing_is_named() -> None:
    assert placed([]) == []


def test_a_place_is_free_if_it_lies_in_the_box_and_on_nothing() -> None:
    assert is_free((0, 0, 10, 10), BOX, [])
    assert is_free((0, 0, 10, 10), BOX, [(10, 0, 20, 10)])  # they touch
    assert not is_free((0, 0, 10, 10), BOX, [(9, 9, 20, 20)])
    assert not is_free((-1, 0, 10, 10), BOX, [])
    assert not is_free((0, 395, 10, 405), BOX, [])


AT = some.tuples(some.integers(0, 600), some.integers(0, 400), some.integers(20, 160))


@given(some.lists(AT, min_size=2, max_size=12))
def test_names_lie_in_the_box_and_cover_neither_pins_nor_each_other_nor_lines(
    pins: list[tuple[int, int, int]],
) -> None:
    wishes = [wish(x, y, width) for x, y, width in pins]
    names = [
        ((place.left, place.top, place.left + each.width, place.top + each.height), place.leader)
        for each, place in zip(wishes, placed(wishes), strict=True)
        if place
    ]
    for name, _leader in names:
        assert 0 <= name[0] < name[2] <= 600
        assert 0 <= name[1] < name[3] <= 400
        assert not any(_overlap(name, (x - 8, y - 8, x + 8, y + 8)) for x, y, _width in pins)
    for (one, line), (other, other_line) in combinations(names, 2):
        assert not _overlap(one, other)
        assert not _runs_through(line, other)
        assert not _runs_through(other_line, one)


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _runs_through(line: tuple[tuple[float, float], tuple[float, float]] | None, name: Sequence[float]) -> bool:
    """Walk along a line in small steps, well inside the name."""
    if line is None:
        return False
    (x0, y0), (x1, y1) = line
    steps = ((x0 + (x1 - x0) * at / 400, y0 + (y1 - y0) * at / 400) for at in range(401))
    return any(name[0] + 1 < x < name[2] - 1 and name[1] + 1 < y < name[3] - 1 for x, y in steps)
