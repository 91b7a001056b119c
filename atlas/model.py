"""The network as the rest of the code sees it: a handful of typed, read-only tables and two small records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

REGIONS: Final = (
    "Africa",
    "Arab States",
    "Asia and the Pacific",
    "Europe and North America",
    "Latin America and the Caribbean",
)
"""UNESCO's five regional groups, in UNESCO's order (not continents, not UN M49)."""

UNKNOWN_YEAR: Final = "unknown"
"""Stands for a joining year that nobody published, in filters, charts and links."""

NO_STATEMENT: Final = "none"
"""Stands for members for which no stated focus was found, in filters, charts and links."""

WEAK: Final = "weak"
"""The strength of statements that are off by default (see ``data/raw/FOCUS_NOTES.md``)."""

GOALS: Final = tuple(range(1, 18))
"""The Sustainable Development Goals by number."""

NETWORK_GOALS: Final = (4, 11)
"""The goals of the network as a whole: they hold for every member and tell no city apart."""


@dataclass(frozen=True)
class Coverage:
    """How much of the network the listed members are; every page, chart and export says so.

    ``listed`` is not a share of ``announced``: members leave, and lists have gaps.
    """

    listed: int
    countries: int
    announced: int
    announced_countries: int
    announced_on: date


@dataclass(frozen=True, eq=False)
class Network:
    """The members and all that is known of them.

    The tables are shared between sessions: never write to one, make a new one.  Two networks are equal only if they
    are the same object, so that what is worked out once per network can be kept by it.

    Attributes
    ----------
    cities : pandas.DataFrame
        One row per member, index ``city_id``; columns as described in ``data/DICTIONARY.md``.  ``lat`` and ``lon`` are
        degrees, EPSG:4326; ``joined_year`` is a nullable integer.
    focus : pandas.DataFrame
        One row per statement (``city_id, kind, focus, year, evidence, source_url, mirror, strength``).
    awards : pandas.DataFrame
        One row per Learning City Award of a member.
    other_awards : pandas.DataFrame
        Awards of cities that are no members as far as the sources tell; the same in every part of the network.
    milestones, events, clusters, theme_to_sdg, member_states, not_members : pandas.DataFrame
        As in ``data/curated/``.
    version : str
        Date of the compilation and short hash of the curated tables.
    """

    cities: pd.DataFrame
    focus: pd.DataFrame
    awards: pd.DataFrame
    other_awards: pd.DataFrame
    milestones: pd.DataFrame
    events: pd.DataFrame
    clusters: pd.DataFrame
    theme_to_sdg: pd.DataFrame
    member_states: pd.DataFrame
    not_members: pd.DataFrame
    version: str

    def __len__(self) -> int:
        """Return the number of members."""
        return len(self.cities)

    def only(self, keep: pd.Series | pd.Index) -> Network:
        """Return the network reduced to some members; tables about the network as a whole stay whole.

        Parameters
        ----------
        keep : pandas.Series of bool or pandas.Index
            One value per member, or the ``city_id`` of those to keep in the order wanted.
        """
        cities = self.cities.loc[keep]
        return replace(self, cities=cities, focus=_about(self.focus, cities), awards=_about(self.awards, cities))

    @property
    def all_awards(self) -> pd.DataFrame:
        """The awards of the members and those of others: all that were given, if this is the whole network."""
        import pandas as pd

        return pd.concat([self.awards, self.other_awards], ignore_index=True)

    @cached_property
    def coverage(self) -> Coverage:
        """Members and countries listed here, beside the newest number that UNESCO announced."""
        newest = self.milestones[self.milestones["is_official"]].dropna(subset="cities_total")
        newest = newest.sort_values("sort_date", kind="stable").iloc[-1]
        return Coverage(
            listed=len(self.cities),
            countries=int(self.cities["iso3"].nunique()),
            announced=int(newest["cities_total"]),
            announced_countries=int(newest["countries_total"]),
            announced_on=date.fromisoformat(newest["sort_date"]),
        )


def _about(table: pd.DataFrame, cities: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table that are about these members."""
    members = frozenset(cities.index)
    return table[np.fromiter(map(members.__contains__, table["city_id"].tolist()), bool, len(table))]


def rows(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the values of some columns row by row, as Python's own values: much cheaper than rows as series."""
    return zip(*(table[column].tolist() for column in columns), strict=True)
