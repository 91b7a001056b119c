"""What is counted round one member: its goals, where it stands by time of joining, and who joined with it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from atlas.model import NETWORK_GOALS
from atlas.wording import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from atlas.model import Network


def former_names(city: pd.Series, most: int = 5) -> list[str]:
    """Return other spellings in Latin letters that a reader would take for a name, the shortest few."""
    known = {sort_key(str(city[field])) for field in ("city", "display_name", "local_name")}
    names = {name for name in str(city["aliases"]).split("|") if name and name[0].isupper()}
    fresh = sorted((name for name in names if sort_key(name) not in known and len(name) > 3), key=sort_key)
    return fresh[:most]


class Goal(NamedTuple):
    """A goal of a member: stated by a page, or mapped from a theme that a page states."""

    number: int
    stated: bool


def list_goals(network: Network, city_id: str) -> list[Goal]:
    """Return the goals of a member by number; those of the whole network only where a page states them.

    A goal that is both stated and mapped counts as stated.
    """
    focus = network.focus[network.focus["city_id"] == city_id]
    own = list(zip(focus["kind"], focus["focus"], strict=True))
    stated = {int(goal) for kind, goal in own if kind == "sdg"}
    mapped = {goal for statement in own for goal in _mapped_goals(network).get(statement, ())}
    return [Goal(goal, goal in stated) for goal in sorted(stated | (mapped - {*NETWORK_GOALS}))]


@lru_cache(maxsize=8)
def _mapped_goals(network: Network) -> Mapping[tuple[str, str], list[int]]:
    """Return the goals that a theme or cluster maps to, by its kind and code."""
    table = network.theme_to_sdg.dropna(subset="sdg")
    found: dict[tuple[str, str], list[int]] = {}
    for kind, focus, goal in zip(table["focus_kind"], table["focus"], table["sdg"], strict=True):
        found.setdefault((kind, focus), []).append(int(goal))
    return found


class Standing(NamedTuple):
    """How many members joined before, with and after one, in its country, its region or the whole list.

    Attributes
    ----------
    scope : str
        ``country``, ``region`` or ``network``.
    members : int
        Members of the scope, this one among them.
    earlier, same, later : int, optional
        By year of joining; this member counts under ``same``.  None without a year of its own: it is then neither
        earlier nor later than anyone.
    unknown : int
        Members whose year of joining nobody published.
    """

    scope: str
    members: int
    earlier: int | None
    same: int | None
    later: int | None
    unknown: int


def list_standings(network: Network, city_id: str) -> list[Standing]:
    """Return where a member stands in its country, its region and the whole list, by time of joining only."""
    cities = network.cities
    own = cities.index.get_loc(city_id)
    years = _years(cities)
    inside = {
        "country": cities["iso3"].to_numpy() == cities["iso3"].iloc[own],
        "region": cities["region"].to_numpy() == cities["region"].iloc[own],
        "network": np.ones(len(cities), dtype=bool),
    }
    return [_standing(scope, years[members], years[own]) for scope, members in inside.items()]


def _standing(scope: str, years: NDArray[np.float64], own: float) -> Standing:
    unknown = int(np.isnan(years).sum())
    if np.isnan(own):
        return Standing(scope, len(years), None, None, None, unknown)
    earlier, same, later = (int(mask.sum()) for mask in (years < own, years == own, years > own))
    return Standing(scope, len(years), earlier, same, later, unknown)


def list_cohort(network: Network, city_id: str) -> list[str]:
    """Return the other members of a member's year of joining, those of its own country and region first.

    Empty when the year is not published.
    """
    cities = network.cities
    years = _years(cities)
    own = cities.index.get_loc(city_id)
    iso3, region = cities["iso3"].to_numpy(), cities["region"].to_numpy()
    names = cities["display_name"].tolist()
    mates = np.flatnonzero(years == years[own])  # NaN, not published, equals nothing
    order = sorted(
        (iso3[at] != iso3[own], region[at] != region[own], sort_key(names[at]), str(cities.index[at]))
        for at in mates
        if at != own
    )
    return [city_id for *_near, city_id in order]


def _years(cities: pd.DataFrame) -> NDArray[np.float64]:
    return np.asarray(cities["joined_year"].to_numpy(dtype=float, na_value=np.nan))
