"""The replay: how the network grew, year by year on the map.

Only a button is drawn until somebody asks for it: the map costs a first opening more than the rest of the page.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import credits
from atlas.filters import memberships
from atlas.html import render
from atlas.kept import once_per_network
from atlas.model import UNKNOWN_YEAR
from atlas.summaries.members import newest_year
from atlas.summaries.replay import summarise_joined, summarise_years
from atlas.ui.frame import keys, links, shell
from atlas.ui.parts import cards, map_view
from atlas.wording import gettext as _
from atlas.words import replay as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 620
"""Of map and bar in pixels, until the page's styles say what the screen has room for (static/css/map.css)."""


@shell.fragment
def show_replay(view: View) -> None:
    """Draw the section; whether the replay is open, and at which year, stands in the address."""
    opened = keys.REPLAY in st.query_params
    undated = memberships(view.network)["year"].count(view.fits).get(UNKNOWN_YEAR, 0)
    with st.container(key="chart_replay"):
        st.html(render("chart_head", title=words.title(), subtitle=words.subtitle(undated), level=2))
        label, icon = (words.close_label(), "close") if opened else (words.open_label(), "play_circle")
        st.button(label, key="replay", icon=f":material/{icon}:", on_click=_turn, args=(view.network,))
        if opened:
            _show(view)


def _turn(network: Network) -> None:
    """Open the replay at its newest year, or put it away."""
    if st.query_params.pop(keys.REPLAY, None) is None:
        st.query_params[keys.REPLAY] = str(newest_year(network))


def _show(view: View) -> None:
    clicked = map_view.show_map(
        view.shown_ids,
        key="replay_world",
        height=_HEIGHT,
        title=words.map_title(len(view)),
        replay=_file(view.network),
    )
    if clicked:
        links.go_to("map", [(keys.CITY, clicked)])
    years = summarise_years(view.network)
    cards.show_notes([words.source(), credits.map_disclaimer()])
    cards.show_fold(
        cards.Fold("replay_table", _("Table"), lambda: words.table(years, summarise_joined(years, view.shown.cities)))
    )


@once_per_network
def _file(network: Network) -> bytes:
    """Return what the script needs beside the members: the years, what happened in them, and its words."""
    years = [
        {"year": each.year, "conference": bool(each.conferences), "happened": words.happenings(each)}
        for each in summarise_years(network)
    ]
    return json.dumps({"years": years, "words": words.texts()}, ensure_ascii=False, separators=(",", ":")).encode()
