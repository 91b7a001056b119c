"""Figures of the intakes: who joined when and where, what does not add up, who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.charts.bars import CLEAR, Column, Segment, build_matrix, build_rows, wrap, write
from atlas.charts.base import build_figure
from atlas.charts.growth import MONTH
from atlas.labels import sentence_case, year_label
from atlas.model import REGIONS, UNKNOWN_YEAR
from atlas.wording import day, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from atlas.palette import Tone

_COHORTS_HEIGHT: Final = 330


def build_cohorts(cohorts: pd.DataFrame, *, tone: Tone, with_announced: bool) -> go.Figure:
    """Return members listed by year of joining as solid bars inside the outline of the announced intake.

    Members whose year nobody published are a hatched bar of their own.
    """
    figure = build_figure(tone=tone, height=_COHORTS_HEIGHT, barmode="overlay")
    places = list(range(len(cohorts)))
    announced = cohorts["announced"].mask([not with_announced] * len(cohorts))
    unknown = [year == UNKNOWN_YEAR for year in cohorts["year"]]
    figure.add_bar(
        x=places, y=[0 if value is None else value for value in _optional(announced)], width=0.86, hoverinfo="skip",
        marker={"color": CLEAR, "line": {"color": tone.muted, "width": 1.4}}, name=_("announced"),
    )  # fmt: skip
    pattern = {
        "shape": ["/" if hatched else "" for hatched in unknown],
        "fgcolor": tone.quantity,
        "bgcolor": tone.paper,
        "size": 6,
    }
    figure.add_bar(
        x=places, y=list(cohorts["listed"]), width=0.6, hoverinfo="skip", name=_("listed here"),
        marker={"color": tone.quantity, "pattern": pattern, "line": {"color": tone.quantity, "width": 1}},
    )  # fmt: skip
    for at, listed, total in zip(places, cohorts["listed"], _optional(announced), strict=True):
        _label_cohort(figure, at, int(listed), total, tone)
    years = [wrap(sentence_case(year_label(year)), 9) for year in cohorts["year"]]
    figure.update_yaxes(visible=False, range=[0, max([*cohorts["listed"], *announced.dropna(), 1]) * 1.12])
    figure.update_xaxes(tickvals=places, ticktext=years, tickfont={"size": 12}, tickangle=0, linecolor=tone.muted)
    figure.update_xaxes(ticklabeloverflow="allow", range=[-0.5, len(cohorts) - 0.4])
    return figure.update_layout(margin={"l": 0, "r": 8, "t": 4, "b": 8})


def _optional(values: pd.Series) -> list[int | None]:
    return [None if missing else int(value) for value, missing in zip(values.fillna(0), values.isna(), strict=True)]


def _label_cohort(figure: go.Figure, at: int, listed: int, announced: int | None, tone: Tone) -> None:
    if announced is None:
        write(figure, number(listed), x=at, y=listed, xanchor="center", yanchor="bottom", yshift=3)
        return
    write(figure, number(announced), x=at, y=announced, xanchor="center", yanchor="bottom", yshift=3, colour=tone.muted)
    if listed:
        write(figure, number(listed), x=at, y=listed, xanchor="center", yanchor="top", yshift=-3, colour=tone.paper)


def build_cohort_regions(rows: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return a matrix of members listed: years of joining by region, every bar on the same scale."""
    years = list(dict.fromkeys(rows["year"]))
    totals = rows.groupby("region")["members"].sum()
    columns = []
    for region in [each for each in REGIONS if totals.get(each, 0)]:
        members = rows[rows["region"] == region].set_index("year")["members"].reindex(years)
        heading = _("{group}<br>{members}").format(group=wrap(_(region)), members=number(int(totals[region])))
        lengths = [int(value) / max(int(rows["members"].max()), 1) for value in members]
        columns.append(Column(heading, lengths, [number(int(value)) for value in members], tone.regions[region]))
    return build_matrix(labels=[sentence_case(year_label(year)) for year in years], columns=columns, tone=tone)


def build_gaps(gaps: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return, for each intake, the total before it and the cities added, with a mark at the total announced."""
    figure = build_rows(
        labels=[
            _("{month}: {before} + {added} = {expected}, announced {announced}").format(
                month=day(row.day, style=MONTH),
                before=number(row.before),
                added=number(row.added),
                expected=number(row.expected),
                announced=number(row.announced),
            )
            for row in gaps.itertuples()
        ],
        segments=[
            Segment(list(gaps["before"]), tone.quantity_soft, tone.quantity_soft, _("before")),
            Segment(list(gaps["added"]), CLEAR, tone.quantity, _("added")),
        ],
        texts=[gap_label(int(gap)) for gap in gaps["gap"]],
        ends=[int(end) for end in gaps[["expected", "announced"]].max(axis=1)],
        tone=tone,
    )
    figure.add_scatter(
        x=list(gaps["announced"]), y=[row + 0.22 for row in range(len(gaps))], mode="markers", hoverinfo="skip",
        marker={"symbol": "line-ns", "size": 9, "line": {"width": 3, "color": tone.ink}},
        name=_("announced"), cliponaxis=False,
    )  # fmt: skip
    return figure


def gap_label(gap: int) -> str:
    """Return how far an announced total is from the sum, in words."""
    if gap == 0:
        return _("adds up")
    if gap < 0:
        return ngettext("{number} fewer", "{number} fewer", -gap).format(number=number(-gap))
    return ngettext("{number} more", "{number} more", gap).format(number=number(gap))


def build_member_states(states: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return UNESCO's Member States by region: solid with a member listed here, hollow without."""
    colours = [tone.regions[region] for region in states["region"]]
    return build_rows(
        labels=[_(region) for region in states["region"]],
        segments=[
            Segment(list(states["reached"]), colours, colours, _("with a member")),
            Segment(list(states["missing"]), CLEAR, colours, _("without a member")),
        ],
        texts=[
            _("{reached} of {states}").format(reached=number(row.reached), states=number(row.states))
            for row in states.itertuples()
        ],
        tone=tone,
    )
