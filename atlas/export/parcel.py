"""What goes into a file of members: typed tables with the columns that the dictionary describes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from atlas.exonyms import ANNOUNCED
from atlas.focus_codes import focus_codes
from atlas.schema import load_schema, stored_columns
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atlas.export.provenance import Provenance
    from atlas.model import Network
    from atlas.schema import Column

_LEFT_OUT: Final = ("aliases",)  # spellings for the search, thousands of words that are no facts about the members
_NOT_TEXT: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have, and that some programs end a text at."""


class Table(NamedTuple):
    """A table with the columns of the schema; values are Python's own, None where nothing is published."""

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Any, ...]]

    def mirrors(self) -> list[bool]:
        """Return for each row whether its source is a copy on a foreign host, which is not linked."""
        names = [column.name for column in self.columns]
        flag = next((names.index(name) for name in ("source_mirror", "mirror") if name in names), None)
        return [flag is not None and bool(row[flag]) for row in self.rows]


class Entry(NamedTuple):
    """What the dictionary says about a column; values that are allowed are joined by " | "."""

    table: str
    column: str
    type: str
    values: str
    meaning: str


@dataclass(frozen=True, eq=False)
class Parcel:
    """Members to take away with what belongs to them.

    Attributes
    ----------
    network : Network
        The members, with their statements and awards.
    about : Provenance
        What the file says about itself.
    name : str
        Name of the file without its ending.
    """

    network: Network
    about: Provenance
    name: str

    @cached_property
    def members(self) -> pd.DataFrame:
        """The members as :func:`members_to_export` returns them."""
        return members_to_export(self.network)

    def tables(self) -> list[Table]:
        """Return the members, their statements and their awards, in this order."""
        return [
            typed_table("members", self.members, member_columns()),
            *(typed_table(name, getattr(self.network, name), stored_columns(name)) for name in ("focus", "awards")),
        ]


def members_to_export(network: Network) -> pd.DataFrame:
    """Return the members with all that is known of them, one row each.

    Returns
    -------
    pandas.DataFrame
        The columns of ``cities`` without ``aliases``, then ``stated_focus`` and ``award_years``, both joined by "|".
        ``lat`` and ``lon`` are degrees, EPSG:4326.
    """
    cities = network.cities.drop(columns=list(_LEFT_OUT))
    if ANNOUNCED in cities:  # a language has names of its own
        cities = cities.assign(display_name=cities[ANNOUNCED]).drop(columns=ANNOUNCED)
    focus = _joined(network.focus["city_id"], focus_codes(network.focus))
    awards = _joined(network.awards["city_id"], network.awards["year"].astype("str"))
    return cities.assign(
        stated_focus=focus.reindex(cities.index).fillna(""), award_years=awards.reindex(cities.index).fillna("")
    )


def _joined(city_ids: pd.Series, values: pd.Series) -> pd.Series:
    pairs = pd.DataFrame({"city_id": city_ids, "value": values}).drop_duplicates().sort_values("value")
    return pairs.groupby("city_id")["value"].agg("|".join)


def member_columns() -> tuple[Column, ...]:
    """Return the columns that members have in a file: what is stored, then what other tables say about them."""
    stored = [column for column in stored_columns("cities") if column.name not in _LEFT_OUT]
    beside = [column for column in load_schema()["cities"] if column.name in ("stated_focus", "award_years")]
    return (*stored, *beside)


def typed_table(name: str, frame: pd.DataFrame, columns: tuple[Column, ...]) -> Table:
    """Return a table with the types that the schema gives its columns."""
    cells = [typed(frame[column.name], column.type) for column in columns]
    return Table(name, columns, list(zip(*cells, strict=True)))


def typed(values: pd.Series, kind: str) -> list[Any]:
    """Return the values of a column as Python's own: text without what is no character, dates as dates."""
    cells = plain(values)
    match kind:
        case "string" | "category":
            return [None if cell is None else _NOT_TEXT.sub("", cell) for cell in cells]
        case "date":
            return [None if cell is None else date.fromisoformat(cell) for cell in cells]
    return cells


def plain(values: pd.Series) -> list[Any]:
    """Return the values of a column as Python's own, None for what is unknown."""
    known = values.notna() & (values.astype("str") != "")
    cells: list[Any] = values.astype("object").where(known, None).tolist()
    return cells


def dictionary(tables: Mapping[str, tuple[Column, ...]]) -> list[Entry]:
    """Return what every column of some tables means, in the visitor's language."""
    return [
        Entry(name, column.name, column.type, " | ".join(column.enum), _(column.help))
        for name, columns in tables.items()
        for column in columns
    ]
