"""The page of a country or region: the filters name the place, so its numbers are those of the filtered table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.palette import SHAPES
from atlas.summaries import compare, place
from atlas.summaries.compare import Thing
from atlas.ui.frame import cache, choices, keys, links, shell, state
from atlas.ui.parts import legend, map_view
from atlas.wording import country_name, language, listing, number, sort_key, use_language
from atlas.wording import gettext as _
from atlas.words import place as words
from atlas.words.compare import option_name, thing_name
from geo.folium_map import Move
from geo.points import bounds

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 460


@dataclass(frozen=True)
class Placed:
    """The place that the filters name, if they name one, with the members that all filters leave."""

    view: View
    place: Thing | None
    profile: compare.Profile

    @property
    def filtered(self) -> bool:
        """Whether filters other than the place apply."""
        return bool(self.view.selection.without("region", "country", "evidence"))


def read(view: View) -> Placed:
    """Return the one country or region that the filters name."""
    return Placed(view, place.chosen_place(view.selection), compare.summarise_profile(view.shown))


def title(placed: Placed) -> str:
    """Return the heading."""
    return words.title(placed.place, placed.view.network)


def lead(placed: Placed) -> str:
    """Return the sentence below it."""
    return words.lead(placed.place, placed.profile, placed.view.network, filtered=placed.filtered)


def show_choice(placed: Placed) -> None:
    """Draw the field that goes to another country or region, the ways on, and what a link got wrong."""
    names = _names(language())
    # The filters are the state; the field only shows what they say.
    choices.hold(keys.PLACE, str(placed.place) if placed.place else None)
    with st.container(horizontal=True, vertical_alignment="bottom", key="place_row"):
        choices.show_choice(
            "selectbox",
            _("Country or region"),
            list(names),
            key=keys.PLACE,
            label=lambda thing: _names(language())[thing],
            placeholder=_("Type a name"),
            on_change=_go,
            width=380,
        )
        _show_comparison(placed)
    shell.show_notices(_notices(placed))


@st.cache_resource(show_spinner=False)
def _names(spoken: str) -> dict[str, str]:
    """Return the name of every region and every country with a member, regions first."""
    use_language(spoken)
    network = cache.network()
    things = [thing for thing in compare.known_things(network) if thing.kind != "city"]
    names = {str(thing): option_name(thing, network) for thing in things}
    return dict(sorted(names.items(), key=lambda each: (each[0].startswith("country"), sort_key(each[1]))))


def _go() -> None:
    chosen = choices.settle(keys.PLACE, _names(language()), lambda thing: _names(language())[thing])
    kind, _colon, code = "".join(chosen).partition(":")
    for name in ("region", "country"):
        state.choose(name, [code] if name == kind else [])


def _show_comparison(placed: Placed) -> None:
    selection = placed.view.selection
    several = [Thing("country", code) for code in selection["country"]] or [
        Thing("region", r) for r in selection["region"]
    ]
    text, things = _("Compare them"), several[: compare.MOST]
    if placed.place:
        text, things = _("Compare it with others"), _counterparts(placed.view.network, placed.place)
    if things:
        st.html(f'<p class="ways">{links.link(text, links.compare_address(things))}</p>')


def _counterparts(network: Network, here: Thing) -> list[Thing]:
    """Return the place and its equals: the five regions, or the countries of its region with the most members."""
    if here.kind == "region":
        others = [thing for thing in compare.known_things(network) if thing.kind == "region"]
    else:
        codes = place.summarise_neighbours(network, place.region_of(network, here))["iso3"]
        others = [Thing("country", code) for code in codes.head(4)]
    return list(dict.fromkeys([here, *others]))[: compare.MOST]


def _notices(placed: Placed) -> list[str]:
    """Name Member States that a link asks for and that have no member, and two places at once."""
    network, selection = placed.view.network, placed.view.selection
    asked = {code for name, code in st.session_state.get(keys.UNKNOWN, ()) if name == "country"}
    message = _("{country} is a Member State of UNESCO in {region}; no member is listed there.")
    notices = [
        message.format(country=country_name(row.iso3), region=_(row.region))
        for row in network.member_states.itertuples()
        if row.iso3 in asked
    ]
    several = selection["country"] or selection["region"]
    if placed.place is None and several:
        names = [country_name(code) if selection["country"] else _(code) for code in several]
        notices.append(
            _("The filters name {names}: choose one of them here, or compare them.").format(names=listing(names))
        )
    return notices


def show_index(placed: Placed) -> bool:
    """Draw all regions and countries with their members as long as no place is chosen; return whether none is."""
    if placed.place:
        return False
    sections = "".join(
        f'<section><h3><i class="shape {SHAPES[region]}"></i> '
        f"{links.link(_(region), links.thing_address(Thing('region', region)))}</h3>{_countries(countries)}</section>"
        for region, countries in place.summarise_index(placed.view.shown).items()
        if countries
    )
    st.html(f'<div class="atlas_index">{sections}</div>')
    return True


def _countries(countries: list[tuple[str, int]]) -> str:
    by_name = sorted(countries, key=lambda each: sort_key(country_name(each[0])))
    return "<ul>" + "".join(_country(code, members) for code, members in by_name) + "</ul>"


def _country(code: str, members: int) -> str:
    to = links.thing_address(Thing("country", code))
    return f"<li>{links.link(country_name(code), to)}<b>{number(members)}</b></li>"


def show_map(placed: Placed) -> None:
    """Draw the map fitted to the members, and the numbers of the place; a click opens the member."""
    with st.container(key="place_map"):
        main, side = st.columns([3, 1], gap="medium")
    with main:
        clicked = map_view.show_map(
            placed.view.summary, key="place_world", height=_HEIGHT, move=_move(placed.view.shown.cities)
        )
    if clicked:
        links.go_to("city", [(keys.CITY, clicked)])
    with side:
        _show_figures(placed)
    legend.show_disclaimer()


def _move(cities: pd.DataFrame) -> Move | None:
    """Return the order to fit the map to the members: a new one whenever their bounds change."""
    box = bounds(cities)
    last = st.session_state.get(keys.PLACE_BOUNDS, (0, None))
    if box != last[1]:
        last = st.session_state[keys.PLACE_BOUNDS] = (last[0] + 1, box)
    return Move(number=last[0], bounds=box, fly=last[0] > 1) if box else None


def _show_figures(placed: Placed) -> None:
    profile, network = placed.profile, placed.view.network
    dated = profile.members - profile.undated
    figures = [
        (profile.members, _("members shown")),
        (dated, _("of them with a published year of joining")),
        (profile.covered, _("of them with a stated focus that a page names")),
        (profile.awarded, _("of them with a Learning City Award")),
    ]
    if placed.place and placed.place.kind == "region":
        figures.insert(1, (profile.countries, _("countries with a member shown")))
    items = "".join(f"<li><b>{number(value)}</b><span>{escape(text)}</span></li>" for value, text in figures)
    st.html(f'<ul class="figures">{items}</ul>')
    if placed.place and placed.place.kind == "country":
        region = place.region_of(network, placed.place)
        to = links.thing_address(Thing("region", region))
        text = _("The whole region: {region}").format(region=thing_name(Thing("region", region), network))
        st.html(f'<p class="ways">{links.link(text, to)}</p>')
