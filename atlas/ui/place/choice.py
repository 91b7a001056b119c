"""The field that goes to another country or region, the way to a comparison, and what a link got wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.html import render
from atlas.summaries import place
from atlas.summaries.compare import MOST, Thing
from atlas.ui.frame import cache, choices, keys, links, shell, state
from atlas.wording import gettext as _
from atlas.words import place as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.place.page import PlaceView

_WIDTH: Final = 380
_BESIDE: Final = 4
"""Countries of the same region that a comparison starts with."""


def show_choice(here: PlaceView) -> None:
    """Draw the field, the ways on, and what a link got wrong."""
    # The filters are the state; the field only shows what they say.
    choices.hold(keys.PLACE, str(here.place) if here.place else None)
    with st.container(horizontal=True, vertical_alignment="bottom", key="place_row"):
        choices.show_choice(
            "selectbox",
            _("Country or region"),
            _places(),
            key=keys.PLACE,
            label=_name,
            placeholder=_("Type a name"),
            on_change=_go,
            width=_WIDTH,
        )
        _show_way_to_comparison(here)
    unknown = {code for name, code in st.session_state.get(keys.UNKNOWN, ()) if name == "country"}
    shell.show_notices(words.notices(here.place, here.view.selection, unknown, here.view.network))


def _places() -> list[str]:
    """Return every region and every country with a member, by name, regions first."""
    return [thing for thing in cache.thing_names() if not thing.startswith("city:")]


def _name(thing: str) -> str:
    return cache.thing_names()[thing]


def _go() -> None:
    chosen = choices.settle(keys.PLACE, _places(), _name)
    kind, _colon, code = "".join(chosen).partition(":")
    for name in ("region", "country"):
        state.choose(name, [code] if name == kind else [])


def _show_way_to_comparison(here: PlaceView) -> None:
    selection = here.view.selection
    text = _("Compare them")
    things = [Thing("country", code) for code in selection["country"]]
    things = things or [Thing("region", region) for region in selection["region"]]
    if here.place:
        text, things = _("Compare it with others"), _counterparts(here.view.network, here.place)
    if things:
        # The filter that names the place would leave nothing of the others.
        address = links.compare_address(things[:MOST], without=("country", "region"))
        st.html(render("place_way", text=text, address=address))


def _counterparts(network: Network, here: Thing) -> list[Thing]:
    """Return the place and its equals: the five regions, or the countries of its region with the most members."""
    countries = place.summarise_countries(network)
    others = [Thing("region", region) for region in countries]
    if here.kind == "country":
        beside = countries[place.region_of(network, here)][:_BESIDE]
        others = [Thing("country", each.iso3) for each in beside]
    return list(dict.fromkeys([here, *others]))
