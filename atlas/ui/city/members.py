"""Other members on the page of a city: links to their pages, in lists and in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.html import render
from atlas.ui.city import wishes
from atlas.ui.frame import keys, links
from atlas.ui.parts import tables
from atlas.words import city as words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from atlas.model import Network


def addresses(city_ids: Iterable[str]) -> list[str]:
    """Return the addresses of members' pages; the wishes of the partner finder go along."""
    wished = wishes.parameters()
    return [links.address("city", [(keys.CITY, city_id), *wished]) for city_id in city_ids]


def show_links(network: Network, city_ids: Collection[str], label: str) -> None:
    """Draw links to members as a list.

    Plain links, not ``st.page_link``: between two cities that one leaves the old address in the browser, and the
    reader at the foot of the page.
    """
    names = (words.member_name(network, city_id) for city_id in city_ids)
    st.html(render("member_links", label=label, items=list(zip(names, addresses(city_ids), strict=True))))


def show_table(
    network: Network,
    city_ids: Sequence[str],
    *,
    key: str,
    label: str,
    more: Mapping[str, Sequence[float]] | None = None,
) -> None:
    """Draw members as a folded table with links to their pages; its rows are made and sent when it is opened.

    Parameters
    ----------
    network : Network
        The whole network.
    city_ids : sequence of str
        The members, in the order shown.
    key, label : str
        Key of the table, and what its fold says.
    more : mapping, optional
        Further columns by heading, one value per member.
    """
    cities = network.cities.loc[list(city_ids)]
    tables.show_folded_members(cities, key=key, label=label, more=more, pages=addresses(city_ids))
