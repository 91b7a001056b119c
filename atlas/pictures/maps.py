"""The map of the members shown, composed: pins as in the app, a key with counts, and what has to stand below a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from atlas.labels import sentence_case
from atlas.palette import SHAPES
from atlas.pictures.fonts import can_write
from atlas.pictures.frame import unit
from atlas.population import sizes
from atlas.wording import country_name, number
from atlas.wording import gettext as _
from atlas.words import pictures as words
from geo.basemap import named_areas
from geo.pictures import Look, Pin, Subject, draw_map, draw_pin
from geo.points import placed
from geo.projections import world_height

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from atlas.model import Network
    from atlas.pictures.fonts import Type
    from atlas.pictures.scope import Scope
    from geo.pictures import Drawn
    from geo.sheet import Box, Sheet

_CROWD: Final = ((30, 10.0, 23.0), (45, 9.0, 21.0), (150, 7.0, 18.0))
"""Up to how many pins they have which radius and their names which size; more have the least."""
_LEAST: Final = (6.0, 17.0)
_COUNTRY, _KEY, _NOTE = 15.0, 24.0, 17.5
_HAN: Final = {"CHN": "zh-Hans", "JPN": "ja", "KOR": "ko"}
"""The language of local names whose letters look different in others."""
MOST_NAMES: Final = 120
"""Pins beyond which none is named: their names would hide the map."""


def draw_members(sheet: Sheet, box: Box, scope: Scope, look: Type) -> None:
    """Draw the members shown and, below the map, which pin is which region, and how the Earth was flattened."""
    u = unit(sheet)
    foot = 1.5 * _NOTE * u
    subject = _subject(scope, look)
    key = _Key.made(sheet, scope, look, box.width, _KEY * u)
    high = box.height - key.height - foot
    if not scope.selection and high > (needed := world_height(box.width)):  # the key takes what the world leaves
        key = key.spread(box.height - foot - needed)
        high = needed
    drawn = _draw_map(sheet, box._replace(height=high), scope, subject, look)
    key.draw(sheet, box.left, box.top + high, look)
    note = look.sans(_NOTE * u)
    sheet.write(
        sheet.cut(_note(drawn, scope), note, box.width), box.left, box.bottom - 0.3 * note.size, note, look.tone.muted
    )


def _note(drawn: Drawn, scope: Scope) -> str:
    """Return what is to be known of a map: its projection, names that had no room, members without a place."""
    view = drawn.view
    cities = scope.shown.cities
    parts = (
        words.projection(view.kind, view.lat, view.lon),
        words.named(drawn.named, drawn.asked),
        words.not_placed(len(cities) - len(placed(cities))),
    )
    return " ".join(filter(None, parts))


def _draw_map(sheet: Sheet, box: Box, scope: Scope, subject: Subject, look: Type) -> Drawn:
    u, tone = unit(sheet), look.tone
    radius, name = next(((pin, size) for most, pin, size in _CROWD if len(subject.pins) <= most), _LEAST)
    colours = Look(
        sea=tone.sea, land=tone.land, focus=tone.paper, border=tone.border, ink=tone.ink, quiet=tone.quiet,
        name=look.sans(name * u, bold=True), country=look.sans(_COUNTRY * u), hairline=0.8 * u,
    )  # fmt: skip
    return draw_map(sheet, box, subject, colours, radius=radius * u, whole=not scope.selection)


def _subject(scope: Scope, look: Type) -> Subject:
    cities = _in_order(scope.shown)
    return Subject(
        pins=[_pin(row, scope, look) for row in cities.to_dict("records")],
        focus=frozenset([scope.place.code]) if scope.place and scope.place.kind == "country" else frozenset(),
        countries={code: country_name(code) for code in named_areas()},
        name_pins=len(cities) <= MOST_NAMES,
    )


def _in_order(shown: Network) -> pd.DataFrame:
    """Return the members with a position in the order in which they are named: winners of the award, then the large."""
    ranks = sizes(shown.cities).map({"large": 1, "medium": 2}).fillna(3)
    ranks = ranks.mask(shown.cities.index.isin(shown.awards["city_id"]), 0)
    return placed(shown.cities.loc[ranks.sort_values(kind="stable").index])


def _pin(city: dict[str, Any], scope: Scope, look: Type) -> Pin:
    local = city["local_name"] if scope.local_names and can_write(city["local_name"]) else ""
    mark = _mark(city["region"], look)
    return Pin(
        lat=city["lat"], lon=city["lon"], shape=mark["shape"], colour=mark["colour"], edge=mark["edge"],
        name=local or city["display_name"], language=_HAN.get(city["iso3"]) if local else None,
    )  # fmt: skip


def _mark(region: str, look: Type) -> dict[str, str]:
    """Return shape, colour and rim of a region's pins: a light rim where the pin is as dark as a rim would be."""
    colour = look.tone.regions[region]
    edge = look.tone.paper if colour == look.tone.ink else look.tone.pin_edge
    return {"shape": SHAPES[region], "colour": colour, "edge": edge}


class _Entry(NamedTuple):
    region: str
    name: str
    members: str


@dataclass(frozen=True)
class _Key:
    """Which pin is which region, with the number of members: as many entries in a row as there is room for."""

    rows: tuple[tuple[_Entry, ...], ...]
    size: float
    line: float = 1.6

    @classmethod
    def made(cls, sheet: Sheet, scope: Scope, look: Type, width: float, size: float) -> _Key:
        rows: list[list[_Entry]] = [[]]
        for each in scope.summary.regions:
            entry = _Entry(each.region, sentence_case(_(each.region)), number(each.members))
            if each.members and sum(map(_wide(sheet, look, size), [*rows[-1], entry])) > width:
                rows.append([])
            rows[-1] += [entry] if each.members else []
        return cls(tuple(map(tuple, rows)), size)

    @property
    def height(self) -> float:
        return len(self.rows) * self.line * self.size

    def spread(self, height: float) -> _Key:
        """Return the key with an entry in each row and larger letters where there is room for that."""
        entries = [entry for row in self.rows for entry in row]
        size = min(1.4 * self.size, height / len(entries) / self.line)
        return self if size < self.size else _Key(tuple((entry,) for entry in entries), size)

    def draw(self, sheet: Sheet, left: float, top: float, look: Type) -> None:
        size, wide = self.size, _wide(sheet, look, self.size)
        plain, bold = look.sans(size), look.sans(size, bold=True)
        for at, row in enumerate(self.rows):
            x, base = left, top + (at * self.line + 1.35) * size
            for entry in row:
                draw_pin(sheet, (x + 0.45 * size, base - 0.34 * size), radius=0.42 * size, **_mark(entry.region, look))
                sheet.write(entry.name, x + 1.2 * size, base, plain, look.tone.ink)
                after = x + 1.5 * size + sheet.width_of(entry.name, plain)
                sheet.write(entry.members, after, base, bold, look.tone.ink)
                x += wide(entry)


def _wide(sheet: Sheet, look: Type, size: float) -> Callable[[_Entry], float]:
    """Return what tells how wide an entry is, with pin and the distance to the next one."""
    font = look.sans(size, bold=True)
    return lambda entry: sheet.width_of(f"{entry.name} {entry.members}", font) + 3 * size
