"""What is compared: chosen in one field, kept in the address, and a link's mistakes named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.summaries import compare
from atlas.summaries.compare import MOST, Thing
from atlas.ui.frame import cache, choices, keys, shell, state
from atlas.wording import gettext as _
from atlas.wording import language, number, sort_key, use_language
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
    chosen = choices.settle(keys.COMPARED, option_names(language()), _option_name)
    return [Thing(*text.split(":", maxsplit=1)) for text in chosen]


def _option_name(thing: str) -> str:
    return option_names(language())[thing]


def show_choice(network: Network) -> None:
    """Draw the one field that searches and holds what is compared, and name what of the link was ignored."""
    choices.show_choice(
        "multiselect",
        _("Compare"),
        list(option_names(language())),
        key=keys.COMPARED,
        label=_option_name,
        max_selections=MOST,
        persist_state="page",
        placeholder=_("Type the name of a city, a country or a region"),
        help=_("Two to six. Cities, countries and regions may be mixed."),
    )
    _write_url()
    shell.show_notices(_notices(network))


@st.cache_resource(show_spinner=False)
def option_names(spoken: str) -> dict[str, str]:
    """Return the name of everything that can be compared: regions, countries by name, cities by name."""
    use_language(spoken)
    network = cache.network()
    names = {thing: words.option_name(thing, network) for thing in compare.known_things(network)}
    order = {kind: at for at, kind in enumerate(("region", "country", "city"))}
    things = sorted(names, key=lambda thing: (order[thing.kind], sort_key(names[thing])))
    return {str(thing): names[thing] for thing in things}


def _write_url() -> None:
    chosen = list(st.session_state[keys.COMPARED])
    if chosen != st.session_state[keys.LAST_COMPARED]:
        st.session_state[keys.UNCOMPARED] = None  # the visitor went on from the link
    st.session_state[keys.LAST_COMPARED] = chosen
    if chosen != st.query_params.get_all(keys.ITEM) and not state.came_back():
        st.query_params[keys.ITEM] = chosen


def _notices(network: Network) -> list[str]:
    wish: compare.Wish | None = st.session_state.get(keys.UNCOMPARED)
    notices = []
    if wish:
        message = _(
            "The link asks to compare “{item}”, which the Atlas does not know. It is ignored; the rest applies."
        )
        notices += [message.format(item=text[:80]) for text in wish.unknown]
    if wish and wish.surplus:
        message = _("The link asks for more than {most} things; left out: {names}.")
        names = words.things_listing(wish.surplus, network)
        notices.append(message.format(most=number(MOST), names=names))
    things = chosen_things()
    if len(things) == 1:
        notices.append(_("Choose at least one more city, country or region to compare."))
    if len({thing.kind for thing in things}) > 1:
        notices.append(
            _(
                "Different kinds stand side by side here: a city is one member, a country or a region counts many. "
                "Read shares of themes with the number of members under each name."
            )
        )
    return notices


def choose(things: Sequence[Thing]) -> None:
    """Compare these things from now on."""
    choices.hold(keys.COMPARED, [str(thing) for thing in things])
