"""Faults in the data, told so that the person who keeps the table can mend them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Fault:
    """One fault, with the place where it stands in the file.

    ``row`` is the row number a spreadsheet shows (the header is row 1), or 0 for
    the file as a whole; ``column`` is empty where the whole row is meant.
    """

    file: str
    row: int
    column: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = self.file + (f", row {self.row}" if self.row else "")
        place += f", column {self.column}" if self.column else ""
        return f"{place}: {self.problem}. {self.remedy}"


class BuildError(Exception):
    """The data cannot be built; holds every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{len(self.faults)} fault(s) in the data:\n{lines}")


def raise_if(faults: Iterable[Fault]) -> None:
    """Raise `BuildError` if there is any fault.

    Raises
    ------
    BuildError
        With all the faults given.
    """
    found = tuple(faults)
    if found:
        raise BuildError(found)
