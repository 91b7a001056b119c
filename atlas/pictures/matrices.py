"""A table of small bars on a sheet: names of the rows at the left, one column of bars for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.sheet import LINE, Box

if TYPE_CHECKING:
    from atlas.charts.matrix import Column, Matrix
    from atlas.pictures.fonts import Type
    from geo.sheet import Font, Sheet

_NAMES: Final = 0.3
"""Part of the width that the names of the rows may take, at most."""
_ROW: Final = 2.1
"""Least height of a row, in heights of its letters."""
_TALLEST: Final = 3.0
_BAR: Final = 0.62
_LARGEST, _SMALLEST = 28.0, 15.0


def draw_matrix(sheet: Sheet, box: Box, matrix: Matrix, look: Type, u: float) -> None:
    """Draw a matrix as large as its rows let it be."""
    size = _fitting_size(sheet, box, matrix, look, u)
    font = look.sans(size)
    names = _names_width(sheet, box, matrix, font)
    wide = (box.width - names) / len(matrix.columns)
    top = box.top + _draw_heads(sheet, Box(box.left + names, box.top, wide, 0), matrix, look, size)
    high = min((box.bottom - top) / max(len(matrix.labels), 1), _TALLEST * size)
    for row, label in enumerate(matrix.labels):
        middle = top + (row + 0.5) * high
        lines = sheet.lines(label, font, names - size)
        sheet.write_lines(lines, box.left, middle - (0.5 * LINE * len(lines) + 0.02) * size, font, look.tone.ink)
        sheet.stroke([(box.left, top + row * high), (box.right, top + row * high)], look.tone.hairline, u)
        for at, column in enumerate(matrix.columns):
            cell = Box(box.left + names + at * wide, middle - 0.5 * _BAR * size * 1.4, wide, _BAR * size * 1.4)
            _draw_cell(sheet, cell, column, row, look, size)


def _fitting_size(sheet: Sheet, box: Box, matrix: Matrix, look: Type, u: float) -> float:
    """Return the largest size of letters with which all rows have room."""
    size = _LARGEST * u
    while size > _SMALLEST * u:
        font = look.sans(size)
        names = _names_width(sheet, box, matrix, font)
        lines = max((len(sheet.lines(label, font, names - size)) for label in matrix.labels), default=1)
        wide = (box.width - names) / len(matrix.columns)
        heads = _head_lines(sheet, wide, matrix, look, size)
        whole = all(_is_whole(sheet, wide, column, look, size) for column in matrix.columns)
        if whole and heads * LINE * size + len(matrix.labels) * max(_ROW, lines * LINE + 0.3) * size <= box.height:
            break
        size *= 0.95
    return size


def _names_width(sheet: Sheet, box: Box, matrix: Matrix, font: Font) -> float:
    widest = max((sheet.width_of(label, font) for label in matrix.labels), default=0.0)
    return min(widest + font.size, _NAMES * box.width)


def _head_lines(sheet: Sheet, wide: float, matrix: Matrix, look: Type, size: float) -> int:
    return max(len(_head(sheet, wide, column, look, size)) for column in matrix.columns)


def _head(sheet: Sheet, wide: float, column: Column, look: Type, size: float) -> list[tuple[str, bool]]:
    """Return the lines of a heading, each with whether it is the name: the denominator stands below in small."""
    name, _break, note = column.heading.partition("\n")
    room = wide - 0.6 * size
    named = [(line, True) for line in sheet.lines(name, look.sans(size, bold=True), room)]
    return [*named, *((line, False) for line in sheet.lines(note, look.sans(0.85 * size), room))]


def _is_whole(sheet: Sheet, wide: float, column: Column, look: Type, size: float) -> bool:
    """Return whether every word of a heading fits into its column."""
    font, room = look.sans(size, bold=True), wide - 0.6 * size
    return all(sheet.width_of(word, font) <= room for word in column.heading.split())


def _draw_heads(sheet: Sheet, first: Box, matrix: Matrix, look: Type, size: float) -> float:
    """Write the headings, their last lines beside each other, and return how high they are."""
    lines = _head_lines(sheet, first.width, matrix, look, size)
    for at, column in enumerate(matrix.columns):
        found = _head(sheet, first.width, column, look, size)
        for line, (text, is_name) in enumerate(found, start=lines - len(found)):
            font = look.sans(size if is_name else 0.85 * size, bold=is_name)
            base = first.top + (line * LINE + 1) * size
            colour = look.tone.ink if is_name else look.tone.muted
            sheet.write(text, first.left + at * first.width, base, font, colour)
    return lines * LINE * size + 0.4 * size


def _draw_cell(sheet: Sheet, cell: Box, column: Column, row: int, look: Type, size: float) -> None:
    """Draw a bar and its number; of a row of nothing only what is written."""
    text, font = column.texts[row], look.sans(0.9 * size)
    longest = cell.width - 0.6 * size - max(sheet.width_of(each, font) for each in column.texts) - 0.4 * size
    long = longest * column.lengths[row]
    if long:
        sheet.rect(cell._replace(width=long), fill=column.colour)
    sheet.write(text, cell.left + long + 0.3 * size, cell.top + cell.height / 2 + 0.32 * size, font, look.tone.ink)
