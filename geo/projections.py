"""From degrees to pixels of a picture: the whole world in Equal Earth, a part of it in a projection made for it.

Both are true to area: a country looks as large as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pyproj import Transformer

    from geo.sheet import Box

    Floats = NDArray[np.float64]

WGS84: Final = "EPSG:4326"
EQUAL_EARTH: Final = "EPSG:8857"
SOUTHERN_END, NORTHERN_END = -57.0, 84.0
"""Parallels between which the world is shown: no member lies beyond, and Antarctica would take a fifth of the sheet."""
HALF_TURN: Final = 180.0
_SIDE: Final = HALF_TURN - 1e-6
"""Half a turn away from the middle a meridian would be both ends of the map."""
WIDEST: Final = 1.42
"""Radii of the Earth from the middle of a picture to its corner, a quarter of the globe: beyond, Lambert's projection
bends countries out of recognition."""
EARTH_RADIUS: Final = 6_371_000.0
_WORTH: Final = 1.1
"""How much larger than on a map of the world points have to be to have one of their own."""
LEAST_METRES: Final = 60_000.0
"""Half the height of what is shown round a single point."""
AIR: Final = 0.07
"""Part of the frame left free on each side of the outermost points."""
STEP_DEGREES: Final = 0.5
"""Longest straight piece of an outline; a border along a parallel is a curve in these projections."""


@dataclass(frozen=True)
class View:
    """What of the Earth is shown, how it is flattened, and where on the sheet it stands.

    Attributes
    ----------
    kind : {"equal earth", "lambert"}
        The projection: Equal Earth, or Lambert's azimuthal equal-area one.  In both a country is as large as it is.
    crs : str
        The same for pyproj.
    lat, lon : float
        Centre of the projection, degrees.
    middle : tuple of float
        What stands in the middle of the box, metres.
    scale : float
        Pixels per metre.
    box : Box
        Place on the sheet, pixels.
    """

    kind: Literal["equal earth", "lambert"]
    crs: str
    lat: float
    lon: float
    middle: tuple[float, float]
    scale: float
    box: Box

    def pixels(self, lon: Any, lat: Any) -> Floats:
        """Return positions on the sheet, shape (n, 2), of degrees (EPSG:4326)."""
        x, y = _transformer(self.crs).transform(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
        return self.flat_to_pixels(np.column_stack([x, y]))

    def flat_to_pixels(self, metres: Floats) -> Floats:
        """Return positions on the sheet of projected ones."""
        (x, y), box = self.middle, self.box
        return np.column_stack(
            [
                box.left + box.width / 2 + (metres[:, 0] - x) * self.scale,
                box.top + box.height / 2 - (metres[:, 1] - y) * self.scale,
            ]
        )

    def project(self, shapes: NDArray[np.object_]) -> NDArray[np.object_]:
        """Return shapes in degrees as shapes in pixels, their long straight pieces bent."""
        import shapely

        bent = shapely.segmentize(shapes, STEP_DEGREES)
        return np.asarray(shapely.transform(bent, lambda degrees: self.pixels(degrees[:, 0], degrees[:, 1])))

    def windows(self) -> Iterator[tuple[tuple[float, float, float, float], float]]:
        """Yield parts of the globe that hold all that is seen, as ``(west, south, east, north)`` in [-180, 180].

        Each comes with the degrees by which its shapes have to be moved eastwards to lie together.
        """
        west, south, east, north = self._reach()
        for turn in (-2 * HALF_TURN, 0.0, 2 * HALF_TURN):
            left, right = max(west, turn - HALF_TURN), min(east, turn + HALF_TURN)
            if left < right:
                yield (left - turn, south, right - turn, north), turn

    def _reach(self) -> tuple[float, float, float, float]:
        """Return the degrees that the frame spans; west and east may leave [-180, 180]."""
        if self.kind == "equal earth":
            return self.lon - _SIDE, SOUTHERN_END, self.lon + _SIDE, NORTHERN_END
        half = np.array([self.box.width, self.box.height]) / 2 / self.scale
        across = np.linspace(-1, 1, 41)
        x, y = np.meshgrid(self.middle[0] + across * half[0], self.middle[1] + across * half[1])
        lon, lat = _transformer(self.crs).transform(x.ravel(), y.ravel(), direction="INVERSE")
        seen = np.isfinite(lon) & np.isfinite(lat)
        east = (lon[seen] - self.lon + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN
        south, north = float(lat[seen].min()), float(lat[seen].max())
        if any(self._sees(pole) for pole in (-90.0, 90.0)):
            west_end, east_end = self.lon - HALF_TURN, self.lon + HALF_TURN
            south, north = (-90.0, north) if self._sees(-90.0) else (south, 90.0)
        else:
            west_end, east_end = self.lon + float(east.min()), self.lon + float(east.max())
        return west_end - 1, max(south - 1, -90), east_end + 1, min(north + 1, 90)

    def _sees(self, lat: float) -> bool:
        (x, y), box = self.pixels([0.0], [lat])[0], self.box
        return bool(box.left <= x <= box.right and box.top <= y <= box.bottom)


@lru_cache(maxsize=64)
def _transformer(crs: str) -> Transformer:
    from pyproj import Transformer

    return Transformer.from_crs(WGS84, crs, always_xy=True)


def world_view(box: Box) -> View:
    """Return the whole world, as large as it fits into a box."""
    x, y = _edge(EQUAL_EARTH, 0.0)
    return _fit("equal earth", EQUAL_EARTH, (0.0, 0.0), x, y, box, air=0.0)


def world_height(width: float) -> float:
    """Return how high the whole world is on a sheet, given how wide."""
    x, y = _edge(EQUAL_EARTH, 0.0)
    return float(width * np.ptp(y) / np.ptp(x))


def world_edge(view: View) -> Floats:
    """Return the outline of the world on the sheet in Equal Earth, shape (n, 2)."""
    return view.flat_to_pixels(np.column_stack(_edge(view.crs, view.lon)))


def _edge(crs: str, lon: float) -> tuple[Floats, Floats]:
    """Return the outline of what is shown of the world, metres in Equal Earth: meridians are curves there."""
    up = np.linspace(SOUTHERN_END, NORTHERN_END, 120)
    side = np.full(120, _SIDE)
    x, y = _transformer(crs).transform(np.r_[lon - side, lon + side], np.r_[up, up[::-1]])
    return np.r_[x, x[:1]], np.r_[y, y[:1]]


def fitted_view(lat: Any, lon: Any, box: Box) -> View:
    """Return a projection centred on points, as large as they fit into a box.

    It is Lambert's azimuthal equal-area one; or where that would show more than half of the globe, Equal Earth with the
    points' own meridian in the middle.

    Parameters
    ----------
    lat, lon : sequence of float
        Degrees, EPSG:4326; at least one point.
    box : Box
        Place on the sheet.
    """
    lat, lon = np.asarray(lat, dtype=float), np.asarray(lon, dtype=float)
    centre = _middle(lat, lon)
    for _again in range(3):  # the middle of the extent, not of the crowd
        x, y = _transformer(_lambert(*centre)).transform(lon, lat)
        middle = _halfway(x), _halfway(y)
        east, north = _transformer(_lambert(*centre)).transform(*middle, direction="INVERSE")
        if not np.isfinite([east, north]).all():
            return world_view(box)
        centre = (round(float(north), 1), round(float(east), 1))
    x, y = _transformer(_lambert(*centre)).transform(lon, lat)
    view = _fit("lambert", _lambert(*centre), centre, x, y, box, air=AIR)
    if np.hypot(box.width, box.height) / 2 / view.scale <= WIDEST * EARTH_RADIUS:
        return view
    return _equal_earth(lat, lon, round(centre[1]), box)


def _equal_earth(lat: Floats, lon: Floats, meridian: float, box: Box) -> View:
    """Return Equal Earth round a meridian; the whole world if points would be no larger in it."""
    crs = f"+proj=eqearth +lon_0={meridian} +datum=WGS84 +units=m +no_defs"
    x, y = _transformer(crs).transform(lon, lat)
    view, world = _fit("equal earth", crs, (0.0, meridian), x, y, box, air=AIR), world_view(box)
    return view if view.scale > _WORTH * world.scale else world


def _fit(
    kind: Literal["equal earth", "lambert"],
    crs: str,
    centre: tuple[float, float],
    x: Floats,
    y: Floats,
    box: Box,
    *,
    air: float,
) -> View:
    """Return the view in which projected points fill a box, but for some air round them."""
    half = max(float(np.ptp(x)) / 2, LEAST_METRES), max(float(np.ptp(y)) / 2, LEAST_METRES)
    scale = min(box.width / half[0], box.height / half[1]) * (0.5 - air)
    return View(kind, crs, *centre, (_halfway(x), _halfway(y)), scale, box)


def _halfway(values: Floats) -> float:
    return float(np.max(values) + np.min(values)) / 2


def _lambert(lat: float, lon: float) -> str:
    return f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m +no_defs"


def _vectors(lat: Floats, lon: Floats) -> Floats:
    """Return points as unit vectors, shape (n, 3): a mean of longitudes would fail at the antimeridian."""
    phi, lam = np.radians(lat), np.radians(lon)
    return np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])


def _middle(lat: Floats, lon: Floats) -> tuple[float, float]:
    x, y, z = _vectors(lat, lon).mean(axis=0)
    return float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))


def move_east(shapes: NDArray[np.object_], degrees: float) -> NDArray[np.object_]:
    """Return shapes moved round the globe."""
    import shapely

    return np.asarray(shapely.transform(shapes, lambda at: at + [degrees, 0.0])) if degrees else shapes
