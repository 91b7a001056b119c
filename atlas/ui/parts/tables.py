"""Tables of members as pages show them: widths, formats and help of their columns, and a column of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from atlas.summaries.compare import Thing
from atlas.tables import COLUMNS, DEFAULT, LINKS, column_heading, column_help, member_table
from atlas.ui.frame import links
from atlas.ui.parts.cards import expander_key
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from atlas.model import Network

_LISTED: Final = ("display_name", "iso3", "region", "joined_year", "kind")
_MOST_ROWS: Final = 12
_HEIGHT: Final = 460  # twelve rows and a bit: enough to browse, and to see that more follow

# Pixels.  Left to itself Streamlit looks at the first rows only, and cuts "not published" and the longest region.
_PAGE_WIDTH: Final = 120
_WIDTHS: Final = {
    "display_name": 155,
    "iso3": 130,
    "region": 180,
    "joined_year": 105,
    "kind": 105,
    "population": 115,
    "population_geonames": 115,
    "source_url": 95,
    "site": 250,
    "profile_url": 105,
    "website": 105,
    "stated_focus": 320,
    "notes": 420,
}


def show_members(
    cities: pd.DataFrame,
    columns: Sequence[str] = DEFAULT,
    *,
    key: str,
    network: Network | None = None,
    more: Mapping[str, Sequence[float]] | None = None,
    pages: Sequence[str] | None = None,
    alt: str | None = None,
) -> None:
    """Draw members as a table, one row each; the column after the name leads to the page of the member.

    Parameters
    ----------
    cities : pandas.DataFrame
        Rows of ``network.cities``.
    columns : sequence of str
        Names from :data:`atlas.tables.COLUMNS`.
    key : str
        Key of the table.
    network : Network, optional
        Needed by the columns ``stated_focus`` and ``award_years``.
    more : mapping, optional
        Further columns by heading, one value per member.
    pages : sequence of str, optional
        Addresses of the members' pages, where they are not the usual ones.
    alt : str, optional
        What the table is, where it is not that of the members shown.
    """
    table = member_table(cities, columns, network=network).assign(**(more or {}))
    heading = _("Page of the city")
    table.insert(1, heading, pages or _pages(cities))
    links_of_cities = {heading: st.column_config.LinkColumn(display_text=_("open page"), width=_PAGE_WIDTH)}
    st.dataframe(
        table,
        hide_index=True,
        key=key,
        height=_HEIGHT if len(table) > _MOST_ROWS else "auto",
        placeholder=_("not published"),
        column_config={column_heading(name): _setting(name) for name in columns} | links_of_cities,
        alt=alt or _("Table of the members shown, one row each, with its source page."),
    )


def _pages(cities: pd.DataFrame) -> list[str]:
    return [links.thing_address(Thing("city", str(city_id))) for city_id in cities.index]


def _setting(name: str) -> Any:
    hint, width = column_help(name), _WIDTHS.get(name)
    if name in LINKS:
        return st.column_config.LinkColumn(help=hint, display_text=_("open page"), width=width)
    if COLUMNS[name].type == "integer":
        return st.column_config.NumberColumn(help=hint, format="localized", width=width)
    if COLUMNS[name].type == "year":
        return st.column_config.NumberColumn(help=hint, format="%d", width=width)
    return st.column_config.Column(help=hint, width=width)


def show_folded_members(
    cities: pd.DataFrame,
    *,
    key: str,
    label: str,
    more: Mapping[str, Sequence[float]] | None = None,
    pages: Sequence[str] | None = None,
) -> None:
    """Draw members as a folded table (:func:`show_members`); its rows are made and sent when it is opened.

    Parameters
    ----------
    cities : pandas.DataFrame
        Rows of ``network.cities``.
    key, label : str
        Key of the table, and what its fold says.
    more : mapping, optional
        Further columns by heading, one value per member.
    pages : sequence of str, optional
        Addresses of the members' pages, where they are not the usual ones.
    """
    folded = st.expander(label, icon=":material/table_chart:", key=expander_key(key), on_change="rerun")
    if folded.open:
        with folded:
            show_members(cities, _LISTED, key=key, more=more, pages=pages, alt=label)
