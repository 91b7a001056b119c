"""The filters in the sidebar, their chips, the one reset, and what to say when nothing fits."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from atlas.filters import FILTERS, memberships, title
from atlas.model import NO_STATEMENT
from atlas.selection import Selection, counting, mask
from atlas.ui.frame import cache, choices, state
from atlas.wording import gettext as _
from atlas.wording import language, ngettext, number, sort_key

if TYPE_CHECKING:
    from atlas.filters import Filter
    from atlas.model import Network


def show_filters(network: Network) -> None:
    """Draw the widgets; their state is the selection (see :mod:`atlas.ui.frame.state`).

    The folded ones are drawn too: what they hold counts, and a link, a step back or another language may change it.
    """
    for each in FILTERS.values():
        if each.primary:
            _show_filter(each, network)
    with st.expander(_more(), key="more_filters", type="compact"):
        for each in FILTERS.values():
            if not each.primary:
                _show_filter(each, network)


def _show_filter(each: Filter, network: Network) -> None:
    choices.show_choice(
        each.widget,
        title(each.code),
        _on_offer(each, network),
        key=each.code,
        label=cache.filter_label(each.code),
        **({"selection_mode": "multi"} if each.widget == "pills" else {}),
    )


def _more() -> str:
    """Return what the fold is called, with the number of the filters in it that hold something."""
    active = sum(bool(state.codes(each.code)) for each in FILTERS.values() if not each.primary)
    return _("More filters ({number})").format(number=number(active)) if active else _("More filters")


def _on_offer(each: Filter, network: Network) -> list[str]:
    """Return the codes to choose from; another filter's choice may limit them."""
    codes = _by_name(network, each.code, language()) if each.by_name else cache.filter_options()[each.code]
    if each.within and (chosen := state.codes(each.within)):
        inside = mask(counting(network, weak=True), Selection(**{each.within: chosen}))
        found, kept = memberships(network)[each.code].count(inside), state.codes(each.code)
        codes = [code for code in codes if found[code] or code in kept]
    return codes


@lru_cache(maxsize=64)
def _by_name(network: Network, name: str, _language: str) -> list[str]:
    """Return the codes of a filter in the order of their labels, "no statement found" last."""
    called = cache.filter_label(name)
    return sorted(memberships(network)[name].codes, key=lambda code: (code == NO_STATEMENT, sort_key(called(code))))


def show_chips(selection: Selection) -> None:
    """Draw one removable chip per chosen code, and the reset."""
    for name, code in selection.items():
        st.button(
            cache.filter_label(name)(code),
            key=f"chip_{name}_{code}",
            icon=":material/close:",
            help=_("Remove this filter"),
            on_click=toggle,
            args=(name, code),
        )
    if selection:
        show_reset(key="reset")


def show_reset(key: str) -> None:
    """Draw the button that clears every filter."""
    st.button(
        _("Reset all filters"),
        key=key,
        type="tertiary",
        icon=":material/restart_alt:",
        on_click=state.adopt_selection,
        args=(Selection(),),
    )


def toggle(name: str, code: str) -> None:
    """Add a code to a filter, or take it out where it is chosen."""
    state.choose(name, state.current_selection().toggled(name, code)[name])


def advice(network: Network, selection: Selection) -> str:
    """Return a sentence that names the filter whose removal brings back the most members."""
    counted = counting(network, weak=selection.counts_weak)
    gains = {
        name: int(mask(counted, selection.without(name)).sum())
        for name, _codes in selection.chosen
        if FILTERS[name].narrows
    }
    best = max(gains, key=lambda name: gains[name])
    if not gains[best]:
        return _("Each filter alone leaves members, but no two of them together do. Reset them and start again.")
    return ngettext(
        "Without the filter “{filter}”, {number} member would be shown.",
        "Without the filter “{filter}”, {number} members would be shown.",
        gains[best],
    ).format(filter=title(best), number=number(gains[best]))
