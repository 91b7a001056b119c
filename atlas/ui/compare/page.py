"""The page "Compare": facts, themes and years of joining of a few things, on the same scales."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import export
from atlas.exhibits import compare as charts
from atlas.html import render
from atlas.summaries import compare
from atlas.ui.compare import choice
from atlas.ui.frame import links, shell
from atlas.ui.parts import downloads
from atlas.ui.parts.addresses import full_address
from atlas.ui.parts.cards import current_tone, show_card
from atlas.ui.parts.pictures import picture_fold
from atlas.wording import gettext as _
from atlas.words import compare as words
from atlas.words import compare_choice
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


def read(view: View) -> Comparison:
    """Return what link and field ask to compare; a city chosen by name stays even when a filter leaves it out."""
    choice.adopt()
    return Comparison(view, charts.profiles_of(view.network, view.selection, choice.chosen_things()))


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
    """Draw members of countries and regions by year of joining, one strip each on the same axes."""
    network, profiles = compared.view.network, compared.profiles
    if chart := charts.years(profiles, network, current_tone()):
        groups = {thing: each for thing, each in profiles.items() if thing.kind != "city"}
        show_card(
            chart,
            key="compare_years",
            table=lambda: words.years_table(
                dict.fromkeys(compare.summarise_years_of(groups, network)["year"]), groups, network
            ),
            folds=[picture_fold(["compare_years"], compared.view, things=tuple(profiles))],
        )


def show_link(compared: Comparison) -> None:
    """Draw the link to this very comparison, ready to copy."""
    if address := full_address(links.compare_address(compared.profiles)):
        st.html(render("to_copy", title=_("Link to this comparison"), text=address))
