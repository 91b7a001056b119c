"""The tables beside the members (statements, awards, counts, events and so on), and how to quote the data."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from atlas import credits, export
from atlas.facts import FACTS, fact_columns, fact_heading, fact_help, fact_table
from atlas.html import render
from atlas.ui.data.members import query
from atlas.ui.frame import choices, keys
from atlas.ui.parts import cards, downloads
from atlas.ui.parts.addresses import full_address
from atlas.wording import gettext as _
from atlas.words import data as words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_FILTERED: Final = ("focus", "awards")
# Pixels.  Left to itself Streamlit looks at the first rows only, and cuts "not published".
_WIDTHS: Final = {
    **dict.fromkeys(("evidence", "event", "note", "notes", "basis", "reason", "name"), 330),
    **dict.fromkeys(("year", "source_url", "strength"), 105),
    **dict.fromkeys(("cities_added", "cities_total", "countries_added", "countries_total"), 125),
    "site": 250,
}


def show_tables(found: View) -> None:
    """Draw the choice of a table beside the members, the table, and its download."""
    st.header(_("The other tables"), anchor="tables")  # the about page leads here, also on arrival
    name = choices.show_choice(
        "pills",
        _("Table"),
        list(FACTS),
        key=keys.OTHER_TABLE,
        label=words.table_title,
        first="focus",
        required=True,
        label_visibility="collapsed",
    )
    table = fact_table(found.shown, name)
    cards.show_note(words.table_note(name))
    if len(table):
        _show_table(table, name)
        _show_file(found, name)
    else:
        st.info(words.no_rows())


def _show_table(table: pd.DataFrame, name: str) -> None:
    st.dataframe(
        table,
        hide_index=True,
        height="auto" if len(table) < 10 else 390,
        key=f"table_{name}",
        placeholder=_("not published"),
        column_config={fact_heading(name, field): _setting(name, field) for field in FACTS[name]},
        alt=words.table_note(name),
    )


def _setting(name: str, field: str) -> Any:
    hint, width = fact_help(name, field), _WIDTHS.get(field)
    if field == "source_url":
        return st.column_config.LinkColumn(help=hint, display_text=_("open page"), width=width)
    if FACTS[name][field].type in ("integer", "year") and field != "sdg":  # goals are told by their names
        return st.column_config.NumberColumn(help=hint, format="%d", width=width)
    return st.column_config.Column(help=hint, width=width)


def _show_file(found: View, name: str) -> None:
    selection, searched = (found.selection, query()) if name in _FILTERED else (None, "")
    downloads.show_table(
        words.rows(len(getattr(found.shown, name)), downloads.CSV),
        export.file_name(found.network.version, selection, "zip", query=searched, table=name),
        partial(getattr, found.shown, name),
        export.provenance(found.network, selection, searched),
        key=f"download_{name}_csv",
        columns={name: fact_columns(name)},
    )


def show_citation(network: Network) -> None:
    """Draw the version of the data and how to quote it with address and day, ready to copy."""
    text = words.citation(network.version, full_address("data"), date.today())
    st.html(
        render(
            "citation",
            title=_("How to quote these data"),
            text=text,
            licence=credits.CC_BY,
            address=credits.CC_BY_URL,
        )
    )
