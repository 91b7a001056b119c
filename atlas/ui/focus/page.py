"""The cards of the page "Focus": each puts a summary, a figure, its words and its table together.

What is made of a network alone is kept with it, so that the page of all members is worked out once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.charts import focus as charts
from atlas.kept import once_per_network
from atlas.labels import sdg_label
from atlas.model import NO_STATEMENT
from atlas.selection import select
from atlas.summaries import focus
from atlas.ui.frame import choices, filters, keys
from atlas.ui.parts import cards
from atlas.ui.parts.cards import Chart, Fold
from atlas.wording import gettext as _
from atlas.words import focus as words
from atlas.words import goals as goal_words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.palette import Tone
    from atlas.ui.frame.shell import View

SHORT: Final = 12
"""Themes drawn at first; the others are rare and one switch away."""
IN_MATRIX: Final = 8
PAIRS: Final = 6
LEAST_COVERED: Final = 10
"""Members with a statement that a region needs to be named as standing out."""


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
        _themes(known, view.selection["focus"], cards.current_tone(), every=every),
        key="themes",
        table=partial(words.themes_table, themes, missing=_missing(known), clusters=known.clusters),
        on_click=_toggle,
    )
    if len(themes) > SHORT:
        st.toggle(words.all_themes_label(len(themes)), key=keys.ALL_THEMES, persist_state="session")


@once_per_network
def _themes(known: Network, chosen: tuple[str, ...], tone: Tone, *, every: bool) -> Chart:
    themes, missing, clusters = focus.summarise_themes(known), _missing(known), known.clusters
    drawn = themes if every else themes[(themes.index < SHORT) | themes["code"].isin(chosen)]
    return Chart(
        charts.build_themes(
            drawn,
            missing=missing,
            labels=words.theme_names([*drawn["code"], NO_STATEMENT], clusters),
            tone=tone,
            chosen=chosen,
        ),
        title=words.themes_title(themes, clusters),
        subtitle=words.themes_subtitle(covered=len(known) - missing, members=len(known), chosen=bool(chosen)),
        alt=words.themes_alt(themes, missing=missing, clusters=clusters),
        source=words.source(),
        notes=(words.themes_note(),),
    )


def _missing(known: Network) -> int:
    return len(known) - len(focus.covered_ids(known))


def _toggle(codes: list[str]) -> None:
    for code in codes:
        filters.toggle("focus", code)


def show_coverage(view: View, known: Network) -> None:
    """Draw how much is known by region, and what weak statements would add."""
    weak_only = len(focus.weak_only_ids(view.network, known))
    counted = view.selection.counts_weak
    chart, note = _coverage(known, cards.current_tone()), words.weak_note(weak_only, counted=counted)
    cards.show_card(
        replace(chart, subtitle=f"{chart.subtitle} {note}") if counted else replace(chart, notes=(note,)),
        key="coverage",
        table=lambda: words.coverage_table(focus.summarise_coverage(known)),
    )


@once_per_network
def _coverage(known: Network, tone: Tone) -> Chart:
    coverage = focus.summarise_coverage(known)
    return Chart(
        charts.build_coverage(
            coverage,
            labels=[_(region) for region in coverage["region"]],
            texts=words.coverage_texts(coverage),
            tone=tone,
        ),
        title=words.coverage_title(coverage),
        subtitle=words.coverage_subtitle(),
        alt=words.coverage_alt(coverage),
        source=words.source(),
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
    if focus.summarise_themes(view.shown).empty:  # goals alone are stated
        return
    cards.show_card(
        _matrix(view.shown, by, view.selection["focus"], cards.current_tone()),
        key=f"themes_by_{by}",
        table=lambda: words.matrix_table(_shares(view.shown, by), view.network.clusters),
    )


@once_per_network
def _matrix(shown: Network, by: str, chosen: tuple[str, ...], tone: Tone) -> Chart:
    """Return the matrix; a theme that was asked for is no finding and stays out of the title."""
    shares, clusters = _shares(shown, by), shown.clusters
    order = {code: at for at, code in enumerate(focus.summarise_themes(shown)["code"].head(IN_MATRIX))}
    drawn = shares[shares["code"].isin(order)].sort_values("code", key=lambda codes: codes.map(order), kind="stable")
    told = drawn[~drawn["code"].isin(chosen)]
    by_region = by == "region"
    headings = words.region_headings(drawn) if by_region else words.period_headings(drawn)
    return Chart(
        charts.build_themes_by(
            drawn,
            labels=words.theme_names(order, clusters),
            headings=headings,
            colours=tone.regions if by_region else dict.fromkeys(headings, tone.quantity),
        ),
        title=words.regions_title(told, clusters, least=LEAST_COVERED)
        if by_region
        else words.periods_title(told, clusters),
        subtitle=words.matrix_subtitle(),
        alt=words.matrix_alt(drawn, clusters),
        source=words.source(),
    )


def _shares(shown: Network, by: str) -> pd.DataFrame:
    return focus.summarise_themes_by(shown, shown.cities["region"] if by == "region" else focus.joining_periods(shown))


def _show_goals(view: View) -> None:
    """Draw the derived view: goals, what a source states apart from what our table maps."""
    cards.show_card(
        _goals(view.shown, cards.current_tone()),
        key="goals",
        table=lambda: goal_words.table(focus.summarise_goals(view.shown)),
        folds=[Fold("mapping", goal_words.mapping_label(), partial(goal_words.mapping_table, view.network))],
    )


@once_per_network
def _goals(shown: Network, tone: Tone) -> Chart:
    goals = focus.summarise_goals(shown)
    own = goals[~goals["network_wide"]]
    return Chart(
        charts.build_goals(
            own, labels=[sdg_label(goal) for goal in own["sdg"]], texts=goal_words.texts(own), tone=tone
        ),
        title=goal_words.title(own),
        subtitle=goal_words.subtitle(len(focus.covered_ids(shown))),
        alt=goal_words.alt(own),
        source=words.source(),
        notes=goal_words.notes(goals),
    )


def show_pairs(view: View) -> None:
    """Draw which themes the same members state, if any two are."""
    if chart := _pairs(view.shown, cards.current_tone()):
        cards.show_card(
            chart,
            key="pairs",
            table=lambda: words.pairs_table(focus.summarise_pairs(view.shown), view.network.clusters),
        )


@once_per_network
def _pairs(shown: Network, tone: Tone) -> Chart | None:
    pairs, clusters = focus.summarise_pairs(shown), shown.clusters
    if pairs.empty:
        return None
    first = pairs.head(PAIRS)
    return Chart(
        charts.build_pairs(first, labels=words.pair_names(first, clusters), tone=tone),
        title=words.pairs_title(pairs, clusters),
        subtitle=words.pairs_subtitle(),
        alt=words.pairs_alt(pairs, clusters),
        source=words.source(),
    )
