"""Every column of the data, declared once: ``schema.csv`` next to this file has a row for each.

What a row says is all that there is to say: how the app reads the column, what the build allows in it, what the data
package, the dictionary and the tables on screen call it.  A derived column is in no file; the tables on screen make
it.  Headings, helps and the words of translated columns go into the catalogues.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

SCHEMA: Final = Path(__file__).with_name("schema.csv")

TYPES: Final = ("string", "category", "boolean", "integer", "year", "number", "date")
"""What a column can hold: text; text of few values; yes or no; whole numbers; years; degrees; ISO 8601 dates."""


class SchemaError(Exception):
    """The schema contradicts itself; the message names the row."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    name, type : str
        Its name in the file, and one of :data:`TYPES`.
    required, unique : bool
        Whether every row has a value, and whether no two rows share one.
    minimum, maximum : str
        Limits of numbers, years and dates; ``compiled`` stands for the day of compilation.
    enum : tuple of str
        The values that are allowed; empty if any is.
    pattern : str
        Regular expression that every value fits.
    derived : bool
        Whether the tables on screen make it: it is in no file.
    translated : bool
        Whether its values are words that the catalogues translate.
    heading : str
        What it is called on screen; empty if it is never shown.
    help : str
        What it means.
    """

    name: str
    type: str
    required: bool
    unique: bool
    minimum: str
    maximum: str
    enum: tuple[str, ...]
    pattern: str
    derived: bool
    translated: bool
    heading: str
    help: str

    @property
    def is_address(self) -> bool:
        """Whether its values are addresses of pages."""
        return self.pattern.startswith("https?://")


@cache
def load_schema() -> dict[str, tuple[Column, ...]]:
    """Return the columns of every table, in the order of the files and of the tables on screen.

    Raises
    ------
    SchemaError
        When a row has a type that nobody knows, no help, or its name twice.
    """
    tables: dict[str, list[Column]] = {}
    with SCHEMA.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            columns = tables.setdefault(row["table"], [])
            columns.append(_column(row, {column.name for column in columns}))
    return {name: tuple(columns) for name, columns in tables.items()}


def _column(row: dict[str, str], taken: set[str]) -> Column:
    name = row["column"]
    faults = {
        f"the type {row['type']!r} is none of {', '.join(TYPES)}": row["type"] not in TYPES,
        "there is no help": not row["help"],
        "the name is there twice": name in taken,
        "a derived column is shown nowhere without a heading": row["derived"] == "yes" and not row["heading"],
    }
    for problem in (problem for problem, is_so in faults.items() if is_so):
        raise SchemaError(f"{SCHEMA.name}, {row['table']}.{name}: {problem}")
    flags = (row[flag] == "yes" for flag in ("required", "unique", "derived", "translated"))
    required, unique, derived, translated = flags
    return Column(
        name, row["type"], required, unique, row["minimum"], row["maximum"],
        tuple(filter(None, row["enum"].split("|"))), row["pattern"], derived, translated, row["heading"], row["help"],
    )  # fmt: skip


def stored_columns(table: str) -> tuple[Column, ...]:
    """Return the columns that the file of a table has, in its order."""
    return tuple(column for column in load_schema()[table] if not column.derived)


def shown_columns(table: str) -> dict[str, Column]:
    """Return the columns of a table that can be shown, by name, in the order in which they are offered."""
    return {column.name: column for column in load_schema()[table] if column.heading}
