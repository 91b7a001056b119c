"""Keys of the curated tables, and the checking of rows against the schema (:mod:`atlas.schema`)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from atlas.build.faults import Fault
from atlas.build.tables import FIRST_DATA_ROW, Row
from atlas.schema import Column, stored_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BOOLEANS = ("no", "yes")
PRIMARY_KEYS: dict[str, tuple[str, ...]] = {
    "cities": ("city_id",),
    "focus": ("city_id", "kind", "focus", "source_url"),
    "awards": ("year", "city", "iso3"),
    "milestones": ("date", "event"),
    "events": ("start_date", "event"),
    "clusters": ("cluster_id",),
    "theme_to_sdg": ("focus", "focus_kind", "sdg"),
    "member_states": ("iso3",),
    "country_names": ("iso3", "lang"),
    "city_names": ("city_id", "lang"),
    "not_members": ("city", "iso3"),
}
FOREIGN_KEYS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "cities": (("iso3", "member_states", "iso3"),),
    "focus": (("city_id", "cities", "city_id"),),
    "awards": (("city_id", "cities", "city_id"), ("iso3", "member_states", "iso3")),
    "country_names": (("iso3", "member_states", "iso3"),),
    "city_names": (("city_id", "cities", "city_id"),),
}


def columns_of(table: str, compiled_on: str) -> tuple[Column, ...]:
    """Return the columns of a file with "compiled" in a limit replaced by that day or year."""
    return tuple(
        replace(column, maximum=compiled_on[:4] if column.type == "year" else compiled_on)
        if column.maximum == "compiled"
        else column
        for column in stored_columns(table)
    )


def schema_faults(table: str, rows: Sequence[Row], compiled_on: str) -> Iterator[Fault]:
    """Yield every cell of a curated table that the schema does not allow.

    ``compiled_on`` is the day of compilation: nothing can be known to be later.
    """
    file = f"curated/{table}.csv"
    for column in columns_of(table, compiled_on):
        if any(column.name not in row for row in rows):
            yield Fault(file, 0, column.name, "nothing gives its values", "Give them in atlas/build")
            continue
        seen: set[str] = set()
        for number, row in enumerate(rows, start=FIRST_DATA_ROW):
            cell = row[column.name]
            problem = _problem(column, cell)
            if not problem and column.unique and cell in seen:
                problem = f'"{cell}" is there twice'
            seen.add(cell)
            if problem:
                who = " / ".join(row[key] for key in PRIMARY_KEYS[table])
                remedy = f"Correct the raw table or an override for {who}"
                yield Fault(file, number, column.name, problem, remedy)


def _problem(column: Column, cell: str) -> str:
    if not cell:
        return "is empty" if column.required else ""
    if not _is_typed(column.type, cell):
        return f'"{cell}" is no {column.type}'
    if column.enum and cell not in column.enum:
        return f'"{cell}" is none of {", ".join(column.enum)}'
    if column.pattern and not re.fullmatch(column.pattern, cell):
        return f'"{cell}" does not look like {column.pattern}'
    low, high = column.minimum, column.maximum
    value = _comparable(column.type, cell)
    if (low and value < _comparable(column.type, low)) or (high and value > _comparable(column.type, high)):
        return f'"{cell}" is outside {low or "…"} to {high or "…"}'
    return ""


def _is_typed(kind: str, cell: str) -> bool:
    try:
        _comparable(kind, cell)
    except ValueError:
        return False
    return True


def _comparable(kind: str, cell: str) -> float:
    if kind == "date":
        return date.fromisoformat(cell).toordinal()
    if kind == "boolean":
        return _BOOLEANS.index(cell)
    if kind in ("integer", "year"):
        return int(cell)
    return float(cell) if kind == "number" else 0.0
