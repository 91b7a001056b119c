"""The charts of what members work on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from atlas.charts import focus as charts
from atlas.exhibits.chart import Chart
from atlas.kept import once_per_network
from atlas.labels import sdg_label
from atlas.model import NO_STATEMENT
from atlas.summaries import focus
from atlas.wording import gettext as _
from atlas.words import focus as words
from atlas.words import goals as goal_words

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.palette import Tone

    By = Literal["region", "period"]

SHORT: Final = 12
"""Themes drawn at first; the others are rare."""
IN_MATRIX: Final = 8
PAIRS: Final = 6
LEAST_COVERED: Final = 10
"""Members with a statement that a region needs to be named as standing out."""


def missing(known: Network) -> int:
    """Return for how many members no statement was found."""
    return len(known) - len(focus.covered_ids(known))


@once_per_network
def themes(known: Network, chosen: tuple[str, ...], tone: Tone, *, every: bool) -> Chart:
    """Return themes as stated.

    Parameters
    ----------
    known : Network
        The members that fit every filter but the one on the focus.
    chosen : tuple of str
        Themes that this filter names: they keep the full ink.
    tone : Tone
        Colours.
    every : bool
        Whether to draw the rare ones too.
    """
    table, without, clusters = focus.summarise_themes(known), missing(known), known.clusters
    drawn = table if every else table[(table.index < SHORT) | table["code"].isin(chosen)]
    return Chart(
        charts.build_themes(
            drawn,
            missing=without,
            labels=words.theme_names([*drawn["code"], NO_STATEMENT], clusters),
            tone=tone,
            chosen=chosen,
        ),
        title=words.themes_title(table, clusters),
        subtitle=words.themes_subtitle(covered=len(known) - without, members=len(known)),
        alt=words.themes_alt(table, missing=without, clusters=clusters),
        source=words.source(),
        notes=(words.themes_note(),),
        remark=words.themes_remark(chosen=bool(chosen)),
    )


@once_per_network
def coverage(known: Network, tone: Tone) -> Chart:
    """Return how much is known by region."""
    table = focus.summarise_coverage(known)
    return Chart(
        charts.build_coverage(
            table,
            labels=[_(region) for region in table["region"]],
            texts=words.coverage_texts(table),
            tone=tone,
        ),
        title=words.coverage_title(table),
        subtitle=words.coverage_subtitle(),
        alt=words.coverage_alt(table),
        source=words.source(),
        remark=words.coverage_remark(),
    )


@once_per_network
def matrix(shown: Network, by: By, chosen: tuple[str, ...], tone: Tone) -> Chart | None:
    """Return the first themes by region or period of joining; None where no theme is stated.

    A theme that was asked for is no finding and stays out of the title.
    """
    themes_stated = focus.summarise_themes(shown)
    if themes_stated.empty:  # goals alone are stated
        return None
    table, clusters = shares(shown, by), shown.clusters
    order = {code: at for at, code in enumerate(themes_stated["code"].head(IN_MATRIX))}
    drawn = table[table["code"].isin(order)].sort_values("code", key=lambda codes: codes.map(order), kind="stable")
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


def shares(shown: Network, by: By) -> pd.DataFrame:
    """Return how many members of each region or period state each theme."""
    return focus.summarise_themes_by(shown, shown.cities["region"] if by == "region" else focus.joining_periods(shown))


@once_per_network
def goals(shown: Network, tone: Tone) -> Chart:
    """Return the derived view: goals, what a source states apart from what our table maps."""
    table = focus.summarise_goals(shown)
    own = table[~table["network_wide"]].reset_index(drop=True)
    return Chart(
        charts.build_goals(
            own, labels=[sdg_label(goal) for goal in own["sdg"]], texts=goal_words.texts(own), tone=tone
        ),
        title=goal_words.title(own),
        subtitle=goal_words.subtitle(len(focus.covered_ids(shown))),
        alt=goal_words.alt(own),
        source=words.source(),
        notes=goal_words.notes(table),
    )


@once_per_network
def pairs(shown: Network, tone: Tone) -> Chart | None:
    """Return which themes the same members state, if any two are."""
    table, clusters = focus.summarise_pairs(shown), shown.clusters
    if table.empty:
        return None
    first = table.head(PAIRS)
    return Chart(
        charts.build_pairs(first, labels=words.pair_names(first, clusters), tone=tone),
        title=words.pairs_title(table, clusters),
        subtitle=words.pairs_subtitle(),
        alt=words.pairs_alt(table, clusters),
        source=words.source(),
    )
