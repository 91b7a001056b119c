"""The upper part of the data page: search, choice of columns, table, and the files of the members."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from atlas import export
from atlas.addresses import host
from atlas.selection import Selection, select
from atlas.tables import COLUMNS, DEFAULT, LINKS, column_heading, column_help, member_table
from atlas.ui.city.members import addresses
from atlas.ui.frame import cache, choices, keys
from atlas.ui.parts import downloads
from atlas.wording import gettext as _
from atlas.wording import ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_MOST_ROWS: Final = 12
_TABLE_HEIGHT: Final = 460  # twelve rows and a bit: enough to browse, and to see that more follow

# Pixels.  Left to itself Streamlit looks at the first rows only, and cuts "not published" and the longest region.
_WIDTHS: Final = {
    "display_name": 155,
    "iso3": 130,
    "region": 180,
    "joined_year": 90,
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


def lead(view: View) -> str:
    """Return the sentence above the table."""
    cities = view.network.cities
    return _("{members} members, each with the page that proves it; {sites} different sites are quoted.").format(
        members=number(len(cities)),
        sites=number(cities["source_url"].map(host).nunique()),
    )


def show_search(view: View) -> View:
    """Draw the search box and return the view narrowed to what was found, best match first.

    The query is shared through the link, as the filters are.
    """
    arrived = st.query_params.get(keys.QUERY)
    if arrived is not None and arrived != st.session_state.get(keys.LAST_QUERY):
        st.session_state[keys.QUERY] = arrived
    query = st.text_input(
        _("Search the table"),
        key=keys.QUERY,
        type="search",
        icon=":material/search:",
        placeholder=_("City, country or former name, in any script"),
        live="300ms",
        persist_state="session",
    ).strip()
    st.session_state[keys.LAST_QUERY] = query
    if query:
        st.query_params[keys.QUERY] = query
    elif keys.QUERY in st.query_params:
        del st.query_params[keys.QUERY]
    return _narrowed(view, query) if query else view


def _narrowed(view: View, query: str) -> View:
    matches = cache.search_index().search(query, limit=len(view.network))
    found = pd.Index([match.city_id for match in matches], dtype="str")
    return replace(view, shown=view.shown.only(found[found.isin(view.shown.cities.index)]))


def show_nothing_found(view: View, found: View) -> bool:
    """Say that the search found nothing among the filtered members; return whether that is so."""
    if len(found.shown) or not len(view.shown):
        return False
    with st.container(border=True, key="nothing_found"):
        st.subheader(_("No member found"), anchor=False)
        st.write(
            ngettext(
                "Nothing among the {number} member that the filters leave fits “{query}”.",
                "Nothing among the {number} members that the filters leave fits “{query}”.",
                len(view.shown),
            ).format(number=number(len(view.shown)), query=_query())
        )
        st.button(_("Clear the search"), key="clear_search", icon=":material/close:", on_click=_clear_search)
    return True


def _clear_search() -> None:
    st.session_state[keys.QUERY] = ""


def _query() -> str:
    return str(st.session_state.get(keys.QUERY) or "").strip()


def show_columns() -> list[str]:
    """Draw the choice of columns and return their codes in the order in which they are offered."""
    with st.popover(_("Columns"), icon=":material/view_column:"):
        chosen = choices.show_choice(
            "pills",
            _("Columns of the table"),
            list(COLUMNS),
            key=keys.COLUMNS,
            label=column_heading,
            first=list(DEFAULT),
            selection_mode="multi",
        )
    return [code for code in COLUMNS if code in chosen] or list(DEFAULT)


def table_settings(columns: Sequence[str] = DEFAULT) -> dict[str, Any]:
    """Return the settings of ``st.dataframe`` for a :func:`atlas.tables.member_table` of these columns."""
    return {
        "hide_index": True,
        "placeholder": _("not published"),
        "column_config": {column_heading(code): _setting(code) for code in columns},
    }


def _setting(code: str) -> Any:
    hint, width = column_help(code), _WIDTHS.get(code)
    if code in LINKS:
        return st.column_config.LinkColumn(help=hint, display_text=_("open page"), width=width)
    if COLUMNS[code].type == "integer":
        return st.column_config.NumberColumn(help=hint, format="localized", width=width)
    if COLUMNS[code].type == "year":
        return st.column_config.NumberColumn(help=hint, format="%d", width=width)
    return st.column_config.Column(help=hint, width=width)


def show_members(found: View, columns: Sequence[str]) -> None:
    """Draw the table of the shown members."""
    table, settings = member_table(found.shown.cities, columns, network=found.shown), table_settings(columns)
    heading = _("Page of the city")
    table.insert(1, heading, addresses(table.index))
    settings["column_config"][heading] = st.column_config.LinkColumn(
        display_text=_("open page"), width=_WIDTHS["source_url"]
    )
    st.dataframe(
        table,
        height=_TABLE_HEIGHT if len(found.shown) > _MOST_ROWS else "auto",
        key="members",
        alt=_("Table of the members shown, one row each, with the page that proves the membership."),
        **settings,
    )


def show_member_downloads(found: View) -> None:
    """Draw the downloads of the shown and of all members; each file is made on the click."""
    everything = select(found.network, Selection(evidence=found.selection["evidence"]))
    with st.container(horizontal=True, key="downloads"):
        if 0 < len(found.shown) < len(everything):
            label = ngettext("{number} shown row as {format}", "{number} shown rows as {format}", len(found.shown))
            _show_formats(found, found.shown, label, part="shown")
        label = ngettext("All {number} row as {format}", "All {number} rows as {format}", len(everything))
        _show_formats(found, everything, label, part="all")
    note = _(
        "CSV opens in spreadsheets; GeoJSON opens in mapping software (WGS 84) and keeps members that are not placed, "
        "without a point. Each file says where it comes from, its licence, its date and its filter."
    )
    st.html(f'<p class="source">{escape(note)}</p>')


def _show_formats(view: View, network: Network, label: str, *, part: str) -> None:
    chosen, query = (view.selection, _query()) if part == "shown" else (None, "")
    about = downloads.provenance(view.network, chosen, query)
    for name, ending, make in (("CSV", "csv", _members_csv), ("GeoJSON", "geojson", _members_geojson)):
        downloads.show_download(
            label.format(number=number(len(network)), format=name),
            export.file_name(about.version, chosen, ending, query=query),
            partial(make, network, about),
            key=f"download_{part}_{ending}",
        )


def _members_csv(network: Network, about: export.Provenance) -> bytes:
    return export.to_csv(export.members_to_export(network), about)


def _members_geojson(network: Network, about: export.Provenance) -> bytes:
    return export.to_geojson(export.members_to_export(network), about)
