"""The lower part of the page of a country or region: charts, countries, awards, members and their files."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas import export
from atlas.charts.bars import Segment, build_rows
from atlas.charts.focus import build_themes
from atlas.charts.places import build_joining_years
from atlas.labels import sentence_case, theme_label, year_label
from atlas.model import NO_STATEMENT
from atlas.summaries import focus, place
from atlas.summaries.compare import Thing
from atlas.tables import member_table
from atlas.ui.data import members as data_cards
from atlas.ui.frame import links
from atlas.ui.parts import cards, downloads
from atlas.wording import country_name, ngettext, number, sort_key
from atlas.wording import gettext as _
from atlas.words import focus as focus_words
from atlas.words import place as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.place.page import Placed

_COLUMNS: Final = ("display_name", "iso3", "joined_year", "kind", "stated_focus", "award_years", "source_url", "site")
_THEMES: Final = 10
_MOST_ROWS: Final = 12


def show_years(placed: Placed) -> None:
    """Draw the members by year of joining."""
    years = placed.view.summary.years
    cards.show_chart(
        build_joining_years(years, unknown=_("not publ."), tone=cards.current_tone(), height=240),
        key="place_years",
        title=words.years_title(years),
        subtitle=_("Members shown, by year of joining; hollow: year not published. Follows the filters."),
        alt=words.years_alt(years),
        table=pd.DataFrame(
            {
                _("Year of joining"): [sentence_case(year_label(each.year)) for each in years],
                _("Members"): [each.members for each in years],
            }
        ),
        source=_("Source: members listed in the Atlas."),
    )


def show_themes(placed: Placed) -> None:
    """Draw what the members state, and for how many no statement was found."""
    shown, clusters = placed.view.shown, placed.view.network.clusters
    themes = focus.summarise_themes(shown)
    missing = placed.profile.members - placed.profile.covered
    cards.show_chart(
        build_themes(
            themes.head(_THEMES),
            missing=missing,
            labels=focus_words.theme_names([*themes["code"].head(_THEMES), NO_STATEMENT], clusters),
            tone=cards.current_tone(),
        ),
        key="place_themes",
        title=words.themes_title(themes, placed.profile, clusters),
        subtitle=_(
            "Members that state a theme; each counts once per theme, and {number} themes in all are in the table. "
            "Hollow: no statement found."
        ).format(number=number(len(themes))),
        alt=focus_words.themes_alt(themes.head(_THEMES), missing=missing, clusters=clusters),
        table=pd.DataFrame(
            {
                _("Stated focus"): [sentence_case(theme_label(code, clusters)) for code in themes["code"]],
                _("Members"): themes["members"],
            }
        ),
        source=_("Source: statements on public pages, each with its link on the page “Data”."),
    )


def show_countries(placed: Placed) -> None:
    """Draw, for a region, its countries with members, and name the Member States without one."""
    if placed.place is None or placed.place.kind != "region":
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_countries(placed.view.shown, placed.place.code)
    with right:
        _show_states_without(placed.view.network, placed.place.code)


def _show_countries(shown: Network, region: str) -> None:
    counts = place.summarise_neighbours(shown, region)
    names = [country_name(code) for code in counts["iso3"]]
    texts = [number(int(members)) for members in counts["members"]]
    pairs = [_("{name}: {value}").format(name=name, value=text) for name, text in zip(names, texts, strict=True)]
    tone = cards.current_tone()
    cards.show_chart(
        build_rows(
            labels=names, segments=[Segment(counts["members"].tolist(), tone.regions[region])], texts=texts, tone=tone
        ),
        key="place_countries",
        title=ngettext("{number} country with a member", "{number} countries with members", len(counts)).format(
            number=number(len(counts))
        ),
        subtitle=_("Members shown, by country. Follows the filters."),
        alt=_("Members by country. {values}.").format(values="; ".join(pairs)),
        table=pd.DataFrame({_("Country"): names, _("Members"): counts["members"]}),
        source=_("Source: members listed in the Atlas."),
    )


def _show_states_without(network: Network, region: str) -> None:
    codes = place.states_without_member(network, region)
    st.subheader(_("Member States without a member listed here"), anchor=False)
    cards.show_note(words.states_note(len(codes)))
    names = sorted((country_name(code) for code in codes), key=sort_key)
    st.html('<p class="names">' + " · ".join(escape(name) for name in names) + "</p>")
    cards.show_note(_("Source: UNESCO’s Member States and regional groups; the filters do not apply."))


def show_awards(placed: Placed) -> None:
    """Draw the awards that members received, or that none is listed."""
    awards = place.summarise_awards(placed.view.shown)
    st.subheader(
        ngettext("{number} Learning City Award", "{number} Learning City Awards", len(awards)).format(
            number=number(len(awards))
        ),
        anchor=False,
    )
    if awards.empty:
        cards.show_note(_("None of the members shown is among the cities listed with an award."))
        return
    rows = "".join(
        f"<li>{row.year}: {links.link(row.city, links.thing_address(Thing('city', row.city_id)))} "
        f"<small>{escape(country_name(row.iso3))}</small></li>"
        for row in awards.itertuples()
    )
    st.html(f'<ul class="awards">{rows}</ul>')


def show_members(placed: Placed) -> None:
    """Draw the members as links to their pages and as a table, with the files to take away."""
    shown = placed.view.shown
    st.subheader(
        ngettext("The {number} member shown", "The {number} members shown", len(shown)).format(
            number=number(len(shown))
        ),
        anchor=False,
    )
    st.html(f'<div class="cohort">{_by_country(shown.cities)}</div>')
    st.dataframe(
        member_table(shown.cities, _COLUMNS, network=shown),
        key="place_members",
        height="auto" if len(shown) <= _MOST_ROWS else 420,
        alt=_("Table of the members shown, one row each, with the page that proves the membership."),
        **data_cards.table_settings(_COLUMNS),
    )
    _show_downloads(placed)


def _by_country(cities: pd.DataFrame) -> str:
    groups = {country_name(str(code)): rows for code, rows in cities.groupby("iso3", observed=True)}
    return "".join(
        f"<section><h3>{escape(name)}</h3><p>{_linked(groups[name])}</p></section>"
        for name in sorted(groups, key=sort_key)
    )


def _linked(cities: pd.DataFrame) -> str:
    rows = cities.sort_values("display_name", key=lambda names: names.map(sort_key))
    return " · ".join(
        links.link(row.display_name, links.thing_address(Thing("city", row.city_id))) for row in rows.itertuples()
    )


def _show_downloads(placed: Placed) -> None:
    view = placed.view
    about = downloads.provenance(view.network, view.selection)
    label = ngettext("{number} shown row as {format}", "{number} shown rows as {format}", len(view.shown))
    with st.container(horizontal=True, key="place_downloads"):
        for name, ending, make in (("CSV", "csv", _csv), ("GeoJSON", "geojson", _geojson)):
            downloads.show_download(
                label.format(number=number(len(view.shown)), format=name),
                export.file_name(about.version, view.selection, ending),
                partial(make, view.shown, about),
                key=f"download_place_{ending}",
            )


def _csv(network: Network, about: export.Provenance) -> bytes:
    return export.to_csv(export.members_to_export(network), about)


def _geojson(network: Network, about: export.Provenance) -> bytes:
    return export.to_geojson(export.members_to_export(network), about)
