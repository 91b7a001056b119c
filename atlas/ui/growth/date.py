"""The network on a date: what was counted, and which of the members shown were members by then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.html import render
from atlas.kept import once_per_network
from atlas.summaries import growth
from atlas.ui.frame import choices, keys, shell, state
from atlas.ui.parts import cards
from atlas.wording import country_name, day
from atlas.wording import gettext as _
from atlas.words import cohorts as cohort_words
from atlas.words import growth as words

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.model import Network
    from atlas.ui.frame.shell import View

_SHORT_LIST: Final = 6
"""Countries that are named at once; more are folded away."""


def show_on_date(view: View) -> None:
    """Answer for a published date: what was counted, and which of the members shown were members by then."""
    with st.container(key="card_on_date"):
        st.html(render("card_head", title=_("The network on a date")))
        chosen = _choose_date(view.network)
        counted, remarks = _counted_on(view.network, chosen)
        answer, countries, members = _members_on(view.shown, chosen)
        st.html(render("on_date", sentences=[*counted, *answer], notes=[remarks, cohort_words.members_on_note()]))
        if countries > _SHORT_LIST:
            cards.show_fold(cards.Fold("on_date", _("Members on that date, by country"), members))
        elif countries:
            st.html(members)


@once_per_network
def _days(network: Network) -> list[str]:
    """Return the days of the published counts, newest first."""
    return list(dict.fromkeys(growth.summarise_counts(network.milestones)["sort_date"]))[::-1]


def _choose_date(network: Network) -> date:
    """Draw the choice of a published date; the link carries it, and one that nobody knows is named."""
    days = _days(network)
    shell.show_notices(words.unknown_date(asked) for asked in _adopt(days))
    chosen: str = choices.show_choice(
        "selectbox",
        _("Date of a published count"),
        days,
        key=keys.ON_DATE,
        label=lambda code: day(date.fromisoformat(code)),
        first=days[0],
    )
    if not state.came_back():  # on a step back the address is right, and writing it would end the history there
        if chosen == days[0]:
            st.query_params.pop(keys.ON_DATE, None)
        else:
            st.query_params[keys.ON_DATE] = chosen
    return date.fromisoformat(chosen)


def _adopt(days: list[str]) -> list[str]:
    """Look at the day of the link on arrival and on a step in the history; return what it asks for in vain."""
    if keys.ON_DATE in st.session_state and not state.came_back():
        return []
    asked = st.query_params.get(keys.ON_DATE, days[0])
    choices.hold(keys.ON_DATE, asked if asked in days else days[0])
    return [] if asked in days else [asked]


@once_per_network
def _counted_on(network: Network, chosen: date) -> tuple[list[str], str]:
    """Return what was counted on a day, and what the data remark on it."""
    counts = growth.summarise_counts(network.milestones)
    here = counts[counts["day"] == chosen].sort_values("voice", key=lambda voices: voices == "press", kind="stable")
    return [words.count_sentence(row) for _index, row in here.iterrows()], words.count_remarks(here)


@once_per_network
def _members_on(shown: Network, chosen: date) -> tuple[list[str], int, Markup]:
    """Return how many of the members were members by a day, in how many countries, and all their names."""
    found = growth.summarise_countries_on(shown.cities, chosen)
    sentences = [cohort_words.members_sentence(chosen, members=int(found["members"].sum()), shown=len(shown))]
    if len(found) > 1:
        sentences.append(cohort_words.countries_sentence(len(found)))
    groups = [(country_name(row.iso3), row.members, ", ".join(row.names)) for row in found.itertuples()]
    return sentences, len(found), render("named_groups", groups=groups, level=3)
