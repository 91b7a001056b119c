"""Tables as people read them: headings and values in the visitor's language, one row per member or per fact.

Every distinct value is worded once and then spread over the rows, so that 50,000 members take no longer to word than
their few hundred countries, kinds and years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.addresses import host
from atlas.focus_codes import focus_codes
from atlas.labels import sentence_case, theme_label
from atlas.schema import shown_columns
from atlas.wording import country_name
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from atlas.model import Network
    from atlas.schema import Column


_SHOWN: Final = shown_columns("cities")
COLUMNS: Final = {name: _SHOWN[name] for name in sorted(_SHOWN, key="city_id".__eq__)}
"""Every column that a table of members can show, in the order in which it is offered: the identifier comes last."""

DEFAULT: Final = ("display_name", "iso3", "region", "joined_year", "kind", "source_url", "site")
"""Columns of a table of members unless someone chooses others."""

LINKS: Final = tuple(name for name, column in COLUMNS.items() if column.is_address)
"""Columns that hold addresses, empty text where there is none to link to."""


def column_heading(name: str) -> str:
    """Return the heading of a column in the visitor's language."""
    return _(COLUMNS[name].heading)


def column_help(name: str) -> str:
    """Return what a column means, in the visitor's language."""
    return _(COLUMNS[name].help)


def member_table(
    cities: pd.DataFrame, columns: Sequence[str] = DEFAULT, *, network: Network | None = None
) -> pd.DataFrame:
    """Return members as a table to read, in the order of ``cities``.

    Parameters
    ----------
    cities : pandas.DataFrame
        Rows of :attr:`atlas.model.Network.cities`.
    columns : sequence of str
        Names from :data:`COLUMNS`.
    network : Network, optional
        Where the statements and awards are, needed by the columns ``stated_focus`` and ``award_years`` only.

    Returns
    -------
    pandas.DataFrame
        Index ``city_id``; one column per name under its translated heading.  Numbers stay nullable numbers so that
        they sort: draw missing ones as "not published".  Links are addresses, or empty text where there is none.

    Raises
    ------
    KeyError
        When a name is unknown.
    ValueError
        When ``stated_focus`` or ``award_years`` is asked for without a network.
    """
    return pd.DataFrame({column_heading(name): _values(cities, name, network) for name in columns}, index=cities.index)


def _values(cities: pd.DataFrame, name: str, network: Network | None) -> pd.Series:
    if name in _DERIVED:
        return _DERIVED[name](cities, network)
    if name == "source_url":
        return cities[name].mask(cities["source_mirror"], "")
    return in_words(cities[name], COLUMNS[name])


def in_words(values: pd.Series, column: Column) -> pd.Series:
    """Return the values of a column as people read them: country names, yes or no, the vocabulary translated."""
    if column.name == "iso3":
        return worded(values, country_name)
    if column.type == "boolean":
        return worded(values, lambda value: _("yes") if value == "True" else _("no"))
    if column.translated:
        return worded(values, vocabulary if column.enum else _)
    return values


def vocabulary(value: str) -> str:
    """Return a word of the data's vocabulary (region, kind, precision, evidence) as shown in a cell."""
    return _("Goal (SDG)") if value == "sdg" else sentence_case(_(value))


def worded(values: pd.Series, word: Callable[[str], str]) -> pd.Series:
    """Return the values in words, asking for each distinct value once."""
    texts = values.astype("str").fillna("")
    return texts.map({text: word(text) for text in texts.unique()})


def site_of(addresses: pd.Series, mirrored: pd.Series) -> pd.Series:
    """Return the site of each address, or that the page is a copy on a site nobody should be sent to."""
    sites = addresses.map(host).astype("str").replace("", _("no page"))
    return sites.mask(mirrored, _("copy of a UNESCO page, not linked"))


def _site(cities: pd.DataFrame, _network: Network | None) -> pd.Series:
    return site_of(cities["source_url"], cities["source_mirror"])


def _stated_focus(cities: pd.DataFrame, network: Network | None) -> pd.Series:
    found = _needed(network, "stated_focus")
    return _joined(found.focus["city_id"], _themes(found)).reindex(cities.index).fillna(_("no statement found"))


def _award_years(cities: pd.DataFrame, network: Network | None) -> pd.Series:
    awards = _needed(network, "award_years").awards
    return _joined(awards["city_id"], awards["year"].astype("str")).reindex(cities.index).fillna("")


def _needed(network: Network | None, name: str) -> Network:
    if network is None:
        raise ValueError(f"the column {name!r} needs the network")
    return network


def _joined(city_ids: pd.Series, texts: pd.Series) -> pd.Series:
    """Return for each member its distinct texts in order."""
    pairs = pd.DataFrame({"city_id": city_ids, "text": texts}).drop_duplicates().sort_values("text")
    return pairs.groupby("city_id")["text"].agg(", ".join)


def _themes(network: Network) -> pd.Series:
    return worded(focus_codes(network.focus), lambda code: theme_label(code, network.clusters))


_DERIVED: Final[Mapping[str, Callable[[pd.DataFrame, Network | None], pd.Series]]] = {
    "stated_focus": _stated_focus,
    "award_years": _award_years,
    "site": _site,
}
"""Where the values of derived columns come from."""
