"""The members as the map's script reads them, in the language in use: for the app and for a file to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.labels import sentence_case
from atlas.model import REGIONS
from atlas.population import sizes
from atlas.wording import country_name
from atlas.wording import gettext as _
from geo.basemap import named_areas
from geo.points import member_columns

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network


def pins(network: Network) -> dict[str, Any]:
    """Return the members column by column (:func:`geo.points.member_columns`).

    Parameters
    ----------
    network : Network
        The members, all of whom the map has from the start.
    """
    cities = network.cities
    return member_columns(
        cities,
        regions=REGIONS,
        countries={code: country_name(code) for code in sorted({*named_areas(), *cities["iso3"]})},
        notes={kind: sentence_case(_(kind)) for kind in cities["kind"].unique() if kind != "city"},
        ranks=_label_ranks(network),
    )


def _label_ranks(network: Network) -> pd.Series:
    """Return who is named first where names compete for room: winners of the award, then the large."""
    ranks = sizes(network.cities).map({"large": 1, "medium": 2}).fillna(3)
    return ranks.mask(network.cities.index.isin(network.awards["city_id"]), 0)
