"""What talk and deck have in common: which table stands beside a picture, and what of it is read from a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.story.pictures import Points
from atlas.wording import gettext as _
from atlas.wording import number

if TYPE_CHECKING:
    from atlas.story.model import Cell, Step, Table

ROWS: Final = 8
"""Rows of a table that a slide has room for."""


def beside(step: Step) -> Table | None:
    """Return the table where it says what the picture does not: without one, and beside a map with its choice."""
    if step.picture is None:
        return step.table
    chosen = isinstance(step.picture, Points) and (step.picture.marked or step.picture.links)
    return step.table if chosen and len(step.table.rows) <= ROWS else None


class Reading(NamedTuple):
    """What of a table is read out: heads, rows of texts, and which columns are numbers."""

    heads: list[str]
    rows: list[list[str]]
    numeric: list[bool]


def read_out(table: Table | None) -> Reading:
    """Return a table as texts without the addresses: nobody reads those from a wall; empty where there is none."""
    if table is None:
        return Reading([], [], [])
    kept = [at for at, column in enumerate(table.columns) if column.kind != "address"]
    columns = [table.columns[at] for at in kept]
    return Reading(
        [each.heading for each in columns],
        [[_text(row[at]) for at in kept] for row in table.rows],
        [each.kind == "number" for each in columns],
    )


def _text(cell: Cell) -> str:
    if cell is None:
        return _("not published")
    return number(cell) if isinstance(cell, int) else cell
