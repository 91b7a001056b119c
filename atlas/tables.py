"""Tables as people read them: headings and values in the visitor's language, one row per member or per fact.

Every distinct value is worded once and then spread over the rows, so that 50,000 members take no longer to word than
their few hundred countries, kinds and years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from atlas.addresses import host
from atlas.focus_codes import focus_codes
from atlas.labels import sentence_case, theme_label
from atlas.wording import country_name, mark
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from atlas.model import Network


class Column(NamedTuple):
    """A column on offer: where its values come from, what it is called, what it means."""

    field: str
    heading: str
    help: str


_EMPTY: Final = mark("Empty where no source gives it.")
COLUMNS: Final = {
    "city": Column("display_name", mark("Member"), mark("Short name of the member.")),
    "announced": Column("city", mark("Name as announced"), mark("The name under which the member was announced.")),
    "local_name": Column("local_name", mark("Local name"), mark("The name in the language and script of the place.")),
    "country": Column("iso3", mark("Country"), mark("Short name as the United Nations use it.")),
    "region": Column("region", mark("Region"), mark("Regional group of UNESCO.")),
    "year": Column("joined_year", mark("Joined"), mark("Year of joining; empty where no source gives it.")),
    "kind": Column("kind", mark("Kind"), mark("Many members are not cities.")),
    "precision": Column("precision", mark("Pin stands for"), mark("What the point on the map is.")),
    "population": Column(
        "population", mark("Population"), mark("Inhabitants where a page about the member states them.")
    ),
    "population_year": Column("population_year", mark("Year of the population"), _EMPTY),
    "population_geonames": Column(
        "population_geonames",
        mark("Population in GeoNames"),
        mark("Inhabitants of the town, undated; empty for members that are not one town."),
    ),
    "focus": Column("city_id", mark("Stated focus"), mark("Themes that a page names for this member.")),
    "award": Column("city_id", mark("Learning City Award"), mark("Years in which the member received the award.")),
    "evidence": Column("evidence", mark("Kind of proof"), mark("How the source shows that this is a member.")),
    "source": Column("source_url", mark("Source page"), mark("Copies of UNESCO pages on other sites are not linked.")),
    "site": Column("source_url", mark("Source"), mark("Site of the page that proves the membership.")),
    "profile": Column("profile_url", mark("Profile at UIL"), mark("Empty where none was found.")),
    "website": Column("website", mark("Website"), mark("Empty where none was found.")),
    "lat": Column("lat", mark("Latitude"), mark("Degrees, WGS 84; empty if the member is not placed.")),
    "lon": Column("lon", mark("Longitude"), mark("Degrees, WGS 84; empty if the member is not placed.")),
    "notes": Column("notes", mark("Notes"), mark("Doubts, conflicts between sources, further pages (in English).")),
    "id": Column("city_id", mark("Identifier"), mark("Stays the same when the member is renamed.")),
}
"""Every column that a table of members can show, by code, in the order in which it is offered."""

DEFAULT: Final = ("city", "country", "region", "year", "kind", "source", "site")
"""Columns of a table of members unless someone chooses others."""

LINKS: Final = ("source", "profile", "website")
"""Columns that hold addresses, empty text where there is none to link to."""


def column_heading(code: str) -> str:
    """Return the heading of a column in the visitor's language."""
    return _(COLUMNS[code].heading)


def column_help(code: str) -> str:
    """Return what a column means, in the visitor's language."""
    return _(COLUMNS[code].help)


def member_table(
    cities: pd.DataFrame, columns: Sequence[str] = DEFAULT, *, network: Network | None = None
) -> pd.DataFrame:
    """Return members as a table to read, in the order of ``cities``.

    Parameters
    ----------
    cities : pandas.DataFrame
        Rows of :attr:`atlas.model.Network.cities`.
    columns : sequence of str
        Codes from :data:`COLUMNS`.
    network : Network, optional
        Where the statements and awards are, needed by the columns ``focus`` and ``award`` only.

    Returns
    -------
    pandas.DataFrame
        Index ``city_id``; one column per code under its translated heading.  Numbers stay nullable numbers so that
        they sort: draw missing ones as "not published".  Links are addresses, or empty text where there is none.

    Raises
    ------
    KeyError
        When a code is unknown.
    ValueError
        When ``focus`` or ``award`` is asked for without a network.
    """
    return pd.DataFrame({column_heading(code): _values(cities, code, network) for code in columns}, index=cities.index)


def _values(cities: pd.DataFrame, code: str, network: Network | None) -> pd.Series:
    if code in ("focus", "award"):
        return _joined(cities, code, network)
    values = cities[COLUMNS[code].field]
    match code:
        case "country":
            values = worded(values, country_name)
        case "region" | "kind" | "precision" | "evidence":
            values = worded(values, vocabulary)
        case "site":
            values = site_of(values, _is_mirror(cities))
        case "source":
            values = values.mask(_is_mirror(cities), "")
    return values


def _is_mirror(cities: pd.DataFrame) -> pd.Series:
    return cities["source_mirror"] == "yes"


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


def _joined(cities: pd.DataFrame, code: str, network: Network | None) -> pd.Series:
    """Return for each member its distinct themes or years of awards in order."""
    if network is None:
        raise ValueError(f"the column {code!r} needs the network")
    table = network.focus if code == "focus" else network.awards
    texts = _themes(network) if code == "focus" else table["year"].astype("str")
    pairs = pd.DataFrame({"city_id": table["city_id"], "text": texts}).drop_duplicates().sort_values("text")
    absent = _("no statement found") if code == "focus" else ""
    return pairs.groupby("city_id")["text"].agg(", ".join).reindex(cities.index).fillna(absent)


def _themes(network: Network) -> pd.Series:
    return worded(focus_codes(network.focus), lambda code: theme_label(code, network.clusters))
