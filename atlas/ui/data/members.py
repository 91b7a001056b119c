"""The members on the data page: search, choice of columns, table, and their files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from atlas.html import render
from atlas.selection import counting
from atlas.tables import COLUMNS, DEFAULT, column_heading
from atlas.ui.city.members import addresses
from atlas.ui.frame import cache, choices, keys
from atlas.ui.parts import cards, downloads, tables
from atlas.wording import gettext as _
from atlas.words import data as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.ui.frame.shell import View


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
    return replace(view, found=pd.Index([match.city_id for match in matches], dtype="str"))


def query() -> str:
    """Return what is searched for."""
    return str(st.session_state.get(keys.QUERY) or "").strip()


def show_nothing_found(view: View, found: View) -> bool:
    """Say that the search found nothing among the filtered members; return whether that is so."""
    if len(found) or not len(view):
        return False
    with st.container(border=True, key="nothing_found"):
        text = words.nothing_found(query(), len(view))
        st.html(render("section", title=_("No member found"), notes=[text]))
        st.button(_("Clear the search"), key="clear_search", icon=":material/close:", on_click=_clear_search)
    return True


def _clear_search() -> None:
    st.session_state[keys.QUERY] = ""


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
    return [code for code in COLUMNS if code in (chosen or DEFAULT)]


def show_table(found: View, columns: Sequence[str]) -> None:
    """Draw the table of the shown members."""
    cities = found.shown.cities
    tables.show_members(cities, columns, key="members", network=found.shown, pages=addresses(cities.index))


def show_files(found: View) -> None:
    """Draw the downloads of the shown and of all members; each file is made on the click."""
    everyone, shown = counting(found.network, weak=found.selection.counts_weak), found.shown
    with st.container(horizontal=True, key="downloads"):
        if 0 < len(shown) < len(everyone):
            downloads.show_member_files(
                shown,
                found.network,
                words.download_shown(len(shown)),
                partial(words.shown_rows, len(shown)),
                selection=found.selection,
                key="download_shown",
                query=query(),
            )
        downloads.show_member_files(
            everyone,
            found.network,
            words.download_all(len(everyone)),
            partial(words.all_rows, len(everyone)),
            selection=None,
            key="download_all",
        )
    cards.show_note(words.files_note())
