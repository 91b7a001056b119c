"""The network on a date: what was counted, and which of the members shown were members by then."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.summaries import growth
from atlas.ui.frame import choices
from atlas.ui.parts import cards
from atlas.wording import country_name, day, number
from atlas.wording import gettext as _
from atlas.words import growth as growth_words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.ui.frame.shell import View


ON_DATE: Final = "date"
"""Widget key and query parameter: the day on which the network is looked at."""

_SHORT_LIST: Final = 6
"""Countries that are named at once; more are folded away."""


def show_on_date(view: View) -> None:
    """Answer for a published date: what was counted, and which of the members shown were members by then."""
    counts = growth.summarise_counts(view.network.milestones)
    with st.container(key="card_on_date"):
        st.subheader(_("The network on a date"), anchor=False)
        chosen = date.fromisoformat(_choose_date(counts))
        here = counts[counts["day"] == chosen].sort_values("voice", key=lambda voices: voices == "press", kind="stable")
        rows = growth.summarise_countries_on(view.shown.cities, chosen)
        lines = [growth_words.count_sentence(row) for _index, row in here.iterrows()]
        lines.append(growth_words.members_sentence(chosen, members=int(rows["members"].sum()), shown=len(view.shown)))
        lines += [growth_words.countries_sentence(len(rows))] if len(rows) > 1 else []
        _show_answer(lines)
        cards.show_note(growth_words.count_remarks(here))
        cards.show_note(
            _(
                "Follows the filters: choose a country to see its members by that date. “By” means at the latest:"
                " for some members only a later mention is known. Cities that have left since are not in the "
                "list."
            )
        )
        if len(rows) <= _SHORT_LIST:
            st.html(_countries_list(rows))
            return
        with st.expander(_("Members on that date, by country"), icon=":material/list:", key="on_date_list"):
            st.html(_countries_list(rows))


def _show_answer(lines: list[str]) -> None:
    """Draw the answer in the voice of the sentence above a page; hosts of sources must not turn into links."""
    st.html(f'<p class="lead" role="status">{escape(" ".join(lines))}</p>')


def _choose_date(counts: pd.DataFrame) -> str:
    """Draw the choice of a published date, newest first; the link carries it."""
    days = list(dict.fromkeys(counts["sort_date"]))[::-1]
    if ON_DATE not in st.session_state:
        asked = st.query_params.get(ON_DATE, "")
        choices.hold(ON_DATE, asked if asked in days else days[0])
    chosen: str = choices.show_choice(
        "selectbox",
        _("Date of a published count"),
        days,
        key=ON_DATE,
        label=lambda code: day(date.fromisoformat(code)),
        first=days[0],
    )
    if chosen == days[0]:
        st.query_params.pop(ON_DATE, None)
    else:
        st.query_params[ON_DATE] = chosen
    return chosen


def _countries_list(rows: pd.DataFrame) -> str:
    """Return countries with all their members by name: text, so that every name can be read without a click."""
    sections = [
        f"<section><h3>{escape(country_name(row.iso3))} <small>{number(row.members)}</small></h3>"
        f"<p>{escape(', '.join(row.names))}</p></section>"
        for row in rows.itertuples()
    ]
    return f'<div class="cohort">{"".join(sections)}</div>'
