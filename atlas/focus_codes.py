"""What a statement of focus is filtered and counted by: one code per theme, cluster or goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.model import rows

if TYPE_CHECKING:
    from atlas.model import Network


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
    goals_of: dict[tuple[str, str], list[int]] = {}
    for kind, code, goal in rows(network.theme_to_sdg, "focus_kind", "focus", "sdg"):
        if goal is not pd.NA:
            goals_of.setdefault((kind, code), []).append(goal)
    statements = list(rows(network.focus, "city_id", "kind", "focus"))
    found = {(city_id, int(code)): "stated" for city_id, kind, code in statements if kind == "sdg"}
    for city_id, kind, code in statements:
        for goal in goals_of.get((kind, code), ()) if kind != "sdg" else ():
            found.setdefault((city_id, goal), "mapped")
    return pd.DataFrame(
        {
            "city_id": pd.Series([city_id for city_id, _goal in found], dtype="str"),
            "sdg": pd.Series([goal for _city_id, goal in found], dtype="Int64"),
            "basis": pd.Series(list(found.values()), dtype="str"),
        }
    )
