"""A picture of a story as SVG within a page: where each mark stands is worked out here, the templates draw it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.html import render
from atlas.model import REGIONS
from atlas.palette import LIGHT, SHAPES
from atlas.story.pictures import Bars, Line, Points
from atlas.wording import country_name, number
from geo.basemap import named_points
from geo.sketch import WIDTH, build_sketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from atlas.story.pictures import Picture
    from geo.sketch import Sketch

_ROW: Final = 54
"""Height of a row: its label and its bar."""

_ROOM: Final = 150
"""Room at the end of the longest bar for its text."""

_TALL: Final = 300
"""Height of columns and of a line from zero to the greatest value."""

_TYPE: Final = 17
"""Size of the type on a map as wide as the page."""

_LETTER: Final = 0.54
"""Width of a letter of a name, on average, and height of its line, and from the middle of a mark to its name: parts of
the size of the type."""
_LINE, _AWAY = 1.18, 0.53

_WRITTEN_EVERY: Final = 80
"""Least distance between two values written along a line."""


def draw(picture: Picture, *, alt: str, lands: dict[str, str] | None = None, width: float = 1) -> Markup:
    """Return a picture as SVG.

    Parameters
    ----------
    picture : Picture
        What is to be seen.
    alt : str
        The same in words.
    lands : dict, optional
        The land that earlier pictures of the same page have drawn, by its path data: it is written once a page.  This
        picture's is added.
    width : float
        Part of the page's width that a map has: its type and marks keep their size.
    """
    match picture:
        case Bars(upright=True):
            return _columns(picture, alt)
        case Bars():
            return _rows(picture, alt)
        case Line():
            return _line(picture, alt)
        case Points():
            return _map(picture, alt, {} if lands is None else lands, 1 / width)


class _Bar(NamedTuple):
    """A bar with where it stands, lengths in units of the drawing."""

    label: str
    text: str
    at: float
    solid: float
    hollow: float
    colour: str
    pale: bool


def _bars(bars: Bars, *, room: float, step: float, first: float) -> list[_Bar]:
    scale = room / bars.longest
    colours = [LIGHT.regions[region] for region in bars.regions] or [LIGHT.quantity] * len(bars.labels)
    return [
        _Bar(
            label, text, round(first + at * step, 1), round(solid * scale, 1), round(hollow * scale, 1),
            colours[at], bars.strong not in (None, at),
        )
        for at, (label, solid, hollow, text) in enumerate(bars)
    ]  # fmt: skip


def _rows(bars: Bars, alt: str) -> Markup:
    found = _bars(bars, room=WIDTH - _ROOM, step=_ROW, first=0)
    return render("story_rows", alt=alt, bars=found, width=WIDTH, height=_ROW * len(found), key=_key(bars))


def _columns(bars: Bars, alt: str) -> Markup:
    step = WIDTH / max(len(bars.labels), 1)
    found = _bars(bars, room=_TALL, step=step, first=step / 2)
    thick = min(step * 0.62, 64)
    return render("story_columns", alt=alt, bars=found, width=WIDTH, base=_TALL + 30, thick=thick, key=_key(bars))


def _key(bars: Bars) -> list[str]:
    """Return the names of the two parts of a bar, where it has two."""
    return [bars.solid.name, bars.hollow.name] if bars.hollow else []


def _line(line: Line, alt: str) -> Markup:
    points = line.points
    start, end = date(points[0][0].year, 1, 1), date(points[-1][0].year + 1, 1, 1)
    top = max(value for _day, value in points)

    def across(day: date) -> float:
        return round(WIDTH * ((day - start) / (end - start)), 1)

    def place(point: tuple[date, int]) -> tuple[float, float]:
        return across(point[0]), round(30 + _TALL * (1 - point[1] / top), 1)

    starts = {place(part[0]) for part in line.parts}  # below what begins there is room, above it a line may rise
    return render(
        "story_line",
        alt=alt,
        width=WIDTH,
        base=_TALL + 30,
        paths=[_joined(map(place, part)) for part in line.parts],
        dotted=_joined(map(place, line.dotted)) if line.dotted else "",
        points=[place(point) for point in points],
        written=[
            (x, y + (24 if (x, y) in starts else -10), number(value))
            for x, y, value in written([(*place(each), each[1]) for each in points])
        ],
        years=[(across(date(year, 1, 1)), year) for year in range(start.year, end.year)],
    )


def _joined(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points)


def written(points: Sequence[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Return the counts whose value is written: the last one, and of the others those that changed and have room.

    Parameters
    ----------
    points : sequence of (float, float, int)
        Where each count stands on a drawing ``WIDTH`` units wide, and the count; from left to right.
    """
    found = [points[-1]]
    for after, point in pairwise(reversed(points)):
        if after[2] != point[2] and found[-1][0] - point[0] >= _WRITTEN_EVERY:
            found.append(point)
    return found


class _Mark(NamedTuple):
    """A member on a map."""

    x: float
    y: float
    shape: str
    colour: str
    pale: bool


class _Name(NamedTuple):
    """A name on a map: where its text begins, or ends."""

    x: float
    y: float
    anchor: str
    text: str


def _map(points: Points, alt: str, lands: dict[str, str], larger: float) -> Markup:
    sketch = build_sketch([(place.lat, place.lon) for place in points.places])
    where = {each.city_id: _rounded(sketch.place(each.lat, each.lon)) for each in points.places}
    marked = set(points.marked or where)
    order = sorted(points.places, key=lambda each: each.city_id in marked)
    known = sketch.land in lands
    room = _Room(sketch.height, (where[each] for each in marked), _TYPE * larger)
    return render(
        "story_map",
        alt=alt,
        width=WIDTH,
        height=sketch.height,
        land="" if known else sketch.land,
        land_id=lands.setdefault(sketch.land, f"land-{len(lands) + 1}"),
        marks=[
            _Mark(*where[each.city_id], SHAPES[each.region], LIGHT.regions[each.region], each.city_id not in marked)
            for each in order
        ],
        links=[(*where[first], *where[second]) for first, second in points.links],
        names=_names(points, where, room),
        countries=_countries(sketch, room),
        larger=larger,
        type=round(_TYPE * larger, 1),
        key=_regions(points, marked),
    )


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 1), round(point[1], 1)


def _regions(points: Points, marked: set[str]) -> list[tuple[str, str, str]]:
    """Return shape, colour and name of the regions on a map, where it shows more than one."""
    shown = {place.region for place in points.places if place.city_id in marked}
    found = ((SHAPES[region], LIGHT.regions[region], str(region)) for region in REGIONS if region in shown)
    return list(found) if len(shown) > 1 else []


Box = tuple[float, float, float, float]


class _Room:
    """The room on a map: no name stands over another, over a marked member or the edge."""

    def __init__(self, height: float, marks: Iterable[tuple[float, float]], size: float) -> None:
        self._height = height
        self.letter, self.line, self.away = _LETTER * size, _LINE * size, _AWAY * size
        self._taken: list[Box] = [(x - size / 3, y - size / 3, x + size / 3, y + size / 3) for x, y in marks]

    def take(self, candidates: Iterable[tuple[_Name, Box]]) -> list[_Name]:
        """Return the first of some places for a name that is free, from now on taken; empty if none is."""
        for name, box in candidates:
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= self._height
            if inside and not any(_overlap(box, other) for other in self._taken):
                self._taken.append(box)
                return [name]
        return []


def _names(points: Points, where: dict[str, tuple[float, float]], room: _Room) -> list[_Name]:
    """Return the names of members that have room, the first ones first."""
    texts = {place.city_id: place.name for place in points.places}
    return [name for each in points.named for name in room.take(_beside(texts[each], *where[each], room))]


def _beside(text: str, x: float, y: float, room: _Room) -> list[tuple[_Name, Box]]:
    """Return where a name may stand round its mark, the best place first, each with the box that it takes."""
    long, half, away = room.letter * len(text), room.line / 2, room.away
    above, below = y - away, y + away + room.line
    places = (
        (_Name(x + away, y + half / 2, "start", text), (x + away - 1, y - half, x + away + long, y + half)),
        (_Name(x - away, y + half / 2, "end", text), (x - away - long, y - half, x - away + 1, y + half)),
        (_Name(x, above, "middle", text), (x - long / 2, above - room.line, x + long / 2, above + 2)),
        (_Name(x, below - half / 2, "middle", text), (x - long / 2, below - room.line - 2, x + long / 2, below)),
    )
    return [(_Name(*_rounded((name.x, name.y)), name.anchor, text), box) for name, box in places]


def _countries(sketch: Sketch, room: _Room) -> list[_Name]:
    """Return the names of the countries that have room for theirs, on a map of less than the world."""
    if sketch.whole:
        return []
    found = []
    for code, (lat, lon, span) in named_points().items():
        text, land = country_name(code), sketch.place(lat, lon + span / 2)[0] - sketch.place(lat, lon)[0]
        x, y = _rounded(sketch.place(lat, lon))
        half, up = room.letter * len(text) / 2, room.line / 2
        if half <= land:
            found += room.take([(_Name(x, round(y + up / 2, 1), "middle", text), (x - half, y - up, x + half, y + up))])
    return found


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
