"""Who works on a theme, and where that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.focus_codes import focus_codes

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network

_ORDER = {"official": 0, "reported": 1, "weak": 2}


def members_with_focus(network: Network, code: str) -> pd.DataFrame:
    """Return the members that state a focus, with all evidence for it.

    Parameters
    ----------
    network : Network
        Weak statements count if it holds them (:func:`atlas.selection.select` takes them out).
    code : str
        A theme, ``cluster:<id>`` or ``sdg:<n>``.

    Returns
    -------
    pandas.DataFrame
        Rows of :attr:`atlas.model.Network.focus`, ordered by member, then strongest and newest evidence first; empty
        for a focus that nobody states.
    """
    rows = network.focus[(focus_codes(network.focus) == code) & network.focus["city_id"].isin(network.cities.index)]
    ordered = rows.assign(order=rows["strength"].map(_ORDER)).sort_values(
        ["city_id", "order", "year"], ascending=[True, True, False], kind="stable"
    )
    return ordered.drop(columns="order")
