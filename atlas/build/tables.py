"""Reading and writing tables as rows of text; overrides that must be used.

Cells stay text from reading to writing: a number that is never parsed cannot
change its look, and the build must give the same bytes every time.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atlas.addresses import is_url
from atlas.build.faults import BuildError, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Row = dict[str, str]
_SOURCES = frozenset({"source", "source_url"})
URL_REMEDY = "Give the full address, starting with https://"
FIRST_DATA_ROW = 2  # what a spreadsheet shows: the header is row 1


@dataclass
class Table:
    """A table as read: its file name for messages, its columns and its rows."""

    file: str
    columns: tuple[str, ...]
    rows: list[Row]

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Yield each row with the number a spreadsheet shows for it."""
        return enumerate(self.rows, start=FIRST_DATA_ROW)

    def fault(self, row: int, column: str, problem: str, remedy: str) -> Fault:
        """Return a fault of this table."""
        return Fault(self.file, row, column, problem, remedy)


def load_table(path: Path, columns: Sequence[str]) -> Table:
    """Read a CSV file in UTF-8 that must have the given columns.

    Raises
    ------
    BuildError
        If the file is missing, is not UTF-8, lacks a column or has a row with a
        different number of cells than the header.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BuildError([Fault(name, 0, "", "the file is missing", "Put it back")]) from None
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not UTF-8"
        raise BuildError([Fault(name, 0, "", problem, "Save it as CSV UTF-8")]) from None
    lines = list(csv.reader(io.StringIO(text, newline="")))
    header = tuple(lines[0]) if lines else ()
    _check_shape(name, header, lines[1:], columns)
    rows = [dict(zip(header, map(str.strip, line), strict=True)) for line in lines[1:]]
    return Table(name, header, rows)


def _check_shape(name: str, header: tuple[str, ...], lines: list[list[str]], columns: Sequence[str]) -> None:
    faults = [
        Fault(name, 1, column, "the column is missing", f"Add a column named {column}")
        for column in columns
        if column not in header
    ]
    for number, line in enumerate(lines, start=FIRST_DATA_ROW):
        if len(line) != len(header):
            problem = f"{len(line)} cells where the header has {len(header)}"
            faults.append(Fault(name, number, "", problem, "Put texts with commas in quotes"))
    if faults:
        raise BuildError(faults)


def to_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV bytes: UTF-8, line feed, quotes only where needed."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@dataclass
class Overrides:
    """A table of hand corrections, each with a reason, each of which must be used."""

    table: Table
    keys: tuple[str, ...]
    _by_key: dict[tuple[str, ...], Row] = field(default_factory=dict)
    _used: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._by_key = {self._key(row): row for row in self.table.rows}

    def _key(self, row: Row) -> tuple[str, ...]:
        return tuple(row[key] for key in self.keys)

    def find(self, *key: str) -> Row | None:
        """Return the override for this key, which counts as used from now on."""
        row = self._by_key.get(key)
        if row is not None:
            self._used.add(key)
        return row

    def cell_faults(self) -> Iterator[Fault]:
        """Yield rows without a reason or with a source that is no address."""
        for number, row in self.table.numbered():
            if not row["reason"]:
                yield self.table.fault(number, "reason", "no reason is given", "Say why")
            for column in _SOURCES.intersection(row):
                if not is_url(row[column]):
                    problem = f'"{row[column]}" is no address of a page'
                    yield self.table.fault(number, column, problem, URL_REMEDY)

    def use_faults(self) -> Iterator[Fault]:
        """Yield rows that are given twice or that nothing has asked for."""
        seen: set[tuple[str, ...]] = set()
        for number, row in self.table.numbered():
            key = self._key(row)
            if key in seen:
                yield self.table.fault(number, self.keys[-1], "given twice", "Keep one of the rows")
            elif key not in self._used:
                problem = f"{', '.join(key)} is used by nothing"
                remedy = f"Correct {', '.join(self.keys)} or delete the row"
                yield self.table.fault(number, self.keys[-1], problem, remedy)
            seen.add(key)


def load_overrides(path: Path, columns: Sequence[str], keys: Sequence[str]) -> Overrides:
    """Read a table of overrides; ``keys`` are the columns that name what is meant."""
    return Overrides(load_table(path, [*columns, "reason"]), tuple(keys))
