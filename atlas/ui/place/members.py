"""The members of a country or region: their awards, their names by country, their table and its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.html import render
from atlas.summaries import place
from atlas.summaries.compare import Thing
from atlas.ui.frame import links
from atlas.ui.parts import downloads, tables
from atlas.wording import country_name, sort_key
from atlas.words import data as data_words
from atlas.words import place as words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.ui.place.page import PlaceView

_COLUMNS: Final = ("display_name", "iso3", "joined_year", "kind", "stated_focus", "award_years", "source_url", "site")


def show_awards(here: PlaceView) -> None:
    """Draw the awards that members received, or that none is listed."""
    awards = [
        (each.year, each.city, links.thing_address(Thing("city", each.city_id)), country_name(each.iso3))
        for each in place.list_awards(here.view.shown)
    ]
    st.html(render("place_awards", title=words.awards_title(len(awards)), awards=awards, absent=words.no_awards()))


def show_members(here: PlaceView) -> None:
    """Draw the members as links to their pages and as a table, with the files to take away."""
    view, count = here.view, len(here.view.shown)
    st.html(render("place_members", title=words.members_title(count), countries=_by_country(view.shown.cities)))
    tables.show_members(view.shown.cities, _COLUMNS, key="place_members", network=view.shown)
    with st.container(horizontal=True, key="place_downloads"):
        label = partial(data_words.shown_rows, count)
        downloads.show_member_files(view.shown, view.network, label, selection=view.selection, key="download_place")


def _by_country(cities: pd.DataFrame) -> dict[str, list[tuple[str, str]]]:
    """Return name and address of the members by country, both by name."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = zip(cities["iso3"].tolist(), cities["display_name"].tolist(), cities.index, strict=True)
    for iso3, name, city_id in sorted(rows, key=lambda row: (sort_key(country_name(row[0])), sort_key(row[1]))):
        address = links.thing_address(Thing("city", city_id))
        found.setdefault(country_name(iso3), []).append((name, address))
    return found
