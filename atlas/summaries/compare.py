"""Cities, countries and regions side by side: what to compare, and the numbers of each on the same scales.

No ranking and no score: the order is the one that the visitor chose.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from atlas.filters import memberships
from atlas.kept import once_per_network
from atlas.model import NO_STATEMENT, REGIONS, UNKNOWN_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from atlas.filters import Mask
    from atlas.model import Network

MOST: Final = 6
"""Things to compare at most: more columns than this no screen shows side by side."""


@dataclass(frozen=True)
class Thing:
    """A city, a country or a region; as text ``city:larissa-grc``, ``country:KOR``, ``region:Africa``."""

    kind: str
    code: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.code}"


@dataclass(frozen=True)
class Wish:
    """What a link asks to compare: what is taken, what nobody knows, and what is too much."""

    things: tuple[Thing, ...]
    unknown: tuple[str, ...]
    surplus: tuple[Thing, ...]


@dataclass(frozen=True)
class Profile:
    """The numbers of one thing: its members, counted.

    Attributes
    ----------
    members, countries : int
        Members listed, and countries they lie in.
    years : dict
        Members by year of joining, years without a member left out; ``UNKNOWN_YEAR`` comes last.
    covered : int
        Members for which a statement on their focus was found.
    themes : dict
        Members by stated theme or cluster, the most frequent first; what nobody states is left out.
    awards : tuple of str
        Years of the Learning City Awards received.
    awarded : int
        Members that received at least one.
    populated : int
        Members whose population a page states.
    """

    members: int
    countries: int
    years: Mapping[str, int]
    covered: int
    themes: Mapping[str, int]
    awards: tuple[str, ...]
    awarded: int
    populated: int

    @property
    def undated(self) -> int:
        """Members whose year of joining nobody published."""
        return self.years.get(UNKNOWN_YEAR, 0)

    @property
    def period(self) -> tuple[str, str] | None:
        """The earliest and the latest published year of joining."""
        known = [year for year in self.years if year != UNKNOWN_YEAR]
        return (known[0], known[-1]) if known else None


def known_things(network: Network) -> list[Thing]:
    """Return everything that can be compared: regions in UNESCO's order, then countries and cities by code."""
    countries = sorted(network.cities["iso3"].astype(str).unique())
    return [
        *(Thing("region", region) for region in REGIONS),
        *(Thing("country", code) for code in countries),
        *(Thing("city", str(city_id)) for city_id in network.cities.index),
    ]


def read_things(texts: Sequence[str], network: Network) -> Wish:
    """Sort what a link asks for into known, unknown and too many; what is named twice counts once."""
    known = {str(thing): thing for thing in known_things(network)}
    wanted = list(dict.fromkeys(texts))
    things = [known[text] for text in wanted if text in known]
    unknown = tuple(text for text in wanted if text not in known)
    return Wish(tuple(things[:MOST]), unknown, tuple(things[MOST:]))


def members_of(network: Network, thing: Thing) -> Mask:
    """Return which members a thing stands for, one value per row of ``network.cities``."""
    if thing.kind == "city":
        return np.asarray(network.cities.index == thing.code)
    return memberships(network)[thing.kind].any_of([thing.code])


def summarise_profile(network: Network, members: Mask) -> Profile:
    """Return the numbers of some members: each is a count of the codes that the filters know.

    Parameters
    ----------
    network : Network
        With the statements that count (:func:`atlas.selection.counting`).
    members : numpy.ndarray of bool
        One value per row of ``network.cities``.
    """
    of = memberships(network)
    themes = of["focus"].count(members)
    silent = themes.pop(NO_STATEMENT)
    ordered = sorted(themes.items(), key=lambda each: -each[1])  # equal ones stay in order
    found = int(members.sum())
    return Profile(
        members=found,
        countries=len(_met(of["country"].count(members))),
        years=_met(of["year"].count(members)),
        covered=found - silent,
        themes=_met(dict(ordered)),
        awards=tuple(_met(of["award"].count(members))),
        awarded=int(of["award"].has[:, members].any(axis=0).sum()),
        populated=int(network.cities["population"].notna().to_numpy()[members].sum()),
    )


def _met(counts: Mapping[str, int]) -> dict[str, int]:
    return {code: count for code, count in counts.items() if count}


def summarise_years_of(profiles: Mapping[Thing, Profile], network: Network) -> pd.DataFrame:
    """Return members by year of joining, the same years for everything.

    Parameters
    ----------
    profiles : mapping
        The numbers of each thing.
    network : Network
        The whole network: its first and last year are the ends of the axis.

    Returns
    -------
    pandas.DataFrame
        Columns ``item, year, members``; years without members are rows with 0, ``UNKNOWN_YEAR`` comes last.
    """
    known = [int(year) for year in memberships(network)["year"].codes if year != UNKNOWN_YEAR]
    years = [*(str(year) for year in range(min(known), max(known) + 1)), UNKNOWN_YEAR]
    rows = [(str(thing), year, each.years.get(year, 0)) for thing, each in profiles.items() for year in years]
    return pd.DataFrame(rows, columns=["item", "year", "members"])


def summarise_themes_of(profiles: Mapping[Thing, Profile]) -> pd.DataFrame:
    """Return how many members of each thing state each theme.

    Returns
    -------
    pandas.DataFrame
        Columns ``item, code, members, covered``; ``covered`` is the denominator: members for which a statement was
        found.  Themes that most things have in common come first; pairs that nobody states are rows with 0.
    """
    all_of_them = profiles.values()

    def rank(code: str) -> tuple[int, float, str]:
        common = sum(code in each.themes for each in all_of_them)
        share = sum(each.themes.get(code, 0) / max(each.covered, 1) for each in all_of_them)
        return -common, -share, code

    order = sorted({code for each in all_of_them for code in each.themes}, key=rank)
    rows = [
        (str(thing), code, each.themes.get(code, 0), each.covered) for code in order for thing, each in profiles.items()
    ]
    return pd.DataFrame(rows, columns=["item", "code", "members", "covered"])


def shared_themes(profiles: Sequence[Profile]) -> list[str]:
    """Return the themes that everything compared has, in the order of the first."""
    return [code for code in profiles[0].themes if all(code in each.themes for each in profiles[1:])]


@once_per_network
def suggest_comparisons(network: Network) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
    """Return comparisons to start from, made from the data, worked out once per network.

    Returns
    -------
    tuple of (str, tuple of Thing)
        Why (``cluster:<id>``, ``"countries"`` or ``"regions"``), and what: two members of one cluster from two
        regions with as many themes in common as any; the two countries with the most members; the five regions.
    """
    members = {code: int(has.sum()) for code, has in _rows(network, "country")}
    largest = sorted(members, key=lambda code: (-members[code], code))[:2]
    return (
        *_members_of_a_cluster(network),
        ("countries", tuple(Thing("country", code) for code in largest)),
        ("regions", tuple(Thing("region", region) for region in REGIONS)),
    )


def _members_of_a_cluster(network: Network) -> list[tuple[str, tuple[Thing, ...]]]:
    ids, regions = network.cities.index.to_numpy(), network.cities["region"].astype(str).to_numpy()
    themes = memberships(network)["focus"].has[[code != NO_STATEMENT for code, _has in _rows(network, "focus")]]
    pairs = [
        (int((themes[:, one] & themes[:, other]).sum()), code, tuple(sorted((str(ids[one]), str(ids[other])))))
        for code, has in _rows(network, "focus")
        if code.startswith("cluster:")
        for one, other in combinations(np.flatnonzero(has), 2)
        if regions[one] != regions[other]
    ]
    if not pairs:
        return []
    _shared, code, cities = max(pairs)
    return [(code, tuple(Thing("city", city_id) for city_id in cities))]


def _rows(network: Network, name: str) -> Iterator[tuple[str, Mask]]:
    found = memberships(network)[name]
    yield from zip(found.codes, found.has, strict=True)
