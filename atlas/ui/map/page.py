"""The parts of the map page: the map with its card, the legend, the list that says the same in words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from atlas import labels
from atlas.charts.places import build_joining_years
from atlas.model import UNKNOWN_YEAR
from atlas.summaries import places
from atlas.summaries.members import Summary
from atlas.tables import member_table
from atlas.ui.frame import keys, shell
from atlas.ui.parts import cards, chosen_city, legend, map_view, search_box
from atlas.wording import gettext as _
from atlas.wording import ngettext, number

if TYPE_CHECKING:
    from atlas.ui.frame.shell import View

MAP_HEIGHT: Final = 560
_LISTED: Final = ("city", "country", "region", "year", "kind")


def sentence(view: View) -> str:
    """Return the sentence above the map: which region leads among the members shown, and by how much."""
    regions = places.summarise_regions(view.shown.cities)
    leader = regions.loc[regions["members"].idxmax()]
    return ngettext(
        "{region} holds {members} of the {number} member shown.",
        "{region} holds {members} of the {number} members shown.",
        len(view.shown),
    ).format(region=_(leader["region"]), members=number(leader["members"]), number=number(len(view.shown)))


@shell.fragment
def show_map_and_card(view: View) -> None:
    """Draw search, map, legend and the card of the chosen city; a click or a search redraws this part alone."""
    chosen = chosen_city.chosen_city(view.network)
    map_view.adopt_link(view.network.cities.loc[chosen] if chosen else None)
    with st.container(key="map"):
        main, side = st.columns([3, 1], gap="medium")
    with side:
        search_box.show_search(view.network)
        tiles, newest = _show_controls(view)
    with main:
        clicked = map_view.show_map(
            view.shown.cities,
            key="world",
            height=MAP_HEIGHT,
            selected=chosen,
            newest=newest,
            tiles=tiles,
            move=map_view.current_move(),
        )
    if clicked and clicked != chosen:
        chosen_city.choose_city(clicked)
        chosen = clicked
    with side:
        if chosen:
            chosen_city.show_city_card(view.network, chosen, shown=chosen in view.shown.cities.index)
        else:
            _show_summary(view)


def _show_controls(view: View) -> tuple[bool, int | None]:
    legend.show_zoom_to_results(view.shown.cities)
    newest = places.newest_year(view.network.cities)
    ringed = st.toggle(
        _("Ring the members of {year}").format(year=newest), key=keys.RING_NEWEST, persist_state="session"
    )
    tiles = st.toggle(
        _("Street map (online)"),
        key=keys.TILES,
        help=_("Loads OpenStreetMap tiles from the internet. Everything else on this page works without a network."),
        persist_state="session",
    )
    return tiles, newest if ringed else None


def _show_summary(view: View) -> None:
    legend.show_regions(Summary(view.shown).regions)
    years = places.summarise_years(view.shown.cities)
    with st.container(key="charts"):
        st.html(f'<p class="subtitle">{escape(_("Members shown by year of joining"))}</p>')
        cards.draw(
            build_joining_years(years, unknown=_("not publ."), tone=cards.current_tone()),
            key="joining_years",
            alt=_years_alt(years.to_dict("records")),
        )
    cards.show_table(_years_table(years), key="joining_years_table")


def _years_alt(years: list[dict[str, Any]]) -> str:
    parts = [
        _("{name}: {value}").format(name=labels.year_label(row["year"]), value=number(row["members"]))
        for row in years
        if row["members"] or row["year"] == UNKNOWN_YEAR
    ]
    return _("Members shown by year of joining. {values}.").format(values="; ".join(parts))


def _years_table(years: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {_("Year of joining"): years["year"].map(labels.year_label), _("Members"): years["members"].to_numpy()}
    )


def show_list(view: View) -> None:
    """Draw the members shown as a table: what the map says, for everyone."""
    st.subheader(_("The members shown, as a list"), anchor=False)
    with st.container(key="table"):
        st.dataframe(
            member_table(view.shown.cities, _LISTED).reset_index(drop=True),
            hide_index=True,
            key="members_shown",
            height=420,
        )
