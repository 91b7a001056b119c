"""The parts of the overview: the world, the numbers, growth at a glance, the newest cohort, what people can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.charts.spark import build_stock_line
from atlas.html import render
from atlas.kept import once_per_network
from atlas.model import REGIONS, rows
from atlas.palette import SHAPES
from atlas.summaries import growth, members
from atlas.tables import member_table
from atlas.ui.frame import keys, links
from atlas.ui.parts import cards, legend, map_view
from atlas.wording import gettext as _
from atlas.words import growth as growth_words
from atlas.words import overview as words
from geo.points import placed

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 480


def lead(view: View) -> str:
    """Return the sentence above the page."""
    return words.lead(view.network.coverage)


def show_world(view: View) -> None:
    """Draw the world map with its key and the numbers that size it; a click opens the member on the map page."""
    with st.container(key="overview_map"):
        main, side = st.columns([3, 1], gap="medium")
    with main:
        clicked = map_view.show_map(view.shown_ids, key="overview_world", height=_HEIGHT)
    if clicked:
        links.go_to("map", [(keys.CITY, clicked)])
    with side:
        legend.show_regions(view.summary)
        st.html(render("figures", figures=words.figures(view.summary, placed=len(placed(view.shown.cities)))))
    legend.show_disclaimer()
    cards.show_table(
        lambda: member_table(view.shown.cities, ("display_name", "iso3", "region", "joined_year")),
        key="overview_members",
        label=words.members_label(),
    )


def show_growth(view: View) -> None:
    """Draw the announced totals at a glance."""
    head, line = _glance(view.network)
    st.html(head)
    st.markdown(line, unsafe_allow_html=True)  # st.html strips SVG; a template has escaped what is in it
    cards.show_table(
        lambda: growth_words.glance_table(growth.summarise_counts(view.network.milestones)), key="growth_glance_table"
    )


@once_per_network
def _glance(network: Network) -> tuple[Markup, Markup]:
    """Return the heading of the line of announced totals, and the line."""
    counts = growth.summarise_counts(network.milestones)
    events = growth.summarise_events(network.events, network.all_awards)
    title, note = growth_words.glance_title(counts), growth_words.glance_note()
    return (
        render("chart_head", title=title, subtitle=note, level=2),
        build_stock_line(counts, alt=growth_words.stock_alt(counts, events)),
    )


def show_newest(view: View) -> None:
    """Draw the members of the newest cohort by region, as text."""
    st.html(_newest(view.network))


@once_per_network
def _newest(network: Network) -> Markup:
    cohort = members.newest_cohort(network)
    by_region: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for region, name, iso3 in rows(cohort, "region", "display_name", "iso3"):
        by_region[region].append((name, iso3))
    title = words.newest_title(len(cohort), members.newest_year(network))
    return render("newest", title=title, regions=by_region, shapes=SHAPES)


def show_ways() -> None:
    """Draw the ways on."""
    st.html(render("card_head", title=words.ways_title()))
    for column, way in zip(st.columns(len(words.WAYS)), words.WAYS, strict=True):
        with column:
            links.show_page_link(way.page, _(way.title), icon=":material/arrow_forward:")
            st.html(render("way", text=_(way.text)))
