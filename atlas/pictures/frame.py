"""What stands round every picture: finding, definition, filters above; coverage, source, date, disclaimer below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.sheet import Box

if TYPE_CHECKING:
    from atlas.pictures.fonts import Type
    from geo.sheet import Sheet

_HIGH: Final = 1080
"""Pixels of the shorter side for which the sizes below are given."""
_MARGIN: Final = 56
_TITLE, _TITLE_LEAST, _SUBTITLE, _SMALL = 46, 32, 25, 17.5
_TITLE_LINES: Final = 2
_GAP: Final = 20


@dataclass(frozen=True)
class Said:
    """The words round a picture.

    Attributes
    ----------
    title, subtitle : str
        The finding; and what is counted.
    filters : str
        The active filters, or empty text.
    facts : str
        Coverage, source and date.
    small : str
        Projection, independence, disclaimer.
    signature : str
        Whose picture it is.
    """

    title: str
    subtitle: str
    filters: str
    facts: str
    small: str
    signature: str


def unit(sheet: Sheet) -> float:
    """Return how much larger than planned all letters are on a sheet."""
    return min(sheet.width, sheet.height) / _HIGH


def draw_frame(sheet: Sheet, said: Said, look: Type) -> Box:
    """Write what stands round a picture and return the room that is left for it."""
    u = unit(sheet)
    margin = _MARGIN * u
    top = _draw_head(sheet, said, look, u)
    foot = _draw_foot(sheet, said, look, u)
    return Box(margin, top + _GAP * u, sheet.width - 2 * margin, foot - top - 2 * _GAP * u)


def _draw_head(sheet: Sheet, said: Said, look: Type, u: float) -> float:
    margin, width = _MARGIN * u, sheet.width - 2 * _MARGIN * u
    size = _TITLE * u
    while len(sheet.lines(said.title, look.serif(size), width)) > _TITLE_LINES and size > _TITLE_LEAST * u:
        size = max(0.94 * size, _TITLE_LEAST * u)
    lines = sheet.balanced(said.title, look.serif(size), width)
    end = sheet.write_lines(lines, margin, margin * 0.7, look.serif(size), look.tone.ink, line=1.2)
    font = look.sans(_SUBTITLE * u)
    lines = sheet.balanced(said.subtitle, font, width)
    end = sheet.write_lines(lines, margin, end + 10 * u, font, look.tone.muted)
    if said.filters:
        font = look.sans(_SUBTITLE * u, bold=True)
        end = sheet.write_lines(sheet.lines(said.filters, font, width), margin, end + 2 * u, font, look.tone.ink)
    return end


def _draw_foot(sheet: Sheet, said: Said, look: Type, u: float) -> float:
    """Write the lines at the foot and return where they begin."""
    margin, size = _MARGIN * u, _SMALL * u
    font, signed = look.sans(size), look.serif(size * 1.35)
    apart = sheet.width_of(said.signature, signed) + 3 * size
    facts = sheet.lines(said.facts, font, sheet.width - 2 * margin - apart)
    small = sheet.lines(said.small, font, sheet.width - 2 * margin)
    top = sheet.height - margin * 0.6 - (len(facts) + len(small)) * 1.28 * size
    rule = top - 0.5 * size
    sheet.stroke([(margin, rule), (sheet.width - margin, rule)], look.tone.hairline, u)
    end = sheet.write_lines(facts, margin, top, font, look.tone.ink)
    sheet.write_lines(small, margin, end, font, look.tone.muted)
    sheet.write(said.signature, sheet.width - margin, top + 1.2 * size, signed, look.tone.ink, align="right")
    return rule
