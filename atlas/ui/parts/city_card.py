"""The chosen city, kept in the URL alone so that a link to it works in any browser; and its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.html import render
from atlas.ui.frame import cache, filters, links
from atlas.ui.frame.keys import CITY
from atlas.wording import gettext as _
from atlas.words import city as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from atlas.model import Network


def choose_city(city_id: str) -> None:
    """Make a member the chosen one."""
    st.query_params[CITY] = city_id


def forget_city() -> None:
    """Choose no city."""
    st.query_params.pop(CITY, None)


def chosen_city(network: Network) -> str | None:
    """Return the chosen member; :func:`notices` tells the visitor of an unknown one."""
    city_id = st.query_params.get(CITY)
    return city_id if city_id in network.cities.index else None


def notices(network: Network) -> Iterator[str]:
    """Yield that the city of the link is unknown, if it is: the notices of a page with the card."""
    if (city_id := st.query_params.get(CITY)) and city_id not in network.cities.index:
        yield _(
            "The link names the city “{city}”, which is not listed (any more). The rest of the link applies."
        ).format(city=city_id[:80])


def show_city_card(network: Network, city_id: str, *, among: Sequence[str]) -> None:
    """Draw what is known about a member, each fact with its source, and the way to the next one.

    Parameters
    ----------
    network : Network
        The whole network.
    city_id : str
        The member.
    among : sequence of str
        The members shown, in order; where a filter leaves this one out, the card says so.
    """
    city = network.cities.loc[city_id]
    card = render(
        "city_card",
        shown=city_id in among,
        facts=words.list_card_facts(network, city_id),
        themes=words.list_themes(network, city_id),
    )
    with st.container(border=True, key="city_card"):
        _show_ways(list(among), city_id)
        st.html(render("city_name", name=city["display_name"], local_name=city["local_name"]))
        _show_places(city)
        st.html(card)
        links.show_page_link(
            "city", _("Its page, with possible partners"), [(CITY, city_id)], icon=":material/arrow_forward:"
        )


def _show_places(city: pd.Series) -> None:
    """Draw country and region of the member, each a filter to add or to take out."""
    with st.container(horizontal=True, key="card_places"):
        for name, code in (("country", city["iso3"]), ("region", city["region"])):
            st.button(
                cache.filter_label(name)(code),
                key=f"card_{name}",
                type="tertiary",
                on_click=filters.toggle,
                args=(name, code),
            )


def _show_ways(among: list[str], city_id: str) -> None:
    """Draw the buttons to the members before and after this one, and the one that closes the card."""
    at = among.index(city_id) if city_id in among else None
    with st.container(horizontal=True, key="card_ways"):
        if at is not None and len(among) > 1:
            before, after = among[at - 1], among[(at + 1) % len(among)]
            _show_way("before", ":material/chevron_left:", _("Previous member shown"), before)
            st.html(render("card_at", at=at + 1, of=len(among)), width="content")
            _show_way("after", ":material/chevron_right:", _("Next member shown"), after)
        st.button(_("Close the card"), key="close_card", type="tertiary", icon=":material/close:", on_click=forget_city)


def _show_way(key: str, icon: str, what: str, city_id: str) -> None:
    st.button(what, key=f"card_{key}", type="tertiary", icon=icon, on_click=choose_city, args=(city_id,))
