"""The hand-out: a story as a page of HTML that prints on A4, needs no network and says where everything comes from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.addresses import host
from atlas.html import render
from atlas.inline import font
from atlas.story.drawing import draw
from atlas.story.pictures import Bars, Points
from atlas.wording import day, number
from atlas.wording import gettext as _
from atlas.words import story as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from markupsafe import Markup

    from atlas.story.model import Cell, Source, Step, Story, Table
    from atlas.story.pictures import Picture

_FACES: Final = (
    ("Literata", "literata-latin-wght-normal"),
    ("Source Sans 3", "source-sans-3-latin-wght-normal"),
    ("Source Sans 3 ext", "source-sans-3-latin-ext-wght-normal"),
)
"""Fonts that travel in the file, so that it looks the same on every machine; other scripts take the machine's own."""

_FEW: Final = 16
"""Rows up to which a table stands in one piece; longer ones stand in pieces side by side."""

_ABREAST: Final = {1: 3, 2: 2, 3: 2}
"""Pieces that find room side by side, by number of columns; of more columns, one."""

_LONG: Final = 30
"""Rows from which on a step may be cut by the end of a page, between two rows."""

_BESIDE, _MAP_BESIDE = 12, 0.64
"""Rows up to which a table of short texts stands beside its map, and the part of the width that the map has then."""

_NARROW: Final = 32
"""Letters up to which the texts of a column stand in one line each."""


class _Cell(NamedTuple):
    """A cell: the classes of its column, its text, and the address that it leads to or empty text."""

    classes: str
    text: str
    address: str = ""


class _Printed(NamedTuple):
    """A step as the template sets it: its table in pieces to stand side by side, none where the picture says it all."""

    step: Step
    picture: Markup | None
    heads: list[_Cell]
    pieces: list[list[list[_Cell]]]
    sources: tuple[Source, ...]
    long: bool
    beside: bool


def build_handout(story: Story, *, on: date, address: str = "") -> bytes:
    """Return a story as self-contained HTML in UTF-8, made to be printed on A4.

    Parameters
    ----------
    story : Story
        What is told, in its own language, which must be the one in use.
    on : datetime.date
        Day of printing.
    address : str
        Where the same can be seen, or empty text.
    """
    opening = next((step for step in story.steps[:1] if step.code == "title"), None)
    lands: dict[str, str] = {}
    page = render(
        "handout",
        title=_("{page} · Learning Cities Atlas").format(page=story.name),
        fonts=[(name, font(file)) for name, file in _FACES],
        story=story,
        opening=opening,
        opening_sources=opening.sources if opening else (),
        imprint=story.imprint,
        steps=[_printed(step, lands) for step in story.steps if step is not opening],
        left_out_title=words.left_out_title(),
        printed=_when(on, address),
    )
    return page.encode()


def _when(on: date, address: str) -> str:
    if address:
        return _("{address}, printed on {date}.").format(address=address, date=day(on))
    return _("Printed on {date}.").format(date=day(on))


def _printed(step: Step, lands: dict[str, str]) -> _Printed:
    kinds = [_classes(step.table, at) for at in range(len(step.table.columns))]
    rows = [[_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in step.table.rows]
    beside = _stands_beside(step.picture) and len(rows) <= _BESIDE and all(kind != "text" for kind in kinds)
    width = _MAP_BESIDE if beside else 1
    return _Printed(
        step=step,
        picture=draw(step.picture, alt=step.alt, lands=lands, width=width) if step.picture else None,
        heads=[_Cell(kind, column.heading) for column, kind in zip(step.table.columns, kinds, strict=True)],
        pieces=[] if _told_by_bars(step) else list(_pieces(rows, len(kinds))),
        sources=step.sources,
        long=len(rows) > _LONG,
        beside=beside,
    )


def _stands_beside(picture: Picture | None) -> bool:
    """Return whether a map may leave room at its side: the one that shows where everybody is has the whole width."""
    return isinstance(picture, Points) and (bool(picture.marked) or len(picture.places) == 1)


def _told_by_bars(step: Step) -> bool:
    """Return whether every row of the table stands in the picture already: as a bar with its number."""
    bars, kinds = step.picture, [column.kind for column in step.table.columns]
    return isinstance(bars, Bars) and kinds == ["text", "number"] and len(step.table.rows) == len(bars.labels)


def _classes(table: Table, at: int) -> str:
    """Return what a column is: its kind, and whether its texts are short enough for one line each."""
    kind = table.columns[at].kind
    texts = [cell for row in table.rows if isinstance(cell := row[at], str)]
    longest = max((len(host(text) if kind == "address" else text) for text in texts), default=0)
    return f"{kind} short" if longest <= _NARROW else kind


def _pieces(rows: list[list[_Cell]], columns: int) -> Iterator[list[list[_Cell]]]:
    size = math.ceil(len(rows) / (_ABREAST.get(columns, 1) if len(rows) > _FEW else 1))
    yield from (rows[start : start + size] for start in range(0, len(rows), max(size, 1)))


def _cell(cell: Cell, classes: str) -> _Cell:
    if cell is None:
        return _Cell("absent", _("no page") if classes.startswith("address") else _("not published"))
    if classes.startswith("address"):
        return _Cell(classes, host(str(cell)) or str(cell), str(cell))
    return _Cell(classes, number(cell) if isinstance(cell, int) else cell)
