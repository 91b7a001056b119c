"""The dashboard: map, charts and filters answer each other on one screen; the members follow as a table."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import streamlit as st

from atlas import credits
from atlas.html import render
from atlas.summaries.members import newest_year
from atlas.tables import member_table
from atlas.ui.frame import filters, keys, shell, state
from atlas.ui.map.charts import show_charts
from atlas.ui.parts import cards, city_card, handout, map_view, search_box
from atlas.ui.parts.pictures import picture_fold
from atlas.wording import gettext as _
from atlas.wording import language
from atlas.words import map as words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 586
"""Of the map in pixels, until the page's styles say what the screen has room for (static/css/board.css)."""
_TABLE_HEIGHT: Final = 420
_LISTED: Final = ("display_name", "iso3", "region", "joined_year", "kind")


def show_head(view: View) -> None:
    """Draw title, coverage and chips: two lines, however many filters are set."""
    with st.container(horizontal=True, key="board_head"):
        title = words.count(len(view), len(view.network))
        st.html(render("board_head", title=title, coverage=credits.coverage_sentence(view.network.coverage)))
        filters.show_chips(view.selection)


def show_board(view: View) -> None:
    """Draw the map with the charts beside it."""
    with st.container(horizontal=True, key="board"):
        show_map_and_card(view)
        show_charts(view)
        shell.show_empty(view)  # after the map, which would be loaded anew if anything came before it


@shell.fragment
def show_map_and_card(view: View) -> None:
    """Draw search, map and the card of the chosen city; a click or a search redraws this part alone."""
    if state.current_selection() != view.selection:  # a name on the card was pressed: it concerns the whole page
        st.rerun()
    chosen = city_card.chosen_city(view.network)
    map_view.adopt_link(view.network.cities.loc[chosen] if chosen else None)
    search_box.show_search(view.network)
    clicked = map_view.show_map(
        view.shown_ids,
        key="world",
        height=_HEIGHT,
        selected=chosen,
        newest=newest_year(view.network),
        move=map_view.current_move(),
    )
    if clicked and clicked != chosen:
        city_card.choose_city(clicked)
        chosen = clicked
    if chosen:
        city_card.show_city_card(view.network, chosen, among=view.shown_ids)


def show_list(view: View) -> None:
    """Draw the members shown as a table: what the map says, for everyone; and the hand-out about them."""
    if len(view):
        cards.show_fold(picture_fold(("map", "place_themes", "years"), view))
    cards.show_section(_("The members shown, as a list"), before=credits.map_disclaimer())
    st.dataframe(
        _whole_table(view.network, language()).filter(view.fits),
        key="members_shown",
        height=_TABLE_HEIGHT,
        placeholder=_("not published"),
        alt=_("Table of the members shown, one row each. A row opens the card of its member."),
        selection_mode="single-row",
        on_select=partial(_open_row, view.shown_ids),
    )
    handout.show_meeting(view, "map")


def _open_row(shown: pd.Index) -> None:
    """Open the card of the row that was pressed; a press on the same row again counts as one."""
    pressed = st.session_state["members_shown"].selection.rows
    st.session_state[keys.LAST_ROW] = row = pressed[0] if pressed else st.session_state.get(keys.LAST_ROW, -1)
    if 0 <= row < len(shown):
        city_card.choose_city(shown[row])


@lru_cache(maxsize=8)
def _whole_table(network: Network, _language: str) -> pa.Table:
    """Return all members as a table to read, worded once per language and in the form that is sent."""
    return pa.Table.from_pandas(member_table(network.cities, _LISTED), preserve_index=False)
