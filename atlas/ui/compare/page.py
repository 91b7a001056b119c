"""The page "Compare": facts, themes and years of joining of a few things, on the same scales."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import export
from atlas.charts import compare as charts
from atlas.labels import sentence_case, year_label
from atlas.selection import Selection, select
from atlas.summaries import compare
from atlas.summaries.place import region_of
from atlas.ui.compare.choice import adopt, choose, chosen_things, option_names
from atlas.ui.frame import links
from atlas.ui.parts import cards, downloads
from atlas.wording import gettext as _
from atlas.wording import language, ngettext, number
from atlas.words import compare as words
from atlas.words.compare_facts import fact_table
from atlas.words.focus import theme_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from atlas.model import Network
    from atlas.summaries.compare import Profile, Thing
    from atlas.ui.frame.shell import View

_THEMES: Final = 12
"""Themes drawn; the table holds all of them."""


@dataclass(frozen=True)
class Comparison:
    """What is compared: the members that each thing stands for, and their numbers, in the order chosen."""

    view: View
    parts: dict[Thing, Network]
    profiles: dict[Thing, Profile]

    @property
    def things(self) -> list[Thing]:
        """The things, in the order chosen."""
        return list(self.parts)

    @property
    def names(self) -> dict[str, str]:
        """The short name of each thing, by its text."""
        return {str(thing): words.thing_name(thing, self.view.network) for thing in self.parts}


def read(view: View) -> Comparison:
    """Return what link and field ask to compare; a city chosen by name stays even when a filter leaves it out."""
    adopt()
    everyone = select(view.network, Selection(evidence=view.selection["evidence"]))
    parts = {
        thing: compare.part_of(everyone if thing.kind == "city" else view.shown, thing) for thing in chosen_things()
    }
    return Comparison(view, parts, {thing: compare.summarise_profile(part) for thing, part in parts.items()})


def lead(compared: Comparison) -> str:
    """Return the sentence above the page."""
    return words.lead(compared.profiles, compared.view.network)


def show_invitation(view: View) -> bool:
    """Draw examples made from the data as long as nothing is chosen; return whether nothing is."""
    if chosen_things():
        return False
    st.subheader(_("Examples to start from"), anchor=False)
    suggestions = compare.suggest_comparisons(view.network)
    for at, (column, (reason, things)) in enumerate(zip(st.columns(len(suggestions)), suggestions, strict=True)):
        with column, st.container(border=True, height="stretch", key=f"example_{at}"):
            names = words.things_listing(things, view.network)
            if reason == "regions":
                names = _("The five regions")
            st.button(names, key=f"compare_{at}", on_click=choose, args=(things,), width="stretch")
            st.html(f'<p class="subtitle">{escape(words.suggestion_text(reason, view.network))}</p>')
    return True


def show_facts(compared: Comparison) -> None:
    """Draw the facts, one column per thing; on a phone the names of facts stand above their values."""
    view = compared.view
    table = fact_table(compared.profiles, view.shown, view.network)
    st.subheader(_("Facts side by side"), anchor=False)
    st.html(_html(table, compared))
    source = _("Source: members listed in the Atlas, each with the page that proves it on the page of the city.")
    st.html(f'<p class="source">{escape(source)}</p>')
    about = downloads.provenance(view.network, view.selection)
    downloads.show_download(
        _("These facts as CSV"),
        export.file_name(about.version, view.selection, "csv", table="compare"),
        partial(export.to_csv, table, about),
        key="download_compare",
    )


def _html(table: pd.DataFrame, compared: Comparison) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader">{links.link(name, links.thing_address(thing))}</th>'
        for name, thing in zip(compared.names.values(), compared.things, strict=True)
    )
    rows = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(row[0])}</th>'
        + "".join(f'<td role="cell">{escape(text)}</td>' for text in row[1:])
        + "</tr>"
        for row in table.itertuples(index=False, name=None)
    )
    label = escape(_("Facts, one column per city, country or region"))
    return (
        f'<div class="facts n{len(compared.things)}" role="region" tabindex="0" aria-label="{label}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">'
        f'{escape(table.columns[0])}</th>{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def show_years(compared: Comparison) -> None:
    """Draw members by year of joining, one strip per thing on the same axes."""
    rows = compare.summarise_years_of(compared.parts, compared.view.network)
    names, colours = compared.names, _colours(compared)
    wide = rows.pivot(index="year", columns="item", values="members")[list(names)].reset_index()
    wide["year"] = [sentence_case(year_label(year)) for year in wide["year"]]
    cards.show_chart(
        charts.build_year_strips(rows, names=names, colours=colours, unknown=_("not publ."), tone=cards.current_tone()),
        key="compare_years",
        title=words.years_title(rows, names),
        subtitle=_(
            "Members listed, by year of joining; every strip has the same scale. Hollow: year not published. "
            "Follows the filters."
        ),
        alt=words.years_alt(rows, names),
        table=_headed(wide, _("Year of joining"), compared.things),
        source=_("Source: members listed in the Atlas."),
    )


def show_themes(compared: Comparison) -> None:
    """Draw stated themes, one column per thing on the same scale."""
    rows = compare.summarise_themes_of(compared.parts)
    if rows.empty:
        st.info(_("No statement on the focus was found for any of them."))
        return
    names, clusters = compared.names, compared.view.network.clusters
    order = list(dict.fromkeys(rows["code"]))
    drawn = rows[rows["code"].isin(order[:_THEMES])]
    wide = rows.pivot(index="code", columns="item", values="members").loc[order, list(names)].reset_index()
    wide["code"] = theme_names(wide["code"], clusters)
    cards.show_chart(
        charts.build_theme_columns(
            drawn,
            labels=theme_names(order[:_THEMES], clusters),
            headings=words.theme_headings(drawn, names),
            colours=_colours(compared),
            tone=cards.current_tone(),
        ),
        key="compare_themes",
        title=_themes_title(min(len(order), _THEMES)),
        subtitle=_(
            "What pages say that members work on, common themes first; the table has all {number}. A bar is the share "
            "of the members with a statement (number under the name); a full bar means all of them, or the one city."
        ).format(number=number(len(order))),
        alt=words.themes_alt(drawn, names, clusters),
        table=_headed(wide, _("Stated focus"), compared.things),
        source=_("Source: statements on public pages, each with its link on the page “Data”."),
    )


def _themes_title(count: int) -> str:
    return ngettext(
        "What they work on: {number} stated theme", "What they work on: the first {number} stated themes", count
    ).format(number=number(count))


def _colours(compared: Comparison) -> dict[str, str]:
    """Return the colour of the region of each thing, the same as on the map."""
    hues, network = cards.current_tone().regions, compared.view.network
    regions = {
        thing: str(network.cities.loc[thing.code, "region"]) if thing.kind == "city" else region_of(network, thing)
        for thing in compared.things
    }
    return {str(thing): hues[region] for thing, region in regions.items()}


def _headed(wide: pd.DataFrame, first: str, things: Sequence[Thing]) -> pd.DataFrame:
    options = option_names(language())
    return wide.set_axis([first, *(options[str(thing)] for thing in things)], axis=1)


def show_link(compared: Comparison) -> None:
    """Draw the link to this very comparison, ready to copy."""
    base = str(st.context.url or "").partition("?")[0]
    if not base:  # nobody told us under which address the page is read
        return
    st.subheader(_("Link to this comparison"), anchor=False)
    address = links.compare_address(compared.things)
    st.code(f"{base.rpartition('/')[0]}/{address}", language=None, wrap_lines=True)
