"""The filters in the sidebar, their chips, the one reset, and what to say when nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from atlas.model import NO_STATEMENT
from atlas.selection import Selection, select
from atlas.ui.frame import cache
from atlas.ui.frame.keys import FILTERS
from atlas.wording import gettext as _
from atlas.wording import language, ngettext, number, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.model import Network


def title(name: str) -> str:
    """Return the label of a filter."""
    return {
        "region": _("Region"),
        "country": _("Country"),
        "year": _("Year of joining"),
        "focus": _("Stated focus"),
        "sdg": _("Goal (SDG)"),
        "kind": _("Kind of member"),
        "award": _("Learning City Award"),
        "evidence": _("Evidence"),
        "lang": _("language"),
    }[name]


def show_filters(network: Network) -> None:
    """Draw the widgets; their state is the selection (see :mod:`atlas.ui.frame.url_state`)."""
    options = cache.filter_options()
    st.subheader(_("Filter"), anchor=False)
    _widget(st.pills, "region", options["region"], selection_mode="multi")
    _widget(st.multiselect, "country", _countries_on_offer(network))
    for name in ("year", "focus", "sdg", "kind", "award"):
        _widget(st.multiselect, name, _by_name(name, options[name]) if name in ("focus", "kind") else options[name])
    _widget(st.pills, "evidence", options["evidence"], selection_mode="multi")


def _by_name(name: str, codes: list[str]) -> list[str]:
    """Return the codes by what they are called in the visitor's language; "no statement found" stays last."""
    name_of = _labels(name)
    return sorted(codes, key=lambda code: (code == NO_STATEMENT, sort_key(name_of(code))))


def _widget(draw: Callable[..., Any], name: str, options: list[str], **settings: Any) -> None:
    if draw is st.multiselect:
        settings["placeholder"] = _("Any")
    draw(
        title(name),
        options,
        format_func=_labels(name),
        key=name,
        persist_state="session",
        **settings,
    )


def _labels(name: str) -> Callable[[str], str]:
    """Return what the codes of a filter are called; looked up once, since the widgets ask for a hundred of them."""
    return cache.filter_labels(language())[name].__getitem__


def _countries_on_offer(network: Network) -> list[str]:
    """Return the countries of the chosen regions, and those already chosen, by name."""
    cities, regions = network.cities, st.session_state.get("region")
    offered = cities[cities["region"].isin(regions)] if regions else cities
    codes = {*offered["iso3"].unique(), *(st.session_state.get("country") or ())}
    name_of = _labels("country")
    return sorted(codes, key=lambda code: sort_key(name_of(code)))


def show_chips(selection: Selection) -> None:
    """Draw one removable chip per chosen code, and the reset."""
    chosen = list(selection.items())
    for name, code in chosen:
        st.button(
            _labels(name)(code),
            key=f"chip_{name}_{code}",
            icon=":material/close:",
            help=_("Remove this filter"),
            on_click=_drop,
            args=(name, code),
        )
    if chosen:
        show_reset(key="reset")


def show_reset(key: str) -> None:
    """Draw the button that clears every filter."""
    st.button(_("Reset all filters"), key=key, type="tertiary", icon=":material/restart_alt:", on_click=_reset)


def _drop(name: str, code: str) -> None:
    st.session_state[name] = [each for each in st.session_state[name] if each != code]


def _reset() -> None:
    for name in FILTERS:
        st.session_state[name] = []


def advice(network: Network, selection: Selection) -> str:
    """Return a sentence that names the filter whose removal brings back the most members."""
    gains = {
        name: len(select(network, selection.without(name)))
        for name in FILTERS
        if getattr(selection, name) and name != "evidence"
    }
    best = max(gains, key=lambda name: gains[name])
    if not gains[best]:
        return _("Each filter alone leaves members, but no two of them together do. Reset them and start again.")
    return ngettext(
        "Without the filter “{filter}”, {number} member would be shown.",
        "Without the filter “{filter}”, {number} members would be shown.",
        gains[best],
    ).format(filter=title(best), number=number(gains[best]))
