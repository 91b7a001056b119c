"""The parts of the overview: the world, the numbers, growth at a glance, the newest cohort, what people can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.charts.spark import build_stock_line
from atlas.credits import version_date
from atlas.html import render
from atlas.kept import once_per_network
from atlas.model import REGIONS, rows
from atlas.palette import SHAPES
from atlas.summaries import growth, members
from atlas.summaries.compare import Thing
from atlas.tables import member_table
from atlas.ui.frame import keys, links, shell
from atlas.ui.parts import cards, handout, legend, map_view
from atlas.ui.parts.pictures import picture_fold
from atlas.wording import gettext as _
from atlas.words import growth as growth_words
from atlas.words import overview as words

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 480
_MAP_AND_KEY: Final = (3, 1)


def show_head(title: str, view: View) -> None:
    """Draw title and sentence, as wide as the page: all that matters is in the first screen of a laptop."""
    with st.container(key="overview_head"):
        shell.show_heading(title, words.lead(view.network.coverage), view.network)


def show_world(view: View) -> None:
    """Draw the world map with its key and the numbers that size it; a click opens the member on the map page."""
    with st.container(key="overview_map"):
        main, side = st.columns(_MAP_AND_KEY, gap="medium")
    with main:
        clicked = map_view.show_map(view.shown_ids, key="overview_world", height=_HEIGHT)
    if clicked:
        links.go_to("map", [(keys.CITY, clicked)])
    with side:
        legend.show_regions(view.summary)
        _show_numbers(view)
    with st.container(key="chart_overview_map"):
        legend.show_disclaimer()
        cards.show_table(
            lambda: member_table(view.shown.cities, ("display_name", "iso3", "region", "joined_year")),
            key="overview_members",
            label=words.members_label(),
        )
        cards.show_fold(picture_fold(["map"], view))


def _show_numbers(view: View) -> None:
    """Draw the numbers that size what is shown, how much of its themes is known, and how fresh the data are."""
    known, members = view.summary.stated, view.summary.members
    st.html(
        render(
            "overview_numbers",
            figures=words.figures(view.summary),
            share=known / members,
            stated=words.stated(known, members),
            fresh=words.fresh(version_date(view.network.version)),
        )
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
    drop = growth.largest_drop(counts)
    title, note = growth_words.glance_title(counts), growth_words.glance_note(drop)
    return (
        render("chart_head", title=title, subtitle=note, level=2),
        build_stock_line(counts, alt=growth_words.stock_alt(counts, events, drop), drop=drop),
    )


def show_newest(view: View) -> None:
    """Draw the members of the newest cohort by region, each a link to its page."""
    cohort = _newest(view.network)
    title = words.newest_title(sum(map(len, cohort.values())), members.newest_year(view.network))
    linked = {
        region: [(name, links.thing_address(Thing("city", city_id)), iso3) for name, city_id, iso3 in found]
        for region, found in cohort.items()
        if found
    }
    st.html(render("newest", title=title, regions=linked, shapes=SHAPES))


@once_per_network
def _newest(network: Network) -> dict[str, list[tuple[str, str, str]]]:
    """Return name, id and country of the newest members by region, in UNESCO's order."""
    by_region: dict[str, list[tuple[str, str, str]]] = {region: [] for region in REGIONS}
    cohort = members.newest_cohort(network).reset_index()
    for region, *member in rows(cohort, "region", "display_name", "city_id", "iso3"):
        by_region[region].append(tuple(member))
    return by_region


def show_ways(view: View) -> None:
    """Draw the ways on as cards, each of them a link, and the hand-out of what is shown."""
    with st.container(horizontal=True, key="ways"):
        st.html(render("card_head", title=words.ways_title()))
        for way in words.WAYS:
            links.show_page_link(way.page, f"**{_(way.title)}** {_(way.text)}")
    handout.show_meeting(view, "overview")
