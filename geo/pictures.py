"""A map on a sheet: land, borders, pins and names, in a projection that is true to area.

Knows nothing of the network: what the pins mean, their colours and their words come from whoever asks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from geo.basemap import FOLDER
from geo.labels import Wish, is_free, place_names
from geo.projections import View, fitted_view, move_east, world_edge, world_view
from geo.sheet import Box, Font, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd
    from matplotlib.path import Path
    from numpy.typing import NDArray

    Rectangle = tuple[float, float, float, float]

UNDRAWN: Final = "ATA"
"""As on the map of the app: no member there."""
FAR_PART: Final = 0.12
NEAR_PART: Final = 0.003
"""What a piece of a country must have of the area of the largest to be shown without a member, far from it and near."""
NEAR: Final = 0.25
"""In heights of the largest piece."""
CLOSE_FROM: Final = 0.00035
"""Pixels per metre from which the finest coasts are worth their points; between, the finer outlines of countries."""
NEAR_FROM: Final = 0.00006
NAMES_FROM: Final = 0.00008
"""Pixels per metre from which countries are named."""

_CIRCLE: Final = [(12 + 5.5 * np.cos(turn), 12 + 5.5 * np.sin(turn)) for turn in np.linspace(0, 2 * np.pi, 33)[:-1]]
_OUTLINES: Final[dict[str, list[tuple[float, float]]]] = {
    "circle": _CIRCLE,
    "triangle": [(12, 5.5), (18.5, 17.5), (5.5, 17.5)],
    "square": [(7, 7), (17, 7), (17, 17), (7, 17)],
    "diamond": [(12, 5), (19, 12), (12, 19), (5, 12)],
    "pentagon": [(12, 5.4), (18.7, 10.3), (16.1, 18), (7.9, 18), (5.3, 10.3)],
}
"""The pins of the app (``static/map/map_clusters.js``), on a square of 24 by 24."""
_PIN_RADIUS: Final = 7.0
_BACK: Final = 0.62
"""Size of a pin that is only there besides, parts of the others'."""
_BEND, _LINK = 0.18, 0.26
"""How far a line between two pins leaves the straight one, in its lengths; and its width in radii of a pin."""
_REACH: Final = 3.2
_REACH_FAR: Final = 16.0
"""How far from its pin a name may stand, in heights of a name: in one country farther, where little else is."""
_SHIFTS: Final = (0, -1.3, 1.3, -2.6, 2.6)
"""Where a country's name is tried, in lines above and below its place."""


@dataclass(frozen=True)
class Look:
    """The colours and letters of a map.

    ``focus`` is the ground of the countries that a map is about, ``land`` that of all others.
    """

    sea: str
    land: str
    focus: str
    border: str
    ink: str
    quiet: str
    name: Font
    country: Font
    hairline: float


@dataclass(frozen=True)
class Pin:
    """A member on the map.

    Attributes
    ----------
    lat, lon : float
        Degrees, EPSG:4326.
    shape : str
        One of ``circle``, ``triangle``, ``square``, ``diamond``, ``pentagon``.
    colour, edge : str
        Of its area and of its rim.
    name : str
        What is written beside it, or empty text.
    language : str or None
        BCP 47 tag of the name, where its letters look different in some languages.
    back : bool
        Whether it is only there besides: smaller, behind the others, and names may cover it.
    """

    lat: float
    lon: float
    shape: str
    colour: str
    edge: str
    name: str
    language: str | None = None
    back: bool = False


@dataclass(frozen=True)
class Subject:
    """What a map is about.

    Attributes
    ----------
    pins : sequence of Pin
        Members, in the order in which their names take the room there is.
    countries : mapping of str to str
        Name of each country, by ISO 3166-1 alpha-3 code.
    focus : frozenset of str
        Codes of the countries that are shown as a whole and set off from the others.
    name_pins : bool
        Whether pins are named.
    links : sequence of (int, int)
        Pairs of pins that a line joins.
    """

    pins: Sequence[Pin]
    countries: Mapping[str, str]
    focus: frozenset[str]
    name_pins: bool
    links: Sequence[tuple[int, int]] = ()


class Drawn(NamedTuple):
    """What became of a map: how the Earth was flattened, and how many pins were to be named and are."""

    view: View
    asked: int
    named: int


def draw_map(sheet: Sheet, box: Box, subject: Subject, look: Look, *, radius: float, whole: bool = False) -> Drawn:
    """Draw a map into a box of a sheet.

    Parameters
    ----------
    sheet : Sheet
        Where to draw.
    box : Box
        What the map fills; that of the world keeps its own round outline within.
    subject : Subject
        What the map is about.
    look : Look
        Colours and letters.
    radius : float
        Of a pin, in pixels.
    whole : bool
        Show the whole world, however close to each other the pins are.
    """
    view = find_view(box, subject, whole=whole)
    frame = _frame(view)
    sheet.shape(frame, fill=look.sea)
    _draw_ground(sheet, view, subject, look, frame)
    sheet.shape(frame, fill=None, line=look.border, width=look.hairline)
    places = view.pixels([pin.lon for pin in subject.pins], [pin.lat for pin in subject.pins])
    for one, other in subject.links:
        _draw_link(sheet, places[one], places[other], look, radius)
    _draw_pins(sheet, subject.pins, places, radius, back=True)
    named = _draw_names(sheet, view, subject, look, places, radius)
    _draw_pins(sheet, subject.pins, places, radius, back=False)
    return Drawn(view, sum(bool(pin.name) for pin in subject.pins) if subject.name_pins else 0, named)


def find_view(box: Box, subject: Subject, *, whole: bool) -> View:
    """Return the projection for a map, and what of the Earth it shows."""
    if whole or not subject.pins:
        return world_view(box)
    lat, lon = ([getattr(pin, name) for pin in subject.pins] for name in ("lat", "lon"))
    corners = _corners(subject.focus, np.column_stack([lon, lat]))
    return fitted_view([*lat, *corners[:, 1]], [*lon, *corners[:, 0]], box)


def _corners(focus: frozenset[str], members: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the points between which countries lie, shape (n, 2) as (lon, lat), without islands far away."""
    import shapely

    outlines = _outlines("world")
    parts = _shapes(outlines[outlines["iso3"].isin(focus) & (outlines["part"] != "border")])
    if not len(parts):
        return np.empty((0, 2))
    shares = shapely.area(parts) / shapely.area(parts).max()
    main = parts[shares.argmax()]
    west, south, east, north = shapely.bounds(main)
    near = shapely.distance(parts, main) < NEAR * np.hypot(east - west, north - south)
    peopled = shapely.dwithin(parts[:, None], shapely.points(members)[None, :], 0.3).any(axis=1)
    return np.asarray(shapely.get_coordinates(parts[(shares > np.where(near, NEAR_PART, FAR_PART)) | peopled]))


def _frame(view: View) -> Path:
    """Return the outline of a map: as much of the box as lies on the Earth."""
    import shapely
    from matplotlib.path import Path

    box = view.box
    shape = shapely.box(box.left, box.top, box.right, box.bottom)
    if view.kind == "equal earth":
        shape = shapely.intersection(shape, shapely.buffer(shapely.Polygon(world_edge(view)), 0))
    return Path(shapely.get_coordinates(shape), closed=True)


@lru_cache(maxsize=3)
def _outlines(grade: str) -> gpd.GeoDataFrame:
    """Return the outlines of the app's map, EPSG:4326; shared, so nobody changes them."""
    import geopandas as gpd

    outlines = gpd.read_file(FOLDER / f"outlines-{grade}.geojson")
    outlines = outlines[outlines["iso3"] != UNDRAWN].explode(ignore_index=True)
    # Rounding has left islets without an area and rings that touch themselves.
    outlines = outlines.assign(geometry=outlines.geometry.make_valid()).explode(ignore_index=True)
    return outlines[outlines.geometry.geom_type.isin(["Polygon", "LineString"])]


def _grade(view: View) -> str:
    if view.scale >= CLOSE_FROM:
        return "close"
    return "near" if view.scale >= NEAR_FROM else "world"


def _draw_ground(sheet: Sheet, view: View, subject: Subject, look: Look, frame: Path) -> None:
    """Draw land, the countries that the map is about, and borders; a rim in the same colour hides cuts in the land."""
    seen = _seen(view, _grade(view))
    land, borders = seen[seen["part"] != "border"], seen[seen["part"] != "land"]
    rim = look.hairline
    sheet.shape(_path(view.project(_shapes(land))), fill=look.land, line=look.land, width=rim, within=frame)
    if subject.focus:
        focus = _path(view.project(_focus_ground(view, subject.focus, land)))
        sheet.shape(focus, fill=look.focus, line=look.focus, width=rim, within=frame)
    sheet.shape(_path(view.project(_shapes(borders))), fill=None, line=look.border, width=rim, within=frame)


def _seen(view: View, grade: str) -> gpd.GeoDataFrame:
    """Return what of the outlines lies in sight, cut along parallels and meridians outside the frame."""
    import geopandas as gpd
    import pandas as pd

    outlines, found = _outlines(grade), []
    for window, turn in view.windows():
        near = outlines.iloc[outlines.sindex.intersection(window)]
        inside = near.assign(geometry=near.geometry.clip_by_rect(*window)).explode(ignore_index=True)
        inside = inside[~inside.geometry.is_empty & (inside.geometry.geom_type != "Point")]
        found.append(inside.assign(geometry=move_east(_shapes(inside), turn)))
    return gpd.GeoDataFrame(pd.concat(found, ignore_index=True))


def _shapes(outlines: gpd.GeoDataFrame) -> NDArray[np.object_]:
    return np.asarray(outlines.geometry.values, dtype=object)


def _focus_ground(view: View, focus: frozenset[str], land: gpd.GeoDataFrame) -> NDArray[np.object_]:
    """Return the land of some countries; the finest coasts know no countries: what lies near their outlines."""
    import shapely

    if _grade(view) != "close":
        return _shapes(land[land["iso3"].isin(focus)])
    countries = _seen(view, "near")
    countries = countries[countries["part"] != "border"]
    ours = countries["iso3"].isin(focus)
    reach = shapely.buffer(shapely.union_all(_shapes(countries[ours])), 0.2)
    others = shapely.union_all(shapely.make_valid(_shapes(countries[~ours])))
    ground = shapely.union_all(shapely.make_valid(_shapes(land)))
    return np.array([shapely.intersection(ground, shapely.difference(reach, others))])


def _path(shapes: NDArray[np.object_]) -> Path:
    """Return shapes in pixels as one path; shells and holes run in opposite directions."""
    import shapely
    from matplotlib.path import Path

    parts = shapely.get_parts(shapely.get_parts(shapes))  # a collection may hold shapes of several parts
    kinds = shapely.get_type_id(parts)
    rings = shapely.get_rings(shapely.orient_polygons(parts[kinds == 3]))
    strokes = parts[(kinds == 1) | (kinds == 2)]
    lines = np.concatenate([rings, strokes])
    points, owner = shapely.get_coordinates(lines, return_index=True)
    codes = np.full(len(points), Path.LINETO, dtype=Path.code_type)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    codes[starts] = Path.MOVETO
    ends = np.append(starts[1:], len(points)) - 1
    codes[ends[: len(rings)]] = Path.CLOSEPOLY
    return Path(points, codes)


def _draw_pins(sheet: Sheet, pins: Sequence[Pin], places: NDArray[np.float64], radius: float, *, back: bool) -> None:
    """Draw the pins at the back or those in front of the names, those further south over those further north."""
    size = radius * (_BACK if back else 1)
    for at in np.argsort(places[:, 1], kind="stable"):
        pin, (x, y) = pins[at], places[at].tolist()
        if pin.back == back:
            draw_pin(sheet, (x, y), radius=size, shape=pin.shape, colour=pin.colour, edge=pin.edge)


def _draw_link(sheet: Sheet, one: NDArray[np.float64], other: NDArray[np.float64], look: Look, radius: float) -> None:
    """Draw a line from pin to pin, bent so that two that run the same way can be told apart."""
    from matplotlib.path import Path

    across = np.array([other[1] - one[1], one[0] - other[0]]) * (_BEND if other[0] > one[0] else -_BEND)
    path = Path([one, (one + other) / 2 + across, other], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    sheet.shape(path, fill=None, line=look.ink, width=radius * _LINK)


def draw_pin(sheet: Sheet, place: tuple[float, float], *, radius: float, shape: str, colour: str, edge: str) -> None:
    """Draw one pin in a place on the sheet."""
    from matplotlib.path import Path

    outline = (np.array(_OUTLINES[shape]) - 12) * (radius / _PIN_RADIUS) + place
    path = Path(np.vstack([outline, outline[:1]]), closed=True)
    sheet.shape(path, fill=colour, line=edge, width=radius * 0.18)


def _draw_names(
    sheet: Sheet, view: View, subject: Subject, look: Look, places: NDArray[np.float64], radius: float
) -> int:
    """Write the names of members, then those of countries where there is room; return how many members are named."""
    front = places[np.array([not pin.back for pin in subject.pins], dtype=bool)]
    taken = [(x - radius, y - radius, x + radius, y + radius) for x, y in front]
    named: list[Rectangle] = []
    if subject.name_pins:
        reach = _REACH_FAR if subject.focus else _REACH
        told = np.array([bool(pin.name) for pin in subject.pins], dtype=bool)
        pins = [pin for pin in subject.pins if pin.name]
        named = _draw_members(sheet, view.box, pins, look, places[told], front, radius=radius, reach=reach)
    if view.scale >= NAMES_FROM:
        _draw_countries(sheet, view, subject.countries, look, [*taken, *named])
    return len(named)


def _draw_members(
    sheet: Sheet,
    box: Box,
    pins: Sequence[Pin],
    look: Look,
    places: NDArray[np.float64],
    kept_free: NDArray[np.float64],
    *,
    radius: float,
    reach: float,
) -> list[Rectangle]:
    """Write the names of members that find room, each beside its pin or at the end of a line; return where."""
    font, height = look.name, look.name.size * 1.1
    wishes = [
        Wish(x, y, radius, sheet.width_of(pin.name, font) + 2, height) for pin, (x, y) in zip(pins, places, strict=True)
    ]
    obstacles = np.column_stack([kept_free, np.full(len(kept_free), radius)])
    found = place_names(wishes, box, obstacles, reach=reach)
    for place in found:
        if place and place.leader:
            sheet.stroke(place.leader, look.quiet, look.hairline)
    named = []
    for pin, wish, place in zip(pins, wishes, found, strict=True):
        if place:
            x, y = place.left + 1, place.top + 0.85 * font.size
            sheet.write(pin.name, x, y, font, look.ink, halo=look.land, language=pin.language)
            named.append((place.left, place.top, place.left + wish.width, place.top + height))
    return named


def _draw_countries(sheet: Sheet, view: View, names: Mapping[str, str], look: Look, taken: list[Rectangle]) -> None:
    """Write the names of countries inside their land, the widest first, where neither pins nor members' names are."""
    font, box = look.country, view.box
    for iso3, (lat, lon, span) in sorted(_label_points().items(), key=lambda each: -each[1][2]):
        text = names.get(iso3, "").upper()
        (x, y), (west, _), (east, _) = view.pixels([lon, lon - span / 2, lon + span / 2], [lat] * 3)
        if not (box.left < x < box.right and box.top < y < box.bottom):  # to measure a text takes time
            continue
        width, height = sheet.width_of(text, font), font.size
        if not text or width > 1.05 * abs(east - west):
            continue
        for shift in _SHIFTS:
            place = (x - width / 2 - 3, y + (shift - 0.5) * height, x + width / 2 + 3, y + (shift + 0.5) * height)
            if is_free(place, box, taken):
                taken.append(place)
                sheet.write(text, x, y + (shift + 0.35) * height, font, look.quiet, align="center")
                break


@lru_cache(maxsize=1)
def _label_points() -> dict[str, tuple[float, float, float]]:
    """Return where each country is named (:func:`geo.basemap.label_points`)."""
    found: dict[str, Any] = json.loads((FOLDER / "countries.json").read_text(encoding="utf-8"))
    return {code: tuple(place) for code, place in found.items()}
