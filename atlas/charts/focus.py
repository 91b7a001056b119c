"""Figures of what members work on.  Quantities in one neutral ink; a source's statement solid, our mapping outlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.charts.bars import CLEAR, Column, Segment, add_badges, build_matrix, build_rows, wrap
from atlas.labels import sdg_label, sentence_case, theme_label, year_label
from atlas.model import NO_STATEMENT, REGIONS
from atlas.wording import gettext as _
from atlas.wording import ngettext, number

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd
    import plotly.graph_objects as go

    from atlas.palette import Tone


def build_themes(
    themes: pd.DataFrame, *, missing: int, clusters: pd.DataFrame, tone: Tone, chosen: Collection[str] = ()
) -> go.Figure:
    """Return stated themes as bars, and members without a statement as a last, hollow one.

    Parameters
    ----------
    themes : pandas.DataFrame
        As :func:`atlas.summaries.focus.summarise_themes` returns it.
    missing : int
        Members for which no statement was found.
    clusters : pandas.DataFrame
        For the names of clusters.
    tone : Tone
        Colours of the visitor's theme.
    chosen : collection of str
        Codes that the filter selects: they keep the full ink, the others turn pale.
    """
    codes = [*themes["code"], NO_STATEMENT]
    values = [*(int(members) for members in themes["members"]), missing]
    lit = [not chosen or code in chosen for code in codes]
    fills = [tone.quantity if on else tone.quantity_soft for on in lit[:-1]]
    fills.append(tone.quantity if NO_STATEMENT in chosen else CLEAR)
    lines = [*([CLEAR] * len(themes)), tone.muted]
    return build_rows(
        labels=[sentence_case(theme_label(code, clusters)) for code in codes],
        segments=[Segment(values, fills, lines)],
        texts=[number(value) for value in values],
        codes=codes,
        tone=tone,
    )


def build_coverage(coverage: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return, by region, members with a statement (solid) and without (hollow)."""
    texts = [
        _("{covered} of {members}").format(covered=number(row.covered), members=number(row.members))
        for row in coverage.itertuples()
    ]
    colours = [tone.regions[region] for region in coverage["region"]]
    return build_rows(
        labels=[_(region) for region in coverage["region"]],
        segments=[
            Segment(list(coverage["covered"]), colours, colours, _("with a statement")),
            Segment(list(coverage["missing"]), CLEAR, colours, _("no statement found")),
        ],
        texts=texts,
        tone=tone,
    )


def build_themes_by_region(rows: pd.DataFrame, *, clusters: pd.DataFrame, tone: Tone) -> go.Figure:
    """Return a matrix of themes by region (see :func:`_matrix`)."""
    groups = [region for region in REGIONS if region in set(rows["group"])]
    return _matrix(rows, {region: wrap(_(region)) for region in groups}, tone.regions, clusters, tone)


def build_themes_by_period(rows: pd.DataFrame, *, clusters: pd.DataFrame, tone: Tone) -> go.Figure:
    """Return a matrix of themes by period of joining, the unknown year last."""
    groups = sorted(set(rows["group"]))  # "unknown" sorts after digits
    names = {group: wrap(sentence_case(year_label(group)).replace("-", "–<br>"), 9) for group in groups}
    return _matrix(rows, names, dict.fromkeys(groups, tone.quantity), clusters, tone)


def _matrix(
    rows: pd.DataFrame, names: dict[str, str], colours: dict[str, str], clusters: pd.DataFrame, tone: Tone
) -> go.Figure:
    """Return bars of the share of a group's covered members, each with its count; the heading has the denominator."""
    order = list(dict.fromkeys(rows["code"]))
    shares = rows["members"] / rows["covered"]
    columns = []
    for group, name in names.items():
        here = rows[rows["group"] == group].set_index("code").reindex(order)
        lengths = here["members"] / here["covered"] / max(float(shares.max()), 0.01)
        heading = _("{group}<br>of {denominator}").format(group=name, denominator=number(int(here["covered"].iloc[0])))
        texts = [number(int(members)) for members in here["members"]]
        columns.append(Column(heading, [float(length) for length in lengths], texts, colours[group]))
    labels = [sentence_case(theme_label(code, clusters)) for code in order]
    return build_matrix(labels=labels, columns=columns, tone=tone)


def build_pairs(pairs: pd.DataFrame, *, clusters: pd.DataFrame, tone: Tone) -> go.Figure:
    """Return pairs of themes that the same members state, as bars."""
    labels = [
        _("{first} + {second}").format(first=theme_label(row.first, clusters), second=theme_label(row.second, clusters))
        for row in pairs.itertuples()
    ]
    values = [int(members) for members in pairs["members"]]
    texts = [number(value) for value in values]
    return build_rows(labels=labels, segments=[Segment(values, tone.quantity)], texts=texts, tone=tone)


def build_goals(goals: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return goals as bars: the part that a source states solid, the part that our table maps pale and outlined."""
    figure = build_rows(
        labels=[sdg_label(goal) for goal in goals["sdg"]],
        segments=[
            Segment(list(goals["stated"]), tone.ink, tone.ink, _("stated")),
            Segment(list(goals["mapped"]), tone.quantity_soft, tone.quantity, _("mapped")),
        ],
        texts=[_goal_text(int(row.stated), int(row.mapped)) for row in goals.itertuples()],
        tone=tone,
    )
    return add_badges(figure, [int(goal) for goal in goals["sdg"]], tone)


def _goal_text(stated: int, mapped: int) -> str:
    if not stated:
        return ngettext("{number} mapped", "{number} mapped", mapped).format(number=number(mapped))
    if not mapped:
        return ngettext("{number} stated", "{number} stated", stated).format(number=number(stated))
    return _("{mapped} mapped, {stated} stated").format(mapped=number(mapped), stated=number(stated))
