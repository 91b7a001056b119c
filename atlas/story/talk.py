"""The talk: a story as slides of HTML, one message and one picture each, in type that the last row can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from atlas.html import render
from atlas.palette import LIGHT
from atlas.story.drawing import draw
from atlas.story.pictures import Bars, Points
from atlas.wording import gettext as _
from atlas.wording import number
from atlas.words import story as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from atlas.story.model import Cell, Step, Story, Table

_ROWS: Final = 8
"""Rows of a table that a slide has room for; of more, as many as fit and how many there are besides."""

_MAP, _MAP_BESIDE = 0.62, 0.4
"""Type and marks of a map are made for a page this much narrower than the slide, so that the last row reads them: of a
map that has the slide to itself, and of one beside a table."""


class _Bar(NamedTuple):
    """A bar: its name, what is written at its end, its two parts in percent of the longest, and its colour."""

    label: str
    text: str
    solid: float
    hollow: float
    colour: str
    pale: bool


class _Slide(NamedTuple):
    """A step as the template sets it; of bars, picture and rows what it has."""

    step: Step
    bars: list[_Bar]
    key: tuple[str, ...]
    picture: Markup | None
    heads: list[str]
    rows: list[list[str]]
    more: str


def build_talk(story: Story) -> Markup:
    """Return the slides of a story, one after the other, the land of its maps written once.

    Parameters
    ----------
    story : Story
        What is told, in its own language, which must be the one in use.
    """
    lands: dict[str, str] = {}
    return render("talk", story=story, slides=[_slide(step, lands) for step in story.steps])


def talk_data(story: Story) -> dict[str, Any]:
    """Return what the script of the talk (``static/present/present.js``) needs beside its words.

    Parameters
    ----------
    story : Story
        What is told.
    """
    return {
        "html": str(build_talk(story)),
        "steps": [{"code": step.code, "title": step.title, "message": step.message} for step in story.steps],
    }


def _slide(step: Step, lands: dict[str, str]) -> _Slide:
    bars = step.picture if isinstance(step.picture, Bars) and not step.picture.upright else None
    heads, rows = _read_out(_beside(step))
    width = _MAP_BESIDE if rows else _MAP
    drawn = draw(step.picture, alt=step.alt, lands=lands, width=width) if step.picture and not bars else None
    return _Slide(
        step=step,
        bars=list(_bars(bars)) if bars else [],
        key=(bars.solid.name, bars.hollow.name) if bars and bars.hollow else (),
        picture=drawn,
        heads=heads,
        rows=rows[:_ROWS],
        more=words.more_rows(len(rows) - _ROWS) if len(rows) > _ROWS else "",
    )


def _read_out(table: Table | None) -> tuple[list[str], list[list[str]]]:
    """Return heads and cells without the addresses: nobody reads those from a wall."""
    if table is None:
        return [], []
    kept = [at for at, column in enumerate(table.columns) if column.kind != "address"]
    return [table.columns[at].heading for at in kept], [[_text(row[at]) for at in kept] for row in table.rows]


def _beside(step: Step) -> Table | None:
    """Return the table where it says what the picture does not: without one, and beside a map with its choice."""
    if step.picture is None:
        return step.table
    chosen = isinstance(step.picture, Points) and (step.picture.marked or step.picture.links)
    return step.table if chosen and len(step.table.rows) <= _ROWS else None


def _bars(bars: Bars) -> Iterator[_Bar]:
    scale = 100 / bars.longest
    for at, (label, solid, hollow, text) in enumerate(bars):
        yield _Bar(
            label=label,
            text=text,
            solid=round(solid * scale, 2),
            hollow=round(hollow * scale, 2),
            colour=LIGHT.regions[bars.regions[at]] if bars.regions else LIGHT.quantity,
            pale=bars.strong not in (None, at),
        )


def _text(cell: Cell) -> str:
    if cell is None:
        return _("not published")
    return number(cell) if isinstance(cell, int) else cell
