"""The chosen city, kept in the URL alone so that a link to it works in any browser; and its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.html import render
from atlas.ui.frame import links, shell
from atlas.ui.frame.keys import CITY
from atlas.wording import gettext as _
from atlas.words import city as words

if TYPE_CHECKING:
    from atlas.model import Network


def choose_city(city_id: str) -> None:
    """Make a member the chosen one."""
    st.query_params[CITY] = city_id


def forget_city() -> None:
    """Choose no city."""
    st.query_params.pop(CITY, None)


def chosen_city(network: Network) -> str | None:
    """Return the chosen member; an unknown id is named to the visitor and ignored."""
    city_id = st.query_params.get(CITY)
    known = city_id is None or city_id in network.cities.index
    message = _("The link names the city “{city}”, which is not listed (any more). The rest of the link applies.")
    shell.show_notices([] if known else [message.format(city=str(city_id)[:80])])
    return city_id if known else None


def show_city_card(network: Network, city_id: str, *, shown: bool) -> None:
    """Draw what is known about a member, each fact with its source.

    Parameters
    ----------
    network : Network
        The whole network.
    city_id : str
        The member.
    shown : bool
        Whether the filters let it through; if not, the card says so.
    """
    city = network.cities.loc[city_id]
    card = render(
        "city_card",
        name=city["display_name"],
        local_name=city["local_name"],
        where=words.where(city),
        shown=shown,
        facts=words.list_card_facts(network, city_id),
        themes=words.list_themes(network, city_id),
    )
    with st.container(border=True, key="city_card"):
        st.html(card)
        links.show_page_link(
            "city", _("Its page, with possible partners"), [(CITY, city_id)], icon=":material/arrow_forward:"
        )
        st.button(_("Close"), key="close_card", type="tertiary", icon=":material/close:", on_click=forget_city)
