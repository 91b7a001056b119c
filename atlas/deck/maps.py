"""The maps of a deck: pictures, since no program draws a map of points natively; their letters are those of a slide."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from atlas.labels import sentence_case
from atlas.model import REGIONS
from atlas.palette import LIGHT, SHAPES
from atlas.pictures.draw import AT_ONCE
from atlas.pictures.fonts import Type
from atlas.wording import country_name
from atlas.wording import gettext as _
from geo.basemap import named_areas
from geo.pictures import Look, Pin, Subject, draw_map, draw_pin
from geo.sheet import Box, Sheet
from geo.sketch import spans_the_world

if TYPE_CHECKING:
    from atlas.story.pictures import Place, Points

PER_POINT: Final = 2.2
"""Pixels to a point: a slide on a projector has 1.5 to 2 of them."""
_LETTERS: Final = 14.0
_CROWD: Final = ((12, 6.0), (60, 5.0), (150, 4.0))
"""Up to how many members are marked the radius of their pins, in points; of more the least."""
_LEAST: Final = 3.3
_KEY_LINE: Final = 1.55
_BACK: Final = "#A7ADAC"


def draw_points(points: Points, width: float, height: float) -> bytes:
    """Return a map as PNG.

    Parameters
    ----------
    points : Points
        What is to be seen.
    width, height : float
        Of its place on the slide, in points.
    """
    look = Type(LIGHT)
    with AT_ONCE:
        sheet = Sheet(round(width * PER_POINT), round(height * PER_POINT), paper=LIGHT.paper)
        key = _key(points)
        rows = _rows(key, sheet, look)
        foot = len(rows) * _KEY_LINE * _LETTERS * PER_POINT
        box = Box(0, 0, sheet.width, sheet.height - foot)
        whole = not points.links and spans_the_world(place.lon for place in points.places)
        draw_map(sheet, box, _subject(points), _look(look), radius=_radius(points) * PER_POINT, whole=whole)
        _draw_key(rows, sheet, look, box.bottom)
        return sheet.png({})


def _look(look: Type) -> Look:
    tone, size = look.tone, _LETTERS * PER_POINT
    return Look(
        sea=tone.sea, land=tone.land, focus=tone.paper, border=tone.border, ink=tone.ink, quiet=tone.quiet,
        name=look.sans(size, bold=True), country=look.sans(size), hairline=0.5 * PER_POINT,
    )  # fmt: skip


def _radius(points: Points) -> float:
    marked = len(points.marked or points.places)
    return next((radius for most, radius in _CROWD if marked <= most), _LEAST)


def _subject(points: Points) -> Subject:
    marked, named = set(points.marked or (place.city_id for place in points.places)), set(points.named)
    places = sorted(points.places, key=lambda place: _rank(place, points))
    order = {place.city_id: at for at, place in enumerate(places)}
    countries = frozenset(place.iso3 for place in points.places)
    focus = countries if len(countries) == 1 else frozenset()
    return Subject(
        pins=[_pin(place, back=place.city_id not in marked, named=place.city_id in named) for place in places],
        countries={code: country_name(code) for code in named_areas() if code not in focus and not points.links},
        focus=focus,
        name_pins=bool(named),
        links=[(order[one], order[other]) for one, other in points.links],
    )


def _rank(place: Place, points: Points) -> int:
    """Return the turn of a member to take room for its name."""
    return points.named.index(place.city_id) if place.city_id in points.named else len(points.named)


def _pin(place: Place, *, back: bool, named: bool) -> Pin:
    colour = LIGHT.regions[place.region]
    edge = LIGHT.paper if colour == LIGHT.ink else LIGHT.pin_edge
    if back:
        colour, edge = _BACK, LIGHT.paper
    return Pin(place.lat, place.lon, SHAPES[place.region], colour, edge, place.name if named else "", back=back)


# Which pin is which region


def _key(points: Points) -> list[str]:
    """Return the regions on a map, where it shows more than one."""
    marked = set(points.marked or (place.city_id for place in points.places))
    shown = Counter(place.region for place in points.places if place.city_id in marked)
    return [region for region in REGIONS if region in shown] if len(shown) > 1 else []


def _rows(key: list[str], sheet: Sheet, look: Type) -> list[list[tuple[str, float]]]:
    """Return the regions with where each begins, in as many rows as they need."""
    size = _LETTERS * PER_POINT
    rows: list[list[tuple[str, float]]] = []
    left = 0.0
    for region in key:
        wide = sheet.width_of(sentence_case(_(region)), look.sans(size)) + 2.6 * size
        if not rows or left + wide > sheet.width + 1.4 * size:
            rows.append([])
            left = 0.0
        rows[-1].append((region, left))
        left += wide
    return rows


def _draw_key(rows: list[list[tuple[str, float]]], sheet: Sheet, look: Type, top: float) -> None:
    size = _LETTERS * PER_POINT
    for at, row in enumerate(rows):
        base = top + (at * _KEY_LINE + 1.25) * size
        for region, left in row:
            colour = LIGHT.regions[region]
            edge = LIGHT.paper if colour == LIGHT.ink else LIGHT.pin_edge
            place = (left + 0.4 * size, base - 0.34 * size)
            draw_pin(sheet, place, radius=0.38 * size, shape=SHAPES[region], colour=colour, edge=edge)
            sheet.write(sentence_case(_(region)), left + 1.05 * size, base, look.sans(size), LIGHT.ink)
