"""Members by the codes of one filter, for charts that filter: counted among those that fit all other filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.filters import memberships
from atlas.model import NO_STATEMENT, UNKNOWN_YEAR
from atlas.selection import counting, mask

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from atlas.model import Network
    from atlas.selection import Selection


def facet(network: Network, selection: Selection, name: str) -> dict[str, int]:
    """Return how many members have each code of a filter, among those that fit all other filters.

    So a chart whose bars are chosen still shows what a second choice would add.

    Parameters
    ----------
    network : Network
        The whole network.
    selection : Selection
        What was chosen.
    name : str
        The filter.

    Returns
    -------
    dict of str to int
        Every code, in the order of :func:`atlas.filters.memberships`; a member may have several.
    """
    counted = counting(network, weak=selection.counts_weak)
    return memberships(counted)[name].count(mask(counted, selection.without(name)))


def count_without(network: Network, selection: Selection, name: str) -> int:
    """Return how many members fit all filters but one: the denominator of :func:`facet`."""
    counted = counting(network, weak=selection.counts_weak)
    return int(mask(counted, selection.without(name)).sum())


def leading_themes(themes: Mapping[str, int], chosen: Collection[str], rows: int) -> dict[str, int]:
    """Return the themes with most members and those chosen, the most frequent first, "no statement found" last.

    Parameters
    ----------
    themes : mapping of str to int
        Members by theme, as :func:`facet` gives them.
    chosen : collection of str
        Themes that stay, however few members state them.
    rows : int
        How many there is room for, the one without a statement among them.

    Examples
    --------
    >>> leading_themes({"health": 2, "older people": 3, "citizenship": 1, "none": 9}, ["citizenship"], rows=3)
    {'older people': 3, 'citizenship': 1, 'none': 9}
    """
    ranked = sorted(themes.keys() - {NO_STATEMENT}, key=lambda code: (code not in chosen, -themes[code], code))
    kept = [code for code in ranked[: rows - 1] if themes[code] or code in chosen]
    return {code: themes[code] for code in [*sorted(kept, key=lambda code: (-themes[code], code)), NO_STATEMENT]}


def every_year(years: Mapping[str, int]) -> dict[str, int]:
    """Return members by year from the first to the last of the network, gaps included, the unknown one last.

    Examples
    --------
    >>> every_year({"2015": 2, "2017": 3, "unknown": 1})
    {'2015': 2, '2016': 0, '2017': 3, 'unknown': 1}
    """
    published = [int(code) for code in years if code != UNKNOWN_YEAR]
    span = range(min(published), max(published) + 1) if published else ()
    return {str(year): years.get(str(year), 0) for year in span} | {UNKNOWN_YEAR: years[UNKNOWN_YEAR]}
