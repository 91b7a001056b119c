"""The tables beside the members (statements, awards, counts, events and so on) as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.labels import cluster_name, sdg_label
from atlas.schema import shown_columns, stored_columns
from atlas.tables import in_words, site_of, vocabulary, worded
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.schema import Column

_TABLES: Final = {
    "focus": "focus",
    "awards": "awards",
    "other_awards": "awards",
    "milestones": "milestones",
    "events": "events",
    "theme_to_sdg": "theme_to_sdg",
    "clusters": "clusters",
    "member_states": "member_states",
    "not_members": "not_members",
}
"""The tables beside the members, and which one of the schema each is like."""

FACTS: Final = {name: shown_columns(like) for name, like in _TABLES.items()}
"""The tables beside the members, and the columns of each to show."""


def fact_columns(name: str) -> tuple[Column, ...]:
    """Return the columns that a table beside the members has in a file."""
    return stored_columns(_TABLES[name])


def fact_heading(name: str, field: str) -> str:
    """Return the heading of a column of a table beside the members."""
    return _(FACTS[name][field].heading)


def fact_help(name: str, field: str) -> str:
    """Return what a column of a table beside the members means."""
    return _(FACTS[name][field].help)


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
    return pd.DataFrame({fact_heading(name, field): _fact(table, name, field, network) for field in FACTS[name]})


def _fact(table: pd.DataFrame, name: str, field: str, network: Network) -> pd.Series:
    match field:
        case "site":
            return site_of(table["source_url"], _mirrored(table))
        case "source_url":
            return table["source_url"].mask(_mirrored(table), "")
        case "members":
            listed = network.cities["iso3"].astype("str").value_counts()
            return table["iso3"].map(listed).fillna(0).astype("Int64")
        case "city_id":
            return table["city_id"].map(network.cities["display_name"]).fillna(table["city_id"])
        case "focus":
            kinds = table["kind"] if "kind" in table else table["focus_kind"]
            return worded(kinds + ":" + table["focus"], lambda code: focus_name(code, network.clusters))
        case "sdg":
            return worded(table["sdg"], _goal_name)
    return in_words(table[field], FACTS[name][field])


def _mirrored(table: pd.DataFrame) -> pd.Series:
    return table["mirror"] if "mirror" in table else pd.Series(False, index=table.index)


def _goal_name(goal: str) -> str:
    return sdg_label(goal) if goal.isdigit() else _("no single goal")


def focus_name(code: str, clusters: pd.DataFrame) -> str:
    """Return what a focus is called, given its kind and code ("theme:citizenship", "cluster:esd", "sdg:4")."""
    kind, _colon, focus = code.partition(":")
    if kind == "sdg":
        return sdg_label(focus)
    return vocabulary(focus) if kind == "theme" else _(cluster_name(focus, clusters))
