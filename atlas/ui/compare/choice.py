"""What is compared: chosen in one field, kept in the address, and a link's mistakes named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.countries import country_names
from atlas.html import render
from atlas.summaries import compare
from atlas.summaries.compare import MOST, Thing, Wish
from atlas.ui.frame import cache, choices, keys, shell, state
from atlas.ui.parts import cards
from atlas.wording import LANGUAGES, speaking
from atlas.wording import gettext as _
from atlas.words import compare_choice as words
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from atlas.model import Network
    from atlas.ui.frame.shell import View


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
    _look_up_typed()
    chosen = choices.settle(keys.COMPARED, cache.thing_names(), _name)
    return [Thing(kind, code) for kind, _colon, code in (text.partition(":") for text in chosen)]


def _look_up_typed() -> None:
    """Lead a typed text that is no option to what the search finds: names in any script, former names, misspelt ones.

    The field itself only compares letters with the options that it shows.
    """
    held = st.session_state.get(keys.COMPARED) or []
    known = {*cache.thing_names(), *_labels_of_all_languages()}
    if all(text in known for text in held):
        return
    found = {text: text if text in known else _thing_called(text) for text in held}
    choices.hold(keys.COMPARED, list(dict.fromkeys(thing for thing in found.values() if thing))[:MOST])
    if lost := tuple(text for text, thing in found.items() if not thing):
        st.session_state[keys.UNCOMPARED] = Wish((), lost, ())


def _labels_of_all_languages() -> Iterator[str]:
    for spoken in LANGUAGES:
        with speaking(spoken):
            yield from cache.thing_names().values()


def _thing_called(text: str) -> str | None:
    """Return the country that is called so in some language, else the member that the search finds first."""
    wanted = fold(text)
    countries = dict.fromkeys(cache.network().cities["iso3"].astype(str))
    for iso3 in countries:
        if wanted in map(fold, country_names(iso3)):
            return str(Thing("country", iso3))
    matches = cache.search_index().search(text)
    return str(Thing("city", matches[0].city_id)) if matches else None


def _name(thing: str) -> str:
    return cache.thing_names()[thing]


def show_choice(view: View) -> None:
    """Draw the one field that searches and holds what is compared; name what of the link or the filters is ignored."""
    choices.show_choice(
        "multiselect",
        _("Compare"),
        list(cache.thing_names()),
        key=keys.COMPARED,
        label=_name,
        max_selections=MOST,
        persist_state="page",
        accept_new_options=True,
        placeholder=_("Type the name of a city, a country or a region, in any script"),
        help=_("Two to six. Cities, countries and regions may be mixed."),
    )
    _write_url()
    wish, narrowed = st.session_state.get(keys.UNCOMPARED), view.selection.narrows
    shell.show_notices(words.notices(wish, chosen_things(), view.network, narrowed=narrowed))


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
