"""A plain map as paths of SVG, for print: the land below some places, in a window that fits them.

Places all over the world are drawn in Equal Earth (Šavrič, Patterson and Jenny 2018,
doi:10.1080/13658816.2018.1504949), which keeps areas; a region or a country as a window whose degrees are as wide as at
its middle.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from geo.rings import land_rings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.rings import Grade, Ring

    Point: TypeAlias = tuple[float, float]

WIDTH: Final = 1000
"""Width of a drawing, in its own units; its height follows from what it shows."""

_WORLD_FROM: Final = 140.0
"""Degrees of longitude from which on places are shown on the whole world."""

_WORLD: Final = (-57.0, 83.0)
"""Latitudes at the foot and the head of the world: no member lies beyond."""

_LEAST, _ALONE = 6.5, 11.0
"""Degrees of latitude that a window shows at least; a single place needs more round it to be known by."""

_MARGIN: Final = 0.12
"""Part of the span of the places that is left free round them."""

_SHAPE: Final = (0.5, 0.6)
"""Least and greatest height of a window, parts of its width."""

_FARTHEST: Final = 75.0
"""Latitude beyond which degrees of longitude are taken as wide as there."""

_NEAR_UP_TO: Final = 45.0
"""Degrees of longitude up to which a window takes the finer outlines."""

_AROUND: Final = 480
"""Units beyond the edges at which land is cut: a slide shows the land round a window where it is wider or higher."""


@dataclass(frozen=True)
class Sketch:
    """A drawing ``WIDTH`` units wide.

    Attributes
    ----------
    height : int
        Its height, in the same units.
    land : str
        Path data of SVG, a ring per piece of a country.
    place : callable
        Takes latitude and longitude in degrees (EPSG:4326) and returns x and y.
    whole : bool
        Whether it is the whole world.
    """

    height: int
    land: str
    place: Callable[[float, float], Point]
    whole: bool = False


def build_sketch(places: Sequence[Point]) -> Sketch:
    """Return a drawing that shows some places.

    Parameters
    ----------
    places : sequence of (float, float)
        Latitude and longitude, degrees, EPSG:4326; at least one.
    """
    longitudes = [lon for _lat, lon in places]
    if spans_the_world(longitudes):
        return _world()
    west, span = _smallest_arc(longitudes)
    return _window([lat for lat, _lon in places], west, span)


def spans_the_world(longitudes: Iterable[float]) -> bool:
    """Return whether places lie so far apart that the whole world is shown; longitudes in degrees, at least one.

    >>> spans_the_world([-9, 100]), spans_the_world([170, -170]), spans_the_world([-100, 0, 120])
    (False, False, True)
    """
    return _smallest_arc(longitudes)[1] > _WORLD_FROM


def _smallest_arc(longitudes: Iterable[float]) -> tuple[float, float]:
    """Return where the shortest stretch of longitude with all places begins, and how wide it is."""
    around = sorted(set(longitudes))
    gaps = [(after - before, after) for before, after in pairwise([*around, around[0] + 360])]
    widest, west = max(gaps)
    return (west + 180) % 360 - 180, 360 - widest


@cache
def _world() -> Sketch:
    south, north = (_equal_earth(lat, 0)[1] for lat in _WORLD)
    scale = WIDTH / (2 * _equal_earth(0, 180)[0])

    def place(lat: float, lon: float) -> Point:
        x, y = _equal_earth(lat, lon)
        return WIDTH / 2 + x * scale, (north - y) * scale

    height = math.ceil((north - south) * scale)
    return Sketch(height, _path(land_rings(), place, height), place, whole=True)


def _equal_earth(lat: float, lon: float) -> Point:
    """Return x and y of a place on the unit sphere in Equal Earth."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    square = theta * theta
    sixth = square**3
    below = 3 * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1)
    x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta) / below
    return x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))


def _window(latitudes: Sequence[float], west: float, span: float) -> Sketch:
    middle = (min(latitudes) + max(latitudes)) / 2
    narrow = math.cos(math.radians(min(abs(middle), _FARTHEST)))
    least = _LEAST if len(latitudes) > 1 else _ALONE
    high = max((max(latitudes) - min(latitudes)) * (1 + 2 * _MARGIN), least)
    wide = max(span * narrow * (1 + 2 * _MARGIN), high / _SHAPE[1])
    high = max(high, wide * _SHAPE[0])
    window = _Window(middle + high / 2, west + span / 2, narrow, WIDTH / wide)
    grade: Grade = "near" if wide / narrow <= _NEAR_UP_TO else "world"
    height = math.ceil(high * window.scale)
    rings = (_turned(ring, window.centre) for ring in land_rings(grade))
    return Sketch(height, _path(rings, window.straight, height), window.place)


@dataclass(frozen=True)
class _Window:
    """Where a window lies: its upper edge and middle meridian, how much a degree of longitude is worth, its scale."""

    north: float
    centre: float
    narrow: float
    scale: float

    def place(self, lat: float, lon: float) -> Point:
        """Return where a place lies, counted the shorter way round the globe."""
        return self.straight(lat, self.centre + (lon - self.centre + 180) % 360 - 180)

    def straight(self, lat: float, lon: float) -> Point:
        """Return where a point of a ring lies, whose longitudes may leave the range of a turn."""
        return WIDTH / 2 + (lon - self.centre) * self.narrow * self.scale, (self.north - lat) * self.scale


def _turned(ring: Ring, centre: float) -> Ring:
    """Return a ring moved by whole turns so that it lies where it is nearest to a meridian."""
    middle = (min(lon for lon, _lat in ring) + max(lon for lon, _lat in ring)) / 2
    turns = 360 * round((centre - middle) / 360)
    return tuple((lon + turns, lat) for lon, lat in ring) if turns else ring


def _path(rings: Iterable[Ring], place: Callable[[float, float], Point], height: int) -> str:
    box = (-_AROUND, -_AROUND, WIDTH + _AROUND, height + _AROUND)
    return "".join(_drawn(ring, place, box) for ring in rings)


Box: TypeAlias = tuple[float, float, float, float]


def _drawn(ring: Ring, place: Callable[[float, float], Point], box: Box) -> str:
    points = [place(lat, lon) for lon, lat in ring]
    xs, ys = zip(*points, strict=True)
    if max(xs) < box[0] or min(xs) > box[2] or max(ys) < box[1] or min(ys) > box[3]:
        return ""
    corners = [corner for corner, _same in groupby((round(x), round(y)) for x, y in clipped(points, box))]
    if len(corners) < 3:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"


def clipped(ring: Sequence[Point], box: Box) -> list[Point]:
    """Return what of a closed ring lies within a box (Sutherland and Hodgman 1974).

    Parameters
    ----------
    ring : sequence of (float, float)
        Its corners.
    box : (float, float, float, float)
        Left, top, right and bottom.

    Examples
    --------
    >>> clipped([(-1, 0), (1, 0), (1, 1), (-1, 1)], (0, 0, 2, 2))
    [(0.0, 0.0), (1, 0), (1, 1), (0.0, 1.0)]
    """
    points = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        points = list(_cut(points, axis, limit, sign))
    return points


def _cut(points: Sequence[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    """Yield what of a ring lies on one side of a line."""
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        was_inside, is_inside = (sign * (each[axis] - limit) >= 0 for each in (before, point))
        if was_inside != is_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            yield (before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]))
        if is_inside:
            yield point
