"""A member by its identifier; where there is none of that name, the members that may be meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd


class Nearest(NamedTuple):
    """A member to offer instead."""

    city_id: str
    city: str
    country: str

    def __str__(self) -> str:
        """Return city and country."""
        return f"{self.city} ({self.country})"


class UnknownCityError(LookupError):
    """No member has this identifier.

    Attributes
    ----------
    city_id : str
        What was asked for.
    nearest : tuple of Nearest
        Members with similar names, the most similar first; may be empty.
    """

    def __init__(self, city_id: str, nearest: Sequence[Nearest] = ()) -> None:
        self.city_id, self.nearest = city_id, tuple(nearest)
        near = "; ".join(f"{each} = {each.city_id}" for each in nearest)
        super().__init__(f'"{city_id}" is no member\'s identifier' + (f". Nearest: {near}" if near else ""))


def position_of(city_id: str, cities: pd.DataFrame) -> int:
    """Return the row of a member.

    Raises
    ------
    UnknownCityError
        When no member has the identifier; names the nearest.
    """
    if city_id not in cities.index:
        raise UnknownCityError(city_id, nearest_members(city_id, cities))
    return int(cities.index.get_loc(city_id))


def nearest_members(city_id: str, cities: pd.DataFrame, limit: int = 5) -> list[Nearest]:
    """Return members with a similar name or identifier, the most similar first; may be empty.

    The search comes first, as it knows other scripts and old names; then identifiers with similar letters.
    """
    from atlas.search import search

    words = city_id.replace("-", " ").strip()
    without_country = words.rpartition(" ")[0]
    found = [match.city_id for text in (words, without_country) for match in search(text, cities, limit)]
    found += difflib.get_close_matches(city_id.casefold(), cities.index.tolist(), limit, 0.6)
    rows = cities.loc[list(dict.fromkeys(found))[:limit], ["display_name", "country"]]
    return [Nearest(str(row.Index), str(row.display_name), str(row.country)) for row in rows.itertuples()]
