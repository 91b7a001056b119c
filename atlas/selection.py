"""What a visitor chose to see: one frozen record, and the pure function that applies it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import pandas as pd

from atlas.model import GOALS, NO_STATEMENT, REGIONS, UNKNOWN_YEAR, WEAK, Network

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Selection:
    """The filters, each a tuple of codes; an empty tuple asks for everything.

    Attributes
    ----------
    region : tuple of str
        UNESCO regional groups.
    country : tuple of str
        ISO 3166-1 alpha-3 codes.
    year : tuple of str
        Joining years as text, or ``UNKNOWN_YEAR``.
    focus : tuple of str
        Stated themes, ``cluster:<id>`` for clusters, or ``NO_STATEMENT``.
    sdg : tuple of str
        Goals (1 to 17) that a stated focus names or maps to.
    kind : tuple of str
        Kinds of member.
    award : tuple of str
        Years of the UNESCO Learning City Award.
    evidence : tuple of str
        ``("weak",)`` when weak statements count too.
    """

    region: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    award: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def counts_weak(self) -> bool:
        """Whether weak statements count."""
        return WEAK in self.evidence

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield each chosen (filter, code), in the order of the filters."""
        for field in fields(self):
            for code in getattr(self, field.name):
                yield field.name, code

    def without(self, name: str, code: str | None = None) -> Selection:
        """Return the selection less one code, or less a whole filter."""
        kept = () if code is None else tuple(each for each in getattr(self, name) if each != code)
        return replace(self, **{name: kept})


def filter_codes(network: Network) -> dict[str, list[str]]:
    """Return every code that a filter of this network knows, in the order in which it is offered."""
    cities = network.cities
    years = sorted(cities["joined_year"].dropna().astype(str).unique())
    themes = sorted(focus_codes(network.focus[network.focus["kind"] != "sdg"]).unique())
    awards = network.awards.loc[network.awards["city_id"].isin(cities.index), "year"]
    return {
        "region": list(REGIONS),
        "country": sorted(cities["iso3"].astype(str).unique()),
        "year": [*years, UNKNOWN_YEAR],
        "focus": [*themes, NO_STATEMENT],
        "sdg": [str(goal) for goal in GOALS],
        "kind": sorted(cities["kind"].astype(str).unique()),
        "award": sorted(awards.astype(str).unique()),
        "evidence": [WEAK],
    }


def select(network: Network, selection: Selection) -> Network:
    """Return the members that fit every filter; within one filter any of its codes will do.

    Weak statements are dropped first unless the selection counts them, so that no page has to think of it.
    """
    network = _with_evidence(network, selection)
    cities = network.cities
    keep = pd.Series(True, index=cities.index)
    for name in ("region", "country", "year", "kind"):
        if chosen := getattr(selection, name):
            keep &= _codes(cities, name).isin(chosen)
    for name in ("focus", "sdg", "award"):
        if chosen := getattr(selection, name):
            keep &= cities.index.isin(_members_with(network, name, chosen))
    return network if keep.all() else network.only(keep)


def _with_evidence(network: Network, selection: Selection) -> Network:
    if selection.counts_weak:
        return network
    return replace(network, focus=network.focus[network.focus["strength"] != WEAK])


def _codes(cities: pd.DataFrame, name: str) -> pd.Series:
    if name == "year":
        return cities["joined_year"].astype("string").fillna(UNKNOWN_YEAR)
    return cities["iso3" if name == "country" else name]


def _members_with(network: Network, name: str, chosen: tuple[str, ...]) -> pd.Index:
    if name == "award":
        awards = network.awards
        return pd.Index(awards.loc[awards["year"].astype("string").isin(chosen), "city_id"])
    if name == "sdg":
        goals = member_goals(network)
        return pd.Index(goals.loc[goals["sdg"].astype("string").isin(chosen), "city_id"])
    codes = focus_codes(network.focus)
    found = pd.Index(network.focus.loc[codes.isin(chosen), "city_id"])
    if NO_STATEMENT in chosen:
        found = found.append(network.cities.index.difference(network.focus["city_id"]))
    return found


def focus_codes(focus: pd.DataFrame) -> pd.Series:
    """Return the filter code of each statement: the theme itself, or ``cluster:<id>``, or ``sdg:<goal>``."""
    return focus["focus"].where(focus["kind"] == "theme", focus["kind"] + ":" + focus["focus"])


def member_goals(network: Network) -> pd.DataFrame:
    """Return which goals each member's stated focus names (stated) or maps to (mapped).

    Returns
    -------
    pandas.DataFrame
        Columns ``city_id, sdg, basis`` (``"stated"`` or ``"mapped"``), one row per member and goal; a goal that is
        both stated and mapped counts as stated.
    """
    focus = network.focus
    stated = focus.loc[focus["kind"] == "sdg", ["city_id", "focus"]].rename(columns={"focus": "sdg"})
    stated = stated.assign(sdg=pd.to_numeric(stated["sdg"]).astype("Int64"), basis="stated")
    pairs = network.theme_to_sdg.dropna(subset="sdg")[["focus", "focus_kind", "sdg"]]
    mapped = focus[focus["kind"] != "sdg"].merge(
        pairs, left_on=["focus", "kind"], right_on=["focus", "focus_kind"], how="inner"
    )
    mapped = mapped[["city_id", "sdg"]].assign(basis="mapped")
    goals = pd.concat([stated, mapped], ignore_index=True)
    return goals.drop_duplicates(["city_id", "sdg"], keep="first").reset_index(drop=True)
