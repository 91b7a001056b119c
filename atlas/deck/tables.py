"""The tables of a deck, native: as many rows as a slide has room for, and how many there are besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from atlas.deck.letters import LEAST, lines_of, width_of, write
from atlas.words import story as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.shapes.placeholder import PlaceholderGraphicFrame, TablePlaceholder

    from atlas.story.slides import Reading

STYLE: Final = "{3F0C7A4E-61B2-4C0B-9A55-0E5D1C7A7E01}"
FIGURES: Final = "{3F0C7A4E-61B2-4C0B-9A55-0E5D1C7A7E02}"
"""Our styles of tables in the master (``scripts/build_deck_master.py``)."""

_SIZES: Final = (18, 16, LEAST)
"""Points, the largest that fits."""
_LINE: Final = 1.22
_PAD: Final = 2.6
"""Points above and below the text of a cell."""
_BETWEEN: Final = 14.0
"""Points between two columns."""
_LEAST_WIDTH: Final = 46.0
_UNIT: Final = 12_700
"""Units of the format to a point."""
_ABREAST: Final = {1: 4, 2: 4, 3: 4, 5: 5, 6: 3}
"""Numbers beside each other on the opening slide, by how many there are; of others four."""
_FIGURES: Final = (54, 48, 42, 36, 32, 28, 24)
"""Points of these numbers, the largest that fit."""


class Fit(NamedTuple):
    """How a table is set: size of its letters, widths of its columns in points, and rows that have room."""

    size: int
    widths: list[float]
    rows: int


def fit(told: Reading, width: float, height: float) -> Fit:
    """Return how a table fits into a box: in the largest letters in which all rows do, else in the smallest.

    Parameters
    ----------
    told : Reading
        Heads and rows.
    width, height : float
        Of the box, in points.
    """
    heads, rows, _numeric = told
    for size in _SIZES:
        widths = _widths(heads, rows, width, size)
        heights = [_height(row, widths, size) for row in (heads, *rows)]
        if sum(heights) <= height:
            return Fit(size, widths, len(rows))
    room = height - heights[0] - _height([""], widths, size)  # a last row says how many there are besides
    shown = 0
    while shown < len(rows) and heights[shown + 1] <= room:
        room -= heights[shown + 1]
        shown += 1
    return Fit(size, widths, shown)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]], width: float, size: float) -> list[float]:
    """Return the widths of columns: what the texts need, or of the room that short columns leave a share each."""
    needed = [
        max(width_of(text, size) * (1.06 if at == 0 else 1.0) for at, text in enumerate(column)) + _BETWEEN
        for column in zip(heads, *rows, strict=True)
    ]
    if sum(needed) <= width:
        return [each * width / sum(needed) for each in needed]
    shares = [max(each**0.62, _LEAST_WIDTH**0.62) for each in needed]
    short = {at for at, each in enumerate(needed) if each <= width * shares[at] / sum(shares)}
    left = width - sum(needed[at] for at in short)
    long = sum(share for at, share in enumerate(shares) if at not in short)
    return [each if at in short else left * shares[at] / long for at, each in enumerate(needed)]


def _height(row: Sequence[str], widths: Sequence[float], size: float) -> float:
    lines = max(lines_of(text, size, width - _BETWEEN) for text, width in zip(row, widths, strict=False))
    return lines * size * _LINE + 2 * _PAD


def add_table(holder: TablePlaceholder, told: Reading, language: str) -> PlaceholderGraphicFrame:
    """Put a table into its place.

    Parameters
    ----------
    holder : TablePlaceholder
        A placeholder of a slide.
    told : Reading
        Heads and rows; numbers stand at the right end of their column.
    language : str
        Code of the language of the deck.
    """
    width, height = holder.width / _UNIT, holder.height / _UNIT
    heads, rows, numeric = told
    set_ = fit(told, width, height)
    more = len(rows) - set_.rows
    frame = _insert(holder, 1 + set_.rows + (1 if more else 0), set_.widths, STYLE)
    table = frame.table
    table.horz_banding = False
    shown = [heads, *rows[: set_.rows]]
    for at, row in enumerate(shown):
        table.rows[at].height = round(_height(row, set_.widths, set_.size) * _UNIT)
        for column, text in enumerate(row):
            cell = table.cell(at, column)
            _fill(cell, text, language, size=set_.size, head=at == 0, right=numeric[column])
    if more:
        last = table.cell(len(shown), 0)
        if len(heads) > 1:
            last.merge(table.cell(len(shown), len(heads) - 1))
        table.rows[len(shown)].height = round(_height([""], set_.widths, set_.size) * _UNIT)
        _fill(last, words.more_rows(more), language, size=set_.size)
    frame.height = sum(row.height for row in table.rows)
    return frame


def _insert(holder: TablePlaceholder, rows: int, widths: Sequence[float], style: str) -> PlaceholderGraphicFrame:
    frame: PlaceholderGraphicFrame = holder.insert_table(rows, len(widths))
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = round(width * _UNIT)
    frame._element.graphic.graphicData.tbl.tblPr.find(_style_tag()).text = style
    return frame


def _style_tag() -> str:
    from pptx.oxml.ns import qn

    return str(qn("a:tableStyleId"))


def _fill(cell: Any, text: str, language: str, *, size: float, head: bool = False, right: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    cell.margin_left, cell.margin_right = 0, Pt(_BETWEEN)
    cell.margin_top = cell.margin_bottom = Pt(_PAD)
    paragraph = cell.text_frame.paragraphs[0]
    if right:
        paragraph.alignment = PP_ALIGN.RIGHT
    write(paragraph, text, language, size=size, bold=head)


# The numbers of the opening


def add_figures(holder: TablePlaceholder, figures: Sequence[Sequence[str]], language: str) -> PlaceholderGraphicFrame:
    """Put the numbers that open a story into their place, each above what it counts, some beside each other.

    Parameters
    ----------
    holder : TablePlaceholder
        A placeholder of a slide.
    figures : sequence of (str, str)
        What is counted, and the number.
    language : str
        Code of the language of the deck.
    """
    from pptx.enum.text import MSO_ANCHOR

    holder_height = holder.height
    abreast = _ABREAST.get(len(figures), 4)
    rows = [figures[at : at + abreast] for at in range(0, len(figures), abreast)]
    width, height = holder.width / _UNIT / abreast, holder_height / _UNIT / len(rows)
    label = max(_height([name], [width], LEAST) for name, _number in figures)
    size = next((size for size in _FIGURES if size * _LINE + _PAD + label <= height), _FIGURES[-1])
    frame = _insert(holder, 2 * len(rows), [width] * abreast, FIGURES)
    table = frame.table
    table.first_row = table.horz_banding = False
    for at, row in enumerate(rows):
        table.rows[2 * at].height = round((size * _LINE + _PAD) * _UNIT)
        table.rows[2 * at + 1].height = round(label * _UNIT)
        for column, (name, number) in enumerate(row):
            counted, told = table.cell(2 * at, column), table.cell(2 * at + 1, column)
            _fill(counted, number, language, size=size)
            counted.vertical_anchor = MSO_ANCHOR.BOTTOM
            counted.text_frame.paragraphs[0].runs[0].font.name = "+mj-lt"
            counted.margin_bottom = 0
            _fill(told, name, language, size=LEAST)
            told.margin_top = 0
    top, room = frame.top, holder_height
    frame.height = sum(row.height for row in table.rows)
    frame.top = top + max(room - frame.height, 0) // 3  # a single row stands in the middle rather than on top
    return frame
