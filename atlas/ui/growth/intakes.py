"""The cards of the page "Growth" about intakes, regions and Member States."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from atlas.charts import intakes as charts
from atlas.labels import sentence_case, year_label
from atlas.summaries import growth
from atlas.ui.growth.totals import announced_source
from atlas.ui.parts import cards
from atlas.wording import day, number
from atlas.wording import gettext as _
from atlas.words import intakes as words

if TYPE_CHECKING:
    from atlas.ui.frame.shell import View


def _listed_source() -> str:
    return _(
        "Source: members listed in the Atlas, each with its source in the data; announced intakes by UNESCO and UIL."
    )


def show_intakes(view: View) -> None:
    """Draw who joined when beside what does not add up; the latter alone when the filters leave nobody."""
    if not len(view.shown):
        show_gaps(view)
        return
    left, right = st.columns(2, gap="large")
    with left:
        show_cohorts(view)
    with right:
        show_gaps(view)


def show_cohorts(view: View) -> None:
    """Draw listed members by year of joining; announced intakes only beside the whole list."""
    cohorts = growth.summarise_cohorts(view.shown)
    whole = len(view.shown) == len(view.network)
    subtitle = (
        _(
            "Solid: members listed here, by year of joining. Outline: cities that UNESCO announced as admitted, "
            "where it gave a number. Hatched: year not published. Follows the filters."
        )
        if whole
        else _(
            "Members shown, by year of joining; hatched: year not published. Follows the filters; announced "
            "intakes are known for the whole network only and are left out."
        )
    )
    drawn = cohorts if whole else cohorts[cohorts["listed"] > 0].reset_index(drop=True)
    cards.show_chart(
        charts.build_cohorts(
            drawn, labels=words.year_names(drawn["year"]), tone=cards.current_tone(), with_announced=whole
        ),
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
    table["gap"], table["note"] = [words.gap_label(gap) for gap in gaps["gap"]], gaps["note"].map(_)
    headings = [
        _("Intake"), _("Total before"), _("Counted on"), _("Cities added"), _("Sum"),
        _("Announced"), _("Difference"), _("Later texts say"), _("Remark"),
    ]  # fmt: skip
    cards.show_chart(
        charts.build_gaps(
            gaps,
            labels=words.gap_names(gaps),
            texts=[words.gap_label(gap) for gap in gaps["gap"].tolist()],
            tone=cards.current_tone(),
        ),
        key="gaps",
        title=words.gaps_title(gaps),
        subtitle=_(
            "Whole network; the filters do not apply. Pale: UNESCO’s last count before an intake; outline: cities"
            " added; upright mark: the total announced. No source lists which cities left, merged or came back."
        ),
        alt=words.gaps_alt(gaps),
        table=table.set_axis(headings, axis=1),
        source=announced_source(),
    )


def show_cohort_regions(view: View) -> None:
    """Draw listed members by year of joining and region."""
    rows = growth.summarise_cohort_regions(view.shown.cities)
    table = rows.pivot(index="year", columns="region", values="members").reset_index()
    table["year"] = [sentence_case(year_label(year)) for year in table["year"]]
    table = table.rename(columns={"year": _("Year of joining"), **{name: _(name) for name in table.columns[1:]}})
    cards.show_chart(
        charts.build_cohort_regions(
            rows,
            labels=words.year_names(dict.fromkeys(rows["year"])),
            headings=words.cohort_region_headings(rows),
            tone=cards.current_tone(),
        ),
        key="cohort_regions",
        title=words.cohort_regions_title(rows),
        subtitle=_(
            "Members shown, by year of joining and region, the sum of a region under its name. Follows the "
            "filters. Some lists of new members are known only in part, so years of one region compare better "
            "than regions of one year."
        ),
        alt=words.cohort_regions_alt(rows),
        table=table,
        source=_listed_source(),
    )


def show_member_states(view: View) -> None:
    """Draw UNESCO's Member States by region and name those without a member listed here."""
    network = view.network
    states = growth.summarise_member_states(network)
    cards.show_chart(
        charts.build_member_states(
            states,
            labels=[_(region) for region in states["region"]],
            texts=words.states_texts(states),
            tone=cards.current_tone(),
        ),
        key="member_states",
        title=words.states_title(states),
        subtitle=_(
            "UNESCO’s Member States by region, for the whole network: solid with a member listed here, hollow "
            "without. The filters do not apply."
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
