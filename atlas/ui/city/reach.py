"""Who is within reach of a member, for a meeting or a webinar; and who else works on a theme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import export
from atlas.filters import memberships
from atlas.focus_codes import focus_codes
from atlas.html import render
from atlas.model import NO_STATEMENT
from atlas.partners import members_with_focus, within, within_time_zones
from atlas.selection import Selection, counting
from atlas.ui.city import members
from atlas.ui.frame import cache, choices, keys, links, shell
from atlas.ui.parts import downloads
from atlas.ui.parts.cards import expander_key
from atlas.wording import gettext as _
from atlas.wording import number
from atlas.words import city as words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network

_FARTHEST_KM: Final = 5000
_KM_STEP: Final = 100
_USUAL_KM: Final = 1000
_MOST_HOURS: Final = 6
_USUAL_HOURS: Final = 2


@shell.fragment
def show_reach(network: Network, city_id: str) -> None:
    """Draw the members within a distance, or within some hours of clock time, and their download."""
    st.html(render("section_head", anchor="reach", title=_("Within reach")))
    measure = choices.show_choice(
        "segmented_control",
        _("Who is within reach"),
        ["km", "hours"],
        key=keys.TRAVEL_BY,
        label=words.measure_label,
        first="km",
        required=True,
    )
    found, sentence = _by_clock(network, city_id) if measure == "hours" else _by_distance(network, city_id)
    st.html(render("finding", sentence=sentence, to=""))
    if found:
        _show_found(network, city_id, found, measure, sentence)


def _by_distance(network: Network, city_id: str) -> tuple[dict[str, float], str]:
    chosen = choices.show_choice(  # a plain slider writes "1000" where the text writes "1 000"
        "select_slider",
        _("Kilometres in a straight line"),
        [str(km) for km in range(_KM_STEP, _FARTHEST_KM + 1, _KM_STEP)],
        key=keys.TRAVEL_KM,
        label=lambda km: number(int(km)),
        first=str(_USUAL_KM),
    )
    km = int(chosen)
    found = {each: float(round(kilometres)) for each, kilometres in within(network, city_id, km).items()}
    return found, words.distance_sentence(_name(network, city_id), len(found), km)


def _by_clock(network: Network, city_id: str) -> tuple[dict[str, float], str]:
    hours = st.slider(_("Hours of difference"), 0, _MOST_HOURS, _USUAL_HOURS, key=keys.TRAVEL_HOURS)
    found = within_time_zones(network, city_id, hours)
    return found, words.clocks_sentence(network, _name(network, city_id), len(found), hours)


def _name(network: Network, city_id: str) -> str:
    return str(network.cities.loc[city_id, "display_name"])


def _show_found(network: Network, city_id: str, found: dict[str, float], measure: str, sentence: str) -> None:
    members.show_table(
        network,
        list(found),
        key="reach_table",
        label=_("Show these members"),
        more={words.measure_heading(measure): list(found.values())},
    )
    about = export.provenance(network, None)
    downloads.show_table(
        _("These members as {format}").format(format=downloads.CSV),
        export.file_name(network.version, None, "zip", query=f"{city_id} {measure}"),
        partial(_found_table, network, found, measure),
        export.Provenance(about.version, about.coverage, sentence),
        key="download_reach",
    )


def _found_table(network: Network, found: dict[str, float], measure: str) -> pd.DataFrame:
    return export.members_to_export(network.only(list(found))).assign(**{measure: list(found.values())})


@shell.fragment
def show_theme(network: Network, city_id: str) -> None:
    """Draw who else works on a theme, with the evidence, and the way to them on the map."""
    strong = counting(network, weak=False)
    st.html(render("section_head", anchor="theme", title=_("Who works on it?")))
    codes = [code for code in cache.filter_options()["focus"] if code != NO_STATEMENT]
    code = choices.show_choice(
        "selectbox",
        _("Stated focus"),
        codes,
        key=f"{keys.THEME}_{city_id}",
        label=cache.filter_label("focus"),
        first=_first_theme(strong, city_id, codes),
    )
    stating = int(memberships(strong)["focus"].any_of([code]).sum())
    on_map = links.address("map", [("focus", code)])
    st.html(render("finding", sentence=words.theme_sentence(stating), to=on_map, text=_("Show them on the map")))
    _show_evidence(strong, code)
    chosen = Selection(focus=(code,))
    downloads.show_table(
        _("These members as {format}").format(format=downloads.CSV),
        export.file_name(network.version, chosen, "zip"),
        partial(members_with_focus, strong, code),
        export.provenance(network, chosen),
        key="download_theme",
    )


def _first_theme(strong: Network, city_id: str, codes: list[str]) -> str:
    """Return a theme that the member states, or any where it states none."""
    own = focus_codes(strong.focus[strong.focus["city_id"] == city_id])
    return next((code for code in own if code in codes), codes[0])


def _show_evidence(strong: Network, code: str) -> None:
    key = "theme_table"
    folded = st.expander(
        _("Show the members with the evidence"),
        icon=":material/table_chart:",
        key=expander_key(key),
        on_change="rerun",
    )
    if folded.open:
        with folded:
            st.dataframe(
                words.evidence_table(strong, members_with_focus(strong, code)),
                hide_index=True,
                key=key,
                placeholder=_("not published"),
                column_config={_("Source page"): st.column_config.LinkColumn(display_text=_("open page"))},
            )
