"""Cities, countries and regions side by side: what to compare, and the numbers of each on the same scales.

No ranking and no score: the order is the one that the visitor chose.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.focus_codes import focus_codes
from atlas.model import REGIONS, UNKNOWN_YEAR
from atlas.summaries.focus import covered_ids, summarise_themes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from atlas.model import Network

MOST: Final = 6
"""Things to compare at most: more columns than this no screen shows side by side."""

KINDS: Final = ("city", "country", "region")


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
    """The numbers of one thing.

    Attributes
    ----------
    members, countries : int
        Members listed, and countries they lie in.
    first_year, last_year : int or None
        Earliest and latest published year of joining.
    undated : int
        Members whose year of joining nobody published.
    covered : int
        Members for which a statement on their focus was found.
    themes : tuple of str
        Codes of the stated themes and clusters, the most frequent first.
    awards : tuple of int
        Years of the Learning City Awards received, one entry per award.
    awarded : int
        Members that received at least one.
    populated : int
        Members whose population a page states.
    """

    members: int
    countries: int
    first_year: int | None
    last_year: int | None
    undated: int
    covered: int
    themes: tuple[str, ...]
    awards: tuple[int, ...]
    awarded: int
    populated: int


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


def part_of(network: Network, thing: Thing) -> Network:
    """Return the members that a thing stands for."""
    column = {"city": "city_id", "country": "iso3", "region": "region"}[thing.kind]
    return network.only(network.cities[column].astype(str) == thing.code)


def summarise_profile(part: Network) -> Profile:
    """Return the numbers of the members of one thing."""
    cities = part.cities
    years = cities["joined_year"].dropna().astype(int)
    return Profile(
        members=len(cities),
        countries=int(cities["iso3"].nunique()),
        first_year=int(years.min()) if len(years) else None,
        last_year=int(years.max()) if len(years) else None,
        undated=int(cities["joined_year"].isna().sum()),
        covered=len(covered_ids(part)),
        themes=tuple(summarise_themes(part)["code"]),
        awards=tuple(sorted(int(year) for year in part.awards["year"])),
        awarded=int(part.awards["city_id"].nunique()),
        populated=int(cities["population"].notna().sum()),
    )


def summarise_years_of(parts: Mapping[Thing, Network], network: Network) -> pd.DataFrame:
    """Return members by year of joining, the same years for everything.

    Parameters
    ----------
    parts : mapping
        The members of each thing.
    network : Network
        The whole network: its first and last year are the ends of the axis.

    Returns
    -------
    pandas.DataFrame
        Columns ``item, year, members``; years without members are rows with 0, ``UNKNOWN_YEAR`` comes last.
    """
    known = network.cities["joined_year"].dropna().astype(int)
    years = [*(str(year) for year in range(known.min(), known.max() + 1)), UNKNOWN_YEAR]
    rows = []
    for thing, part in parts.items():
        counts = part.cities["joined_year"].astype("string").fillna(UNKNOWN_YEAR).value_counts()
        rows += [(str(thing), year, int(counts.get(year, 0))) for year in years]
    return pd.DataFrame(rows, columns=["item", "year", "members"])


def summarise_themes_of(parts: Mapping[Thing, Network]) -> pd.DataFrame:
    """Return how many members of each thing state each theme.

    Returns
    -------
    pandas.DataFrame
        Columns ``item, code, members, covered``; ``covered`` is the denominator: members for which a statement was
        found.  Themes that most things have in common come first; pairs that nobody states are rows with 0.
    """
    found = {thing: summarise_themes(part).set_index("code")["members"] for thing, part in parts.items()}
    covered = {thing: len(covered_ids(part)) for thing, part in parts.items()}
    everywhere = sorted({code for counts in found.values() for code in counts.index})
    share = {code: sum(found[t].get(code, 0) / max(covered[t], 1) for t in parts) for code in everywhere}
    common = {code: sum(code in counts.index for counts in found.values()) for code in everywhere}
    order = sorted(everywhere, key=lambda code: (-common[code], -share[code], code))
    rows = [(str(thing), code, int(found[thing].get(code, 0)), covered[thing]) for code in order for thing in parts]
    return pd.DataFrame(rows, columns=["item", "code", "members", "covered"])


def shared_themes(profiles: Sequence[Profile]) -> list[str]:
    """Return the themes that everything compared has, in the order of the first."""
    return [code for code in profiles[0].themes if all(code in each.themes for each in profiles[1:])]


def suggest_comparisons(network: Network) -> list[tuple[str, tuple[Thing, ...]]]:
    """Return comparisons to start from, made from the data.

    Returns
    -------
    list of (str, tuple of Thing)
        Why (``cluster:<id>``, ``"countries"`` or ``"regions"``), and what: two members of one cluster from two
        regions with as many themes in common as any; the two countries with the most members; the five regions.
    """
    countries = [str(code) for code in network.cities["iso3"].astype(str).value_counts().head(2).index]
    return [
        *_members_of_a_cluster(network),
        ("countries", tuple(Thing("country", code) for code in countries)),
        ("regions", tuple(Thing("region", region) for region in REGIONS)),
    ]


def _members_of_a_cluster(network: Network) -> list[tuple[str, tuple[Thing, ...]]]:
    codes = pd.DataFrame({"city_id": network.focus["city_id"], "code": focus_codes(network.focus)})
    themes = codes.groupby("city_id")["code"].agg(frozenset)
    regions = network.cities["region"].astype(str)
    pairs = [
        (len(themes[one] & themes[other]), code, (one, other))
        for code, ids in codes[codes["code"].str.startswith("cluster:")].groupby("code")["city_id"]
        for one, other in combinations(sorted(set(ids) & set(regions.index)), 2)
        if regions[one] != regions[other]
    ]
    if not pairs:
        return []
    _shared, code, cities = max(pairs)
    return [(code, tuple(Thing("city", city_id) for city_id in cities))]
