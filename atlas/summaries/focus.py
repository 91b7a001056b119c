"""What members work on, as far as anybody stated it: every member counts once per theme.

All functions take the network as :func:`atlas.selection.select` returns it, so weak statements are already in or out.
The rules follow "Advice for a chart of SDG focus" in ``data/raw/FOCUS_NOTES.md``.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.focus_codes import focus_codes, member_goals
from atlas.model import NETWORK_GOALS, REGIONS, UNKNOWN_YEAR, WEAK, Network

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_IN_PERIOD: Final = 20
"""Members with a statement that a period must hold before the next one begins: shares of fewer say little."""


def _stated(network: Network) -> pd.DataFrame:
    """Return one row per member and stated theme or cluster (``city_id, code``); stated goals stay apart."""
    focus = network.focus[network.focus["kind"] != "sdg"]
    return pd.DataFrame({"city_id": focus["city_id"], "code": focus_codes(focus)}).drop_duplicates()


def covered_ids(network: Network) -> pd.Index:
    """Return the ids of the members for which at least one statement was found."""
    return network.cities.index[network.cities.index.isin(network.focus["city_id"])]


def summarise_themes(network: Network) -> pd.DataFrame:
    """Return how many members state each theme or belong to each cluster.

    Returns
    -------
    pandas.DataFrame
        Columns ``code`` (a code of the filter ``focus``) and ``members``, the most frequent first.
    """
    stated = _stated(network)
    counts = stated.groupby("code").size().rename("members").reset_index()
    return counts.sort_values(["members", "code"], ascending=[False, True], ignore_index=True)


def summarise_coverage(network: Network) -> pd.DataFrame:
    """Return, by region in UNESCO's order, members and those with a statement.

    Returns
    -------
    pandas.DataFrame
        Columns ``region, members, covered, missing``; regions without members are left out.
    """
    regions = network.cities["region"].astype(str)
    covered = network.cities.index.isin(covered_ids(network))
    rows = pd.DataFrame({"region": regions, "covered": covered}).groupby("region")["covered"].agg(["size", "sum"])
    rows = rows.reindex([region for region in REGIONS if region in rows.index]).reset_index()
    rows.columns = pd.Index(["region", "members", "covered"])
    return rows.assign(missing=rows["members"] - rows["covered"])


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
        a statement was found.  Pairs that nobody states are rows with 0.
    """
    covered = groups.loc[covered_ids(network)].astype(str)
    stated = _stated(network)
    stated["group"] = stated["city_id"].map(covered)
    found = stated.groupby(["code", "group"]).size()
    whole = pd.MultiIndex.from_product([sorted(stated["code"].unique()), covered.unique()], names=["code", "group"])
    rows = found.reindex(whole, fill_value=0).rename("members").reset_index()
    return rows.assign(covered=rows["group"].map(covered.value_counts()).astype("int64"))


def joining_periods(network: Network) -> pd.Series:
    """Return the period of joining of each member, ``"2016"`` or ``"2017-2019"`` or ``UNKNOWN_YEAR``.

    Years run together until :data:`LEAST_IN_PERIOD` members with a statement joined in them.
    """
    years = network.cities["joined_year"]
    covered = years.loc[covered_ids(network)].value_counts()
    names: dict[int, str] = {}
    for period in _periods(sorted(int(year) for year in years.dropna().unique()), covered):
        name = str(period[0]) if len(period) == 1 else f"{period[0]}-{period[-1]}"
        names |= dict.fromkeys(period, name)
    return years.map(names).astype("object").where(years.notna(), UNKNOWN_YEAR)


def _periods(years: list[int], covered: pd.Series) -> Iterator[list[int]]:
    period: list[int] = []
    for year in years:
        period.append(year)
        if sum(int(covered.get(each, 0)) for each in period) >= LEAST_IN_PERIOD:
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
    order = dict(summarise_themes(network).itertuples(index=False))
    themes = _stated(network).groupby("city_id")["code"].agg(lambda codes: sorted(codes, key=lambda c: (-order[c], c)))
    pairs = pd.DataFrame([pair for codes in themes for pair in combinations(codes, 2)], columns=["first", "second"])
    rows = pairs.groupby(["first", "second"]).size().rename("members").reset_index()
    rows["first_members"] = rows["first"].map(order).astype("int64")
    rows["second_members"] = rows["second"].map(order).astype("int64")
    return rows.sort_values(["members", "first", "second"], ascending=[False, True, True], ignore_index=True)


def summarise_goals(network: Network) -> pd.DataFrame:
    """Return how many members each goal is stated for, and to how many more a stated theme maps.

    Returns
    -------
    pandas.DataFrame
        Columns ``sdg, stated, mapped, members, network_wide``; ``network_wide`` marks the goals that the network
        itself aims at (they hold for every member).  The most frequent goal first; goals of nobody are left out.
    """
    goals = member_goals(network)
    counts = goals.groupby(["sdg", "basis"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["stated", "mapped"], fill_value=0).reset_index()
    counts["members"] = counts["stated"] + counts["mapped"]
    counts["network_wide"] = counts["sdg"].isin(NETWORK_GOALS)
    counts.columns.name = None
    return counts.sort_values(["members", "sdg"], ascending=[False, True], ignore_index=True)


def weak_only_ids(whole: Network, shown: Network) -> pd.Index:
    """Return the shown members for which nothing but weak statements was found.

    Parameters
    ----------
    whole : Network
        The network with all its statements.
    shown : Network
        The members to look at.
    """
    strengths = whole.focus[whole.focus["city_id"].isin(shown.cities.index)]
    strong = strengths.loc[strengths["strength"] != WEAK, "city_id"]
    return pd.Index(strengths.loc[strengths["strength"] == WEAK, "city_id"].unique()).difference(pd.Index(strong))
