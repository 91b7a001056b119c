"""The tables beside the members (statements, awards, counts, events and so on) as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.labels import cluster_name, sdg_label
from atlas.tables import site_of, vocabulary, worded
from atlas.wording import country_name, mark
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Network

FACTS: Final = {
    "focus": ("city_id", "focus", "kind", "year", "evidence", "strength", "source_url", "site"),
    "awards": ("year", "city", "iso3", "award", "source_url", "site"),
    "other_awards": ("year", "city", "iso3", "award", "source_url", "site"),
    "milestones": (
        *("date", "event", "cities_added", "countries_added", "cities_total", "countries_total"),
        *("superseded_by", "is_official", "note", "source_url", "site"),
    ),
    "events": ("start_date", "end_date", "kind", "event", "city", "country", "outcome", "source_url", "site"),
    "theme_to_sdg": ("focus", "focus_kind", "sdg", "basis_kind", "basis", "source_url", "site"),
    "clusters": ("name", "kind", "years", "coordinating_cities", "notes", "source_url", "site"),
    "member_states": ("iso3", "region", "members"),
    "not_members": ("city", "iso3", "region", "evidence", "reason", "source_url", "site"),
}
"""The tables beside the members, and the columns of each to show."""

_FACT_HEADINGS: Final = {
    "award": mark("Award"),
    "basis": mark("Target or title it rests on"),
    "basis_kind": mark("Stated or mapped"),
    "cities_added": mark("Members admitted"),
    "cities_total": mark("Members in total"),
    "city": mark("City"),
    "city_id": mark("Member"),
    "coordinating_cities": mark("Coordinating cities"),
    "countries_added": mark("Countries of those admitted"),
    "countries_total": mark("Countries in total"),
    "country": mark("Country"),
    "date": mark("Date"),
    "end_date": mark("Last day"),
    "event": mark("Event"),
    "evidence": mark("What was found"),
    "focus": mark("Focus"),
    "focus_kind": mark("Kind"),
    "is_official": mark("Announced by UNESCO"),
    "iso3": mark("Country"),
    "kind": mark("Kind"),
    "members": mark("Members listed"),
    "name": mark("Name"),
    "note": mark("Note"),
    "notes": mark("Notes"),
    "outcome": mark("Outcome"),
    "reason": mark("Why it is not counted"),
    "region": mark("Region"),
    "sdg": mark("Goal (SDG)"),
    "site": mark("Source"),
    "source_url": mark("Source page"),
    "start_date": mark("First day"),
    "strength": mark("Strength"),
    "superseded_by": mark("Later texts say"),
    "year": mark("Year"),
    "years": mark("Years"),
}


def fact_heading(field: str) -> str:
    """Return the heading of a column of the tables beside the members."""
    return _(_FACT_HEADINGS[field])


def fact_table(network: Network, name: str) -> pd.DataFrame:
    """Return one of the tables beside the members as a table to read.

    Parameters
    ----------
    network : Network
        The part of the network to show; tables about the network as a whole are whole in every part.
    name : str
        One of :data:`FACTS`.

    Returns
    -------
    pandas.DataFrame
        Translated headings; missing numbers stay missing, links that should not be followed are empty text.
    """
    table: pd.DataFrame = getattr(network, name)
    return pd.DataFrame({fact_heading(field): _fact(table, field, network) for field in FACTS[name]})


def _fact(table: pd.DataFrame, field: str, network: Network) -> pd.Series:
    match field:
        case "site":
            values = site_of(table["source_url"], _mirrored(table))
        case "source_url":
            values = table["source_url"].mask(_mirrored(table), "")
        case "members":
            listed = network.cities["iso3"].astype("str").value_counts()
            values = table["iso3"].map(listed).fillna(0).astype("Int64")
        case "city_id":
            values = table["city_id"].map(network.cities["display_name"]).fillna(table["city_id"])
        case "focus":
            kinds = table["kind"] if "kind" in table else table["focus_kind"]
            values = worded(kinds + ":" + table["focus"], lambda code: focus_name(code, network.clusters))
        case _plain:
            values = worded(table[field], _WORDS[field]) if field in _WORDS else table[field]
    return values


def _mirrored(table: pd.DataFrame) -> pd.Series:
    return table["mirror"] if "mirror" in table else pd.Series(False, index=table.index)


def _goal_name(goal: str) -> str:
    return sdg_label(goal) if goal.isdigit() else _("no single goal")


def _yes_or_no(value: str) -> str:
    return _("yes") if value == "True" else _("no")


def focus_name(code: str, clusters: pd.DataFrame) -> str:
    """Return what a focus is called, given its kind and code ("theme:citizenship", "cluster:esd", "sdg:4")."""
    kind, _colon, focus = code.partition(":")
    if kind == "sdg":
        return sdg_label(focus)
    return vocabulary(focus) if kind == "theme" else _(cluster_name(focus, clusters))


_WORDS: Final = {
    **dict.fromkeys(("name", "event", "outcome", "award", "basis", "note", "country"), _),
    **dict.fromkeys(("kind", "focus_kind", "basis_kind", "strength", "region"), vocabulary),
    **dict.fromkeys(("is_official",), _yes_or_no),
    "iso3": country_name,
    "sdg": _goal_name,
}
"""How the values of a field are put into words; other fields are shown as they are."""
