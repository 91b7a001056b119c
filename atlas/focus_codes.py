"""What a statement of focus is filtered and counted by: one code per theme, cluster or goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

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
