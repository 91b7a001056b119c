"""The page of one member: what is known with its sources, where it lies and stands, whom it could talk to."""

from __future__ import annotations

import zlib
from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.city_sheet import goal_words
from atlas.palette import SDG_COLOURS
from atlas.summaries import city as summary
from atlas.summaries.members import Summary
from atlas.ui.city import known as city_facts
from atlas.ui.city import partners as partner_cards
from atlas.ui.city import reach as travel_cards
from atlas.ui.city import wishes as partner_state
from atlas.ui.frame import cache, keys, links, shell, state
from atlas.ui.parts import legend, map_view, search_box, tables
from atlas.ui.parts.chosen_city import choose_city
from atlas.wording import country_name, ngettext, number
from atlas.wording import gettext as _
from geo.folium_map import Move
from geo.points import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.model import Network

MAP_HEIGHT: Final = 380
NEIGHBOURS: Final = 8
_NEAREST: Final = 5


def find_city(network: Network) -> str | None:
    """Return the member that the link names; an unknown one explains itself and leads on."""
    city_id = st.query_params.get(keys.CITY)
    unknown = bool(city_id) and city_id not in network.cities.index
    message = _("No listed member has the address “{city}”. It may have been renamed, or it left the list.")
    shell.show_notices([message.format(city=str(city_id)[:80])] if unknown else [])
    return city_id if city_id and not unknown else None


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
        _show_links(network, near, _("The nearest names"))
    elif not asked:
        _show_examples(network)


def _show_links(network: Network, city_ids: Iterable[str], label: str) -> None:
    city_facts.show_city_links((city_facts.city_link(network, each) for each in city_ids), label=label)


def _nearest_ids(asked: str) -> list[str]:
    """Return members whose names are like the words of an identifier, without its country code."""
    words = asked.replace("-", " ").replace("_", " ").split()
    name = words[:-1] if len(words) > 1 and len(words[-1]) == len("ISO") else words
    matches = cache.search_index().search(" ".join(name)[:80], limit=_NEAREST)
    return [match.city_id for match in matches]


def _show_examples(network: Network) -> None:
    """Offer the members of the newest award as a start."""
    awards = network.awards
    newest = awards[awards["year"] == awards["year"].max()]
    if newest.empty:
        return
    message = _("Or begin with a member that received the award of {year}")
    _show_links(network, newest["city_id"].drop_duplicates(), message.format(year=newest["year"].iloc[0]))


def show_city(network: Network, city_id: str) -> None:
    """Draw everything about a member."""
    partner_state.adopt_url()
    city = network.cities.loc[city_id]
    idle = bool(state.current_selection())
    shell.show_notices([_("The filters do not change this page: it is about one member among all.")] if idle else [])
    shell.show_heading(str(city["display_name"]), city_facts.lead(network, city_id), network)
    _show_ways_on(network, city_id)
    left, right = st.columns([3, 2], gap="large")
    with left:
        city_facts.show_facts(network, city_id)
        city_facts.show_statements(network, city_id)
        _show_goals(network, city_id)
    with right:
        _show_neighbours(network, city_id)
        _show_standing(network, city_id)
    partner_cards.show_partners(network, city_id)
    travel_cards.show_travel(network, city_id)
    travel_cards.show_theme(network, city_id)


def _show_ways_on(network: Network, city_id: str) -> None:
    search, ways = st.columns([1, 2], gap="medium", vertical_alignment="bottom")
    with search:
        search_box.show_search(network)
    with ways, st.container(horizontal=True, vertical_alignment="center", key="city_ways"):
        st.markdown(f"[{_('Possible partners')}](#partners)")
        st.markdown(f"[{_('Who is within reach')}](#reach)")
        links.show_page_link("map", _("Show on the map"), [(keys.CITY, city_id)], icon=":material/map:")
        partner_cards.show_sheet_download(network, city_id, key="sheet_top")


def _show_neighbours(network: Network, city_id: str) -> None:
    """Draw the member among those nearest to it; a click on one leads to its page."""
    near = travel_cards.nearest(network, city_id, NEIGHBOURS)
    if near.empty:
        st.html(f'<p class="subtitle">{escape(_("This member is not placed on the map; no position is known."))}</p>')
        return
    together = network.only(pd.Index([city_id, *near.index]))
    order = Move(number=zlib.crc32(city_id.encode()) + 1, bounds=bounds(together.cities), fly=False)
    clicked = map_view.show_map(Summary(together), key="city_map", height=MAP_HEIGHT, selected=city_id, move=order)
    legend.show_disclaimer()
    _show_neighbour_links(network, near)
    if clicked and clicked != city_id:
        choose_city(clicked)
        st.rerun()


def _show_neighbour_links(network: Network, near: pd.DataFrame) -> None:
    items = (
        city_facts.city_link(network, str(city_id), kilometres=float(kilometres))
        for city_id, kilometres in near["km"].items()
    )
    city_facts.show_city_links(items, label=_("The nearest members, in a straight line"))


def _show_standing(network: Network, city_id: str) -> None:
    """Draw where the member stands by time of joining, which is no ranking of cities."""
    standing = summary.summarise_standing(network, city_id)
    city = network.cities.loc[city_id]
    names = {
        "country": country_name(city["iso3"]),
        "region": _(str(city["region"])),
        "network": _("The whole list"),
    }
    columns = ("members", "earlier", "same", "later", "unknown")
    titles = (_("Members"), _("Joined earlier"), _("Same year"), _("Later"), _("Year unknown"))
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in ("", *titles))
    rows = "".join(
        f'<tr><th scope="row">{escape(names[row["scope"]])}</th>'
        + "".join(f"<td>{escape(_count(row[column]))}</td>" for column in columns)
        + "</tr>"
        for row in standing.to_dict("records")
    )
    st.subheader(_("Where it stands in the network"), anchor=False)
    st.html(f'<table class="plain numbers"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
    _show_cohort(network, city_id)


def _count(value: int | None) -> str:
    return _("not known") if value is None or pd.isna(value) else number(value)


def _show_cohort(network: Network, city_id: str) -> None:
    mates = summary.summarise_cohort(network, city_id)
    if mates.empty:
        return
    label = ngettext(
        "The other member that joined in {year}",
        "The other {number} members that joined in {year}",
        len(mates),
    ).format(number=number(len(mates)), year=network.cities.loc[city_id, "joined_year"])
    tables.show_folded_members(mates, key="cohort_table", label=label, page_of=city_facts.city_url)


def _show_goals(network: Network, city_id: str) -> None:
    st.subheader(_("Goals (SDG)"), anchor=False)
    note = _("SDG 4 and 11 belong to every member and are not repeated. “Mapped” is our reading of a stated theme.")
    st.html(f'<p class="subtitle">{escape(note)}</p>')
    goals = summary.list_goals(network, city_id)
    items = "".join(
        f'<li><b style="background:{SDG_COLOURS[goal]}">{goal}</b><span>{escape(goal_words(goal, basis))}</span></li>'
        for goal, basis in goals
    )
    st.html(f'<ul class="goals">{items}</ul>' if goals else f"<p>{escape(_('None is stated or mapped.'))}</p>")
