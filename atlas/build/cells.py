"""Cells of the raw tables that cannot be true: impossible years, sources without address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.addresses import is_url
from atlas.build.tables import URL_REMEDY
from atlas.schema import load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.build.faults import Fault
    from atlas.build.raw import Raw
    from atlas.build.tables import Table

_ADDRESSES = ("source_url", "website", "profile_url")
# Tables with rows that have no page behind them, and say so.
_WITHOUT_PAGE = frozenset({"members_unconfirmed", "theme_to_sdg"})


def cell_faults(raw: Raw) -> Iterator[Fault]:
    """Yield impossible years and addresses that are none, in raw tables and overrides."""
    for overrides in raw.overrides.values():
        yield from overrides.cell_faults()
    for name, table in raw.tables.items():
        yield from _year_faults(table, int(raw.compiled_on[:4]))
        yield from _address_faults(table, needs_source=name not in _WITHOUT_PAGE)


def _first_years() -> dict[str, int]:
    """Return the earliest year the schema allows, by column."""
    columns = [column for table in load_schema().values() for column in table if column.type == "year"]
    return {each.name: min(int(c.minimum) for c in columns if c.name == each.name) for each in columns}


def _year_faults(table: Table, last: int) -> Iterator[Fault]:
    for column, first in _first_years().items():
        for number, row in table.numbered() if column in table.columns else ():
            cell = row[column]
            if cell and not (cell.isdecimal() and first <= int(cell) <= last):
                remedy = f"Write a year from {first} to {last}, or nothing"
                yield table.fault(number, column, f'"{cell}" is no possible year', remedy)


def _address_faults(table: Table, *, needs_source: bool) -> Iterator[Fault]:
    for column in filter(_ADDRESSES.__contains__, table.columns):
        for number, row in table.numbered():
            missing = column == "source_url" and needs_source and not row[column]
            if missing or (row[column] and not is_url(row[column])):
                problem = f'"{row[column]}" is no address of a page'
                yield table.fault(number, column, problem, URL_REMEDY)
