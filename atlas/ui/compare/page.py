"""The page "Compare": facts, themes and years of joining of a few things, on the same scales."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import export
from atlas.charts import compare as charts
from atlas.exhibits.chart import Chart
from atlas.html import render
from atlas.selection import counting, mask
from atlas.summaries import compare
from atlas.summaries.place import region_of
from atlas.ui.compare import choice
from atlas.ui.frame import links, shell
from atlas.ui.parts import downloads
from atlas.ui.parts.addresses import full_address
from atlas.ui.parts.cards import current_tone, show_card
from atlas.wording import gettext as _
from atlas.words import compare as words
from atlas.words import compare_choice, filtering
from atlas.words.names import thing_name

if TYPE_CHECKING:
    from atlas.summaries.compare import Profile, Thing
    from atlas.ui.frame.shell import View

_THEMES: Final = 12
"""Themes in sight; the others are folded."""


@dataclass(frozen=True)
class Comparison:
    """What is compared: the numbers of each thing, in the order chosen."""

    view: View
    profiles: dict[Thing, Profile]

    @property
    def names(self) -> dict[str, str]:
        """The short name of each thing, by its text."""
        return {str(thing): thing_name(thing, self.view.network) for thing in self.profiles}

    @property
    def colours(self) -> dict[str, str]:
        """The colour of the region of each thing, the same as on the map, by its text."""
        hues, network = current_tone().regions, self.view.network
        regions = {
            thing: str(network.cities.at[thing.code, "region"]) if thing.kind == "city" else region_of(network, thing)
            for thing in self.profiles
        }
        return {str(thing): hues[region] for thing, region in regions.items()}


def read(view: View) -> Comparison:
    """Return what link and field ask to compare; a city chosen by name stays even when a filter leaves it out."""
    choice.adopt()
    counted = counting(view.network, weak=view.selection.counts_weak)
    fitting = mask(counted, view.selection)
    profiles = {}
    for thing in choice.chosen_things():
        members = compare.members_of(counted, thing)
        profiles[thing] = compare.summarise_profile(counted, members if thing.kind == "city" else members & fitting)
    return Comparison(view, profiles)


def lead(compared: Comparison) -> str:
    """Return the sentence above the page."""
    return words.lead(compared.profiles, compared.view.network)


def show_status(view: View) -> None:
    """Draw how many members the filters leave, and the chips of the filters."""
    shell.show_status(view, compare_choice.status(len(view), narrowed=view.selection.narrows))


def show_empty(compared: Comparison) -> bool:
    """Say which filter to loosen when no member fits, unless a city is compared, which stays; return whether it did."""
    stays = any(thing.kind == "city" for thing in compared.profiles)
    return not stays and shell.show_empty(compared.view)


def show_side_by_side(compared: Comparison) -> None:
    """Draw the facts and the stated themes, one column per thing, as one element, and their file."""
    view, profiles, network = compared.view, compared.profiles, compared.view.network
    facts = words.side_by_side(profiles, view.shown, network)
    codes = list(dict.fromkeys(compare.summarise_themes_of(profiles)["code"]))
    rows = words.theme_rows(codes, profiles, network)
    things = [(name, links.thing_address(thing)) for name, thing in zip(compared.names.values(), profiles, strict=True)]
    st.html(
        render(
            "side_by_side",
            facts=words.telling_facts(facts),
            things=things,
            title=words.themes_title(len(codes)) if codes else words.no_themes(),
            subtitle=words.themes_subtitle(profiles) if codes else "",
            heads=words.theme_heads(profiles, network),
            rows=rows[:_THEMES],
            more=rows[_THEMES:],
            source=words.themes_source(),
        )
    )
    downloads.show_table(
        _("This comparison as {format}").format(format=downloads.CSV),
        export.file_name(network.version, view.selection, "zip", table="compare"),
        partial(words.comparison_table, facts, codes, profiles, network),
        export.provenance(network, view.selection),
        key="download_compare",
    )


def show_years(compared: Comparison) -> None:
    """Draw members of countries and regions by year of joining, one strip each on the same axes.

    A chart of ones would only repeat the row of years: a city has no strip.
    """
    network = compared.view.network
    profiles = {thing: each for thing, each in compared.profiles.items() if thing.kind != "city"}
    if not any(members > 1 for each in profiles.values() for members in each.years.values()):
        return
    rows = compare.summarise_years_of(profiles, network)
    chart = Chart(
        charts.build_year_strips(
            rows,
            names={str(thing): thing_name(thing, network) for thing in profiles},
            colours=compared.colours,
            unknown=_("not publ."),
            tone=current_tone(),
        ),
        title=words.years_title(profiles, network),
        subtitle=words.years_subtitle(),
        alt=words.years_alt(profiles, network),
        source=words.years_source(),
        remark=filtering.apply(),
    )
    show_card(
        chart, key="compare_years", table=lambda: words.years_table(dict.fromkeys(rows["year"]), profiles, network)
    )


def show_link(compared: Comparison) -> None:
    """Draw the link to this very comparison, ready to copy."""
    if address := full_address(links.compare_address(compared.profiles)):
        st.html(render("to_copy", title=_("Link to this comparison"), text=address))
