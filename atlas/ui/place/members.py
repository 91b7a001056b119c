"""The members of a country or region: their awards, all of them as one table with links, and its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import streamlit as st

from atlas.html import render
from atlas.summaries import place
from atlas.summaries.compare import Thing
from atlas.tables import column_heading, member_table
from atlas.ui.frame import links
from atlas.ui.parts import downloads, handout
from atlas.wording import country_name, sort_key
from atlas.words import data as data_words
from atlas.words import place as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network
    from atlas.ui.place.page import PlaceView

_COLUMNS: Final = ("iso3", "joined_year", "stated_focus", "award_years", "source_url")
"""What a row says beside the name; the country only where there may be several."""


class _Row(NamedTuple):
    """A member: its name with the address of its page, what is told in cells (None: not published), and its source."""

    name: str
    to: str
    told: list[object]
    source: str


def show_awards(here: PlaceView) -> None:
    """Draw the awards that members received, or that none is listed."""
    awards = [
        (each.year, each.city, links.thing_address(Thing("city", each.city_id)), country_name(each.iso3))
        for each in place.list_awards(here.view.shown)
    ]
    st.html(render("place_awards", title=words.awards_title(len(awards)), awards=awards, absent=words.no_awards()))


def show_members(here: PlaceView) -> None:
    """Draw every member once, as a row with a link to its page, with the files to take away.

    A table of the page and no grid: its links can be reached by keyboard, searched and printed, and one element is all
    that is sent.
    """
    view, count = here.view, len(here.view.shown)
    columns = _COLUMNS if here.is_region else _COLUMNS[1:]
    heads = [(name, column_heading(name)) for name in ("display_name", *columns)]
    st.html(render("place_members", title=words.members_title(count), heads=heads, rows=_rows(view.shown, columns)))
    downloads.show_member_files(
        view.shown,
        view.network,
        data_words.download_shown(count),
        partial(data_words.shown_rows, count),
        selection=view.selection,
        key="download_place",
    )
    handout.show_meeting(view, "place")


def _rows(shown: Network, columns: Sequence[str]) -> list[_Row]:
    """Return the members by country, then by name."""
    names = zip(shown.cities.index, shown.cities["iso3"].tolist(), shown.cities["display_name"].tolist(), strict=True)
    order = sorted(names, key=lambda each: (sort_key(country_name(each[1])), sort_key(each[2])))
    cities = shown.cities.loc[[city_id for city_id, *_rest in order]]
    table = member_table(cities, columns, network=shown)
    cells = table.astype("object").where(table.notna(), None).to_numpy().tolist()
    return [
        _Row(name, links.thing_address(Thing("city", city_id)), told, source)
        for (city_id, _iso3, name), (*told, source) in zip(order, cells, strict=True)
    ]
