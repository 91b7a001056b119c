"""What is compared: chosen in one field, kept in the address, and a link's mistakes named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.html import render
from atlas.summaries import compare
from atlas.summaries.compare import MOST, Thing
from atlas.ui.frame import cache, choices, keys, shell, state
from atlas.ui.parts import cards
from atlas.wording import gettext as _
from atlas.words import compare as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network


def adopt() -> None:
    """Take over what the link asks to compare, on arrival at the page and on the way back in the browser's history.

    The widget is the only state while the visitor stays; Streamlit forgets it when the page is left.
    """
    arrives = keys.COMPARED not in st.session_state
    if not arrives and not state.came_back():
        return
    given = st.query_params.get_all(keys.ITEM)
    if arrives and not given:
        given = st.session_state.get(keys.LAST_COMPARED, [])
    wish = compare.read_things(given, cache.network())
    choices.hold(keys.COMPARED, [str(thing) for thing in wish.things])
    st.session_state[keys.UNCOMPARED] = wish
    st.session_state[keys.LAST_COMPARED] = st.session_state[keys.COMPARED]


def chosen_things() -> list[Thing]:
    """Return what the visitor chose, in the order chosen."""
    chosen = choices.settle(keys.COMPARED, cache.thing_names(), _name)
    return [Thing(*text.split(":", maxsplit=1)) for text in chosen]


def _name(thing: str) -> str:
    return cache.thing_names()[thing]


def show_choice(network: Network) -> None:
    """Draw the one field that searches and holds what is compared, and name what of the link was ignored."""
    choices.show_choice(
        "multiselect",
        _("Compare"),
        list(cache.thing_names()),
        key=keys.COMPARED,
        label=_name,
        max_selections=MOST,
        persist_state="page",
        placeholder=_("Type the name of a city, a country or a region"),
        help=_("Two to six. Cities, countries and regions may be mixed."),
    )
    _write_url()
    shell.show_notices(words.notices(st.session_state.get(keys.UNCOMPARED), chosen_things(), network))


def _write_url() -> None:
    chosen = list(st.session_state[keys.COMPARED])
    if chosen != st.session_state[keys.LAST_COMPARED]:
        st.session_state[keys.UNCOMPARED] = None  # the visitor went on from the link
    st.session_state[keys.LAST_COMPARED] = chosen
    if chosen != st.query_params.get_all(keys.ITEM) and not state.came_back():
        st.query_params[keys.ITEM] = chosen


def show_examples(network: Network) -> bool:
    """Draw examples made from the data as long as nothing is chosen; return whether nothing is."""
    if chosen_things():
        return False
    cards.show_section(_("Examples to start from"))
    suggestions = compare.suggest_comparisons(network)
    for at, (column, (reason, things)) in enumerate(zip(st.columns(len(suggestions)), suggestions, strict=True)):
        with column, st.container(border=True, height="stretch", key=f"example_{at}"):
            name = words.suggestion_name(reason, things, network)
            st.button(name, key=f"compare_{at}", on_click=_choose, args=(things,), width="stretch")
            st.html(render("notes", notes=[words.suggestion_text(reason, network)]))
    return True


def _choose(things: Sequence[Thing]) -> None:
    """Compare these things from now on."""
    choices.hold(keys.COMPARED, [str(thing) for thing in things])
