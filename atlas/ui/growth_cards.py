"""The cards of the page "Growth": each puts a summary, a figure, its words and its table together."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.charts import growth as charts
from atlas.charts import growth_words as words
from atlas.labels import sentence_case, year_label
from atlas.summaries import growth
from atlas.ui import cards
from atlas.wording import country_name, day, listing, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.shell import View

ON_DATE: Final = "date"
"""Widget key and query parameter: the day on which the network is looked at."""

_SHORT_TABLE: Final = 6
_TABLE_HEIGHT: Final = 340


def lead(view: View) -> str:
    """Return the sentence above the page."""
    milestones = view.network.milestones
    return words.lead(growth.summarise_counts(milestones), growth.summarise_intakes(milestones))


def _announced_source() -> str:
    return _("Source: UNESCO, UIL and the press, count by count in the table.")


def _listed_source() -> str:
    return _(
        "Source: members listed in the Atlas, each with its source in the data; announced intakes by UNESCO and UIL."
    )


def show_stock(view: View) -> None:
    """Draw the hero: announced totals over time, with conferences and awards below."""
    counts = growth.summarise_counts(view.network.milestones)
    events = growth.summarise_events(view.network.events, view.network.awards)
    cards.show_chart(
        charts.build_stock(counts, column="cities_total", tone=cards.current_tone(), height=430, events=events),
        key="stock",
        title=words.stock_title(counts),
        subtitle=_(
            "Cities in the whole network as published; the filters do not apply. Points on the line are UNESCO’s own counts (hollow: changed later), diamonds those of the press. Triangles are conferences with the awards given there."
        ),
        alt=words.stock_alt(counts, events),
        table=_counts_table(counts),
        source=_announced_source(),
    )
    cards.show_note(" ".join(words.stock_notes(counts)))
    cards.show_table(_events_table(events), key="events", label=_("Conferences and awards as a table"))


def _counts_table(counts: pd.DataFrame) -> pd.DataFrame:
    voices = {"unesco": _("UNESCO"), "corrected": _("UNESCO, corrected"), "press": _("other source")}
    return pd.DataFrame(
        {
            _("Date"): counts.apply(words.when, axis=1),
            _("Cities"): counts["cities_total"],
            _("Countries"): counts["countries_total"],
            _("Counted by"): counts["voice"].map(voices),
            _("Later texts say"): counts["superseded_by"],
            _("What was published"): counts["event"],
            _("Remark"): counts["note"],
            _("Source"): counts["source_url"],
        }
    )


def _events_table(events: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Date"): [day(when) for when in events["day"]],
            _("Conference"): [_(event) for event in events["event"]],
            _("City"): [_(city) for city in events["city"]],
            _("Outcome"): [_(outcome) for outcome in events["outcome"]],
            _("Learning City Awards"): events["awards"],
            _("Source"): events["source_url"],
        }
    )


def show_cohorts(view: View) -> None:
    """Draw listed members by year of joining; announced intakes only beside the whole list."""
    cohorts = growth.summarise_cohorts(view.shown)
    whole = len(view.shown) == len(view.network)
    subtitle = (
        _(
            "Solid: members listed here, by year of joining. Outline: cities that UNESCO announced as admitted, where it gave a number. Hatched: year not published. Follows the filters."
        )
        if whole
        else _(
            "Members shown, by year of joining; hatched: year not published. Follows the filters; announced intakes are known for the whole network only and are left out."
        )
    )
    drawn = cohorts if whole else cohorts[cohorts["listed"] > 0].reset_index(drop=True)
    cards.show_chart(
        charts.build_cohorts(drawn, tone=cards.current_tone(), with_announced=whole),
        key="cohorts",
        title=words.cohorts_title(drawn),
        subtitle=subtitle,
        alt=words.cohorts_alt(drawn if whole else drawn.assign(announced=pd.NA)),
        table=_cohorts_table(cohorts),
        source=_listed_source(),
    )


def _cohorts_table(cohorts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Year of joining"): [sentence_case(year_label(year)) for year in cohorts["year"]],
            _("Members shown"): cohorts["listed"],
            _("Announced for the whole network"): cohorts["announced"],
        }
    )


def show_gaps(view: View) -> None:
    """Draw why intakes do not add up to totals."""
    gaps = growth.summarise_gaps(view.network.milestones)
    if gaps.empty:
        return
    table = gaps.assign(day=[day(when) for when in gaps["day"]], before_day=[day(when) for when in gaps["before_day"]])
    table["gap"] = [charts.gap_label(gap) for gap in gaps["gap"]]
    headings = [
        _("Intake"), _("Total before"), _("Counted on"), _("Cities added"), _("Sum"),
        _("Announced"), _("Difference"), _("Later texts say"), _("Remark"),
    ]  # fmt: skip
    cards.show_chart(
        charts.build_gaps(gaps, tone=cards.current_tone()),
        key="gaps",
        title=words.gaps_title(gaps),
        subtitle=_(
            "Whole network; the filters do not apply. Pale: UNESCO’s last count before an intake; outline: cities added; upright mark: the total announced. No source lists which cities left, merged or came back."
        ),
        alt=words.gaps_alt(gaps),
        table=table.set_axis(headings, axis=1),
        source=_announced_source(),
    )


def show_cohort_regions(view: View) -> None:
    """Draw listed members by year of joining and region."""
    rows = growth.summarise_cohort_regions(view.shown.cities)
    table = rows.pivot(index="year", columns="region", values="members").reset_index()
    table["year"] = [sentence_case(year_label(year)) for year in table["year"]]
    table = table.rename(columns={"year": _("Year of joining"), **{name: _(name) for name in table.columns[1:]}})
    cards.show_chart(
        charts.build_cohort_regions(rows, tone=cards.current_tone()),
        key="cohort_regions",
        title=words.cohort_regions_title(rows),
        subtitle=_(
            "Members shown, by year of joining and region, the sum of a region under its name. Follows the filters. Some lists of new members are known only in part, so years of one region compare better than regions of one year."
        ),
        alt=words.cohort_regions_alt(rows),
        table=table,
        source=_listed_source(),
    )


def show_on_date(view: View) -> None:
    """Answer for a published date: what was counted, and which of the members shown were members by then."""
    counts = growth.summarise_counts(view.network.milestones)
    with st.container(key="card_on_date"):
        st.subheader(_("The network on a date"), anchor=False)
        chosen = date.fromisoformat(_choose_date(counts))
        here = counts[counts["day"] == chosen].sort_values("voice", key=lambda voices: voices == "press", kind="stable")
        rows = growth.summarise_countries_on(view.shown.cities, chosen)
        lines = [words.count_sentence(row) for _index, row in here.iterrows()]
        lines.append(words.members_sentence(chosen, members=int(rows["members"].sum()), shown=len(view.shown)))
        lines += [words.countries_sentence(len(rows))] if len(rows) else []
        _show_answer(lines)
        cards.show_note(words.count_remarks(here))
        cards.show_note(
            _(
                "Follows the filters: choose a country to see its members by that date. “By” means at the latest: for some members only a later mention is known. Cities that have left since are not in the list."
            )
        )
        # A plain table: its cells wrap, so that every name can be read (and read out) without a click.
        with st.container(height=_TABLE_HEIGHT if len(rows) > _SHORT_TABLE else "content", border=False):
            st.table(_countries_table(rows), border="horizontal", hide_index=True)


def _show_answer(lines: list[str]) -> None:
    """Draw the answer in the voice of the sentence above a page; hosts of sources must not turn into links."""
    st.html(f'<p class="answer" role="status">{escape(" ".join(lines))}</p>')


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


def show_countries(view: View) -> None:
    """Draw the countries that the network reached, and since when each is known to have a member."""
    counts = growth.summarise_counts(view.network.milestones)
    cards.show_chart(
        charts.build_stock(counts, column="countries_total", tone=cards.current_tone(), height=250),
        key="countries",
        title=words.countries_title(counts),
        subtitle=_("Countries with a member, as published, for the whole network; the filters do not apply."),
        alt=words.countries_alt(counts),
        table=_counts_table(counts.dropna(subset="countries_total")),
        source=_announced_source(),
    )
    first = growth.summarise_first_members(view.shown.cities)
    table = pd.DataFrame(
        {
            _("Country"): [country_name(code) for code in first["iso3"]],
            _("Member at the latest by"): [day(date.fromisoformat(when)) for when in first["day"]],
            _("First members listed"): [listing(names) for names in first["names"]],
        }
    )
    cards.show_table(table, key="first_members", label=_("Since when each country has a member (follows the filters)"))


def show_member_states(view: View) -> None:
    """Draw UNESCO's Member States by region and name those without a member listed here."""
    network = view.network
    states = growth.summarise_member_states(network)
    cards.show_chart(
        charts.build_member_states(states, tone=cards.current_tone()),
        key="member_states",
        title=words.states_title(states),
        subtitle=_(
            "UNESCO’s Member States by region, for the whole network: solid with a member listed here, hollow without. The filters do not apply."
        ),
        alt=words.states_alt(states),
        table=_states_table(states),
        source=_("Source: UNESCO’s Member States and regional groups; members listed in the Atlas."),
    )
    cards.show_note(
        words.states_note(listed=network.coverage.countries, announced=network.coverage.announced_countries)
    )
    with st.expander(_("Member States without a member listed here, by region"), icon=":material/list:", key="without"):
        for row in states[states["missing"] > 0].itertuples():
            st.markdown(
                _("**{region} ({number}):** {names}").format(
                    region=_(row.region), number=number(row.missing), names=words.names_of(row.missing_codes)
                )
            )


def _states_table(states: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Region"): [_(region) for region in states["region"]],
            _("Member States"): states["states"],
            _("With a member"): states["reached"],
            _("Without"): states["missing"],
        }
    )
