"""What is known about a member, in tables and lists: each fact with its source, its date and a way to correct it."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import pandas as pd
import streamlit as st

from atlas.city_sheet import link
from atlas.summaries import city as summary
from atlas.ui.city import wishes as partner_state
from atlas.ui.frame import keys, links
from atlas.wording import country_name, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.model import Network
    from atlas.summaries.city import Fact, Statement

CORRECTIONS_VARIABLE: Final = "ATLAS_CORRECTIONS_URL"
"""Environment variable: where corrections go, an address of mail or of a form with ``{row}`` and ``{field}`` in it."""
_SCHEMES: Final = ("mailto:", "https://", "http://")
_NAMES: Final = ("city", "local_name", "aliases")


def lead(network: Network, city_id: str) -> str:
    """Return what can be said about a member in two sentences."""
    city = network.cities.loc[city_id]
    beside = int((network.cities["iso3"] == city["iso3"]).sum())
    if pd.isna(city["joined_year"]):
        first = ngettext(
            "{city} is the only listed member in {country}; the year in which it joined is not published.",
            "{city} is one of {number} listed members in {country}; the year in which it joined is not published.",
            beside,
        )
    else:
        first = ngettext(
            "{city} joined the network in {year} and is the only listed member in {country}.",
            "{city} joined the network in {year} and is one of {number} listed members in {country}.",
            beside,
        )
    first = first.format(
        city=city["display_name"], year=city["joined_year"], number=number(beside), country=country_name(city["iso3"])
    )
    return _("{first} {second}").format(first=first, second=_focus_sentence(network, city_id))


def _focus_sentence(network: Network, city_id: str) -> str:
    themes = len({each.theme for each in summary.list_statements(network, city_id)})
    if not themes:
        return _("No statement about what it works on was found.")
    return ngettext(
        "Public pages name {number} theme of its work.", "Public pages name {number} themes of its work.", themes
    ).format(number=number(themes))


def city_url(city_id: str) -> str:
    """Return the address of a member's page, relative to any page; the wishes of the partner finder go along."""
    wishes = partner_state.wishes().items()
    return links.address(
        "city", [(keys.CITY, city_id), *((name, value) for name, values in wishes for value in values)]
    )


def city_link(network: Network, city_id: str, *, kilometres: float | None = None) -> str:
    """Return a link to a member's page as HTML, with its distance where it is given.

    A plain link, not ``st.page_link``: between two cities that one leaves the old address in the browser, and the
    reader at the foot of the page.
    """
    city = network.cities.loc[city_id]
    words = {"city": city["display_name"], "country": country_name(city["iso3"])}
    label = _("{city}, {country}").format(**words)
    if kilometres is not None:
        label = _("{city}, {country}, {distance} km away").format(**words, distance=number(round(kilometres)))
    return links.link(label, city_url(city_id))


def show_city_links(items: Iterable[str], *, label: str) -> None:
    """Draw links as a list.

    Parameters
    ----------
    items : iterable of str
        Safe HTML.
    label : str
        What the list is, above it.
    """
    listed = "".join(f"<li>{item}</li>" for item in items)
    st.html(f'<h3 class="plain">{escape(label)}</h3><ul class="links">{listed}</ul>')


def show_facts(network: Network, city_id: str) -> None:
    """Draw the facts as a table: what, value, where from."""
    st.subheader(_("What is known"), anchor=False)
    facts = summary.list_facts(network, city_id)
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in (_("Fact"), _("Value"), _("Source and date")))
    rows = "".join(_row(fact, city_id) for fact in facts)
    st.html(f'<table class="plain known"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')


def _row(fact: Fact, city_id: str) -> str:
    page, change = link(_("open page"), fact.source), correction_link(city_id, fact.field)
    beside = (escape(fact.date), page, escape(fact.note), change)
    tongue = ' lang=""' if fact.field in _NAMES else ""  # names are in whichever language they are
    return (
        f'<tr><th scope="row">{escape(fact.name)}</th><td{tongue}>{escape(fact.value)}</td>'
        f"<td>{' · '.join(filter(None, beside))}</td></tr>"
    )


def correction_link(city_id: str, field: str) -> str:
    """Return the link that suggests a correction of one value, or nothing where no address is configured."""
    template = os.environ.get(CORRECTIONS_VARIABLE, "")
    if not template.startswith(_SCHEMES):
        return ""
    address = template.replace("{row}", quote(city_id, safe="")).replace("{field}", quote(field, safe=""))
    label = _("Suggest a correction of “{field}”").format(field=field)
    return f'<a href="{escape(address)}" aria-label="{escape(label)}">{escape(_("correct"))}</a>'


def show_statements(network: Network, city_id: str) -> None:
    """Draw every stated focus with the evidence as it was found."""
    st.subheader(_("Stated focus"), anchor=False)
    statements = summary.list_statements(network, city_id)
    if not statements:
        message = _("No statement found. The city may well have a focus; no page that was read names it.")
        st.html(f'<p class="subtitle">{escape(message)}</p>')
        return
    note = _("What pages say, quoted in English. It never means that the city works on nothing else.")
    items = "".join(_statement(each, city_id) for each in statements)
    st.html(f'<p class="subtitle">{escape(note)}</p><ul class="statements">{items}</ul>')


def _statement(each: Statement, city_id: str) -> str:
    page = escape(_("a copy of a UNESCO page, not linked")) if each.mirrored else link(_("open page"), each.source)
    beside = (escape(each.strength), escape(each.year), page, correction_link(city_id, "focus"))
    said = f'<p lang="en">{escape(each.evidence)}</p>'
    return f"<li><b>{escape(each.theme)}</b>{said}<small>{' · '.join(filter(None, beside))}</small></li>"
