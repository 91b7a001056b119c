"""The partner finder: the question, the weights, ten members with their reasons, and what to do next."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd
import streamlit as st

from atlas import credits
from atlas.filters import FILTERS
from atlas.html import render
from atlas.partners import (
    PRESETS,
    REASONS,
    PartnerIndex,
    describe,
    describe_partner,
    fact_label,
    preset_label,
    reason_label,
)
from atlas.partners.index import LARGEST_TABLE, UNKNOWN_SHARE
from atlas.ui.city import members, wishes
from atlas.ui.frame import choices, keys, links, shell
from atlas.ui.parts import cards, downloads
from atlas.ui.parts.addresses import full_address
from atlas.wording import country_name, number
from atlas.wording import gettext as _
from atlas.words import partners as words
from atlas.words.city import member_name
from atlas.words.city_sheet import PartnerLine, Printed, build_city_sheet
from atlas.words.coverage import coverage_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network
    from atlas.partners import Partner, Weights

MOST: Final = 10
COMPARED: Final = 3
_LARGE: Final = 3
_SLIDERS_ABREAST: Final = 4
_STEP: Final = 5


class _Line(NamedTuple):
    """A reason behind "why": its sentence, and its points."""

    sentence: str
    points: float


class _Card(NamedTuple):
    """A partner: one sentence, and behind it why."""

    city_id: str
    name: str
    to: str
    sentence: str
    reasons: list[_Line]
    score: float


@shell.fragment
def show_partners(network: Network, city_id: str) -> None:
    """Draw the finder, once the page has adopted the link; a moved slider redraws this part alone."""
    st.html(render("section_head", anchor="partners", title=_("Possible partners")))
    shell.show_notices(st.session_state[keys.PARTNER_NOTICES])
    _show_questions()
    ways = st.container(horizontal=True, vertical_alignment="center", key="partner_ways")  # one Tab from the questions
    _show_weights_folded()
    wishes.write_url()
    index, weights = PartnerIndex.from_network(network), wishes.current_weights()
    found = index.partners(city_id, weights, limit=MOST, other_region_only=wishes.wants_other_region())
    name = str(network.cities.loc[city_id, "display_name"])
    sentence = words.found_sentence(name, len(found), weights)
    own = index.unknown_of(city_id, weights)
    missing = words.missing(name, [fact_label(code) for code in own], _gaps(network, found, own)) if found else []
    with ways:
        _show_ways_on(network, city_id, found)
    cards_of = _cards(network, found)
    st.html(
        render(
            "partners",
            sentence=sentence,
            missing=missing,
            large=cards_of[:_LARGE],
            rows=cards_of[_LARGE:],
            total=words.total_heading(),
        )
    )
    if found:
        cards.show_table(lambda: _table(network, found), key="partners_table")
    _show_method(network, weights)


def _gaps(network: Network, found: Sequence[Partner], own: Sequence[str]) -> dict[str, list[str]]:
    """Return the names of the partners of which a fact is missing, by the name of the fact."""
    gaps: dict[str, list[str]] = {}
    for each in found:
        for code in each.unknown:
            if code not in own:
                gaps.setdefault(fact_label(code), []).append(str(network.cities.at[each.city_id, "display_name"]))
    return gaps


def _show_questions() -> None:
    """Draw the questions and the switch."""
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
            on_change=wishes.forget_notices,
            persist_state="session",
        )


def _show_weights_folded() -> None:
    folded = st.expander(
        _("Set your own weights"), icon=":material/tune:", key=cards.expander_key("weights"), on_change="rerun"
    )
    if folded.open:
        with folded:
            _show_weights()


def _show_weights() -> None:
    """Draw a slider per reason, row by row, in the order in which keyboard and phones meet them."""
    reasons = list(REASONS)
    for start in range(0, len(reasons), _SLIDERS_ABREAST):
        row = reasons[start : start + _SLIDERS_ABREAST]
        for column, reason in zip(st.columns(_SLIDERS_ABREAST), row, strict=False):  # the last row may be short
            with column:
                _show_slider(reason)
    if wishes.has_own_weights():
        st.button(_("Back to the usual weights"), key="usual_weights", on_click=_use_preset, icon=":material/undo:")


def _show_slider(reason: str) -> None:
    st.slider(
        reason_label(reason),
        min_value=0,
        max_value=wishes.FULL,
        step=_STEP,
        key=keys.WEIGHT + reason,
        on_change=wishes.forget_notices,
        persist_state="session",
    )


def _use_preset() -> None:
    wishes.forget_notices()
    wishes.use_preset_weights()


def _show_ways_on(network: Network, city_id: str, found: Sequence[Partner]) -> None:
    """Offer what comes next: a comparison with the first partners, and a page to hand on."""
    compared = [city_id, *(partner.city_id for partner in found[:COMPARED])]
    if found:
        links.show_page_link(
            "compare",
            _("Compare with the first of them"),
            [(keys.ITEM, f"city:{each}") for each in compared],
            icon=":material/compare_arrows:",
        )
    show_sheet_download(network, city_id, key="sheet")


def show_sheet_download(network: Network, city_id: str, *, key: str) -> None:
    """Draw the download of the one-page summary with the partners that are shown."""
    weights, elsewhere = wishes.current_weights(), wishes.wants_other_region()
    printed = Printed(
        coverage=coverage_sentence(network.coverage),
        address=full_address(links.address("city", [(keys.CITY, city_id)], without=tuple(FILTERS))),
        on=date.today(),
    )
    downloads.show_download(
        _("One-page summary"),
        f"learning-cities-atlas_{credits.version_date(network.version)}_{city_id}.html",
        partial(_sheet, network, city_id, weights, elsewhere, printed),
        key=key,
    )


def _sheet(network: Network, city_id: str, weights: Weights, elsewhere: bool, printed: Printed) -> bytes:
    found = PartnerIndex.from_network(network).partners(city_id, weights, limit=COMPARED, other_region_only=elsewhere)
    lines = [PartnerLine(member_name(network, each.city_id), describe_partner(each, network)) for each in found]
    return build_city_sheet(network, city_id, lines, printed)


def _cards(network: Network, found: Sequence[Partner]) -> list[_Card]:
    """Return the partners in the order in which the keyboard meets them."""
    to = members.addresses(each.city_id for each in found)
    return [
        _Card(
            each.city_id,
            member_name(network, each.city_id),
            address,
            describe_partner(each, network),
            [_Line(describe(part, network), part.contribution) for part in each.contributions],
            each.score,
        )
        for each, address in zip(found, to, strict=True)
    ]


def _table(network: Network, found: Sequence[Partner]) -> pd.DataFrame:
    rows = [
        {
            _("Member"): network.cities.loc[each.city_id, "display_name"],
            _("Country"): country_name(network.cities.loc[each.city_id, "iso3"]),
            **{reason_label(reason): each.points(reason) for reason in REASONS},
            words.total_heading(): each.score,
            _("Focus published"): _("yes") if each.known_focus else _("no"),
        }
        for each in found
    ]
    return pd.DataFrame(rows)


def _show_method(network: Network, weights: Weights) -> None:
    """Draw how the points are counted, with the weights in use and the totals of all pairs; made when it is opened."""
    folded = st.expander(
        _("How the points are counted"),
        icon=":material/calculate:",
        key=cards.expander_key("method"),
        on_change="rerun",
    )
    if not folded.open:
        return
    before, after = words.method(len(network), UNKNOWN_SHARE)
    formula = words.formula((reason_label(reason), weights.of(reason)) for reason in REASONS)
    rules = [(reason_label(code), reason.rule()) for code, reason in REASONS.items()]
    with folded:
        st.html(render("partner_method", before=before, rules=rules, after=after, formula=formula))
        if len(network) <= LARGEST_TABLE:
            _show_all_pairs(network, weights)


def _show_all_pairs(network: Network, weights: Weights) -> None:
    """Offer the totals of every member with every other, with the weights as they are now."""
    downloads.show_table(
        _("The totals of all pairs as CSV ({number} × {number})").format(number=number(len(network))),
        f"learning-cities-atlas_{network.version[:10]}_pairs.zip",
        partial(_all_pairs, network, weights),
        downloads.provenance(network, None),
        key="all_pairs",
    )


def _all_pairs(network: Network, weights: Weights) -> pd.DataFrame:
    return PartnerIndex.from_network(network).table(weights).rename_axis("city_id").reset_index()
