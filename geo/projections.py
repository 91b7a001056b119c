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
WIDEST_DEGREES: Final = 78.0
"""From its centre to its farthest member: what is wider is a picture of the world."""
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
        The projection: Equal Earth, or Lambert's azimuthal equal-area one.
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
            return -HALF_TURN, SOUTHERN_END, HALF_TURN, NORTHERN_END
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
    x, y = _edge()
    wide, high = x.max() - x.min(), y.max() - y.min()
    middle = (float(x.max() + x.min()) / 2, float(y.max() + y.min()) / 2)
    return View("equal earth", EQUAL_EARTH, 0.0, 0.0, middle, float(min(box.width / wide, box.height / high)), box)


def world_edge(view: View) -> Floats:
    """Return the outline of the world on the sheet, shape (n, 2)."""
    return view.flat_to_pixels(np.column_stack(_edge()))


def _edge() -> tuple[Floats, Floats]:
    """Return the outline of what is shown of the world, metres in Equal Earth: meridians are curves there."""
    up = np.linspace(SOUTHERN_END, NORTHERN_END, 120)
    lon = np.r_[np.full(120, -HALF_TURN), np.full(120, HALF_TURN)]
    x, y = _transformer(EQUAL_EARTH).transform(lon, np.r_[up, up[::-1]])
    return np.r_[x, x[:1]], np.r_[y, y[:1]]


def fitted_view(lat: Any, lon: Any, box: Box) -> View | None:
    """Return Lambert's azimuthal equal-area projection centred on points, as large as they fit into a box.

    Parameters
    ----------
    lat, lon : sequence of float
        Degrees, EPSG:4326; at least one point.
    box : Box
        Place on the sheet.

    Returns
    -------
    View or None
        None where the points are spread too widely over the Earth for one.
    """
    lat, lon = np.asarray(lat, dtype=float), np.asarray(lon, dtype=float)
    centre = _middle(lat, lon)
    for _again in range(3):  # the middle of the extent, not of the crowd
        x, y = _transformer(_lambert(*centre)).transform(lon, lat)
        if not (np.isfinite(x).all() and np.isfinite(y).all()):
            return None
        middle = (float(x.max() + x.min()) / 2, float(y.max() + y.min()) / 2)
        east, north = _transformer(_lambert(*centre)).transform(*middle, direction="INVERSE")
        centre = (round(float(north), 1), round(float(east), 1))
    if _farthest_degrees(centre, lat, lon) > WIDEST_DEGREES:
        return None
    return _around(centre, lat, lon, box)


def _around(centre: tuple[float, float], lat: Floats, lon: Floats, box: Box) -> View:
    crs = _lambert(*centre)
    x, y = _transformer(crs).transform(lon, lat)
    half = max(float(np.ptp(x)) / 2, LEAST_METRES), max(float(np.ptp(y)) / 2, LEAST_METRES)
    scale = min(box.width / half[0], box.height / half[1]) * (0.5 - AIR)
    middle = (float(x.max() + x.min()) / 2, float(y.max() + y.min()) / 2)
    return View("lambert", crs, *centre, middle, scale, box)


def _lambert(lat: float, lon: float) -> str:
    return f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m +no_defs"


def _vectors(lat: Floats, lon: Floats) -> Floats:
    """Return points as unit vectors, shape (n, 3): a mean of longitudes would fail at the antimeridian."""
    phi, lam = np.radians(lat), np.radians(lon)
    return np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])


def _middle(lat: Floats, lon: Floats) -> tuple[float, float]:
    x, y, z = _vectors(lat, lon).mean(axis=0)
    return float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))


def _farthest_degrees(centre: tuple[float, float], lat: Floats, lon: Floats) -> float:
    here = _vectors(np.array([centre[0]]), np.array([centre[1]]))[0]
    return float(np.degrees(np.arccos(np.clip(_vectors(lat, lon) @ here, -1, 1))).max())


def move_east(shapes: NDArray[np.object_], degrees: float) -> NDArray[np.object_]:
    """Return shapes moved round the globe."""
    import shapely

    return np.asarray(shapely.transform(shapes, lambda at: at + [degrees, 0.0])) if degrees else shapes
