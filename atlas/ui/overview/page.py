"""The parts of the overview: the world, the numbers, growth at a glance, the newest cohort, what people can do."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.charts.spark import build_stock_line
from atlas.model import REGIONS
from atlas.palette import SHAPES
from atlas.summaries import growth, members
from atlas.tables import member_table
from atlas.ui.frame import keys, links
from atlas.ui.parts import cards, legend, map_view
from atlas.wording import country_name, mark, ngettext, number
from atlas.wording import gettext as _
from atlas.words import growth as growth_words
from geo.points import placed

if TYPE_CHECKING:
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 480
_TASKS: Final = (
    ("map", mark("Find a city"), mark("Search in any script, open the card of a member, zoom to a country.")),
    ("focus", mark("See what they work on"), mark("Stated themes by region, and the goals they map to.")),
    ("growth", mark("Follow the growth"), mark("Announced totals, admissions, and who is still missing.")),
    ("data", mark("Take the data"), mark("Every row with its source, as CSV or GeoJSON.")),
)


def sentence(view: View) -> str:
    """Return what the network is and how large."""
    coverage = view.network.coverage
    return _(
        "The UNESCO Global Network of Learning Cities joins {cities} cities in {countries} countries that commit to "
        "lifelong learning for all. This Atlas shows where they are, what they work on and how the network grew."
    ).format(cities=number(coverage.announced), countries=number(coverage.announced_countries))


def show_world(view: View) -> None:
    """Draw the world map with its key and the numbers that size it; a click opens the member on the map page."""
    with st.container(key="overview_map"):
        main, side = st.columns([3, 1], gap="medium")
    with main:
        clicked = map_view.show_map(view.summary, key="overview_world", height=_HEIGHT)
    if clicked:
        links.go_to("map", [(keys.CITY, clicked)])
    with side:
        legend.show_regions(view.summary)
        _show_numbers(view)
    legend.show_disclaimer()
    cards.show_table(
        member_table(view.shown.cities, ("city", "country", "region", "year")),
        key="overview_members",
        label=_("Show the members as a table"),
    )


def _show_numbers(view: View) -> None:
    shown = view.summary
    figures = (
        (shown.members, _("members shown, in {number} countries").format(number=number(shown.countries))),
        (shown.dated, _("of them with a published year of joining")),
        (shown.stated, _("of them have a focus stated on a public page")),
        (len(placed(view.shown.cities)), _("of them placed on the map")),
    )
    items = "".join(f"<li><b>{number(value)}</b><span>{escape(text)}</span></li>" for value, text in figures)
    st.html(f'<ul class="figures">{items}</ul>')


def show_growth(view: View) -> None:
    """Draw the announced totals at a glance."""
    counts = growth.summarise_counts(view.network.milestones)
    events = growth.summarise_events(view.network.events, view.network.all_awards)
    st.subheader(growth_words.glance_title(counts), anchor=False)
    cards.show_note(_("Cities in the whole network as UNESCO published them; the filters do not apply."))
    # st.html strips SVG; nothing here comes from outside unescaped.
    st.markdown(build_stock_line(counts, alt=growth_words.stock_alt(counts, events)), unsafe_allow_html=True)
    cards.show_table(
        pd.DataFrame({_("Date"): counts["date"], _("Cities"): counts["cities_total"]}), key="growth_glance_table"
    )


def show_newest(view: View) -> None:
    """Draw the members of the newest cohort by region, as text."""
    newest = members.newest_cohort(view.network)
    st.subheader(
        ngettext(
            "The newest cohort: {number} member of {year} listed here",
            "The newest cohort: {number} members of {year} listed here",
            len(newest),
        ).format(number=number(len(newest)), year=members.newest_year(view.network)),
        anchor=False,
    )
    groups = "".join(_region_of_cohort(region, newest) for region in REGIONS)
    st.html(f'<div class="cohort">{groups}</div>')


def _region_of_cohort(region: str, members: pd.DataFrame) -> str:
    rows = members[members["region"] == region]
    if rows.empty:
        return ""
    names = " · ".join(
        f"{escape(row.display_name)} <small>{escape(country_name(row.iso3))}</small>" for row in rows.itertuples()
    )
    return f'<section><h3><i class="shape {SHAPES[region]}"></i> {escape(_(region))}</h3><p>{names}</p></section>'


def show_what_to_do() -> None:
    """Draw the ways on."""
    st.subheader(_("What you can do here"), anchor=False)
    for column, (page, title, text) in zip(st.columns(len(_TASKS)), _TASKS, strict=True):
        with column:
            links.show_page_link(page, _(title), icon=":material/arrow_forward:")
            st.html(f'<p class="subtitle">{escape(_(text))}</p>')
