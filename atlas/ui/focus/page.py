"""The cards of the page "Focus": each puts a summary, a figure, its words and its table together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from atlas.charts import focus as charts
from atlas.labels import theme_label, year_label
from atlas.model import NO_STATEMENT
from atlas.selection import select
from atlas.summaries import focus
from atlas.ui.focus import goals as goal_cards
from atlas.ui.frame import choices, filters
from atlas.ui.parts import cards
from atlas.wording import gettext as _
from atlas.wording import ngettext, number
from atlas.words import focus as words

if TYPE_CHECKING:
    from atlas.charts.base import Figure
    from atlas.model import Network
    from atlas.ui.frame.shell import View

SHORT: Final = 12
"""Themes drawn at first; the others are rare and one switch away."""
IN_MATRIX: Final = 8
PAIRS: Final = 8
LEAST_COVERED: Final = 10
"""Members with a statement that a region needs to be named as standing out."""
ALL_THEMES: Final = "all_themes"
BY: Final = "themes_by"


def lead(view: View) -> str:
    """Return the sentence above the page."""
    network = _before_focus(view)
    covered = len(focus.covered_ids(network))
    return words.lead(focus.summarise_themes(network), covered=covered, members=len(network), clusters=network.clusters)


def _before_focus(view: View) -> Network:
    """Return the members that fit every filter but the one on the focus: how much is known does not hang on it."""
    return select(view.network, view.selection.without("focus"))


def show_themes(view: View) -> None:
    """Draw the hero: themes as stated.  It ignores its own filter, so that every bar stays within reach of a click."""
    network = _before_focus(view)
    themes, clusters = focus.summarise_themes(network), network.clusters
    chosen = view.selection["focus"]
    covered = len(focus.covered_ids(network))
    missing = len(network) - covered
    drawn = themes if st.session_state.get(ALL_THEMES) else themes[(themes.index < SHORT) | themes["code"].isin(chosen)]
    cards.show_chart(
        charts.build_themes(
            drawn,
            missing=missing,
            labels=words.theme_names([*drawn["code"], NO_STATEMENT], clusters),
            tone=cards.current_tone(),
            chosen=chosen,
        ),
        key="themes",
        title=words.themes_title(themes, clusters),
        subtitle=words.themes_subtitle(covered=covered, members=len(network), chosen=bool(chosen)),
        alt=words.themes_alt(themes, missing=missing, clusters=clusters),
        table=_themes_table(themes, network, missing),
        source=goal_cards.source(),
        on_click=_toggle,
    )
    if len(themes) > SHORT:
        rest = ngettext("Show all {number} theme and cluster", "Show all {number} themes and clusters", len(themes))
        st.toggle(rest.format(number=number(len(themes))), key=ALL_THEMES, persist_state="session")
    cards.show_note(
        _(
            "Click a row to see only the members that state it, and again to see all. With the keyboard, use "
            "“Stated focus” in the filters."
        )
    )


def _toggle(codes: list[str]) -> None:
    for code in codes:
        filters.toggle("focus", code)


def _themes_table(themes: pd.DataFrame, network: Network, missing: int) -> pd.DataFrame:
    codes = [*themes["code"], NO_STATEMENT]
    return pd.DataFrame(
        {
            _("Theme or cluster"): [theme_label(code, network.clusters) for code in codes],
            _("Members"): [*themes["members"], missing],
        }
    )


def show_coverage(view: View) -> None:
    """Draw how much is known by region, and what weak statements would add."""
    network = _before_focus(view)
    coverage = focus.summarise_coverage(network)
    table = coverage.assign(region=coverage["region"].map(_)).set_axis(
        [_("Region"), _("Members"), _("With a statement"), _("No statement found")], axis=1
    )
    cards.show_chart(
        charts.build_coverage(
            coverage, labels=list(table[_("Region")]), texts=words.coverage_texts(coverage), tone=cards.current_tone()
        ),
        key="coverage",
        title=words.coverage_title(coverage),
        subtitle=_(
            "Members by region, solid with a statement, hollow without. The filter on the focus does not apply here."
        ),
        alt=words.coverage_alt(coverage),
        table=table,
        source=goal_cards.source(),
    )
    weak_only = len(focus.weak_only_ids(view.network, network))
    cards.show_note(words.weak_note(weak_only, counted=view.selection.counts_weak))


def show_comparisons(view: View) -> None:
    """Draw what narrows with the filter on the focus, or say that there is nothing to compare."""
    if not len(focus.covered_ids(view.shown)):
        cards.show_note(_("No statement was found for the members shown, so there is nothing to compare or to map."))
        return
    show_matrix(view)
    left, right = st.columns(2, gap="large")
    with left:
        goal_cards.show_goals(view)
    with right:
        show_pairs(view)


def show_matrix(view: View) -> None:
    """Draw the first themes by region or by period of joining, each column with its denominator."""
    by = choices.show_choice(
        "segmented_control",
        _("Compare members by"),
        ["region", "period"],
        key=BY,
        label=lambda code: {"region": _("Region"), "period": _("Year of joining")}[code],
        first="region",
        required=True,
    )
    shown, clusters = view.shown, view.network.clusters
    groups = shown.cities["region"] if by == "region" else focus.joining_periods(shown)
    rows = focus.summarise_themes_by(shown, groups)
    order = list(focus.summarise_themes(shown)["code"].head(IN_MATRIX))
    if not order:
        return
    drawn = rows[rows["code"].isin(order)].sort_values("code", key=lambda codes: codes.map(order.index), kind="stable")
    told = drawn[~drawn["code"].isin(view.selection["focus"])]  # what was asked for is no finding
    title = (
        words.regions_title(told, clusters, least=LEAST_COVERED)
        if by == "region"
        else words.periods_title(told, clusters)
    )
    cards.show_chart(
        _matrix(drawn, by, clusters),
        key=f"themes_by_{by}",
        title=title,
        subtitle=_(
            "The number counts members; the length of a bar is their share of the members with a statement, given"
            " under each heading. Places with many pages online are over-represented."
        ),
        alt=words.matrix_alt(drawn, clusters),
        table=_matrix_table(rows, view.network),
        source=goal_cards.source(),
    )


def _matrix(rows: pd.DataFrame, by: str, clusters: pd.DataFrame) -> Figure:
    tone = cards.current_tone()
    headings = words.region_headings(rows) if by == "region" else words.period_headings(rows)
    return charts.build_themes_by(
        rows,
        labels=words.theme_names(dict.fromkeys(rows["code"]), clusters),
        headings=headings,
        colours=tone.regions if by == "region" else dict.fromkeys(headings, tone.quantity),
        tone=tone,
    )


def _matrix_table(rows: pd.DataFrame, network: Network) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Theme or cluster"): [theme_label(code, network.clusters) for code in rows["code"]],
            _("Group"): [year_label(_(group)) for group in rows["group"]],
            _("Members"): rows["members"],
            _("Members with a statement"): rows["covered"],
        }
    )


def show_pairs(view: View) -> None:
    """Draw which themes the same members state."""
    pairs, clusters = focus.summarise_pairs(view.shown), view.network.clusters
    if pairs.empty:
        return
    table = pairs.assign(
        first=pairs["first"].map(lambda code: theme_label(code, clusters)),
        second=pairs["second"].map(lambda code: theme_label(code, clusters)),
    ).set_axis([_("Theme"), _("And"), _("Members with both"), _("With the first"), _("With the second")], axis=1)
    cards.show_chart(
        charts.build_pairs(
            pairs.head(PAIRS), labels=words.pair_names(pairs.head(PAIRS), clusters), tone=cards.current_tone()
        ),
        key="pairs",
        title=words.pairs_title(pairs, clusters),
        subtitle=_(
            "Members that state both themes. UNESCO’s form for profiles asks for inclusion, environment, health "
            "and work, so these meet more often than a city’s own choice would make them."
        ),
        alt=words.pairs_alt(pairs, clusters),
        table=table,
        source=goal_cards.source(),
    )
