"""The partner finder: the question, the weights, ten members with their reasons, and what to do next."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas import credits, export
from atlas.city_sheet import PartnerLine, build_city_sheet
from atlas.partners import PRESETS, REASONS, PartnerIndex, describe, preset_label, reason_label, unknown_label
from atlas.partners.index import LARGEST_TABLE
from atlas.ui.city import known as city_facts
from atlas.ui.city import method as partner_method
from atlas.ui.city import wishes as partner_state
from atlas.ui.frame import cache, choices, keys, links, shell
from atlas.ui.parts import cards, downloads
from atlas.wording import country_name, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from atlas.model import Network
    from atlas.partners import Partner, Weights

MOST: Final = 10
COMPARED: Final = 3
_SLIDERS_ABREAST: Final = 4
_STEP: Final = 5


@st.cache_resource(show_spinner=False)
def partner_index() -> PartnerIndex:
    """Return the index of partners over all members, built once per server process."""
    return PartnerIndex.from_network(cache.network())


@shell.fragment
def show_partners(network: Network, city_id: str) -> None:
    """Draw the finder, once the page has adopted the link; a moved slider redraws this part alone."""
    name = network.cities.loc[city_id, "display_name"]
    st.header(_("Possible partners"), anchor="partners")
    shell.show_notices(st.session_state[keys.PARTNER_NOTICES])
    _show_wishes()
    partner_state.write_url()
    partners = _partners(city_id)
    st.html(f'<p class="subtitle" role="status">{escape(_sentence(city_id, str(name), len(partners)))}</p>')
    _show_ways_on(network, city_id, partners)
    _show_cards(network, partners)
    if partners:
        cards.show_table(_table(network, partners), key="partners_table")
    weights = partner_state.current_weights()
    partner_method.show_method(network, weights)
    if len(network) <= LARGEST_TABLE:
        _show_all_pairs(network, weights)


def _show_all_pairs(network: Network, weights: Weights) -> None:
    """Offer the sums of every member with every other, with the weights as they are now."""
    downloads.show_download(
        _("The sums of all pairs as CSV ({number} × {number})").format(number=number(len(network))),
        f"learning-cities-atlas_{network.version[:10]}_pairs.csv",
        lambda: export.to_csv(
            partner_index().table(weights).rename_axis("city_id").reset_index(), downloads.provenance(network, None)
        ),
        key="all_pairs",
    )


def _partners(city_id: str) -> list[Partner]:
    return partner_index().partners(
        city_id,
        partner_state.current_weights(),
        limit=MOST,
        other_region_only=partner_state.wants_other_region(),
    )


def _show_wishes() -> None:
    """Draw the questions, the switch and the weights."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="partner_wishes"):
        choices.show_choice(
            "pills",
            _("What are you looking for?"),
            list(PRESETS),
            key=keys.PRESET,
            label=preset_label,
            required=True,
            on_change=_use_preset,
        )
        st.toggle(
            _("Another region only"),
            key=keys.OTHER_REGION,
            on_change=partner_state.forget_notices,
            persist_state="session",
        )
    with st.expander(_("Weigh the reasons yourself"), icon=":material/tune:", key="weights"):
        for start in range(0, len(REASONS), _SLIDERS_ABREAST):
            reasons = REASONS[start : start + _SLIDERS_ABREAST]
            for column, reason in zip(st.columns(_SLIDERS_ABREAST), reasons, strict=True):
                with column:
                    _show_slider(reason)
        if partner_state.has_own_weights():
            st.button(_("Back to the usual weights"), key="usual_weights", on_click=_use_preset, icon=":material/undo:")


def _show_slider(reason: str) -> None:
    st.slider(
        reason_label(reason),
        min_value=0,
        max_value=partner_state.FULL,
        step=_STEP,
        key=keys.WEIGHT + reason,
        on_change=partner_state.forget_notices,
        persist_state="session",
    )


def _use_preset() -> None:
    partner_state.forget_notices()
    partner_state.use_preset_weights()


def _sentence(city_id: str, name: str, found: int) -> str:
    """Return what the list is: how many, under which conditions, and what is not known about the city itself."""
    first = ngettext(
        "{number} member that could talk to {city}, with the points behind each reason. The points hold for {city} "
        "alone and rank no city.",
        "{number} members that could talk to {city}, with the points behind each reason. The points hold for {city} "
        "alone and rank no city.",
        found,
    ).format(number=number(found), city=name)
    if not found:
        first = _("No member fits these conditions. Choose another question, or allow every region.")
    return " ".join((first, *_conditions(partner_state.current_weights()), *_gap(city_id, name)))


def _conditions(weights: Weights) -> Iterator[str]:
    if weights.winners_only:
        yield _("Only members that received the Learning City Award are asked.")
    if weights.max_km is not None:
        yield _("Only members within {km} km in a straight line are asked.").format(km=number(weights.max_km))
    if weights.contrast:
        yield _("A different region speaks for a partner.")


def _gap(city_id: str, name: str) -> Iterator[str]:
    if not partner_index().knows_focus(city_id):
        yield _("No focus of {city} is published, so its partners are found by the other reasons.").format(city=name)


def _show_ways_on(network: Network, city_id: str, partners: Sequence[Partner]) -> None:
    """Offer what comes next: a comparison with the first partners, and a page to hand on."""
    with st.container(horizontal=True, vertical_alignment="center", key="partner_ways"):
        compared = [city_id, *(partner.city_id for partner in partners[:COMPARED])]
        if partners:
            links.show_page_link(
                "compare",
                _("Compare with the first of them"),
                [(keys.ITEM, f"city:{each}") for each in compared],
                icon=":material/compare_arrows:",
            )
        show_sheet_download(network, city_id, key="sheet")


def show_sheet_download(network: Network, city_id: str, *, key: str) -> None:
    """Draw the download of the one-page summary with the partners that are shown."""
    weights, elsewhere = partner_state.current_weights(), partner_state.wants_other_region()
    downloads.show_download(
        _("One-page summary"),
        f"learning-cities-atlas_{credits.version_date(network.version)}_{city_id}.html",
        partial(_sheet, network, city_id, weights, elsewhere),
        key=key,
    )


def _sheet(network: Network, city_id: str, weights: Weights, elsewhere: bool) -> bytes:
    partners = partner_index().partners(city_id, weights, limit=COMPARED, other_region_only=elsewhere)
    lines = [
        PartnerLine(
            name=str(network.cities.loc[each.city_id, "display_name"]),
            country=country_name(network.cities.loc[each.city_id, "iso3"]),
            reasons=tuple(describe(part, network.clusters) for part in each.contributions),
        )
        for each in partners
    ]
    coverage = shell.coverage_sentence(network.coverage)
    return build_city_sheet(network, city_id, lines, coverage=coverage, lead=city_facts.lead(network, city_id))


def _show_cards(network: Network, partners: Sequence[Partner]) -> None:
    """Draw the partners, two abreast where there is room, in the order in which the keyboard meets them."""
    most = max((part.contribution for each in partners for part in each.contributions), default=1.0)
    items = "".join(
        f'<li data-city="{escape(each.city_id)}"><h3>{city_facts.city_link(network, each.city_id)}</h3>'
        f"{_reasons(network, each, most)}</li>"
        for each in partners
    )
    st.html(f'<ul class="partners" aria-label="{escape(_("Possible partners"))}">{items}</ul>')


def _reasons(network: Network, partner: Partner, most: float) -> str:
    """Return the reasons as a table: sentence, bar, points; the last row is their sum."""
    rows = "".join(
        f'<tr><th scope="row">{escape(describe(part, network.clusters))}</th>'
        f'<td><i style="width:{100 * part.contribution / most:.0f}%"></i></td>'
        f"<td>{escape(number(part.contribution))}</td></tr>"
        for part in partner.contributions
    )
    total = (
        f'<tr class="sum"><th scope="row">{escape(_("Sum, of 100"))}</th><td></td><td>{number(partner.score)}</td></tr>'
    )
    gaps = [unknown_label(reason) for reason in partner.unknown]
    if not partner.known_focus:
        gaps = [_("No focus of this member is published: it is ranked on the rest."), *gaps]
    note = f"<small>{escape(' '.join(gaps))}</small>" if gaps else ""
    return f'<table class="reasons"><tbody>{rows}{total}</tbody></table>{note}'


def _table(network: Network, partners: Sequence[Partner]) -> pd.DataFrame:
    rows = [
        {
            _("Member"): network.cities.loc[each.city_id, "display_name"],
            _("Country"): country_name(network.cities.loc[each.city_id, "iso3"]),
            **{reason_label(reason): _points(each, reason) for reason in REASONS},
            _("Sum, of 100"): each.score,
            _("Focus published"): _("yes") if each.known_focus else _("no"),
        }
        for each in partners
    ]
    return pd.DataFrame(rows)


def _points(partner: Partner, reason: str) -> float:
    return sum(part.contribution for part in partner.contributions if part.reason == reason)
