"""The page of a country or region: the filters name the place, so its numbers are those of the filtered table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.html import render
from atlas.palette import SHAPES
from atlas.selection import counting, mask
from atlas.summaries import compare, place
from atlas.summaries.compare import Thing
from atlas.ui.frame import keys, links
from atlas.ui.parts import cards, legend, map_view
from atlas.ui.parts.pictures import picture_fold
from atlas.wording import country_name, sort_key
from atlas.wording import gettext as _
from atlas.words import place as words
from geo.folium_map import Move
from geo.points import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from atlas.summaries.place import CountryCount
    from atlas.ui.frame.shell import View

_HEIGHT: Final = 460
_MAP_AND_FIGURES: Final = (3, 1)


@dataclass(frozen=True)
class PlaceView:
    """The place that the filters name, if they name one, with the numbers of the members that all filters leave."""

    view: View
    place: Thing | None
    profile: compare.Profile

    @property
    def is_region(self) -> bool:
        """Whether the place is a region."""
        return self.place is not None and self.place.kind == "region"

    @property
    def filtered(self) -> bool:
        """Whether filters other than the place apply."""
        return bool(self.view.selection.without("region", "country", "evidence"))


def read(view: View) -> PlaceView:
    """Return the one country or region that the filters name."""
    counted = counting(view.network, weak=view.selection.counts_weak)
    profile = compare.summarise_profile(counted, mask(counted, view.selection))
    return PlaceView(view, place.chosen_place(view.selection), profile)


def title(here: PlaceView) -> str:
    """Return the heading."""
    return words.title(here.place, here.view.network)


def lead(here: PlaceView) -> str:
    """Return the sentence below it."""
    return words.lead(here.place, here.profile, here.view.network, filtered=here.filtered)


def show_index(here: PlaceView) -> bool:
    """Draw all regions and countries with their members as long as no place is chosen; return whether none is."""
    if here.place:
        return False
    regions = [
        {
            "name": _(region),
            "shape": SHAPES[region],
            "address": links.thing_address(Thing("region", region)),
            "countries": sorted(_linked(countries), key=lambda row: sort_key(row[0])),
        }
        for region, countries in place.summarise_countries(here.view.shown).items()
        if countries
    ]
    st.html(render("place_index", regions=regions))
    return True


def _linked(countries: Iterable[CountryCount]) -> list[tuple[str, str, int]]:
    return [
        (country_name(each.iso3), links.thing_address(Thing("country", each.iso3)), each.members) for each in countries
    ]


def show_map(here: PlaceView) -> None:
    """Draw the map fitted to the members, and the numbers of the place; a click opens the member."""
    with st.container(key="place_map"):
        main, side = st.columns(_MAP_AND_FIGURES, gap="medium")
    with main:
        clicked = map_view.show_map(
            here.view.shown_ids, key="place_world", height=_HEIGHT, move=_move(here.view.shown.cities)
        )
    if clicked:
        links.go_to("city", [(keys.CITY, clicked)])
    with side:
        _show_figures(here)
    legend.show_disclaimer()
    cards.show_fold(picture_fold(["map"], here.view))


def _move(cities: pd.DataFrame) -> Move | None:
    """Return the order to fit the map to the members: a new one whenever their bounds change."""
    box = bounds(cities)
    last = st.session_state.get(keys.PLACE_BOUNDS, (0, None))
    if box != last[1]:
        last = st.session_state[keys.PLACE_BOUNDS] = (last[0] + 1, box)
    return Move(number=last[0], bounds=box, fly=last[0] > 1) if box else None


def _show_figures(here: PlaceView) -> None:
    way = None
    if here.place and not here.is_region:
        region = place.region_of(here.view.network, here.place)
        way = (words.whole_region(region), links.thing_address(Thing("region", region)))
    figures = words.figures(here.profile, of_region=here.is_region)
    st.html(render("place_figures", figures=figures, way=way))
