"""The network on a date: what was counted, and which of the members shown were members by then."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.charts import growth_words
from atlas.summaries import growth
from atlas.ui import cards
from atlas.wording import country_name, day
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.ui.shell import View


ON_DATE: Final = "date"
"""Widget key and query parameter: the day on which the network is looked at."""

_SHORT_TABLE: Final = 6
_TABLE_HEIGHT: Final = 340


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
        # A plain table: its cells wrap, so that every name can be read (and read out) without a click.
        with st.container(height=_TABLE_HEIGHT if len(rows) > _SHORT_TABLE else "content", border=False):
            st.table(_countries_table(rows), border="horizontal", hide_index=True)


def _show_answer(lines: list[str]) -> None:
    """Draw the answer in the voice of the sentence above a page; hosts of sources must not turn into links."""
    st.html(f'<p class="lead" role="status">{escape(" ".join(lines))}</p>')


def _choose_date(counts: pd.DataFrame) -> str:
    """Draw the choice of a published date, newest first; the link carries it."""
    days = list(dict.fromkeys(counts["sort_date"]))[::-1]
    if ON_DATE not in st.session_state:
        asked = st.query_params.get(ON_DATE, "")
        st.session_state[ON_DATE] = asked if asked in days else days[0]
    chosen: str = st.selectbox(
        _("Date of a published count"),
        days,
        format_func=lambda code: day(date.fromisoformat(code)),
        key=ON_DATE,
        persist_state="session",
    )
    if chosen == days[0]:
        st.query_params.pop(ON_DATE, None)
    else:
        st.query_params[ON_DATE] = chosen
    return chosen


def _countries_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Country"): [country_name(code) for code in rows["iso3"]],
            _("Members"): rows["members"],
            _("Names"): [", ".join(names) for names in rows["names"]],
        }
    )
