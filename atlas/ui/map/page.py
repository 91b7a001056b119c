"""The parts of the map page: the map with its card, the legend, the list that says the same in words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import streamlit as st

from atlas import credits
from atlas.charts.places import build_joining_years
from atlas.summaries.members import newest_year
from atlas.tables import member_table
from atlas.ui.frame import keys, shell
from atlas.ui.parts import cards, city_card, legend, map_view, search_box
from atlas.wording import gettext as _
from atlas.wording import language
from atlas.words import map as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.frame.shell import View

MAP_HEIGHT: Final = 560
_LISTED: Final = ("display_name", "iso3", "region", "joined_year", "kind")


def sentence(view: View) -> str:
    """Return the sentence above the map."""
    return words.lead(view.summary)


@shell.fragment
def show_map_and_card(view: View) -> None:
    """Draw search, map, legend and the card of the chosen city; a click or a search redraws this part alone."""
    chosen = city_card.chosen_city(view.network)
    map_view.adopt_link(view.network.cities.loc[chosen] if chosen else None)
    main, side = st.columns([3, 1], gap="medium")
    with side:
        search_box.show_search(view.network)
        tiles, newest = _show_controls(view)
    with main:
        clicked = map_view.show_map(
            view.summary,
            key="world",
            height=MAP_HEIGHT,
            selected=chosen,
            newest=newest,
            tiles=tiles,
            move=map_view.current_move(),
        )
    if clicked and clicked != chosen:
        city_card.choose_city(clicked)
        chosen = clicked
    with side:
        if chosen:
            city_card.show_city_card(view.network, chosen, shown=chosen in view.shown.cities.index)
        else:
            _show_summary(view)


def _show_controls(view: View) -> tuple[bool, int | None]:
    legend.show_zoom_to_results(view.shown.cities)
    newest = newest_year(view.network)
    ringed = st.toggle(
        _("Highlight members that joined in {year}").format(year=newest), key=keys.RING_NEWEST, persist_state="session"
    )
    tiles = st.toggle(
        _("OpenStreetMap background (needs internet)"),
        key=keys.TILES,
        help=_("Loads OpenStreetMap tiles from the internet. Everything else on this page works without a network."),
        persist_state="session",
    )
    return tiles, newest if ringed else None


def _show_summary(view: View) -> None:
    legend.show_regions(view.summary, below=words.years_subtitle())
    cards.draw(
        build_joining_years(view.summary.years, unknown=_("not publ."), tone=cards.current_tone()),
        key="joining_years",
        alt=words.years_alt(view.summary),
    )
    cards.show_table(lambda: words.years_table(view.summary), key="joining_years_table")


def show_list(view: View) -> None:
    """Draw the members shown as a table: what the map says, for everyone."""
    cards.show_section(_("The members shown, as a list"), before=credits.map_disclaimer())
    shown = view.network.cities.index.isin(view.shown.cities.index)
    st.dataframe(
        _whole_table(view.network, language()).filter(shown),
        key="members_shown",
        height=420,
        placeholder=_("not published"),
    )


@lru_cache(maxsize=8)
def _whole_table(network: Network, _language: str) -> pa.Table:
    """Return all members as a table to read, worded once per language and in the form that is sent."""
    return pa.Table.from_pandas(member_table(network.cities, _LISTED), preserve_index=False)
