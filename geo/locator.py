"""A small picture of where a place lies: the land around it as one path of SVG, without borders, for print."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.rings import land_rings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEIGHT: Final = 36.0
"""Degrees of latitude from the top of the picture to its foot."""

WIDTH: Final = 60.0
"""Width of the picture, in units of a degree of latitude."""

_FARTHEST: Final = 66.0
"""The centre keeps this distance, in degrees, from the equator at most: the poles have no room on such a picture."""


class Locator(NamedTuple):
    """A picture of ``WIDTH`` by ``HEIGHT`` units.

    Attributes
    ----------
    land : str
        Path data of SVG.
    x, y : float
        The place itself.
    others : list of (float, float)
        Further places that lie within the picture.
    """

    land: str
    x: float
    y: float
    others: list[tuple[float, float]]


class _Window(NamedTuple):
    """Where the picture is taken: its centre, and how much a degree of longitude is worth there."""

    lat: float
    lon: float
    scale: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        return WIDTH / 2 + (lon - self.lon) * self.scale, HEIGHT / 2 - (lat - self.lat)


def build_locator(lat: float, lon: float, others: Iterable[tuple[float, float]] = ()) -> Locator:
    """Return a picture centred on a place.

    Parameters
    ----------
    lat, lon : float
        The place, degrees, EPSG:4326.
    others : iterable of (float, float)
        Latitude and longitude of further places.
    """
    centre = max(-_FARTHEST, min(_FARTHEST, lat))
    window = _Window(centre, lon, math.cos(math.radians(centre)))
    x, y = window.place(lon, lat)
    return Locator("".join(_paths(window)), round(x, 1), round(y, 1), [*_within(window, others)])


def _within(window: _Window, places: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for lat, lon in places:
        x, y = window.place(window.lon + (lon - window.lon + 180) % 360 - 180, lat)
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            yield round(x, 1), round(y, 1)


def _paths(window: _Window) -> Iterator[str]:
    """Yield the rings that reach into the picture, also those on the other side of the date line."""
    for ring in land_rings():
        for turn in (-360, 0, 360):
            points = [window.place(lon + turn, lat) for lon, lat in ring]
            if _reaches_in(points):
                yield "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _reaches_in(points: list[tuple[float, float]]) -> bool:
    xs, ys = zip(*points, strict=True)
    return bool(max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= HEIGHT)
