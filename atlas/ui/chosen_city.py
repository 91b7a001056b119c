"""The chosen city: kept in the URL alone, so that a link to it works in any browser."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import labels
from atlas.model import UNKNOWN_YEAR
from atlas.ui import shell
from atlas.ui.keys import CITY
from atlas.wording import country_name
from atlas.wording import gettext as _

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network

_SHOWN_STATEMENTS: Final = 4


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


def show_city_card(network: Network, city_id: str) -> None:
    """Draw what is known about a member, each fact with its source."""
    city = network.cities.loc[city_id]
    with st.container(border=True, key="city_card"):
        st.html(_head(city))
        st.markdown(_facts(network, city))
        focus = network.focus[network.focus["city_id"] == city_id]
        st.markdown(_statements(focus, network.clusters))
        st.button(_("Close"), key="close_card", type="tertiary", icon=":material/close:", on_click=forget_city)


def _head(city: pd.Series) -> str:
    local = f'<p class="local" lang="">{escape(city["local_name"])}</p>' if city["local_name"] else ""
    where = _("{country} · {region}").format(country=country_name(city["iso3"]), region=_(str(city["region"])))
    return f'<h3 class="city">{escape(city["display_name"])}</h3>{local}<p class="subtitle">{escape(where)}</p>'


def _facts(network: Network, city: pd.Series) -> str:
    year = UNKNOWN_YEAR if city.isna()["joined_year"] else str(city["joined_year"])
    awards = network.awards.loc[network.awards["city_id"] == city["city_id"], "year"].astype(str)
    lines = [
        _("Joined: **{year}**").format(year=labels.year_label(year).replace(_("year not published"), _("not published"))),
        _("Pin: {kind}, placed at the {precision}").format(kind=_(str(city["kind"])), precision=_(str(city["precision"]))),
        _("Learning City Award: {years}").format(years=", ".join(awards) or _("none listed")),
        _source(city),
    ]
    return "  \n".join(lines)


def _source(city: pd.Series) -> str:
    if city["source_mirror"] == "yes":
        return _("Source: a copy of a UNESCO page, not linked")
    return _("[Source of the membership]({url})").format(url=_link(city["source_url"]))


def _link(url: str) -> str:
    """Return an address that cannot break out of a Markdown link."""
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")


def _statements(focus: pd.DataFrame, clusters: pd.DataFrame) -> str:
    if focus.empty:
        return _("**Stated focus:** no statement found")
    from atlas.selection import focus_codes

    codes = focus_codes(focus).drop_duplicates()
    themes = [labels.theme_label(code, clusters) for code in codes]
    return _("**Stated focus:** {themes}").format(themes="; ".join(themes))
