"""The charts of a country or region: members by year of joining, by stated theme and by country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.charts.bars import Segment, build_rows
from atlas.charts.focus import build_themes
from atlas.charts.places import build_joining_years
from atlas.html import render
from atlas.model import NO_STATEMENT
from atlas.summaries import place
from atlas.ui.parts.cards import Chart, current_tone, show_card
from atlas.wording import country_name, number, sort_key
from atlas.wording import gettext as _
from atlas.words import place as words
from atlas.words.focus import theme_names

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.place.page import PlaceView

_THEMES: Final = 10
_YEARS_HEIGHT: Final = 240
_COUNTRIES_AND_STATES: Final = (3, 2)
"""Themes drawn; the table holds all of them."""


def tell(here: PlaceView) -> bool:
    """Return whether charts can tell anything: of a single member the table says it all, in one row."""
    return here.profile.members > 1 or here.is_region


def show_years(here: PlaceView) -> None:
    """Draw the members by year of joining, where the years tell anything."""
    years = here.view.summary.years
    if not (title := words.years_title(years)):
        return
    chart = Chart(
        build_joining_years(years, unknown=_("not publ."), tone=current_tone(), height=_YEARS_HEIGHT),
        title=title,
        subtitle=words.years_subtitle(),
        alt=words.years_alt(years),
        source=words.members_source(),
    )
    show_card(chart, key="place_years", table=lambda: words.years_table(years))


def show_themes(here: PlaceView) -> None:
    """Draw what the members state, and for how many no statement was found."""
    profile, clusters = here.profile, here.view.network.clusters
    drawn = pd.DataFrame(list(profile.themes.items())[:_THEMES], columns=["code", "members"])
    chart = Chart(
        build_themes(
            drawn,
            missing=profile.members - profile.covered,
            labels=theme_names([*drawn["code"], NO_STATEMENT], clusters),
            tone=current_tone(),
        ),
        title=words.themes_title(profile, clusters),
        subtitle=words.themes_subtitle(len(profile.themes)),
        alt=words.themes_alt(drawn["code"], profile, clusters),
        source=words.themes_source(),
    )
    show_card(chart, key="place_themes", table=lambda: words.themes_table(profile, clusters))


def show_countries(here: PlaceView) -> None:
    """Draw, for a region, its countries with members, and name the Member States without one."""
    if here.place is None or not here.is_region:
        return
    left, right = st.columns(_COUNTRIES_AND_STATES, gap="large")
    with left:
        _show_countries(here.view.shown, here.place.code)
    with right:
        _show_states_without(here.view.network, here.place.code)


def _show_countries(shown: Network, region: str) -> None:
    countries, tone = place.summarise_countries(shown)[region], current_tone()
    members = [each.members for each in countries]
    chart = Chart(
        build_rows(
            labels=[country_name(each.iso3) for each in countries],
            segments=[Segment(members, tone.regions[region])],
            texts=[number(count) for count in members],
            tone=tone,
        ),
        title=words.countries_title(len(countries)),
        subtitle=words.countries_subtitle(),
        alt=words.countries_alt(countries),
        source=words.members_source(),
    )
    show_card(chart, key="place_countries", table=lambda: words.countries_table(countries))


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
