"""What members work on, as far as anybody stated it: every member counts once per theme.

All functions take the network as :func:`atlas.selection.select` returns it, so weak statements are already in or out.
The rules follow "Advice for a chart of SDG focus" in ``data/raw/FOCUS_NOTES.md``.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from atlas.focus_codes import focus_codes, member_goals
from atlas.kept import once_per_network
from atlas.model import NETWORK_GOALS, REGIONS, UNKNOWN_YEAR, WEAK, Network, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEAST_IN_PERIOD: Final = 20
"""Members with a statement that a period must hold before the next one begins: shares of fewer say little."""


@once_per_network
def _stated(network: Network) -> dict[str, list[str]]:
    """Return the themes and clusters that each member states, each once; stated goals stay apart."""
    focus = network.focus[network.focus["kind"] != "sdg"]
    themes: dict[str, list[str]] = {}
    for city_id, code in dict.fromkeys(zip(focus["city_id"].tolist(), focus_codes(focus).tolist(), strict=True)):
        themes.setdefault(city_id, []).append(code)
    return themes


@once_per_network
def covered_ids(network: Network) -> pd.Index:
    """Return the ids of the members for which at least one statement was found."""
    return network.cities.index[network.cities.index.isin(network.focus["city_id"])]


@once_per_network
def summarise_themes(network: Network) -> pd.DataFrame:
    """Return how many members state each theme or belong to each cluster.

    Returns
    -------
    pandas.DataFrame
        Columns ``code`` (a code of the filter ``focus``) and ``members``, the most frequent first.
    """
    return _table(("code", "members"), sorted(_count_themes(network).items(), key=_most_first), texts=1)


@once_per_network
def _count_themes(network: Network) -> Counter[str]:
    return Counter(code for codes in _stated(network).values() for code in codes)


def _most_first(counted: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what rows are sorted by: the largest last number first, then the names before it."""
    *names, count = counted
    return (-count, *names)


def _table(columns: tuple[str, ...], found: Iterable[tuple[Any, ...]], *, texts: int) -> pd.DataFrame:
    """Return rows as a frame: first columns of text, then columns of whole numbers, also when there is no row."""
    values = list(zip(*found, strict=True)) or [()] * len(columns)
    kinds = ["str"] * texts + ["int64"] * (len(columns) - texts)
    return pd.DataFrame(
        {name: pd.Series(each, dtype=kind) for name, each, kind in zip(columns, values, kinds, strict=True)}
    )


def summarise_coverage(network: Network) -> pd.DataFrame:
    """Return, by region in UNESCO's order, members and those with a statement.

    Returns
    -------
    pandas.DataFrame
        Columns ``region, members, covered, missing``; regions without members are left out.
    """
    regions = network.cities["region"].tolist()
    members = Counter(regions)
    covered = Counter(network.cities["region"].loc[covered_ids(network)].tolist())
    found = [
        (region, members[region], covered[region], members[region] - covered[region])
        for region in REGIONS
        if region in members
    ]
    return _table(("region", "members", "covered", "missing"), found, texts=1)


def summarise_themes_by(network: Network, groups: pd.Series) -> pd.DataFrame:
    """Return how many members of each group state each theme.

    Parameters
    ----------
    network : Network
        The members to count.
    groups : pandas.Series
        The group of each member, by ``city_id``; for instance its region or :func:`joining_periods`.

    Returns
    -------
    pandas.DataFrame
        Columns ``code, group, members, covered``: ``covered`` is the denominator, the members of the group for which
        a statement was found.  Pairs that nobody states are rows with 0; regions come in UNESCO's order.
    """
    group_of = dict(zip(groups.index.tolist(), groups.tolist(), strict=True))
    covered = Counter(group_of[city_id] for city_id in covered_ids(network).tolist())
    stated = _stated(network)
    found = Counter((code, group_of[city_id]) for city_id, codes in stated.items() for code in codes)
    counts = [
        (code, group, found[code, group], members)
        for code in sorted(_count_themes(network))
        for group, members in sorted(covered.items(), key=_region_then_text)
    ]
    return _table(("code", "group", "members", "covered"), counts, texts=2)


def _region_then_text(counted: tuple[str, int]) -> tuple[int, str]:
    """Return what groups are sorted by: regions in UNESCO's order, periods as text."""
    group = counted[0]
    return REGIONS.index(group) if group in REGIONS else len(REGIONS), group


def joining_periods(network: Network) -> pd.Series:
    """Return the period of joining of each member, ``"2016"`` or ``"2017-2019"`` or ``UNKNOWN_YEAR``.

    Years run together until :data:`LEAST_IN_PERIOD` members with a statement joined in them.
    """
    years = network.cities["joined_year"]
    covered = Counter(years.loc[covered_ids(network)].dropna().tolist())
    names: dict[int, str] = {}
    for period in _periods(sorted(set(years.dropna().tolist())), covered):
        name = str(period[0]) if len(period) == 1 else f"{period[0]}-{period[-1]}"
        names |= dict.fromkeys(period, name)
    known = years.to_numpy(dtype=float, na_value=np.nan).tolist()
    return pd.Series([names.get(year, UNKNOWN_YEAR) for year in known], index=years.index, dtype="object")


def _periods(years: list[int], covered: Mapping[int, int]) -> Iterator[list[int]]:
    period: list[int] = []
    for year in years:
        period.append(year)
        if sum(covered[each] for each in period) >= LEAST_IN_PERIOD:
            yield period
            period = []
    if period:
        yield period


def summarise_pairs(network: Network) -> pd.DataFrame:
    """Return which two themes the same members state.

    Returns
    -------
    pandas.DataFrame
        Columns ``first, second`` (codes), ``members`` stating both, ``first_members, second_members``; the most
        frequent pair first, and the more frequent theme of a pair first.
    """
    members = _count_themes(network)
    of_each = (sorted(codes, key=lambda code: (-members[code], code)) for codes in _stated(network).values())
    pairs = Counter(pair for codes in of_each for pair in combinations(codes, 2))
    most_first = sorted(((*pair, count) for pair, count in pairs.items()), key=_most_first)
    each = [(first, second, count, members[first], members[second]) for first, second, count in most_first]
    return _table(("first", "second", "members", "first_members", "second_members"), each, texts=2)


def summarise_goals(network: Network) -> pd.DataFrame:
    """Return how many members each goal is stated for, and to how many more a stated theme maps.

    Returns
    -------
    pandas.DataFrame
        Columns ``sdg, stated, mapped, members, network_wide``; ``network_wide`` marks the goals that the network
        itself aims at (they hold for every member).  The most frequent goal first; goals of nobody are left out.
    """
    goals = member_goals(network)
    counts = Counter(rows(goals, "sdg", "basis"))
    each = [(goal, counts[goal, "stated"], counts[goal, "mapped"]) for goal in {goal for goal, _basis in counts}]
    most_first = sorted(((*row, row[1] + row[2]) for row in each), key=lambda row: (-row[3], row[0]))
    table = _table(("sdg", "stated", "mapped", "members"), most_first, texts=0)
    return table.assign(network_wide=table["sdg"].isin(NETWORK_GOALS))


def weak_only_ids(whole: Network, shown: Network) -> pd.Index:
    """Return the shown members for which nothing but weak statements was found.

    Parameters
    ----------
    whole : Network
        The network with all its statements.
    shown : Network
        The members to look at.
    """
    weak, strong = _by_strength(whole)
    return pd.Index(sorted((weak - strong).intersection(shown.cities.index)), dtype="str")


@once_per_network
def _by_strength(network: Network) -> tuple[set[str], set[str]]:
    """Return the members that have weak statements, and those that have others."""
    found = list(rows(network.focus, "city_id", "strength"))
    weak = {city_id for city_id, strength in found if strength == WEAK}
    return weak, {city_id for city_id, strength in found if strength != WEAK}
