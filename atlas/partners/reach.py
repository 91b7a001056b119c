"""Whom to invite: members within a distance for a meeting, within some hours for a webinar, or with a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from atlas.focus_codes import focus_codes
from atlas.partners.lookup import position_of
from atlas.partners.time_zones import hours_ahead
from atlas.partners.traits import traits_of

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd
    from numpy.typing import NDArray

    from atlas.model import Network
    from atlas.partners.traits import Traits

_STRONGEST_FIRST: Final = {"official": 0, "reported": 1, "weak": 2}


def within(network: Network, city_id: str, km: float) -> dict[str, float]:
    """Return the members within a distance of one member, the nearest first.

    Parameters
    ----------
    km : float
        Kilometres in a straight line (great circle on a sphere): roads and rails are longer.

    Returns
    -------
    dict
        Kilometres by ``city_id``.  The member itself is not in it, nor are members that are not placed: nobody knows
        their distance.

    Raises
    ------
    UnknownCityError
        When no member has the identifier.
    """
    own = position_of(city_id, network.cities)
    traits = traits_of(network, network.coverage.announced_on)
    return _near(traits, own, traits.km(own), km)


def within_time_zones(network: Network, city_id: str, hours: float = 2.0, on: date | None = None) -> dict[str, float]:
    """Return the members whose clocks differ by at most some hours from one member's, the least first.

    Parameters
    ----------
    hours : float
        Difference allowed, either way.
    on : datetime.date, optional
        Day of the meeting (summer time differs); by default the day of the newest announced count.

    Returns
    -------
    dict
        By how many hours the clock is ahead, by ``city_id``.  Without the member itself and members whose time zone is
        not known.

    Raises
    ------
    UnknownCityError
        When no member has the identifier.
    """
    own = position_of(city_id, network.cities)
    traits = traits_of(network, on or network.coverage.announced_on)
    return _near(traits, own, hours_ahead(traits.offset, float(traits.offset[own])), hours)


def _near(traits: Traits, own: int, values: NDArray[np.float64], limit: float) -> dict[str, float]:
    inside = np.abs(values) <= limit  # NaN, not known, is never inside
    inside[own] = False
    order = np.lexsort((traits.rank, np.abs(values)))
    names = traits.cities.index
    return {str(names[at]): float(values[at]) for at in order if inside[at]}


def members_with_focus(network: Network, code: str) -> pd.DataFrame:
    """Return the members that state a focus, with all evidence for it.

    Parameters
    ----------
    network : Network
        Weak statements count if it holds them (:func:`atlas.selection.counting` takes them out).
    code : str
        A theme, ``cluster:<id>`` or ``sdg:<n>``.

    Returns
    -------
    pandas.DataFrame
        Rows of :attr:`atlas.model.Network.focus`, ordered by member, then strongest and newest evidence first; empty
        for a focus that nobody states.
    """
    rows = network.focus[(focus_codes(network.focus) == code) & network.focus["city_id"].isin(network.cities.index)]
    ordered = rows.assign(order=rows["strength"].map(_STRONGEST_FIRST)).sort_values(
        ["city_id", "order", "year"], ascending=[True, True, False], kind="stable"
    )
    return ordered.drop(columns="order")
