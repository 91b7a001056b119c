"""The filters, one record each: a new one is a record here, and widgets, chips, links and counts follow.

A filter knows, for a whole network, which members have which of its codes.  That table is made once per network, so
that choosing, counting and offering codes are sums over booleans.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import pandas as pd

from atlas import labels
from atlas.focus_codes import focus_codes, member_goals
from atlas.model import GOALS, NO_STATEMENT, REGIONS, UNKNOWN_YEAR, WEAK
from atlas.population import SIZES, sizes
from atlas.wording import country_name, mark
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from numpy.typing import NDArray

    from atlas.model import Network

    Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Filter:
    """One question that members are narrowed by.

    Attributes
    ----------
    code : str
        Name in links, in :class:`atlas.selection.Selection` and of the widget.
    title : str
        What it is called, marked for translation.
    members : callable
        Takes a network and returns, for every code in the order offered, which members have it (one boolean per row
        of ``network.cities``).
    label : callable
        Takes a code and the network and returns what the code is called, in the language in use.
    widget : {"multiselect", "pills"}
        How it is asked for.
    by_name : bool
        Whether the codes are offered in the order of their labels instead of the order of ``members``.
    within : str
        Another filter whose choice limits what is offered here.
    narrows : bool
        Whether it narrows the members; the one that does not says which statements count.
    primary : bool
        Whether it stands open; the others are folded away under "More filters".
    """

    code: str
    title: str
    members: Callable[[Network], Mapping[str, Mask]]
    label: Callable[[str, Network], str]
    widget: Literal["multiselect", "pills"] = "multiselect"
    by_name: bool = False
    within: str = ""
    narrows: bool = True
    primary: bool = False


@dataclass(frozen=True, eq=False)
class Membership:
    """Which members have which code of one filter.

    Attributes
    ----------
    codes : tuple of str
        Every code, in the order offered.
    has : numpy.ndarray of bool, shape (codes, members)
        Members in the order of ``network.cities``.
    """

    codes: tuple[str, ...]
    has: NDArray[np.bool_]

    def any_of(self, chosen: Collection[str]) -> Mask:
        """Return the members that have any of the codes; codes that nobody knows belong to nobody."""
        rows = [position for position, code in enumerate(self.codes) if code in chosen]
        return np.asarray(self.has[rows].any(axis=0))

    def count(self, among: Mask) -> dict[str, int]:
        """Return how many of the members in a mask have each code."""
        return dict(zip(self.codes, self.has[:, among].sum(axis=1).tolist(), strict=True))


@lru_cache(maxsize=8)
def memberships(network: Network) -> dict[str, Membership]:
    """Return who has which code of each filter, worked out once per network (as loaded, not as filtered)."""
    return {each.code: _membership(each, network) for each in FILTERS.values()}


def _membership(each: Filter, network: Network) -> Membership:
    found = each.members(network)
    rows = [np.asarray(mask, dtype=bool) for mask in found.values()]
    return Membership(tuple(found), np.array(rows, dtype=bool).reshape(len(rows), len(network)))


def filter_codes(network: Network) -> dict[str, list[str]]:
    """Return every code that a filter of this network knows, in the order in which it is offered."""
    return {name: list(membership.codes) for name, membership in memberships(network).items()}


def title(name: str) -> str:
    """Return what a filter is called, in the language in use."""
    return _(FILTERS[name].title)


def label(name: str, code: str, network: Network) -> str:
    """Return what a code of a filter is called, in the language in use."""
    return FILTERS[name].label(code, network)


def _by_value(values: pd.Series, codes: Iterable[str]) -> dict[str, Mask]:
    texts = values.astype(str).to_numpy()
    return {code: texts == code for code in codes}


def _regions(network: Network) -> dict[str, Mask]:
    return _by_value(network.cities["region"], REGIONS)


def _countries(network: Network) -> dict[str, Mask]:
    return _by_value(network.cities["iso3"], sorted(network.cities["iso3"].astype(str).unique()))


def _years(network: Network) -> dict[str, Mask]:
    years = network.cities["joined_year"].astype("string").fillna(UNKNOWN_YEAR)
    return _by_value(years, [*sorted(set(years) - {UNKNOWN_YEAR}), UNKNOWN_YEAR])


def _kinds(network: Network) -> dict[str, Mask]:
    return _by_value(network.cities["kind"], sorted(network.cities["kind"].astype(str).unique()))


def _sizes(network: Network) -> dict[str, Mask]:
    return _by_value(sizes(network.cities), SIZES)


def _focus(network: Network) -> dict[str, Mask]:
    themes = network.focus[network.focus["kind"] != "sdg"]
    found = _by_city(network, themes["city_id"], focus_codes(themes))
    return found | {NO_STATEMENT: ~network.cities.index.isin(network.focus["city_id"])}


def _goals(network: Network) -> dict[str, Mask]:
    goals = member_goals(network)
    found = _by_city(network, goals["city_id"], goals["sdg"].astype(str))
    nobody = np.zeros(len(network), dtype=bool)
    return {str(goal): found.get(str(goal), nobody) for goal in GOALS}


def _awards(network: Network) -> dict[str, Mask]:
    return _by_city(network, network.awards["city_id"], network.awards["year"].astype(str))


def _by_city(network: Network, city_ids: pd.Series, codes: pd.Series) -> dict[str, Mask]:
    """Return which members stand beside each code, in a table of several rows per member."""
    positions = network.cities.index.get_indexer(pd.Index(city_ids))
    texts = codes.to_numpy()[positions >= 0]
    positions = positions[positions >= 0]
    found = {}
    for code in sorted(set(texts)):
        found[code] = np.zeros(len(network), dtype=bool)
        found[code][positions[texts == code]] = True
    return found


def _everybody(network: Network) -> dict[str, Mask]:
    return {WEAK: np.ones(len(network), dtype=bool)}


_ALL: Final = (
    Filter("region", mark("Region"), _regions, lambda code, _network: _(code), widget="pills", primary=True),
    Filter(
        "country",
        mark("Country"),
        _countries,
        lambda code, _network: country_name(code),
        by_name=True,
        within="region",
        primary=True,
    ),
    Filter(
        "year",
        mark("Year of joining"),
        _years,
        lambda code, _network: labels.sentence_case(labels.year_label(code)),
        primary=True,
    ),
    Filter(
        "focus",
        mark("Stated focus"),
        _focus,
        lambda code, network: labels.sentence_case(labels.theme_label(code, network.clusters)),
        by_name=True,
        primary=True,
    ),
    Filter("sdg", mark("Goal (SDG)"), _goals, lambda code, _network: labels.sdg_label(code)),
    Filter("kind", mark("Kind of member"), _kinds, lambda code, _network: labels.sentence_case(_(code)), by_name=True),
    Filter(
        "size",
        mark("Population"),
        _sizes,
        lambda code, _network: labels.sentence_case(labels.size_label(code)),
    ),
    Filter("award", mark("Learning City Award"), _awards, lambda code, _network: _("Award {year}").format(year=code)),
    Filter(
        "evidence",
        mark("Strength of evidence"),
        _everybody,
        lambda _code, _network: _("Include weak evidence"),
        widget="pills",
        narrows=False,
    ),
)
FILTERS: Final = {each.code: each for each in _ALL}
"""Every filter by its code, in the order in which they are offered."""
