"""The page of one member: what is known with its sources, where it lies and stands, whom it could talk to."""

from __future__ import annotations

import math
import zlib
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas import credits
from atlas.html import render
from atlas.partners import within
from atlas.summaries.city import list_cohort
from atlas.ui.city import known, members, partners, reach, wishes
from atlas.ui.frame import cache, keys, links, shell
from atlas.ui.parts import map_view, search_box
from atlas.ui.parts.city_card import choose_city
from atlas.wording import gettext as _
from atlas.words import city as words
from geo.folium_map import Move
from geo.points import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.model import Network

MAP_HEIGHT: Final = 380
NEIGHBOURS: Final = 8
_NEAREST: Final = 5


def find_city(network: Network) -> str | None:
    """Return the member that the link names; :func:`notices` tells the visitor of an unknown one."""
    city_id = st.query_params.get(keys.CITY)
    return city_id if city_id in network.cities.index else None


def notices(network: Network) -> Iterator[str]:
    """Yield that the member of the link is unknown, if it is."""
    if (city_id := st.query_params.get(keys.CITY)) and city_id not in network.cities.index:
        message = _("No listed member has the address “{city}”. It may have been renamed, or it left the list.")
        yield message.format(city=city_id[:80])


def show_invitation(network: Network) -> None:
    """Draw the way in when no member is chosen: a search, and the nearest names when the link named one in vain."""
    shell.show_heading(
        _("A city and its possible partners"),
        _("Look up a member to see all that is known about it, and which members it could talk to."),
        network,
    )
    with st.container(width=640, key="city_search"):
        search_box.show_search(network)
    if (asked := st.query_params.get(keys.CITY)) and (near := _nearest_ids(asked)):
        members.show_links(network, near, _("The nearest names"))
    elif not asked:
        _show_examples(network)


def _nearest_ids(asked: str) -> list[str]:
    """Return members whose names are like the words of an identifier, without its country code."""
    words = asked.replace("-", " ").replace("_", " ").split()
    name = words[:-1] if len(words) > 1 and len(words[-1]) == len("ISO") else words
    matches = cache.search_index().search(" ".join(name)[:80], limit=_NEAREST)
    return [match.city_id for match in matches]


def _show_examples(network: Network) -> None:
    """Offer the members of the newest award as a start."""
    awards = network.awards[network.awards["city_id"].isin(network.cities.index)]
    if awards.empty:
        return
    year = awards["year"].max()
    winners = dict.fromkeys(awards.loc[awards["year"] == year, "city_id"])
    message = _("Or begin with a member that received the award of {year}")
    members.show_links(network, winners, message.format(year=year))


def show_city(network: Network, city_id: str) -> None:
    """Draw everything about a member."""
    wishes.adopt_url()
    shell.show_heading(str(network.cities.loc[city_id, "display_name"]), words.lead(network, city_id), network)
    _show_ways_on(network, city_id)
    left, right = st.columns([3, 2], gap="large")
    with left:
        known.show_known(network, city_id)
    with right:
        _show_surroundings(network, city_id)
    partners.show_partners(network, city_id)
    reach.show_reach(network, city_id)
    reach.show_theme(network, city_id)


def _show_ways_on(network: Network, city_id: str) -> None:
    search, ways = st.columns([1, 2], gap="medium", vertical_alignment="bottom")
    with search:
        search_box.show_search(network)
    with ways, st.container(horizontal=True, vertical_alignment="center", key="city_ways"):
        st.html(render("city_ways"), width="content")
        links.show_page_link("map", _("Show on the map"), [(keys.CITY, city_id)], icon=":material/map:")
        partners.show_sheet_download(network, city_id, key="sheet_top")


def _show_surroundings(network: Network, city_id: str) -> None:
    """Draw the member among those nearest to it, and when others joined."""
    near = dict(list(within(network, city_id, math.inf).items())[:NEIGHBOURS])
    if near:
        _show_map(network, city_id, near)
    names = (words.neighbour_name(network, each, kilometres) for each, kilometres in near.items())
    st.html(
        render(
            "city_around",
            disclaimer=credits.map_disclaimer(),
            neighbours=list(zip(names, members.addresses(near), strict=True)),
            headings=words.standing_headings(),
            standing=words.standing_rows(network, city_id),
        )
    )
    if mates := list_cohort(network, city_id):
        label = words.cohort_label(len(mates), network.cities.loc[city_id, "joined_year"])
        members.show_table(network, mates, key="cohort_table", label=label)


def _show_map(network: Network, city_id: str, near: dict[str, float]) -> None:
    """Draw the map; a click on another member leads to its page."""
    together = network.only(pd.Index([city_id, *near]))
    order = Move(number=zlib.crc32(city_id.encode()) + 1, bounds=bounds(together.cities), fly=False)
    clicked = map_view.show_map(together.cities.index, key="city_map", height=MAP_HEIGHT, selected=city_id, move=order)
    if clicked and clicked != city_id:
        choose_city(clicked)
        st.rerun()
