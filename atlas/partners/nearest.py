"""Members whose names are like an identifier that does not exist."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class Nearest(NamedTuple):
    """A member to offer instead."""

    city_id: str
    city: str
    country: str

    def __str__(self) -> str:
        """Return city and country."""
        return f"{self.city} ({self.country})"


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
