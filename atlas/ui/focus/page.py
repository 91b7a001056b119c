"""The cards of the page "Focus": each puts a chart, its table and what is folded away together."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from atlas.exhibits import focus as charts
from atlas.kept import once_per_network
from atlas.selection import select
from atlas.summaries import focus
from atlas.ui.frame import choices, filters, keys
from atlas.ui.parts import cards
from atlas.ui.parts.cards import Fold
from atlas.ui.parts.pictures import picture_fold
from atlas.wording import gettext as _
from atlas.words import focus as words
from atlas.words import goals as goal_words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.frame.shell import View


def before_focus(view: View) -> Network:
    """Return the members that fit every filter but the one on the focus: how much is known does not hang on it."""
    return select(view.network, view.selection.without("focus")) if view.selection["focus"] else view.shown


@once_per_network
def lead(known: Network) -> str:
    """Return the sentence above the page."""
    return words.lead(
        focus.summarise_themes(known),
        covered=len(focus.covered_ids(known)),
        members=len(known),
        clusters=known.clusters,
    )


def show_themes(view: View, known: Network) -> None:
    """Draw the hero: themes as stated.  It ignores its own filter, so that every bar stays within reach of a click."""
    themes, every = focus.summarise_themes(known), bool(st.session_state.get(keys.ALL_THEMES))
    cards.show_card(
        charts.themes(known, view.selection["focus"], cards.current_tone(), every=every),
        key="themes",
        table=partial(words.themes_table, themes, missing=charts.missing(known), clusters=known.clusters),
        on_click=_toggle,
        folds=[picture_fold(["themes"], view)],
    )
    if len(themes) > charts.SHORT:
        st.toggle(words.all_themes_label(len(themes)), key=keys.ALL_THEMES, persist_state="session")


def _toggle(codes: list[str]) -> None:
    for code in codes:
        filters.toggle("focus", code)


def show_coverage(view: View, known: Network) -> None:
    """Draw how much is known by region, and what weak statements would add."""
    weak_only = len(focus.weak_only_ids(view.network, known))
    counted = view.selection.counts_weak
    chart, note = charts.coverage(known, cards.current_tone()), words.weak_note(weak_only, counted=counted)
    cards.show_card(
        replace(chart, remark=f"{chart.remark} {note}") if counted else replace(chart, notes=(note,)),
        key="coverage",
        table=lambda: words.coverage_table(focus.summarise_coverage(known)),
        folds=[picture_fold(["coverage"], view)],
    )


def show_comparisons(view: View) -> None:
    """Draw what narrows with the filter on the focus, or say that there is nothing to compare."""
    if not len(focus.covered_ids(view.shown)):
        cards.show_note(words.nothing_to_compare())
        return
    _show_matrix(view)
    _show_goals(view)


def _show_matrix(view: View) -> None:
    """Draw the first themes by region or by period of joining, each column with its denominator."""
    by = choices.show_choice(
        "segmented_control",
        _("Compare members by"),
        ["region", "period"],
        key=keys.THEMES_BY,
        label=lambda code: {"region": _("Region"), "period": _("Year of joining")}[code],
        first="region",
        required=True,
    )
    if chart := charts.matrix(view.shown, by, view.selection["focus"], cards.current_tone()):
        cards.show_card(
            chart,
            key=f"themes_by_{by}",
            table=lambda: words.matrix_table(charts.shares(view.shown, by), view.network.clusters),
            folds=[picture_fold([f"themes_by_{by}"], view)],
        )


def _show_goals(view: View) -> None:
    """Draw the derived view: goals, what a source states apart from what our table maps."""
    cards.show_card(
        charts.goals(view.shown, cards.current_tone()),
        key="goals",
        table=lambda: goal_words.table(focus.summarise_goals(view.shown)),
        folds=[
            Fold("mapping", goal_words.mapping_label(), partial(goal_words.mapping_table, view.network)),
            picture_fold(["goals"], view),
        ],
    )


def show_pairs(view: View) -> None:
    """Draw which themes the same members state, if any two are."""
    if chart := charts.pairs(view.shown, cards.current_tone()):
        cards.show_card(
            chart,
            key="pairs",
            table=lambda: words.pairs_table(focus.summarise_pairs(view.shown), view.network.clusters),
            folds=[picture_fold(["pairs"], view)],
        )
