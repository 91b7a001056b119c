"""The chosen city: kept in the URL alone, so that a link to it works in any browser."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from atlas import labels
from atlas.focus_codes import focus_codes
from atlas.model import WEAK
from atlas.population import population_of
from atlas.ui.frame import links, shell
from atlas.ui.frame.keys import CITY
from atlas.wording import country_name
from atlas.wording import gettext as _

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
    facts = {**_membership(city), **_about(network, city)}
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in facts.items())
    hidden = "" if shown else f"<p>{escape(_('Not among the members shown: a filter leaves it out.'))}</p>"
    with st.container(border=True, key="city_card"):
        st.html(f"{_head(city)}{hidden}<dl>{rows}</dl>")
        links.show_page_link(
            "city", _("Its page, with possible partners"), [(CITY, city_id)], icon=":material/arrow_forward:"
        )
        st.button(_("Close"), key="close_card", type="tertiary", icon=":material/close:", on_click=forget_city)


def _head(city: pd.Series) -> str:
    local = f'<p class="local" lang="">{escape(city["local_name"])}</p>' if city["local_name"] else ""
    where = _("{country} · {region}").format(country=country_name(city["iso3"]), region=_(str(city["region"])))
    return f'<h2 class="city">{escape(city["display_name"])}</h2>{local}<p class="subtitle">{escape(where)}</p>'


def _membership(city: pd.Series) -> dict[str, str]:
    year = _("not published") if pd.isna(city["joined_year"]) else str(city["joined_year"])
    source = _("a copy of a UNESCO page, not linked")
    if city["source_mirror"] != "yes":
        source = _linked(_("page that shows the membership"), city["source_url"])
    return {_("Joined"): escape(year), _("Source"): source}


def _about(network: Network, city: pd.Series) -> dict[str, str]:
    awards = network.awards.loc[network.awards["city_id"] == city["city_id"], "year"].astype(str)
    pin = _("{kind}; the pin stands at the {precision}").format(
        kind=labels.sentence_case(_(str(city["kind"]))), precision=_(str(city["precision"]))
    )
    return {
        _("Kind of member"): escape(pin),
        _("Population"): escape(labels.population_label(population_of(city))),
        _("Learning City Award"): escape(", ".join(awards) or _("none listed")),
        _("Stated focus"): _statements(network, city["city_id"]),
    }


def _statements(network: Network, city_id: str) -> str:
    focus = network.focus[network.focus["city_id"] == city_id]
    if focus.empty:
        return escape(_("no statement found"))
    focus = focus.assign(code=focus_codes(focus)).drop_duplicates("code")
    return "<ul>" + "".join(f"<li>{_statement(row, network)}</li>" for _index, row in focus.iterrows()) + "</ul>"


def _statement(row: pd.Series, network: Network) -> str:
    theme = labels.sentence_case(labels.theme_label(row["code"], network.clusters))
    said = _("{theme} (weak statement)").format(theme=theme) if row["strength"] == WEAK else theme
    return escape(said) if row["mirror"] else _linked(said, row["source_url"])


def _linked(text: str, url: str) -> str:
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'
