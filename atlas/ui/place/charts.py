"""The charts of a country or region: members by year of joining, by stated theme and by country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.exhibits import place as charts
from atlas.html import render
from atlas.summaries import place
from atlas.ui.parts.cards import current_tone, show_card
from atlas.ui.parts.pictures import picture_fold
from atlas.wording import country_name, sort_key
from atlas.words import place as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.frame.shell import View
    from atlas.ui.place.page import PlaceView

_COUNTRIES_AND_STATES: Final = (3, 2)
"""Shares of the width that the two columns have."""


def tell(here: PlaceView) -> bool:
    """Return whether charts can tell anything: of a single member the table says it all, in one row."""
    return here.profile.members > 1 or here.is_region


def show_years(here: PlaceView) -> None:
    """Draw the members by year of joining, where the years tell anything."""
    years = here.view.summary.years
    if chart := charts.years(years, current_tone()):
        show_card(
            chart,
            key="place_years",
            table=lambda: words.years_table(years),
            folds=[picture_fold(["years"], here.view)],
        )


def show_themes(here: PlaceView) -> None:
    """Draw what the members state, and for how many no statement was found."""
    profile, clusters = here.profile, here.view.network.clusters
    show_card(
        charts.themes(profile, clusters, current_tone()),
        key="place_themes",
        table=lambda: words.themes_table(profile, clusters),
        folds=[picture_fold(["place_themes"], here.view)],
    )


def show_countries(here: PlaceView) -> None:
    """Draw, for a region, its countries with members, and name the Member States without one."""
    if here.place is None or not here.is_region:
        return
    left, right = st.columns(_COUNTRIES_AND_STATES, gap="large")
    with left:
        _show_countries(here.view, here.place.code)
    with right:
        _show_states_without(here.view.network, here.place.code)


def _show_countries(view: View, region: str) -> None:
    show_card(
        charts.countries(view.shown, region, current_tone()),
        key="place_countries",
        table=lambda: words.countries_table(place.summarise_countries(view.shown)[region]),
        folds=[picture_fold(["place_countries"], view)],
    )


def _show_states_without(network: Network, region: str) -> None:
    names = sorted((country_name(code) for code in place.states_without_member(network, region)), key=sort_key)
    st.html(
        render(
            "place_states",
            title=words.states_title(),
            note=words.states_note(len(names)),
            names=names,
            source=words.states_source(),
        )
    )
