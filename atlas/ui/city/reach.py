"""Who is within reach of a member, for a meeting or a webinar; and who else works on a theme."""

from __future__ import annotations

import math
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas import export
from atlas.focus_codes import focus_codes
from atlas.model import NO_STATEMENT, WEAK
from atlas.partners import members_with_focus, within, within_time_zones
from atlas.selection import Selection
from atlas.tables import vocabulary, worded
from atlas.ui.city import known as city_facts
from atlas.ui.frame import cache, choices, keys, links, shell
from atlas.ui.parts import downloads, tables
from atlas.wording import country_name, day, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Network

_FARTHEST_KM: Final = 5000
_KM_STEP: Final = 100
_USUAL_KM: Final = 1000
_MOST_HOURS: Final = 6
_USUAL_HOURS: Final = 2


def nearest(network: Network, city_id: str, most: int) -> pd.DataFrame:
    """Return the nearest members with their distance (column ``km``, great circle); empty when one is not placed."""
    return within(network, city_id, math.inf).head(most)


@shell.fragment
def show_travel(network: Network, city_id: str) -> None:
    """Draw the members within a distance, or within some hours of clock time, and their download."""
    st.header(_("Within reach"), anchor="reach")
    by_time = _show_measure() == "hours"
    name = str(network.cities.loc[city_id, "display_name"])
    if by_time:
        hours = st.slider(_("Hours of difference"), 0, _MOST_HOURS, _USUAL_HOURS, key=keys.TRAVEL_HOURS)
        found = within_time_zones(network, city_id, hours)
        sentence = _hours_sentence(network, name, len(found), hours)
    else:
        km = st.slider(
            _("Kilometres in a straight line"), _KM_STEP, _FARTHEST_KM, _USUAL_KM, _KM_STEP, key=keys.TRAVEL_KM
        )
        found = within(network, city_id, km)
        sentence = _km_sentence(name, len(found), km)
    st.html(f'<p class="subtitle" role="status">{escape(sentence)}</p>')
    if len(found):
        _show_found(network, found, city_id, sentence)


def _show_measure() -> str | None:
    chosen: str | None = choices.show_choice(
        "segmented_control",
        _("Who is within reach"),
        ["km", "hours"],
        key=keys.TRAVEL_BY,
        label=_measure_label,
        first="km",
        required=True,
    )
    return chosen


def _measure_label(code: str) -> str:
    return {"km": _("For a meeting: distance"), "hours": _("For a webinar: time zones")}[code]


def _km_sentence(name: str, found: int, km: int) -> str:
    return ngettext(
        "{number} member lies within {km} km of {city} in a straight line; roads and rails are longer.",
        "{number} members lie within {km} km of {city} in a straight line; roads and rails are longer.",
        found,
    ).format(number=number(found), km=number(km), city=name)


def _hours_sentence(network: Network, name: str, found: int, hours: int) -> str:
    return ngettext(
        "The clock of {number} member differs by at most {hours} h from that of {city} (on {date}).",
        "The clocks of {number} members differ by at most {hours} h from that of {city} (on {date}).",
        found,
    ).format(number=number(found), hours=number(hours), city=name, date=day(network.coverage.announced_on))


def _show_found(network: Network, found: pd.DataFrame, city_id: str, sentence: str) -> None:
    members = network.only(found.index)
    measure = found.iloc[:, 0].round().astype(int) if "km" in found else found.iloc[:, 0]
    heading = _("Kilometres") if "km" in found else _("Hours ahead")
    tables.show_folded_members(
        members.cities,
        key="reach_table",
        label=_("Show these members"),
        more=[measure.rename(heading)],
        page_of=city_facts.city_url,
    )
    about = downloads.provenance(network, None)
    table = export.members_to_export(members).assign(**{str(found.columns[0]): measure})
    downloads.show_download(
        _("These members as CSV"),
        export.file_name(network.version, None, "csv", query=f"{city_id} {found.columns[0]}"),
        partial(export.to_csv, table, export.Provenance(about.version, about.coverage, sentence)),
        key="download_reach",
    )


@shell.fragment
def show_theme(network: Network, city_id: str) -> None:
    """Draw who else works on a theme, with the evidence, and the way to them on the map."""
    st.header(_("Who works on it?"), anchor="theme")
    strong = network.focus[network.focus["strength"] != WEAK]
    codes = [code for code in cache.filter_options()["focus"] if code != NO_STATEMENT]
    own = focus_codes(strong[strong["city_id"] == city_id])
    first = next((code for code in own if code in codes), codes[0])
    code = choices.show_choice(
        "selectbox",
        _("Stated focus"),
        codes,
        key=f"{keys.THEME}_{city_id}",
        label=cache.filter_label("focus"),
        first=first,
    )
    found = members_with_focus(network, code)
    found = found[found["strength"] != WEAK]
    count = found["city_id"].nunique()
    sentence = ngettext(
        "{number} member states this focus; weak evidence is left out.",
        "{number} members state this focus; weak evidence is left out.",
        count,
    ).format(number=number(count))
    on_map = links.link(_("Show them on the map"), links.address("map", [("focus", code)]))
    st.html(f'<p class="subtitle" role="status">{escape(sentence)} {on_map}</p>')
    with st.expander(_("Show the members with the evidence"), icon=":material/table_chart:"):
        st.dataframe(
            _evidence(network, found), hide_index=True, key="theme_table", placeholder=_("not published"),
            column_config={_("Source page"): st.column_config.LinkColumn(display_text=_("open page"))},
        )  # fmt: skip
    _show_theme_download(network, code, found)


def _show_theme_download(network: Network, code: str, found: pd.DataFrame) -> None:
    chosen = Selection(focus=(code,))
    downloads.show_download(
        _("These members as CSV"),
        export.file_name(network.version, chosen, "csv"),
        partial(export.to_csv, found, downloads.provenance(network, chosen)),
        key="download_theme",
    )


def _evidence(network: Network, found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Member"): found["city_id"].map(network.cities["display_name"]),
            _("Country"): found["city_id"].map(network.cities["iso3"].astype(str)).map(country_name),
            _("What was found"): found["evidence"],
            _("Strength"): worded(found["strength"], vocabulary),
            _("Year"): found["year"],
            _("Source page"): found["source_url"].mask(found["mirror"], ""),
        }
    )
