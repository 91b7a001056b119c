"""The hand-out: a story as a page of HTML that prints on A4, needs no network and says where everything comes from."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.addresses import host
from atlas.html import render
from atlas.story.drawing import draw
from atlas.wording import day, number
from atlas.wording import gettext as _
from atlas.words import story as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from markupsafe import Markup

    from atlas.story.model import Cell, Kind, Source, Step, Story, Table

_FONTS: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"
_FACES: Final = (
    ("Literata", "literata-latin-wght-normal"),
    ("Source Sans 3", "source-sans-3-latin-wght-normal"),
    ("Source Sans 3 ext", "source-sans-3-latin-ext-wght-normal"),
)
"""Fonts that travel in the file, so that it looks the same on every machine; other scripts take the machine's own."""

_SHORT: Final = 16
"""Rows up to which a table stands in one piece; of narrow columns, longer ones stand in pieces side by side."""

_ABREAST: Final = {1: 3, 2: 2, 3: 2}
"""Pieces that find room side by side, by number of columns; of more columns, one."""

_LONG: Final = 30
"""Rows from which on a step may be cut by the end of a page, between two rows."""


class _Printed(NamedTuple):
    """A step as the template sets it."""

    step: Step
    picture: Markup | None
    pieces: list[list[list[tuple[str, str, str]]]]
    sources: tuple[Source, ...]
    long: bool


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
        fonts=[(name, _embedded(file)) for name, file in _FACES],
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


@cache
def _embedded(file: str) -> str:
    return base64.b64encode((_FONTS / f"{file}.woff2").read_bytes()).decode("ascii")


def _printed(step: Step, lands: dict[str, str]) -> _Printed:
    return _Printed(
        step=step,
        picture=draw(step.picture, alt=step.alt, lands=lands) if step.picture else None,
        pieces=list(_pieces(step.table)),
        sources=step.sources,
        long=len(step.table.rows) > _LONG,
    )


def _pieces(table: Table) -> Iterator[list[list[tuple[str, str, str]]]]:
    """Yield the rows of a table in pieces to be set side by side, each cell as its kind, text and address."""
    kinds = [column.kind for column in table.columns]
    rows = [[_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    abreast = _ABREAST.get(len(kinds), 1) if len(rows) > _SHORT else 1
    size = -(-len(rows) // abreast)
    yield from (rows[start : start + size] for start in range(0, len(rows), max(size, 1)))


def _cell(cell: Cell, kind: Kind) -> tuple[str, str, str]:
    if cell is None:
        return "absent", _("no page") if kind == "address" else _("not published"), ""
    if kind == "address":
        address = str(cell)
        return kind, host(address) or address, address
    return kind, number(cell) if isinstance(cell, int) else cell, ""
